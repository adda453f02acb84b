"""What every form of the catalogue must do, without a test of its own."""

import datetime as dt
import json
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest

from forms.catalogue import all_forms
from forms.codes import may, roles
from forms.kit.check import check, settled, shape_problems
from forms.kit.fields import Choice, Field, Group, Line, MultiChoice, Reference, Rows
from forms.kit.form import Facts, Form, upgraded, walk
from forms.kit.letter import is_blank
from forms.kit.problem import Weight
from forms.kit.when import IST
from forms.kit.words import Words
from sync.protocol.canonical import canonical

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
FORMS = list(all_forms().values())
every_form = pytest.mark.parametrize("form", FORMS, ids=[form.code for form in FORMS])


def facts(form: Form) -> Facts:
    return Facts(now=NOW, role=form.role)


def prepared(form: Form) -> dict[str, Any]:
    letter = form.sample(NOW)
    form.prepare(letter, facts(form))
    return letter


def all_words(form: Form) -> Iterator[tuple[str, Words]]:
    yield "title", form.title
    yield "short", form.short
    for paper in form.papers:
        yield paper.code, paper.words
        yield from ((paper.code, copy) for copy in paper.copies)
    for section in form.sections:
        yield section.key, section.words
        for part in walk(section.fields):
            yield part.key, part.words
            if part.help:
                yield part.key, part.help
            if isinstance(part, Choice | MultiChoice):
                yield from ((part.key, words) for words in part.choices.options().values())


@every_form
def test_the_sample_has_no_problem(form: Form) -> None:
    assert check(form, prepared(form), facts(form)) == []


@every_form
def test_a_blank_form_reports_what_it_needs_in_both_languages(form: Form) -> None:
    found = check(form, {}, facts(form))
    assert found
    for problem in found:
        assert problem.words.hi.strip()
        assert problem.words.en.strip()
        assert problem.path


@every_form
def test_every_text_is_there_in_both_languages_in_nfc(form: Form) -> None:
    for place, words in all_words(form):
        assert words.hi.strip(), place
        assert words.en.strip(), place
        assert unicodedata.is_normalized("NFC", words.hi), place
        assert any("ऀ" <= letter <= "ॿ" for letter in words.hi) or words.hi.isascii(), place


@every_form
def test_keys_are_plain_and_stand_once_in_their_group(form: Form) -> None:
    def look(parts: tuple[Field, ...]) -> None:
        keys = [part.key for part in parts]
        assert len(keys) == len(set(keys))
        for part in parts:
            assert part.key.isidentifier(), part.key
            assert not part.key.startswith("_"), part.key
            if isinstance(part, Group):
                look(part.parts)
            elif isinstance(part, Rows):
                look(part.row.parts)

    look(tuple(form.fields()))


@every_form
def test_conditions_look_at_fields_that_exist(form: Form) -> None:
    top = {part.key for part in form.fields()}

    def look(parts: tuple[Field, ...], around: set[str]) -> None:
        known = around | {part.key for part in parts}
        for part in parts:
            for condition in (part.shown_when, part.need_when):
                if condition is not None:
                    for key in condition.keys():  # noqa: SIM118 — a method, not a mapping's
                        assert key.split(".")[0] in known, (part.key, key)
            if isinstance(part, Group):
                look(part.parts, known)
            elif isinstance(part, Rows):
                look(part.row.parts, known)

    look(tuple(form.fields()), top)
    for section in form.sections:
        if section.shown_when is not None:
            assert section.shown_when.keys() <= top


@every_form
def test_the_sample_is_canonical_json_and_settles_to_itself(form: Form) -> None:
    letter = prepared(form)
    assert json.loads(canonical(letter)) == letter
    assert settled(form, letter) == letter


@every_form
def test_the_sample_reads_in_both_languages(form: Form) -> None:
    letter = prepared(form)
    for part in form.fields():
        for lang in ("hi", "en"):
            shown = part.shown(letter.get(part.key), lang)
            assert bool(shown) == (not is_blank(letter.get(part.key))), (part.key, lang)
    assert form.line(letter).strip()


@every_form
def test_garbage_in_any_field_is_a_problem_and_never_a_crash(form: Form) -> None:
    junk: list[Any] = [
        None,
        True,
        0,
        -1,
        10**30,
        "",
        " ",
        "\x00",
        "\ud800",
        "😀" * 400,
        [],
        [[]],
        [None],
        {},
        {"x": 1},
        [{"x": {}}],
    ]
    letter = prepared(form)
    for part in form.fields():
        for value in junk:
            spoiled = {**letter, part.key: value}
            for problem in check(form, spoiled, facts(form)):
                assert problem.words.hi
            part.shown(value, "hi")
            form.is_sensitive(settled(form, letter))
    assert next(iter(shape_problems(form, {"no_such_field": "x"}, NOW))).code == "unknown_field"


@every_form
def test_hidden_answers_do_not_stand_in_the_record(form: Form) -> None:
    letter = prepared(form)
    for section in form.sections:
        for part in section.fields:
            if part.shown_when is not None and not part.shown_when.holds((letter,)):
                assert part.key not in settled(form, {**letter, part.key: "x"})


@every_form
def test_its_role_and_duties_are_the_letters(form: Form) -> None:
    from forms.codes import duties

    known = {duty.id: duty for duty in duties()}
    assert form.duty
    for one in form.duty:
        assert form.code in known[one].forms
    owners = {known[one].by for one in form.duty}
    assert form.role in owners
    assert {role.code for role in roles() if may(role.code, "register", form.code)} == owners
    assert set(form.duty) == {duty.id for duty in duties() if form.code in duty.forms}


@every_form
def test_upgrades_lead_without_a_gap_from_version_1(form: Form) -> None:
    assert set(form.upgrades) <= set(range(2, form.version + 1))
    for version in range(1, form.version + 1):
        assert isinstance(upgraded(form, prepared(form), version), dict)


@every_form
def test_what_must_be_filled_says_so_as_a_refusal(form: Form) -> None:
    weights = {p.weight for p in check(form, {}, facts(form)) if p.code == "required"}
    assert weights <= {Weight.REFUSE, Weight.GAP}


@every_form
def test_series_and_clocks_are_shipped(form: Form) -> None:
    from forms.codes import clock, series

    for numbered in form.numbered:
        if numbered.series:
            assert series(numbered.series).words.hi
    for start in form.clocks:
        assert clock(start.clock).words.hi


@every_form
def test_what_it_writes_into_other_forms_can_be_registered(form: Form) -> None:
    letter, around = prepared(form), facts(form)
    for consequence in form.consequences:
        inner = all_forms()[consequence.form]
        answers = settled(inner, consequence.letter(letter, around))
        inner.prepare(answers, around)
        assert [p.code for p in check(inner, answers, around) if p.weight is not Weight.GAP] == []


@every_form
def test_each_act_has_a_name_of_its_own_and_a_place_only_the_program_writes(form: Form) -> None:
    names = [one.act or one.link for one in form.consequences if one.later]
    assert len(names) == len(set(names))
    for consequence in form.consequences:
        assert consequence.act or consequence.link
        if not consequence.link:
            continue
        parts = tuple(form.fields())
        if consequence.rows:
            table = form.field_at(consequence.rows)
            assert isinstance(table, Rows)
            parts = table.row.parts
            assert consequence.by
            assert {one.key for one in parts} >= set(consequence.by)
        (place,) = (one for one in parts if one.key == consequence.link)
        assert isinstance(place, Reference)
        assert place.form == consequence.form
        assert place.fixed


@every_form
def test_a_blank_case_gives_it_nothing_wrong_to_begin_with(form: Form) -> None:
    begun = form.begin(facts(form))
    assert list(shape_problems(form, begun, NOW)) == []


@every_form
def test_patterns_come_with_words_where_a_reader_needs_them(form: Form) -> None:
    for part in walk(tuple(form.fields())):
        if isinstance(part, Line) and part.pattern_words:
            assert part.pattern_words.hi != part.pattern_words.en
