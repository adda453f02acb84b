"""Number of the case in court (duty e-4): cognizance and commitment, ss.210–232 BNSS (190–209 CrPC)."""

import datetime as dt
from collections.abc import Iterator

from forms.codes import flags
from forms.kit.condition import Filled
from forms.kit.fields import Choice, Date, Group, Index, Line, Need, Number, Rows, YesNo
from forms.kit.form import CaseRecord, ClockStart, Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import acts_and_sections, chosen_sections, sections_said
from forms.parts.age import day_of
from forms.parts.case import fir_reference, in_order, refer_to_fir
from forms.parts.court_case import (
    SENSITIVE,
    above,
    accused_parts,
    acts_of,
    begin_with,
    charge_sheeted,
    court_said,
    fixed_reference,
    is_same,
    plain_court,
    refer_to,
)
from forms.parts.lists import Fixed

_CASE_TYPE = Fixed(
    "COURT_CASE_TYPE",
    (
        ("CC", Words("फौजदारी वाद", "Criminal case (CC)")),
        ("ST", Words("सत्र परीक्षण", "Sessions trial (ST)")),
        ("SST", Words("विशेष सत्र परीक्षण", "Special sessions trial (SST)")),
        ("POCSO", Words("पॉक्सो वाद", "POCSO case")),
        ("MISC", Words("विविध", "Miscellaneous")),
        ("COMPLAINT", Words("परिवाद", "Complaint case")),
    ),
)

CASE = Section(
    "case",
    Words("आरोप पत्र व न्यायालय", "Charge sheet and court"),
    (
        fir_reference(),
        fixed_reference(
            "cs_ref", Words("आरोप पत्र / अन्तिम रिपोर्ट", "Charge sheet or final report"), "iif_5"
        ),
        Date("cs_dt", Words("आरोप पत्र दिनांक", "Date of the charge sheet"), need=Need.EXPECTED),
        Date("filed_dt", Words("न्यायालय में दाखिल", "Filed in court on"), need=Need.EXPECTED),
        plain_court("court", Words("न्यायालय", "Court"), need=Need.EXPECTED),
        Choice(
            "case_type",
            Words("वाद का प्रकार", "Type of case"),
            choices=_CASE_TYPE,
            need=Need.EXPECTED,
        ),
        Line(
            "case_no",
            Words("वाद सं0", "Case no."),
            most=40,
            need=Need.MUST,
            index=Index.NUMBER,
            help=Words("केवल संख्या लिखें; वर्ष अगले खाने में।", "The number alone; the year goes next."),
        ),
        Number("case_year", Words("वर्ष", "Year"), least=1950, most=2100, need=Need.MUST),
        Line(
            "cnr",
            Words("सी0एन0आर0", "CNR"),
            most=16,
            pattern=r"[A-Z0-9]{16}",
            pattern_words=Words(
                "सी0एन0आर0 16 बड़े अंग्रेजी अक्षरों व अंकों का होता है।",
                "A CNR has 16 capital letters and digits.",
            ),
            index=Index.NUMBER,
        ),
    ),
)

COGNIZANCE = Section(
    "cognizance",
    Words("संज्ञान, अभियुक्त व सुपुर्दगी", "Cognizance, accused and committal"),
    (
        Date("cognizance_dt", Words("संज्ञान", "Cognizance taken on")),
        acts_and_sections(
            "acts", Words("धाराएँ जिनमें संज्ञान लिया गया", "Sections of which cognizance is taken")
        ),
        Rows(
            "accused",
            Words("अभियुक्त", "Accused"),
            need=Need.EXPECTED,
            help=Words(
                "इस वाद के अभियुक्त। पत्रावली अलग हुई हो तो दूसरे वाद के लिए अलग प्रपत्र भरें।",
                "The accused of this case. Where the file was split, fill another form for the other case.",
            ),
            row=Group("accused_row", Words("अभियुक्त", "Accused"), parts=accused_parts()),
        ),
        plain_court("committed_to", Words("सुपुर्दगी का न्यायालय", "Committed to")),
        Date("commit_dt", Words("सुपुर्दगी", "Committed on"), need_when=Filled("committed_to")),
        Line(
            "st_no",
            Words("सत्र परीक्षण सं0", "Sessions trial no."),
            most=40,
            index=Index.NUMBER,
            shown_when=Filled("commit_dt"),
            need=Need.EXPECTED,
        ),
        Rows(
            "transferred",
            Words("अन्तरण", "Transfers"),
            row=Group(
                "transfer",
                Words("अन्तरण", "Transfer"),
                parts=(
                    Date("dt", Words("दिनांक", "Date"), need=Need.EXPECTED),
                    Line("to_court", Words("न्यायालय को", "To the court"), need=Need.EXPECTED),
                ),
            ),
        ),
        YesNo(
            "disposed",
            Words("वाद निस्तारित (IIF-6 भरा गया)", "Case disposed of (IIF-6 filled)"),
            printed=False,
        ),
    ),
)


def accused_of_the_sheet(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Each accused stands once, and is one of the charge sheet or was added by the court (s.358)."""
    own, sheet = list(rows(letter, "accused")), charge_sheeted(facts)
    for number, row in enumerate(own):
        if any(is_same(row, before) for before in own[:number]):
            yield Problem(
                ("accused", number),
                "COURT.twice",
                Words(
                    "यह अभियुक्त दो बार लिखा है। कृपया एक बार रखें।",
                    "This accused is written twice. Please keep one row.",
                ),
            )
        elif sheet and not any(is_same(row, one) for one in sheet):
            yield Problem(
                ("accused", number),
                "COURT.accused",
                Words(
                    "यह अभियुक्त आरोप पत्र में नहीं है। न्यायालय ने तलब किया हो (धारा 358) तो कारण में लिखें, अन्यथा "
                    "नाम ठीक करें।",
                    "This accused is not in the charge sheet. If the court summoned the person (s.358), "
                    "write so as the reason; else put the name right.",
                ),
                Weight.REASON,
            )


def same_number(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """One court case is recorded once."""
    own = (letter.get("case_type"), letter.get("case_no"), letter.get("case_year"))
    for one in facts.case().of("court_no"):
        stated = (
            one.letter.get("case_type"),
            one.letter.get("case_no"),
            one.letter.get("case_year"),
        )
        if own[1] and stated == own:
            yield Problem(
                ("case_no",),
                "COURT.known",
                Words(
                    "यह वाद संख्या इस मुकदमे में पहले से दर्ज है। उसी अभिलेख का संशोधन करें, या कारण लिखें।",
                    "This case number is recorded in this case already. Correct that record, or write "
                    "the reason.",
                ),
                Weight.REASON,
            )


def prepare(letter: Letter, facts: Facts) -> None:
    """The FIR and the charge sheet of the case."""
    refer_to_fir(letter, facts)
    refer_to(letter, facts, "cs_ref", "iif_5")


def _sheet_day(sheet: CaseRecord | None) -> str:
    if sheet is None:
        return ""
    day = day_of(sheet.letter.get("report_dt")) or day_of(sheet.registered_at)
    return day.isoformat() if day else ""


def begin(facts: Facts) -> Letter:
    """The charge sheet's day, sections and accused."""
    sheet = above(facts, "iif_5")
    return begin_with(
        {
            "cs_dt": _sheet_day(sheet),
            "acts": acts_of(sheet, facts),
            "accused": charge_sheeted(facts) if sheet else [],
        }
    )


def _number(letter: Letter) -> str:
    number, year = str(letter.get("case_no") or ""), letter.get("case_year")
    return f"{number}/{year}" if number and year else number


def is_sensitive(letter: Letter) -> bool:
    """By the sections of which cognizance is taken."""
    return flags(chosen_sections(letter)).sensitive


def _rape(letter: Letter) -> bool:
    return any("rape" in one.flags for one in chosen_sections(letter))


def line(letter: Letter) -> str:
    """Type, number, court and the first accused."""
    kind = _CASE_TYPE.words_of(str(letter.get("case_type") or ""))
    names = [str(row.get("name") or "") for row in rows(letter, "accused")]
    who = SENSITIVE if is_sensitive(letter) else names[0] if names else sections_said(letter)
    more = f" आदि {len(names)}" if len(names) > 1 and not is_sensitive(letter) else ""
    what = f"{kind.hi if kind else 'वाद'} {_number(letter)}".strip()
    return f"{what} · {court_said(letter)} · {who}{more}"


def sample(now: dt.datetime) -> Letter:
    """A fictional theft case before the CJM."""

    def day(ago: int) -> str:
        return (now - dt.timedelta(days=ago)).date().isoformat()

    return {
        "cs_dt": day(20),
        "filed_dt": day(18),
        "court": {"court_type": "CJM", "court_name": "मुख्य न्यायिक मजिस्ट्रेट", "place": "नमूना जनपद"},
        "case_type": "CC",
        "case_no": "0000",
        "case_year": now.year,
        "cnr": "UPXX010000002026",
        "cognizance_dt": day(10),
        "acts": [{"act": "BNS", "section": "303(2)"}, {"act": "BNS", "section": "317(2)"}],
        "accused": [
            {"accused_code": "A1", "name": "नमूना कुमार"},
            {"accused_code": "A2", "name": "उदाहरण सिंह"},
        ],
    }


FORM = Form(
    code="court_no",
    version=1,
    title=Words("कोर्ट केस संख्या", "Court case number"),
    short=Words("कोर्ट केस", "Court case"),
    sections=(CASE, COGNIZANCE),
    role="pairokar",
    duty=("e-4",),
    law=Words("धारा 210–232 बी.एन.एस.एस.", "Sections 210–232 B.N.S.S."),
    parent="iif_5",
    also_under=("iif_1", "fir_rereg"),
    own_number=_number,
    rules=(
        in_order(
            "cs_dt",
            "filed_dt",
            "न्यायालय में दाखिल होने की तिथि आरोप पत्र से पहले की है। कृपया तिथि ठीक करें।",
            "The filing in court is before the charge sheet. Please put the dates right.",
        ),
        in_order(
            "filed_dt",
            "cognizance_dt",
            "संज्ञान दाखिल होने से पहले का है। कृपया तिथि ठीक करें।",
            "Cognizance is before the filing. Please put the dates right.",
            code="V01.cognizance",
        ),
        in_order(
            "cognizance_dt",
            "commit_dt",
            "सुपुर्दगी संज्ञान से पहले की है। कृपया तिथि ठीक करें।",
            "The committal is before cognizance. Please put the dates right.",
            code="V01.commit",
        ),
        Rule("COURT.accused", accused_of_the_sheet),
        Rule("COURT.known", same_number),
    ),
    clocks=(
        ClockStart("K30", at="commit_dt", done="disposed", when=Filled("commit_dt")),
        ClockStart("K32", at="filed_dt", done="disposed", when=_rape),
    ),
    papers=(Paper("form", Words("कोर्ट केस विवरण", "Particulars of the court case"), ""),),
    line=line,
    occurred="filed_dt",
    is_sensitive=is_sensitive,
    prepare=prepare,
    begin=begin,
    sample=sample,
)
