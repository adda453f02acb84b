"""A fictional crowd in a store: persons with fathers, ages, phones, vehicles and sections, by the million."""

import itertools
import json
import random
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from thana_desk.actions.person_index import keyed_words, words_of_name
from thana_desk.actions.projecting import VEHICLE_END, section_key
from thana_desk.storage.person_rows import IN_A_RECORD, WHOSE

if TYPE_CHECKING:
    from thana_desk.storage.database import Store

IN_ONE_RECORD = 4
_AT_ONCE = 5_000

_FIRST = [
    "राम",
    "श्याम",
    "मोहन",
    "सोहन",
    "सुरेश",
    "रमेश",
    "महेश",
    "दिनेश",
    "मुकेश",
    "राजेश",
    "गणेश",
    "हरीश",
    "सतीश",
    "मनीष",
    "राकेश",
    "अनिल",
    "सुनील",
    "अजय",
    "विजय",
    "संजय",
    "सुनीता",
    "अनीता",
    "गीता",
    "सीता",
    "रेखा",
    "पूजा",
    "ममता",
    "लक्ष्मी",
    "कमला",
    "विमला",
    "सलीम",
    "नसीम",
    "इमरान",
    "शाहिद",
    "राशिद",
    "फातिमा",
    "शबाना",
]
_LAST = [
    "कुमार",
    "सिंह",
    "यादव",
    "वर्मा",
    "शर्मा",
    "गुप्ता",
    "मिश्रा",
    "तिवारी",
    "पाण्डेय",
    "लाल",
    "प्रसाद",
    "देवी",
    "खान",
    "अंसारी",
    "मौर्य",
    "पटेल",
    "चौहान",
    "राठौर",
    "रावत",
]
_ONSETS = tuple("कखगचजतदनपबभमयरलवशसह")
_VOWELS = ("", "ा", "ि", "ी", "ु", "ू", "े", "ो")
_ENDINGS = ("न", "श", "ल", "मा", "पाल", "राज", "वती", "नाथ", "जीत", "ेंद्र", "ीता", "ुद्दीन")
_SECTIONS = (
    "303(2)",
    "115(2)",
    "351(3)",
    "352",
    "318(4)",
    "103(1)",
    "126(2)",
    "281",
    "305",
    "331(4)",
)


def _made_up() -> list[str]:
    """Some eight thousand words that could be names."""
    chance = random.Random(1)
    found = [
        first + vowel + second + ending
        for first, vowel, second, ending in itertools.product(_ONSETS, _VOWELS, _ONSETS, _ENDINGS)
    ]
    chance.shuffle(found)
    return found[:8_000]


class Crowd:
    """Persons by their serial; the same for the same serial. Nobody in it exists."""

    def __init__(self, persons: int) -> None:
        self.persons = persons
        self._rare = _made_up()

    def person(self, serial: int) -> dict[str, Any]:
        """Name, father, year of birth and phone of one person."""
        chance = random.Random(serial)
        return {
            "name": f"{self._first(chance)} {chance.choice(_LAST)}",
            "relative": f"{self._first(chance)} {chance.choice(_LAST)}",
            "born": 2026 - chance.randint(16, 80),
            "phone": f"9{serial % 10**9:09d}",
        }

    def vehicle(self, record: int) -> str:
        """The vehicle of one record."""
        return f"UP{record % 90 + 10}{chr(65 + record // 9999 % 26)}{chr(65 + record % 26)}{record % 9999 + 1:04d}"

    def _first(self, chance: random.Random) -> str:
        # Half of all people share the usual names; the rest spread over thousands.
        if chance.random() < 0.5:
            return chance.choice(_FIRST)
        return self._rare[int(len(self._rare) * chance.random() ** 2)]

    def fill(self, store: "Store") -> int:
        """Write everything that search reads, without a journal; returns the number of records."""
        records = self.persons // IN_ONE_RECORD
        for begin in range(0, records, _AT_ONCE):
            self._fill(store, range(begin, min(begin + _AT_ONCE, records)))
        return records

    def _fill(self, store: "Store", records: range) -> None:
        rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in _INSERTS}
        for record in records:
            for table, row in self._record(record):
                rows[table].append(row)
        with store.writing() as connection:
            for table, sql in _INSERTS.items():
                if rows[table]:
                    connection.exec_driver_sql(sql, rows[table])

    def _record(self, record: int) -> Iterator[tuple[str, tuple[Any, ...]]]:
        place, record_id, year = record + 1_000, f"crowd-{record}", 2026 - record % 12
        number = f"{record % 9_000 + 1:04d}/{year}"
        section, vehicle = _SECTIONS[record % len(_SECTIONS)], self.vehicle(record)
        people = [self.person(record * IN_ONE_RECORD + n) for n in range(IN_ONE_RECORD)]
        letter = {"informant": {"name": people[0]["name"]}, "contents": "काल्पनिक विवरण"}
        yield (
            "record",
            (place, record_id, number, people[0]["name"], f"{year}-01-01T10:00:00+05:30", record),
        )
        yield "letter", (place, json.dumps(letter, ensure_ascii=False))
        lines = [("number", "", number, number)]
        lines += [("section", "acts.1.section", f"{section} BNS", section_key(section, "BNS"))]
        lines += [("vehicle", "property.1.registration_no", vehicle, vehicle.lower())]
        lines += [(VEHICLE_END, "property.1.registration_no", vehicle, vehicle[-4:])]
        text = [number, section, "bns", vehicle.lower(), vehicle[-4:], "थाना नमूना काल्पनिक विवरण"]
        for n, one in enumerate(people):
            at = f"accused.{n}" if n else "informant"
            for kind, key in (("name", "name"), ("relative", "relative"), ("phone", "phone")):
                lines.append((kind, f"{at}.{key}", one[key], _folded(one[key])))
            text += [_folded(one["name"]), _folded(one["relative"]), one["phone"]]
            spot = place * IN_A_RECORD + n
            yield (
                "person",
                (
                    spot,
                    f"{record_id}-{n}",
                    record_id,
                    one["name"],
                    one["relative"],
                    one["born"],
                    json.dumps([one["phone"]]),
                ),
            )
            yield (
                "person_search",
                (
                    spot,
                    f"{_joined(one['name'])} {_fathers(one['relative'])} {one['phone']} y{one['born']}",
                ),
            )
            for name in (one["name"], one["relative"]):
                for key, word in _new_keys(name):
                    yield "name_word", (key, word)
        for line, (kind, path, shown, folded) in enumerate(lines):
            yield "index_row", (record_id, line, kind, path, shown, folded)
        yield "search", (place, " ".join(text))


_INSERTS = {
    "record": "INSERT INTO record (place, record_id, form, form_version, status, version, number, series, period,"
    " sensitive, provisional, title, registered_at, event_hash, thana, device, incarnation, seq, siblings)"
    " VALUES (?, ?, 'iif_1', 1, 'registered', 1, ?, NULL, NULL, 0, 0, ?, ?, '', '', 'crowd', 1, ?, 0)",
    "letter": "INSERT INTO record_letter VALUES (?, ?)",
    "index_row": "INSERT INTO index_row VALUES (?, ?, ?, ?, ?, ?)",
    "search": "INSERT INTO search(rowid, text) VALUES (?, ?)",
    "person": "INSERT INTO person (place, person_id, record_id, paths, name, relation, relative, born,"
    " gender, phones, identities, address) VALUES (?, ?, ?, '[]', ?, 'FATHER', ?, ?, '', ?, '[]', '')",
    "person_search": "INSERT INTO person_search(rowid, words) VALUES (?, ?)",
    "name_word": "INSERT OR IGNORE INTO name_word VALUES (?, ?)",
}


@lru_cache(maxsize=200_000)
def _joined(name: str) -> str:
    return " ".join(words_of_name(name))


@lru_cache(maxsize=200_000)
def _fathers(name: str) -> str:
    return " ".join(f"{WHOSE['relative']}{word}" for word in words_of_name(name))


@lru_cache(maxsize=200_000)
def _folded(text: str) -> str:
    from thana_desk.hindi.fold import fold

    return fold(text)


@lru_cache(maxsize=200_000)
def _keys_of(name: str) -> tuple[tuple[str, str], ...]:
    return tuple(keyed_words([name]))


_seen: set[str] = set()


def _new_keys(name: str) -> tuple[tuple[str, str], ...]:
    if name in _seen:
        return ()
    _seen.add(name)
    return _keys_of(name)
