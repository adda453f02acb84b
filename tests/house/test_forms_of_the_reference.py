"""What the catalogue as a whole owes the reference: official order, lists, series, copies, rules."""

import re
from collections.abc import Iterator

import pytest

from forms.catalogue import all_forms
from forms.codes import series
from forms.kit.fields import Choice, Field, MultiChoice, Rows
from forms.kit.form import Form, Trust, walk
from forms.parts.lists import Listed

FORMS = list(all_forms().values())
SOURCED = [form for form in FORMS if form.trust is Trust.SOURCED]
WITHOUT_COPIES = {
    "gd": "the day's sheet is a register; the extract is made for who asks",
    "book": "a line of a bound book, printed with the book",
    "gd_rmk": "stands on the diary itself",
    "din_sin": "its meaning is not known (question 1 to the department)",
    "ocis_2": "an enclosure of the gang chart",
    "ocis_3": "an enclosure of the gang chart",
    "court_no": "none by the reference",
    "trial": "none by the reference",
    "jail": "none by the reference",
    "prisoner": "none by the reference",
}
NO_CASE_PAPER = {"app_mon", "cs_mon", "task", "qmail", "drive", "help", "dq_chk", "hm_ovs", "recon"}
"""Check sheets and tasks: the signed sheet stays at the station."""


def _official(form: Form) -> Iterator[tuple[int, str]]:
    for part in form.fields():
        number = re.match(r"\d+", part.item)
        if number:
            yield int(number[0]), part.key


@pytest.mark.parametrize("form", SOURCED, ids=[form.code for form in SOURCED])
def test_official_items_stand_in_official_order(form: Form) -> None:
    order = list(_official(form))
    assert [number for number, _ in order] == sorted(number for number, _ in order), order


def test_only_forms_from_a_document_show_item_numbers() -> None:
    for form in FORMS:
        if form.trust is not Trust.SOURCED and form.code != "fir_rereg":
            assert [part.key for part in walk(tuple(form.fields())) if part.item] == [], form.code


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [("iif_1", 2, 15), ("iif_3", 1, 14), ("iif_4", 1, 13), ("iif_5", 1, 21)],
)
def test_no_official_item_is_missing(code: str, first: int, last: int) -> None:
    parts = walk(tuple(all_forms()[code].fields()))
    numbers = {int(found[0]) for one in parts if (found := re.match(r"\d+", one.item))}
    assert numbers == set(range(first, last + 1))


@pytest.mark.parametrize(
    ("code", "key", "items"),
    [
        ("iif_1", "informant", "a b c d e f g h i j"),
        ("iif_3", "accused", "i ii iii iv v vi vii viii ix x xi xii 9"),
        (
            "iif_5",
            "accused_cs",
            "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii",
        ),
    ],
)
def test_a_person_has_every_part_of_the_official_item(code: str, key: str, items: str) -> None:
    parts = [one for one in walk((all_forms()[code].field_at(key),)) if one.key != key]
    shown = {item for one in parts if one.printed for item in one.item.split(", ") if item}
    assert shown == set(items.split())


def test_every_code_list_that_a_form_offers_is_shipped_and_not_empty() -> None:
    for form in FORMS:
        for part in walk(tuple(form.fields())):
            if isinstance(part, Choice | MultiChoice):
                assert part.choices.options(), (form.code, part.key)
                if isinstance(part.choices, Listed):
                    assert part.choices.id.isupper()


def test_every_series_is_taken_by_a_form_or_named_as_a_book() -> None:
    taken = {one.series for form in FORMS for one in form.numbered if one.series}
    for code in taken:
        assert series(code).words.hi


def test_every_form_that_goes_to_somebody_says_to_whom() -> None:
    silent = {
        form.code
        for form in FORMS
        if form.papers and not any(paper.copies for paper in form.papers if not paper.when)
    }
    assert silent == set(WITHOUT_COPIES) | NO_CASE_PAPER


def test_what_is_secret_is_never_printed() -> None:
    without = {form.code for form in FORMS if not form.papers}
    # A register prints what was written in its own column, a return its changed figures.
    assert without == {"cit_tip", "drug_db", "sex_off", "reg_note", "ret_fig"}


def test_every_rule_across_forms_is_used_by_a_form() -> None:
    used = {rule.code.partition(".")[0] for form in FORMS for rule in form.rules}
    # V02 is in the kit's dates, V15 in the journal, V16 in the totals that forms fill themselves.
    assert {f"V{number:02d}" for number in range(1, 15)} - {"V02"} <= used


def test_property_asks_what_its_kind_needs() -> None:
    from forms.parts.property import PROPERTY

    wanted: dict[str, set[str]] = {
        "AUTOMOBILES": {"registration_no", "chassis_no", "engine_no", "colour", "insurance_no"},
        "CURRENCY": {"denomination", "notes", "counterfeit"},
        "ELECTRONIC": {"imei", "imei_2", "sim_no", "serial_no"},
        "JEWELLERY": {"metal", "weight_g"},
        "ARMS": {"bore", "serial_no", "licence_no", "cartridges"},
        "DRUGS": {"weight_g", "net_weight_g", "sample_marks", "quantity_class"},
    }
    for category, keys in wanted.items():
        shown = {part.key for part in PROPERTY if _shown(part, {"category": category})}
        assert keys <= shown, category
    assert {"species", "horn", "tag_no"} <= {
        part.key for part in PROPERTY if _shown(part, {"category": "OTHERS", "type": "पशु"})
    }
    assert not any(isinstance(part, Rows) for part in PROPERTY)


def _shown(part: Field, row: dict[str, str]) -> bool:
    return part.shown_when is None or part.shown_when.holds((row,))
