"""Keeping in touch with a person or an eye on one: contacts, visits, phones, vehicles, accounts."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import Is, OneOf
from forms.kit.fields import Choice, DateTime, Field, Group, Index, Line, Need, Rows
from forms.kit.form import Facts, Rule
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.age import day_of
from forms.parts.lists import Fixed
from forms.parts.officer import officer

_PHONE = r"[6-9][0-9]{9}|0[0-9]{9,11}|\+[1-9][0-9]{7,14}"
_PHONE_WORDS = Words(
    "मोबाइल नम्बर 10 अंकों का होता है और 6 से 9 के बीच के अंक से शुरू होता है।",
    "A mobile number has 10 digits and starts with 6 to 9.",
)


def contacts(key: str, words: Words, *, need: Need = Need.OPTIONAL, sealed: bool = False) -> Rows:
    """Whom to call in need."""
    return Rows(
        key,
        words,
        need=need,
        row=Group(
            "contact",
            Words("सम्पर्क", "Contact"),
            parts=(
                Line(
                    "name",
                    Words("नाम", "Name"),
                    need=Need.EXPECTED,
                    index=Index.NAME,
                    sealed=sealed,
                ),
                Line("relation", Words("सम्बन्ध", "Relation"), most=60),
                Line(
                    "phone",
                    Words("मोबाइल", "Mobile"),
                    most=16,
                    pattern=_PHONE,
                    pattern_words=_PHONE_WORDS,
                    need=Need.EXPECTED,
                    index=Index.PHONE,
                    sealed=sealed,
                ),
            ),
        ),
    )


def visits(key: str, words: Words, *, sealed: bool = False, extra: tuple[Field, ...] = ()) -> Rows:
    """Visits by an officer: when, who, what was found."""
    return Rows(
        key,
        words,
        row=Group(
            "visit",
            Words("भेंट", "Visit"),
            parts=(
                DateTime("at", Words("दिनांक व समय", "Date and hour"), need=Need.EXPECTED),
                officer("officer", Words("अधिकारी / कर्मचारी", "Officer"), need=Need.EXPECTED),
                *extra,
                Line("remark", Words("टिप्पणी", "Remark"), most=500, sealed=sealed),
            ),
        ),
    )


NUMBER_KIND = Fixed(
    "NUMBER_KIND",
    (
        ("MOBILE", Words("मोबाइल", "Mobile")),
        ("VEHICLE", Words("वाहन", "Vehicle")),
        ("BANK", Words("बैंक खाता", "Bank account")),
        ("UPI", Words("यू0पी0आई0 / वॉलेट", "UPI or wallet")),
        ("SOCIAL", Words("सोशल मीडिया खाता", "Social media account")),
    ),
)


def phones_vehicles(key: str, words: Words) -> Rows:
    """Mobiles, vehicles and accounts that a person uses, each found again by its number."""
    return Rows(
        key,
        words,
        row=Group(
            "number_row",
            Words("नम्बर", "Number"),
            parts=(
                Choice("kind", Words("प्रकार", "Kind"), choices=NUMBER_KIND, need=Need.MUST),
                Line(
                    "phone",
                    Words("मोबाइल नम्बर", "Mobile number"),
                    most=16,
                    pattern=_PHONE,
                    pattern_words=_PHONE_WORDS,
                    shown_when=Is("kind", "MOBILE"),
                    need=Need.EXPECTED,
                    index=Index.PHONE,
                ),
                Line(
                    "vehicle_no",
                    Words("वाहन सं0", "Vehicle no."),
                    most=20,
                    shown_when=Is("kind", "VEHICLE"),
                    need=Need.EXPECTED,
                    index=Index.VEHICLE,
                ),
                Line(
                    "account",
                    Words("खाता", "Account"),
                    most=80,
                    shown_when=OneOf("kind", ("BANK", "UPI", "SOCIAL")),
                    need=Need.EXPECTED,
                    index=Index.IDENTITY,
                ),
                Line("remark", Words("टिप्पणी", "Remark"), most=200),
            ),
        ),
    )


def visit_due(key: str, *, unless: str, days: int = 31) -> Rule:
    """The last visit is not older than `days`, unless `unless` is answered (consent withdrawn).

    The month is a choice of this desk, to be confirmed.
    """

    def find(letter: Letter, facts: Facts) -> Iterator[Problem]:
        if letter.get(unless):
            return
        days_seen = [day for row in rows(letter, key) if (day := day_of(row.get("at")))]
        if days_seen and facts.now.date() - max(days_seen) > dt.timedelta(days=days):
            yield Problem(
                (key,),
                "visit_due",
                Words(
                    f"अन्तिम भेंट {max(days_seen):%d-%m-%Y} को हुई थी। इस माह की भेंट करायें और लिखें।",
                    f"The last visit was on {max(days_seen):%d-%m-%Y}. Have this month's visit made "
                    "and write it.",
                ),
                Weight.GAP,
            )

    return Rule("visit_due", find)
