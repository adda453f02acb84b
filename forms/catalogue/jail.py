"""A jail, as prisoners and remands refer to it (duty e-8); Prisons Act 1894."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from forms.codes import find_jails, jails
from forms.kit.condition import Is
from forms.kit.fields import Choice, Index, Line, Need, YesNo
from forms.kit.form import Facts, Form, Paper, Section, Trust
from forms.kit.letter import Letter
from forms.kit.words import Words
from forms.parts.lists import Fixed
from forms.parts.place import address

_KIND = Fixed(
    "JAIL_KIND",
    (
        ("CENTRAL", Words("केन्द्रीय", "Central jail")),
        ("DISTRICT", Words("जिला", "District jail")),
        ("SUB", Words("उप", "Sub-jail")),
        ("WOMEN", Words("महिला", "Women's jail")),
        ("OBSERVATION", Words("सम्प्रेक्षण गृह", "Observation home")),
    ),
)


class JailNames:
    """The jails that ship, as `Suggestions`; any other name may be typed."""

    def find(
        self, typed: str, scopes: Sequence[Mapping[str, Any]], limit: int
    ) -> list[tuple[str, Words]]:
        """Jails whose name fits `typed`."""
        return [(one.words.hi, one.words) for one in find_jails(typed)][:limit]


JAIL = Section(
    "jail",
    Words("जेल", "Jail"),
    (
        Line(
            "name",
            Words("जेल का नाम", "Name of the jail"),
            need=Need.MUST,
            index=Index.PLACE,
            suggest=JailNames(),
            help=Words(
                "सूची (पुष्टि शेष) से चुनें या नाम लिखें; सूची की जेल का प्रकार व जनपद स्वतः भर जाता है।",
                "Choose from the list (to be confirmed) or write the name; kind and district of a "
                "listed jail are filled.",
            ),
        ),
        Line("code", Words("कोड", "Code"), most=20, index=Index.NUMBER),
        Choice("kind", Words("प्रकार", "Kind"), choices=_KIND, need=Need.EXPECTED),
        Line("district", Words("जनपद", "District"), need=Need.EXPECTED, index=Index.PLACE),
        address("address", Words("पता", "Address")),
        Line("superintendent", Words("अधीक्षक", "Superintendent")),
        Line(
            "phone",
            Words("दूरभाष", "Phone"),
            most=16,
            pattern=r"[6-9][0-9]{9}|0[0-9]{9,11}",
            pattern_words=Words(
                "मोबाइल 10 अंकों में या लैंडलाइन 0 और एस.टी.डी. कोड सहित लिखें।",
                "Write a mobile with 10 digits, or a landline with 0 and its STD code.",
            ),
            index=Index.PHONE,
        ),
        Line("eprison_id", Words("ई-प्रिजन आई0डी0", "e-Prison id"), most=40, index=Index.NUMBER),
        YesNo(
            "active",
            Words("कार्यरत", "In use"),
            need=Need.EXPECTED,
            help=Words(
                "बन्द हो चुकी जेल पर ‘नहीं’ करें; पुराने अभिलेख उसे पहचानते रहेंगे।",
                "Say no for a jail that was closed; older records still know it.",
            ),
        ),
        Line(
            "closed_why",
            Words("कब और क्यों बन्द", "Closed when and why"),
            shown_when=Is("active", False),
        ),
    ),
)


def line(letter: Letter) -> str:
    """Name and district; a closed one says so."""
    name, district = str(letter.get("name") or ""), str(letter.get("district") or "")
    closed = " · बन्द" if letter.get("active") is False else ""
    return " · ".join(filter(None, (name, district))) + closed


def prepare(letter: Letter, facts: Facts) -> None:
    """Kind and district of a listed jail, where they were left blank."""
    listed = next((one for one in jails() if letter.get("name") == one.words.hi), None)
    if listed is not None:
        letter["kind"] = letter.get("kind") or listed.kind
        letter["district"] = letter.get("district") or listed.district.hi


def sample(now: dt.datetime) -> Letter:
    """A fictional district jail."""
    return {
        "name": "जिला कारागार नमूना जनपद",
        "code": "NJ-00",
        "kind": "DISTRICT",
        "district": "नमूना जनपद",
        "address": {"village_town": "नमूनागंज", "district": "नमूना जनपद"},
        "superintendent": "श्री उदाहरण वर्मा",
        "phone": "05220000000",
        "eprison_id": "EP-0000",
        "active": True,
    }


FORM = Form(
    code="jail",
    version=1,
    title=Words("जेल का विवरण", "Jail details"),
    short=Words("जेल", "Jail"),
    sections=(JAIL,),
    role="pairokar",
    duty=("e-8",),
    trust=Trust.INFERRED,
    law=Words("कारागार अधिनियम 1894", "Prisons Act 1894"),
    own_number=lambda letter: str(letter.get("code") or ""),
    papers=(Paper("form", Words("जेल का विवरण", "Jail details"), ""),),
    line=line,
    prepare=prepare,
    sample=sample,
)
