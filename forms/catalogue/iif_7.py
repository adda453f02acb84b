"""Result of an appeal or revision (IIF-7, duty e-6): ss.413–435 BNSS (372–394 CrPC); items not official."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import AnyRow, Filled, Is, OneOf
from forms.kit.fields import (
    Choice,
    Date,
    Group,
    Index,
    Line,
    LongText,
    Need,
    Reference,
    Rows,
    YesNo,
)
from forms.kit.form import CaseRecord, Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.age import day_of
from forms.parts.case import fir_reference, in_order, refer_to_fir
from forms.parts.court_case import (
    above,
    accused_parts,
    begin_with,
    court_said,
    court_type,
    fixed_reference,
    is_same,
    plain_court,
    refer_to,
    said_day,
)
from forms.parts.lists import Fixed

APPEAL_RESULT = Fixed(
    "APPEAL_RESULT",
    (
        ("DISMISSED", Words("अपील निरस्त", "Appeal dismissed")),
        ("CONFIRMED", Words("दोषसिद्धि पुष्ट", "Conviction confirmed")),
        ("ACQUITTED", Words("दोषमुक्त", "Acquitted")),
        ("REDUCED", Words("दण्ड कम", "Sentence reduced")),
        ("ENHANCED", Words("दण्ड अधिक", "Sentence enhanced")),
        ("RETRIAL", Words("पुनः विचारण हेतु प्रेषित", "Sent for retrial")),
        ("COMPOUNDED", Words("शमन", "Compounded")),
        ("ABATED", Words("उपशमन (मृत्यु)", "Abated by death")),
        ("WITHDRAWN", Words("वापस", "Withdrawn")),
    ),
)
_FILED_BY = Fixed(
    "APPELLANT",
    (
        ("ACCUSED", Words("अभियुक्त", "Accused")),
        ("STATE", Words("राज्य", "State")),
        ("VICTIM", Words("वादी / पीड़ित", "Informant or victim")),
    ),
)
_CHANGED = ("REDUCED", "ENHANCED")

APPEAL = Section(
    "appeal",
    Words("अपील / निगरानी", "Appeal or revision"),
    (
        fir_reference(),
        fixed_reference("judgment_ref", Words("निर्णय", "Judgment appealed from"), "iif_6"),
        fixed_reference("lower_ref", Words("पूर्व अपील", "Appeal before this"), "iif_7"),
        plain_court(
            "appellate_court", Words("अपीलीय न्यायालय", "Appellate court"), need=Need.EXPECTED
        ),
        Line(
            "appeal_no",
            Words("अपील / निगरानी सं0 व वर्ष", "Appeal or revision no. and year"),
            most=60,
            need=Need.EXPECTED,
            index=Index.NUMBER,
        ),
        Choice("filed_by", Words("अपीलार्थी", "Filed by"), choices=_FILED_BY, need=Need.EXPECTED),
        Date("filed_dt", Words("दाखिल", "Filed on"), need=Need.EXPECTED),
        YesNo("admitted", Words("अपील ग्रहण", "Admitted")),
        YesNo(
            "pending_bail",
            Words("अपील लम्बित जमानत (धारा 430)", "Bail pending the appeal (s.430)"),
        ),
    ),
)

RESULT = Section(
    "result",
    Words("परिणाम", "Result"),
    (
        Date(
            "judgment_dt",
            Words("निर्णय", "Judgment on"),
            need_when=AnyRow("per_accused", Filled("result")),
        ),
        Line("judge", Words("न्यायाधीश", "Judge"), need_when=Filled("judgment_dt")),
        Rows(
            "per_accused",
            Words("अभियुक्तवार परिणाम", "Result for each accused"),
            need=Need.EXPECTED,
            row=Group(
                "appeal_row",
                Words("अभियुक्त", "Accused"),
                parts=(
                    *accused_parts(),
                    Choice(
                        "result",
                        Words("परिणाम", "Result"),
                        choices=APPEAL_RESULT,
                        need_when=Filled("judgment_dt"),
                    ),
                    Line(
                        "sentence",
                        Words("नया दण्ड", "New sentence"),
                        most=300,
                        shown_when=OneOf("result", _CHANGED),
                        need=Need.EXPECTED,
                    ),
                ),
            ),
        ),
        LongText("order", Words("आदेश का सार", "Gist of the order"), most=4000),
        Date("copy_dt", Words("नकल प्राप्त", "Copy received on")),
        YesNo("further_appeal", Words("अग्रेतर अपील?", "Further appeal?")),
        Reference(
            "higher_ref",
            Words("अग्रेतर अपील", "Further appeal"),
            form="iif_7",
            shown_when=Is("further_appeal", True),
        ),
    ),
)


def _before(facts: Facts) -> CaseRecord | None:
    """The decision that this appeal is against."""
    return above(facts, "iif_7", "iif_6")


def after_the_judgment(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """An appeal is filed after the decision it is against; a late one needs its delay condoned."""
    before, filed = _before(facts), day_of(letter.get("filed_dt"))
    if before is None or filed is None:
        return
    given, due = day_of(before.letter.get("judgment_dt")), day_of(before.letter.get("appeal_due"))
    if given and filed < given:
        yield Problem(
            ("filed_dt",),
            "V01.filed",
            Words(
                f"अपील निर्णय ({said_day(given)}) से पहले की है। कृपया तिथि ठीक करें।",
                f"The appeal is before the judgment ({said_day(given)}). Please put the dates right.",
            ),
        )
    elif due and filed > due:
        yield Problem(
            ("filed_dt",),
            "IIF7.late",
            Words(
                f"अपील सीमा {said_day(due)} के बाद दाखिल है। विलम्ब क्षमा हुआ हो तो आदेश कारण में लिखें।",
                f"The appeal was filed after its time, {said_day(due)}. Write the order that condoned "
                "the delay as the reason.",
            ),
            Weight.REASON,
        )


def accused_of_the_judgment(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Each accused once, and one of those whom the judgment below decided on."""
    before = _before(facts)
    below = list(rows(before.letter, "per_accused")) if before else []
    own = list(rows(letter, "per_accused"))
    for number, row in enumerate(own):
        if any(is_same(row, earlier) for earlier in own[:number]):
            yield Problem(
                ("per_accused", number),
                "IIF7.twice",
                Words(
                    "इस अभियुक्त का परिणाम दो बार लिखा है। कृपया एक बार रखें।",
                    "The result of this accused is written twice. Please keep one row.",
                ),
            )
        elif below and not any(is_same(row, one) for one in below):
            yield Problem(
                ("per_accused", number),
                "IIF7.unknown",
                Words(
                    "यह अभियुक्त उस निर्णय में नहीं है जिसकी अपील हुई। नाम ठीक करें, या कारण लिखें।",
                    "This accused is not in the judgment appealed from. Put the name right, or write the "
                    "reason.",
                ),
                Weight.REASON,
            )


def higher_court(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """An appeal or revision goes to Sessions, the High Court or the Supreme Court."""
    kind = court_type(letter, "appellate_court")
    if kind and not kind.startswith(("SESSIONS", "SPECIAL", "FTC", "HIGH_COURT", "HC_", "SUPREME")):
        yield Problem(
            ("appellate_court",),
            "IIF7.court",
            Words(
                "अपील सत्र न्यायालय, उच्च न्यायालय या उच्चतम न्यायालय में होती है। न्यायालय जाँचें, या कारण लिखें।",
                "An appeal goes to Sessions, the High Court or the Supreme Court. Check the court, or "
                "write the reason.",
            ),
            Weight.REASON,
        )


def prepare(letter: Letter, facts: Facts) -> None:
    """The FIR, the judgment, and the appeal before this one."""
    refer_to_fir(letter, facts)
    refer_to(letter, facts, "judgment_ref", "iif_6")
    refer_to(letter, facts, "lower_ref", "iif_7")


def begin(facts: Facts) -> Letter:
    """The accused of the decision below; whom it acquitted only the State or victim appeals against."""
    before = _before(facts)
    below = [
        {key: row[key] for key in ("accused_code", "name") if isinstance(row.get(key), str)}
        for row in (rows(before.letter, "per_accused") if before else ())
    ]
    return begin_with({"per_accused": [row for row in below if row]})


def line(letter: Letter) -> str:
    """Number, court, and how it ended."""
    results = [
        words.hi
        for row in rows(letter, "per_accused")
        if (words := APPEAL_RESULT.words_of(str(row.get("result") or "")))
    ]
    said = ", ".join(dict.fromkeys(results)) or "लम्बित"
    return f"अपील {letter.get('appeal_no', '')} · {court_said(letter, 'appellate_court')} · {said}"


def sample(now: dt.datetime) -> Letter:
    """A fictional appeal of a convict, sentence reduced."""

    def day(ago: int) -> str:
        return (now - dt.timedelta(days=ago)).date().isoformat()

    return {
        "appellate_court": {
            "court_type": "SESSIONS",
            "court_name": "सत्र न्यायाधीश",
            "place": "नमूना जनपद",
        },
        "appeal_no": "दाण्डिक अपील 00/2026",
        "filed_by": "ACCUSED",
        "filed_dt": day(4),
        "admitted": True,
        "pending_bail": True,
        "judgment_dt": day(2),
        "judge": "श्री नमूना सत्र न्यायाधीश",
        "per_accused": [
            {
                "accused_code": "A1",
                "name": "नमूना कुमार",
                "result": "REDUCED",
                "sentence": "एक वर्ष कठोर कारावास व 5000 रु0 अर्थदण्ड",
            }
        ],
        "order": "दोषसिद्धि पुष्ट, दण्ड दो वर्ष से घटाकर एक वर्ष किया गया। (काल्पनिक नमूना)",
        "copy_dt": day(1),
        "further_appeal": False,
    }


FORM = Form(
    code="iif_7",
    version=1,
    title=Words("अपील का परिणाम (IIF-7)", "Result of appeal (IIF-7)"),
    short=Words("अपील", "Appeal"),
    sections=(APPEAL, RESULT),
    role="pairokar",
    duty=("e-6",),
    law=Words("धारा 413–435, 438 बी.एन.एस.एस.", "Sections 413–435, 438 B.N.S.S."),
    parent="iif_6",
    also_under=("iif_7",),
    rules=(
        in_order(
            "filed_dt",
            "judgment_dt",
            "निर्णय अपील दाखिल होने से पहले का है। कृपया तिथि ठीक करें।",
            "The judgment is before the appeal was filed. Please put the dates right.",
        ),
        Rule("IIF7.filed", after_the_judgment),
        Rule("IIF7.accused", accused_of_the_judgment),
        Rule("IIF7.court", higher_court),
    ),
    papers=(
        Paper(
            "form",
            Words("अपील का परिणाम", "Result of appeal"),
            "",
            copies=(Words("थाना प्रति", "Station copy"), Words("डी0सी0आर0बी0 प्रति", "DCRB copy")),
        ),
    ),
    line=line,
    occurred="filed_dt",
    prepare=prepare,
    begin=begin,
    sample=sample,
)
