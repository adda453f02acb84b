"""Lists of any length: only what comes into sight is fetched, and old answers are not believed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QApplication

from forms.kit.words import Words
from thana_desk.ui.lists import PAGE, Column, RegisterView, WindowModel

COLUMNS = [Column(Words("संख्या", "Number"), 1, str)]
MILLION = 1_000_000


class Shelf:
    """A store of a million rows that answers when told to."""

    def __init__(self, total: int = MILLION) -> None:
        self.total = total
        self.asked: list[int] = []
        self._open: list[tuple[int, Callable[[Sequence[Any], int], None]]] = []

    def fetch(self, offset: int, then: Callable[[Sequence[Any], int], None]) -> None:
        self.asked.append(offset)
        self._open.append((offset, then))

    def answer(self) -> None:
        """Answer everything asked so far."""
        waiting, self._open = self._open, []
        for offset, then in waiting:
            then(range(offset, min(offset + PAGE, self.total)), self.total)


def test_the_scroll_bar_is_true_after_the_first_page(qapp: QApplication) -> None:
    shelf = Shelf()
    model = WindowModel(COLUMNS, shelf.fetch)
    model.restart()
    shelf.answer()
    assert model.rowCount() == MILLION
    assert shelf.asked == [0]


def test_jumping_to_the_end_fetches_only_the_end(qapp: QApplication) -> None:
    shelf = Shelf()
    model = WindowModel(COLUMNS, shelf.fetch)
    view = RegisterView(model, Words("सूची", "List"))
    view.resize(400, 400)
    view.show()
    model.restart()
    shelf.answer()
    view.setCurrentIndex(model.index(MILLION - 1, 0))
    QApplication.processEvents()
    shelf.answer()
    assert model.row_at(MILLION - 1) == MILLION - 1
    assert len(shelf.asked) <= 3


def test_an_answer_to_an_older_question_is_not_shown(qapp: QApplication) -> None:
    shelf = Shelf(10)
    model = WindowModel(COLUMNS, shelf.fetch)
    model.restart()
    late = shelf._open.pop()[1]
    model.restart()
    shelf.answer()
    late(["old"], 1)
    assert model.rowCount() == 10
    assert model.row_at(0) == 0


def test_pages_out_of_sight_are_let_go(qapp: QApplication) -> None:
    shelf = Shelf()
    model = WindowModel(COLUMNS, shelf.fetch)
    model.restart()
    shelf.answer()
    for page in range(200):
        model.row_at(page * PAGE)
        shelf.answer()
    asked = len(shelf.asked)
    assert model.row_at(5) is None, "the first page was let go"
    assert len(shelf.asked) == asked + 1
