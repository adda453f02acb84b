"""Lines of text as a file for a spreadsheet, in which no cell is ever taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

from thana_desk.actions.errors import Refused
from thana_desk.texts import words

MOST_IN_CELL = 32_767
"""What a cell of the .xlsx format holds at most."""
_RUNS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be run by a spreadsheet that opens the file (CWE-1236)."""


def as_table(
    kind: str,
    lines: Iterable[Sequence[str]],
    widths: Sequence[float],
    *,
    landscape: bool = False,
    legal: bool = False,
) -> bytes:
    """The lines as a file of this kind, every cell text: 0001/2026 stays as it is.

    Raises:
        Refused: neither `.csv` nor `.xlsx`.
    """
    if kind == ".csv":
        return as_csv(lines)
    if kind == ".xlsx":
        return as_xlsx(lines, widths, landscape=landscape, legal=legal)
    raise Refused(words("actions.table_kind"))


def as_csv(lines: Iterable[Sequence[str]]) -> bytes:
    """The lines as CSV: UTF-8 with its mark, as the offices' spreadsheets want it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for line in lines:
        writer.writerow([f"'{cell}" if cell.startswith(_RUNS) else cell for cell in line])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(
    lines: Iterable[Sequence[str]],
    widths: Sequence[float],
    *,
    landscape: bool = False,
    legal: bool = False,
) -> bytes:
    """The lines as a workbook of one sheet, every cell text; the first line is the heading."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as file:
        sheet = file.add_worksheet()
        bold = file.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
        plain = file.add_format({"text_wrap": True, "valign": "top", "border": 1})
        for row, line in enumerate(lines):
            for column, cell in enumerate(line):
                sheet.write_string(row, column, cell[:MOST_IN_CELL], plain if row else bold)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        if landscape:
            sheet.set_landscape()
        sheet.set_paper(5 if legal else 9)
    return out.getvalue()
