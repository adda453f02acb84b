"""Property of interest with its own particulars by category (item 9 of the FIR)."""

from collections.abc import Mapping, Sequence
from typing import Any

from forms.codes import code_list
from forms.kit.condition import Condition, Either, Is, OneOf, look_up
from forms.kit.fields import (
    Choice,
    Decimal,
    Field,
    Group,
    Index,
    Line,
    Money,
    Need,
    Number,
    Rows,
    YesNo,
)
from forms.kit.words import Words
from forms.parts.lists import Fixed, Listed

PROP_STATUS = Listed("PROP_STATUS")
CATTLE_TYPE = "पशु"
"""The type under which an animal stands among property (PROP_TYPE `CATTLE`)."""
_VEHICLE = OneOf("category", ("AUTOMOBILES",))
_ELECTRONIC = OneOf("category", ("ELECTRONIC", "CYBER"))
_ARMS = Is("category", "ARMS")
_DRUGS = Is("category", "DRUGS")
_CURRENCY = Is("category", "CURRENCY")
_ANIMAL = Is("type", CATTLE_TYPE)

NDPS_QUANTITY = Fixed(
    "NDPS_QUANTITY",
    (
        ("SMALL", Words("अल्प", "Small")),
        ("INTERMEDIATE", Words("मध्यम", "Intermediate")),
        ("COMMERCIAL", Words("वाणिज्यिक", "Commercial")),
    ),
)


class TypeList:
    """Types of the row's category (of every category while none is chosen), as `Suggestions`."""

    def find(
        self, typed: str, scopes: Sequence[Mapping[str, Any]], limit: int
    ) -> list[tuple[str, Words]]:
        """Types that fit `typed`; any other may be typed as well."""
        category = look_up(scopes, "category")
        return [
            (one.words.hi, one.words)
            for one in code_list("PROP_TYPE").find(typed)
            if not category or one.parent == category
        ][:limit]


PROPERTY: tuple[Field, ...] = (
    Choice(
        "category", Words("सम्पत्ति श्रेणी", "Category"), choices=Listed("PROP_CAT"), need=Need.EXPECTED
    ),
    Line("type", Words("सम्पत्ति का प्रकार", "Type"), most=120, suggest=TypeList()),
    Line(
        "description",
        Words("विवरण", "Description"),
        most=500,
        need=Need.EXPECTED,
        index=Index.TEXT,
    ),
    Choice("prop_status", Words("स्थिति", "Status"), choices=PROP_STATUS, printed=False),
    Decimal("qty", Words("मात्रा", "Quantity"), least="0", printed=False),
    Line("unit", Words("इकाई", "Unit"), most=30, printed=False),
    Money("value_rs", Words("मूल्य (रु0 में)", "Value (Rs)")),
    Line(
        "registration_no",
        Words("वाहन पंजीयन सं0", "Vehicle registration no."),
        most=15,
        pattern=r"[A-Z]{2}[0-9]{1,2}[A-Z]{0,3}[0-9]{1,4}|[0-9]{2}BH[0-9]{4}[A-Z]{1,2}",
        pattern_words=Words(
            "पंजीयन संख्या बिना जगह के लिखें, जैसे UP32AB1234 या 22BH1234AA।",
            "Write the registration without spaces, such as UP32AB1234 or 22BH1234AA.",
        ),
        index=Index.VEHICLE,
        shown_when=_VEHICLE,
    ),
    Line(
        "chassis_no",
        Words("चेसिस सं0", "Chassis no."),
        most=17,
        pattern=r"[A-Z0-9]{6,17}",
        index=Index.SERIAL,
        shown_when=_VEHICLE,
    ),
    Line(
        "engine_no", Words("इंजन सं0", "Engine no."), most=25, index=Index.SERIAL, shown_when=_VEHICLE
    ),
    Line(
        "make_model",
        Words("मेक / मॉडल", "Make / model"),
        shown_when=OneOf("category", ("AUTOMOBILES", "ELECTRONIC", "CYBER", "ARMS")),
    ),
    Number(
        "year_made",
        Words("निर्माण वर्ष", "Year of make"),
        least=1900,
        most=2100,
        shown_when=_VEHICLE,
    ),
    Line("colour", Words("रंग", "Colour"), most=40, shown_when=Either(_VEHICLE, _ANIMAL)),
    Line("insurance_no", Words("बीमा सं0", "Insurance no."), most=40, shown_when=_VEHICLE),
    Line(
        "imei",
        Words("आई0एम0ई0आई0", "IMEI"),
        most=15,
        pattern=r"[0-9]{15}",
        pattern_words=Words("आई0एम0ई0आई0 15 अंकों का होता है।", "An IMEI has 15 digits."),
        index=Index.SERIAL,
        shown_when=_ELECTRONIC,
    ),
    Line(
        "imei_2",
        Words("दूसरा आई0एम0ई0आई0", "Second IMEI"),
        most=15,
        pattern=r"[0-9]{15}",
        pattern_words=Words("आई0एम0ई0आई0 15 अंकों का होता है।", "An IMEI has 15 digits."),
        index=Index.SERIAL,
        shown_when=_ELECTRONIC,
    ),
    Line(
        "sim_no",
        Words("सिम / मोबाइल नं0", "SIM / mobile no."),
        most=20,
        index=Index.PHONE,
        shown_when=_ELECTRONIC,
    ),
    Line(
        "serial_no",
        Words("क्रम / पहचान सं0", "Serial no."),
        most=60,
        index=Index.SERIAL,
        shown_when=OneOf("category", ("ELECTRONIC", "CYBER", "ARMS", "DOCUMENTS")),
    ),
    Line(
        "denomination",
        Words("मूल्य वर्ग व नम्बर", "Denomination and numbers"),
        shown_when=_CURRENCY,
    ),
    Number("notes", Words("नोट / सिक्के", "Notes / coins"), least=0, shown_when=_CURRENCY),
    YesNo("counterfeit", Words("कूटकृत?", "Counterfeit?"), shown_when=_CURRENCY),
    Line("metal", Words("धातु", "Metal"), most=40, shown_when=Is("category", "JEWELLERY")),
    Decimal(
        "weight_g",
        Words("वजन (ग्राम)", "Weight (g)"),
        least="0",
        shown_when=OneOf("category", ("JEWELLERY", "DRUGS")),
    ),
    Decimal(
        "net_weight_g",
        Words("शुद्ध वजन (ग्राम)", "Net weight (g)"),
        least="0",
        shown_when=_DRUGS,
    ),
    Line("sample_marks", Words("नमूना चिन्ह", "Sample marks"), most=80, shown_when=_DRUGS),
    Choice(
        "quantity_class",
        Words("मात्रा श्रेणी", "Quantity class"),
        choices=NDPS_QUANTITY,
        shown_when=_DRUGS,
    ),
    Line("bore", Words("बोर", "Bore"), most=20, shown_when=_ARMS),
    Line(
        "licence_no",
        Words("लाइसेंस सं0", "Licence no."),
        most=40,
        index=Index.NUMBER,
        shown_when=_ARMS,
    ),
    Number("cartridges", Words("कारतूस / खोखे", "Cartridges / empties"), least=0, shown_when=_ARMS),
    Choice("species", Words("पशु", "Animal"), choices=Listed("CATTLE"), shown_when=_ANIMAL),
    Line("animal_sex", Words("नर / मादा", "Male / female"), most=20, shown_when=_ANIMAL),
    Decimal(
        "animal_age",
        Words("आयु", "Age"),
        least="0",
        most="60",
        unit=Words("वर्ष", "years"),
        shown_when=_ANIMAL,
    ),
    Line("horn", Words("सींग", "Horns"), most=60, shown_when=_ANIMAL),
    Line(
        "tag_no",
        Words("कान का टैग (12 अंक)", "Ear tag (12 digits)"),
        most=12,
        pattern=r"[0-9]{12}",
        index=Index.SERIAL,
        shown_when=_ANIMAL,
    ),
    Line(
        "malkhana_no",
        Words("मालखाना सं0", "Malkhana no."),
        most=30,
        index=Index.NUMBER,
        printed=False,
    ),
    YesNo("sealed", Words("सील मोहर", "Sealed"), printed=False),
    YesNo("photographed", Words("फोटो लिया गया", "Photographed"), printed=False),
    Number("count", Words("नग", "Pieces"), least=0, most=100000, printed=False),
)


def properties(
    key: str,
    words: Words,
    *,
    item: str = "",
    need: Need = Need.OPTIONAL,
    extra: tuple[Field, ...] = (),
    shown_when: Condition | None = None,
) -> Rows:
    """Any number of items of property."""
    return Rows(
        key,
        words,
        item=item,
        need=need,
        shown_when=shown_when,
        row=Group(
            "property",
            Words("सम्पत्ति", "Property"),
            kind="property",
            gist=("category", "type", "description", "value_rs"),
            parts=(*PROPERTY, *extra),
        ),
    )
