"""Turns blocks into the bytes of a PDF: places each block, then writes pages, fonts and title."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, singledispatch

import segno

from thana_desk.printing.blocks import (
    BLANK,
    Beside,
    Block,
    Field,
    FieldTable,
    Gap,
    Grid,
    Heading,
    ItemLine,
    ItemRow,
    Line,
    Narrative,
    Note,
    PageBreak,
    PageSetup,
    Paragraph,
    Pictures,
    Qr,
    Run,
    Signatures,
    Text,
    Together,
    label,
)
from thana_desk.printing.fonts import paper_fonts
from thana_desk.printing.page import HAIR, MM, Sheet
from thana_desk.printing.pdf_file import pdf_of
from thana_desk.printing.pictures import jpeg_of
from thana_desk.printing.shaping import Shaper
from thana_desk.printing.stream import Stream
from thana_desk.printing.tables import Cell, Table, aligned, draw_grid
from thana_desk.printing.words import Ink, Style

_shaper: Shaper | None = None


def shared_shaper() -> Shaper:
    """The program's shaper: words once shaped are remembered from print to print.

    Raises:
        FontsMissing, ShapingBroken: the type to print with is not usable.
    """
    global _shaper
    if _shaper is None:
        _shaper = Shaper(paper_fonts())
    return _shaper


def render(
    blocks: Iterable[Block],
    page_setup: PageSetup,
    *,
    shaper: Shaper | None = None,
    on_page: Callable[[], None] | None = None,
) -> bytes:
    """The PDF of `blocks`. The same blocks, setup and fonts give the same bytes.

    Blocks and the rows of grids may come from generators; memory grows only with the compressed
    pages.

    Raises:
        FontsMissing, ShapingBroken: the type to print with is not usable.
    """
    return render_set([(blocks, page_setup)], shaper=shaper, on_page=on_page)


def render_set(
    papers: Iterable[tuple[Iterable[Block], PageSetup]],
    *,
    shaper: Shaper | None = None,
    on_page: Callable[[], None] | None = None,
) -> bytes:
    """Several papers in one file, each with its own page count: the labelled copies of one FIR.

    `on_page` is called after each page; what it raises stops the work and no file is made.

    Raises:
        ValueError: no paper at all.
        FontsMissing, ShapingBroken: the type to print with is not usable.
    """
    shaper = shaper or shared_shaper()
    ink = Ink()
    sheets: list[Sheet] = []
    for blocks, setup in papers:
        sheet = Sheet(setup, shaper, ink)
        sheet.on_page = on_page
        place(sheet, blocks)
        sheet.finish()
        sheets.append(sheet)
    if not sheets:
        raise ValueError("a set of papers without a paper")
    return pdf_of(sheets)


def place(sheet: Sheet, blocks: Iterable[Block]) -> None:
    """Draw blocks one after the other; numbered items in sequence become one table."""
    stream = Stream(blocks)
    block = next(stream, None)
    while block is not None:
        leading: list[Block] = []
        while block is not None and _leads(block):
            leading.append(block)
            block = next(stream, None)
        if leading:
            _keep_with_next(sheet, leading, block, stream)
            for one in leading:
                _place(one, sheet)
        elif isinstance(block, ItemRow):
            block = _place_items(sheet, block, stream)
        elif block is not None:
            _place_with_signatures(sheet, block, stream)
            block = next(stream, None)


def _leads(block: Block) -> bool:
    """Whether a block says nothing without the one behind it."""
    return isinstance(block, Heading) or (isinstance(block, ItemLine) and not block.fields)


def _place_with_signatures(sheet: Sheet, block: Block, stream: Stream) -> None:
    """Draw `block` so that its end stands on the page of the signatures that follow it."""
    below = _signatures_height(sheet, stream)
    if below and isinstance(block, ItemLine | Together | Beside | Qr | Pictures):
        needed = _height(sheet, (block,)) + below
        if needed <= sheet.full_room:
            sheet.need(needed)
    sheet.below = below
    _place(block, sheet)
    sheet.below = 0.0


_MOST_AFTER = 2.2 * MM
"""The most that a block leaves blank below itself."""

_MOST_BELOW = 0.7
"""The part of a page that signatures may fill and still draw the end of the text to them."""


def _signatures_height(sheet: Sheet, stream: Stream) -> float:
    """The height of the signatures that come next, with what stands around them; 0 without any."""
    if sheet.is_endless:
        return 0.0
    closing = stream.closing()
    if not closing:
        return 0.0
    trial = sheet.scratch()
    trial.y -= _MOST_AFTER
    place(trial, closing)
    height = trial.frame.top - trial.y
    return height if height <= _MOST_BELOW * sheet.full_room else 0.0


_BRIEF = 9
"""Lines up to which a block under a heading goes to the signatures whole, with its heading."""


def _keep_with_next(
    sheet: Sheet, leading: Sequence[Block], upcoming: Block | None, stream: Stream
) -> None:
    """Turn the page where `leading` would stand at its foot without the start of what it leads."""
    if sheet.is_endless:
        return
    needed = _height(sheet, leading) + 3 * sheet.style().leading
    start = upcoming
    ends = not isinstance(upcoming, ItemRow) or not isinstance(stream.peek(), ItemRow)
    if isinstance(upcoming, Grid):
        # Rows that come from a stream are read once: then only the head is measured.
        rows = upcoming.rows[:1] if isinstance(upcoming.rows, tuple) else ()
        ends = isinstance(upcoming.rows, tuple) and len(upcoming.rows) <= 1
        start = replace(upcoming, rows=rows)
        needed = _height(sheet, (*leading, start)) + 2 * sheet.style().leading
    elif isinstance(start, Narrative) and start.boxed:
        needed += 2 * _BOX_PAD
    elif isinstance(start, ItemRow | Together | Signatures):
        needed = _height(sheet, (*leading, start))
    if start is not None and ends and (below := _signatures_height(sheet, stream)):
        whole = _height(sheet, (start,))
        if whole <= _BRIEF * sheet.style().leading + 4 * MM:
            needed = _height(sheet, leading) + whole + below
    if needed <= sheet.full_room:
        sheet.need(needed)


def _height(sheet: Sheet, blocks: Iterable[Block]) -> float:
    trial = sheet.scratch()
    before = trial.y
    place(trial, blocks)
    return before - trial.y


@singledispatch
def _place(block: object, sheet: Sheet) -> None:
    raise TypeError(f"{type(block).__name__} is not a block")


@_place.register
def _(block: Heading, sheet: Sheet) -> None:
    scale = {1: 1.35, 2: 1.12}.get(block.level, 1.0)
    style = aligned(sheet.style(scale, bold=isinstance(block.text, str)), block.align)
    if not sheet.is_fresh:
        sheet.y -= {1: 0.0, 2: 2.2 * MM}.get(block.level, 1.4 * MM)
    sheet.put_lines(sheet.set_text(block.text, style, sheet.width), sheet.left)
    sheet.y -= 0.8 * MM


@_place.register
def _(block: Paragraph, sheet: Sheet) -> None:
    style = aligned(sheet.style(block.scale), block.align)
    indent = block.indent * MM
    sheet.put_lines(sheet.set_text(block.text, style, sheet.width - indent), sheet.left + indent)
    sheet.y -= block.space_after * MM


_BOX_PAD = 1.5 * MM
"""Between the words of a boxed narrative and its rules."""


@_place.register
def _(block: Narrative, sheet: Sheet) -> None:
    style = aligned(sheet.style(), "justify")
    if block.boxed:
        table = Table(sheet, (1.0,), pad_y=_BOX_PAD)
        cell = sheet.set_text(block.text or BLANK, style, table.inner_width(0))
        table.begin([cell], is_last=True)
        table.row([cell], is_last=True)
        table.end()
        sheet.y -= 1.5 * MM
        return
    indent = block.indent * MM
    lines = sheet.set_text(block.text or BLANK, style, sheet.width - indent)
    sheet.put_lines(lines, sheet.left + indent)
    sheet.y -= 1.5 * MM


def _place_items(sheet: Sheet, first: ItemRow, stream: Stream) -> Block | None:
    """Draw `first` and the items behind it as one table; returns the block that ended them."""
    numbered = first.number is not None
    table = Table(sheet, (14.0, 62.0, 102.0) if numbered else (66.0, 112.0))
    shift = 1 if numbered else 0
    style, small = sheet.style(0.95), sheet.style(0.78)
    block: Block | None = first
    begun = False
    while isinstance(block, ItemRow):
        names: Cell = sheet.set_text(
            (Run(block.label_hi, bold=True),), style, table.inner_width(shift)
        )
        if block.label_en:
            names = names + sheet.set_text(block.label_en, small, table.inner_width(shift))
        cells = [names, sheet.set_text(block.value or BLANK, style, table.inner_width(shift + 1))]
        if numbered:
            cells.insert(0, sheet.set_text(block.number or "", style, table.inner_width(0)))
        is_last = not isinstance(stream.peek(), ItemRow)
        if is_last:
            sheet.below = _signatures_height(sheet, stream)
        if not begun:
            table.begin(cells, is_last=is_last)
            begun = True
        table.row(cells, is_last=is_last)
        block = next(stream, None)
    sheet.below = 0.0
    table.end()
    sheet.y -= 1.5 * MM
    return block


@_place.register
def _(block: ItemRow, sheet: Sheet) -> None:
    _place_items(sheet, block, Stream(()))


def _field_text(field: Field) -> tuple[Run, ...]:
    runs = [Run(field.label_hi)]
    if field.label_en:
        runs.append(Run(f" ({field.label_en})", scale=0.8))
    if field.label_hi or field.label_en:
        runs.append(Run(": "))
    runs.append(Run(field.value, bold=True))
    return tuple(runs)


@_place.register
def _(block: ItemLine, sheet: Sheet) -> None:
    style = sheet.style(0.97)
    number_width = 9.5 * MM if block.number else 0.0
    left = sheet.left + number_width + block.indent * MM
    width = sheet.right - left
    pending: list[tuple[float, Cell]] = []
    if block.lead:
        lead = sheet.set_text(block.lead, style, width)
        sheet.need(lead[0].height * (2 if block.fields or len(lead) > 1 else 1))
        _put_number(sheet, block, style)
        sheet.put_lines(lead, left)
        sheet.y -= 0.4 * MM
    total = sum(field.share for field in block.fields) or 1.0
    x = left
    blanks: list[tuple[float, float, int]] = []
    gutter = 3 * MM
    for field in block.fields:
        room = width * field.share / total
        lines = sheet.set_text(_field_text(field), style, room - gutter)
        pending.append((x, lines))
        if not field.value:
            end = x + lines[-1].width
            blanks.append((end + 3, x + room - gutter, len(lines)))
        x += room
    if not pending:
        sheet.y -= 0.5 * MM
        return
    if len(pending) == 1:
        _, lines = pending[0]
        sheet.need(lines[0].height * min(2, len(lines)))
        if not block.lead:
            _put_number(sheet, block, style)
        for start, stop, _ in blanks:
            if stop - start > 6:
                y = sheet.y - style.leading * (len(lines) - 0.3)
                sheet.rule(start, y, stop, y, dotted=True)
        sheet.put_lines(lines, left)
        sheet.y -= 0.9 * MM
        return
    height = max(sum(line.height for line in lines) for _, lines in pending)
    if height <= sheet.full_room:
        sheet.need(height)
    if not block.lead:
        _put_number(sheet, block, style)
    top = sheet.y
    if height > sheet.full_room:
        for start, lines in pending:
            sheet.put_lines(lines, start)
        return
    for start, lines in pending:
        y = top
        for line in lines:
            sheet.put_line(line, start, y)
            y -= line.height
    for start, stop, count in blanks:
        if stop - start > 6:
            y = top - style.leading * (count - 0.3)
            sheet.rule(start, y, stop, y, dotted=True)
    sheet.y = top - height - 0.9 * MM


def _put_number(sheet: Sheet, block: ItemLine, style: Style) -> None:
    if block.number:
        number = sheet.set_text((Run(block.number, bold=True),), style, 9.5 * MM)
        sheet.put_line(number[0], sheet.left + block.indent * MM, sheet.y)


@_place.register
def _(block: FieldTable, sheet: Sheet) -> None:
    columns = max(1, block.columns)
    table = Table(sheet, (2.0, 3.0) * columns)
    style = sheet.style(0.92)
    begun = False
    for start in range(0, len(block.fields), columns):
        cells: list[Cell] = []
        for field in block.fields[start : start + columns]:
            position = len(cells)
            names = sheet.set_text(
                label(field.label_hi, field.label_en), style, table.inner_width(position)
            )
            value: Text = (Run(field.value or BLANK, field.bold),)
            cells += [names, sheet.set_text(value, style, table.inner_width(position + 1))]
        cells += [[] for _ in range(2 * columns - len(cells))]
        is_last = start + columns >= len(block.fields)
        if not begun:
            table.begin(cells, is_last=is_last)
            begun = True
        table.row(cells, is_last=is_last)
    if begun:
        table.end()
        sheet.y -= 2.2 * MM


@_place.register
def _(block: Grid, sheet: Sheet) -> None:
    draw_grid(sheet, block)
    sheet.y -= 2.2 * MM


_THUMB = (16 * MM, 20 * MM)
"""Width and height of the box for a thumb impression."""


@_place.register
def _(block: Signatures, sheet: Sheet) -> None:
    # A single signature stands at the right, where letters and memos are signed.
    first = 1 if len(block.places) == 1 else 0
    count = max(1, len(block.places) + first)
    gutter = 6 * MM
    room = (sheet.width - gutter * (count - 1)) / count
    style = aligned(sheet.style(0.92), "centre")
    caption_style = Style(style.size, style.leading, True, "centre")
    columns = []
    for place_to_sign in block.places:
        lines = sheet.set_text(place_to_sign.caption, caption_style, room)
        for text in place_to_sign.lines:
            lines = lines + sheet.set_text(text, style, room)
        columns.append(lines)
    thumbs = any(one.thumb for one in block.places)
    space = max(block.space * MM, _THUMB[1] + 1 * MM) if thumbs else block.space * MM
    height = space + max((sum(line.height for line in lines) for lines in columns), default=0.0)
    if height <= sheet.full_room:
        sheet.need(height)
    top = sheet.y - space
    for number, (one, lines) in enumerate(zip(block.places, columns, strict=True), start=first):
        x = sheet.left + number * (room + gutter)
        sheet.rule(x + room * 0.08, top, x + room * 0.92, top, HAIR)
        if one.thumb:
            right, upper = x + room * 0.92, top + _THUMB[1]
            left = right - _THUMB[0]
            sheet.rule(left, top, left, upper, HAIR)
            sheet.rule(left, upper, right, upper, HAIR)
            sheet.rule(right, upper, right, top, HAIR)
        y = top - 0.6 * MM
        for line in lines:
            sheet.put_line(line, x, y)
            y -= line.height
    sheet.y -= height + 2 * MM


_QUIET = 4 * MM
"""Blank that readers of QR codes need around one."""


@lru_cache(maxsize=16)
def _qr_modules(data: str) -> list[list[bool]]:
    """The dark fields of a QR code.

    The mask is fixed: hashes look random under any of the eight, and trying them all takes
    longer than setting the page.
    """
    code = segno.make(data, error="m", micro=False, mask=3)
    return [[bool(module) for module in row] for row in code.matrix]


@_place.register
def _(block: Qr, sheet: Sheet) -> None:
    edge = block.size * MM
    rows = _qr_modules(block.data)
    style = sheet.style(0.8)
    text_left = sheet.left + edge + _QUIET
    lines: Cell = []
    if block.caption:
        lines = sheet.set_text(block.caption, style, sheet.right - text_left)
    height = max(edge, sum(line.height for line in lines)) + _QUIET
    sheet.need(min(height, sheet.full_room))
    sheet.modules(rows, sheet.left, sheet.y, edge)
    y = sheet.y
    for line in lines:
        sheet.put_line(line, text_left, y)
        y -= line.height
    sheet.y -= height


UNREADABLE = "चित्र पढ़ा नहीं जा सका · the picture cannot be read"


@_place.register
def _(block: Pictures, sheet: Sheet) -> None:
    gap = 3 * MM
    wide = (sheet.width - gap * (block.across - 1)) / block.across
    style = sheet.style(0.8)
    for start in range(0, len(block.pictures), block.across):
        row = block.pictures[start : start + block.across]
        made = [(jpeg_of(one.data), one) for one in row]
        below = [
            sheet.set_text(one.caption if jpeg else UNREADABLE, style, wide) for jpeg, one in made
        ]
        words_high = max(sum(line.height for line in lines) for lines in below)
        high = min(block.height * MM, max(sheet.full_room - words_high - gap, style.leading))
        if not any(jpeg for jpeg, _one in made):
            high = 0.0
        sheet.need(high + words_high + gap)
        for place, ((jpeg, _one), lines) in enumerate(zip(made, below, strict=True)):
            x = sheet.left + place * (wide + gap)
            if jpeg is not None:
                scale = min(wide / jpeg.width, high / jpeg.height)
                sheet.picture(jpeg, x, sheet.y, jpeg.width * scale, jpeg.height * scale)
            y = sheet.y - high
            for line in lines:
                sheet.put_line(line, x, y)
                y -= line.height
        sheet.y -= high + words_high + gap


@_place.register
def _(block: Note, sheet: Sheet) -> None:
    style = aligned(sheet.style(0.82), block.align)
    if block.boxed:
        table = Table(sheet, (1.0,))
        cell = sheet.set_text(block.text, style, table.inner_width(0))
        table.begin([cell], is_last=True)
        table.row([cell], is_last=True)
        table.end()
    else:
        sheet.put_lines(sheet.set_text(block.text, style, sheet.width), sheet.left)
    sheet.y -= 1.2 * MM


@_place.register
def _(block: Gap, sheet: Sheet) -> None:
    if not sheet.is_fresh:
        sheet.y -= min(block.height * MM, max(sheet.room, 0.0))


@_place.register
def _(block: Line, sheet: Sheet) -> None:
    sheet.need(2 * MM)
    sheet.y -= 1 * MM
    sheet.rule(sheet.left, sheet.y, sheet.right, sheet.y)
    sheet.y -= 1 * MM


@_place.register
def _(block: PageBreak, sheet: Sheet) -> None:
    if not sheet.is_fresh:
        sheet.turn()


@_place.register
def _(block: Together, sheet: Sheet) -> None:
    height = _height(sheet, block.blocks)
    if height <= sheet.full_room:
        sheet.need(height)
    place(sheet, block.blocks)


@_place.register
def _(block: Beside, sheet: Sheet) -> None:
    left, right = sheet.left, sheet.right
    middle = left + (right - left) * block.share
    halves = ((left, middle - 2 * MM, block.left), (middle + 2 * MM, right, block.right))
    heights = []
    for start, stop, blocks in halves:
        sheet.left, sheet.right = start, stop
        heights.append(_height(sheet, blocks))
    sheet.left, sheet.right = left, right
    height = max(heights)
    if height <= sheet.full_room:
        sheet.need(height)
        top = sheet.y
        for start, stop, blocks in halves:
            sheet.y, sheet.left, sheet.right = top, start, stop
            place(sheet, blocks)
        sheet.y = top - height
    else:
        place(sheet, block.left)
        place(sheet, block.right)
    sheet.left, sheet.right = left, right
