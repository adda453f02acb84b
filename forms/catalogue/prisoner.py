"""A prisoner of this station's cases (duty e-9): Prisons Act; s.479 BNSS, before s.436A CrPC."""

import datetime as dt
from collections.abc import Iterator, Mapping

from forms.codes import flags
from forms.codes.clockwork import add_months
from forms.kit.condition import All, Filled, Is, Not, OneOf
from forms.kit.fields import (
    Choice,
    Date,
    DateTime,
    Group,
    Index,
    Line,
    Need,
    Number,
    Reference,
    Rows,
    YesNo,
)
from forms.kit.form import CaseRecord, Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import acts_and_sections, chosen_sections
from forms.parts.age import day_of, is_child
from forms.parts.case import (
    diary_reference,
    fir_reference,
    in_order,
    later_diary,
    refer_to_fir,
)
from forms.parts.court_case import (
    SENSITIVE,
    above,
    acts_of,
    arrested_person,
    begin_with,
    fitting,
    fixed_reference,
    gravest,
    is_hidden,
    of_the_case,
    refer_to,
    said_day,
)
from forms.parts.hue_and_cry import ESCAPE_NOTICE
from forms.parts.lists import Fixed
from forms.parts.person import person

KIND = Fixed(
    "PRISONER_KIND",
    (
        ("UNDERTRIAL", Words("विचाराधीन", "Under trial")),
        ("CONVICT", Words("सिद्धदोष", "Convict")),
        ("DETENU", Words("निरुद्ध (एन0एस0ए0)", "Detained (NSA)")),
    ),
)
RELEASE = Fixed(
    "RELEASE_KIND",
    (
        ("BAIL", Words("जमानत", "Bail")),
        ("ACQUITTAL", Words("दोषमुक्ति", "Acquittal")),
        ("SERVED", Words("सजा पूर्ण", "Sentence served")),
        ("PAROLE", Words("पैरोल", "Parole")),
        ("ESCAPED", Words("भागा", "Escaped")),
        ("DEATH", Words("मृत्यु", "Death")),
    ),
)
_GONE = Filled("release_dt")
_UNDERTRIAL = Is("kind", "UNDERTRIAL")

PRISONER = Section(
    "prisoner",
    Words("बन्दी", "Prisoner"),
    (
        fir_reference(),
        fixed_reference("accused_ref", Words("अभियुक्त (गिरफ्तारी)", "Accused (arrest)"), "iif_3"),
        Line("case_no", Words("वाद सं0", "Court case no."), most=60, index=Index.NUMBER),
        person("accused", Words("बन्दी", "Prisoner"), need=Need.EXPECTED),
        acts_and_sections("acts", Words("अधिनियम व धारा", "Acts and sections")),
        YesNo(
            "habitual",
            Words("आदतन अपराधी / हिस्ट्रीशीटर", "Habitual offender or history-sheeter"),
            printed=False,
        ),
    ),
)

CUSTODY = Section(
    "custody",
    Words("जेल में निरुद्धि", "Custody in jail"),
    (
        Reference("jail", Words("जेल", "Jail"), form="jail", need=Need.EXPECTED),
        Line("prisoner_no", Words("बन्दी सं0", "Prisoner no."), most=40, index=Index.NUMBER),
        DateTime("admit_dt", Words("दाखिल", "Admitted on"), need=Need.EXPECTED),
        Line("warrant_no", Words("वारण्ट सं0", "Warrant no."), most=60, index=Index.NUMBER),
        Choice("kind", Words("प्रकार", "Kind"), choices=KIND, need=Need.EXPECTED),
        Date(
            "custody_from",
            Words("निरुद्धि का आरम्भ", "In custody since"),
            help=Words(
                "गिरफ्तारी की तिथि; जेल में दाखिल होने से पहले की हो सकती है।",
                "The day of arrest; it may be before the admission to jail.",
            ),
        ),
        Date(
            "next_remand_dt",
            Words("अगली रिमाण्ड तिथि", "Next remand on"),
            future=True,
            shown_when=_UNDERTRIAL,
            need_when=Not(_GONE),
        ),
        Number(
            "max_months",
            Words("अधिकतम दण्ड (माह)", "Greatest punishment (months)"),
            fixed=True,
        ),
        YesNo(
            "first_offender",
            Words("प्रथम बार अपराधी (पूर्व दोषसिद्धि नहीं)", "First-time offender"),
            shown_when=_UNDERTRIAL,
        ),
        Date(
            "half_one_third_dt",
            Words("479 तिथि (आधा / एक तिहाई)", "Date under s.479 (half or one third)"),
            fixed=True,
            future=True,
            help=Words(
                "इस दिन अधिकतम दण्ड का आधा (प्रथम अपराधी का एक तिहाई) पूरा होता है; मृत्यु या आजीवन दण्ड के अपराध में नहीं।",
                "On this day half of the greatest punishment (one third for a first offender) is "
                "served; not where death or life can be given.",
            ),
        ),
    ),
)

MOVES = Section(
    "moves",
    Words("स्थानान्तरण, पैरोल व मुलाकात", "Transfers, parole and visitors"),
    (
        Rows(
            "transfers",
            Words("स्थानान्तरण", "Transfers"),
            row=Group(
                "transfer",
                Words("स्थानान्तरण", "Transfer"),
                parts=(
                    Reference("jail", Words("जेल", "Jail"), form="jail", need=Need.EXPECTED),
                    Date("dt", Words("दिनांक", "Date"), need=Need.EXPECTED),
                ),
            ),
        ),
        Rows(
            "paroles",
            Words("पैरोल / फरलो", "Parole or furlough"),
            row=Group(
                "parole",
                Words("पैरोल", "Parole"),
                parts=(
                    Date("from_dt", Words("से", "From"), need=Need.EXPECTED),
                    Date("to_dt", Words("तक", "To"), future=True, need=Need.EXPECTED),
                    Line("order_no", Words("आदेश सं0", "Order no."), most=60),
                    Date("returned_dt", Words("वापसी", "Returned on")),
                ),
            ),
        ),
        Rows(
            "visitors",
            Words("मुलाकाती", "Visitors"),
            printed=False,
            row=Group(
                "visitor",
                Words("मुलाकाती", "Visitor"),
                parts=(
                    Date("dt", Words("दिनांक", "Date")),
                    Line("name", Words("नाम", "Name"), most=300, index=Index.NAME),
                    Line("relation", Words("सम्बन्ध", "Relation")),
                ),
            ),
        ),
    ),
)

END = Section(
    "end",
    Words("रिहाई", "Release"),
    (
        DateTime("release_dt", Words("रिहाई", "Released on"), need_when=Filled("release_kind")),
        Choice(
            "release_kind",
            Words("रिहाई का प्रकार", "Kind of release"),
            choices=RELEASE,
            need_when=_GONE,
        ),
        Line(
            "release_order",
            Words("आदेश सं0", "Order no."),
            most=60,
            shown_when=OneOf("release_kind", ("BAIL", "ACQUITTAL", "SERVED", "PAROLE")),
            need=Need.EXPECTED,
        ),
        diary_reference(key="release_gd_ref", hi="रिहाई की रपट", en="Diary entry of the release"),
        Reference(
            "death_ref",
            Words("पंचायतनामा (IIF-11)", "Inquest (IIF-11)"),
            form="iif_11",
            shown_when=Is("release_kind", "DEATH"),
            need=Need.EXPECTED,
        ),
        Line(
            "escape_fir",
            Words("भागने का मु0अ0सं0", "FIR of the escape"),
            most=60,
            index=Index.NUMBER,
            shown_when=Is("release_kind", "ESCAPED"),
            need=Need.EXPECTED,
        ),
        YesNo(
            "thana_told",
            Words("बीट व निवास के थाने को सूचना दी", "Beat and home station told"),
            printed=False,
            need_when=All(_GONE, Is("habitual", True)),
            help=Words(
                "आदतन अपराधी की रिहाई की सूचना उसके निवास के थाने व बीट को दी जाती है।",
                "The release of a habitual offender is told to the home station and the beat.",
            ),
        ),
    ),
)


def _term(letter: Letter) -> int | None:
    """The greatest term in months; None where it is life, death, or not known."""
    worst = gravest(letter)
    return worst.most.months if worst and worst.most.kind == "term" and worst.most.months else None


def prepare(letter: Letter, facts: Facts) -> None:
    """The case, and the day of s.479 for one under trial."""
    refer_to_fir(letter, facts)
    refer_to(letter, facts, "accused_ref", "iif_3")
    for key in ("max_months", "half_one_third_dt"):
        letter.pop(key, None)
    months = _term(letter)
    since = day_of(letter.get("custody_from")) or day_of(letter.get("admit_dt"))
    if months:
        letter["max_months"] = months
    if months and since and since.year < 9000 and letter.get("kind") == "UNDERTRIAL":
        part = 3 if letter.get("first_offender") is True else 2
        whole, rest = divmod(months, part)
        day = add_months(since, whole) + dt.timedelta(days=-(-rest * 30 // part))
        letter["half_one_third_dt"] = day.isoformat()


def _last_remand(facts: Facts, arrest: CaseRecord | None) -> Letter:
    found = [
        one.letter
        for one in facts.case().of("remand")
        if arrest and one.parent_id == arrest.record_id
    ]
    return found[-1] if found else {}


def begin(facts: Facts) -> Letter:
    """The accused, his sections, and jail and next date of his last remand."""
    arrest, court_case = above(facts, "iif_3"), facts.case().first("court_no")
    last = _last_remand(facts, arrest)
    group = FORM.field_at("accused")
    assert isinstance(group, Group)  # for the type checker: a person is a group
    jail, next_day = last.get("jail_ref"), day_of(last.get("next_dt"))
    since = day_of(last.get("arrest_dt"))
    return begin_with(
        {
            "case_no": court_case.number if court_case else "",
            "accused": fitting(group.parts, arrested_person(arrest)),
            "acts": acts_of(arrest, facts),
            "jail": dict(jail) if isinstance(jail, dict) else {},
            "kind": "UNDERTRIAL" if arrest else "",
            "custody_from": since.isoformat() if since else "",
            "next_remand_dt": next_day.isoformat() if next_day else "",
        }
    )


def moves_in_order(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Transfers follow the admission and one another; a parole ends after it begins."""
    last = day_of(letter.get("admit_dt"))
    for number, row in enumerate(rows(letter, "transfers")):
        moved = day_of(row.get("dt"))
        if moved and last and moved < last:
            yield Problem(
                ("transfers", number, "dt"),
                "V01.transfer",
                Words(
                    "स्थानान्तरण दाखिले या पिछले स्थानान्तरण से पहले का है। कृपया क्रम ठीक करें।",
                    "The transfer is before the admission or the transfer before it. Please put the order right.",
                ),
            )
        last = moved or last
    for number, row in enumerate(rows(letter, "paroles")):
        start, end = day_of(row.get("from_dt")), day_of(row.get("to_dt"))
        if start and end and end < start:
            yield Problem(
                ("paroles", number, "to_dt"),
                "V01.parole",
                Words(
                    "पैरोल की समाप्ति प्रारम्भ से पहले की है। कृपया तिथि ठीक करें।",
                    "The parole ends before it begins. Please put the dates right.",
                ),
            )
        if end and end < facts.now.date() and not row.get("returned_dt"):
            yield Problem(
                ("paroles", number, "returned_dt"),
                "PRISONER.parole",
                Words(
                    f"पैरोल {said_day(end)} को समाप्त हो चुकी है और वापसी दर्ज नहीं है।",
                    f"The parole ended on {said_day(end)} and no return is recorded.",
                ),
                Weight.GAP,
            )


def half_served(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """An under-trial past half (one third) of the greatest punishment is to be brought up (s.479)."""
    day = day_of(letter.get("half_one_third_dt"))
    if day and day <= facts.now.date() and not letter.get("release_dt"):
        yield Problem(
            ("half_one_third_dt",),
            "PRISONER.479",
            Words(
                f"{said_day(day)} को धारा 479 की अवधि पूरी हो चुकी है: जेल अधीक्षक व न्यायालय को अवगत करायें।",
                f"The time of s.479 was complete on {said_day(day)}: tell the superintendent and the court.",
            ),
            Weight.GAP,
            "479 BNSS",
        )


def kind_fits(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A child goes to an observation home; an under-trial serves no sentence."""
    if is_child(letter.get("accused"), day_of(letter.get("admit_dt"))):
        yield Problem(
            ("jail",),
            "PRISONER.child",
            Words(
                "बन्दी 18 वर्ष से कम का है: उसे जेल में नहीं, सम्प्रेक्षण गृह में रखा जाता है। स्थान सम्प्रेक्षण गृह हो तो यही "
                "कारण लिखें।",
                "The prisoner is below 18 and is kept in an observation home, not in a jail. If the "
                "place is one, write this as the reason.",
            ),
            Weight.REASON,
        )
    if letter.get("kind") == "UNDERTRIAL" and letter.get("release_kind") == "SERVED":
        yield Problem(
            ("release_kind",),
            "PRISONER.served",
            Words(
                "विचाराधीन बन्दी की सजा पूर्ण नहीं हो सकती। बन्दी का प्रकार या रिहाई का प्रकार ठीक करें, या कारण लिखें।",
                "An under-trial prisoner has no sentence to serve. Put the kind of prisoner or of "
                "release right, or write the reason.",
            ),
            Weight.REASON,
        )


def is_sensitive(letter: Letter) -> bool:
    """By the sections, or because the prisoner is a child."""
    child = is_child(letter.get("accused"), day_of(letter.get("admit_dt")))
    return child or flags(chosen_sections(letter)).sensitive


def _released(letter: Letter, facts: Facts) -> str:
    stated = letter.get("accused")
    name = str(stated.get("name") or "") if isinstance(stated, Mapping) else ""
    hidden = is_sensitive(letter) or is_hidden(facts)
    gone = RELEASE.words_of(str(letter.get("release_kind") or ""))
    order = letter.get("release_order")
    return (
        f"बन्दी {'' if hidden else name}{of_the_case(letter, facts)} के कारागार से जाने की सूचना प्राप्त हुई"
        f"{f': {gone.hi}' if gone else ''}{f', आदेश सं0 {order}' if order else ''}। बीट को अवगत कराया गया।"
    )


def line(letter: Letter) -> str:
    """Who, what kind, where, since when or how released."""
    kind = KIND.words_of(str(letter.get("kind") or ""))
    stated, jail = letter.get("accused"), letter.get("jail")
    name = str(stated.get("name") or "") if isinstance(stated, dict) else ""
    where = str(jail.get("title") or jail.get("number") or "") if isinstance(jail, dict) else ""
    gone = RELEASE.words_of(str(letter.get("release_kind") or ""))
    end = f"{gone.hi} {said_day(day_of(letter.get('release_dt')))}".strip() if gone else ""
    who = SENSITIVE if is_sensitive(letter) else name
    said = filter(None, (who, kind.hi if kind else "", where, end))
    return " · ".join(said) or "बन्दी"


def sample(now: dt.datetime) -> Letter:
    """A fictional under-trial prisoner."""
    where = {"village_town": "ग्राम नमूनापुर", "district": "नमूना जनपद"}
    jail = {
        "record_id": "01900000-0000-7000-8000-000000000001",
        "form": "jail",
        "number": "NJ-00",
        "title": "जिला कारागार नमूना जनपद",
    }
    return {
        "case_no": "0000/2026",
        "accused": {
            "name": "नमूना कुमार",
            "relation_type": "FATHER",
            "relative_name": "उदाहरण लाल",
            "gender": "MALE",
            "age_years": 27,
            "addresses": [{"address_type": "PERMANENT", **where}],
        },
        "acts": [{"act": "BNS", "section": "303(2)"}],
        "habitual": False,
        "jail": jail,
        "prisoner_no": "वि0ब0 000",
        "admit_dt": (now - dt.timedelta(days=29)).strftime("%Y-%m-%dT18:00"),
        "warrant_no": "नमूना/9",
        "kind": "UNDERTRIAL",
        "custody_from": (now - dt.timedelta(days=30)).date().isoformat(),
        "next_remand_dt": (now + dt.timedelta(days=12)).date().isoformat(),
        "first_offender": True,
        "visitors": [
            {
                "dt": (now - dt.timedelta(days=9)).date().isoformat(),
                "name": "उदाहरण लाल",
                "relation": "पिता",
            }
        ],
    }


FORM = Form(
    code="prisoner",
    version=1,
    title=Words("कैदी का विवरण", "Prisoner details"),
    short=Words("कैदी", "Prisoner"),
    sections=(PRISONER, CUSTODY, MOVES, END),
    role="pairokar",
    duty=("e-9",),
    law=Words("कारागार अधिनियम; धारा 479 बी.एन.एस.एस.", "Prisons Act; section 479 B.N.S.S."),
    parent="iif_3",
    also_under=("prev", "iif_1", "fir_rereg", "court_no"),
    own_number=lambda letter: str(letter.get("prisoner_no") or ""),
    rules=(
        in_order(
            "custody_from",
            "admit_dt",
            "जेल में दाखिल निरुद्धि के आरम्भ से पहले का है। कृपया तिथि ठीक करें।",
            "The admission to jail is before the custody began. Please put the dates right.",
        ),
        in_order(
            "admit_dt",
            "release_dt",
            "रिहाई दाखिल होने से पहले की है। कृपया दिनांक व समय ठीक करें।",
            "The release is before the admission. Please put the dates right.",
            code="V01.release",
        ),
        Rule("PRISONER.moves", moves_in_order),
        Rule("PRISONER.479", half_served),
        Rule("PRISONER.kind", kind_fits),
    ),
    papers=(Paper("form", Words("कैदी का विवरण", "Prisoner details"), ""), ESCAPE_NOTICE),
    consequences=(
        later_diary(
            "INFO",
            "released",
            "बन्दी की रिहाई",
            _released,
            when=All(Filled("release_dt"), Filled("release_kind")),
            link="release_gd_ref",
            at="release_dt",
        ),
    ),
    line=line,
    occurred="admit_dt",
    is_sensitive=is_sensitive,
    prepare=prepare,
    begin=begin,
    sample=sample,
)
