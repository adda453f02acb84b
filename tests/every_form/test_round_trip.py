"""Every form through screen, store, paper, search and sync, and back, without a test of its own."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forms.kit.check import settled
from forms.kit.fields import Field, Group, Rows
from forms.kit.form import Form
from forms.kit.letter import is_blank
from sync.gateway.serve import GatewayThread
from tests.every_form.conftest import SampleThana
from tests.every_form.test_every_form import FORMS, NOW, every_form, prepared
from thana_desk.actions import demo, papers, records, searching, syncing, verifying
from thana_desk.ui.form_view import FormView

WIDTH, HEIGHT = 1166, 692
"""What the frame leaves to a form on a screen of 1366×768."""


def typed(parts: Sequence[Field], answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers that people give, without those that the program writes."""
    found: dict[str, Any] = {}
    for part in parts:
        value = answers.get(part.key)
        if part.fixed or is_blank(value):
            continue
        if isinstance(part, Group):
            value = typed(part.parts, value)
        elif isinstance(part, Rows):
            value = [typed(part.row.parts, row) for row in value]
        found[part.key] = value
    return found


@every_form
def test_the_screen_gives_back_what_it_was_given(form: Form, qtbot: QtBot) -> None:
    letter = settled(form, prepared(form))
    view = FormView(form, letter, now=lambda: NOW)
    qtbot.addWidget(view)
    view.resize(WIDTH, HEIGHT)
    view.show()
    for section in view.sections():
        view.show_section(section.key)
        QApplication.processEvents()
        assert view.page is not None
        shown = view.page.sheet.answers
        for part in section.fields:
            if not is_blank(letter.get(part.key)):
                assert shown.get(part.key) == letter[part.key], part.key
        assert view.page.width() <= WIDTH
    assert view.letter() == letter


@every_form
def test_the_store_gives_back_what_was_registered(form: Form, sample_thana: SampleThana) -> None:
    made = sample_thana.registered(form)
    view = records.record(sample_thana.desk("sho"), made.record_id)
    sample = settled(form, prepared(form))
    wanted = typed(tuple(form.fields()), sample)
    assert typed(tuple(form.fields()), view.letter) == wanted
    assert view.number == made.number
    if any(numbered.series for numbered in form.numbered):
        assert made.number
    assert view.title == form.line(view.letter)[:300]


@every_form
def test_paper_says_title_and_number_without_a_missing_glyph(
    form: Form, sample_thana: SampleThana
) -> None:
    made = sample_thana.registered(form)
    desk = sample_thana.desk("sho")
    for offered in records.record(desk, made.record_id).papers:
        data = papers.paper(desk, made.record_id, offered.code)
        document = pypdfium2.PdfDocument(io.BytesIO(data))
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
        document.close()
        assert len(text) > 100
        assert made.number in text
        assert "\ufffd" not in text


@every_form
def test_it_is_found_again(form: Form, sample_thana: SampleThana) -> None:
    made = sample_thana.registered(form)
    desk = sample_thana.desk_for(form)
    listed = records.listing(desk, [form.code]).lines
    assert made.record_id in [line.record_id for line in listed]
    if made.number and form.code != "gd":
        found = [hit.line.record_id for hit in searching.search(desk, made.number)]
        assert made.record_id in found or len(found) >= 20


@every_form
def test_who_writes_it_can_read_it_again_or_the_letter_keeps_it_from_him(form: Form) -> None:
    """The informer alone is kept from the one who wrote him down (forms.md 5.11)."""
    from thana_desk.actions.permission import sees_sealed

    if form.is_sensitive(prepared(form)):
        assert sees_sealed(form.role, form) or form.seal == "informant_identity"


def test_all_of_them_reach_the_data_centre_and_the_journal_holds(
    sample_thana: SampleThana, tmp_path: Path
) -> None:
    for form in FORMS:
        sample_thana.registered(form)
    desk = sample_thana.desk("moharir")
    with GatewayThread(f"sqlite:///{(tmp_path / 'gateway.db').as_posix()}") as gateway:
        syncing.enrol(desk, gateway.url, demo.new_code(gateway.store, desk.thana.code))
        outcome = syncing.sync_once(desk)
        kept = demo.entries_at(gateway.store, desk.thana.code)
    proof = verifying.verify(desk)
    assert outcome.done
    assert outcome.pending == 0
    assert kept == outcome.sent == proof.events
    assert proof.ok, proof.findings


def test_lists_and_search_come_back_from_the_journal_alone(sample_thana: SampleThana) -> None:
    made = {form.code: sample_thana.registered(form) for form in FORMS}
    desk = sample_thana.desk("sho")
    before = {code: records.record(desk, one.record_id).letter for code, one in made.items()}
    from thana_desk.actions.projecting import projector

    desk.store.rebuild(projector(desk.forms))
    after = {code: records.record(desk, one.record_id).letter for code, one in made.items()}
    assert after == before


@pytest.mark.parametrize("role", ["sho", "moharir", "io", "operator", "pairokar"])
def test_what_is_sealed_to_a_role_is_in_none_of_its_views(
    role: str, sample_thana: SampleThana
) -> None:
    from thana_desk.actions.permission import MASK, sees_sealed
    from thana_desk.actions.projecting import leaves

    desk = sample_thana.desk(role)
    for form in FORMS:
        view = records.record(desk, sample_thana.registered(form).record_id)
        assert view.masked == (view.sensitive and not sees_sealed(role, form))
        if view.masked:
            for part, value, path in leaves(tuple(form.fields()), view.letter):
                assert not part.sealed or value == MASK, (form.code, path)
