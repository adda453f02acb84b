"""A person whom the case knows fills the person of any other form, with his photograph, by keys."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from forms.catalogue import all_forms
from forms.kit.check import shape_problems
from forms.kit.fields import Field, Group, Index, Line, Rows
from forms.kit.form import walk
from tests.thana_desk.ui.desk_view import Key, make_form_of, make_view, press
from tests.thana_desk.ui.sample_form import NOW

pytestmark = pytest.mark.usefixtures("hindi_first")

PHOTO = {"sha256": "ab" * 32, "name": "photo.jpg", "mime": "image/jpeg", "size": 40_000}
KNOWN: dict[str, Any] = {
    "name": "नमूना कुमार",
    "alias": "कल्पित",
    "relative_name": "उदाहरण लाल",
    "gender": "MALE",
    "age_years": 30,
    "phones": [{"phone": "9876543210"}],
    "photo": PHOTO,
    "alias_2": "केवल गिरफ्तारी प्रपत्र में",
}
FORMS = all_forms()
WITH_PERSONS = (
    *("iif_2", "iif_3", "iif_4", "iif_5", "iif_8", "iif_9", "iif_10", "iif_11"),
    *("remand", "bail", "interro", "prisoner", "mlc", "ncr", "cd", "court_ord"),
)


def persons_of(parts: tuple[Field, ...]) -> list[Group]:
    """Every group for one person below `parts`."""
    groups = [one for one in walk(parts) if isinstance(one, Group)]
    groups += [one.row for one in walk(parts) if isinstance(one, Rows)]
    return [one for one in groups if one.kind == "person"]


@pytest.mark.parametrize("code", FORMS)
def test_whoever_looks_like_a_person_is_offered_as_one(code: str) -> None:
    for part in walk(tuple(FORMS[code].fields())):
        group = part.row if isinstance(part, Rows) else part
        if isinstance(group, Group):
            keys = {one.key for one in group.parts}
            named = any(
                isinstance(one, Line) and one.key == "name" and one.index is Index.NAME
                for one in group.parts
            )
            if named and {"relative_name", "gender"} <= keys:
                assert group.kind == "person", part.key


@pytest.mark.parametrize("code", WITH_PERSONS)
def test_a_known_person_fills_the_form_with_photograph_by_keys(code: str, qtbot: QtBot) -> None:
    found = persons_of(tuple(FORMS[code].fields()))
    assert found
    form = make_form_of(found[0])
    view = make_view(qtbot, form=form, check=lambda _a, _r: [], known_persons=lambda: [KNOWN])
    key = found[0].key
    assert view.go_to((key, "name"))
    press(Key.Key_F4)
    press(Key.Key_Down)
    press(Key.Key_Return)
    filled = view.answers()[key]
    assert filled["name"] == "नमूना कुमार"
    assert filled["phones"] == KNOWN["phones"]
    assert filled["photo"] == PHOTO
    # What another form asks and this one does not must not come along: it would be refused.
    assert list(shape_problems(form, view.answers(), NOW)) == []


def test_another_person_leaves_nothing_of_the_first(qtbot: QtBot) -> None:
    (group, *_more) = persons_of(tuple(FORMS["iif_3"].fields()))
    other = {"name": "दूसरा नमूना", "gender": "MALE"}
    view = make_view(
        qtbot,
        {group.key: {"name": "न", "occupation": "किसान"}},
        form=make_form_of(group),
        check=lambda _a, _r: [],
        known_persons=lambda: [KNOWN, other],
    )
    for downs in (1, 2):
        assert view.go_to((group.key, "name"))
        for _sign in range(20):
            press(Key.Key_Backspace)
        press(Key.Key_F4)
        for _down in range(downs):
            press(Key.Key_Down)
        press(Key.Key_Return)
        assert view.answers()[group.key]["name"] == (KNOWN, other)[downs - 1]["name"]
    filled = view.answers()[group.key]
    assert filled == {"name": "दूसरा नमूना", "gender": "MALE", "occupation": "किसान"}
