"""Case diary (केस डायरी, पर्चा), duty c-5: s.192 BNSS, before 1 July 2024 s.172 CrPC; day by day, paginated."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from forms.kit.condition import Filled
from forms.kit.fields import (
    Attachment,
    Choice,
    Date,
    DateTime,
    Group,
    Index,
    Line,
    LongText,
    Need,
    Number,
    Reference,
    Rows,
)
from forms.kit.form import Correction, Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import ACT_PARTS
from forms.parts.case import (
    case_reference,
    fir_reference,
    in_order,
    moment_of,
    not_before_fir,
    officer_acting,
    refer_to_fir,
)
from forms.parts.investigation import shown_day
from forms.parts.lists import Fixed
from forms.parts.officer import officer
from forms.parts.person import person

LONGEST_GAP = 15
"""Days between two entries after which the reason is asked for (a choice of this desk)."""

STATEMENT_SECTION = Fixed(
    "STATEMENT_SECTION",
    (
        ("180", Words("180 - पुलिस द्वारा परीक्षण", "180 - examination by police")),
        ("183", Words("183 - मजिस्ट्रेट के समक्ष कथन", "183 - statement before a Magistrate")),
        (
            "184",
            Words("184 - पीड़िता का चिकित्सीय परीक्षण", "184 - medical examination of the victim"),
        ),
    ),
)
CHANGE = Fixed(
    "SECTION_CHANGE",
    (
        ("ADDED", Words("बढ़ायी गयी", "Added")),
        ("REMOVED", Words("घटायी गयी", "Removed")),
    ),
)

DAY = Section(
    "day",
    Words("पर्चा व समय", "Entry and hours"),
    (
        fir_reference(),
        Date(
            "cd_date",
            Words("पर्चा दिनांक", "Date of the entry"),
            need=Need.MUST,
            source="192(1) BNSS",
        ),
        DateTime(
            "info_at",
            Words("सूचना पहुँचने का समय", "Information reached at"),
            need=Need.EXPECTED,
            source="192(1) BNSS",
        ),
        DateTime(
            "begun",
            Words("विवेचना प्रारम्भ", "Investigation begun at"),
            need=Need.EXPECTED,
            source="192(1) BNSS",
        ),
        DateTime(
            "closed",
            Words("विवेचना समाप्त", "Investigation closed at"),
            need=Need.EXPECTED,
            source="192(1) BNSS",
        ),
        Reference(
            "departure_gd",
            Words("रवानगी रपट", "Departure entry"),
            form="gd",
            need_when=Filled("places"),
        ),
        Reference("return_gd", Words("वापसी रपट", "Return entry"), form="gd"),
        Rows(
            "places",
            Words("भ्रमण किये गये स्थान", "Places visited"),
            row=Group(
                "place_row",
                Words("स्थान", "Place"),
                parts=(
                    Line(
                        "place",
                        Words("स्थान", "Place"),
                        need=Need.EXPECTED,
                        index=Index.PLACE,
                        sealed=True,
                    ),
                    DateTime("arrived", Words("आगमन", "Arrived")),
                    DateTime("departed", Words("प्रस्थान", "Departed")),
                ),
            ),
        ),
    ),
)

NARRATIVE = Section(
    "narrative",
    Words("विवरण", "Narrative"),
    (
        LongText(
            "narrative",
            Words("विवेचना का विवरण", "Statement of the circumstances"),
            need=Need.MUST,
            source="192(1) BNSS",
            help=Words(
                "दिन भर की कार्यवाही क्रम से लिखें; बयान अगले पृष्ठ पर।",
                "Write the day's work in its order; statements go on the next page.",
            ),
        ),
    ),
)

STATEMENTS = Section(
    "statements",
    Words("बयान", "Statements"),
    (
        Rows(
            "statements",
            Words("बयान", "Statements"),
            row=Group(
                "statement",
                Words("बयान", "Statement"),
                gist=("section", "at"),
                parts=(
                    person(
                        "person",
                        Words("साक्षी / पीड़ित", "Witness or victim"),
                        need=Need.EXPECTED,
                        sealed=True,
                    ),
                    Choice(
                        "section",
                        Words("धारा", "Section"),
                        choices=STATEMENT_SECTION,
                        need=Need.EXPECTED,
                    ),
                    DateTime("at", Words("दिनांक व समय", "Date and time"), need=Need.EXPECTED),
                    LongText("text", Words("कथन", "Statement"), need=Need.EXPECTED),
                    Attachment("file", Words("फाइल", "File"), sealed=True),
                    Line(
                        "av_ref",
                        Words("श्रव्य-दृश्य संदर्भ", "Audio-video reference"),
                        most=200,
                        sealed=True,
                    ),
                ),
            ),
        ),
    ),
)


def _linked(key: str, hi: str, en: str, form: str = "") -> Rows:
    return Rows(
        key,
        Words(hi, en),
        row=Group("linked", Words(hi, en), parts=(Reference("record", Words(hi, en), form=form),)),
    )


RESULT = Section(
    "result",
    Words("धारा, साक्ष्य, टिप्पणी", "Sections, evidence, remarks"),
    (
        Rows(
            "acts_change",
            Words("धारा वृद्धि / लोप", "Sections added or removed"),
            row=Group(
                "act_change",
                Words("धारा", "Section"),
                parts=(
                    *ACT_PARTS,
                    Choice("change", Words("वृद्धि / लोप", "Change"), choices=CHANGE, need=Need.MUST),
                    Line("reason", Words("कारण", "Reason"), most=500, need=Need.EXPECTED),
                ),
            ),
        ),
        _linked("arrests", "इस दिन की गिरफ्तारियाँ", "Arrests of this day", "iif_3"),
        _linked("searches", "इस दिन की तलाशी / जब्ती", "Searches and seizures of this day", "iif_4"),
        _linked("evidence_refs", "अन्य साक्ष्य", "Other evidence"),
        LongText(
            "remark_sho", Words("थाना प्रभारी टिप्पणी", "Remark of the officer in charge"), most=5000
        ),
        LongText(
            "remark_co", Words("क्षेत्राधिकारी टिप्पणी", "Remark of the circle officer"), most=5000
        ),
        officer("io", Words("विवेचक", "Investigating officer"), need=Need.EXPECTED),
        Number(
            "pages",
            Words("पर्चे के पृष्ठ", "Pages of this entry"),
            least=1,
            most=1000,
            need=Need.MUST,
            source="192(3) BNSS",
        ),
        Number("page_from", Words("पृष्ठ से", "From page"), fixed=True),
        Number("page_to", Words("पृष्ठ तक", "To page"), fixed=True),
    ),
)


def ascending(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Entries follow one another by date; an earlier date is for the officer in charge to allow."""
    day = str(letter.get("cd_date") or "")
    last = _last(facts)
    if not day or last is None:
        return
    before = str(last.letter.get("cd_date") or "")
    if before and day < before:
        yield Problem(
            ("cd_date",),
            "CD.order",
            Words(
                f"पिछला पर्चा नं0 {last.number} दिनांक {shown_day(before)} का है; पर्चे दिनांक के क्रम में होते हैं। "
                "दिनांक ठीक करें, या थाना प्रभारी कारण सहित स्वीकृति दें।",
                f"The last entry, no. {last.number}, is of {shown_day(before)}; entries follow by date. Put the "
                "date right, or the officer in charge allows it with a reason.",
            ),
            Weight.APPROVAL,
            "192 BNSS",
        )
    elif before:
        idle = (dt.date.fromisoformat(day) - dt.date.fromisoformat(before)).days
        if idle > LONGEST_GAP:
            yield Problem(
                ("cd_date",),
                "CD.gap",
                Words(
                    f"पिछले पर्चे ({shown_day(before)}) से {idle} दिन बीत चुके हैं। कारण लिखें।",
                    f"{idle} days have passed since the last entry ({shown_day(before)}). Write the reason.",
                ),
                Weight.REASON,
            )


def of_that_day(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """The hours belong to the day of the entry."""
    day, begun = str(letter.get("cd_date") or ""), moment_of(letter.get("begun"))
    if day and begun and begun[:10] != day:
        yield Problem(
            ("begun",),
            "CD.day",
            Words(
                f"विवेचना का प्रारम्भ {shown_day(begun[:10])} का है, पर्चा {shown_day(day)} का। दिनांक ठीक करें, या कारण लिखें।",
                f"The work began on {shown_day(begun[:10])}, the entry is of {shown_day(day)}. Put the date "
                "right, or write the reason.",
            ),
            Weight.REASON,
        )


def _last(facts: Facts) -> Any:
    """The entry of the case with the latest date."""
    return max(
        facts.case().of("cd"), key=lambda one: str(one.letter.get("cd_date") or ""), default=None
    )


def begin(facts: Facts) -> Letter:
    """Today, the officer, and what was arrested and seized since the last entry."""
    seen = {
        str((row.get("record") or {}).get("record_id"))
        for diary in facts.case().of("cd")
        for key in ("arrests", "searches")
        for row in rows(diary.letter, key)
    }

    def fresh(form: str, title: str) -> list[dict[str, Any]]:
        return [
            {"record": case_reference(one, title)}
            for one in facts.case().of(form)
            if one.record_id not in seen
        ]

    letter: Letter = {
        "cd_date": facts.now.date().isoformat(),
        "io": officer_acting(facts),
        "arrests": fresh("iif_3", "गिरफ्तारी"),
        "searches": fresh("iif_4", "फर्द बरामदगी"),
        "pages": 1,
    }
    return {key: value for key, value in letter.items() if value}


def prepare(letter: Letter, facts: Facts) -> None:
    """The FIR, and the pages of the volume that this entry takes."""
    refer_to_fir(letter, facts)
    letter.pop("page_from", None)
    letter.pop("page_to", None)
    pages = letter.get("pages")
    if isinstance(pages, int):
        ends = [one.letter.get("page_to") for one in facts.case().of("cd")]
        letter["page_from"] = 1 + max((end for end in ends if isinstance(end, int)), default=0)
        letter["page_to"] = letter["page_from"] + pages - 1


def line(letter: Letter) -> str:
    """Date, pages and how many statements; it names nobody and tells nothing."""
    told = [f"पर्चा {shown_day(str(letter.get('cd_date') or ''))}"]
    if letter.get("page_from"):
        told.append(f"पृष्ठ {letter['page_from']}-{letter.get('page_to')}")
    if count := len(list(rows(letter, "statements"))):
        told.append(f"{count} बयान")
    return " · ".join(told)


def sample(now: dt.datetime) -> Letter:
    """A fictional first day of an investigation."""
    day = now.strftime("%Y-%m-%d")

    def at(minutes: int) -> str:
        return (now - dt.timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M")

    # All hours of the sample lie on its day, also shortly after midnight.
    passed = now.hour * 60 + now.minute
    start = min(180, passed)
    return {
        "cd_date": day,
        "info_at": at(start),
        "begun": at(start),
        "closed": at(0),
        "departure_gd": {
            "record_id": "namoona",
            "form": "gd",
            "number": "012",
            "title": "रवानगी (नमूना)",
        },
        "places": [
            {"place": "ग्राम नमूनापुर", "arrived": at(start * 2 // 3), "departed": at(start // 3)},
        ],
        "narrative": "प्राथमिकी व चिक का अवलोकन किया गया। वादी की निशानदेही पर घटनास्थल का निरीक्षण कर नक्शा नजरी "
        "तैयार किया गया। (यह काल्पनिक नमूना है)",
        "statements": [
            {
                "person": {
                    "name": "साक्षी नमूना लाल",
                    "relation_type": "FATHER",
                    "relative_name": "दृष्टान्त लाल",
                    "gender": "MALE",
                    "age_years": 40,
                    "addresses": [
                        {
                            "address_type": "PRESENT",
                            "village_town": "ग्राम नमूनापुर",
                            "district": "नमूना जनपद",
                        }
                    ],
                },
                "section": "180",
                "at": at(start // 2),
                "text": "मैंने रात्रि में दो-तीन अज्ञात व्यक्तियों को मोटर साइकिल ले जाते देखा था। (नमूना)",
                "av_ref": "थाना मोबाइल नमूना 01, फाइल 0002",
            }
        ],
        "acts_change": [
            {"act": "BNS", "section": "317(2)", "change": "ADDED", "reason": "सम्पत्ति बरामद"}
        ],
        "io": {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"},
        "pages": 3,
    }


FORM = Form(
    code="cd",
    version=1,
    title=Words("केस डायरी (प्रकरण दैनिकी)", "Case diary"),
    short=Words("केस डायरी", "Case diary"),
    sections=(DAY, NARRATIVE, STATEMENTS, RESULT),
    role="io",
    duty=("c-5",),
    law=Words("धारा 192 बी.एन.एस.एस.", "Section 192 B.N.S.S."),
    rules=(
        Rule("CD.order", ascending),
        Rule("CD.day", of_that_day),
        not_before_fir("begun", "विवेचना का प्रारम्भ", "The investigation"),
        in_order(
            "begun",
            "closed",
            "विवेचना की समाप्ति प्रारम्भ से पहले की है। कृपया समय ठीक करें।",
            "The investigation closed before it began. Please put the time right.",
        ),
        in_order(
            "info_at",
            "begun",
            "सूचना पहुँचने का समय विवेचना प्रारम्भ के बाद का है। समय ठीक करें, या कारण लिखें।",
            "The information came after the work began. Put the time right, or write the reason.",
            code="CD.info",
            weight=Weight.REASON,
        ),
    ),
    numbered=(Numbered("case_diary"),),
    parent="iif_1",
    also_under=("fir_rereg",),
    parent_must=True,
    papers=(
        Paper(
            "form",
            Words("पर्चा केस डायरी", "Entry of the case diary"),
            "",
            copies=(
                Words("विवेचक पत्रावली", "Investigating officer's file"),
                Words("क्षेत्राधिकारी प्रति", "Circle officer's copy"),
                Words("रिमाण्ड के साथ प्रति", "Copy with the remand"),
            ),
        ),
    ),
    # A closed entry is not edited: the next one says what was wrong (§5.17 of the reference).
    correction=Correction.NEW_ENTRY,
    line=line,
    occurred="cd_date",
    # The accused may not call for it, and it is read by the officers of the case alone (s.192(4)).
    seal="case_diary_text",
    is_sensitive=lambda letter: True,
    prepare=prepare,
    begin=begin,
    sample=sample,
)
