"""Acts and their sections: what an offence is called, how grave it is, what it was before."""

import re
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from forms.codes.folding import Asked, Heading, asked, fold, heading
from forms.codes.shipped import Row, data_cache, read, source_of, words, words_or_none
from forms.kit.words import Words

_UNITS = {
    "h": ("घंटे", "hours", "hour"),
    "m": ("माह", "months", "month"),
    "y": ("वर्ष", "years", "year"),
}
_TERM = re.compile(r"(min )?(\d+)([hmy])")
_MAIN_NUMBER = re.compile(r"\d+[a-z]*")
_FILLERS = frozenset({"धारा", "धाराएं", "section", "sections", "sec", "u/s", "us"})
_YES_NO = {"yes": True, "no": False, "as_main": None, "unknown": None}


@dataclass(frozen=True, slots=True)
class Act:
    """An Act. `kind`: "penal" (by day of occurrence), "procedure" (by day of registration),
    "special", or "free" (typed by hand).

    `words` is the name as it is printed, `short` what people say. `valid_from` and
    `valid_until` bound the days it applies to, both inclusive.
    """

    code: str
    kind: str
    words: Words
    short: Words
    year: int | None
    valid_from: date | None
    valid_until: date | None
    note: Words | None
    confirmed: bool

    def applies_on(self, day: date) -> bool:
        """Whether the Act applies to what happened (or was registered) on this day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@dataclass(frozen=True, slots=True)
class Punishment:
    """A maximum. `kind`: "fine", "term", "life", "death", "at_least" (only the minimum is
    written), "as_main" (follows the main offence), "none" (a section that punishes nothing) or
    "unknown". `months` for term and at_least.
    """

    kind: str
    months: int
    words: Words

    def reaches(self, months: int) -> bool | None:
        """Whether it is `months` or more; None when that cannot be said."""
        if self.kind in ("life", "death"):
            return True
        if self.kind == "at_least":
            return True if self.months >= months else None
        if self.kind in ("term", "fine"):
            return self.months >= months
        return None


@dataclass(frozen=True, slots=True)
class Section:
    """One section of an Act.

    `code` is its number in plain signs, unique in the Act; `number` the number as printed.
    `cognizable` and `bailable` are None when unknown or when the section follows the main
    offence (`follows_main`). `most` is the maximum, `worst` the graver maximum that applies
    only under `worst_if`. `flags`: sexual, rape, child, pocso, scst, communal, terror,
    two_months, commercial, sensitive. `equals` are ids of its equals in the other code.
    """

    act: str
    code: str
    number: str
    words: Words
    cognizable: bool | None
    bailable: bool | None
    follows_main: bool
    court: Words
    most: Punishment
    worst: Punishment | None
    worst_if: Words | None
    flags: frozenset[str]
    in_force: bool
    note: Words | None
    equals: tuple[str, ...]
    confirmed: bool
    source: str
    free: bool = False
    act_text: str = ""

    @property
    def id(self) -> str:
        """Act and section in one text, such as "BNS:303(2)"."""
        return f"{self.act}:{self.code}"

    def punishment(self) -> Words:
        """The maximum in words, with the graver maximum and its condition in brackets."""
        if self.worst is None or self.worst_if is None:
            return self.most.words
        return Words(
            hi=f"{self.most.words.hi} ({self.worst_if.hi} {self.worst.words.hi})",
            en=f"{self.most.words.en} ({self.worst.words.en} {self.worst_if.en})",
        )


@dataclass(frozen=True, slots=True)
class Correspondence:
    """One row of the table of old and new offences; no `ipc` means the offence is new."""

    ipc: tuple[str, ...]
    bns: str


_FIXED_PUNISHMENTS = {
    "fine": Words(hi="अर्थदण्ड", en="fine"),
    "life": Words(hi="आजीवन कारावास", en="imprisonment for life"),
    "death": Words(hi="मृत्युदण्ड या आजीवन कारावास", en="death or imprisonment for life"),
    "as_main": Words(hi="मुख्य अपराध के अनुसार", en="as the main offence"),
    "none": Words(hi="दण्ड नहीं (परिभाषा / अपवाद)", en="no punishment (definition or exception)"),
    "unknown": Words(hi="पुष्टि शेष", en="to be confirmed"),
}


def _punishment(text: str) -> Punishment:
    if text in _FIXED_PUNISHMENTS:
        return Punishment(text, 0, _FIXED_PUNISHMENTS[text])
    term = _TERM.fullmatch(text)
    if term is None:
        raise ValueError(f"no punishment reads {text!r}")
    minimum, count, unit = term[1], int(term[2]), term[3]
    hindi, many, one = _UNITS[unit]
    months = {"h": 0, "m": count, "y": 12 * count}[unit]
    english = f"{count} {one if count == 1 else many}"
    if minimum:
        least = Words(hi=f"कम से कम {count} {hindi}", en=f"at least {english}")
        return Punishment("at_least", months, least)
    return Punishment("term", months, Words(hi=f"{count} {hindi}", en=english))


@data_cache
def _acts_file() -> dict[str, Any]:
    return read("acts")


@data_cache
def _acts() -> dict[str, Act]:
    content = _acts_file()
    return {
        row["code"]: Act(
            code=row["code"],
            kind=row["kind"],
            words=words(row),
            short=words(row, "short_"),
            year=row["year"],
            valid_from=row.get("from"),
            valid_until=row.get("until"),
            note=words_or_none(row, "note_"),
            confirmed=bool(source_of(row, content)),
        )
        for row in content["acts"]
    }


def acts() -> tuple[Act, ...]:
    """Every Act that ships, the codes first."""
    return tuple(_acts().values())


def act(code: str) -> Act:
    """The Act with this code, such as "BNS"; KeyError if none ships."""
    return _acts()[code]


def _section(act_code: str, row: Row, around: Row, equals: tuple[str, ...]) -> Section:
    content = _acts_file()
    source = source_of(row, around)
    return Section(
        act=act_code,
        code=row["code"],
        number=row.get("number", row["code"]),
        words=words(row),
        cognizable=_YES_NO[row.get("cognizable", "unknown")],
        bailable=_YES_NO[row.get("bailable", "unknown")],
        follows_main="as_main" in (row.get("cognizable"), row.get("max")),
        court=words(content["courts"][row.get("court", "unknown")]),
        most=_punishment(row.get("max", "unknown")),
        worst=_punishment(row["worst"]) if "worst" in row else None,
        worst_if=words(content["conditions"][row["worst_if"]]) if "worst_if" in row else None,
        flags=frozenset(row.get("flags", ())),
        in_force=row.get("in_force", True),
        note=words_or_none(row, "note_"),
        equals=equals,
        confirmed=bool(source),
        source=source,
    )


@data_cache
def _bns_file() -> dict[str, Any]:
    return read("bns")


@data_cache
def _bns_others() -> dict[str, Any]:
    return read("bns_others")


@data_cache
def correspondence() -> tuple[Correspondence, ...]:
    """The rows of the table of old and new offences, in the order of the old code."""
    return tuple(Correspondence(tuple(row["ipc"]), row["code"]) for row in _bns_file()["sections"])


@data_cache
def _sections(act_code: str) -> dict[str, Section]:
    return {section.code: section for section in _read_sections(act_code)}


def _read_sections(act_code: str) -> list[Section]:
    if act_code == "BNS":
        content = _bns_file()
        return [
            _section("BNS", row, content, tuple(f"IPC:{old}" for old in row.get("ipc", ())))
            for row in chain(content["sections"], content["also"], _bns_others()["sections"])
        ]
    if act_code == "IPC":
        content = read("ipc")
        new: dict[str, list[str]] = {}
        for row in chain(_bns_file()["sections"], _bns_others()["sections"]):
            for old in row.get("ipc", ()):
                new.setdefault(old, []).append(f"BNS:{row['code']}")
        return [
            _section("IPC", row, content, tuple(new.get(row["code"], ())))
            for row in chain(content["sections"], content["also"], read("ipc_others")["sections"])
        ]
    if act_code in ("BNSS", "CRPC"):
        return _read_procedure(act_code)
    content = _special_laws()
    return [_section(act_code, row, content, ()) for row in content["laws"][act_code]["sections"]]


@data_cache
def _special_laws() -> dict[str, Any]:
    return read("special_laws")


def _read_procedure(act_code: str) -> list[Section]:
    content = read("procedure")
    own, other = ("bnss", "crpc") if act_code == "BNSS" else ("crpc", "bnss")
    other_act = "CRPC" if act_code == "BNSS" else "BNSS"
    return [
        _section(
            act_code,
            {**row, "code": row[own]},
            content,
            (f"{other_act}:{row[other]}",) if row[other] else (),
        )
        for row in content["sections"]
        if row[own]
    ]


def sections(act_code: str) -> tuple[Section, ...]:
    """Every section of an Act that ships, also those not in force; KeyError for no such Act."""
    return tuple(_sections(_acts()[act_code].code).values())


def section(act_code: str, code: str) -> Section | None:
    """One section by Act and number; None when it is not in the list (see `free_section`)."""
    if act_code not in _acts():
        return None
    return _sections(act_code).get(code)


def _kin_flags(act_code: str, section_text: str) -> frozenset[str]:
    """The marks of the listed sections that a section written otherwise belongs to.

    "4" and "4(2)" belong to "3/4", "64" to "64(1)" and "64(2)"; a number without kin has the
    marks that all sections of its Act share.
    """
    number = section_text.partition("(")[0].strip()
    listed = tuple(sections(act_code))
    kin = [
        row
        for row in listed
        if number in {part.partition("(")[0].strip() for part in row.number.split("/")}
    ]
    if kin:
        return frozenset().union(*(row.flags for row in kin))
    shared = [row.flags for row in listed]
    return frozenset.intersection(*shared) if shared else frozenset()


def free_section(act_text: str, section_text: str) -> Section:
    """A section as a person wrote it, whether the list has it or not.

    When Act and number are in the list, that row comes back; otherwise a free one, of which
    nothing is known but its words and what its kin in the list is marked with (the victim of a
    section written as "4" must be hidden like that of "3/4"): a section that is not in the list
    can always be entered.
    """
    act_text, section_text = act_text.strip(), section_text.strip()
    if not act_text or not section_text:
        raise ValueError("a section needs the name of its Act and a number")
    known = _act_named(act_text)
    code = fold(section_text)
    if known is not None:
        for row in sections(known.code):
            if code in (fold(row.code), fold(row.number)):
                return row
    name = known.code if known else act_text
    printed = known.words.hi if known else act_text
    return Section(
        act=name,
        code=section_text,
        number=section_text,
        words=Words(hi=f"{printed} {section_text}", en=f"{printed} {section_text}"),
        cognizable=None,
        bailable=None,
        follows_main=False,
        court=words(_acts_file()["courts"]["unknown"]),
        most=_punishment("unknown"),
        worst=None,
        worst_if=None,
        flags=_kin_flags(known.code, section_text) if known else frozenset(),
        in_force=True,
        note=None,
        equals=(),
        confirmed=False,
        source="",
        free=True,
        act_text=printed,
    )


def _act_named(text: str) -> Act | None:
    name = fold(text)
    for found in acts():
        names = (found.code, found.words.hi, found.words.en, found.short.hi, found.short.en)
        if name in map(fold, names):
            return found
    return None


def find_sections(
    text: str,
    on_date: date | None = None,
    limit: int = 20,
    kinds: tuple[str, ...] = ("penal", "special"),
    act_code: str = "",
) -> tuple[Section, ...]:
    """Sections by number ("303", "३०३(2)"), words ("चोरी", "chori", "theft") or an Act's name.

    Several words must all fit ("pocso 7/8", "बीएनएस चोरी"). `act_code` keeps to one Act.

    `on_date` leaves out Acts that do not apply on that day: the day of occurrence for
    offences (the BNS from 1 July 2024, the IPC before). Sections not in force are not found.
    Best first: an exact number, then the same main number, then titles.
    """
    typed = [one for one in asked(text) if one.word not in _FILLERS]
    if not typed or limit < 1:
        return ()
    found = []
    for place, row in enumerate(_searchable()):
        act_kind, applies = row.act.kind, on_date is None or row.act.applies_on(on_date)
        if act_kind not in kinds or not applies or act_code not in ("", row.act.code):
            continue
        rank = row.rank(typed)
        if rank is not None:
            found.append((rank, place, row.section))
    found.sort(key=lambda hit: hit[:2])
    return tuple(hit for _, _, hit in found[:limit])


@dataclass(frozen=True, slots=True)
class _Searchable:
    """A section with its folded words at hand."""

    act: Act
    section: Section
    code: str
    main_numbers: tuple[str, ...]
    title: Heading
    act_names: Heading

    def rank(self, typed: list[Asked]) -> int | None:
        """How well all words match, 0 best; None when one does not match at all."""
        worst = 0
        for one in typed:
            rank = self._rank_of(one)
            if rank is None:
                return None
            worst = max(worst, rank)
        return worst

    def _rank_of(self, one: Asked) -> int | None:
        if one.word[0].isdigit():
            return self._rank_of_number(one.word)
        if self.title.begins(one):
            return 3
        if self.act_names.begins(one):
            return 4
        if self.title.is_heard_in(one):
            return 5
        return None

    def _rank_of_number(self, number: str) -> int | None:
        if number == self.code:
            return 0
        if number in self.main_numbers:
            return 1
        if self.code.startswith(number) or any(
            main.startswith(number) for main in self.main_numbers
        ):
            return 2
        return None


@data_cache
def _searchable() -> tuple[_Searchable, ...]:
    rows = []
    for owner in acts():
        names = (owner.code, owner.words.hi, owner.words.en, owner.short.hi, owner.short.en)
        run_together = (name.replace(".", "").replace("बी एन एस", "बीएनएस") for name in names)
        act_names = heading(*names, *run_together)
        for row in sections(owner.code):
            if not row.in_force:
                continue
            code = fold(row.code)
            numbers = (_MAIN_NUMBER.match(part) for part in code.split("/"))
            main = tuple(number[0] for number in numbers if number)
            title = heading(row.words.en, hindi=row.words.hi)
            rows.append(_Searchable(owner, row, code, main, title, act_names))
    return tuple(rows)
