"""Transfer of an FIR to another station, unit or agency (duty a-3): s.154 CrPC, now s.173(1) BNSS."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import Filled, OneOf
from forms.kit.fields import Choice, DateTime, Group, Line, LongText, Need, Number, Rows
from forms.kit.form import Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import (
    diary_reference,
    fir_of,
    fir_reference,
    in_order,
    later_diary,
    not_before_fir,
    refer_to_fir,
)
from forms.parts.lists import Fixed
from forms.parts.officer import officer
from forms.parts.person import persons
from forms.parts.property import properties
from forms.parts.spoken import text_said

REASON = Fixed(
    "TRANSFER_REASON",
    (
        ("JURISDICTION", Words("क्षेत्राधिकार", "Jurisdiction")),
        ("SENIOR_ORDER", Words("उच्चाधिकारी का आदेश", "Order of a senior officer")),
        (
            "SPECIAL_UNIT",
            Words("विशेष इकाई (सी0बी0सी0आई0डी0 / एस0टी0एफ0)", "Special unit (CBCID, STF)"),
        ),
        ("COURT", Words("न्यायालय का आदेश", "Order of a court")),
        ("WOMEN_CYBER", Words("महिला / साइबर थाना", "Women's or cyber police station")),
    ),
)
UNIT = Fixed(
    "TRANSFER_UNIT",
    (
        ("SAME_DISTRICT", Words("इसी जनपद का थाना", "Station of this district")),
        ("OTHER_DISTRICT", Words("प्रदेश के अन्य जनपद का थाना", "Station of another district")),
        ("OTHER_STATE", Words("अन्य राज्य का थाना", "Station of another State")),
        ("AGENCY", Words("इकाई / एजेन्सी", "Unit or agency")),
    ),
)

ORDER = Section(
    "order",
    Words("स्थानान्तरण", "Transfer"),
    (
        fir_reference(),
        Choice("reason", Words("कारण", "Reason"), choices=REASON, need=Need.MUST),
        Line(
            "order_no",
            Words("आदेश सं0 व दिनांक", "Order, number and date"),
            need=Need.EXPECTED,
            help=Words(
                "जिस आदेश से प्राथमिकी भेजी जा रही है; क्षेत्राधिकार पर भेजें तो थाना प्रभारी का आदेश।",
                "The order under which the FIR goes; on jurisdiction, that of the officer in charge.",
            ),
        ),
        Choice("unit_kind", Words("कहाँ", "Where to"), choices=UNIT, need=Need.EXPECTED),
        Line("to_unit", Words("किस थाने / इकाई को", "To which station or unit"), need=Need.MUST),
        Line(
            "to_district",
            Words("जनपद", "District"),
            shown_when=OneOf("unit_kind", ("OTHER_DISTRICT", "OTHER_STATE", "AGENCY")),
            need=Need.EXPECTED,
        ),
        Line(
            "to_state",
            Words("राज्य", "State"),
            shown_when=OneOf("unit_kind", ("OTHER_STATE",)),
            need=Need.EXPECTED,
        ),
        LongText("remark", Words("टिप्पणी", "Remark"), most=3000),
    ),
)

SENT = Section(
    "sent",
    Words("भेजे गये अभिलेख, सम्पत्ति व अभियुक्त", "Papers, property and accused sent"),
    (
        Rows(
            "docs",
            Words("भेजे गये अभिलेख", "Papers sent"),
            need=Need.EXPECTED,
            row=Group(
                "doc",
                Words("अभिलेख", "Paper"),
                parts=(
                    Line("title", Words("अभिलेख", "Paper"), need=Need.EXPECTED),
                    Number("pages", Words("पृष्ठ", "Pages"), least=0, most=100_000),
                ),
            ),
        ),
        Number("pages_total", Words("कुल पृष्ठ", "Pages in all"), least=0, fixed=True),
        properties("property", Words("भेजी गयी सम्पत्ति", "Property sent")),
        persons("in_custody", Words("अभिरक्षा में अभियुक्त", "Accused in custody")),
    ),
)

RECEIPT = Section(
    "receipt",
    Words("प्रेषण व प्राप्ति", "Dispatch and receipt"),
    (
        officer(
            "handed_to", Words("ले जाने / प्राप्त करने वाले कर्मी", "Officer who carries or receives")
        ),
        DateTime("sent_at", Words("प्रेषण दिनांक व समय", "Sent at"), need=Need.MUST),
        DateTime(
            "ack_at",
            Words("प्राप्ति स्वीकृति दिनांक व समय", "Receipt acknowledged at"),
            help=Words(
                "पावती आने पर संशोधन से लिखें।", "Write it by a correction once the receipt has come."
            ),
        ),
        diary_reference(key="ack_gd_ref", hi="पावती की रपट", en="Diary entry of the receipt"),
        Line("new_fir_no", Words("वहाँ पंजीकृत मु0अ0सं0", "FIR number given there"), most=40),
        Line("informant_told", Words("वादी को सूचना (माध्यम, दिनांक)", "Informant told (how, when)")),
    ),
)


def sent_once(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """An FIR that was sent away is no longer here to be sent; a second transfer says why."""
    earlier = facts.case().of("fir_trf")
    if earlier:
        where = text_said(earlier[-1].letter.get("to_unit"))
        yield Problem(
            ("to_unit",),
            "trf.again",
            Words(
                f"यह प्राथमिकी पहले ही {where} को स्थानान्तरित की जा चुकी है। पावती वहीं के अभिलेख में लिखें, या दोबारा "
                "भेजने का कारण लिखें।",
                f"This FIR was transferred to {where} already. Write the receipt into that record, "
                "or the reason for sending it again.",
            ),
            Weight.REASON,
        )


def after_the_final_report(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A case whose final report is filed is transferred only with the reason."""
    if fir_of(facts) is not None and facts.case().of("iif_5"):
        yield Problem(
            ("reason",),
            "trf.finished",
            Words(
                "इस मुकदमे में अन्तिम रिपोर्ट लग चुकी है। स्थानान्तरण का कारण लिखें।",
                "The final report of this case is filed. Write why it is transferred.",
            ),
            Weight.REASON,
        )


def prepare(letter: Letter, facts: Facts) -> None:
    """Fill the FIR and the sum of the pages."""
    refer_to_fir(letter, facts)
    pages = [row["pages"] for row in rows(letter, "docs") if type(row.get("pages")) is int]
    letter.pop("pages_total", None)
    if pages:
        letter["pages_total"] = sum(pages)


def _received(letter: Letter, facts: Facts) -> str:
    fir, number = fir_of(facts), text_said(letter.get("new_fir_no"))
    return (
        f"मु0अ0सं0 {fir.number if fir else ''} जो {text_said(letter.get('to_unit'))} को स्थानान्तरित किया गया था, "
        f"उसकी पावती प्राप्त हुई।{f' वहाँ मु0अ0सं0 {number} पंजीकृत हुआ।' if number else ''}"
    )


def line(letter: Letter) -> str:
    """To whom and why."""
    reason = REASON.words_of(str(letter.get("reason")))
    return f"{letter.get('to_unit', '')} को स्थानान्तरण · {reason.hi if reason else ''}"


def sample(now: dt.datetime) -> Letter:
    """A fictional transfer to the station of the place."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    return {
        "reason": "JURISDICTION",
        "order_no": "आदेश नमूना-7 / थाना प्रभारी",
        "unit_kind": "OTHER_DISTRICT",
        "to_unit": "थाना उदाहरणनगर (नमूना)",
        "to_district": "उदाहरण जनपद",
        "docs": [
            {"title": "मूल प्राथमिकी व नकल रपट", "pages": 6},
            {"title": "तहरीर", "pages": 2},
        ],
        "property": [
            {"category": "DOCUMENTS", "description": "सील बन्द लिफाफा (नमूना)", "value_rs": "0"}
        ],
        "handed_to": {"name": "का0 नमूना राम", "rank": "CONSTABLE", "pno": "000000003"},
        "sent_at": hours(3),
        "ack_at": hours(1),
        "informant_told": "दूरभाष द्वारा, नमूना",
    }


FORM = Form(
    code="fir_trf",
    version=1,
    title=Words("प्राथमिकी का स्थानान्तरण", "Transfer of an FIR"),
    short=Words("प्राथमिकी स्थानान्तरण", "FIR transfer"),
    sections=(ORDER, SENT, RECEIPT),
    role="sho",
    duty=("a-3",),
    law=Words("धारा 173(1) बी.एन.एस.एस.", "Section 173(1) B.N.S.S."),
    rules=(
        not_before_fir("sent_at", "प्रेषण", "The dispatch"),
        in_order(
            "sent_at",
            "ack_at",
            "प्राप्ति स्वीकृति प्रेषण से पहले की है। दिनांक व समय ठीक करें।",
            "The receipt is before the dispatch. Please put date and time right.",
        ),
        Rule("trf.again", sent_once),
        Rule("trf.finished", after_the_final_report),
    ),
    numbered=(Numbered("fir_transfer"),),
    parent="iif_1",
    also_under=("fir_rereg",),
    parent_must=True,
    consequences=(
        later_diary(
            "DAK",
            "received",
            "स्थानान्तरित प्राथमिकी की पावती",
            _received,
            when=Filled("ack_at"),
            link="ack_gd_ref",
            at="ack_at",
        ),
    ),
    papers=(
        Paper(
            "form",
            Words("प्राथमिकी स्थानान्तरण पत्र", "Letter of transfer of an FIR"),
            "",
            copies=(
                Words("थाना प्रति", "Station copy"),
                Words("प्राप्तकर्ता थाना / इकाई प्रति", "Receiving station's or unit's copy"),
                Words("पुलिस अधीक्षक प्रति", "Superintendent's copy"),
                Words(
                    "प्राप्तकर्ता जनपद पुलिस अधीक्षक प्रति", "Receiving district Superintendent's copy"
                ),
                Words("सूचनाकर्ता प्रति", "Informant's copy"),
                Words("न्यायालय प्रति", "Court copy"),
            ),
        ),
    ),
    line=line,
    occurred="sent_at",
    prepare=prepare,
    sample=sample,
)
