"""The only way text reaches paper: breaks it into lines of shaped words and draws them.

There is no markup at this door: every sign of the text is printed as itself.
"""

from collections.abc import Iterator, Sequence
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

    __slots__ = (
        "_operators",
        "align",
        "boxes",
        "even",
        "height",
        "last",
        "noted_by",
        "room",
        "shift",
        "type",
        "width",
    )

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
        self.type: tuple[str, float] = ("", 0.0)
        """Face and size of an even line that is not empty."""
        self.shift = 0
        """How far right of its room's edge it begins, in hundredths of a point."""
        if self.align == "right":
            self.shift = round((room - width) * 100)
        elif self.align == "centre":
            self.shift = round((room - width) * 50)
        self._operators = ""
        self.noted_by: object = None
        """The file's ink that last noted its glyphs."""

    def set_even(self) -> None:
        """Say that all words join, in one face and size."""
        self.even = True
        if self.boxes:
            _, size, first = self.boxes[0]
            self.type = (first.parts[0].face, size)

    @property
    def stretch(self) -> float:
        """What each blank is widened by so that the line fills its room."""
        if self.align != "justify" or self.last:
            return 0.0
        gaps = sum(1 for gap, _, _ in self.boxes if gap)
        return (self.room - self.width) / gaps if gaps else 0.0

    def operators(self, shaper: Shaper) -> str:
        """The drawing of an even line from where the text matrix stands; made once."""
        if not self._operators:
            boxes = self.boxes
            if len(boxes) == 1:
                self._operators = boxes[0][2].drawn(boxes[0][1])
            else:
                face, size = self.type
                blank = f"\n{blank_operator(shaper, face, size, boxes[1][0] + self.stretch)}\n"
                self._operators = blank.join([shaped.drawn(size) for _, _, shaped in boxes])
        return self._operators


def blank_operator(shaper: Shaper, face: str, size: float, gap: float) -> str:
    """The operator for a blank of `gap` points: a real space, so that readers need not guess."""
    thousandths = round(gap * 1000 / size)
    if face != "F0":
        return f"[{-thousandths}]TJ"
    more = thousandths - shaper.space
    return f"[{shaper.space_show}{-more if more else ''}]TJ"


def paragraph(text: Text, style: Style, width: float, shaper: Shaper) -> list[SetLine]:
    """`text` broken into lines of at most `width` points; at least one line, possibly empty.

    Text is never markup. Words wider than a line are cut between letters, so that nothing runs
    out of its cell. Line ends in the text are kept.
    """
    width = max(width, style.size)
    if (len(text) if isinstance(text, str) else len(text[-1].text) if text else 0) > _SHORT:
        return _set(text, style, width, shaper)
    # Labels, headings and what stands in the cells of a register come back: they are set once.
    before = set_before(style, width, shaper)
    lines = before.get(text)
    if lines is None:
        lines = before[text] = _set(text, style, width, shaper)
    return list(lines)


def set_before(style: Style, width: float, shaper: Shaper) -> dict[Text, list[SetLine]]:
    """The short texts set before in this style and width: read them, do not change their lines."""
    key = (style, width)
    before: dict[Text, list[SetLine]] | None = shaper.set_before.get(key)
    if before is None:
        if len(shaper.set_before) >= _STYLE_LIMIT:
            shaper.set_before.clear()
        before = shaper.set_before[key] = {}
    elif len(before) >= _SET_LIMIT:
        before.clear()
    return before


_SHORT = 80
_SET_LIMIT = 1_000
"""Texts kept of one style and width: what is written again and again, not each serial number."""
_STYLE_LIMIT = 500


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
                if not uneven:
                    line.set_even()
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
        if not uneven:
            line.set_even()
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
        used = self.used
        for glyph, chars in shaped.glyphs.items():
            # The first word that says what a glyph stands for counts, so that the same paper
            # gives the same bytes whatever was printed before it.
            if not used.get(glyph):
                used[glyph] = chars
        shaped.noted_by = self


class Pen:
    """Writes set lines as PDF text operators into one content stream; knows the type that is set."""

    __slots__ = ("_gap", "_gap_operator", "_moves", "_type", "_x", "_y", "ink", "out", "shaper")

    def __init__(self, shaper: Shaper, ink: Ink) -> None:
        self.shaper = shaper
        self.ink = ink
        self.out: list[str] = []
        self._type: tuple[str, float] = ("", 0.0)
        self._gap = -1.0
        self._gap_operator = ""
        # Where the last line began, in hundredths of a point: the next one is told from there,
        # which in a table is the same few words over and over.
        self._x = self._y = 0
        self._moves: dict[tuple[int, int], str] = {}
        ink.used.setdefault(("F0", shaper.space_glyph), " ")

    def _set_type(self, face: str, size: float) -> None:
        if (face, size) != self._type:
            self.out.append(f"/{face} {size:g} Tf")
            self._type = (face, size)
            self._gap = -1.0

    def _leave_blank(self, gap: float) -> str:
        if gap != self._gap:
            face, size = self._type
            self._gap_operator = blank_operator(self.shaper, face, size, gap)
            self._gap = gap
        return self._gap_operator

    def line(self, line: SetLine, x: float, baseline: float) -> None:
        """Draw `line` into its room that begins at `x`."""
        if line.boxes:
            self._put(line, round(x * 100), round(baseline * 100))

    def row(
        self, cells: Sequence[list[SetLine]], lefts: Sequence[int], top: float, hang: float
    ) -> None:
        """Draw cells side by side, all hanging from `top`; `lefts` in hundredths of a point.

        `hang` is the part of a line's height that stands above its baseline.
        """
        put = self._put
        for cell, x in zip(cells, lefts, strict=True):
            y = top
            for line in cell:
                if line.boxes:
                    put(line, x, round((y - line.height * hang) * 100))
                y -= line.height

    def _put(self, line: SetLine, x: int, y: int) -> None:
        out = self.out
        x += line.shift
        move = (x - self._x, y - self._y)
        operator = self._moves.get(move)
        if operator is None:
            operator = self._moves[move] = f"{move[0] / 100:.6g} {move[1] / 100:.6g} Td"
        out.append(operator)
        self._x, self._y = x, y
        if not line.even:
            self.boxes(line.boxes, line.stretch)
            return
        if line.noted_by is not self.ink:
            self._note(line)
        if line.type != self._type:
            self._set_type(*line.type)
        out.append(line.operators(self.shaper))

    def _note(self, line: SetLine) -> None:
        ink = self.ink
        for _, _, shaped in line.boxes:
            if shaped.noted_by is not ink:
                ink.note(shaped)
        line.noted_by = ink

    def boxes(self, boxes: list[Box], stretch: float = 0.0) -> None:
        """Draw words at the place the text matrix is set to."""
        out, ink = self.out, self.ink
        last = len(boxes) - 1
        for place, (gap, size, shaped) in enumerate(boxes):
            if shaped.noted_by is not ink:
                ink.note(shaped)
            parts = shaped.parts
            if gap:
                if not self._type[1]:
                    self._set_type("F0", size)
                out.append(self._leave_blank(gap + stretch))
            if not parts:
                continue
            self._set_type(parts[0].face, size)
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
