"""An address, as items 5(b) and 6(i) of the first information report print it."""

from forms.kit.condition import Condition
from forms.kit.fields import Choice, Field, Group, Index, Line, Need, YesNo
from forms.kit.words import Words
from forms.parts.lists import Fixed, Listed

ADDRESS_TYPE = Fixed(
    "ADDRESS_TYPE",
    (
        ("PRESENT", Words("वर्तमान", "Present")),
        ("PERMANENT", Words("स्थायी", "Permanent")),
        ("WORK", Words("कार्यस्थल", "Workplace")),
    ),
)

PINCODE = Words(
    "पिन कोड 6 अंकों का होता है और 0 से शुरू नहीं होता। कृपया जाँचें।",
    "A PIN code has 6 digits and does not start with 0. Please check.",
)


def _lines(sealed: bool) -> tuple[Field, ...]:
    """The address lines in the order they are spoken: house, mohalla, village, tehsil."""
    return (
        Line("house_no", Words("मकान सं0", "House no."), most=60, sealed=sealed),
        Line("street", Words("सड़क / गली", "Street"), sealed=sealed),
        Line("colony_mohalla", Words("मोहल्ला / कालोनी", "Mohalla / colony"), sealed=sealed),
        Line(
            "village_town",
            Words("ग्राम / नगर", "Village / town"),
            need=Need.EXPECTED,
            index=Index.PLACE,
            sealed=sealed,
        ),
        Line("tehsil", Words("तहसील", "Tehsil")),
        Line("landmark", Words("पहचान स्थल", "Landmark"), sealed=sealed),
        Line("thana", Words("थाना", "Police station")),
        Line("district", Words("जनपद", "District"), need=Need.EXPECTED),
        Choice("state", Words("राज्य", "State"), choices=Listed("STATE")),
        Choice("country", Words("देश", "Country"), choices=Listed("COUNTRY")),
        Line(
            "pincode",
            Words("पिन कोड", "PIN code"),
            most=6,
            pattern=r"[1-9][0-9]{5}",
            pattern_words=PINCODE,
        ),
    )


def address(
    key: str,
    words: Words,
    *,
    item: str = "",
    need: Need = Need.OPTIONAL,
    shown_when: Condition | None = None,
    help: Words | None = None,
) -> Group:
    """One address without a type (a place of occurrence)."""
    return Group(
        key,
        words,
        item=item,
        need=need,
        shown_when=shown_when,
        help=help,
        kind="address",
        parts=_lines(sealed=False),
    )


def typed_address_parts(sealed: bool) -> tuple[Field, ...]:
    """The parts of one of a person's addresses: present, permanent or workplace first."""
    return (
        Choice("address_type", Words("पते का प्रकार", "Type of address"), choices=ADDRESS_TYPE),
        *_lines(sealed),
        YesNo("verified", Words("सत्यापित", "Verified"), printed=False),
    )
