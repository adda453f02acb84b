"""What somebody asks for in one line: names, father, age, phone, vehicle, section, number."""

import re
from dataclasses import dataclass, field
from typing import Final

from thana_desk.hindi.fold import fold, terms

MOST_LETTERS = 400
MOST_WORDS = 12
"""What is read of a line; a pasted page is no question."""

_RELATIONS: Final = (
    "पुत्र|पुत्री|पत्नी|पिता|पति|सुत|वल्द|बिन|s/o|d/o|w/o|c/o|h/o|f/o|so|wo|son of|wife of|daughter of"
)
# Marks of abbreviation are gone or made spaces when this is looked for.
_RELATION: Final = re.compile(rf"(?:(?<=\s)|^)(?:{_RELATIONS})(?=\s|$)\s*(?:का नाम|श्री)?")
_OLD: Final = re.compile(
    r"(?:उम्र|आयु|age|aged)\s*(?:लगभग|करीब|about)?\s*(\d{1,3})(?:\s*(?:वर्ष|साल|years?|yrs?))?"
    r"|(?<!\d)(\d{1,3})\s*(?:वर्ष|साल|years?|yrs?)(?!\w)"
)
_LAST_NUMBER: Final = re.compile(r"(?<=\s)(\d{1,2})$")
_PHONE: Final = re.compile(r"(?<!\d)(?:\+?91[\s-]*|0)?([6-9]\d{4})[\s-]?(\d{5})(?!\d)")
_VEHICLE: Final = re.compile(
    r"(?<![a-z0-9])([a-z]{2})[\s-]*(\d{1,2})[\s-]*([a-z]{1,3})[\s-]*(\d{1,4})(?![a-z0-9])"
    r"|(?<![a-z0-9])(\d{2})[\s-]*bh[\s-]*(\d{4})[\s-]*([a-z]{1,2})(?![a-z0-9])"
)
_NUMBER: Final = re.compile(r"(?<![\d/])(\d{1,5})\s*/\s*((?:20)?\d{2})(?![\d/])")
_NUMBER_WORDS: Final = re.compile(
    r"(?:(?<=\s)|^)(?:मुअसं|मु अ सं|असं|अपराध संख्या|fir|एफआईआर|crime no|cr no|case crime)(?=\s|$)"
)
_ACTS: Final = {
    **dict.fromkeys(("bns", "बीएनएस", "भान्यासं", "भा न्या सं"), "BNS"),
    **dict.fromkeys(("ipc", "आईपीसी", "भादवि", "भादंवि", "भादसं", "भादंसं"), "IPC"),
    **dict.fromkeys(("bnss", "बीएनएसएस"), "BNSS"),
    **dict.fromkeys(("crpc", "सीआरपीसी", "दप्रसं", "दंप्रसं"), "CRPC"),
    **dict.fromkeys(("pocso", "पॉक्सो", "पाक्सो"), "POCSO"),
    **dict.fromkeys(("ndps", "एनडीपीएस"), "NDPS"),
    **dict.fromkeys(("scst", "एससीएसटी"), "SCST"),
    **dict.fromkeys(("arms", "आयुध"), "ARMS"),
    **dict.fromkeys(("आबकारी", "excise"), "UP_EXCISE"),
    **dict.fromkeys(("गैंगस्टर", "gangster"), "UP_GANGSTERS"),
    **dict.fromkeys(("it", "आईटी"), "IT"),
}
_ACT: Final = "|".join(sorted(map(re.escape, _ACTS), key=len, reverse=True))
_SECTION_NO: Final = r"(\d{1,3}[a-z]{0,2}(?:\s*\(\s*\w{1,3}\s*\))*)"
_SECTION: Final = re.compile(
    rf"(?:(?:धारा|section|sec|us|u/s)\s*{_SECTION_NO}(?:\s*({_ACT})(?!\w))?)"
    rf"|(?<![\w/]){_SECTION_NO}\s*({_ACT})(?!\w)"
    rf"|(?<!\w)({_ACT})\s*{_SECTION_NO}(?![\w/])"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A line taken apart. `words` are all its words, folded, as they stand in texts.

    `name` and `relative` are the words of a person's and of his father's or husband's name; `ages`
    is the age asked for and how far it may be off. `sections` are (number, act or "").
    """

    words: tuple[str, ...]
    name: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    age: int | None = None
    phone: str = ""
    vehicle: str = ""
    digits: str = ""
    sections: tuple[tuple[str, str], ...] = ()
    number: tuple[int, str] | None = None
    is_fir_number: bool = False
    is_about_a_person: bool = field(default=False)


def read(text: str) -> Asked:
    """Take a line apart; whatever is typed is read as something, nothing is refused."""
    text = text[:MOST_LETTERS]
    words = tuple(terms(text)[:MOST_WORDS])
    rest = f"{fold(text)}".strip()
    vehicle, phone, number = "", "", None
    if found := _VEHICLE.search(rest):
        vehicle = re.sub(r"[\s-]", "", found[0])
        rest = _without(rest, found)
    if found := _PHONE.search(rest):
        phone = found[1] + found[2]
        rest = _without(rest, found)
    is_fir_number = _NUMBER_WORDS.search(rest) is not None
    if found := _NUMBER.search(rest):
        year = found[2] if len(found[2]) == 4 else f"20{found[2]}"
        number = (int(found[1]), year)
        rest = _without(rest, found)
    sections = []
    while not number and (found := _SECTION.search(rest)):
        code = found[1] or found[3] or found[6]
        act = found[2] or found[4] or found[5] or ""
        sections.append((re.sub(r"\s", "", code), _ACTS.get(act, "")))
        rest = _without(rest, found)
        if len(sections) >= MOST_WORDS:
            break
    rest = _NUMBER_WORDS.sub(" ", rest).strip()
    age = None
    if found := _OLD.search(rest):
        age = int(found[1] or found[2])
        rest = _without(rest, found)
    elif (found := _LAST_NUMBER.search(rest)) and not sections:
        age = int(found[1])
        rest = _without(rest, found)
    name, relative = rest, ""
    if found := _RELATION.search(rest):
        name, relative = rest[: found.start()], rest[found.end() :]
    named, fathered = _name_words(name), _name_words(relative)
    left = [word for word in terms(rest) if word.isdigit()]
    return Asked(
        words,
        named,
        fathered,
        age if named or fathered else None,
        phone,
        vehicle,
        left[0] if len(left) == 1 and len(words) == 1 else "",
        tuple(sections),
        number,
        is_fir_number,
        bool(fathered) or (age is not None and bool(named)),
    )


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}".strip()


def _name_words(text: str) -> tuple[str, ...]:
    from thana_desk.hindi.names import name_words

    kept = [word for word in name_words(text) if not any(c.isdigit() for c in word)]
    return tuple(kept[:MOST_WORDS])
