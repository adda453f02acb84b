"""Work beside the window: results return to the window's own thread, refusals say why."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from forms.kit.words import Words
from thana_desk.actions.errors import NotAllowed
from thana_desk.ui.work import Lane, Work


@pytest.fixture
def work(qapp: QApplication) -> Work:
    return Work(qapp)


def test_a_job_runs_beside_and_its_value_comes_back_to_the_window(work: Work) -> None:
    seen: list[tuple[int, int]] = []
    work.do(threading.get_ident, lambda there: seen.append((there, threading.get_ident())))
    assert work.settle(5)
    there, here = seen[0]
    assert here == threading.get_ident() != there


def test_jobs_of_one_lane_keep_their_order(work: Work) -> None:
    seen: list[int] = []
    for number in range(50):
        work.do(partial(int, number), seen.append)
    assert work.settle(5)
    assert seen == list(range(50))


def test_the_link_does_not_hold_up_the_store(work: Work) -> None:
    free = threading.Event()
    seen: list[str] = []
    work.do(lambda: str(free.wait(20)), seen.append, lane=Lane.LINK)

    def take(said: str) -> None:
        seen.append(said)
        free.set()

    work.do(lambda: "kept", take)
    assert work.settle(10)
    assert seen[0] == "kept"


def test_a_refusal_goes_to_who_asked_else_to_the_window(work: Work) -> None:
    words = Words("नहीं", "no")

    def refuse() -> None:
        raise NotAllowed(words)

    own: list[object] = []
    window: list[object] = []
    work.refused.connect(window.append)
    work.do(refuse, lambda _none: None, refused=own.append)
    work.do(refuse, lambda _none: None)
    assert work.settle(5)
    assert [type(one) for one in (*own, *window)] == [NotAllowed, NotAllowed]


def test_an_error_is_announced_without_its_text(
    work: Work, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise ValueError("राम कुमार")

    broke: list[bool] = []
    work.broke.connect(lambda: broke.append(True))
    work.do(fail, lambda _none: None)
    assert work.settle(5)
    assert broke == [True]
    assert "ValueError" in caplog.text
    assert "राम" not in caplog.text


def test_nothing_is_delivered_to_a_page_that_is_gone(work: Work) -> None:
    seen: list[int] = []
    page = QObject()
    work.do(lambda: 1, seen.append, owner=page)
    import shiboken6

    shiboken6.delete(page)
    assert work.settle(5)
    assert seen == []


def test_stopping_finishes_what_was_handed_over(work: Work) -> None:
    done: list[int] = []
    for number in range(5):
        work.do(partial(done.append, number), lambda _none: None)
    work.stop()
    assert done == list(range(5))
