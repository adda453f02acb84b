"""Any bound register on paper: its columns over entries that come one by one."""

from collections.abc import Iterable, Iterator

from forms.kit.form import Column, Entry, Register
from thana_desk.printing import blocks as b


def register_blocks(
    register: Register, entries: Iterable[Entry], period: str = ""
) -> Iterator[b.Block]:
    """The register's heading and table. `entries` may be a generator: they are not kept.

    `period` is what stands below the heading ('01/11/2026 से 30/11/2026').
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
    )


def heading_blocks(register: Register, period: str) -> Iterator[b.Block]:
    """Name and number of the register, in both languages, and its period."""
    name = register.words.hi
    if register.number:
        name = f"रजिस्टर सं. {register.number} — {name}"
    yield b.Heading(name, 1, "centre")
    below = " · ".join(part for part in (register.words.en, period) if part)
    yield b.Paragraph(below, "centre", 0.92)


def rows(register: Register, entries: Iterable[Entry]) -> Iterator[b.Row]:
    """Each entry's cells, and its remarks over the whole width."""
    for entry in entries:
        yield tuple(column.value(entry) for column in register.columns)
        yield from remark_rows(entry)


def remark_rows(entry: Entry) -> Iterator[b.Wide]:
    """The officer in charge's remarks, directly below what they are about."""
    for remark in entry.remarks:
        yield b.Wide((b.Run("टिप्पणी: ", bold=True), b.Run(remark)))


def _column(column: Column) -> b.Column:
    return b.Column(
        b.label(column.words.hi, column.words.en, below=True),
        float(column.width),
        "justify" if column.narrative else "left",
    )
