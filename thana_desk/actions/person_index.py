"""What a version of a record says of persons: who is named where, and the words they are found by."""

import datetime as dt
import hashlib
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from forms.kit.fields import Field, Group, Index, Rows
from forms.kit.form import Form
from forms.kit.letter import Letter, Path, dotted
from thana_desk.hindi.fold import fold, terms
from thana_desk.hindi.names import keys, name_words

if TYPE_CHECKING:
    from thana_desk.storage.rows import Envelope, PersonLink, PersonRow

UNKNOWN = "अज्ञात"
LINK_FORM = "person_link"

_MOST_WORDS = 12
"""Words of one name that are indexed."""

# A name of two words is also written as one where one of these is the first or the second.
_FIRST = frozenset(
    [
        "ओम",
        "राम",
        "श्री",
        "शिव",
        "हरि",
        "जय",
        "नूर",
        "सीता",
        "राधे",
        "घन",
        "गंगा",
        "om",
        "ram",
        "shri",
        "shiv",
        "hari",
        "jai",
        "noor",
    ]
)
_SECOND = frozenset(
    "कुमार लाल प्रकाश चंद्र चंद प्रसाद दास राम सिंह पाल नाथ देव वती कुमारी दीन स्वरूप किशोर नारायण "  # noqa: SIM905 — read as a list of names
    "बहादुर शंकर मोहन कांत बाबू राज जीत वीर किशन कृष्ण गोपाल भूषण "
    "kumar lal prakash parkash chandra chand prasad das ram singh pal nath dev vati wati kumari din "
    "deen swaroop swarup kishor kishore narayan bahadur shankar mohan kant babu raj jeet jit veer vir "
    "kishan krishna gopal bhushan".split()
)


def joined_words(words: Sequence[str]) -> list[str]:
    """Neighbours in a name that people also write as one word: ओम प्रकाश, ओमप्रकाश."""
    return [
        one + other for one, other in itertools.pairwise(words) if one in _FIRST or other in _SECOND
    ]


def words_of_name(text: str) -> list[str]:
    """The folded words that a name is found by, joined ones included."""
    words = name_words(text)[:_MOST_WORDS]
    return [*words, *joined_words(words)]


def keyed_words(texts: Sequence[str]) -> list[tuple[str, str]]:
    """(key, word) for every word of these names: what a name that only sounds alike is found by."""
    words = dict.fromkeys(word for text in texts for word in words_of_name(text))
    return [(key, word) for word in words if not word.isdigit() for key in keys(word)]


# --- plain forms of what is written in many ways ---------------------------------------------------

_PLAIN = re.compile(r"[\W_]+")


def compact(text: str) -> str:
    """A vehicle's or a paper's number as one word: UP 32-AB 1234 is up32ab1234."""
    return _PLAIN.sub("", fold(text))


def phone_digits(text: str) -> str:
    """The last ten digits of a phone number."""
    return "".join(character for character in fold(text) if character.isdigit())[-10:]


# --- persons ------------------------------------------------------------------------------------


def walk(
    parts: Sequence[Field], answers: Mapping[str, Any], path: Path = ()
) -> Iterator[tuple[Group, Mapping[str, Any], Path]]:
    """Every person below `parts`, with the group that he stands in and his place."""
    for part in parts:
        value = answers.get(part.key)
        here = (*path, part.key)
        if isinstance(part, Group) and isinstance(value, Mapping):
            if part.kind == "person":
                yield part, value, here
            else:
                yield from walk(part.parts, value, here)
        elif isinstance(part, Rows) and isinstance(value, list):
            for number, row in enumerate(value):
                if isinstance(row, Mapping):
                    if part.row.kind == "person":
                        yield part.row, row, (*here, number)
                    else:
                        yield from walk(part.row.parts, row, (*here, number))


def persons_in(form: Form, letter: Letter, envelope: "Envelope") -> "list[PersonRow]":
    """The persons that a record names, each once however often he stands in it.

    Two of one list with the same name and father are two; the same name and father in two lists
    (informant and victim) is one person. The id says nothing about the order of the rows, so that
    a correction elsewhere in the record leaves it as it was.
    """
    from thana_desk.storage.rows import PersonRow

    found: dict[str, tuple[Mapping[str, Any], list[Path]]] = {}
    for _group, person, path in walk(tuple(form.fields()), letter):
        name, relative = _text(person, "name"), _text(person, "relative_name")
        if not terms(name) or name == UNKNOWN:
            continue
        said = f"{fold(name)}|{fold(relative)}"
        number = 1
        while (key := f"{said}|{number}") in found and any(
            path[:-1] == other[:-1] for other in found[key][1]
        ):
            number += 1
        if key in found:
            held, paths = found[key]
            found[key] = ({**person, **held}, [*paths, path])
        else:
            found[key] = (person, [path])
    year = _year(envelope.registered_at)
    rows = []
    for key, (person, paths) in found.items():
        name, relative = _text(person, "name"), _text(person, "relative_name")
        named = " ".join(piece for piece in (name, _text(person, "alias")) if piece)
        phones = tuple(
            dict.fromkeys(
                d for one in _rows(person, "phones") if (d := phone_digits(_text(one, "phone")))
            )
        )
        identities = tuple(
            dict.fromkeys(
                number
                for number in (
                    *(compact(_text(one, "id_no")) for one in _rows(person, "ids")),
                    compact(_text(person, "passport_no")),
                )
                if number
            )
        )
        address = _address(person)
        born = born_in(person, year)
        marks = [*phones, *(f"id{one}" for one in identities), *([f"y{born}"] if born else [])]
        rows.append(
            PersonRow(
                person_id(envelope.record_id, key),
                envelope.record_id,
                tuple(dotted(path) for path in paths),
                name if not _text(person, "alias") else f"{name} उर्फ {_text(person, 'alias')}",
                _text(person, "relation_type"),
                relative,
                born,
                _text(person, "gender"),
                phones,
                identities,
                address,
                (
                    " ".join(words_of_name(named)),
                    " ".join(words_of_name(relative)),
                    " ".join(terms(address)),
                    " ".join(marks),
                ),
            )
        )
    return rows


def person_id(record_id: str, said: str) -> str:
    """The name of a person of a record, the same on every PC."""
    return hashlib.sha256(f"{record_id}|{said}".encode()).hexdigest()[:16]


def links_in(letter: Letter, envelope: "Envelope") -> "list[PersonLink]":
    """What a record of the form `person_link` says of persons."""
    from thana_desk.storage.rows import PersonLink

    if envelope.form != LINK_FORM:
        return []
    pairs = letter.get("pairs")
    joined = letter.get("act") == "MERGE"
    return [
        PersonLink(envelope.record_id, one, other, joined, envelope.registered_at or "")
        for pair in (pairs if isinstance(pairs, list) else ())
        if isinstance(pair, Mapping)
        and (one := _text(pair, "one"))
        and (other := _text(pair, "other"))
        and one != other
    ]


def name_texts(rows: Sequence[Any]) -> list[str]:
    """The names among index rows, those of persons and all others."""
    return [row.shown for row in rows if row.kind in (Index.NAME.value, Index.RELATIVE.value)]


def born_in(person: Mapping[str, Any], year: int) -> int | None:
    """The year of birth as stated, or reckoned from the age in `year`."""
    stated = str(person.get("dob") or "")[:4]
    if stated.isdigit():
        return int(stated)
    year_stated, age = person.get("birth_year"), person.get("age_years")
    if isinstance(year_stated, int) and not isinstance(year_stated, bool):
        return year_stated
    if isinstance(age, int) and not isinstance(age, bool) and year:
        return year - age
    return None


def _year(moment: str | None) -> int:
    try:
        return dt.date.fromisoformat(str(moment)[:10]).year
    except ValueError:
        return 0


def _text(answers: Mapping[str, Any], key: str) -> str:
    value = answers.get(key)
    return value.strip() if isinstance(value, str) else ""


def _rows(answers: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = answers.get(key)
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _address(person: Mapping[str, Any]) -> str:
    for one in _rows(person, "addresses"):
        pieces = [
            _text(one, key)
            for key in (
                "house_no",
                "street",
                "colony_mohalla",
                "village_town",
                "landmark",
                "thana",
                "district",
            )
        ]
        if any(pieces):
            return ", ".join(piece for piece in pieces if piece)
    return ""
