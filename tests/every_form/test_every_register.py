"""What every bound register must do, over all of them and records of all forms; none has a test of its own here."""

import importlib
import unicodedata

import pytest

from forms.catalogue import all_forms
from forms.codes import series
from forms.kit.register import Register
from forms.registers import all_registers
from forms.returns import all_returns
from tests.every_form.conftest import SampleThana
from tests.every_form.test_every_form import NOW
from tests.every_form.test_true_text import bare, is_said
from tests.thana_desk.printing.paper import (
    folded,
    needs_poppler,
    pages_by_pdfium,
    pages_by_poppler,
    read_by_pdfium,
)
from thana_desk.actions import registers, returns
from thana_desk.actions.permission import masked, sees_sealed

REGISTERS = list(all_registers().values())
TODAY = NOW.date().isoformat()


@pytest.fixture(scope="module")
def full_thana(sample_thana: SampleThana) -> SampleThana:
    for form in all_forms().values():
        sample_thana.registered(form)
    return sample_thana


@pytest.fixture(params=REGISTERS, ids=lambda one: one.code)
def book(request: pytest.FixtureRequest) -> Register:
    book: Register = request.param
    return book


def text_of(pdf: bytes) -> str:
    """The signs on the pages without white space."""
    return folded(read_by_pdfium(pdf)).replace(" ", "")


def test_its_file_has_its_code(book: Register) -> None:
    module = importlib.import_module(f"forms.registers.{book.code}")
    assert module.REGISTER is book


def test_it_stands_on_forms_and_series_that_exist(book: Register) -> None:
    for code in (book.form, *book.also):
        assert code in all_forms()
    if book.series:
        assert series(book.series).code == book.series


def test_its_words_are_in_both_languages_and_one_spelling(book: Register) -> None:
    for words in (book.words, *(column.words for column in book.columns), *book.signed_by):
        assert words.hi, words
        assert words.en, words
        assert unicodedata.is_normalized("NFC", words.hi)


def test_its_columns_fill_the_page_and_none_is_a_sliver(book: Register) -> None:
    total = sum(column.width for column in book.columns)
    assert all(column.width / total >= 0.035 for column in book.columns)
    assert len(book.columns) <= 13


@needs_poppler
def test_its_lines_are_printed_as_they_read(full_thana: SampleThana, book: Register) -> None:
    """Every cell of every line stands in the text of the PDF, sign for sign, to two readers."""
    desk = full_thana.desk("moharir")
    entries = list(registers.entries(desk, book, TODAY, TODAY))
    pdf = registers.register_paper(desk, book.code, TODAY, TODAY)
    for read in (pages_by_pdfium, pages_by_poppler):
        pages = [bare(page) for page in read(pdf)]
        for entry in entries:
            for column in book.columns:
                said = bare(column.said(entry))
                assert is_said(said, pages), (read.__name__, column.words.en, said)


@needs_poppler
@pytest.mark.parametrize("code", sorted(all_returns()))
def test_a_return_and_its_annexed_registers_are_printed_as_they_read(
    full_thana: SampleThana, code: str
) -> None:
    desk = full_thana.desk("moharir")
    wanted = all_returns()[code]
    pdf = returns.return_paper(desk, code, TODAY, TODAY)
    counted = returns.figures(desk, code, TODAY, TODAY)
    lines = [bare("".join(wanted.to)), bare(wanted.words.hi)]
    for number, (row, figures) in enumerate(zip(wanted.rows, counted, strict=True), 1):
        given = "".join(f"{one.given}{'*' if one.change is not None else ''}" for one in figures)
        lines.append(bare(f"{number}{row.words.hi}{given}"))
    for annexed in wanted.annexures:
        book = all_registers()[annexed]
        for entry in registers.entries(desk, book, TODAY, TODAY):
            lines += [bare(column.said(entry)) for column in book.columns]
    for read in (pages_by_pdfium, pages_by_poppler):
        pages = [bare(page) for page in read(pdf)]
        assert [line for line in lines if not is_said(line, pages)] == [], read.__name__


@pytest.mark.parametrize(
    "dated", [one for one in REGISTERS if not one.standing], ids=lambda one: one.code
)
def test_a_book_with_nothing_to_write_says_so(full_thana: SampleThana, dated: Register) -> None:
    desk = full_thana.desk("moharir")
    text = text_of(registers.register_paper(desk, dated.code, "2020-01-01", "2020-01-01"))
    assert "निल" in text


def test_sealed_answers_reach_no_line_of_a_reader_who_may_not_see_them(
    full_thana: SampleThana,
) -> None:
    desk = full_thana.desk("pairokar")
    covered = 0
    for book in REGISTERS:
        for entry in registers.entries(desk, book, TODAY, TODAY):
            record = desk.store.record(entry.record_id)
            assert record is not None
            assert entry.form is not None
            if record.envelope.sensitive and not sees_sealed("pairokar", entry.form):
                covered += 1
                hidden = masked(entry.form, dict(record.letter))
                assert {key: entry.letter.get(key) for key in hidden} == hidden
    assert covered


def test_every_register_of_the_reference_is_there() -> None:
    """The registers that a thana of Uttar Pradesh keeps (domain reference §9)."""
    wanted = (
        "gd fir zero_fir ncr crime village_crime history_sheets festivals gangs goonda externment "
        "rewarded malkhana unclaimed investigation inquest uidb missing missing_children mlc "
        "arrest lock_up arrest_intimation designated_37 summons warrants proclamations "
        "addresses_64 remand bail sureties court_cases appeals preventive complaints "
        "preliminary_enquiry women_desk cyber_desk beat duty_chart strength leave movements "
        "dak_in dak_out tasks inspection_book visits arms_issue arms_licences vehicles cash_book "
        "stationery cctv_register equipment verifications strangers cattle lost_property fire "
        "av_evidence foreigners juveniles senior_citizens single_women sex_offenders drug_peddlers"
    )
    assert set(wanted.split()) <= set(all_registers())


def test_two_registers_of_a_thana_are_told_apart_by_name() -> None:
    names = [one.words.hi for one in REGISTERS]
    assert len(set(names)) == len(names)
