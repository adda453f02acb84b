"""The strips around a page: top line, left column, trail, message, foot and status line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from forms.kit.words import NO_WORDS, Words
from thana_desk.texts import words
from thana_desk.ui import theme, when
from thana_desk.ui.announce import announce
from thana_desk.ui.page import PageKey
from thana_desk.ui.parts import Fitted, Push, Said, SidePush, repolish
from thana_desk.ui.reading import reading


class TopLine(QWidget):
    """Thana and district, the Go-to box, who acts, language order, text size, the clock."""

    def __init__(
        self, go_to: Callable[[], None], person: Callable[[], None], typing: QLabel
    ) -> None:
        super().__init__()
        self.setObjectName("top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(
            theme.pixels(16), theme.pixels(4), theme.pixels(12), theme.pixels(4)
        )
        layout.setSpacing(theme.pixels(8))
        self.thana = Fitted("head")
        self.sample = Said(words("frame.sample"))
        self.sample.setObjectName("sample")
        self.go = Push(words("frame.go_to"), go_to, key="F2")
        self.person = Push(NO_WORDS, person, look="plain", second=False)
        self.flip = Push(words("frame.flip"), reading.flip, look="plain", second=False)
        self.smaller = Push(
            words("frame.smaller"), lambda: reading.larger(-1), look="plain", second=False
        )
        self.larger = Push(
            words("frame.larger"), lambda: reading.larger(1), look="plain", second=False
        )
        self.clock = QLabel()
        for part in (self.flip, self.smaller, self.larger):
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout.addWidget(self.thana, 1)
        layout.addWidget(self.sample)
        line: tuple[QWidget, ...] = (self.go, self.person, typing)
        for widget in (*line, self.flip, self.smaller, self.larger):
            layout.addWidget(widget)
        layout.addWidget(self.clock)
        self.tick()

    def tick(self) -> None:
        """Show the present minute."""
        shown = "%d-%m-%Y  %H:%M" if reading.size < 150 else "%d-%m  %H:%M"
        self.clock.setText(reading.digits(when.now().strftime(shown)))


class SideColumn(QWidget):
    """The places of the role's own desk; a digit goes there."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, theme.pixels(8), 0, 0)
        self._layout.setSpacing(0)
        self._pushes: dict[str, SidePush] = {}
        self._retell()
        reading.changed.connect(self._retell)

    def show_places(self, places: Sequence[tuple[str, Words]]) -> None:
        """Offer these places (their keys and names), numbered from 1."""
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()  # at once: else both are drawn until it is gone
                widget.deleteLater()
        self._pushes.clear()
        for number, (key, name) in enumerate(places[:9], 1):
            push = SidePush(name, str(number), self._goer(key))
            self._pushes[key] = push
            self._layout.addWidget(push)
        self._layout.addStretch(1)
        self._fit()

    def key_at(self, number: int) -> str | None:
        """The place with this number."""
        keys = list(self._pushes)
        return keys[number - 1] if 0 < number <= len(keys) else None

    def mark(self, key: str) -> None:
        """Show where one is."""
        for at, push in self._pushes.items():
            push.setChecked(at == key)

    def _goer(self, key: str) -> Callable[[], None]:
        def go() -> None:
            self.chosen.emit(key)

        return go

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the second language where both do not fit one below the other."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = sum(push.full_height() for push in self._pushes.values())
        crowded = needed + theme.pixels(8) > self.height()
        for push in self._pushes.values():
            push.be_short(crowded)

    def _retell(self) -> None:
        self.setFixedWidth(theme.pixels(176))
        self._fit()


class Trail(QWidget):
    """The way that led here; each step but the last goes back to it."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("trail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(theme.pixels(12), 0, theme.pixels(12), 0)
        self._layout.setSpacing(theme.pixels(4))
        self._retell()
        reading.changed.connect(self._retell)

    def show_steps(self, steps: Sequence[Words]) -> None:
        """Show these names, the last one as the place where one is."""
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        shown = list(enumerate(steps))
        if len(shown) > 5:
            shown = [shown[0], *shown[-4:]]
        for number, name in shown:
            last = number == len(steps) - 1
            if number:
                self._layout.addWidget(QLabel("›"))
            if last:
                here = Said(_shortened(name), place="alone")
                here.setIndent(theme.pixels(6))
                self._layout.addWidget(here)
            else:
                step = Push(_shortened(name), self._stepper(number), look="plain", second=False)
                step.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                self._layout.addWidget(step)
        self._layout.addStretch(1)

    def _retell(self) -> None:
        self.setFixedHeight(theme.pixels(36))

    def _stepper(self, number: int) -> Callable[[], None]:
        def step() -> None:
            self.stepped.emit(number)

        return step


def _shortened(name: Words, most: int = 44) -> Words:
    return Words(
        name.hi if len(name.hi) <= most else name.hi[: most - 1] + "…",
        name.en if len(name.en) <= most else name.en[: most - 1] + "…",
    )


class Message(QFrame):
    """What the program has to say, above the page; ordinary things never stop the work.

    A tone is `told`, `done` or `wrong`: each has its colour, its shape and its word.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("message")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(
            theme.pixels(12), theme.pixels(6), theme.pixels(8), theme.pixels(6)
        )
        self._mark = QLabel()
        self._said = Said(place="below", wrap=True)
        self._said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(self._said, 1)
        self._pushes: list[Push] = []
        self._back: QWidget | None = None
        self.hide()

    def say(
        self,
        what: Words,
        tone: str = "told",
        answers: Sequence[tuple[Words, Callable[[], object]]] = (),
        *,
        ask: bool = False,
    ) -> None:
        """Show `what` with buttons; with `ask` the last button gets the focus (the safe one)."""
        self._back = self.window().focusWidget() if ask else None
        self.setProperty("tone", tone)
        repolish(self)
        self._mark.setText(theme.MARKS[tone])
        self._said.tell(what)
        for push in self._pushes:
            push.hide()
            push.deleteLater()
        self._pushes = [Push(name, self._answerer(act)) for name, act in answers]
        if not ask:
            self._pushes.append(
                Push(words("frame.close_message"), self.close_it, look="plain", second=False)
            )
        for push in self._pushes:
            self._layout.addWidget(push, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show()
        announce(self, reading.first(what), at_once=tone == "wrong")
        if ask:
            self._pushes[-1].setFocus()

    def said_words(self) -> Words:
        """What stands in it."""
        return self._said.words

    def close_it(self) -> None:
        """Take the message away."""
        held = self.isAncestorOf(self.window().focusWidget() or self)
        self.hide()
        if held and self._back is not None:
            self._back.setFocus()
        self._back = None

    def _answerer(self, act: Callable[[], object]) -> Callable[[], None]:
        def answer() -> None:
            self.close_it()
            act()

        return answer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the message away; arrows go between its buttons."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            event.ignore()


class Foot(QWidget):
    """The keys of the screen; each can also be clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(theme.pixels(12), 0, theme.pixels(12), 0)
        self._layout.setSpacing(0)
        self._pushes: list[QWidget] = []
        self._keys: list[PageKey] = []

    def show_keys(self, keys: Sequence[PageKey]) -> None:
        """Show these keys, as many as fit; the last ones (the same everywhere) give way first."""
        self._keys = list(keys)
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._pushes = []
        for key in keys:
            push = Push(key.words, key.act, key=key.shown, look="status", second=False)
            push.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._layout.addWidget(push)
            self._pushes.append(push)
        self._layout.addStretch(1)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """The foot never makes the window wider."""
        return QSize(0, theme.pixels(30))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many keys as fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - theme.pixels(24)
        for push in self._pushes:
            room -= push.sizeHint().width()
            push.setVisible(room >= 0)


@dataclass(frozen=True, slots=True)
class StatusPart:
    """One part of the status line: a shape, words, and the place it opens."""

    mark: str
    words: Words
    opens: str
    tone: str = ""


class StatusLine(QWidget):
    """The honest line: link, pending, last receipt, backup, number seat, last save."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(theme.pixels(8), 0, theme.pixels(8), 0)
        self._layout.setSpacing(0)
        self._said: tuple[str, ...] = ()

    def show_parts(self, parts: Sequence[StatusPart]) -> None:
        """Show these parts from left to right."""
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, part in enumerate(parts):
            if number:
                dot = QLabel("·")
                self._layout.addWidget(dot)
            marked = Words(f"{part.mark} {part.words.hi}", f"{part.mark} {part.words.en}")
            if not part.mark:
                marked = part.words
            push = _StatusPush(marked, self._opener(part.opens), part.tone)
            push.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._layout.addWidget(push)
        self._layout.addStretch(1)
        # The line is told again every while; only what newly went wrong is worth a word.
        wrong = tuple(reading.first(part.words) for part in parts if part.tone == "wrong")
        announce(self, " · ".join(one for one in wrong if one not in self._said))
        self._said = wrong

    def minimumSizeHint(self) -> QSize:
        """The status line never makes the window wider."""
        return QSize(0, theme.pixels(30))

    def _opener(self, place: str) -> Callable[[], None]:
        def open_place() -> None:
            self.opened.emit(place)

        return open_place


class _StatusPush(Push):
    def __init__(self, name: Words, on: Callable[[], object], tone: str) -> None:
        self._tone = tone
        super().__init__(name, on, look="status", second=False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.pixels(40), self.sizeHint().height())

    def _inks(self) -> tuple[QColor, QColor]:
        ink, soft = super()._inks()
        colour = {"wrong": theme.RED, "done": theme.GREEN}.get(self._tone)
        return (QColor(colour), soft) if colour else (ink, soft)
