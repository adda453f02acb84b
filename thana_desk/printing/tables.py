"""Ruled tables: headings that repeat, rows and cells that flow over pages however long they are."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from thana_desk.printing.blocks import Align, Counted, Grid, Run, Text, Wide
from thana_desk.printing.page import HAIR, MM, RULE, Sheet
from thana_desk.printing.words import SetLine, Style, set_before

PAD_X = 1.3 * MM
PAD_Y = 0.9 * MM
_KEEP_LINES = 9
"""A row of at most so many lines goes to the next page whole rather than torn."""
_LEAST_LINES = 3
"""Fewer lines than these are not begun at the foot of a page."""

Cell = list[SetLine]
_T = TypeVar("_T")

CARRIED = "आगे ले जाया गया योग"
BROUGHT = "पीछे से लाया गया योग"
TOTAL = "योग"


class Table:
    """One table being drawn on a sheet, row after row."""

    def __init__(
        self,
        sheet: Sheet,
        shares: Sequence[float],
        heads: Sequence[Cell] | None = None,
        second_heads: Sequence[Cell] | None = None,
        *,
        ruled: bool = True,
        pad_y: float = PAD_Y,
    ) -> None:
        self.sheet = sheet
        self.ruled = ruled
        self.pad_y = pad_y
        total = sum(shares) or 1.0
        edge = sheet.left
        self.edges = [edge]
        for share in shares:
            edge += sheet.width * share / total
            self.edges.append(edge)
        self._column_edges = self.edges
        self._lefts = [round((edge + PAD_X) * 100) for edge in self.edges]
        self.heads = [row for row in (heads, second_heads) if row is not None]
        self._head_height = sum(self._height(row) for row in self.heads)
        self._repeats = self._head_height < sheet.full_room * 0.5
        self.carry: Callable[[], tuple[Cell, Cell] | None] = lambda: None
        """What a page says below its last row and the next above its first: totals so far."""
        self.carry_height = 0.0
        """Height kept free for each of the two."""
        self._carried_over: tuple[Cell, Cell] | None = None
        self._top: float | None = None
        """Where the current stretch of upright rules begins; None outside one."""

    def inner_width(self, column: int, span: int = 1) -> float:
        """Width for text in a column."""
        return self.edges[column + span] - self.edges[column] - 2 * PAD_X

    # --- a table's life --------------------------------------------------------------------------

    def begin(self, first_row: Sequence[Cell] | None = None, *, is_last: bool = False) -> None:
        """Draw the top rule and the headings, with room for the beginning of the first row.

        `is_last` as in `row`.
        """
        self._before, self._after = self.sheet.before_turn, self.sheet.on_turn
        beginning = self._beginning(first_row) if first_row is not None else 0.0
        wanted = self._head_height + beginning + self.carry_height
        if is_last and first_row is not None and _lines(first_row) <= _KEEP_LINES:
            wanted += self.sheet.below
        self.sheet.need(min(wanted, self.sheet.full_room))
        self.sheet.before_turn, self.sheet.on_turn = self._leave, self._reopen
        self._open(first=True)

    def end(self) -> None:
        """Draw what rules are still open."""
        self._close_uprights()
        self.sheet.before_turn, self.sheet.on_turn = self._before, self._after

    def _open(self, first: bool) -> None:
        sheet = self.sheet
        if self.ruled:
            sheet.rule(self.edges[0], sheet.y, self.edges[-1], sheet.y, RULE)
        self._top = sheet.y
        if first or self._repeats:
            inside, self.edges = self.edges, self._column_edges
            for row in self.heads:
                self._draw(row)
            if self.heads and self.ruled:
                sheet.rule(self.edges[0], sheet.y, self.edges[-1], sheet.y, RULE)
            if inside is not self.edges:
                # A wide row goes on below: the headings' upright rules end here.
                self._close_uprights()
                self._top = sheet.y
                self.edges = inside

    def _leave(self) -> None:
        self._close_uprights()
        self._carried_over = self.carry()
        if self._carried_over:
            self._line_across(self._carried_over[0])

    def _reopen(self) -> None:
        self._open(first=False)
        if self._carried_over:
            inside = self.edges
            self._close_uprights()
            self._line_across(self._carried_over[1])
            self.edges = inside
            self._top = self.sheet.y

    def _line_across(self, cell: Cell) -> None:
        """Draw one row over the whole width, with its own upright rules."""
        inside, self.edges = self.edges, [self.edges[0], self.edges[-1]]
        self._top = self.sheet.y
        self._draw([cell])
        self._close_uprights()
        self.edges = inside

    def _close_uprights(self) -> None:
        if self._top is None or not self.ruled:
            return
        if self._top - self.sheet.y > 0.1:
            for x in self.edges:
                self.sheet.rule(x, self._top, x, self.sheet.y)
        self._top = None

    # --- rows --------------------------------------------------------------------------------------

    def _height(self, row: Sequence[Cell]) -> float:
        tallest = 0.0
        for cell in row:
            height = cell[0].height if len(cell) == 1 else sum([line.height for line in cell])
            if height > tallest:
                tallest = height
        return tallest + 2 * self.pad_y

    def _beginning(self, row: Sequence[Cell]) -> float:
        """The least height that must be free to begin this row here."""
        height = self._height(row)
        most = _lines(row)
        if most <= _KEEP_LINES:
            return height
        return height / most * _LEAST_LINES + 2 * self.pad_y

    @property
    def _fresh_room(self) -> float:
        heads = self._head_height if self._repeats else 0.0
        return self.sheet.full_room - heads - 2 * self.carry_height

    @property
    def _room(self) -> float:
        return self.sheet.room - self.carry_height

    def row(
        self,
        cells: Sequence[Cell],
        carried: Callable[[], Cell] | None = None,
        begun: Callable[[], None] | None = None,
        *,
        is_last: bool = False,
    ) -> None:
        """Draw a row, over as many pages as its longest cell needs.

        `carried` gives what stands in the first cell on the pages that continue the row; `begun`
        is called once the page is certain on which the row begins. The end of the last row
        stands on the page of the signatures below the table.
        """
        rest = list(cells)
        turned = False
        below = self.sheet.below if is_last else 0.0
        while True:
            height = self._height(rest)
            room = self._room
            if height <= room + 0.01:
                if height + below > room + 0.01:
                    most = _lines(rest)
                    if most > _KEEP_LINES:
                        if begun:
                            begun()
                            begun = None
                        rest = self._draw_part(rest, height * (1 - _LEAST_LINES / most))
                        if carried and not rest[0]:
                            rest[0] = carried()
                        self.sheet.turn()
                        turned = True
                        continue
                    if not turned:
                        self.sheet.turn()
                        turned = True
                        continue
                if begun:
                    begun()
                self._draw(rest, height)
                return
            whole_next = height <= self._fresh_room and self._beginning(rest) >= height
            if not turned and (whole_next or self._beginning(rest) > room):
                self.sheet.turn()
                turned = True
                continue
            if begun:
                begun()
                begun = None
            rest = self._draw_part(rest)
            if carried and not rest[0]:
                rest[0] = carried()
            self.sheet.turn()
            turned = True

    def wide(self, cell: Cell, *, is_last: bool = False) -> None:
        """Draw a row without inner rules."""
        self._close_uprights()
        self.edges = [self.edges[0], self.edges[-1]]
        self._top = self.sheet.y
        self.row([cell], is_last=is_last)
        self._close_uprights()
        self.edges = self._column_edges
        self._top = self.sheet.y

    def _draw_part(self, cells: list[Cell], most: float = math.inf) -> list[Cell]:
        """Draw what fits of each cell; returns what does not. At least one line is drawn.

        `most` is the height to take at most, where less than the room is wanted.
        """
        room = min(self._room, most) - 2 * self.pad_y
        parts: list[Cell] = []
        rest: list[Cell] = []
        for cell in cells:
            used = 0.0
            count = 0
            for line in cell:
                if used + line.height > room + 0.01:
                    break
                used += line.height
                count += 1
            parts.append(cell[:count])
            rest.append(cell[count:])
        if not any(parts):
            parts = [cell[:1] for cell in cells]
            rest = [cell[1:] for cell in cells]
        self._draw(parts)
        return rest

    def _draw(self, cells: Sequence[Cell], height: float | None = None) -> None:
        sheet = self.sheet
        top = sheet.y
        lowest = top - (self._height(cells) if height is None else height)
        lefts = self._lefts
        # A row over the whole width has one cell, which begins where the first column does.
        sheet.put_cells(cells, lefts[: len(cells)], top - self.pad_y)
        sheet.y = lowest
        if self.ruled:
            sheet.rule(self.edges[0], lowest, self.edges[-1], lowest, HAIR)


def _lines(row: Sequence[Cell]) -> int:
    """The lines of a row's longest cell."""
    return max((len(cell) for cell in row), default=0)


def _carried(sheet: Sheet, row: tuple[Text, ...], style: Style, width: float) -> Cell:
    """What the first cell says on the pages that continue a row."""
    text = row[0] if row else ""
    plain = text if isinstance(text, str) else "".join(run.text for run in text)
    return sheet.set_text((Run(plain), Run("\n(जारी)", scale=0.8)), style, width)


def aligned(style: Style, align: Align) -> Style:
    """The same style, set to one side."""
    return style if style.align == align else replace(style, align=align)


def emboldened(text: Text) -> Text:
    """The same text with every run bold."""
    if isinstance(text, str):
        return (Run(text, bold=True),)
    return tuple(replace(run, bold=True) for run in text)


def _with_end(rows: Iterable[_T]) -> Iterator[tuple[_T, bool]]:
    """Each row, and whether it is the last; one row is read ahead."""
    held: list[_T] = []
    for row in rows:
        if held:
            yield held.pop(), False
        held.append(row)
    for row in held:
        yield row, True


def draw_grid(sheet: Sheet, grid: Grid) -> None:
    """Draw a whole grid; its rows are taken one by one."""
    base = sheet.style(0.95 * grid.scale)
    small = sheet.style(0.78 * grid.scale)
    table = Table(sheet, [column.width for column in grid.columns])
    heads = [
        sheet.set_text(
            emboldened(column.head) if isinstance(column.head, str) else column.head,
            aligned(base, "centre"),
            table.inner_width(number),
        )
        for number, column in enumerate(grid.columns)
    ]
    counts = None
    if grid.numbered_heads:
        counts = [
            sheet.set_text(f"({number + 1})", aligned(small, "centre"), table.inner_width(number))
            for number in range(len(grid.columns))
        ]
    table = Table(sheet, [column.width for column in grid.columns], heads, counts)
    styles = [Style(base.size, base.leading, column.bold, column.align) for column in grid.columns]
    widths = [table.inner_width(number) for number in range(len(grid.columns))]
    before = [
        set_before(style, width, sheet.shaper) for style, width in zip(styles, widths, strict=True)
    ]
    whole = table.inner_width(0, len(grid.columns))
    begun = False
    so_far = [Decimal(0)] * len(grid.sums)
    counted = False

    def line_of(label: str) -> Cell:
        pieces = (
            f"{one.name}: {one.written(amount)}"
            for one, amount in zip(grid.sums, so_far, strict=True)
        )
        text = (Run(f"{label} — ", bold=True), Run("; ".join(pieces), bold=True))
        return sheet.set_text(text, aligned(base, "right"), whole)

    if grid.sums:
        table.carry = lambda: (line_of(CARRIED), line_of(BROUGHT)) if counted else None
        # Amounts grow: one line more than they need now is room enough for later ones.
        now = sum(line.height for line in line_of(CARRIED))
        table.carry_height = now + base.leading + 2 * PAD_Y
    for given, ends in _with_end(grid.rows):
        is_last = ends and not grid.sums
        amounts = given.amounts if isinstance(given, Counted) else ()
        row = given.cells if isinstance(given, Counted) else given
        if isinstance(row, Wide):
            cell = sheet.set_text(row.text, aligned(base, row.align), whole)
            if not begun:
                table.begin([cell], is_last=is_last)
            table.wide(cell, is_last=is_last)
        else:
            cells: list[Cell] = []
            for text, known, style, width in zip(row, before, styles, widths, strict=False):
                shown = text or grid.blank_cell
                cells.append(known.get(shown) or sheet.set_text(shown, style, width))
            cells += [[] for _ in range(len(grid.columns) - len(cells))]
            if not begun:
                table.begin(cells, is_last=is_last)

            def add(amounts: tuple[Decimal, ...] = amounts) -> None:
                nonlocal counted
                for place, amount in enumerate(amounts):
                    so_far[place] += amount
                counted = counted or bool(amounts)

            def carried(row: tuple[Text, ...] = row) -> Cell:
                return _carried(sheet, row, styles[0], widths[0])

            table.row(
                cells,
                carried if grid.carry_first else None,
                add if amounts else None,
                is_last=is_last,
            )
        begun = True
    table.carry = lambda: None
    table.carry_height = 0.0
    if not begun:
        cell = sheet.set_text(grid.empty, aligned(base, "centre"), whole)
        table.begin([cell], is_last=True)
        table.wide(cell, is_last=True)
    elif grid.sums:
        table.wide(line_of(TOTAL), is_last=True)
    table.end()
