"""Lost property (खोयी संपत्ति): an acknowledgement for the loser, no FIR; found: s.503 BNSS (duty b-6)."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import All, Filled, Is, OneOf
from forms.kit.fields import (
    Choice,
    Date,
    DateTime,
    Index,
    Line,
    LongText,
    Money,
    Need,
    YesNo,
)
from forms.kit.form import Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import diary, diary_reference, in_order, later_diary
from forms.parts.elsewhere_rules import seen_before
from forms.parts.incident import (
    FIR_CHOSEN,
    fir_choice,
    imei_problems,
    name_in,
    place_in,
    total_value,
)
from forms.parts.lists import Fixed
from forms.parts.person import person
from forms.parts.place import address
from forms.parts.property import properties
from forms.parts.signing import signs

STATUS = Fixed(
    "LOST_STATUS",
    (
        ("LOST", Words("खोया", "Lost")),
        ("FOUND", Words("मिला", "Found")),
        ("RETURNED", Words("वापस", "Returned")),
        ("CLOSED", Words("बन्द", "Closed")),
    ),
)
_FOUND = OneOf("status", ("FOUND", "RETURNED"))

APPLICANT = Section(
    "applicant",
    Words("आवेदक", "Applicant"),
    (
        Line(
            "app_ref",
            Words("यूपीकॉप / पोर्टल सन्दर्भ", "UPCOP / portal reference"),
            most=60,
            index=Index.NUMBER,
            printed=False,
        ),
        diary_reference(),
        person("applicant", Words("आवेदक", "Applicant"), need=Need.MUST),
    ),
)

ITEMS = Section(
    "items",
    Words("खोयी वस्तु", "What was lost"),
    (
        properties("items", Words("खोयी वस्तु", "Lost item"), need=Need.MUST),
        Money("items_total", Words("कुल मूल्य", "Total value"), fixed=True),
        Line(
            "doc_no",
            Words("दस्तावेज संख्या", "Number of the document"),
            most=60,
            index=Index.IDENTITY,
            help=Words(
                "खोये हुए अंकपत्र, पासबुक, लाइसेंस आदि की संख्या; आधार का पूरा नम्बर न लिखें।",
                "Of a lost mark sheet, pass book, licence; never the full Aadhaar number.",
            ),
        ),
    ),
)

LOSS = Section(
    "loss",
    Words("कब, कहाँ, कैसे खोया", "When, where and how"),
    (
        DateTime("lost_from_dt", Words("खोने का समय से", "Lost from"), need=Need.EXPECTED),
        DateTime("lost_to_dt", Words("खोने का समय तक", "Lost to")),
        address("lost_place", Words("खोने का स्थान", "Place of the loss"), need=Need.EXPECTED),
        LongText("brief", Words("विवरण", "Account"), need=Need.EXPECTED, most=10_000),
        YesNo(
            "not_theft",
            Words("चोरी नहीं, खोना है (घोषणा)", "Lost, not stolen (declaration)"),
            need=Need.MUST,
            help=Words(
                "आवेदक से पूछकर भरें। चोरी हो तो ‘नहीं’ चुनें और प्राथमिकी लिखें।",
                "Ask the applicant. If it was stolen choose ‘no’ and write an FIR.",
            ),
        ),
        YesNo(
            "declared_true",
            Words("आवेदक ने विवरण सत्य होना घोषित किया", "The applicant declares this to be true"),
            need=Need.EXPECTED,
        ),
    ),
)

OUTCOME = Section(
    "outcome",
    Words("स्थिति व वापसी", "Status and return"),
    (
        Choice("status", Words("स्थिति", "Status"), choices=STATUS, need=Need.EXPECTED),
        Date(
            "found_dt",
            Words("मिलने का दिनांक", "Found on"),
            shown_when=_FOUND,
            need=Need.EXPECTED,
        ),
        address("found_place", Words("मिलने का स्थान", "Where found"), shown_when=_FOUND),
        person("found_by", Words("किसे मिला", "Found by"), shown_when=_FOUND),
        diary_reference(key="found_gd_ref", hi="मिलने / वापसी की रपट", en="Diary entry of the find"),
        Line(
            "mag_report_no",
            Words("मजिस्ट्रेट को सूचना सं0 व दिनांक", "Report to the Magistrate, number and date"),
            most=80,
            shown_when=Is("status", "FOUND"),
            need=Need.EXPECTED,
            source="503 BNSS",
            help=Words(
                "मिली हुई वस्तु का स्वामी सामने न आये तो मजिस्ट्रेट को सूचना दी जाती है (धारा 503 बीएनएसएस)।",
                "Where no owner comes forward for what was found the Magistrate is told (s.503 BNSS).",
            ),
        ),
        Date(
            "returned_dt",
            Words("वापसी दिनांक", "Returned on"),
            shown_when=Is("status", "RETURNED"),
            need=Need.EXPECTED,
        ),
        person(
            "returned_to",
            Words("किसे वापस की गयी", "Returned to"),
            shown_when=Is("status", "RETURNED"),
        ),
        fir_choice(
            Words("बाद में दर्ज प्राथमिकी", "FIR registered later"),
            help=Words(
                "बाद में चोरी ज्ञात हो तो दर्ज प्राथमिकी यहाँ चुनें।",
                "If it turns out to be theft choose the FIR here.",
            ),
        ),
    ),
)


def theft_is_an_fir(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """Theft is cognizable: its information is recorded as an FIR (s.173(1) BNSS)."""
    if letter.get("not_theft") is False:
        yield Problem(
            ("not_theft",),
            "LOST.theft",
            Words(
                "आवेदक चोरी बता रहे हैं। चोरी की सूचना खोयी संपत्ति में नहीं, प्राथमिकी (IIF-1) में लिखी जाती है।",
                "The applicant tells of theft. That is written as an FIR (IIF-1), not as lost property.",
            ),
            Weight.REFUSE,
            "173(1) BNSS",
        )


def imei(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """The check digit of every phone."""
    return imei_problems(
        (("items", at, "imei"), row.get("imei")) for at, row in enumerate(rows(letter, "items"))
    )


def prepare(letter: Letter, facts: Facts) -> None:
    """The total value (V16)."""
    total_value(letter, "items", "items_total")


def _items(letter: Letter) -> str:
    named = [str(row.get("type") or row.get("description") or "") for row in rows(letter, "items")]
    return ", ".join(filter(None, named))[:200]


def _subject(letter: Letter, facts: Facts) -> str:
    return f"खोयी संपत्ति सं0 {facts.numbers.get('lost_prop', '')}".strip()


def _diary(letter: Letter, facts: Facts) -> str:
    where = place_in(letter, "lost_place")
    return (
        f"इस समय {name_in(letter, 'applicant') or 'आवेदक'} ने {f'{where} में ' if where else ''}"
        f"{_items(letter) or 'वस्तु'} खो जाने की सूचना दी, चोरी होने से इंकार किया। खोयी संपत्ति सं0 "
        f"{facts.numbers.get('lost_prop', '')} पर दर्ज कर प्राप्ति रसीद दी गयी।"
    )


def _found(letter: Letter, facts: Facts) -> str:
    where, by = place_in(letter, "found_place"), name_in(letter, "found_by")
    returned = letter.get("status") == "RETURNED"
    return (
        f"खोयी संपत्ति सं0 {facts.numbers.get('lost_prop', '')} में अंकित {_items(letter) or 'वस्तु'} "
        f"{f'{where} में ' if where else ''}{f'{by} को ' if by else ''}मिली।"
        f"{' आवेदक को वापस की गयी।' if returned else ''}"
    )


def line(letter: Letter) -> str:
    """What was lost, by whom, and how it stands."""
    status = STATUS.words_of(str(letter.get("status") or ""))
    parts = (_items(letter), name_in(letter, "applicant"), status.hi if status else "")
    return " · ".join(filter(None, parts))


def sample(now: dt.datetime) -> Letter:
    """A fictional phone and mark sheet lost from a bus."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    where = {"village_town": "कस्बा नमूनागंज", "landmark": "बस अड्डा", "district": "नमूना जनपद"}
    return {
        "app_ref": "NAMUNA-0001",
        "applicant": {
            "name": "उदाहरण कुमारी",
            "relation_type": "FATHER",
            "relative_name": "नमूना सिंह",
            "gender": "FEMALE",
            "age_years": 22,
            "occupation": "छात्रा",
            "addresses": [{"address_type": "PRESENT", **where}],
            "phones": [{"phone": "9999900005"}],
        },
        "items": [
            {
                "category": "ELECTRONIC",
                "type": "मोबाइल फोन (नमूना)",
                "description": "काला मोबाइल फोन, नीला कवर",
                "value_rs": "9500",
                "make_model": "नमूना कम्पनी X1",
                "imei": "490154203237518",
            },
            {
                "category": "DOCUMENTS",
                "type": "हाईस्कूल अंकपत्र",
                "description": "अंकपत्र वर्ष 2020 (नमूना)",
                "serial_no": "NAMUNA123",
            },
        ],
        "doc_no": "NAMUNA123",
        "lost_from_dt": hours(26),
        "lost_to_dt": hours(25),
        "lost_place": where,
        "brief": "बस से उतरते समय बैग की जेब से फोन व अंकपत्र कहीं गिर गये, तलाश करने पर नहीं मिले। "
        "(यह काल्पनिक नमूना है)",
        "not_theft": True,
        "declared_true": True,
        "status": "LOST",
    }


FORM = Form(
    code="lost_prop",
    version=1,
    title=Words("खोयी संपत्ति", "Lost property"),
    short=Words("खोयी संपत्ति", "Lost property"),
    sections=(APPLICANT, ITEMS, LOSS, OUTCOME),
    law=Words(
        "पायी गयी सम्पत्ति: धारा 503 बी.एन.एस.एस.",
        "Found property: section 503 BNSS",
    ),
    role="moharir",
    duty=("b-6",),
    rules=(
        seen_before("lost_prop", "items"),
        FIR_CHOSEN,
        in_order(
            "lost_from_dt",
            "lost_to_dt",
            "खोने का समय ‘तक’ समय ‘से’ पहले का है। कृपया ठीक करें।",
            "The loss ends before it begins. Please put it right.",
        ),
        in_order(
            "lost_from_dt",
            "found_dt",
            "वस्तु खोने से पहले मिली लिखी है। कृपया दिनांक ठीक करें।",
            "The thing was found before it was lost. Please put the date right.",
        ),
        in_order(
            "found_dt",
            "returned_dt",
            "वापसी मिलने से पहले की लिखी है। कृपया दिनांक ठीक करें।",
            "The thing was returned before it was found. Please put the date right.",
        ),
        Rule("LOST.theft", theft_is_an_fir),
        Rule("imei", imei),
    ),
    numbered=(Numbered("lost_property"),),
    consequences=(
        diary("INFO", "gd_ref", _subject, _diary),
        later_diary(
            "INFO",
            "found",
            "खोयी संपत्ति का मिलना",
            _found,
            when=All(_FOUND, Filled("found_dt")),
            link="found_gd_ref",
        ),
    ),
    papers=(
        Paper(
            "form",
            Words("खोयी संपत्ति की सूचना – प्राप्ति रसीद", "Lost property: acknowledgement"),
            "",
            copies=(
                Words("आवेदक प्रति (प्राथमिकी नहीं)", "Applicant's copy (not an FIR)"),
                Words("थाना प्रति", "Station copy"),
            ),
            signers=(signs("आवेदक", "Applicant", "applicant"),),
        ),
    ),
    line=line,
    occurred="lost_from_dt",
    prepare=prepare,
    sample=sample,
)
