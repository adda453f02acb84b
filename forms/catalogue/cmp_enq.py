"""Enquiry into a complaint and its disposal (duty a-4): s.157 CrPC, now s.173(3) BNSS."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from forms.codes import flags
from forms.kit.condition import All, Filled, Is, Not, OneOf
from forms.kit.fields import (
    Attachment,
    Choice,
    Date,
    DateTime,
    Group,
    Line,
    LongText,
    Need,
    Number,
    Reference,
    Rows,
    YesNo,
)
from forms.kit.form import CaseRecord, ClockStart, Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import acts_and_sections, chosen_sections
from forms.parts.case import case_reference, diary, diary_reference, in_order, moment_of
from forms.parts.lists import Fixed, Listed
from forms.parts.officer import OFFICER, officer
from forms.parts.spoken import name_said, text_said

DECISION = Fixed(
    "ENQUIRY_DECISION",
    (
        ("APPROVED", Words("जाँच आख्या स्वीकृत", "Enquiry report approved")),
        ("RETURNED", Words("पुनः जाँच हेतु वापस", "Returned for further enquiry")),
    ),
)
INFORMED_BY = Fixed(
    "INFORMED_BY",
    (
        ("PERSON", Words("व्यक्तिगत", "In person")),
        ("PHONE", Words("दूरभाष", "By phone")),
        ("LETTER", Words("पत्र", "By letter")),
        ("PORTAL", Words("पोर्टल", "Through the portal")),
    ),
)
_PE = Is("pe_173_3", True)
_DISPOSED = Is("decision", "APPROVED")
_PE_DAYS = 14
_DISPOSAL = Listed("CMP_DISP")

ORDER = Section(
    "order",
    Words("जाँच की नियुक्ति", "Enquiry assigned"),
    (
        Reference("complaint_ref", Words("शिकायत", "Complaint"), form="complaint", fixed=True),
        YesNo(
            "pe_173_3",
            Words("प्रारम्भिक जाँच 173(3)?", "Preliminary enquiry under 173(3)?"),
            need=Need.EXPECTED,
            source="173(3) BNSS",
        ),
        acts_and_sections("acts", Words("आरोपित धाराएँ", "Sections alleged")),
        Line(
            "dsp_permission",
            Words("क्षेत्राधिकारी की अनुमति सं0 व दिनांक", "Permission of the Dy.SP, number and date"),
            shown_when=_PE,
            need=Need.EXPECTED,
            source="173(3) BNSS",
        ),
        DateTime(
            "permitted_at",
            Words("अनुमति का समय", "Permitted at"),
            shown_when=_PE,
            need=Need.EXPECTED,
        ),
        officer("eo", Words("जाँच अधिकारी", "Enquiry officer"), need=Need.EXPECTED),
        DateTime("assigned_at", Words("नियुक्ति दिनांक व समय", "Assigned at"), need=Need.EXPECTED),
        Date("due_on", Words("नियत तिथि", "Due on"), future=True, need=Need.EXPECTED),
        Date(
            "pe_due_on",
            Words("प्रारम्भिक जाँच की अन्तिम तिथि", "Last day of the preliminary enquiry"),
            future=True,
            fixed=True,
            shown_when=_PE,
        ),
        diary_reference(),
    ),
)

ENQUIRY = Section(
    "enquiry",
    Words("जाँच", "Enquiry"),
    (
        DateTime("spot_at", Words("मौके का निरीक्षण", "Spot visited at")),
        Rows(
            "statements",
            Words("बयान", "Statements"),
            row=Group(
                "statement",
                Words("बयान", "Statement"),
                gist=("name", "taken_at"),
                parts=(
                    Line("name", Words("नाम", "Name"), need=Need.EXPECTED, sealed=True),
                    Line("address", Words("पता", "Address"), sealed=True),
                    LongText(
                        "statement", Words("बयान", "Statement"), need=Need.EXPECTED, most=20_000
                    ),
                    DateTime("taken_at", Words("दिनांक व समय", "Taken at")),
                ),
            ),
        ),
        LongText("finding", Words("निष्कर्ष", "Finding"), need_when=Filled("finished_at")),
        Choice(
            "recommendation",
            Words("संस्तुति", "Recommendation"),
            choices=_DISPOSAL,
            need_when=Filled("finished_at"),
        ),
        DateTime("finished_at", Words("जाँच पूर्ण होने का समय", "Enquiry finished at")),
        Attachment("report_file", Words("जाँच रिपोर्ट", "Enquiry report"), printed=False),
        Date(
            "dsp_reported_on",
            Words("क्षेत्राधिकारी को आख्या प्रेषित", "Reported to the Dy.SP on"),
            shown_when=All(_PE, Filled("recommendation"), Not(Is("recommendation", "FIR"))),
            need=Need.EXPECTED,
            help=Words(
                "प्रथम दृष्टया मामला न बने तो आख्या क्षेत्राधिकारी को व निष्कर्ष की प्रति शिकायतकर्ता को दी जाती है।",
                "Without a prima facie case the report goes to the Deputy Superintendent, and a copy "
                "of the finding to the complainant.",
            ),
        ),
        Date(
            "finding_copy_on",
            Words("निष्कर्ष की प्रति शिकायतकर्ता को दी गयी", "Copy of the finding given on"),
            shown_when=All(_PE, Filled("recommendation"), Not(Is("recommendation", "FIR"))),
            need=Need.EXPECTED,
        ),
    ),
)

REVIEW = Section(
    "review",
    Words("थाना प्रभारी का निर्णय", "Decision of the officer in charge"),
    (
        Choice(
            "decision",
            Words("निर्णय", "Decision"),
            choices=DECISION,
            need_when=Filled("finished_at"),
        ),
        LongText(
            "sho_remark",
            Words("थाना प्रभारी की टिप्पणी", "Remark of the officer in charge"),
            most=5000,
            need_when=Filled("decision"),
        ),
        Choice(
            "disposal",
            Words("निस्तारण", "Disposal"),
            choices=_DISPOSAL,
            shown_when=_DISPOSED,
            need=Need.EXPECTED,
        ),
        Date(
            "disposal_on",
            Words("निस्तारण दिनांक", "Disposed on"),
            shown_when=_DISPOSED,
            need=Need.EXPECTED,
        ),
        Reference(
            "linked",
            Words("सम्बन्धित प्राथमिकी / एन0सी0आर0 / निरोधात्मक", "FIR, NCR or preventive action"),
            shown_when=OneOf("disposal", ("FIR", "NCR", "PREVENTIVE")),
            need=Need.EXPECTED,
            printed=False,
        ),
        Line(
            "transfer_to",
            Words("स्थानान्तरण थाना / विभाग", "Transferred to"),
            shown_when=OneOf("disposal", ("TRANSFERRED", "REVENUE")),
            need=Need.EXPECTED,
        ),
        Date(
            "transfer_on",
            Words("स्थानान्तरण दिनांक", "Transferred on"),
            shown_when=OneOf("disposal", ("TRANSFERRED", "REVENUE")),
            need=Need.EXPECTED,
        ),
        Line(
            "transfer_reason",
            Words("स्थानान्तरण का कारण", "Reason for the transfer"),
            shown_when=OneOf("disposal", ("TRANSFERRED", "REVENUE")),
        ),
        Date(
            "transfer_ack_on",
            Words("प्राप्ति स्वीकृति", "Receipt acknowledged on"),
            shown_when=OneOf("disposal", ("TRANSFERRED", "REVENUE")),
        ),
    ),
)

INFORMED = Section(
    "informed",
    Words("शिकायतकर्ता को सूचना", "Complainant informed"),
    (
        Date(
            "informed_on",
            Words("शिकायतकर्ता को सूचना दी गयी", "Complainant informed on"),
            need=Need.EXPECTED,
        ),
        Choice("informed_by", Words("माध्यम", "How"), choices=INFORMED_BY),
        Number("feedback", Words("फीडबैक (1 से 5)", "Feedback (1 to 5)"), least=1, most=5),
        Line("feedback_text", Words("शिकायतकर्ता का कथन", "What the complainant said"), most=300),
    ),
    shown_when=_DISPOSED,
)


def _complaint(facts: Facts) -> CaseRecord | None:
    parent = facts.case().parent
    if parent is not None and parent.form == "complaint":
        return parent
    return next(iter(facts.case().of("complaint")), None)


def enquiry_in_its_limits(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """V13: only for offences of 3 to under 7 years, finished within 14 days."""
    if letter.get("pe_173_3") is not True:
        return
    chosen = chosen_sections(letter)
    if chosen and flags(chosen).pe_allowed is False:
        yield Problem(
            ("pe_173_3",),
            "V13.scope",
            Words(
                "प्रारम्भिक जाँच केवल 3 से 7 वर्ष से कम दण्ड के अपराधों में हो सकती है। धाराएँ जाँचें, या कारण लिखें।",
                "A preliminary enquiry is only for offences of 3 to under 7 years. Check the "
                "sections, or write the reason.",
            ),
            Weight.REASON,
            "173(3) BNSS",
        )
    start, end = _enquiry_start(letter), moment_of(letter.get("finished_at"))
    if start and end and _day(end) > _day(start) + dt.timedelta(days=_PE_DAYS):
        yield Problem(
            ("finished_at",),
            "V13",
            Words(
                "प्रारम्भिक जाँच 14 दिन में पूरी होनी थी। समय ठीक करें, या विलम्ब का कारण लिखें।",
                "The preliminary enquiry was to end within 14 days. Put the time right, or write "
                "the reason for the delay.",
            ),
            Weight.REASON,
            "173(3) BNSS",
        )


def cognizable_becomes_fir(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A cognizable complaint without an enquiry under s.173(3) ends in an FIR (s.173 BNSS)."""
    complaint = _complaint(facts)
    told = complaint is not None and complaint.letter.get("nature") == "COGNIZABLE"
    chosen = chosen_sections(letter)
    by_law = bool(chosen) and flags(chosen).any_cognizable is True
    if (
        (told or by_law)
        and letter.get("pe_173_3") is not True
        and letter.get("disposal") not in (None, "FIR")
    ):
        yield Problem(
            ("disposal",),
            "cmp.fir",
            Words(
                "शिकायत संज्ञेय अपराध की है और प्रारम्भिक जाँच की अनुमति नहीं है: निस्तारण प्राथमिकी से करें, या कारण लिखें।",
                "The complaint is of a cognizable offence and no preliminary enquiry was permitted: "
                "dispose of it by an FIR, or write the reason.",
            ),
            Weight.REASON,
            "173 BNSS",
        )


def disposal_follows_the_enquiry(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A disposal other than the recommended one is the officer's right; he says why."""
    advised, done = letter.get("recommendation"), letter.get("disposal")
    if advised and done and advised != done:
        yield Problem(
            ("disposal",),
            "cmp.differs",
            Words(
                "निस्तारण जाँच अधिकारी की संस्तुति से भिन्न है। कारण लिखें।",
                "The disposal is not the one the enquiry officer recommended. Write the reason.",
            ),
            Weight.REASON,
        )


def _day(moment: str) -> dt.date:
    return dt.date.fromisoformat(moment[:10])


def _enquiry_start(letter: Letter) -> str:
    return moment_of(letter.get("permitted_at")) or moment_of(letter.get("assigned_at"))


def begin(facts: Facts) -> Letter:
    """The proposal and the enquiry officer that the complaint names already."""
    complaint = _complaint(facts)
    if complaint is None:
        return {}
    begun: Letter = {}
    if isinstance(complaint.letter.get("pe_173_3"), bool):
        begun["pe_173_3"] = complaint.letter["pe_173_3"]
    named = complaint.letter.get("eo")
    if isinstance(named, dict):
        known = {part.key for part in OFFICER}
        begun["eo"] = {key: value for key, value in named.items() if key in known}
    return begun


def prepare(letter: Letter, facts: Facts) -> None:
    """Fill the complaint and the last day of a preliminary enquiry."""
    complaint = _complaint(facts)
    letter.pop("complaint_ref", None)
    if complaint is not None:
        letter["complaint_ref"] = case_reference(complaint)
    letter.pop("pe_due_on", None)
    start = _enquiry_start(letter)
    if start and letter.get("pe_173_3") is True:
        letter["pe_due_on"] = (_day(start) + dt.timedelta(days=_PE_DAYS)).isoformat()


def _brief(letter: Letter, facts: Facts) -> str:
    complaint = _complaint(facts)
    number = f"सं0 {complaint.number} " if complaint else ""
    sections = ", ".join(f"{one.code} {one.act}" for one in chosen_sections(letter))
    under = f"अन्तर्गत धारा {sections} " if sections else ""
    return (
        f"इस समय शिकायत {number}{under}में धारा 173(3) बी0एन0एस0एस0 के अन्तर्गत प्रारम्भिक जाँच, क्षेत्राधिकारी की अनुमति "
        f"{text_said(letter.get('dsp_permission'))} के क्रम में, {name_said(letter.get('eo'), 'जाँच अधिकारी')} को "
        f"सुपुर्द की गयी। जाँच {_PE_DAYS} दिवस में पूर्ण की जायेगी।"
    )


def line(letter: Letter) -> str:
    """How far the enquiry is."""
    done = _DISPOSAL.words_of(str(letter.get("disposal") or letter.get("recommendation")))
    state = done.hi if done else "जाँच प्रचलित"
    return f"{'प्रारम्भिक जाँच' if letter.get('pe_173_3') is True else 'जाँच'} · {state}"


def sample(now: dt.datetime) -> Letter:
    """A fictional preliminary enquiry that ended in an FIR."""

    def days(ago: int) -> str:
        return (now - dt.timedelta(days=ago)).strftime("%Y-%m-%dT%H:%M")

    record: dict[str, Any] = {"record_id": "sample-fir", "form": "iif_1", "number": "0001/2026"}
    return {
        "pe_173_3": True,
        "acts": [{"act": "BNS", "section": "316(2)"}],
        "dsp_permission": "नमूना-3, क्षेत्राधिकारी सदर",
        "permitted_at": days(10),
        "eo": {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"},
        "assigned_at": days(10),
        "due_on": (now + dt.timedelta(days=3)).strftime("%Y-%m-%d"),
        "spot_at": days(8),
        "statements": [
            {
                "name": "नमूना कुमार",
                "address": "ग्राम नमूनापुर",
                "statement": "मैंने विपक्षी को सामान रखने को दिया था, वापस नहीं किया गया। (नमूना)",
                "taken_at": days(8),
            }
        ],
        "finding": "दस्तावेज व बयान से प्रथम दृष्टया अपराध होना पाया गया। (काल्पनिक नमूना)",
        "recommendation": "FIR",
        "finished_at": days(2),
        "decision": "APPROVED",
        "sho_remark": "जाँच आख्या से सहमत। प्राथमिकी दर्ज हो।",
        "disposal": "FIR",
        "disposal_on": days(1)[:10],
        "linked": record,
        "informed_on": days(1)[:10],
        "informed_by": "PHONE",
        "feedback": 4,
    }


FORM = Form(
    code="cmp_enq",
    version=1,
    title=Words("शिकायत की जाँच व निस्तारण", "Enquiry and disposal of a complaint"),
    short=Words("शिकायत जाँच", "Complaint enquiry"),
    sections=(ORDER, ENQUIRY, REVIEW, INFORMED),
    role="sho",
    duty=("a-4",),
    law=Words("धारा 173(3) बी.एन.एस.एस.", "Section 173(3) B.N.S.S."),
    rules=(
        in_order(
            "assigned_at",
            "finished_at",
            "जाँच नियुक्ति से पहले पूर्ण लिखी है। दिनांक व समय ठीक करें।",
            "The enquiry ends before it was assigned. Please put date and time right.",
        ),
        in_order(
            "finished_at",
            "disposal_on",
            "निस्तारण जाँच पूर्ण होने से पहले का है। तिथि ठीक करें, या कारण लिखें।",
            "The disposal is before the end of the enquiry. Put the date right, or write the reason.",
            weight=Weight.REASON,
        ),
        Rule("V13", enquiry_in_its_limits),
        Rule("cmp.fir", cognizable_becomes_fir),
        Rule("cmp.differs", disposal_follows_the_enquiry),
    ),
    parent="complaint",
    parent_must=True,
    consequences=(
        replace(
            diary(
                "PE",
                "gd_ref",
                lambda letter, facts: "प्रारम्भिक जाँच धारा 173(3) बी0एन0एस0एस0",
                _brief,
            ),
            when=_PE,
        ),
    ),
    clocks=(ClockStart("K02", at="permitted_at", done="finished_at", when=_PE),),
    papers=(
        Paper(
            "form",
            Words("जाँच आख्या", "Enquiry report"),
            "",
            copies=(
                Words("थाना प्रति", "Station copy"),
                Words("क्षेत्राधिकारी प्रति", "Circle officer's copy"),
                Words("शिकायतकर्ता प्रति (निष्कर्ष)", "Complainant's copy (finding)"),
            ),
        ),
    ),
    line=line,
    occurred="assigned_at",
    prepare=prepare,
    begin=begin,
    sample=sample,
)
