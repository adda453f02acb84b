"""Notice to appear instead of an arrest: s.41A CrPC, now s.35(3) BNSS (with duty c-2)."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import Is, OneOf
from forms.kit.fields import Choice, DateTime, Line, LongText, Need
from forms.kit.form import Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter
from forms.kit.paper import PaperFacts, PaperText, Sign
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import acts_and_sections, sections_said
from forms.parts.case import (
    case_acts,
    fir_of,
    fir_reference,
    in_order,
    not_before_fir,
    officer_acting,
    refer_to_fir,
)
from forms.parts.columns import moment_said, officer_said, person_said
from forms.parts.lists import Fixed
from forms.parts.officer import officer
from forms.parts.person import person

SERVED = Fixed(
    "NOTICE_SERVED",
    (
        ("SELF", Words("स्वयं को", "On the person")),
        ("FAMILY", Words("परिवार के वयस्क सदस्य को", "On an adult of the family")),
        ("PASTED", Words("चस्पा", "Pasted at the house")),
        ("ELECTRONIC", Words("इलेक्ट्रानिक", "Electronic")),
    ),
)
OUTCOME = Fixed(
    "NOTICE_OUTCOME",
    (
        ("APPEARED", Words("उपस्थित हुआ, अनुपालन किया", "Appeared and complied")),
        ("ABSENT", Words("उपस्थित नहीं हुआ", "Did not appear")),
        ("BROKE", Words("शर्तों का उल्लंघन", "Broke a condition")),
        ("WITHDRAWN", Words("नोटिस वापस", "Notice withdrawn")),
    ),
)

NOTICE = Section(
    "notice",
    Words("नोटिस", "Notice"),
    (
        fir_reference(),
        acts_and_sections("acts", Words("धारा", "Sections"), need=Need.EXPECTED),
        person("person", Words("किसे", "To whom"), need=Need.MUST),
        DateTime("issued_at", Words("नोटिस का समय", "Issued at"), need=Need.MUST),
        DateTime("appear_at", Words("उपस्थिति का समय", "To appear at"), need=Need.MUST, future=True),
        Line("appear_where", Words("उपस्थिति का स्थान", "To appear where"), need=Need.EXPECTED),
        LongText(
            "conditions",
            Words("शर्तें / क्या साथ लाये", "Conditions, what to bring"),
            most=3000,
        ),
        officer("io", Words("विवेचक", "Investigating officer"), need=Need.EXPECTED),
    ),
)
SERVICE = Section(
    "service",
    Words("तामील व परिणाम", "Service and outcome"),
    (
        DateTime("served_at", Words("तामील का समय", "Served at")),
        Choice("served_how", Words("तामील का प्रकार", "How served"), choices=SERVED),
        Choice("outcome", Words("परिणाम", "Outcome"), choices=OUTCOME),
        LongText(
            "outcome_note",
            Words("परिणाम का विवरण", "About the outcome"),
            shown_when=OneOf("outcome", ("ABSENT", "BROKE", "WITHDRAWN")),
            need=Need.EXPECTED,
            most=2000,
        ),
        DateTime(
            "appeared_at",
            Words("उपस्थित हुआ", "Appeared at"),
            shown_when=Is("outcome", "APPEARED"),
            need=Need.EXPECTED,
        ),
    ),
)


def served_before_appearance(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A notice served after the hour of appearance cannot be obeyed."""
    served, appear = letter.get("served_at"), letter.get("appear_at")
    if isinstance(served, str) and isinstance(appear, str) and served[:16] > appear[:16] > "":
        yield Problem(
            ("served_at",),
            "served_late",
            Words(
                "तामील उपस्थिति के समय के बाद की है: इस नोटिस का पालन सम्भव नहीं। समय ठीक करें या नया नोटिस दें; "
                "फिर भी रखना हो तो कारण लिखें।",
                "It was served after the hour of appearance and could not be obeyed. Put the time "
                "right or give a new notice; to keep it so, write the reason.",
            ),
            Weight.REASON,
        )


def notice_text(letter: Letter, about: PaperFacts) -> PaperText:
    """The notice as it is handed over."""
    reference = letter.get("fir_ref")
    case = str(reference.get("number") or "……") if isinstance(reference, dict) else "……"
    where = str(letter.get("appear_where") or f"थाना {about.thana}")
    return PaperText(
        to=tuple(person_said(letter.get("person")).split("\n")),
        subject=f"उपस्थित होने का नोटिस — धारा 35(3) बी0एन0एस0एस0, मु0अ0सं0 {case}",
        paragraphs=(
            f"मु0अ0सं0 {case} धारा {sections_said(letter, short=True) or '……'} की विवेचना में आपके विरुद्ध "
            "युक्तियुक्त सन्देह है और इस समय आपकी गिरफ्तारी अपेक्षित नहीं है। अतः आपको निर्देश दिया जाता है कि "
            f"दिनांक {_hour(letter.get('appear_at'))} को {where} पर उपस्थित हों।",
            f"शर्तें: {letter.get('conditions') or 'विवेचना में सहयोग करें।'}",
            "इस नोटिस का पालन करते रहने पर आपको गिरफ्तार नहीं किया जायेगा, जब तक कि अभिलिखित कारणों से पुलिस "
            "अधिकारी की राय में गिरफ्तारी आवश्यक न हो। पालन न करने या पहचान बताने से इन्कार करने पर गिरफ्तारी की जा सकती है।",
        ),
        signed_by=(
            Sign("पाने वाले के हस्ताक्षर / अंगूठा, समय"),
            Sign("विवेचक", (officer_said(letter.get("io")),)),
        ),
    )


def _hour(value: object) -> str:
    return moment_said(value).replace("\n", " समय ")


def begin(facts: Facts) -> Letter:
    """Sections and the acting officer, from the case."""
    fir = fir_of(facts)
    taken: Letter = {"io": officer_acting(facts)} if facts.officer else {}
    if fir is not None and case_acts(facts):
        taken["acts"] = case_acts(facts)
    return taken


def line(letter: Letter) -> str:
    """To whom, and for when."""
    name = letter.get("person")
    who = str(name.get("name") or "") if isinstance(name, dict) else ""
    return f"{who} · {_hour(letter.get('appear_at'))}"


def sample(now: dt.datetime) -> Letter:
    """A fictional notice."""
    return {
        "acts": [{"act": "BNS", "section": "303(2)"}],
        "person": {
            "name": "नमूना कुमार",
            "relation_type": "SO",
            "relative_name": "उदाहरण प्रसाद",
            "gender": "MALE",
            "age_years": 30,
            "addresses": [
                {
                    "address_type": "PRESENT",
                    "village_town": "ग्राम नमूनापुर",
                    "district": "नमूनाबाद",
                }
            ],
        },
        "issued_at": (now - dt.timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M"),
        "appear_at": (now + dt.timedelta(days=3)).strftime("%Y-%m-%dT%H:%M"),
        "appear_where": "थाना नमूनागंज",
        "conditions": "पहचान पत्र साथ लायें; साक्षियों से सम्पर्क न करें। (काल्पनिक नमूना)",
        "io": {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000002"},
    }


FORM = Form(
    code="notice_35",
    version=1,
    title=Words("उपस्थिति का नोटिस — धारा 35(3)", "Notice to appear, s.35(3)"),
    short=Words("नोटिस 35(3)", "Notice 35(3)"),
    law=Words("धारा 35(3) बी0एन0एस0एस0", "s.35(3) BNSS"),
    sections=(NOTICE, SERVICE),
    role="io",
    duty=("c-2",),
    parent="iif_1",
    also_under=("fir_rereg",),
    prepare=refer_to_fir,
    begin=begin,
    rules=(
        not_before_fir("issued_at", "नोटिस", "The notice"),
        in_order(
            "issued_at",
            "appear_at",
            "उपस्थिति का समय नोटिस से पहले का है। समय ठीक करें।",
            "The hour of appearance is before the notice. Put the time right.",
        ),
        Rule("served_late", served_before_appearance),
    ),
    papers=(
        Paper(
            "form",
            Words("धारा 35(3) का नोटिस", "Notice under s.35(3)"),
            "",
            copies=(
                Words("पाने वाले की प्रति", "Addressee's copy"),
                Words("विवेचक प्रति", "Investigating officer's copy"),
                Words("न्यायालय प्रति", "Court copy"),
            ),
            text=notice_text,
        ),
    ),
    line=line,
    occurred="issued_at",
    sample=sample,
)
