"""Whatever is typed or stored: no crash, and either it is read, or it is kept and said."""

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from forms.kit.check import shape_problems
from forms.kit.fields import Attachment, Field, Group, Reference, Rows
from forms.kit.form import walk
from forms.kit.letter import is_blank
from tests.thana_desk.ui.desk_view import make_form_of, make_view
from tests.thana_desk.ui.sample_form import FORM, NOW
from thana_desk.ui.editors.choices import KeysLine
from thana_desk.ui.editors.draft import TYPED
from thana_desk.ui.form_view import FormView

pytestmark = pytest.mark.usefixtures("hindi_first")

LEAVES = {
    type(one).__name__: one
    for one in walk(tuple(FORM.fields()))
    if not isinstance(one, Group | Rows) and not one.fixed and one.shown_when is None
}
ALL = {type(one).__name__: one for one in walk(tuple(FORM.fields()))}

thorough = settings(
    max_examples=500,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
SIGNS = "0123456789०१२३४५६७८९+-/.:, रुआजकल₹ABम्ि़\u200d\u200b"
typing = st.one_of(
    st.text(max_size=30),
    st.text(alphabet=SIGNS, max_size=16),
    st.integers(-(10**20), 10**20).map(str),
    st.dates().map(lambda day: day.strftime("%d%m%Y")),
    st.datetimes().map(lambda moment: moment.strftime("%d-%m-%Y %H:%M")),
)
stored = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**63), 2**63), typing),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)

_views: dict[str, FormView] = {}


def view_of(qtbot: QtBot, kind: str, field: Field) -> FormView:
    """One screen a kind, used for all examples of a test."""
    view = _views.get(kind)
    if view is None:
        view = _views[kind] = make_view(qtbot, form=make_form_of(field), check=None)
    return view


@pytest.fixture(autouse=True)
def fresh_views() -> None:
    _views.clear()


@pytest.mark.parametrize("kind", sorted(LEAVES))
def test_typing_is_read_or_kept(qtbot: QtBot, kind: str) -> None:
    field = LEAVES[kind]

    @thorough
    @given(typed=typing)
    @example(typed="\ud800")
    @example(typed="\x00")
    @example(typed="🙂क")
    def run(typed: str) -> None:
        view = view_of(qtbot, kind, field)
        view.set_letter({})
        assert view.page is not None
        (editor,) = view.page.sheet.editors()
        widget = editor.widget
        if isinstance(widget, QLineEdit) and not widget.isReadOnly():
            widget.clear()
            widget.insert(typed)
            entered = widget.text()
        elif isinstance(widget, QTextEdit):
            widget.setPlainText(typed)
            entered = widget.toPlainText()
        else:
            for sign in typed:
                if isinstance(widget, KeysLine) and (number := widget._meant(sign)) is not None:
                    widget.pressed.emit(number)
            entered = ""
        editor.left()
        letter = view.letter()
        value, kept = letter.get(field.key), letter.get(TYPED, {}).get(field.key)
        assert value is None or kept is None
        if value is not None:
            odd = [p.code for p in shape_problems(view.form, {field.key: value}, NOW)]
            assert not {code for code in odd if code.startswith("shape")}, (typed, value, odd)
        elif entered.strip() and not isinstance(field, Reference | Attachment):
            from thana_desk.hindi.text import clean

            assert kept == clean(entered).strip() or not clean(entered).strip()

    run()


@pytest.mark.parametrize("kind", sorted(ALL))
def test_stored_value_comes_back_as_it_was(qtbot: QtBot, kind: str) -> None:
    field = ALL[kind]

    @thorough
    @given(value=stored)
    def run(value: Any) -> None:
        view = view_of(qtbot, kind, field)
        view.set_letter({field.key: value})
        view.arrange()
        for editor in list(view.page.sheet.editors()) if view.page is not None else []:
            editor.left()
        assert view.letter() == ({} if is_blank(value) else {field.key: value})

    run()
