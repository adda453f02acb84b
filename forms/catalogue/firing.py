"""Use of force (गोलाबारी / लाठीचार्ज): ss.148–151, 196 BNSS, before them 129–132, 176 CrPC; duty d-10."""

import datetime as dt
from collections.abc import Iterator, Mapping

from forms.kit.condition import Filled, Is, OneOf
from forms.kit.fields import (
    Choice,
    DateTime,
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
from forms.kit.form import Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import diary_reference, in_order
from forms.parts.case_link import names_a_fir_in_rows
from forms.parts.gist import meanings, name_in, place_in
from forms.parts.lists import Fixed, Listed
from forms.parts.offence_rules import moment
from forms.parts.officer import officer
from forms.parts.person import persons
from forms.parts.place import address
from forms.parts.record_rows import files, references
from forms.parts.under_diary import diary_if_none, take_diary_entry

NHRC_HOURS = 24
"""Within so many hours a death in an encounter is told to the NHRC; to be confirmed."""

KINDS = Fixed(
    "FORCE_KIND",
    (
        ("LATHI", Words("लाठीचार्ज", "Lathi-charge")),
        ("TEAR_GAS", Words("आँसू गैस", "Tear gas")),
        ("WATER", Words("वाटर कैनन", "Water cannon")),
        ("AIR_FIRE", Words("हवाई फायर", "Firing in the air")),
        ("FIRING", Words("फायरिंग", "Firing")),
        ("ENCOUNTER", Words("मुठभेड़", "Encounter")),
    ),
)
_SHOTS = OneOf("kinds", ("AIR_FIRE", "FIRING", "ENCOUNTER"))

_HURT: tuple[Field, ...] = (
    Choice("injury", Words("चोट", "Injury"), choices=Listed("INJURY")),
    Line("hospital", Words("चिकित्सालय", "Hospital"), most=120),
)


def _rounds(key: str, hi: str, en: str, need: Need = Need.EXPECTED) -> Number:
    return Number(key, Words(hi, en), least=0, most=100_000, need=need)


EVENT = Section(
    "event",
    Words("घटना", "Event"),
    (
        diary_reference(),
        MultiChoice(
            "kinds", Words("बल प्रयोग का प्रकार", "Force used"), choices=KINDS, need=Need.MUST
        ),
        DateTime("from_dt", Words("समय से", "From"), need=Need.EXPECTED),
        DateTime("to_dt", Words("समय तक", "Until"), need=Need.EXPECTED),
        address("place", Words("स्थान", "Place"), need=Need.EXPECTED),
        Line("occasion", Words("अवसर", "Occasion"), most=200),
        Number("crowd", Words("भीड़ की संख्या", "Size of the crowd"), least=0, most=10_000_000),
        LongText("cause", Words("कारण", "Cause"), most=10_000, need=Need.EXPECTED),
    ),
)

ORDER = Section(
    "order",
    Words("आदेश व चेतावनी", "Order and warning"),
    (
        officer("ordered_by", Words("आदेशकर्ता", "Ordered by"), need=Need.EXPECTED),
        Line("magistrate", Words("उपस्थित मजिस्ट्रेट", "Magistrate present"), most=200),
        YesNo("warning", Words("चेतावनी दी गयी?", "Warning given?"), need=Need.EXPECTED),
        Line(
            "warning_how",
            Words("चेतावनी कैसे दी / न देने का कारण", "How warned, or why not"),
            most=300,
            need_when=Is("warning", False),
        ),
    ),
)

FORCE = Section(
    "force",
    Words("प्रयुक्त बल व शस्त्र", "Force and weapons used"),
    (
        Rows(
            "force_used",
            Words("प्रयुक्त शस्त्र", "Weapons used"),
            need_when=_SHOTS,
            row=Group(
                "force_row",
                Words("शस्त्र", "Weapon"),
                gist=("officer", "weapon", "serial", "fired"),
                parts=(
                    Line(
                        "officer",
                        Words("अधिकारी (पद, नाम)", "Officer (rank, name)"),
                        most=120,
                        need=Need.EXPECTED,
                    ),
                    Line("weapon", Words("शस्त्र", "Weapon"), most=80, need=Need.EXPECTED),
                    Line("serial", Words("शस्त्र सं0", "Serial no."), most=60, index=Index.SERIAL),
                    _rounds("issued", "निर्गत कारतूस", "Rounds issued"),
                    _rounds("fired", "चलाये गये", "Fired"),
                    _rounds("returned", "वापस", "Returned"),
                    _rounds("empties", "खोखे", "Empties", Need.OPTIONAL),
                ),
            ),
        ),
        Number("fired_total", Words("कुल चलाये गये", "Rounds fired in all"), fixed=True),
    ),
)

CASUALTIES = Section(
    "casualties",
    Words("घायल, मृतक व हानि", "Injured, dead, losses"),
    (
        persons("police_injured", Words("घायल पुलिस कर्मी", "Police injured"), extra=_HURT),
        persons("public_injured", Words("घायल जनता", "Public injured"), sealed=True, extra=_HURT),
        persons(
            "dead",
            Words("मृतक", "Dead"),
            sealed=True,
            help=Words(
                "प्रत्येक मृतक का पंचायतनामा (IIF-11) इस प्रपत्र के अधीन पंजीकृत करें।",
                "Register an inquest (IIF-11) under this form for each of the dead.",
            ),
        ),
        Line("property_loss", Words("सम्पत्ति की हानि", "Loss of property"), most=500),
        Money("loss_rs", Words("अनुमानित हानि", "Estimated loss")),
    ),
)

AFTER = Section(
    "after",
    Words("अभियोग, जाँच व सूचना", "Cases, inquiry, intimation"),
    (
        references("arrests", Words("गिरफ्तारी", "Arrests"), form="iif_3"),
        references("fir_refs", Words("अभियोग", "FIRs")),
        Group(
            "inquiry",
            Words("मजिस्ट्रेटी जाँच", "Magisterial inquiry"),
            need_when=Filled("dead"),
            source="196 BNSS",
            parts=(
                Line("no", Words("आदेश सं0", "Order no."), most=60, index=Index.NUMBER),
                Line("by", Words("किसके आदेश से", "Ordered by"), most=120),
                DateTime("dt", Words("दिनांक व समय", "Date and time")),
            ),
        ),
        DateTime(
            "nhrc_dt",
            Words("मानवाधिकार आयोग को सूचना", "Human rights commission told"),
            need_when=Filled("dead"),
        ),
        files("videos", Words("वीडियो / फोटो", "Videos and photographs")),
    ),
)


def rounds_balance(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """Rounds issued are the rounds fired and the rounds returned."""
    for number, row in enumerate(rows(letter, "force_used")):
        issued, fired, returned = (row.get(key) for key in ("issued", "fired", "returned"))
        if not (isinstance(issued, int) and isinstance(fired, int) and isinstance(returned, int)):
            continue
        if issued != fired + returned:
            yield Problem(
                ("force_used", number, "issued"),
                "force.rounds",
                Words(
                    f"निर्गत {issued}, चलाये {fired}, वापस {returned}: योग नहीं मिलता। संख्या ठीक करें, या थाना "
                    "प्रभारी कारण लिखकर अनुमति दें।",
                    f"Issued {issued}, fired {fired}, returned {returned} do not add up. Put them "
                    "right, or the officer in charge allows it with a reason.",
                ),
                Weight.APPROVAL,
            )
        empties = row.get("empties")
        if isinstance(empties, int) and empties > fired:
            yield Problem(
                ("force_used", number, "empties"),
                "force.empties",
                Words(
                    f"{empties} खोखे लिखे हैं पर चलाये {fired} गये। संख्या ठीक करें, या कारण लिखें।",
                    f"{empties} empties for {fired} rounds fired. Put it right, or write the reason.",
                ),
                Weight.REASON,
            )


def shots_are_named(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """Rounds that were fired stand under a kind of force that fires."""
    fired = any(isinstance(row.get("fired"), int) and row["fired"] for row in _force(letter))
    if fired and not _SHOTS.holds((letter,)):
        yield Problem(
            ("kinds",),
            "force.kind",
            Words(
                "चली हुई गोलियाँ लिखी हैं पर बल प्रयोग में फायरिंग नहीं चुनी। प्रकार ठीक करें, या कारण लिखें।",
                "Rounds were fired, yet no firing is among the kinds of force. Put it right, or write "
                "the reason.",
            ),
            Weight.REASON,
        )


def commission_told(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """A death in an encounter is told to the human rights commission within 24 hours."""
    end, told = moment(letter.get("to_dt")), moment(letter.get("nhrc_dt"))
    is_encounter = "ENCOUNTER" in (letter.get("kinds") or ()) and letter.get("dead")
    if is_encounter and end and told and told > end + dt.timedelta(hours=NHRC_HOURS):
        yield Problem(
            ("nhrc_dt",),
            "force.nhrc",
            Words(
                "मानवाधिकार आयोग को सूचना 24 घण्टे के बाद दी गयी है। समय ठीक करें, या विलम्ब का कारण लिखें।",
                "The human rights commission was told after more than 24 hours. Put the time right, "
                "or write the reason.",
            ),
            Weight.REASON,
        )


def each_dead_has_an_inquest(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Each of the dead has an inquest of his own (IIF-11)."""
    dead, held = len(list(rows(letter, "dead"))), len(facts.case().of("iif_11"))
    if dead > held:
        yield Problem(
            ("dead",),
            "force.inquest",
            Words(
                f"मृतक {dead} हैं, पंचायतनामा (IIF-11) {held} पंजीकृत हैं। शेष इस प्रपत्र के अधीन पंजीकृत करायें।",
                f"There are {dead} dead and {held} inquests (IIF-11). Have the rest registered under this form.",
            ),
            Weight.GAP,
            "194, 196 BNSS",
        )


def _force(letter: Letter) -> list[Mapping[str, object]]:
    return list(rows(letter, "force_used"))


def prepare(letter: Letter, facts: Facts) -> None:
    """Rounds fired in all, and the diary entry above."""
    fired = [row["fired"] for row in _force(letter) if isinstance(row.get("fired"), int)]
    letter.pop("fired_total", None)
    if fired:
        letter["fired_total"] = sum(int(str(one)) for one in fired)
    take_diary_entry(letter, facts)


def _subject(letter: Letter, _facts: Facts) -> str:
    return f"बल प्रयोग: {meanings(KINDS, letter.get('kinds'))}"


def _brief(letter: Letter, facts: Facts) -> str:
    hurt = len(list(rows(letter, "police_injured"))), len(list(rows(letter, "public_injured")))
    return (
        f"इस समय {place_in(letter.get('place'), 'थाना क्षेत्र')} में {name_in(letter.get('ordered_by'), 'सक्षम अधिकारी')} "
        f"के आदेश से {meanings(KINDS, letter.get('kinds'))} का प्रयोग किया जाना बल प्रयोग सं0 "
        f"{facts.numbers.get('firing', '')} पर अंकित किया गया। चली गोलियाँ {letter.get('fired_total') or 0}; घायल "
        f"पुलिस {hurt[0]}, घायल जनता {hurt[1]}, मृतक {len(list(rows(letter, 'dead')))}। "
        "उच्चाधिकारीगण को सूचित किया जा रहा है।"
    )


def line(letter: Letter) -> str:
    """The kinds of force and the place; never a name."""
    told = (meanings(KINDS, letter.get("kinds")), place_in(letter.get("place")), "संवेदनशील")
    return " · ".join(one for one in told if one)


def sample(now: dt.datetime) -> Letter:
    """A fictional lathi-charge with two rounds fired in the air."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    where = {"village_town": "कस्बा नमूनागंज", "landmark": "नमूना चौराहा", "district": "नमूना जनपद"}

    def who(name: str) -> Letter:
        return {
            "name": name,
            "relation_type": "FATHER",
            "relative_name": "उदाहरण लाल",
            "gender": "MALE",
            "age_years": 30,
            "addresses": [{"address_type": "PRESENT", **where}],
        }

    return {
        "kinds": ["LATHI", "AIR_FIRE"],
        "from_dt": hours(6),
        "to_dt": hours(5),
        "place": where,
        "occasion": "नमूना जुलूस",
        "crowd": 300,
        "cause": "भीड़ द्वारा मार्ग अवरुद्ध कर पथराव किया गया। (काल्पनिक नमूना)",
        "ordered_by": {"name": "निरीक्षक उदाहरण वर्मा", "rank": "INSPECTOR", "pno": "000000002"},
        "magistrate": "नायब तहसीलदार सदर (नमूना)",
        "warning": True,
        "warning_how": "लाउडस्पीकर से तीन बार",
        "force_used": [
            {
                "officer": "उ0नि0 नमूना सिंह",
                "weapon": "पिस्टल 9 एम0एम0",
                "serial": "NAMUNA-9",
                "issued": 10,
                "fired": 2,
                "returned": 8,
                "empties": 2,
            }
        ],
        "police_injured": [{**who("नमूना राम"), "injury": "SIMPLE", "hospital": "सी0एच0सी0 नमूना"}],
        "public_injured": [
            {**who("उदाहरण यादव"), "injury": "SIMPLE", "hospital": "सी0एच0सी0 नमूना"}
        ],
        "property_loss": "एक सरकारी वाहन का शीशा",
        "loss_rs": "8000",
    }


FORM = Form(
    code="firing",
    version=1,
    title=Words("गोलाबारी / लाठीचार्ज", "Police firing or lathi-charge"),
    short=Words("बल प्रयोग", "Use of force"),
    sections=(EVENT, ORDER, FORCE, CASUALTIES, AFTER),
    role="operator",
    duty=("d-10",),
    law=Words(
        "धारा 148–151, 196 बी.एन.एस.एस. (129–132, 176 दं0प्र0सं0)",
        "Sections 148–151, 196 B.N.S.S. (129–132, 176 Cr.P.C.)",
    ),
    rules=(
        in_order(
            "from_dt",
            "to_dt",
            "बल प्रयोग प्रारम्भ से पहले समाप्त नहीं हो सकता। कृपया समय ठीक करें।",
            "The use of force cannot end before it begins. Please put the time right.",
        ),
        Rule("force.rounds", rounds_balance),
        Rule("force.kind", shots_are_named),
        Rule("force.nhrc", commission_told),
        Rule("force.inquest", each_dead_has_an_inquest),
        names_a_fir_in_rows("fir_refs", "record"),
    ),
    numbered=(Numbered("firing"),),
    parent="gd",
    also_under=("iif_1", "fir_rereg"),
    consequences=(diary_if_none("FORCE", _subject, _brief),),
    papers=(
        Paper(
            "form",
            Words("बल प्रयोग आख्या", "Report on the use of force"),
            "",
            copies=(
                Words("पुलिस अधीक्षक प्रति", "Superintendent's copy"),
                Words("जिला मजिस्ट्रेट प्रति", "District Magistrate's copy"),
                Words("मजिस्ट्रेटी जाँच प्रति", "Copy for the magisterial inquiry"),
                Words("मानवाधिकार आयोग प्रति", "Human rights commission's copy"),
                Words("थाना प्रति", "Station copy"),
            ),
        ),
    ),
    line=line,
    occurred="from_dt",
    # Who was hurt is read by the officer in charge and those who investigate, not by every role.
    seal="use_of_force",
    is_sensitive=lambda letter: True,
    prepare=prepare,
    sample=sample,
)
