"""Hue-and-cry notices: a missing person, a wanted one, a stolen vehicle, told to stations and to the public."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from forms.kit.form import Paper
from forms.kit.letter import Letter, is_blank, rows
from forms.kit.paper import PaperFacts, PaperText, Portrait, Sign
from forms.kit.words import Words
from forms.parts.acts import sections_said
from forms.parts.age import day_of, may_be_child
from forms.parts.build import PHYSICAL
from forms.parts.columns import person_said, place_said
from forms.parts.gist import meaning
from forms.parts.letters import at_said, case_said
from forms.parts.lists import Listed

COPIES = (
    Words("तलाश – पुलिस इकाई प्रति", "Hue and cry – police units"),
    Words("तलाश – सार्वजनिक सूचना", "Hue and cry – public notice"),
)
_PUBLIC = 1
"""The copy that hangs where everybody reads it: masked where the law hides a person."""

_STATUS, _GENDER, _PROCESS = Listed("ACC_STATUS"), Listed("GENDER"), Listed("PROCESS")
_WANTED = ("ABSCONDING", "PROCLAIMED", "EVADING")
_LOST = ("", "STO")
_VEHICLE = (
    ("registration_no", "पंजीयन सं0"),
    ("make_model", "मेक / मॉडल"),
    ("colour", "रंग"),
    ("year_made", "निर्माण वर्ष"),
    ("chassis_no", "चेसिस सं0"),
    ("engine_no", "इंजन सं0"),
    ("description", "विवरण"),
)
Told = list[tuple[str, str]]


# ── The missing person ─────────────────────────────────────────────────────────────────────────


def missing_paper(said: Callable[[Letter, str], str]) -> Paper:
    """The notice of a person still missing; `said` gives an answer of the form in Hindi by its key."""

    def text(letter: Letter, about: PaperFacts) -> PaperText:
        return _missing(letter, about, said(letter, "category"), said(letter, "condition"))

    return _paper(
        Words("तलाश गुमशुदा", "Hue and cry: missing person"),
        text,
        lambda letter: letter.get("status") in (None, "", "MISSING"),
    )


def _missing(letter: Letter, about: PaperFacts, category: str, condition: str) -> PaperText:
    missing = _mapping(letter.get("missing"))
    seen = [at_said(letter.get("last_seen_dt")), _where(letter.get("last_seen_place"), about)]
    told = [
        *_person_told(missing, about),
        ("श्रेणी", category),
        ("विशेष स्थिति", condition),
        ("अन्तिम बार देखा गया", ", ".join(filter(None, seen))),
        ("पहने वस्त्र", _text(letter.get("clothes"))),
        ("जूते / चप्पल", _text(letter.get("footwear"))),
        ("आभूषण / सामान", _text(letter.get("ornaments"))),
        ("भाषा / बोली", _text(letter.get("languages"))),
    ]
    if about.copy != _PUBLIC:
        # Health, phone and likely places help those who search; on a wall they only expose.
        told += [
            ("रोग व दवाएँ", _text(letter.get("illness"))),
            ("साथ का मोबाइल", _text(letter.get("mobile_no"))),
            ("आई0एम0ई0आई0", _text(letter.get("mobile_imei"))),
            ("सम्भावित स्थान", _text(letter.get("likely_places"))),
        ]
    hidden = ("नाम, पता व चित्र विधि द्वारा गोपनीय हैं और इस सूचना में नहीं छापे गये। ",) * about.masked
    return _notice(
        about,
        f"तलाश गुमशुदा — गुमशुदगी सं0 {about.number}, थाना {about.thana}",
        "नीचे वर्णित व्यक्ति लापता है। " + "".join(hidden) + "इसके सम्बन्ध में कोई भी जानकारी तत्काल दें।",
        told,
        () if about.masked else _portraits([missing]),
    )


# ── The wanted ─────────────────────────────────────────────────────────────────────────────────


def _is_young(person: object, day: object) -> bool:
    """Whether the person was below 18, or nobody can rule it out: a child stands on no list of the wanted.

    (JJ Act 74; V04 of the reference.)
    """
    on = day_of(day)
    told = _mapping(person)
    unclear = on is None and not (is_blank(told.get("dob")) and is_blank(told.get("birth_year")))
    return unclear or may_be_child(person, on)


def _under_a_warrant(letter: Letter) -> bool:
    gone = any(letter.get(key) for key in ("served_dt", "returned_dt", "recalled_dt"))
    sought = letter.get("kind") in ("NBW", "PROCLAMATION_84") and letter.get("role") == "ACCUSED"
    child = _is_young(letter.get("person"), letter.get("issued_dt"))
    return sought and not gone and not child


def _warrant(letter: Letter, about: PaperFacts) -> PaperText:
    court = _mapping(letter.get("court"))
    kind = meaning(_PROCESS, letter.get("kind")) or "आदेशिका"
    by = _text(court.get("court_name")) or "न्यायालय"
    return _wanted(
        about,
        case_said(letter),
        f"{by} द्वारा {kind} दिनांक {at_said(letter.get('issued_dt')) or '……'} को जारी है।",
        [_mapping(letter.get("person"))],
        [("आदेशिका सं0", _text(letter.get("process_no")))],
    )


def _escaped(letter: Letter) -> bool:
    child = _is_young(letter.get("accused"), letter.get("admit_dt"))
    return letter.get("release_kind") == "ESCAPED" and not child


def _escape(letter: Letter, about: PaperFacts) -> PaperText:
    return _wanted(
        about,
        case_said(letter),
        f"बन्दी दिनांक {at_said(letter.get('release_dt')) or '……'} को अभिरक्षा से भागा।",
        [_mapping(letter.get("accused"))],
        [
            ("जेल", _text(_mapping(letter.get("jail")).get("title"))),
            ("बन्दी सं0", _text(letter.get("prisoner_no"))),
            ("भागने का मु0अ0सं0", _text(letter.get("escape_fir"))),
        ],
    )


def _rewarded(letter: Letter) -> bool:
    child = _is_young(letter.get("criminal"), letter.get("order_dt"))
    return letter.get("status") == "WANTED" and not child


def _reward(letter: Letter, about: PaperFacts) -> PaperText:
    cases = [
        " ".join(filter(None, (_text(row.get(key)) for key in ("thana", "fir", "sections"))))
        for row in rows(letter, "wanted_in")
    ]
    return _wanted(
        about,
        f"आदेश सं0 {letter.get('order_no') or '……'}",
        f"पुरस्कार ₹ {letter.get('amount') or '……'} घोषित है।",
        [_mapping(letter.get("criminal"))],
        [
            ("वांछित अभियोग", "; ".join(filter(None, cases))),
            ("अन्तिम ज्ञात स्थान", _text(letter.get("last_known_place"))),
        ],
    )


def _charged_in_flight(letter: Letter) -> list[Mapping[str, Any]]:
    day = letter.get("report_dt")
    charged = rows(letter, "accused_cs")
    return [row for row in charged if row.get("status") in _WANTED and not _is_young(row, day)]


def _charge(letter: Letter, about: PaperFacts) -> PaperText:
    wanted = _charged_in_flight(letter)
    states = dict.fromkeys(meaning(_STATUS, row.get("status")) for row in wanted)
    return _wanted(
        about,
        case_said(letter),
        f"अभियोग में अभियुक्त की स्थिति: {', '.join(filter(None, states)) or 'वांछित'}।",
        wanted,
        [],
    )


def _wanted(
    about: PaperFacts, case: str, why: str, persons: Sequence[Mapping[str, Any]], more: Told
) -> PaperText:
    subject = f"वांछित की तलाश — {case}, थाना {about.thana}"
    if about.masked:
        return _never_public(about)
    told: Told = []
    for count, person in enumerate(persons, 1):
        number = f"{count}. " if len(persons) > 1 else ""
        told += [(f"{number}{label}", said) for label, said in _person_told(person, about)]
    return _notice(
        about,
        subject,
        f"नीचे वर्णित व्यक्ति पुलिस को वांछित है। {why}",
        [*told, *more],
        _portraits(persons),
    )


# ── The stolen vehicle ─────────────────────────────────────────────────────────────────────────


def _stolen(letter: Letter) -> list[Mapping[str, Any]]:
    return [
        row
        for row in rows(letter, "property")
        if row.get("category") == "AUTOMOBILES" and (row.get("prop_status") or "") in _LOST
    ]


def _vehicles(letter: Letter, about: PaperFacts) -> PaperText:
    if about.masked:
        return _never_public(about)
    found = _stolen(letter)
    told: Told = []
    for count, row in enumerate(found, 1):
        number = f"{count}. " if len(found) > 1 else ""
        told += [(f"{number}{label}", _text(row.get(key))) for key, label in _VEHICLE]
    told += [
        ("घटना का समय", at_said(letter.get("occ_from"))),
        ("घटनास्थल", place_said(letter.get("place"))),
    ]
    sections = sections_said(letter, short=True)
    return _notice(
        about,
        f"वाहन की तलाश — मु0अ0सं0 {about.number} धारा {sections or '……'}, थाना {about.thana}",
        "नीचे वर्णित वाहन चोरी गया है। वाहन मिलने या दिखने पर उसे रोककर तत्काल सूचना दें।"
        if about.copy != _PUBLIC
        else "नीचे वर्णित वाहन चोरी गया है। वाहन दिखने पर स्वयं न रोकें, तत्काल पुलिस को सूचना दें।",
        told,
        (),
    )


# ── What all of them share ─────────────────────────────────────────────────────────────────────


def _notice(
    about: PaperFacts, subject: str, opening: str, told: Told, portraits: tuple[Portrait, ...]
) -> PaperText:
    answered = tuple((label, said) for label, said in told if said)
    call = f"सूचना दें: थाना {about.thana}, जनपद {about.district} — सी0यू0जी0 …………………… या 112"
    if about.copy == _PUBLIC:
        return PaperText(
            subject=subject,
            paragraphs=(opening,),
            pictures=portraits,
            told=answered,
            after=(call, "सूचना देने वाले का नाम गोपनीय रखा जायेगा।"),
            signed_by=(Sign("थाना प्रभारी"),),
        )
    spoken = "; ".join(f"{label} {said}" for label, said in answered)
    return PaperText(
        to=(
            f"समस्त थाना प्रभारी, जनपद {about.district} व सीमावर्ती जनपद",
            "जिला अपराध अभिलेख ब्यूरो (डी0सी0आर0बी0)",
            "जिला नियंत्रण कक्ष (बेतार)",
        ),
        subject=subject,
        paragraphs=(opening,),
        pictures=portraits,
        told=answered,
        after=(
            f"बेतार संदेश: {subject}। {spoken}। मिलने पर थाना {about.thana} को सूचित करें।",
            call,
        ),
        signed_by=(
            Sign("बेतार पर भेजा — नाम, दिनांक व समय"),
            Sign("थाना प्रभारी"),
        ),
    )


def _never_public(about: PaperFacts) -> PaperText:
    """The public copy where telling whom or what is sought would tell who the victim is."""
    return PaperText(
        subject=f"थाना {about.thana} — सार्वजनिक सूचना जारी नहीं होगी",
        paragraphs=(
            "यह प्रकरण विधि द्वारा गोपनीय है। इसकी तलाश केवल पुलिस इकाई प्रति से की जाये; यह प्रति "
            "चस्पा या प्रकाशित न करें।",
        ),
    )


def _person_told(person: Mapping[str, Any], about: PaperFacts) -> Told:
    """Name, age, home and looks; what is masked is left out and said to be hidden."""
    age = person.get("age_years")
    year = person.get("birth_year")
    born = day_of(person.get("dob"))
    aged = f"लगभग {age} वर्ष" if not is_blank(age) else ""
    if not aged and not about.masked:
        aged = f"जन्म {born:%d-%m-%Y}" if born else ""
    if not aged and not is_blank(year):
        aged = f"जन्म वर्ष {year}"
    homes = (place_said(row) for row in rows(person, "addresses"))
    name = person_said(person, address=False)
    return [
        ("नाम", "विधि द्वारा गोपनीय" if about.masked else name),
        ("उर्फ", "" if about.masked else _text(person.get("alias"))),
        (
            "लिंग व आयु",
            ", ".join(filter(None, (meaning(_GENDER, person.get("gender")), aged))),
        ),
        ("निवास", "" if about.masked else next(filter(None, homes), "")),
        ("हुलिया", "; ".join(_features(person.get("physical")))),
    ]


def _features(value: object) -> Iterator[str]:
    looks = _mapping(value)
    for part in PHYSICAL:
        if not is_blank(looks.get(part.key)):
            yield f"{part.words.hi} {part.shown(looks[part.key], 'hi')}"


def _portraits(persons: Sequence[Mapping[str, Any]]) -> tuple[Portrait, ...]:
    return tuple(
        Portrait(person["photo"], _text(person.get("name")))
        for person in persons
        if isinstance(person.get("photo"), Mapping)
    )


def _where(value: object, about: PaperFacts) -> str:
    """The place; of one whose home must not be known, no more than tehsil and district."""
    place = _mapping(value)
    if not about.masked:
        return place_said(place)
    known = (("tehsil", "तहसील"), ("district", "जनपद"))
    return ", ".join(f"{label} {place[key]}" for key, label in known if place.get(key))


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _paper(
    words: Words,
    text: Callable[[Letter, PaperFacts], PaperText],
    when: Callable[[Letter], bool],
) -> Paper:
    return Paper("hue_and_cry", words, "", copies=COPIES, masked=(_PUBLIC,), text=text, when=when)


_WANTED_WORDS = Words("वांछित की तलाश", "Hue and cry: wanted person")

WARRANT_NOTICE = _paper(_WANTED_WORDS, _warrant, _under_a_warrant)
"""An accused for whom a non-bailable warrant or a proclamation is out and not carried out."""

ESCAPE_NOTICE = _paper(
    Words("फरार बन्दी की तलाश", "Hue and cry: escaped prisoner"), _escape, _escaped
)

REWARD_NOTICE = _paper(_WANTED_WORDS, _reward, _rewarded)

CHARGE_NOTICE = _paper(_WANTED_WORDS, _charge, lambda letter: bool(_charged_in_flight(letter)))
"""Those charged who flee from the investigation."""

VEHICLE_NOTICE = _paper(
    Words("चोरी गये वाहन की तलाश", "Hue and cry: stolen vehicle"),
    _vehicles,
    lambda letter: bool(_stolen(letter)),
)
