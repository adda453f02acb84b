"""A return on paper: the covering letter with its table of figures, changed figures told below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forms.kit.register import Register
from forms.kit.returns import Return
from thana_desk.printing import blocks as b


@dataclass(frozen=True, slots=True)
class ReturnPaper:
    """What the letter says. `counted` holds each figure and whether an officer changed it."""

    thana: str
    district: str
    period: str
    day: str
    counted: tuple[tuple[tuple[int, bool], ...], ...]
    changes: tuple[str, ...] = ()


def return_blocks(
    wanted: Return, paper: ReturnPaper, annexures: Sequence[Register]
) -> Iterator[b.Block]:
    """One page as a rule: to whom, what about, the figures, the annexures, a blank to sign."""
    yield b.Heading(wanted.words.hi, 1, "centre")
    below = " · ".join(one for one in (wanted.words.en, wanted.basis.hi) if one)
    yield b.Paragraph(below, "centre", 0.92)
    yield b.Beside(
        (b.Paragraph("सेवा में,\n" + "\n".join((*wanted.to, f"जनपद {paper.district}"))),),
        (b.Paragraph(f"थाना {paper.thana}\nदिनांक {paper.day}"),),
        0.66,
    )
    yield b.Paragraph(
        (b.Run("विषय: ", bold=True), b.Run(f"{wanted.words.hi}, अवधि {paper.period}"))
    )
    yield b.Paragraph("महोदय, उपर्युक्त अवधि की सूचना थाने के अभिलेखों से गिनकर निम्नवत् प्रेषित है:", "justify")
    columns = [b.Column(b.label("क्र0", "No.", below=True), 6.0, "centre")]
    columns.append(b.Column(b.label("विवरण", "Particulars", below=True), 34.0))
    columns += [
        b.Column(b.label(one.hi, one.en, below=True), 16.0, "centre") for one in wanted.columns
    ]
    several = len(wanted.columns) > 1 and wanted.totals
    if several:
        columns.append(b.Column(b.label("योग", "Total", below=True), 12.0, "centre", bold=True))
    yield b.Grid(tuple(columns), tuple(_rows(wanted, paper, several)), blank_cell="")
    if not any(figure for row in paper.counted for figure, _changed in row):
        yield b.Paragraph((b.Run("इस अवधि की सूचना निल है।", bold=True),))
    for change in paper.changes:
        yield b.Note(f"* {change}")
    if annexures:
        names = "; ".join(f"({n}) {one.words.hi}" for n, one in enumerate(annexures, 1))
        yield b.Paragraph((b.Run("संलग्नक: ", bold=True), b.Run(names)))
    yield b.Gap(4.0)
    yield b.Signatures((b.Signature("हे0मो0 / लेखक"), b.Signature("थाना प्रभारी, दिनांक")))


def _rows(wanted: Return, paper: ReturnPaper, several: bool) -> Iterator[b.Row]:
    for count, (row, figures) in enumerate(zip(wanted.rows, paper.counted, strict=True), 1):
        cells: list[b.Text] = [str(count), row.words.hi]
        cells += [f"{figure}{' *' if changed else ''}" for figure, changed in figures]
        if several:
            cells.append(str(sum(figure for figure, _changed in figures)))
        yield tuple(cells)
    if wanted.totals:
        sums = [sum(figure for figure, _ in column) for column in zip(*paper.counted, strict=True)]
        total: list[b.Text] = ["", (b.Run("योग", bold=True),)]
        total += [(b.Run(str(one), bold=True),) for one in sums]
        if several:
            total.append(str(sum(sums)))
        yield tuple(total)
