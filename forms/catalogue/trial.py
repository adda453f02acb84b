"""One hearing of a trial (duty e-7): ss.258, 263, 346 BNSS set the times."""

import datetime as dt
from collections.abc import Iterator, Mapping

from forms.kit.condition import Not, OneOf
from forms.kit.fields import Choice, Date, Group, Index, Line, LongText, Need, Rows, YesNo
from forms.kit.form import CaseRecord, ClockStart, Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.age import day_of
from forms.parts.case import fir_reference, in_order, officer_acting, refer_to_fir
from forms.parts.court_case import (
    above,
    accused_parts,
    begin_with,
    charge_sheeted,
    fixed_reference,
    refer_to,
    said_day,
)
from forms.parts.lists import Fixed, Listed
from forms.parts.officer import officer

STAGE = Listed("TRIAL_STAGE")
DISPOSED = ("JUDGMENT", "FILED")
_PRESENCE = Fixed(
    "PRESENCE",
    (
        ("PRESENT", Words("उपस्थित", "Present")),
        ("FROM_JAIL", Words("जेल से पेश", "Produced from jail")),
        ("VIDEO", Words("वी.सी. से", "By video")),
        ("EXEMPTED", Words("हाजिरी माफी", "Exempted")),
        ("ABSENT", Words("अनुपस्थित", "Absent")),
    ),
)
_WITNESS = Fixed(
    "WITNESS_STATE",
    (
        ("SUMMONED", Words("सम्मन", "Summoned")),
        ("PRESENT", Words("उपस्थित", "Present")),
        ("EXAMINED", Words("परीक्षित", "Examined")),
        ("HOSTILE", Words("पक्षद्रोही", "Hostile")),
    ),
)

HEARING = Section(
    "hearing",
    Words("तारीख", "Hearing"),
    (
        fir_reference(),
        fixed_reference("case_ref", Words("वाद", "Court case"), "court_no"),
        Date("hearing_dt", Words("तारीख", "Date of hearing"), need=Need.MUST),
        Choice("stage", Words("अवस्था", "Stage"), choices=STAGE, need=Need.EXPECTED),
        Rows(
            "present",
            Words("अभियुक्त", "Accused"),
            row=Group(
                "present_row",
                Words("अभियुक्त", "Accused"),
                parts=(
                    *accused_parts(),
                    Choice(
                        "presence",
                        Words("उपस्थिति", "Presence"),
                        choices=_PRESENCE,
                        need=Need.EXPECTED,
                    ),
                ),
            ),
        ),
        Rows(
            "witnesses",
            Words("गवाह", "Witnesses"),
            row=Group(
                "witness",
                Words("गवाह", "Witness"),
                parts=(
                    # A witness may be the victim: sealed like one.
                    Line(
                        "name",
                        Words("नाम", "Name"),
                        most=300,
                        need=Need.EXPECTED,
                        index=Index.NAME,
                        sealed=True,
                    ),
                    Line(
                        "relative_name",
                        Words("पिता / पति / पद", "Father, husband or rank"),
                        sealed=True,
                    ),
                    Choice("state", Words("स्थिति", "State"), choices=_WITNESS, need=Need.EXPECTED),
                ),
            ),
        ),
    ),
)

COURSE = Section(
    "course",
    Words("कार्यवाही व अगली तारीख", "Proceedings and next date"),
    (
        Date("charge_first_dt", Words("आरोप पर पहली तारीख", "First hearing on charge"), fixed=True),
        Date(
            "charge_framed_dt",
            Words("आरोप विरचित", "Charge framed on"),
            help=Words(
                "आरोप पर पहली तारीख से 60 दिन में (धारा 263)।",
                "Within 60 days of the first hearing on charge (s.263).",
            ),
        ),
        Date(
            "arguments_dt",
            Words("बहस समाप्त", "Arguments ended on"),
            help=Words(
                "निर्णय बहस की समाप्ति से 30 दिन (बढ़ाकर 45) में (धारा 258)।",
                "Judgment within 30 (extended 45) days of the end of arguments (s.258).",
            ),
        ),
        Date(
            "judgment_dt", Words("निर्णय दिनांक", "Judgment on"), shown_when=OneOf("stage", DISPOSED)
        ),
        YesNo("property_produced", Words("माल पेश", "Property produced")),
        Line("exhibits", Words("प्रदर्श सं0", "Exhibits"), most=200),
        YesNo("video", Words("वी.सी. से सुनवाई", "Heard by video")),
        LongText("order", Words("आदेश", "Order"), most=8000),
        Line("adjourned_why", Words("स्थगन का कारण", "Reason of adjournment"), most=300),
        Date(
            "next_dt",
            Words("अगली तारीख", "Next date"),
            future=True,
            need_when=Not(OneOf("stage", DISPOSED)),
        ),
        officer("pairokar", Words("पैरोकार", "Pairokar"), need=Need.EXPECTED),
        Line("pp", Words("लोक अभियोजक / ए0पी0ओ0", "Public prosecutor or APO")),
    ),
)


def _hearings(facts: Facts) -> list[CaseRecord]:
    """The hearings of the same court case."""
    own = above(facts, "court_no")
    return [
        one
        for one in facts.case().of("trial")
        if own is not None and one.parent_id == own.record_id
    ]


def prepare(letter: Letter, facts: Facts) -> None:
    """The case, and the first hearing on charge among all hearings."""
    refer_to_fir(letter, facts)
    refer_to(letter, facts, "case_ref", "court_no")
    letters: list[Mapping[str, object]] = [letter, *(one.letter for one in _hearings(facts))]
    days = [day_of(one.get("hearing_dt")) for one in letters if one.get("stage") == "CHARGE"]
    first = min((day for day in days if day), default=None)
    letter.pop("charge_first_dt", None)
    if first:
        letter["charge_first_dt"] = first.isoformat()


def begin(facts: Facts) -> Letter:
    """The accused of the case, the stage and what the last hearing fixed."""
    last = max(
        _hearings(facts), key=lambda one: str(one.letter.get("hearing_dt") or ""), default=None
    )
    before = last.letter if last else {}
    next_day = day_of(before.get("next_dt"))
    today = facts.now.date()
    return begin_with(
        {
            "hearing_dt": next_day.isoformat() if next_day and next_day <= today else "",
            "stage": before.get("stage"),
            "present": charge_sheeted(facts) if above(facts, "court_no") else [],
            "charge_framed_dt": before.get("charge_framed_dt"),
            "arguments_dt": before.get("arguments_dt"),
            "pp": before.get("pp"),
            "pairokar": officer_acting(facts) if facts.role == "pairokar" else {},
        }
    )


def charge_in_time(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Charge within 60 days of the first hearing on it (s.263(1)): for information."""
    first, held = day_of(letter.get("charge_first_dt")), day_of(letter.get("hearing_dt"))
    framed = day_of(letter.get("charge_framed_dt"))
    if first and framed and framed < first:
        yield Problem(
            ("charge_framed_dt",),
            "V01.charge",
            Words(
                "आरोप आरोप पर पहली तारीख से पहले विरचित लिखा है। तिथि जाँचें, या कारण लिखें।",
                "The charge is framed before the first hearing on it. Check the dates, or write the reason.",
            ),
            Weight.REASON,
        )
    last = framed or held
    if first and last and (last - first).days > 60:
        yield Problem(
            ("charge_framed_dt",),
            "TRIAL.263",
            Words(
                f"आरोप पर पहली तारीख ({said_day(first)}) से 60 दिन बीत चुके हैं। अभियोजन अधिकारी को बतायें।",
                f"More than 60 days have passed since the first hearing on charge ({said_day(first)}). "
                "Tell the prosecutor.",
            ),
            Weight.GAP,
            "263(1) BNSS",
        )


def judgment_in_time(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Judgment within 30, extended 45, days of the end of arguments (s.258): for information."""
    ended = day_of(letter.get("arguments_dt"))
    last = day_of(letter.get("judgment_dt")) or day_of(letter.get("hearing_dt"))
    if ended and last and (last - ended).days > 30:
        days = (last - ended).days
        yield Problem(
            ("arguments_dt",),
            "TRIAL.258",
            Words(
                f"बहस की समाप्ति को {days} दिन हो गये; निर्णय 30 दिन (कारण लिखकर 45) में होता है। अभियोजन अधिकारी को "
                "बतायें।",
                f"It is {days} days since arguments ended; judgment is due in 30 days (45 with reasons). "
                "Tell the prosecutor.",
            ),
            Weight.GAP,
            "258 BNSS",
        )


def hearing_once(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A hearing is recorded once; a trial that has ended gets its IIF-6."""
    if any(one.letter.get("hearing_dt") == letter.get("hearing_dt") for one in _hearings(facts)):
        yield Problem(
            ("hearing_dt",),
            "TRIAL.twice",
            Words(
                "इस तारीख की कार्यवाही पहले से दर्ज है। उसी का संशोधन करें, या कारण लिखें।",
                "The hearing of this date is recorded already. Correct that one, or write the reason.",
            ),
            Weight.REASON,
        )
    own = above(facts, "court_no")
    if letter.get("stage") == "JUDGMENT" and own is not None and not facts.case().of("iif_6"):
        yield Problem(
            ("stage",),
            "TRIAL.iif_6",
            Words(
                "निर्णय हो गया है: कोर्ट केस निपटारा (IIF-6) भरना शेष है।",
                "Judgment is given: the court disposal (IIF-6) is still to be filled.",
            ),
            Weight.GAP,
        )


def line(letter: Letter) -> str:
    """Date, stage and next date; no person."""
    stage = STAGE.words_of(str(letter.get("stage") or ""))
    next_day = said_day(day_of(letter.get("next_dt")))
    hostile = sum(row.get("state") == "HOSTILE" for row in rows(letter, "witnesses"))
    parts = [said_day(day_of(letter.get("hearing_dt"))) or "तारीख", stage.hi if stage else "सुनवाई"]
    if hostile:
        parts.append(f"पक्षद्रोही {hostile}")
    return " · ".join([*parts, f"अगली तारीख {next_day}"] if next_day else parts)


def sample(now: dt.datetime) -> Letter:
    """A fictional day of evidence."""
    return {
        "hearing_dt": now.date().isoformat(),
        "stage": "EVIDENCE",
        "present": [
            {"accused_code": "A1", "name": "नमूना कुमार", "presence": "FROM_JAIL"},
            {"accused_code": "A2", "name": "उदाहरण सिंह", "presence": "PRESENT"},
        ],
        "witnesses": [
            {"name": "श्रीकृष्ण नमूना प्रसाद", "relative_name": "उदाहरण लाल", "state": "EXAMINED"},
            {"name": "का0 नमूना राम", "relative_name": "आरक्षी", "state": "PRESENT"},
        ],
        "charge_framed_dt": (now - dt.timedelta(days=30)).date().isoformat(),
        "property_produced": True,
        "exhibits": "प्रदर्श क-1, वस्तु प्रदर्श-1 (नमूना)",
        "order": "अभियोजन साक्षी-1 परीक्षित। शेष साक्ष्य हेतु पत्रावली पेश हो। (काल्पनिक नमूना)",
        "next_dt": (now + dt.timedelta(days=21)).date().isoformat(),
        "pairokar": {"name": "का0 उदाहरण सिंह", "rank": "CONSTABLE"},
        "pp": "श्री नमूना अभियोजन अधिकारी",
    }


def _first_on_charge(letter: Letter) -> bool:
    return letter.get("stage") == "CHARGE" and letter.get("charge_first_dt") == letter.get(
        "hearing_dt"
    )


def _ends_arguments(letter: Letter) -> bool:
    """The hearing on which arguments ended; later ones only repeat the day."""
    return bool(letter.get("arguments_dt")) and letter.get("arguments_dt") == letter.get(
        "hearing_dt"
    )


FORM = Form(
    code="trial",
    version=1,
    title=Words("कोर्ट ट्रायल विवरण", "Court trial details"),
    short=Words("ट्रायल", "Trial"),
    sections=(HEARING, COURSE),
    role="pairokar",
    duty=("e-7",),
    law=Words("धारा 258, 263, 346 बी.एन.एस.एस.", "Sections 258, 263, 346 B.N.S.S."),
    parent="court_no",
    parent_must=True,
    rules=(
        in_order(
            "hearing_dt",
            "next_dt",
            "अगली तारीख इस तारीख से पहले की है। कृपया तिथि ठीक करें।",
            "The next date is before this hearing. Please put the dates right.",
        ),
        in_order(
            "arguments_dt",
            "judgment_dt",
            "निर्णय बहस की समाप्ति से पहले का है। कृपया तिथि ठीक करें।",
            "The judgment is before the end of arguments. Please put the dates right.",
            code="V01.judgment",
        ),
        Rule("TRIAL.263", charge_in_time),
        Rule("TRIAL.258", judgment_in_time),
        Rule("TRIAL.twice", hearing_once),
    ),
    clocks=(
        ClockStart("K29", at="hearing_dt", done="charge_framed_dt", when=_first_on_charge),
        ClockStart("K31", at="arguments_dt", done="judgment_dt", when=_ends_arguments),
    ),
    papers=(Paper("form", Words("पैरवी आख्या", "Report of the hearing"), ""),),
    line=line,
    occurred="hearing_dt",
    prepare=prepare,
    begin=begin,
    sample=sample,
)
