"""Any bound register on paper: its columns over entries that come one by one."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from forms.kit.register import Column, Entry, Register
from forms.kit.shapes import grouped
from thana_desk.printing import blocks as b


def register_blocks(
    register: Register, entries: Iterable[Entry], period: str = ""
) -> Iterator[b.Block]:
    """The register's heading, table and places to sign.

    `entries` may be a generator: they are not kept. `period` is what stands below the heading
    ('01/11/2026 से 30/11/2026').
    """
    yield from heading_blocks(register, period)
    yield b.Grid(
        tuple(_column(column) for column in register.columns),
        rows(register, entries),
        empty=b.NIL,
        scale=0.96,
        numbered_heads=True,
        blank_cell="",
        carry_first=True,
        sums=tuple(b.Sum(column.words.hi, _amount) for column in register.columns if column.total),
    )
    if register.signed_by:
        yield b.Gap(4.0)
        yield b.Signatures(tuple(b.Signature(place.hi) for place in register.signed_by))


def heading_blocks(register: Register, period: str) -> Iterator[b.Block]:
    """Name and number of the register, in both languages, what orders it kept, and its period."""
    name = register.words.hi
    if register.number:
        name = f"रजिस्टर सं. {register.number} — {name}"
    yield b.Heading(name, 1, "centre")
    below = " · ".join(part for part in (register.words.en, register.basis.hi, period) if part)
    yield b.Paragraph(below, "centre", 0.92)


def rows(register: Register, entries: Iterable[Entry]) -> Iterator[b.Row]:
    """Each entry's cells, its remarks over the whole width, and a heading above each new group."""
    totals = [column for column in register.columns if column.total]
    under = None
    for entry in entries:
        if register.heading is not None:
            group = register.heading(entry)
            if group != under:
                under = group
                yield b.Wide((b.Run(group or "—", bold=True),), "centre")
        cells = tuple(column.said(entry) for column in register.columns)
        if totals:
            yield b.Counted(cells, tuple(_total(column, entry) for column in totals))
        else:
            yield cells
        yield from remark_rows(entry)


def remark_rows(entry: Entry) -> Iterator[b.Wide]:
    """The officer in charge's remarks, directly below what they are about."""
    for remark in entry.remarks:
        yield b.Wide((b.Run("टिप्पणी: ", bold=True), b.Run(remark)))


def _total(column: Column, entry: Entry) -> Decimal:
    return column.total(entry) if column.total else Decimal(0)


def _amount(amount: Decimal) -> str:
    """A sum with Indian grouping, without a fraction that is nought."""
    plain = format(amount.normalize(), "f")
    return grouped(plain)


def _column(column: Column) -> b.Column:
    return b.Column(
        b.label(column.words.hi, column.words.en, below=True),
        float(column.width),
        "justify" if column.narrative else "right" if column.total else "left",
    )
