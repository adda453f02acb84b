"""Court disposal (IIF-6, duty e-5): ss.255–271, 392–401 BNSS (232–248, 353–360 CrPC); items not official."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from forms.codes import flags
from forms.kit.condition import OneOf
from forms.kit.fields import (
    Choice,
    Date,
    Field,
    Group,
    Index,
    Line,
    LongText,
    Money,
    MultiChoice,
    Need,
    Number,
    Rows,
    YesNo,
)
from forms.kit.form import Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import acts_and_sections, chosen_sections
from forms.parts.age import day_of
from forms.parts.case import fir_reference, in_order, refer_to_fir
from forms.parts.court_case import (
    SENSITIVE,
    above,
    accused_parts,
    acts_of,
    begin_with,
    charge_sheeted,
    court_type,
    fitting,
    fixed_reference,
    is_same,
    plain_court,
    refer_to,
    said_day,
)
from forms.parts.lists import Fixed, Listed

RESULT = Listed("COURT_RESULT")
CONVICTIONS = ("CONVICTED", "PROBATION", "PLEA_BARGAIN", "IN_ABSENTIA")
APPEAL_DAYS = {"state": 90, "high_court": 60, "sessions": 30}
"""Days to appeal: the State against an acquittal; a convict to the High Court, to another court.

Limitation Act 1963, articles 114 and 115 as generally known; to be confirmed by the client.
"""
_HIGHER = ("SESSIONS", "SPECIAL", "FTC")
_DISPOSAL = Fixed(
    "DISPOSAL",
    (
        ("JUDGMENT", Words("निर्णय", "Judgment")),
        ("LOK_ADALAT", Words("लोक अदालत", "Lok Adalat")),
        ("DEATH", Words("अभियुक्त की मृत्यु", "Death of the accused")),
        ("OTHER", Words("अन्य आदेश", "Another order")),
    ),
)
_PUNISHMENT = Fixed(
    "PUNISHMENT",
    (
        ("DEATH", Words("मृत्युदण्ड", "Death")),
        ("LIFE", Words("आजीवन कारावास", "Imprisonment for life")),
        ("RIGOROUS", Words("कठोर कारावास", "Rigorous imprisonment")),
        ("SIMPLE", Words("साधारण कारावास", "Simple imprisonment")),
        ("FINE", Words("अर्थदण्ड", "Fine")),
        ("FORFEITURE", Words("सम्पत्ति समपहरण", "Forfeiture of property")),
        ("COMMUNITY", Words("सामुदायिक सेवा", "Community service")),
        ("BOND", Words("सदाचरण बन्धपत्र", "Bond of good conduct")),
        ("TILL_RISING", Words("न्यायालय उठने तक", "Till the rising of the court")),
    ),
)
_APPEAL = Fixed(
    "APPEAL_PREFERRED",
    (
        ("YES", Words("हाँ", "Yes")),
        ("NO", Words("नहीं", "No")),
        ("PROPOSED", Words("प्रस्तावित", "Proposed")),
    ),
)
_CONVICTED = OneOf("result", CONVICTIONS)

_ACCUSED_ROW: tuple[Field, ...] = (
    *accused_parts(),
    Choice("result", Words("परिणाम", "Result"), choices=RESULT, need=Need.EXPECTED),
    replace(
        acts_and_sections(
            "acts", Words("दोषसिद्ध धाराएँ", "Sections of the conviction"), need=Need.EXPECTED
        ),
        shown_when=_CONVICTED,
    ),
    MultiChoice(
        "punishment",
        Words("दण्ड का प्रकार", "Kind of punishment"),
        choices=_PUNISHMENT,
        shown_when=_CONVICTED,
        need=Need.EXPECTED,
    ),
    Number("years", Words("अवधि (वर्ष)", "Years"), least=0, most=99, shown_when=_CONVICTED),
    Number("months", Words("अवधि (माह)", "Months"), least=0, most=11, shown_when=_CONVICTED),
    Number("days", Words("अवधि (दिन)", "Days"), least=0, most=31, shown_when=_CONVICTED),
    Money("fine", Words("अर्थदण्ड (रु0)", "Fine (Rs)"), shown_when=_CONVICTED),
    Line(
        "default",
        Words("अर्थदण्ड अदा न करने पर", "In default of the fine"),
        shown_when=_CONVICTED,
    ),
    Line(
        "bond_period", Words("बन्धपत्र की अवधि", "Period of the bond"), most=60, shown_when=_CONVICTED
    ),
    YesNo(
        "fingerprints",
        Words("अंगुलि छाप ली गयी", "Finger-prints taken"),
        shown_when=_CONVICTED,
        need=Need.EXPECTED,
        help=Words(
            "दोषसिद्धि पर्ची के साथ अंगुलि छाप ब्यूरो को भेजी जाती है।",
            "They go to the finger-print bureau with the conviction slip.",
        ),
    ),
    Number(
        "setoff",
        Words("समायोजित निरुद्धि (दिन)", "Set-off (days)"),
        least=0,
        most=20_000,
        shown_when=_CONVICTED,
    ),
    Line("remark", Words("टिप्पणी", "Remark"), most=300),
)

JUDGMENT = Section(
    "judgment",
    Words("निर्णय", "Judgment"),
    (
        fir_reference(),
        fixed_reference("case_ref", Words("वाद", "Court case"), "court_no"),
        plain_court("court", Words("न्यायालय", "Court"), need=Need.EXPECTED),
        Choice(
            "disposal",
            Words("निस्तारण का प्रकार", "Type of disposal"),
            choices=_DISPOSAL,
            need=Need.EXPECTED,
        ),
        Date("judgment_dt", Words("निर्णय", "Date of judgment"), need=Need.MUST),
        Line("judge", Words("न्यायाधीश", "Judge"), need=Need.EXPECTED),
        Line("pp", Words("लोक अभियोजक / ए0पी0ओ0", "Public prosecutor or APO"), need=Need.EXPECTED),
        Group(
            "defence",
            Words("बचाव अधिवक्ता", "Defence counsel"),
            parts=(
                Line("name", Words("नाम", "Name"), most=300, index=Index.NAME),
                Line("place", Words("स्थान", "Place")),
                Line("phone", Words("मोबाइल", "Mobile"), most=10, pattern=r"[6-9][0-9]{9}"),
            ),
        ),
        acts_and_sections("acts", Words("विचारण की धाराएँ", "Sections tried")),
    ),
)

RESULTS = Section(
    "results",
    Words("अभियुक्तवार परिणाम", "Result for each accused"),
    (
        Rows(
            "per_accused",
            Words("अभियुक्तवार परिणाम", "Result for each accused"),
            need=Need.MUST,
            help=Words(
                "प्रत्येक आरोपित अभियुक्त की एक पंक्ति। फरार की पत्रावली अलग हुई हो तो उसे न लिखें, कारण लिखें।",
                "A row for each accused sent up. Where the file of an absconder was split, leave him "
                "out and write the reason.",
            ),
            row=Group(
                "accused_result",
                Words("अभियुक्त", "Accused"),
                gist=("accused_code", "name", "result", "punishment", "years", "fine"),
                parts=_ACCUSED_ROW,
            ),
        ),
    ),
)

AFTER = Section(
    "after",
    Words("प्रतिकर, सम्पत्ति व अपील", "Compensation, property and appeal"),
    (
        Money("compensation", Words("प्रतिकर (धारा 396) रु0", "Compensation (s.396), Rs")),
        Line(
            "property_order", Words("सम्पत्ति आदेश (धारा 498)", "Order on property (s.498)"), most=1000
        ),
        Rows(
            "hostile",
            Words("पक्षद्रोही गवाह", "Hostile witnesses"),
            row=Group(
                "hostile_row",
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
                        Words("पिता / पति का नाम", "Father's / husband's name"),
                        sealed=True,
                    ),
                ),
            ),
        ),
        LongText(
            "apo_remark",
            Words("दोषमुक्ति के कारणों पर अभियोजन की टिप्पणी", "Prosecution's remark on the acquittal"),
            most=4000,
        ),
        Choice("appeal_preferred", Words("अपील", "Appeal"), choices=_APPEAL, need=Need.EXPECTED),
        Date(
            "appeal_due",
            Words("अपील सीमा (पुष्टि शेष)", "Appeal due by (to be confirmed)"),
            fixed=True,
            future=True,
        ),
        Date("copy_dt", Words("नकल प्राप्त", "Certified copy received on")),
        YesNo(
            "slip_sent",
            Words("दोषसिद्धि पर्ची डी0सी0आर0बी0 / अंगुलि छाप ब्यूरो को भेजी", "Conviction slip sent"),
        ),
    ),
)


def _results(letter: Letter) -> set[str]:
    return {str(row.get("result") or "") for row in rows(letter, "per_accused")}


def _appeal_due(letter: Letter) -> dt.date | None:
    """The State's time against an acquittal, else the convict's by the court that tried him."""
    day, results = day_of(letter.get("judgment_dt")), _results(letter)
    if day is None or day.year > 9000:
        return None
    if results & {"ACQUITTED", "DISCHARGED"}:
        return day + dt.timedelta(days=APPEAL_DAYS["state"])
    if results & set(CONVICTIONS):
        higher = court_type(letter).startswith(_HIGHER)
        return day + dt.timedelta(days=APPEAL_DAYS["high_court" if higher else "sessions"])
    return None


def every_accused_once(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A result for each accused sent up, and none twice."""
    own, sheet = list(rows(letter, "per_accused")), charge_sheeted(facts)
    for number, row in enumerate(own):
        if any(is_same(row, before) for before in own[:number]):
            yield Problem(
                ("per_accused", number),
                "IIF6.twice",
                Words(
                    "इस अभियुक्त का परिणाम दो बार लिखा है। कृपया एक बार रखें।",
                    "The result of this accused is written twice. Please keep one row.",
                ),
            )
        elif sheet and not any(is_same(row, one) for one in sheet):
            yield Problem(
                ("per_accused", number),
                "IIF6.unknown",
                Words(
                    "यह अभियुक्त आरोप पत्र या वाद में नहीं है। नाम ठीक करें, या कारण लिखें (जैसे धारा 358 में तलब)।",
                    "This accused is not in the charge sheet or the court case. Put the name right, or "
                    "write the reason (such as summoned under s.358).",
                ),
                Weight.REASON,
            )
    missing = [one for one in sheet if not any(is_same(row, one) for row in own)]
    if own and missing:
        named = ", ".join(one.get("accused_code") or one.get("name", "") for one in missing)
        yield Problem(
            ("per_accused",),
            "IIF6.missing",
            Words(
                f"इन आरोपित अभियुक्तों का परिणाम नहीं लिखा है: {named}। पंक्ति जोड़ें; पत्रावली अलग हुई हो तो कारण लिखें।",
                f"No result is written for these accused: {named}. Add their rows; if the file was "
                "split, write the reason.",
            ),
            Weight.REASON,
        )


def punishment_fits(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Imprisonment has a length, a fine its amount; a conviction slip is due."""
    for number, row in enumerate(rows(letter, "per_accused")):
        if row.get("result") not in CONVICTIONS:
            continue
        kinds = row.get("punishment")
        kinds = kinds if isinstance(kinds, list) else []
        long = any(row.get(key) for key in ("years", "months", "days"))
        if {"RIGOROUS", "SIMPLE"} & set(map(str, kinds)) and not long:
            yield Problem(
                ("per_accused", number, "years"),
                "IIF6.period",
                Words(
                    "कारावास की अवधि नहीं लिखी है।",
                    "The length of the imprisonment is not written.",
                ),
                Weight.GAP,
            )
        if "FINE" in kinds and not row.get("fine"):
            yield Problem(
                ("per_accused", number, "fine"),
                "IIF6.fine",
                Words("अर्थदण्ड की धनराशि नहीं लिखी है।", "The amount of the fine is not written."),
                Weight.GAP,
            )
    if _results(letter) & set(CONVICTIONS) and letter.get("slip_sent") is not True:
        yield Problem(
            ("slip_sent",),
            "IIF6.slip",
            Words(
                "दोषसिद्धि हुई है: दोषसिद्धि पर्ची भेजना और अपराध रजिस्टर में परिणाम अंकित करना शेष है।",
                "There is a conviction: the conviction slip is still to be sent and the result noted in "
                "the crime register.",
            ),
            Weight.GAP,
        )


def appeal_considered(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """After an acquittal the prosecution's remark and the decision on appeal belong to the record."""
    if "ACQUITTED" in _results(letter) and not letter.get("apo_remark"):
        due = said_day(_appeal_due(letter))
        yield Problem(
            ("apo_remark",),
            "IIF6.remark",
            Words(
                f"दोषमुक्ति के कारणों पर अभियोजन की टिप्पणी शेष है; अपील पर निर्णय {due} तक आवश्यक है।",
                f"The prosecution's remark on the acquittal is still to come; an appeal must be decided "
                f"by {due}.",
            ),
            Weight.GAP,
        )


def after_the_filing(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """No judgment before the case was filed in court."""
    own = above(facts, "court_no")
    filed = day_of(own.letter.get("filed_dt")) if own else None
    given = day_of(letter.get("judgment_dt"))
    if filed and given and given < filed:
        yield Problem(
            ("judgment_dt",),
            "V01",
            Words(
                f"निर्णय वाद दाखिल होने ({said_day(filed)}) से पहले का है। कृपया तिथि ठीक करें।",
                f"The judgment is before the case was filed ({said_day(filed)}). Please put the date right.",
            ),
        )


def prepare(letter: Letter, facts: Facts) -> None:
    """The case, and how long an appeal is open."""
    refer_to_fir(letter, facts)
    refer_to(letter, facts, "case_ref", "court_no")
    letter.pop("appeal_due", None)
    due = _appeal_due(letter)
    if due:
        letter["appeal_due"] = due.isoformat()


def begin(facts: Facts) -> Letter:
    """Court, sections and accused of the case, and the judgment's day from its last hearing."""
    own = above(facts, "court_no")
    if own is None:
        return {}
    group = FORM.field_at("court")
    assert isinstance(group, Group)  # for the type checker: a court is a group
    stated = own.letter.get("court")
    judged = [
        day.isoformat()
        for one in facts.case().of("trial")
        if one.parent_id == own.record_id and (day := day_of(one.letter.get("judgment_dt")))
    ]
    hostile = [
        {key: row[key] for key in ("name", "relative_name") if isinstance(row.get(key), str)}
        for one in facts.case().of("trial")
        if one.parent_id == own.record_id
        for row in rows(one.letter, "witnesses")
        if row.get("state") == "HOSTILE"
    ]
    return begin_with(
        {
            "court": fitting(group.parts, stated) if isinstance(stated, dict) else {},
            "judgment_dt": judged[-1] if judged else "",
            "acts": acts_of(own, facts),
            "per_accused": charge_sheeted(facts),
            "hostile": hostile,
        }
    )


def is_sensitive(letter: Letter) -> bool:
    """By the sections tried."""
    return flags(chosen_sections(letter)).sensitive


def line(letter: Letter) -> str:
    """Day and results, counted."""
    counted: dict[str, int] = {}
    for row in rows(letter, "per_accused"):
        words = RESULT.words_of(str(row.get("result") or ""))
        said = words.hi if words else "परिणाम शेष"
        counted[said] = counted.get(said, 0) + 1
    results = ", ".join(f"{said} {count}" for said, count in counted.items())
    day = said_day(day_of(letter.get("judgment_dt")))
    parts = [f"निर्णय {day}" if day else "निर्णय", results]
    return " · ".join(filter(None, [*parts, SENSITIVE if is_sensitive(letter) else ""]))


def sample(now: dt.datetime) -> Letter:
    """A fictional judgment: one convicted, one acquitted."""

    def day(ago: int) -> str:
        return (now - dt.timedelta(days=ago)).date().isoformat()

    acts = [{"act": "BNS", "section": "303(2)"}]
    return {
        "court": {"court_type": "CJM", "court_name": "मुख्य न्यायिक मजिस्ट्रेट", "place": "नमूना जनपद"},
        "disposal": "JUDGMENT",
        "judgment_dt": day(5),
        "judge": "श्री नमूना न्यायाधीश",
        "pp": "श्री नमूना अभियोजन अधिकारी",
        "defence": {"name": "श्री उदाहरण अधिवक्ता", "place": "नमूना जनपद"},
        "acts": acts,
        "per_accused": [
            {
                "accused_code": "A1",
                "name": "नमूना कुमार",
                "result": "CONVICTED",
                "acts": acts,
                "punishment": ["RIGOROUS", "FINE"],
                "years": 2,
                "fine": "5000",
                "default": "एक माह का साधारण कारावास",
                "fingerprints": True,
                "setoff": 92,
            },
            {"accused_code": "A2", "name": "उदाहरण सिंह", "result": "ACQUITTED"},
        ],
        "compensation": "10000",
        "property_order": "बरामद मोटर साइकिल स्वामी को अवमुक्त (नमूना)",
        "hostile": [{"name": "उदाहरण देवी", "relative_name": "नमूना लाल"}],
        "apo_remark": "शिनाख्त की कार्यवाही सिद्ध न होने से दोषमुक्त। अपील प्रस्तावित नहीं। (काल्पनिक नमूना)",
        "appeal_preferred": "NO",
        "copy_dt": day(1),
        "slip_sent": True,
    }


FORM = Form(
    code="iif_6",
    version=1,
    title=Words("कोर्ट केस निपटारा (IIF-6)", "Court disposal (IIF-6)"),
    short=Words("निपटारा", "Disposal"),
    sections=(JUDGMENT, RESULTS, AFTER),
    role="pairokar",
    duty=("e-5",),
    law=Words("धारा 258, 392–401 बी.एन.एस.एस.", "Sections 258, 392–401 B.N.S.S."),
    parent="court_no",
    also_under=("iif_5",),
    rules=(
        in_order(
            "judgment_dt",
            "copy_dt",
            "नकल निर्णय से पहले की है। कृपया तिथि ठीक करें।",
            "The copy is before the judgment. Please put the dates right.",
            code="V01.copy",
        ),
        Rule("V01", after_the_filing),
        Rule("IIF6.accused", every_accused_once),
        Rule("IIF6.punishment", punishment_fits),
        Rule("IIF6.appeal", appeal_considered),
    ),
    papers=(
        Paper(
            "form",
            Words("कोर्ट केस निपटारा", "Court disposal"),
            "",
            copies=(
                Words("डी0सी0आर0बी0 प्रति", "DCRB copy"),
                Words("अंगुलि छाप ब्यूरो (दोषसिद्धि पर्ची)", "Finger-print bureau (conviction slip)"),
                Words("थाना प्रति", "Station copy"),
            ),
        ),
    ),
    line=line,
    occurred="judgment_dt",
    is_sensitive=is_sensitive,
    prepare=prepare,
    begin=begin,
    sample=sample,
)
