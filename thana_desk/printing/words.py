"""The only way text reaches paper: breaks it into lines of shaped words and draws them.

There is no markup at this door: every sign of the text is printed as itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from thana_desk.printing.blocks import Align, Run, Text
from thana_desk.printing.pictures import Jpeg
from thana_desk.printing.shaping import Shaped, Shaper, clean

Box = tuple[float, float, Shaped]
"""Blank before it, type size, word; in points."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set: type size and line distance in points."""

    size: float
    leading: float
    bold: bool = False
    align: Align = "left"


class SetLine:
    """A line of set words; all widths in points."""

    __slots__ = ("align", "boxes", "even", "height", "last", "room", "width")

    def __init__(
        self, boxes: list[Box], width: float, room: float, style: Style, last: bool
    ) -> None:
        self.boxes = boxes
        self.width = width
        self.room = room
        self.height = style.leading
        self.align = style.align
        self.last = last
        self.even = False
        """Whether all words join, in one face and size."""


def paragraph(text: Text, style: Style, width: float, shaper: Shaper) -> list[SetLine]:
    """`text` broken into lines of at most `width` points; at least one line, possibly empty.

    Text is never markup. Words wider than a line are cut between letters, so that nothing runs
    out of its cell. Line ends in the text are kept.
    """
    width = max(width, style.size)
    if isinstance(text, str) or not text or len(text[-1].text) > _SHORT:
        return _set(text, style, width, shaper)
    # Labels and headings in several faces come back on every paper: they are set once.
    key = (text, style, width)
    lines: list[SetLine] | None = shaper.set_before.get(key)
    if lines is None:
        lines = _set(text, style, width, shaper)
        if len(shaper.set_before) >= _SET_LIMIT:
            shaper.set_before.clear()
        shaper.set_before[key] = lines
    return list(lines)


_SHORT = 80
_SET_LIMIT = 2_000


def _set(text: Text, style: Style, width: float, shaper: Shaper) -> list[SetLine]:
    lines: list[SetLine] = []
    if isinstance(text, str):
        _set_plain(text, style, width, shaper, lines)
        return lines
    if len(text) == 1 and text[0].scale == 1.0:
        run = text[0]
        if run.bold and not style.bold:
            style = Style(style.size, style.leading, True, style.align)
        _set_plain(run.text, style, width, shaper, lines)
        return lines
    for words in _paragraphs(text, style, width, shaper):
        _fill(words, style, width, lines)
    return lines


def _set_plain(text: str, style: Style, width: float, shaper: Shaper, lines: list[SetLine]) -> None:
    """Text in one face: what nearly every cell and narrative is."""
    size, bold = style.size, style.bold
    scale = size / 1000
    blank = shaper.space * scale
    limit = width + 0.01
    memo = shaper.memo(bold)
    for stretch in clean(text).split("\n"):
        boxes: list[Box] = []
        used = 0.0
        turned = uneven = False
        for piece in stretch.split(" "):
            if not piece:
                continue
            shaped = memo.get(piece) or shaper.word(piece, bold)
            extent = shaped.width * scale
            if not shaped.joins:
                uneven = True
                turned = turned or shaped.right_to_left
            if boxes:
                reached = used + blank + extent
                if reached <= limit:
                    boxes.append((blank, size, shaped))
                    used = reached
                    continue
                line = SetLine(_in_order(boxes, turned), used, width, style, last=False)
                line.even = not uneven
                lines.append(line)
                boxes = []
            if extent > limit:
                *before, piece = shaper.broken(piece, bold, width / scale)
                for part in before:
                    shaped = shaper.word(part, bold)
                    box = [(0.0, size, shaped)]
                    lines.append(SetLine(box, shaped.width * scale, width, style, last=True))
                shaped = shaper.word(piece, bold)
                extent = shaped.width * scale
            boxes.append((0.0, size, shaped))
            used = extent
        line = SetLine(_in_order(boxes, turned), used, width, style, last=True)
        line.even = not uneven
        lines.append(line)


_Word = tuple[float, float, list[Box]]
"""Blank before it, its width, its boxes (several where the face changes inside a word)."""


def _paragraphs(
    runs: tuple[Run, ...], style: Style, width: float, shaper: Shaper
) -> Iterator[list[_Word]]:
    """The words of text in several faces, one list a line of the source."""
    words: list[_Word] = []
    space_due = False
    for run in runs:
        size = style.size * run.scale
        scale = size / 1000
        blank = shaper.space * scale
        bold = run.bold or style.bold
        for number, stretch in enumerate(clean(run.text).split("\n")):
            if number:
                yield words
                words, space_due = [], False
            if not stretch:
                continue
            glued = bool(words) and not space_due and not stretch.startswith(" ")
            for piece in stretch.split(" "):
                if not piece:
                    glued = False
                    continue
                shaped = shaper.word(piece, bold)
                extent = shaped.width * scale
                if glued and words[-1][1] + extent <= width:
                    before, held, boxes = words.pop()
                    words.append((before, held + extent, [*boxes, (0.0, size, shaped)]))
                elif extent <= width:
                    words.append((0.0 if glued else blank, extent, [(0.0, size, shaped)]))
                else:
                    for cut, part in enumerate(shaper.broken(piece, bold, width / scale)):
                        shaped = shaper.word(part, bold)
                        gap = 0.0 if cut or glued else blank
                        words.append((gap, shaped.width * scale, [(0.0, size, shaped)]))
                glued = False
            space_due = stretch.endswith(" ")
    yield words


def _fill(words: list[_Word], style: Style, width: float, lines: list[SetLine]) -> None:
    boxes: list[Box] = []
    used = 0.0
    limit = width + 0.01
    turned = False
    tallest = style.size

    def close(last: bool) -> None:
        line = SetLine(_in_order(boxes, turned), used, width, style, last)
        line.height = style.leading * tallest / style.size
        lines.append(line)

    for blank, extent, inside in words:
        if boxes and used + blank + extent > limit:
            close(last=False)
            boxes, used, turned, tallest = [], 0.0, False, style.size
        first_size, first = inside[0][1], inside[0][2]
        gap = blank if boxes else 0.0
        boxes.append((gap, first_size, first))
        boxes.extend(inside[1:])
        used += gap + extent
        tallest = max(tallest, first_size)
        turned = turned or first.right_to_left
    close(last=True)


def _in_order(boxes: list[Box], turned: bool) -> list[Box]:
    """Neighbouring right-to-left words (Urdu) change places, so that the line reads rightly."""
    if not turned:
        return boxes
    placed: list[Box] = []
    start = 0
    while start < len(boxes):
        end = start
        while end < len(boxes) and boxes[end][2].right_to_left:
            end += 1
        if end == start:
            placed.append(boxes[start])
            start += 1
            continue
        words = [(size, shaped) for _, size, shaped in boxes[start:end]][::-1]
        placed += [
            (gap, size, shaped)
            for (gap, _, _), (size, shaped) in zip(boxes[start:end], words, strict=True)
        ]
        start = end
    return placed


# --- drawing --------------------------------------------------------------------------------------


class Ink:
    """What one file has drawn so far: each face's glyphs with the characters they stand for.

    And its pictures, by the names under which the pages draw them.
    """

    def __init__(self) -> None:
        self.used: dict[tuple[str, int], str] = {}
        self.pictures: dict[str, Jpeg] = {}

    def note(self, shaped: Shaped) -> None:
        """Remember the glyphs of a word; their font must go into the file."""
        self.used.update(shaped.glyphs)
        shaped.noted_by = self


class Pen:
    """Writes set lines as PDF text operators into one content stream; knows the type that is set."""

    __slots__ = ("_face", "_gap", "_gap_operator", "_size", "ink", "out", "shaper")

    def __init__(self, shaper: Shaper, ink: Ink) -> None:
        self.shaper = shaper
        self.ink = ink
        self.out: list[str] = []
        self._face = ""
        self._size = 0.0
        self._gap = -1.0
        self._gap_operator = ""
        ink.used.setdefault(("F0", shaper.space_glyph), " ")

    def _set_type(self, face: str, size: float) -> None:
        if face != self._face or size != self._size:
            self.out.append(f"/{face} {size:g} Tf")
            self._face, self._size = face, size
            self._gap = -1.0

    def _leave_blank(self, gap: float) -> str:
        """The operator for a blank of `gap` points: a real space, so that readers need not guess."""
        if gap != self._gap:
            thousandths = round(gap * 1000 / self._size)
            if self._face == "F0":
                more = thousandths - self.shaper.space
                self._gap_operator = f"[{self.shaper.space_show}{-more if more else ''}]TJ"
            else:
                self._gap_operator = f"[{-thousandths}]TJ"
            self._gap = gap
        return self._gap_operator

    def line(self, line: SetLine, x: float, baseline: float) -> None:
        """Draw `line` into its room that begins at `x`."""
        boxes = line.boxes
        if not boxes:
            return
        stretch = 0.0
        align = line.align
        if align == "justify":
            if not line.last:
                gaps = sum(1 for gap, _, _ in boxes if gap)
                if gaps:
                    stretch = (line.room - line.width) / gaps
        elif align == "right":
            x += line.room - line.width
        elif align == "centre":
            x += (line.room - line.width) / 2
        self.out.append(f"1 0 0 1 {x:.2f} {baseline:.2f} Tm")
        if line.even:
            self._even_boxes(boxes, stretch)
        else:
            self.boxes(boxes, stretch)

    def _even_boxes(self, boxes: list[Box], stretch: float) -> None:
        ink = self.ink
        for _, _, shaped in boxes:
            if shaped.noted_by is not ink:
                ink.note(shaped)
        _, size, first = boxes[0]
        self._set_type(first.parts[0].face, size)
        if len(boxes) == 1:
            self.out.append(first.drawn(size))
            return
        blank = f"\n{self._leave_blank(boxes[1][0] + stretch)}\n"
        self.out.append(blank.join([shaped.drawn(size) for _, _, shaped in boxes]))

    def boxes(self, boxes: list[Box], stretch: float = 0.0) -> None:
        """Draw words at the place the text matrix is set to."""
        out, ink = self.out, self.ink
        last = len(boxes) - 1
        for place, (gap, size, shaped) in enumerate(boxes):
            if shaped.noted_by is not ink:
                ink.note(shaped)
            parts = shaped.parts
            if gap:
                if not self._size:
                    self._set_type("F0", size)
                out.append(self._leave_blank(gap + stretch))
            if not parts:
                continue
            face = parts[0].face
            if face != self._face or size != self._size:
                self._set_type(face, size)
            if shaped.joins:
                out.append(shaped.drawn(size))
                continue
            opening = shaped.opening
            if opening:
                if place == last:
                    opening = shaped.opening_at_end
                elif boxes[place + 1][0]:
                    opening = shaped.opening_before_blank
                out.append(opening)
            for part in parts:
                self._set_type(part.face, size)
                if part.rise:
                    out.append(f"{part.rise * size / 1000:.2f} Ts [{part.show}]TJ 0 Ts")
                else:
                    out.append(f"[{part.show}]TJ")
            if opening:
                out.append("EMC")
