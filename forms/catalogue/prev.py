"""Preventive action: ss.126–136, 168, 170, 172 BNSS, before them ss.107–117, 149, 151 CrPC; duty d-2."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from forms.codes.clockwork import add_months
from forms.kit.condition import All, Filled, Is, Not, OneOf
from forms.kit.fields import (
    Choice,
    Date,
    DateTime,
    Group,
    Line,
    LongText,
    Money,
    MultiChoice,
    Need,
    Rows,
    YesNo,
)
from forms.kit.form import ClockStart, Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.age import day_of
from forms.parts.case import diary_reference, fir_of, in_order
from forms.parts.gist import names_in
from forms.parts.lists import Fixed
from forms.parts.offence_rules import moment
from forms.parts.officer import court
from forms.parts.person import persons
from forms.parts.record_rows import history, references
from forms.parts.take_person import persons_only
from forms.parts.under_diary import diary_if_none, take_diary_entry

SECTION = Fixed(
    "PREV_SECTION",
    (
        ("126", Words("126 - परिशान्ति (107)", "126 - keeping the peace (107)")),
        (
            "128",
            Words("128 - उपस्थिति छिपाने वाला (109)", "128 - concealing his presence (109)"),
        ),
        ("129", Words("129 - आभ्यासिक अपराधी (110)", "129 - habitual offender (110)")),
        ("135", Words("135 - जाँच (116)", "135 - inquiry (116)")),
        ("163", Words("163 - तात्कालिक आदेश (144)", "163 - urgent order (144)")),
        ("168", Words("168 - नोटिस (149)", "168 - notice (149)")),
        ("170", Words("170 - निवारक गिरफ्तारी (151)", "170 - preventive arrest (151)")),
        (
            "172",
            Words("172 - निदेश न मानने वाले को हटाना", "172 - removing one who does not obey"),
        ),
        ("OTHER", Words("अन्य", "Other")),
    ),
)
DISPUTE = Fixed(
    "PREV_DISPUTE",
    (
        ("LAND", Words("भूमि", "Land")),
        ("FAMILY", Words("पारिवारिक", "Family")),
        ("ELECTION", Words("चुनाव", "Election")),
        ("RELIGION", Words("धार्मिक", "Religious")),
        ("CATTLE", Words("पशु", "Cattle")),
        ("MONEY", Words("लेनदेन", "Money")),
        ("WAY_DRAIN", Words("रास्ता / नाली", "Way or drain")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)
BOND_YEARS = {"126": 1, "128": 1, "129": 3}
"""Longest bond by section, in years: 126 and 128 by the text of the BNSS; 129 is to be confirmed."""
_ARRESTED = Is("arrested", True)
_BOUND = Filled("bond_dt")

ACTION = Section(
    "action",
    Words("कार्यवाही", "Action"),
    (
        diary_reference(),
        MultiChoice(
            "sections",
            Words("धारा (बी0एन0एस0एस0)", "Sections (BNSS)"),
            choices=SECTION,
            need=Need.MUST,
        ),
        Line(
            "other_section",
            Words("अन्य धारा / अधिनियम", "Other section or act"),
            shown_when=OneOf("sections", ("OTHER",)),
            need=Need.EXPECTED,
        ),
        Choice(
            "dispute",
            Words("विवाद का प्रकार", "Kind of dispute"),
            choices=DISPUTE,
            need=Need.EXPECTED,
        ),
        LongText(
            "grounds",
            Words("आधार", "Grounds"),
            need=Need.EXPECTED,
            help=Words(
                "शान्ति भंग की आशंका के तथ्य लिखें: कब, कहाँ, किसने क्या किया।",
                "Write the facts that make a breach of the peace likely: when, where, who did what.",
            ),
        ),
    ),
)

PARTIES = Section(
    "parties",
    Words("पक्ष व गवाह", "Parties and witnesses"),
    (
        persons(
            "party1",
            Words("प्रथम पक्ष", "First party"),
            need=Need.EXPECTED,
            help=Words(
                "जिनके विरुद्ध कार्यवाही है; एक ही पक्ष हो तो द्वितीय पक्ष खाली छोड़ें।",
                "Those proceeded against; with only one party leave the second blank.",
            ),
        ),
        persons("party2", Words("द्वितीय पक्ष", "Second party")),
        persons("witnesses", Words("गवाह", "Witnesses")),
        history("history", Words("आपराधिक इतिहास", "Criminal history")),
    ),
)

ARREST = Section(
    "arrest",
    Words("गिरफ्तारी (धारा 170)", "Arrest (section 170)"),
    (
        YesNo(
            "arrested",
            Words("गिरफ्तारी हुई?", "Arrested?"),
            need_when=OneOf("sections", ("170",)),
        ),
        DateTime(
            "arrested_dt",
            Words("गिरफ्तारी का समय", "Arrested at"),
            shown_when=_ARRESTED,
            need=Need.EXPECTED,
        ),
        references(
            "arrest_refs",
            Words("गिरफ्तारी प्रपत्र (IIF-3)", "Arrest forms (IIF-3)"),
            form="iif_3",
            shown_when=_ARRESTED,
        ),
        DateTime(
            "produced_dt",
            Words("मजिस्ट्रेट के समक्ष पेश करने का समय", "Produced before the Magistrate"),
            shown_when=_ARRESTED,
            source="170 BNSS",
            need=Need.EXPECTED,
        ),
    ),
)

MAGISTRATE = Section(
    "magistrate",
    Words("चालानी रिपोर्ट व मजिस्ट्रेट", "Report to the Magistrate"),
    (
        # The case number (वाद सं0) is part of the court, and is not asked twice.
        court("magistrate", Words("कार्यपालक मजिस्ट्रेट", "Executive Magistrate"), need=Need.EXPECTED),
        Date(
            "chalani_dt",
            Words("चालानी रिपोर्ट दिनांक", "Date of the report"),
            need=Need.EXPECTED,
        ),
        Date("notice_dt", Words("नोटिस दिनांक", "Date of the notice")),
    ),
)

BOND = Section(
    "bond",
    Words("पाबन्दी, उल्लंघन व आदेश", "Bond, breach, order"),
    (
        DateTime("bond_dt", Words("मुचलका निष्पादन का समय", "Bond executed at")),
        Money(
            "bond_amount",
            Words("मुचलका धनराशि", "Amount of the bond"),
            shown_when=_BOUND,
            need=Need.EXPECTED,
        ),
        Date(
            "bond_from",
            Words("अवधि से", "Bound from"),
            future=True,
            shown_when=_BOUND,
            need=Need.EXPECTED,
        ),
        Date(
            "bond_to",
            Words("अवधि तक", "Bound until"),
            future=True,
            shown_when=_BOUND,
            need=Need.EXPECTED,
        ),
        persons("sureties", Words("जमानतदार", "Sureties"), shown_when=_BOUND),
        YesNo(
            "bond_ended",
            Words("मुचलके की अवधि पूर्ण / निरस्त?", "Bond ended or discharged?"),
            shown_when=_BOUND,
        ),
        Rows(
            "breach",
            Words("मुचलके का उल्लंघन", "Breach of the bond"),
            shown_when=_BOUND,
            row=Group(
                "breach_row",
                Words("उल्लंघन", "Breach"),
                parts=(
                    Date("dt", Words("दिनांक", "Date"), need=Need.EXPECTED),
                    Line("brief", Words("विवरण", "What happened"), most=500, need=Need.EXPECTED),
                    Line("action", Words("कार्यवाही (धारा 141)", "Action (section 141)"), most=300),
                ),
            ),
        ),
        Line("final_order", Words("अन्तिम आदेश", "Final order"), most=500),
    ),
)


def longest_bond(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """A bond lasts no longer than its section allows: one year under 126 and 128 (BNSS)."""
    start, end = day_of(letter.get("bond_from")), day_of(letter.get("bond_to"))
    chosen = [code for code in letter.get("sections") or () if code in BOND_YEARS]
    years = max((BOND_YEARS[code] for code in chosen), default=0)
    if start and end and years and end > add_months(start, 12 * years):
        last = add_months(start, 12 * years)
        yield Problem(
            ("bond_to",),
            "prev.bond",
            Words(
                f"मुचलके की अवधि {years} वर्ष से अधिक है (अधिकतम {last:%d-%m-%Y} तक)। तिथि ठीक करें, या कारण लिखें।",
                f"The bond runs longer than {years} year(s) (at most until {last:%d-%m-%Y}). Put the "
                "date right, or write the reason.",
            ),
            Weight.REASON,
            "" if "129" in chosen else "126, 128 BNSS",
        )


def arrest_and_section(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """An arrest stands under section 170, and each arrest has its own form."""
    is_170 = "170" in (letter.get("sections") or ())
    if letter.get("arrested") is True and not is_170:
        yield Problem(
            ("sections",),
            "prev.arrest",
            Words(
                "गिरफ्तारी लिखी है पर धारा 170 नहीं चुनी। धारा 170 चुनें, या कारण लिखें।",
                "An arrest is written without section 170. Choose it, or write the reason.",
            ),
            Weight.REASON,
            "170 BNSS",
        )
    elif letter.get("arrested") is False and is_170:
        yield Problem(
            ("arrested",),
            "prev.no_arrest",
            Words(
                "धारा 170 गिरफ्तारी की है पर ‘गिरफ्तारी हुई’ में नहीं लिखा है। ठीक करें, या कारण लिखें।",
                "Section 170 is for an arrest, yet ‘Arrested’ is answered no. Put it right, or write "
                "the reason.",
            ),
            Weight.REASON,
            "170 BNSS",
        )
    has_form = any(True for _ in rows(letter, "arrest_refs")) or facts.case().of("iif_3")
    if letter.get("arrested") is True and not has_form:
        yield Problem(
            ("arrest_refs",),
            "prev.arrest_form",
            Words(
                "गिरफ्तारी प्रपत्र (IIF-3) नहीं जुड़ा है। इस कार्यवाही के अधीन IIF-3 पंजीकृत करायें या यहाँ चुनें।",
                "No arrest form (IIF-3) is linked. Have it registered under this action, or choose it here.",
            ),
            Weight.GAP,
        )


def produced_in_time(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """One arrested under section 170 is held no longer than 24 hours."""
    taken, produced = moment(letter.get("arrested_dt")), moment(letter.get("produced_dt"))
    if taken and produced and produced > taken + dt.timedelta(hours=24):
        yield Problem(
            ("produced_dt",),
            "prev.produced",
            Words(
                "पेशी गिरफ्तारी के 24 घण्टे के बाद की है। समय ठीक करें, या कारण (यात्रा का समय) लिखें।",
                "The production is more than 24 hours after the arrest. Put the time right, or write "
                "the reason (the journey).",
            ),
            Weight.REASON,
            "170 BNSS",
        )


def both_sides(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """Nobody stands on both sides of one dispute."""
    first = {_who(row) for row in rows(letter, "party1")} - {("", "")}
    for number, row in enumerate(rows(letter, "party2")):
        if _who(row) in first:
            yield Problem(
                ("party2", number, "name"),
                "prev.both",
                Words(
                    "यही व्यक्ति प्रथम पक्ष में भी है। एक पक्ष से हटायें, या कारण लिखें।",
                    "The same person stands in the first party. Take one out, or write the reason.",
                ),
                Weight.REASON,
            )


def _who(row: Mapping[str, Any]) -> tuple[str, str]:
    return str(row.get("name") or ""), str(row.get("relative_name") or "")


def prepare(letter: Letter, facts: Facts) -> None:
    """The diary entry above."""
    take_diary_entry(letter, facts)


def begin(facts: Facts) -> Letter:
    """The two sides of the complaint or report the action follows; of an FIR, the accused."""
    case = facts.case()
    told = next((one for one in case.records if one.form in ("complaint", "ncr")), None)
    if told is not None:
        first = persons_only([told.letter.get("complainant")])
        second = persons_only(told.letter.get("against") or told.letter.get("accused"))
    else:
        fir = fir_of(facts)
        first, second = persons_only(fir.letter.get("accused") if fir else None), []
    return {key: found for key, found in (("party1", first), ("party2", second)) if found}


def section_text(letter: Letter) -> str:
    """`126, 135`, with another act as it is written."""
    chosen = letter.get("sections")
    codes = [code for code in chosen if code != "OTHER"] if isinstance(chosen, list) else []
    other = [str(letter["other_section"])] if letter.get("other_section") else []
    return ", ".join([*(str(code) for code in codes), *other])


def _subject(letter: Letter, facts: Facts) -> str:
    return f"निरोधात्मक कार्यवाही धारा {section_text(letter)} सं0 {facts.numbers.get('prev', '')}"


def _brief(letter: Letter, facts: Facts) -> str:
    magistrate = letter.get("magistrate")
    office = magistrate.get("court_name") if isinstance(magistrate, Mapping) else ""
    against = f"प्रथम पक्ष {names_in(letter, 'party1')}"
    if letter.get("party2"):
        against += f" व द्वितीय पक्ष {names_in(letter, 'party2')}"
    arrest = "गिरफ्तारी की गयी। " if letter.get("arrested") is True else ""
    return (
        f"इस समय {against} के विरुद्ध अन्तर्गत धारा {section_text(letter)} बी0एन0एस0एस0 निरोधात्मक कार्यवाही "
        f"की गयी। {arrest}चालानी रिपोर्ट सं0 {facts.numbers.get('prev', '')} {office or 'कार्यपालक मजिस्ट्रेट'} को "
        "प्रेषित की जा रही है।"
    )


def line(letter: Letter) -> str:
    """Sections, then the two sides."""
    sides = names_in(letter, "party1")
    if letter.get("party2"):
        sides += f" / {names_in(letter, 'party2')}"
    sections = section_text(letter)
    return f"धारा {sections} · {sides}" if sections else sides


def sample(now: dt.datetime) -> Letter:
    """A fictional quarrel over a drain between two neighbours."""

    def days(ago: int) -> str:
        return (now - dt.timedelta(days=ago)).strftime("%Y-%m-%d")

    def who(name: str) -> Letter:
        where = {"village_town": "ग्राम नमूनापुर", "district": "नमूना जनपद"}
        return {
            "name": name,
            "relation_type": "FATHER",
            "relative_name": "उदाहरण लाल",
            "gender": "MALE",
            "age_years": 40,
            "addresses": [{"address_type": "PRESENT", **where}],
        }

    return {
        "sections": ["126", "135", "170"],
        "dispute": "WAY_DRAIN",
        "grounds": "दोनों पक्षों में नाली को लेकर विवाद है, कहा-सुनी हुई है और शान्ति भंग की प्रबल आशंका है। "
        "(यह काल्पनिक नमूना है)",
        "party1": [who("नमूना राम")],
        "party2": [who("उदाहरण यादव")],
        "witnesses": [who("नमूना अली")],
        "history": [
            {
                "thana": "थाना नमूना",
                "fir": "0012/2025",
                "sections": "115(2), 352 BNS",
                "status": "विचाराधीन",
            }
        ],
        "arrested": True,
        "arrested_dt": f"{days(3)}T16:00",
        "arrest_refs": [
            {
                "record": {
                    "record_id": "namuna",
                    "form": "iif_3",
                    "number": "A1",
                    "title": "नमूना राम",
                }
            }
        ],
        "produced_dt": f"{days(2)}T11:00",
        "magistrate": {
            "court_type": "SDM",
            "court_name": "उप जिला मजिस्ट्रेट सदर",
            "place": "नमूना जनपद",
            "case_no": "नमूना-45/2026",
        },
        "chalani_dt": days(2),
        "notice_dt": days(2),
        "bond_dt": f"{days(1)}T12:00",
        "bond_amount": "50000",
        "bond_from": days(1),
        "bond_to": (now + dt.timedelta(days=180)).strftime("%Y-%m-%d"),
        "sureties": [who("उदाहरण वर्मा")],
    }


FORM = Form(
    code="prev",
    version=1,
    title=Words("निवारक (निरोधात्मक) कार्यवाही", "Preventive action"),
    short=Words("निरोधात्मक", "Preventive"),
    sections=(ACTION, PARTIES, ARREST, MAGISTRATE, BOND),
    role="operator",
    duty=("d-2",),
    law=Words(
        "धारा 126–136, 168, 170, 172 बी.एन.एस.एस.", "Sections 126–136, 168, 170, 172 B.N.S.S."
    ),
    rules=(
        in_order(
            "bond_from",
            "bond_to",
            "मुचलके की अवधि उल्टी लिखी है। कृपया तिथियाँ ठीक करें।",
            "The bond ends before it begins. Please put the dates right.",
        ),
        in_order(
            "arrested_dt",
            "produced_dt",
            "पेशी गिरफ्तारी से पहले की है। कृपया समय ठीक करें।",
            "The production is before the arrest. Please put the time right.",
            code="V01.produced",
        ),
        Rule("prev.bond", longest_bond),
        Rule("prev.arrest", arrest_and_section),
        Rule("prev.produced", produced_in_time),
        Rule("prev.both", both_sides),
    ),
    numbered=(Numbered("preventive"),),
    parent="gd",
    also_under=("complaint", "cmp_enq", "ncr", "iif_1", "fir_rereg"),
    consequences=(diary_if_none("PREV", _subject, _brief),),
    clocks=(
        # An arrest form brings its own clock; without one the hours run here.
        ClockStart(
            "K08",
            at="arrested_dt",
            done="produced_dt",
            when=All(_ARRESTED, Filled("arrested_dt"), Not(Filled("arrest_refs"))),
        ),
        ClockStart(
            "K40",
            at="bond_dt",
            done="bond_ended",
            when=All(_BOUND, OneOf("sections", ("126", "128"))),
        ),
    ),
    papers=(
        Paper(
            "form",
            Words("चालानी रिपोर्ट", "Preventive report"),
            "",
            copies=(
                Words("कार्यपालक मजिस्ट्रेट प्रति", "Executive Magistrate's copy"),
                Words("पक्षकार प्रति", "Party's copy"),
                Words("पत्रावली प्रति", "File copy"),
            ),
        ),
    ),
    line=line,
    occurred="chalani_dt",
    prepare=prepare,
    begin=begin,
    sample=sample,
)
