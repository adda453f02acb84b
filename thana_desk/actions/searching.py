"""Find records by anything written in them, names also by their sound, and say why each was found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from forms.kit.words import Words
from thana_desk.actions.asking import Asked, read
from thana_desk.actions.desk import Desk
from thana_desk.actions.hearing import Heard, Hearing, hear, joinings, slips
from thana_desk.actions.labels import label_of
from thana_desk.actions.permission import sees_sealed
from thana_desk.actions.projecting import VEHICLE_END, leaves, section_key
from thana_desk.actions.records import line_of
from thana_desk.actions.registration import with_store_errors
from thana_desk.actions.views import Found, Hit, PersonHit, Reason, SectionHit, ValueHit
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.storage.rows import Hit as StoredHit
    from thana_desk.storage.rows import IndexRow

ENOUGH = 50
KINDS = ("exact", "prefix", "related", "sound", "near", "slip", "text")
"""How something fits, best first."""

_GROUP = 20
"""Persons, phones and vehicles that are shown of one question."""

_READ_THROUGH = 6
"""Records whose whole text is read for the place of a word; the others say that it is in the text."""

_FEW = 5
"""Below so many hits, names that only resemble the one asked for are shown as well."""

_NOT_SHOWN = frozenset(("mark", VEHICLE_END))


@dataclass(frozen=True, slots=True)
class _Try:
    """One way of asking the store: what, from the beginning of words or whole, and as what kind."""

    terms: Sequence[str | Sequence[str]]
    begins: bool
    kind: str


def search(desk: Desk, text: str, limit: int = ENOUGH) -> list[Hit]:
    """Records in which every word of `text` stands, or begins a word, or is a name that sounds so.

    A sensitive record is found by a role that may not see its persons only through its number.
    """
    asked = read(text)
    if not asked.words:
        return []
    with with_store_errors(), desk.store.reading():
        hearing: Hearing = {}
        return _records(desk, asked, text, limit, _persons(desk, asked, limit, hearing), hearing)


def find(desk: Desk, text: str, limit: int = ENOUGH) -> Found:
    """All kinds of things that fit `text`: records, persons, vehicles, phones, sections."""
    from thana_desk.actions.persons import matching

    asked = read(text)
    if not asked.words:
        return Found([], [], [], [], [])
    with with_store_errors(), desk.store.reading():
        hearing: Hearing = {}
        persons = matching(desk, asked, _GROUP, hearing)
        return Found(
            _records(desk, asked, text, limit, persons, hearing),
            persons,
            list(_vehicles(desk, asked)),
            list(_phones(desk, asked)),
            list(_sections(asked, desk)),
        )


def is_covered(desk: Desk, form_code: str, sensitive: bool) -> bool:
    """Whether what a record says is out of this role's sight: no right to read, or sealed."""
    form = desk.forms.get(form_code)
    if form is None or not desk.may("read", form_code):
        return True
    return sensitive and not sees_sealed(desk.session.role, form)


# --- records ------------------------------------------------------------------------------------


def _persons(desk: Desk, asked: Asked, limit: int, hearing: Hearing) -> list[PersonHit]:
    from thana_desk.actions.persons import matching

    return matching(desk, asked, limit, hearing) if asked.is_about_a_person else []


def _records(
    desk: Desk,
    asked: Asked,
    text: str,
    limit: int,
    persons: Sequence[PersonHit],
    hearing: Hearing,
) -> list[Hit]:
    found: dict[str, Hit] = {}
    heard: list[Heard] = []

    def take(hits: "Sequence[StoredHit]", kind: str) -> None:
        for hit in hits:
            if len(found) < limit and hit.record_id not in found:
                made = _hit(desk, hit, kind, heard, text)
                if made is not None:
                    found[hit.record_id] = made

    if asked.number:
        take(desk.store.hits(_numbered(desk, asked)), "exact")
    if asked.is_about_a_person:
        for person in persons:
            found.setdefault(
                person.line.record_id,
                Hit(person.line, _why(person.reasons), 0, person.kind, person.reasons),
            )
    terms = _terms(asked)
    for one in (
        _Try([[term] for term in terms], False, "exact"),
        _Try(terms, True, "prefix"),
    ):
        if len(found) < limit:
            hits = desk.store.search(
                one.terms, limit, begins=one.begins, beyond_whole=one.begins, without=found
            )
            take(hits, one.kind)
    if len(found) < limit:
        for related in _related_terms(asked):
            take(desk.store.search(related, limit, begins=False, without=found), "related")
    # Numbers do not sound like anything, and what was read as one is no name.
    is_number = asked.vehicle or asked.phone or asked.sections or asked.number
    if len(found) < limit and not is_number and not (asked.is_about_a_person and found):
        heard += hear(desk.store, terms, hearing)
        for one in _by_sound(desk, terms, heard):
            if len(found) < (limit if one.kind == "sound" else _FEW):
                hits = desk.store.search(one.terms, limit, begins=one.begins, without=found)
                take(hits, one.kind)
        if not found:
            meant = [Heard(one.word, near=slips(desk.store, one.word)) for one in heard]
            if any(one.near for one in meant):
                heard[:] = meant
                slipped = [[one.word, *_words(one.near)] for one in meant]
                take(desk.store.search(slipped, limit, begins=False), "slip")
    ranked = sorted(found.values(), key=lambda hit: KINDS.index(hit.kind))
    return [replace(hit, rank=number) for number, hit in enumerate(ranked, 1)]


def _terms(asked: Asked) -> list[str]:
    """The words that a record must hold."""
    if asked.vehicle or asked.phone or asked.sections:
        fixed = [one for one in (asked.vehicle, asked.phone) if one]
        for code, act in asked.sections:
            fixed += [*_code_terms(code), *([act.casefold()] if act else [])]
        return [*fixed, *asked.name, *asked.relative]
    if asked.relative:
        return [*asked.name, *asked.relative]
    return list(asked.words)


def _code_terms(code: str) -> list[str]:
    from thana_desk.hindi.fold import terms

    return terms(code)


def _related_terms(asked: Asked) -> Iterator[list[str]]:
    """The same offence in the other code: 379 IPC also finds 303(2) BNS."""
    for act, code in _equals(asked):
        yield [*_code_terms(code), act.casefold(), *asked.name, *asked.relative]


def _equals(asked: Asked) -> Iterator[tuple[str, str]]:
    from forms.codes import section

    for code, act in asked.sections:
        listed = section(act, code) if act in ("IPC", "BNS") else None
        for equal in listed.equals if listed else ():
            other, _, number = equal.partition(":")
            yield other, number


def _by_sound(desk: Desk, terms: Sequence[str], heard: Sequence[Heard]) -> Iterator[_Try]:
    """By sound, whole or begun in one question: the words of names are known, none is cut short."""
    if any(one.same or one.begun for one in heard):
        same = [[one.word, *_words(one.same), *_words(one.begun)] for one in heard]
        yield _Try(same, False, "sound")
    for joined in joinings(desk.store, terms):
        yield _Try(joined, False, "sound")
    if any(one.near for one in heard):
        near = [[one.word, *_words(one.same), *_words(one.near)] for one in heard]
        yield _Try(near, False, "near")


def _words(weighed: Sequence[tuple[str, float]]) -> list[str]:
    return [word for word, _ in weighed]


def _numbered(desk: Desk, asked: Asked) -> list[str]:
    """The records with the number asked for, FIRs first where a crime number was asked for."""
    assert asked.number is not None
    serial, year = asked.number
    found: dict[str, None] = {}
    for width in (4, 1, 3, 2, 5):
        for record_id, row in desk.store.index_matches("number", f"{serial:0{width}d}/{year}"):
            if row.folded == f"{serial:0{width}d}/{year}":
                found[record_id] = None
    return list(found)


def _hit(desk: Desk, hit: "StoredHit", kind: str, heard: Sequence[Heard], text: str) -> Hit | None:
    from thana_desk.hindi.fold import fold

    form = desk.forms.get(hit.form)
    if form is None or not desk.may("read", hit.form):
        return None
    asked = read(text)
    if hit.sensitive and not sees_sealed(desk.session.role, form):
        wanted = fold(text)
        by_number = asked.number and hit.record_id in _numbered(desk, asked)
        if not (hit.number and wanted and (wanted in fold(hit.number) or by_number)):
            return None
        reasons: tuple[Reason, ...] = (Reason(words("search.field.number"), hit.number, "exact"),)
    else:
        rows = [row for row in hit.matched if row.kind not in _NOT_SHOWN]
        reasons = tuple(
            Reason(
                label_of(form, row.path) if row.path else words("search.field.number"),
                row.shown,
                _fit(row, _terms(asked) or asked.words, heard, kind),
            )
            for row in rows
        )
    line = line_of(desk, hit.row)
    if not reasons:
        reasons = tuple(_in_text(desk, hit, _terms(asked)))
    # What made it a hit of its kind comes first; where whole words fit, their beginnings are noise.
    kept = [one for one in reasons if one.kind == kind] or list(reasons)
    if kind != "exact":
        kept = list(reasons)
    kept.sort(key=lambda one: (one.kind != kind, KINDS.index(one.kind)))
    ordered = tuple(dict.fromkeys(kept))[:4]
    return Hit(line, _why(ordered), 0, kind, ordered)


def _why(reasons: Sequence[Reason]) -> list[str]:
    return list(dict.fromkeys(reason.text for reason in reasons if reason.text))


def _fit(row: "IndexRow", terms: Sequence[str], heard: Sequence[Heard], kind: str) -> str:
    """How a value fits: as well as the least of the words that it answers."""
    held = row.folded.replace("|", " ").split()
    worst = "exact"
    for term in terms:
        if term in held:
            continue
        if any(word.startswith(term) for word in held):
            worst = max(worst, "prefix", key=KINDS.index)
    for one in heard:
        if one.word in held or any(word.startswith(one.word) for word in held):
            continue
        if any(word in held for word, _ in (*one.same, *one.begun)):
            worst = max(worst, "sound", key=KINDS.index)
        elif any(word in held for word, _ in one.near):
            worst = max(worst, "slip" if kind == "slip" else "near", key=KINDS.index)
    return "related" if kind == "related" else worst


def _in_text(desk: Desk, hit: "StoredHit", terms: Sequence[str]) -> Iterator[Reason]:
    """The place in the letter where the words stand that no index row holds."""
    from thana_desk.hindi.fold import terms as folded

    form = desk.forms[hit.form]
    letter = desk.store.letter(hit.record_id) or {}
    for part, value, path in leaves(tuple(form.fields()), letter):
        shown = part.shown(value, "hi")
        if not shown:
            continue
        held = folded(shown)
        for term in terms:
            at = next((n for n, word in enumerate(held) if word.startswith(term)), None)
            if at is not None:
                said = shown.split()
                begin = max(0, min(at, len(said)) - 3)
                yield Reason(
                    label_of(form, _dotted(path)), " ".join(said[begin : begin + 9]), "text"
                )
                return
    yield Reason(words("search.field.text"), hit.title, "text")


def _dotted(path: tuple[str | int, ...]) -> str:
    from forms.kit.letter import dotted

    return dotted(path)


# --- vehicles, phones, sections -----------------------------------------------------------------


def _vehicles(desk: Desk, asked: Asked) -> Iterator[ValueHit]:
    for kind, wanted in (
        ("vehicle", asked.vehicle or (asked.words[0] if _may_be_vehicle(asked) else "")),
        (VEHICLE_END, asked.digits if len(asked.digits) == 4 else ""),
    ):
        if wanted:
            yield from _values(desk, kind, wanted)


def _may_be_vehicle(asked: Asked) -> bool:
    word = asked.words[0]
    return len(asked.words) == 1 and len(word) >= 4 and word[:2].isalpha() and word[2].isdigit()


def _phones(desk: Desk, asked: Asked) -> Iterator[ValueHit]:
    wanted = asked.phone or (asked.digits if len(asked.digits) >= 4 else "")
    if wanted:
        yield from _values(desk, "phone", wanted)


def _values(desk: Desk, kind: str, wanted: str) -> Iterator[ValueHit]:
    matches = desk.store.index_matches(kind, wanted, _GROUP)
    hits = {hit.record_id: hit for hit in desk.store.hits([one for one, _ in matches])}
    for record_id, row in matches:
        hit = hits.get(record_id)
        if hit is None or is_covered(desk, hit.form, hit.sensitive):
            continue
        fits = "exact" if row.folded == wanted else "prefix"
        yield ValueHit(
            row.shown, label_of(desk.forms[hit.form], row.path), line_of(desk, hit.row), fits
        )


def _sections(asked: Asked, desk: Desk) -> Iterator[SectionHit]:
    from forms.codes import acts, section

    shown: set[tuple[str, str]] = set()
    wanted = [(code, act, False) for code, act in asked.sections]
    wanted += [(code, act, True) for act, code in _equals(asked)]
    penal = [one.code for one in acts() if one.kind in ("penal", "special")]
    for code, act, related in wanted:
        for one in [act] if act else penal:
            listed = section(one, code)
            if listed is None or (one, listed.code) in shown:
                continue
            count = desk.store.count_matches("section", section_key(listed.code, one))
            if act or count or one in ("BNS", "IPC"):
                shown.add((one, listed.code))
                yield SectionHit(
                    one, listed.number, Words(listed.words.hi, listed.words.en), count, related
                )
