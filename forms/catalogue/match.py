"""Matching a missing person with an unidentified person or body (duty b-12); no law, a work record."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from forms.kit.condition import Filled, Is, OneOf
from forms.kit.fields import (
    Choice,
    DateTime,
    Line,
    LongText,
    MultiChoice,
    Need,
    Number,
    Reference,
)
from forms.kit.form import CaseRecord, Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import case_reference, diary, diary_reference, moment_of, officer_acting
from forms.parts.lists import Fixed, Listed
from forms.parts.officer import officer
from forms.parts.person import person

MISSING, OTHERS = "iif_8", ("iif_9", "iif_10")

DECISION = Fixed(
    "MATCH_DECISION",
    (
        ("POSSIBLE", Words("सम्भावित", "Possible")),
        ("CONFIRMED", Words("पुष्ट", "Confirmed")),
        ("REJECTED", Words("अस्वीकृत", "Rejected")),
    ),
)
BASIS = Fixed(
    "MATCH_BASIS",
    (
        ("PHOTO", Words("फोटो", "Photo")),
        ("CLOTHES", Words("वस्त्र", "Clothes")),
        ("MARKS", Words("चिन्ह", "Marks")),
        ("FAMILY", Words("परिजन शिनाख्त", "Identified by the family")),
        ("FINGERPRINT", Words("फिंगर प्रिंट", "Finger prints")),
        ("DNA", Words("डी0एन0ए0", "DNA")),
        ("DOCUMENT", Words("दस्तावेज", "Document")),
    ),
)
_GENDER = Listed("GENDER")
_CONFIRMED = Is("decision", "CONFIRMED")
_AGE_APART, _HEIGHT_APART = 5, 7
"""Years and centimetres up to which two descriptions may be of one person (not confirmed)."""
_CM = Words("से0मी0", "cm")


def _age(key: str, hi: str, en: str) -> Number:
    return Number(key, Words(hi, en), least=0, most=120)


REFERENCES = Section(
    "references",
    Words("गुमशुदा व अज्ञात", "Missing and unidentified"),
    (
        Reference(
            "missing_ref", Words("गुमशुदा", "Missing person"), form=MISSING, need=Need.EXPECTED
        ),
        Reference(
            "other_ref",
            Words("अज्ञात व्यक्ति / शव", "Unidentified person or body"),
            need=Need.EXPECTED,
        ),
        Line(
            "other_thana",
            Words("दूसरे थाने का हो तो थाना व जनपद", "Of another station: station and district"),
        ),
        Line(
            "other_thana_no",
            Words("वहाँ की सं0", "Number there"),
            most=60,
            shown_when=Filled("other_thana"),
        ),
    ),
)

COMPARISON = Section(
    "comparison",
    Words("तुलना", "Comparison"),
    (
        Choice("missing_gender", Words("गुमशुदा: लिंग", "Missing: gender"), choices=_GENDER),
        Choice("found_gender", Words("अज्ञात: लिंग", "Unidentified: gender"), choices=_GENDER),
        _age("missing_age", "गुमशुदा: आयु (वर्ष)", "Missing: age (years)"),
        _age("found_age_from", "अज्ञात: आयु से", "Unidentified: age from"),
        _age("found_age_to", "अज्ञात: आयु तक", "Unidentified: age to"),
        Number(
            "missing_height", Words("गुमशुदा: कद", "Missing: height"), least=30, most=250, unit=_CM
        ),
        Number(
            "found_height", Words("अज्ञात: कद", "Unidentified: height"), least=30, most=250, unit=_CM
        ),
        DateTime("missing_since", Words("गुमशुदा: अन्तिम बार देखा गया", "Missing: last seen")),
        DateTime("found_at", Words("अज्ञात: मिलने का समय", "Unidentified: found at")),
        LongText("marks", Words("चिन्ह, वस्त्र, दूरी की तुलना", "Marks, clothes, distance"), most=3000),
        Number(
            "score",
            Words("समानता अंक (0 से 100)", "Likeness (0 to 100)"),
            least=0,
            most=100,
            fixed=True,
        ),
    ),
)

DECIDED = Section(
    "decided",
    Words("निर्णय", "Decision"),
    (
        MultiChoice("basis", Words("आधार", "Basis"), choices=BASIS, need=Need.EXPECTED),
        Choice("decision", Words("निर्णय", "Decision"), choices=DECISION, need=Need.MUST),
        person(
            "identified_by",
            Words("शिनाख्तकर्ता", "Identified by"),
            shown_when=_CONFIRMED,
            need_when=OneOf("basis", ("FAMILY",)),
            need=Need.OPTIONAL,
            sealed=True,
        ),
        DateTime("decided_at", Words("निर्णय दिनांक व समय", "Decided at"), need=Need.EXPECTED),
        officer("officer", Words("अधिकारी", "Officer"), need=Need.EXPECTED),
        LongText("remarks", Words("टिप्पणी", "Remarks"), most=3000),
        DateTime(
            "other_informed_at",
            Words("दूसरे थाने को सूचना", "Other station informed"),
            shown_when=Filled("other_thana"),
            need_when=_CONFIRMED,
        ),
        diary_reference(),
    ),
)


def _number(letter: Letter, key: str) -> int | None:
    value = letter.get(key)
    return value if type(value) is int else None


def _gender_equal(letter: Letter) -> bool | None:
    pair = (letter.get("missing_gender"), letter.get("found_gender"))
    if not all(isinstance(one, str) and one not in ("", "UNKNOWN") for one in pair):
        return None
    return pair[0] == pair[1]


def _years_apart(letter: Letter) -> int | None:
    age = _number(letter, "missing_age")
    low, high = _number(letter, "found_age_from"), _number(letter, "found_age_to")
    low, high = (high if low is None else low), (low if high is None else high)
    if age is None or low is None or high is None:
        return None
    return max(low - age, age - high, 0)


def _height_apart(letter: Letter) -> int | None:
    pair = (_number(letter, "missing_height"), _number(letter, "found_height"))
    return None if pair[0] is None or pair[1] is None else abs(pair[0] - pair[1])


def unlike(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Descriptions that hardly fit one person: a match may stand all the same, with the reason."""
    if letter.get("decision") == "REJECTED":
        return
    years, height = _years_apart(letter), _height_apart(letter)
    if _gender_equal(letter) is False:
        yield _reason(
            "found_gender",
            "match.gender",
            "दोनों अभिलेखों में लिंग भिन्न है। अभिलेख जाँचें, या कारण लिखें।",
            "The gender differs between the two. Check the records, or write the reason.",
        )
    if years is not None and years > _AGE_APART:
        yield _reason(
            "found_age_from",
            "match.age",
            f"आयु में {years} वर्ष का अन्तर है ({_AGE_APART} से अधिक)। अभिलेख जाँचें, या कारण लिखें।",
            f"The ages are {years} years apart, more than {_AGE_APART}. Check, or write the reason.",
        )
    if height is not None and height > _HEIGHT_APART:
        yield _reason(
            "found_height",
            "match.height",
            f"कद में {height} से0मी0 का अन्तर है ({_HEIGHT_APART} से अधिक)। अभिलेख जाँचें, या कारण लिखें।",
            f"The heights are {height} cm apart, more than {_HEIGHT_APART}. Check, or write the reason.",
        )
    lost, found = moment_of(letter.get("missing_since")), moment_of(letter.get("found_at"))
    if lost and found and found[:10] < lost[:10]:
        yield _reason(
            "found_at",
            "match.time",
            "अज्ञात व्यक्ति / शव गुमशुदगी से पहले मिला है। दिनांक जाँचें, या कारण लिखें।",
            "The person or body was found before the other went missing. Check the dates, or write "
            "the reason.",
        )


def _reason(key: str, code: str, hi: str, en: str) -> Problem:
    return Problem((key,), code, Words(hi, en), Weight.REASON)


def of_the_right_kind(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """The other side is an unidentified person or body."""
    other = letter.get("other_ref")
    if isinstance(other, Mapping) and other.get("form") not in OTHERS:
        yield Problem(
            ("other_ref",),
            "match.kind",
            Words(
                "यहाँ अज्ञात व्यक्ति (IIF-9) या अज्ञात शव (IIF-10) का अभिलेख ही चुना जाता है। कृपया सही अभिलेख चुनें।",
                "Only an unidentified person (IIF-9) or body (IIF-10) stands here. Please choose "
                "the right record.",
            ),
            Weight.REFUSE,
        )


def confirmed_by_something_sure(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A photo or clothes alone hardly confirm who a person is."""
    basis = letter.get("basis")
    sure = {"FAMILY", "FINGERPRINT", "DNA", "DOCUMENT"}
    if (
        letter.get("decision") == "CONFIRMED"
        and isinstance(basis, list)
        and sure.isdisjoint(map(str, basis))
    ):
        yield _reason(
            "basis",
            "match.basis",
            "पुष्टि केवल फोटो, वस्त्र या चिन्ह पर है। शिनाख्त, फिंगर प्रिंट या डी0एन0ए0 लिखें, अथवा ‘सम्भावित’ चुनें, या कारण लिखें।",
            "The confirmation rests on photo, clothes or marks alone. Add an identification, finger "
            "prints or DNA, choose ‘possible’, or write the reason.",
        )


def _first(letter: Mapping[str, Any], *keys: str) -> Any:
    return next((letter[key] for key in keys if letter.get(key) not in (None, "")), None)


def _group(letter: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = letter.get(key)
    return value if isinstance(value, Mapping) else {}


def _stated_age(who: Mapping[str, Any], year: int) -> int | None:
    """The age told, else the one that follows from the year of birth."""
    if type(who.get("age_years")) is int:
        return int(who["age_years"])
    born = str(who.get("dob") or who.get("birth_year") or "")[:4]
    return year - int(born) if born.isdigit() and 0 <= year - int(born) <= 120 else None


def _side(record: CaseRecord, year: int) -> Letter:
    """What one side's record says of the person, under this form's keys."""
    letter = record.letter
    if record.form == MISSING:
        who = _group(letter, "missing")
        side = {
            "missing_ref": case_reference(record),
            "missing_gender": who.get("gender"),
            "missing_age": _stated_age(who, year),
            "missing_height": (_group(who, "physical") or _group(letter, "physical")).get(
                "height_cm"
            ),
            "missing_since": moment_of(_first(letter, "last_seen_at", "last_seen_dt", "last_seen")),
        }
    else:
        side = {
            "other_ref": case_reference(record),
            "found_gender": letter.get("gender"),
            "found_age_from": _first(letter, "age_from", "approx_age_from"),
            "found_age_to": _first(letter, "age_to", "approx_age_to"),
            "found_height": _group(letter, "physical").get("height_cm"),
            "found_at": moment_of(_first(letter, "found_at", "found_dt")),
        }
    return {key: value for key, value in side.items() if value not in (None, "")}


def begin(facts: Facts) -> Letter:
    """The side that the case knows, and the acting officer."""
    begun: Letter = {}
    case = facts.case()
    sides = [*([case.parent] if case.parent else []), *case.records]
    for record in reversed(sides):
        if record.form in (MISSING, *OTHERS):
            begun.update(_side(record, facts.now.year))
    acting = officer_acting(facts)
    if acting:
        begun["officer"] = acting
    return begun


def prepare(letter: Letter, facts: Facts) -> None:
    """The likeness: how much of what both sides tell (gender, age, height) agrees."""
    years, height = _years_apart(letter), _height_apart(letter)
    points: list[int] = []
    if (equal := _gender_equal(letter)) is not None:
        points.append(100 if equal else 0)
    if years is not None:
        points.append(max(0, 100 - 10 * years))
    if height is not None:
        points.append(max(0, 100 - 5 * height))
    letter.pop("score", None)
    if points:
        letter["score"] = sum(points) // len(points)


def _numbers(letter: Letter) -> str:
    missing, other = _group(letter, "missing_ref"), _group(letter, "other_ref")
    return f"गुमशुदगी सं0 {missing.get('number', '')} व अज्ञात सं0 {other.get('number', '')}"


def _brief(letter: Letter, facts: Facts) -> str:
    basis = letter.get("basis")
    words = [BASIS.words_of(str(one)) for one in basis] if isinstance(basis, list) else []
    grounds = ", ".join(one.hi for one in words if one)
    return (
        f"इस समय {_numbers(letter)} का मिलान {grounds} के आधार पर पुष्ट पाया गया। दोनों अभिलेखों में पहचान अंकित करने व "
        "सम्बन्धित थाने तथा परिजनों को सूचित करने की कार्यवाही की जा रही है।"
    )


def line(letter: Letter) -> str:
    """Both numbers and the decision."""
    decision = DECISION.words_of(str(letter.get("decision")))
    return f"{_numbers(letter)} · {decision.hi if decision else 'मिलान'}"


def sample(now: dt.datetime) -> Letter:
    """A fictional match of a missing man with a man found ill."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    return {
        "missing_ref": {"record_id": "sample-missing", "form": "iif_8", "number": "0004/2026"},
        "other_ref": {"record_id": "sample-found", "form": "iif_9", "number": "0002/2026"},
        "other_thana": "थाना उदाहरणनगर (नमूना)",
        "other_thana_no": "0002/2026",
        "missing_gender": "MALE",
        "found_gender": "MALE",
        "missing_age": 45,
        "found_age_from": 45,
        "found_age_to": 50,
        "missing_height": 168,
        "found_height": 166,
        "missing_since": hours(200),
        "found_at": hours(150),
        "marks": "दाहिने हाथ पर गुदना दोनों में समान (नमूना)।",
        "basis": ["PHOTO", "FAMILY"],
        "decision": "CONFIRMED",
        "identified_by": {
            "name": "नमूना देवी",
            "relation_type": "HUSBAND",
            "relative_name": "उदाहरण प्रसाद",
            "gender": "FEMALE",
            "addresses": [{"village_town": "ग्राम नमूनापुर", "district": "नमूना जनपद"}],
        },
        "decided_at": hours(2),
        "officer": {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"},
        "other_informed_at": hours(1),
    }


FORM = Form(
    code="match",
    version=1,
    title=Words("मिलान व्यक्ति", "Matching missing and found persons"),
    short=Words("मिलान", "Match"),
    sections=(REFERENCES, COMPARISON, DECIDED),
    role="moharir",
    duty=("b-12",),
    rules=(
        Rule("match.kind", of_the_right_kind),
        Rule("match.unlike", unlike),
        Rule("match.basis", confirmed_by_something_sure),
    ),
    numbered=(Numbered("match"),),
    parent=MISSING,
    also_under=OTHERS,
    consequences=(
        replace(
            diary("GUM", "gd_ref", lambda letter, facts: "मिलान पुष्ट", _brief),
            when=_CONFIRMED,
            later=True,
        ),
    ),
    papers=(
        Paper(
            "form",
            Words("मिलान टिप्पणी", "Match note"),
            "",
            copies=(
                Words("थाना प्रति", "Station copy"),
                Words("सम्बन्धित थाना प्रति", "Other station's copy"),
            ),
        ),
    ),
    line=line,
    occurred="decided_at",
    prepare=prepare,
    begin=begin,
    sample=sample,
)
