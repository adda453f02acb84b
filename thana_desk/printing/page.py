"""The sheet being filled: its frame, its rules, and the furniture around the text on every page."""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from thana_desk.printing.blocks import Margins, PageSetup, Run, Text, paper_time
from thana_desk.printing.pictures import Jpeg
from thana_desk.printing.shaping import Shaper
from thana_desk.printing.words import Ink, Pen, SetLine, Style, paragraph

MM = 72 / 25.4
PACKING = 4
"""Deflate level: 3 % more bytes than the usual 6 for a third less time."""
HAIR = 0.4
"""Width of register rules, in points."""
RULE = 0.8

_SIZES = {"A4": (210 * MM, 297 * MM), "LEGAL": (8.5 * 72, 14 * 72)}
_SIDES: dict[Margins, tuple[float, float]] = {
    "normal": (20 * MM, 12 * MM),
    "binding": (32 * MM, 12 * MM),
    "narrow": (12 * MM, 8 * MM),
}
"""Blank at the left, where papers are bound, and at the right."""
_HEAD = 9 * MM
_FOOT = 9 * MM
_SMALL = 8.5
_USUAL = 11.0
"""The size of body text for which the furniture is small as it is."""

SAMPLE_WORDS = "नमूना — असली अभिलेख नहीं · SAMPLE — NOT A REAL RECORD"


def leading(size: float) -> float:
    """Line distance that leaves Devanagari's upper and lower marks clear of each other."""
    return round(size * 1.42, 2)


def small(setup: PageSetup) -> float:
    """Type size of the furniture: larger print is larger at head and foot too."""
    return round(_SMALL * max(setup.text_size / _USUAL, 1.0), 2)


@dataclass(frozen=True, slots=True)
class Frame:
    """The area for text, in points from the lower left corner of the sheet."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float


def frame(setup: PageSetup) -> Frame:
    """The frame of `setup`: room to bind at the left, room for head and foot."""
    width, height = _SIZES[setup.paper]
    if setup.landscape:
        width, height = height, width
    line = leading(small(setup))
    left, right = _SIDES[setup.margins]
    head = _HEAD + (2 * line + 9 if setup.running_head else line)
    head += line + 6 if setup.sample else 0
    foot = _FOOT + 2 * line + 9 + (line if setup.foot_note else 0)
    return Frame(width, height, left, width - right, height - head, foot)


class Sheet:
    """Places lines and rules from the top down and turns the page where one is full."""

    def __init__(self, setup: PageSetup, shaper: Shaper, ink: Ink) -> None:
        self.setup = setup
        self.shaper = shaper
        self.ink = ink
        self.frame = frame(setup)
        self.left = self.frame.left
        self.right = self.frame.right
        self.y = self.frame.top
        self.pages: list[bytes] = []
        """The bodies of the finished pages, compressed."""
        self.on_turn: Callable[[], None] | None = None
        """Called at the top of each new page (repeated table headings)."""
        self.before_turn: Callable[[], None] | None = None
        """Called before a page is closed (rules of an open table)."""
        self.below = 0.0
        """Height of the signatures that the end of what is being drawn must stand with."""
        self.on_page: Callable[[], None] | None = None
        """Called when a page is full: who counts pages may also stop the work by raising."""
        self._rules: list[str] = []
        self._pen = Pen(shaper, ink)
        ascent, descent = shaper.fonts.regular.ascent, shaper.fonts.regular.descent
        # Devanagari hangs from its head line: a little lower than the font's own measures say
        # stands in the middle between two rules.
        self.hang = ascent / (ascent - descent) + 0.035
        """The part of a line's height that stands above its baseline."""

    @property
    def width(self) -> float:
        """Width for text."""
        return self.right - self.left

    @property
    def room(self) -> float:
        """Height left on this page."""
        return self.y - self.frame.bottom

    @property
    def full_room(self) -> float:
        """Height of an empty page."""
        return self.frame.top - self.frame.bottom

    @property
    def is_endless(self) -> bool:
        """Whether this is a trial that never turns the page."""
        return self.frame.bottom < 0

    @property
    def is_fresh(self) -> bool:
        """Whether nothing stands on this page yet."""
        return self.y >= self.frame.top - 0.01

    def style(self, scale: float = 1.0, *, bold: bool = False) -> Style:
        """The body style of this paper, scaled."""
        size = round(self.setup.text_size * scale, 2)
        return Style(size, leading(size), bold)

    def set_text(self, text: Text, style: Style, width: float) -> list[SetLine]:
        """`text` broken into lines for this paper's fonts."""
        return paragraph(text, style, width, self.shaper)

    def need(self, height: float) -> None:
        """Turn the page unless `height` still fits (or the page is empty anyway)."""
        if height > self.room + 0.01 and not self.is_fresh:
            self.turn()

    def put_line(self, line: SetLine, x: float, top: float) -> None:
        """Draw `line` hanging from `top`; does not move the place."""
        if not self.is_endless:
            self._pen.line(line, x, top - line.height * self.hang)

    def put_cells(self, cells: Sequence[list[SetLine]], lefts: Sequence[int], top: float) -> None:
        """Draw cells side by side, hanging from `top`; `lefts` in hundredths of a point."""
        if not self.is_endless:
            self._pen.row(cells, lefts, top, self.hang)

    def put_lines(self, lines: list[SetLine], x: float) -> None:
        """Draw lines one below the other, over as many pages as they need, two at least on each."""
        for index, line in enumerate(lines):
            left_over = len(lines) - index
            keep = 2 * line.height if left_over == 2 or (index == 0 and left_over > 1) else 0.0
            if self.below and (left_over == min(2, len(lines)) or (index == 0 and left_over == 3)):
                keep = left_over * line.height + self.below
            self.need(max(line.height, min(keep, self.full_room)))
            self.put_line(line, x, self.y)
            self.y -= line.height

    def rule(
        self, x1: float, y1: float, x2: float, y2: float, width: float = HAIR, dotted: bool = False
    ) -> None:
        """A straight black rule."""
        if dotted:
            self._rules.append(f"q [0.6 2] 0 d 0.6 w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S Q")
        else:
            self._rules.append(f"{width:g} w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S")

    def frame_rule(
        self, x: float, y: float, width: float, height: float, line: float = HAIR
    ) -> None:
        """A rectangle of rules."""
        self._rules.append(f"{line:g} w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")

    def modules(self, rows: list[list[bool]], x: float, top: float, edge: float) -> None:
        """A QR code's dark fields as filled rectangles, neighbours in a row joined."""
        unit = edge / len(rows)
        out: list[str] = []
        for number, row in enumerate(rows):
            y = top - (number + 1) * unit
            start = 0
            while start < len(row):
                if not row[start]:
                    start += 1
                    continue
                end = start
                while end < len(row) and row[end]:
                    end += 1
                out.append(
                    f"{x + start * unit:.3f} {y:.3f} {(end - start) * unit:.3f} {unit:.3f} re"
                )
                start = end
        if out:
            self._rules.append(" ".join(out) + " f")

    def picture(self, jpeg: Jpeg, x: float, top: float, width: float, height: float) -> None:
        """A picture stretched into this rectangle."""
        if self.is_endless:
            return
        self.ink.pictures[jpeg.name] = jpeg
        self._rules.append(
            f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {top - height:.2f} cm /{jpeg.name} Do Q"
        )

    def turn(self) -> None:
        """Close this page and begin the next."""
        if self.before_turn is not None:
            self.before_turn()
        self._close_page()
        self.y = self.frame.top
        if self.on_turn is not None:
            self.on_turn()

    def finish(self) -> None:
        """Close the last page; an empty paper has one page."""
        if self._pen.out or self._rules or not self.pages:
            self._close_page()

    def _close_page(self) -> None:
        self.pages.append(_stream(self._rules, self._pen))
        self._rules = []
        self._pen = Pen(self.shaper, self.ink)
        if self.on_page is not None:
            self.on_page()

    def furniture(self) -> bytes:
        """Head, foot and marks, alike on all pages; compressed."""
        return _Furniture(self).drawn()

    def page_count(self, page: int, total: int) -> bytes:
        """The words by which page `page` of `total` says so; compressed."""
        return _Furniture(self).count(page, total)

    def scratch(self) -> "Sheet":
        """A sheet without end to try out how high something is."""
        copy = Sheet(self.setup, self.shaper, Ink())
        copy.frame = Frame(
            self.frame.width,
            self.frame.height,
            self.frame.left,
            self.frame.right,
            self.frame.top,
            -1e9,
        )
        copy.left, copy.right = self.left, self.right
        return copy


def _stream(rules: list[str], pen: Pen) -> bytes:
    body = ["q 0 G 0 g", *rules]
    if pen.out:
        body += ["BT", *pen.out, "ET"]
    body.append("Q")
    return zlib.compress("\n".join(body).encode("ascii"), PACKING)


class _Furniture:
    """Draws what stands around the text of a page."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.setup = sheet.setup
        self.pen = Pen(sheet.shaper, sheet.ink)
        self.rules: list[str] = []
        size = small(self.setup)
        self.style = Style(size, leading(size))
        self.ascent = sheet.shaper.fonts.regular.ascent / 1000 * size

    def drawn(self) -> bytes:
        setup, area = self.setup, self.sheet.frame
        line = self.style.leading
        top = area.height - _HEAD
        if setup.sample:
            self.row(top, "", (Run(SAMPLE_WORDS, bold=True),), "")
            self.rules.append(
                f"1.2 w {area.left:.2f} {top - line - 1:.2f} {area.right - area.left:.2f} {line + 2:.2f} re S"
            )
            self.across()
            top -= line + 6
        marks: Text = tuple(Run(f"[ {mark} ]  ", bold=True) for mark in setup.marks)
        if setup.running_head:
            self.row(
                top,
                f"थाना: {setup.thana} · जनपद: {setup.district}",
                marks,
                (Run(setup.copy_label, bold=True),),
            )
            self.row(top - line, setup.title, "", (Run(setup.number, bold=True),))
            self.across_rule(area.top + 6)
        elif setup.marks or setup.copy_label:
            self.row(top, "", marks, (Run(setup.copy_label, bold=True),))
        foot = area.bottom - 9
        self.across_rule(foot + 2)
        if setup.foot_note:
            self.row(foot, "", (Run(setup.foot_note, bold=True),), "")
        printed = f"मुद्रण: {paper_time(setup.printed_at)}"
        if setup.printed_by:
            printed += f" · मुद्रणकर्ता: {setup.printed_by}"
        self.row(self.last_line, printed, "", "", beside="right")
        return _stream(self.rules, self.pen)

    def count(self, page: int, total: int) -> bytes:
        self.row(self.last_line, "", "", f"पृष्ठ {page} / {total}", beside="left")
        return _stream(self.rules, self.pen)

    @property
    def last_line(self) -> float:
        """The height of the foot's last line, which begins with the time and ends with the page."""
        return self.sheet.frame.bottom - 9 - (self.style.leading if self.setup.foot_note else 0)

    def row(self, top: float, left: Text, centre: Text, right: Text, *, beside: str = "") -> None:
        """Three texts on one height; what is too long for its part is cut to one line.

        `beside` is a part that is drawn at another time and keeps its room.
        """
        area = self.sheet.frame
        width = area.right - area.left
        aligned = (("left", left), ("centre", centre), ("right", right))
        filled = [name for name, text in aligned if name == beside or _says_something(text)]
        for align, text in aligned:
            if align not in filled or align == beside:
                continue
            room = width * _share(align, filled)
            style = Style(self.style.size, self.style.leading, align=align)  # type: ignore[arg-type]  # the names are Align values
            x = {
                "left": area.left,
                "centre": area.left + (width - room) / 2,
                "right": area.right - room,
            }[align]
            first = paragraph(text, style, room, self.sheet.shaper)[0]
            self.pen.line(first, x, top - self.ascent)

    def across_rule(self, y: float) -> None:
        """A hairline over the width of the text."""
        area = self.sheet.frame
        self.rules.append(f"{HAIR:g} w {area.left:.2f} {y:.2f} m {area.right:.2f} {y:.2f} l S")

    def across(self) -> None:
        """The sample mark in outline, diagonally below the text (Latin letters outline cleanly)."""
        area = self.sheet.frame
        shaped = self.sheet.shaper.word("SAMPLE", bold=True)
        size = 120.0
        width = shaped.width * size / 1000
        turn = 0.7071
        x = area.width / 2 - turn * width / 2 + turn * size * 0.25
        y = area.height / 2 - turn * width / 2 - turn * size * 0.25
        outlined = Pen(self.sheet.shaper, self.sheet.ink)
        outlined.boxes([(0.0, size, shaped)])
        place = f"{turn} {turn} -{turn} {turn} {x:.2f} {y:.2f} Tm"
        self.rules += ["q 0.3 w BT 1 Tr", place, *outlined.out, "ET Q"]


def _says_something(text: Text) -> bool:
    if isinstance(text, str):
        return bool(text)
    return any(run.text for run in text)


def _share(align: str, filled: list[str]) -> float:
    if len(filled) == 1:
        return 1.0
    if "centre" not in filled:
        return 0.72 if align == "left" else 0.28
    return 0.34 if align == "centre" else 0.33
