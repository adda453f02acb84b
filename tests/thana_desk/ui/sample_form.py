"""A form with every kind of field, and fictional answers for it; for tests of the screen only."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from forms.kit.check import check
from forms.kit.condition import Filled, Is
from forms.kit.fields import (
    Attachment,
    Choice,
    Date,
    DateTime,
    Decimal,
    Field,
    Group,
    Index,
    Line,
    LongText,
    Money,
    MultiChoice,
    Need,
    Number,
    Reference,
    Rows,
    Time,
    YesNo,
)
from forms.kit.form import Facts, Form, Rule, Section
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.when import IST
from forms.kit.words import Words

NOW = dt.datetime(2026, 11, 22, 10, 42, tzinfo=IST)


@dataclass(frozen=True)
class Codes:
    """A small code list."""

    id: str
    meanings: Mapping[str, Words]

    def options(self) -> Mapping[str, Words]:
        """All codes."""
        return self.meanings

    def words_of(self, code: str) -> Words | None:
        """What a code means."""
        return self.meanings.get(code) or (Words("पुराना", "Old") if code == "OLD" else None)


class Sections:
    """Some sections of law, as they are suggested."""

    titles: Mapping[str, Words] = {
        "303(2)": Words("303(2) चोरी", "303(2) Theft"),
        "115(2)": Words("115(2) स्वेच्छया उपहति", "115(2) Voluntarily causing hurt"),
        "351(3)": Words("351(3) आपराधिक अभित्रास", "351(3) Criminal intimidation"),
    }

    def find(
        self, typed: str, scopes: Sequence[Mapping[str, Any]], limit: int
    ) -> list[tuple[str, Words]]:
        """Sections whose number or title has what was typed."""
        return [
            (stored, meant)
            for stored, meant in self.titles.items()
            if typed in stored or typed in meant.hi or typed.casefold() in meant.en.casefold()
        ][:limit]


GENDER = Codes(
    "GENDER",
    {"M": Words("पुरुष", "Male"), "F": Words("स्त्री", "Female"), "T": Words("ट्रांसजेंडर", "Transgender")},
)
DIRECTION = Codes(
    "DIRECTION",
    {
        "N": Words("उत्तर", "North"),
        "NE": Words("उत्तर-पूर्व", "North-east"),
        "E": Words("पूर्व", "East"),
        "SE": Words("दक्षिण-पूर्व", "South-east"),
        "S": Words("दक्षिण", "South"),
        "SW": Words("दक्षिण-पश्चिम", "South-west"),
        "W": Words("पश्चिम", "West"),
        "NW": Words("उत्तर-पश्चिम", "North-west"),
    },
)
INFO_TYPE = Codes(
    "INFO_TYPE",
    {
        "W": Words("लिखित", "Written"),
        "O": Words("मौखिक", "Oral"),
        "E": Words("इलेक्ट्रॉनिक", "Electronic"),
    },
)
INJURY = Codes(
    "INJURY",
    {
        "HEAD": Words("सिर", "Head"),
        "ARM": Words("बाँह", "Arm"),
        "LEG": Words("टाँग", "Leg"),
        "BACK": Words("पीठ", "Back"),
        "FACE": Words("चेहरा", "Face"),
    },
)

ADDRESS = Group(
    "address",
    Words("पता", "Address"),
    kind="address",
    parts=(
        Line("village", Words("ग्राम/मोहल्ला", "Village or locality"), index=Index.PLACE),
        Line("landmark", Words("पहचान चिह्न", "Landmark")),
        Line("pincode", Words("पिन कोड", "PIN code"), most=6, pattern=r"\d{6}"),
    ),
)


def person_parts() -> tuple[Field, ...]:
    """The fields of a person."""
    return (
        Line("name", Words("नाम", "Name"), item="(a)", index=Index.NAME, need=Need.EXPECTED),
        Line("father", Words("पिता/पति का नाम", "Father's or husband's name"), item="(b)"),
        Choice("gender", Words("लिंग", "Gender"), choices=GENDER),
        Number("age", Words("आयु", "Age"), least=0, most=130, unit=Words("वर्ष", "years")),
        Line("phone", Words("मोबाइल", "Mobile"), most=10, pattern=r"[6-9]\d{9}", index=Index.PHONE),
        Line("uid", Words("पहचान संख्या", "Identity number"), sealed=True),
        ADDRESS,
    )


def _late(letter: Letter, facts: Facts) -> Iterator[Problem]:
    occurred, told = letter.get("occurred_at", ""), letter.get("told_at", "")
    if occurred and told and occurred > told:
        yield Problem(
            ("occurred_at",),
            "V01",
            Words(
                "घटना का समय सूचना के समय से बाद का है। समय ठीक करें, या कारण लिखें।",
                "The occurrence is later than the information. Put it right, or write why.",
            ),
            Weight.REASON,
        )


def _far(letter: Letter, facts: Facts) -> Iterator[Problem]:
    if str(letter.get("distance", "0")).partition(".")[0] > "90":
        yield Problem(
            ("distance",),
            "V02",
            Words(
                "दूरी 90 कि0मी0 से अधिक है — थाना प्रभारी की स्वीकृति चाहिए।",
                "The distance is above 90 km: the officer in charge has to approve.",
            ),
            Weight.APPROVAL,
        )


SECTIONS = (
    Section(
        "station",
        Words("थाना व सूचना", "Station and information"),
        (
            Line("fir_number", Words("प्र0सू0रि0 संख्या", "FIR number"), item="1", fixed=True),
            DateTime(
                "told_at",
                Words("सूचना प्राप्त होने का दिनांक व समय", "Information received at"),
                item="3(b)",
                need=Need.MUST,
            ),
            Choice(
                "info_type",
                Words("सूचना का प्रकार", "Type of information"),
                item="4",
                choices=INFO_TYPE,
                need=Need.EXPECTED,
            ),
            Reference(
                "gd",
                Words("रोजनामचा संदर्भ", "General diary reference"),
                item="3(c)",
                form="gd",
                need=Need.EXPECTED,
            ),
        ),
    ),
    Section(
        "law",
        Words("अधिनियम व धाराएँ", "Acts and sections"),
        (
            Rows(
                "acts",
                Words("अधिनियम व धाराएँ", "Acts and sections"),
                item="2",
                need=Need.MUST,
                row=Group(
                    "row",
                    Words("धारा", "Section"),
                    parts=(
                        Line("act", Words("अधिनियम", "Act"), need=Need.MUST),
                        Line(
                            "section",
                            Words("धारा", "Section"),
                            suggest=Sections(),
                            index=Index.SECTION,
                            need=Need.MUST,
                        ),
                    ),
                ),
            ),
        ),
    ),
    Section(
        "event",
        Words("घटना का समय व स्थान", "Time and place of occurrence"),
        (
            DateTime(
                "occurred_at",
                Words("घटना का दिनांक व समय", "Occurred at"),
                item="3(a)",
                need=Need.EXPECTED,
            ),
            Time("noticed", Words("कितने बजे देखा", "Noticed at")),
            Choice(
                "direction",
                Words("थाने से दिशा", "Direction from the station"),
                item="5(a)",
                choices=DIRECTION,
            ),
            Decimal(
                "distance",
                Words("थाने से दूरी", "Distance from the station"),
                item="5(a)",
                unit=Words("कि0मी0", "km"),
                least="0",
            ),
            YesNo(
                "outside",
                Words("थाने की सीमा से बाहर?", "Outside the limits of this station?"),
                item="5(c)",
                help=Words(
                    "अपराध दूसरे थाने में हुआ हो तो ‘हाँ’ — शून्य प्रथम सूचना रिपोर्ट बनेगी।",
                    "Yes where the offence happened in another station's area: a zero FIR is made.",
                ),
                source="BNSS 173(1)",
            ),
            Line(
                "other_station",
                Words("सम्बन्धित थाना", "Station concerned"),
                shown_when=Is("outside", True),
                need=Need.MUST,
            ),
            ADDRESS,
        ),
    ),
    Section(
        "informant",
        Words("शिकायतकर्ता/सूचनाकर्ता", "Complainant or informant"),
        (
            Group(
                "informant",
                Words("शिकायतकर्ता", "Complainant"),
                item="6",
                kind="person",
                parts=person_parts(),
                need=Need.MUST,
            ),
            Date("born", Words("जन्म तिथि", "Date of birth"), item="6(c)"),
            MultiChoice("told_by", Words("सूचना का माध्यम", "Told by"), choices=INFO_TYPE),
            MultiChoice("injuries", Words("चोटें", "Injuries"), choices=INJURY),
        ),
    ),
    Section(
        "accused",
        Words("अभियुक्त", "Accused"),
        (
            Rows(
                "accused",
                Words(
                    "ज्ञात/संदिग्ध/अज्ञात अभियुक्त का पूरा विवरण", "Known, suspected or unknown accused"
                ),
                item="7",
                row=Group(
                    "person",
                    Words("अभियुक्त", "Accused"),
                    kind="person",
                    parts=(
                        *person_parts(),
                        Rows(
                            "aliases",
                            Words("उर्फ", "Aliases"),
                            row=Group(
                                "alias",
                                Words("उर्फ", "Alias"),
                                parts=(Line("alias", Words("उर्फ", "Alias")),),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
    Section(
        "property",
        Words("सम्पत्ति", "Property"),
        (
            Money("value", Words("सम्पत्ति का कुल मूल्य", "Total value of property"), item="10"),
            Number("vehicles", Words("वाहन", "Vehicles"), least=0, most=99),
            LongText(
                "delay",
                Words("देरी का कारण", "Reason for delay"),
                item="8",
                shown_when=Filled("value"),
            ),
        ),
    ),
    Section(
        "contents",
        Words("प्रथम सूचना तथ्य", "First information contents"),
        (
            LongText(
                "contents",
                Words("प्रथम सूचना तथ्य", "First information contents"),
                item="12",
                need=Need.MUST,
            ),
            Attachment("scan", Words("तहरीर की छवि", "Scan of the written information")),
        ),
    ),
)


def sample(now: dt.datetime) -> Letter:
    """Fictional answers to every field."""
    return {
        "fir_number": "0059/2026",
        "told_at": "2026-11-22T10:42",
        "info_type": "W",
        "gd": {"record_id": "019ab", "form": "gd", "number": "14", "title": "रपट नमूना"},
        "acts": [
            {"act": "भारतीय न्याय संहिता (बी एन एस), 2023", "section": "303(2)"},
            {"act": "भारतीय न्याय संहिता (बी एन एस), 2023", "section": "351(3)"},
        ],
        "occurred_at": "2026-11-22T09:15",
        "noticed": "09:30",
        "direction": "NE",
        "distance": "2.5",
        "outside": True,
        "other_station": "थाना नमूना",
        "address": {"village": "ग्राम नमूनापुर", "landmark": "बड़ा पीपल", "pincode": "209999"},
        "informant": {
            "name": "नमूना कुमार",
            "father": "काल्पनिक प्रसाद",
            "gender": "M",
            "age": 34,
            "phone": "9000000001",
            "uid": "0000 0000 0000",
            "address": {"village": "ग्राम नमूनापुर"},
        },
        "born": "1992-02-29",
        "told_by": ["W", "O"],
        "injuries": ["HEAD", "LEG"],
        "accused": [
            {"name": "नमूना एक", "age": 30, "aliases": [{"alias": "पहला"}, {"alias": "दूसरा"}]},
            {"name": "नमूना दो", "gender": "F", "address": {"pincode": "209998"}},
        ],
        "value": "1250000.50",
        "vehicles": 0,
        "delay": "सड़क पर पानी भरा था।\nइसलिए देर हुई।",
        "contents": "नकल तहरीर हिन्दी वादी (नमूना)\n\nमहोदय, यह नमूना तहरीर है।",
        "scan": {
            "sha256": "0" * 64,
            "name": "तहरीर-नमूना.png",
            "mime": "image/png",
            "size": 34_567,
            "caption": "",
        },
    }


FORM = Form(
    "every_kind",
    1,
    Words("प्रथम सूचना रिपोर्ट (नमूना)", "First information report (sample)"),
    Words("नमूना", "Sample"),
    SECTIONS,
    role="moharir",
    duty=("b-2",),
    sample=sample,
    law=Words("धारा 173 भा0ना0सु0सं0", "Section 173 BNSS"),
    rules=(Rule("V01", _late), Rule("V02", _far)),
)


def check_form(letter: Letter, reasons: Mapping[str, str], form: Form = FORM) -> list[Problem]:
    """What is wrong, less the problems whose reason is written."""
    found = check(form, letter, Facts(now=NOW))
    return [p for p in found if not (p.weight is Weight.REASON and reasons.get(p.code, "").strip())]
