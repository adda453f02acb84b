"""Every page of every role, at every text size: nothing outside the screen, nothing without a name."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

from tests.thana_desk.ui.frame.seat import Seat, desk_in
from thana_desk.ui import theme
from thana_desk.ui.main_window import WIDTH
from thana_desk.ui.places import DESKS, PLACES
from thana_desk.ui.reading import SIZES, reading

_OWN_PAGES = ("settings", "help")


def visited(seat: Seat, role: str) -> Iterator[str]:
    """Go to every page of the role, one after the other."""
    for place in (*DESKS[role], *_OWN_PAGES):
        seat.frame.go(place)
        seat.settle()
        yield place


@pytest.mark.parametrize("role", list(DESKS))
def test_at_the_largest_text_nothing_is_wider_than_the_screen(
    role: str, worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    reading.choose(size=150)
    seat = make_seat(worked_home)
    assert seat.window.minimumSizeHint().width() <= WIDTH
    seat.window.take_desk(desk_in(worked_home, role))
    seat.settle()
    for place in visited(seat, role):
        assert seat.window.minimumSizeHint().width() <= WIDTH, place
        assert seat.window.width() == WIDTH, place
        for part in shown(seat.front):
            right = part.mapTo(seat.window, QPoint(part.width(), 0)).x()
            assert right <= WIDTH + 1, (place, part)


@pytest.mark.parametrize("role", list(DESKS))
def test_scrolled_pages_never_hide_words_at_the_side(
    role: str, worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    for size in SIZES:
        reading.choose(size=size)
        seat = make_seat(worked_home)
        seat.window.take_desk(desk_in(worked_home, role))
        seat.settle()
        for place in visited(seat, role):
            for area in seat.front.findChildren(QScrollArea):
                inner = area.widget()
                if inner is not None and area.isVisible():
                    assert inner.minimumSizeHint().width() <= area.viewport().width(), (size, place)


@pytest.mark.parametrize("role", list(DESKS))
def test_whatever_takes_the_keyboard_has_a_name(
    role: str, worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(worked_home)
    seat.window.take_desk(desk_in(worked_home, role))
    seat.settle()
    for place in visited(seat, role):
        for part in shown(seat.window):
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(
                part.parent(), QLineEdit
            ):
                named = part.accessibleName() or getattr(part, "text", str)()
                assert named or part.focusProxy() or place_holder(part), (place, part)


@pytest.mark.parametrize("role", list(DESKS))
def test_every_page_puts_the_hand_somewhere(
    role: str, worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(worked_home)
    seat.window.take_desk(desk_in(worked_home, role))
    seat.settle()
    for place in visited(seat, role):
        focus = seat.window.focusWidget()
        assert focus is not None, place
        assert seat.front.isAncestorOf(focus) or focus is seat.front, place


def test_the_other_language_comes_first_after_the_switch(
    worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(worked_home)
    seat.window.take_desk(desk_in(worked_home, "moharir"))
    seat.settle()
    seat.frame.go("records")
    heading = PLACES["records"].words
    assert heading.hi in said_on(seat)
    reading.flip()
    seat.settle()
    assert said_on(seat).index(heading.en) < said_on(seat).index(heading.hi)


def test_lines_are_one_and_a_half_letters_high(qapp: QApplication) -> None:
    from PySide6.QtGui import QFontMetrics

    for size in SIZES:
        reading.choose(size=size)
        room = theme.pixels(34)
        assert QFontMetrics(theme.font()).height() * 1.2 <= room
    reading.choose(size=100)


def test_every_colour_of_words_stands_out_from_its_ground() -> None:
    pairs = (
        *((ink, theme.GROUND) for ink in (theme.INK, theme.INK_SOFT, theme.INK_FAINT, theme.NAVY)),
        *((ink, theme.PAPER) for ink in (theme.INK_FAINT, theme.RED, theme.GREEN)),
        *((ink, theme.KHAKI) for ink in (theme.INK, theme.NAVY)),
        *((ink, theme.KHAKI_SOFT) for ink in (theme.RED, theme.GREEN)),
        *((ink, theme.KHAKI_SOFT) for ink in (theme.INK_FAINT, theme.INK_SOFT)),
        (theme.WHITE, theme.NAVY),
        (theme.INK, theme.YELLOW),
    )
    for ink, ground in pairs:
        assert contrast(ink, ground) >= 4.5, (ink, ground)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours after WCAG 2."""
    lights = sorted((_light(one), _light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def shown(above: QWidget) -> list[QWidget]:
    """The visible widgets below `above` that are not scrolled out of sight."""
    return [part for part in above.findChildren(QWidget) if part.isVisible() and part.width() > 0]


def place_holder(part: QWidget) -> str:
    """The hint of a line."""
    return part.placeholderText() if isinstance(part, QLineEdit) else ""


def said_on(seat: Seat) -> str:
    """The headings on the page, as they stand."""
    from thana_desk.ui.parts import Said

    return " ".join(one.text() for one in seat.front.findChildren(Said) if one.isVisible())
