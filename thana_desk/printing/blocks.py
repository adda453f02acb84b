"""What can stand on paper, as plain values: other rooms describe pages with these and never see a PDF library."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Align = Literal["left", "right", "centre", "justify"]
PaperSize = Literal["A4", "LEGAL"]
Margins = Literal["normal", "binding", "narrow"]

NIL = "निल"
"""What a police register writes where there is nothing to write."""
BLANK = "—"
"""What a form shows for a question that was not answered."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face; `scale` is relative to the block's own type size."""

    text: str
    bold: bool = False
    scale: float = 1.0


Text = str | tuple[Run, ...]
"""Plain text (never markup: `<b>` prints as those three signs), or runs in different faces."""


def label(hi: str, en: str = "", *, bold: bool = True, below: bool = False) -> tuple[Run, ...]:
    """A bilingual label: Hindi first, English smaller behind it or `below`."""
    if not en or en == hi:
        return (Run(hi, bold),)
    return (Run(hi, bold), Run(f"\n{en}" if below else f" {en}", scale=0.8))


@dataclass(frozen=True, slots=True)
class Heading:
    """A title. Level 1 heads the document, 2 a part, 3 a group; it stays with what follows."""

    text: Text
    level: int = 2
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Free text in any mix of faces; line ends in the text are kept."""

    text: Text
    align: Align = "left"
    scale: float = 1.0
    indent: float = 0.0
    """Distance from the left edge, in mm."""
    space_after: float = 1.2
    """Blank below, in mm."""


@dataclass(frozen=True, slots=True)
class Narrative:
    """Long running text (tehrir, rapat, statement): justified, flows over as many pages as needed."""

    text: str
    indent: float = 0.0
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item of a form: number, bilingual label, value; rows in sequence share rules.

    `number` is None in a form without official item numbers, which needs no column for them.
    """

    number: str | None
    label_hi: str
    label_en: str = ""
    value: Text = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A label with its value; `share` is its part of the line's width."""

    label_hi: str
    label_en: str = ""
    value: str = ""
    share: float = 1.0
    bold: bool = False
    """Whether the value itself is set bold (legal numbers)."""


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A numbered line of an official form with its fields side by side; blank values are dotted."""

    number: str
    fields: tuple[Field, ...] = ()
    lead: Text = ""
    """Text before the fields, on its own line (the item's printed heading)."""
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class FieldTable:
    """Label/value pairs in a ruled table, `columns` pairs side by side."""

    fields: tuple[Field, ...]
    columns: int = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid; `width` is its share of the table's width."""

    head: Text
    width: float = 1.0
    align: Align = "left"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Wide:
    """A row of a grid that runs over all columns (remarks, closing lines)."""

    text: Text
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Counted:
    """A row with amounts that are added up; `amounts` has one for each of the grid's `sums`."""

    cells: tuple[Text, ...]
    amounts: tuple[Decimal, ...]


Row = tuple[Text, ...] | Wide | Counted


@dataclass(frozen=True, slots=True)
class Sum:
    """What a grid adds up: its name and how an amount is written."""

    name: str
    written: Callable[[Decimal], str] = str


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table whose heading repeats on each page; rows and single cells may flow over pages.

    `rows` may be a generator: rows are drawn as they come and not kept.
    """

    columns: tuple[Column, ...]
    rows: Iterable[Row]
    empty: str = NIL
    """Printed over the whole width when there are no rows."""
    scale: float = 1.0
    numbered_heads: bool = False
    """Whether a second heading row counts the columns (1) (2) (3), as printed registers do."""
    blank_cell: str = BLANK
    carry_first: bool = False
    """Whether a row that flows to the next page says its first cell there again."""
    sums: tuple[Sum, ...] = ()
    """Added up over the counted rows; carried from page to page and written below the last row."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One place to sign: the lines stand under the space left for ink, beside a box for a `thumb`."""

    caption: str
    lines: tuple[str, ...] = ()
    thumb: bool = False


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places to sign, side by side, never torn over two pages."""

    places: tuple[Signature, ...]
    space: float = 13.0
    """Height left for ink, in mm."""


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code with words beside it."""

    data: str
    caption: Text = ""
    size: float = 22.0
    """Edge length in mm."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph or scan (JPEG or PNG bytes) and the words below it."""

    data: bytes
    caption: Text = ""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures side by side, in as many rows as they need; one that cannot be read says so."""

    pictures: tuple[Picture, ...]
    height: float = 52.0
    """Height of each picture in mm; its width follows from its shape."""
    across: int = 3


@dataclass(frozen=True, slots=True)
class Note:
    """A remark in small type; `boxed` puts a rule around it (provisional mark, warnings)."""

    text: Text
    boxed: bool = False
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Gap:
    """Blank space, in mm."""

    height: float = 3.0


@dataclass(frozen=True, slots=True)
class Line:
    """A hairline over the whole width."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page if one page can hold them."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two columns of short blocks side by side; `share` is the left one's part of the width."""

    left: tuple["Block", ...]
    right: tuple["Block", ...]
    share: float = 0.75


Block = (
    Heading
    | Paragraph
    | Narrative
    | ItemRow
    | ItemLine
    | FieldTable
    | Grid
    | Signatures
    | Qr
    | Pictures
    | Note
    | Gap
    | Line
    | PageBreak
    | Together
    | Beside
)


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The sheet and all that stands around the text on each page.

    `printed_at` is ISO 8601 text with offset: the same blocks and the same time give the same bytes.
    """

    title: str
    thana: str
    district: str
    printed_at: str
    number: str = ""
    printed_by: str = ""
    copy_label: str = ""
    """Whom this copy is for, e.g. 'वादी की प्रति'."""
    marks: tuple[str, ...] = field(default=())
    """Standing marks such as 'प्रतिलिपि', 'पुनर्मुद्रण', 'अनंतिम'."""
    foot_note: str = ""
    sample: bool = False
    """Whether to mark every page as a training sample, unmistakably."""
    paper: PaperSize = "A4"
    landscape: bool = False
    text_size: float = 11.0
    """Type size of the body in points; courts have asked for larger print."""
    running_head: bool = True
    margins: Margins = "normal"
    """Room around the text; `binding` leaves more at the left for thick files."""


def paper_date(stated: str) -> str:
    """An ISO date or time as forms print dates: 25/12/2025; anything else unchanged."""
    day = stated[:10]
    if len(day) == 10 and day[4] == day[7] == "-" and day.replace("-", "").isdigit():
        return f"{day[8:]}/{day[5:7]}/{day[:4]}"
    return stated


def paper_clock(stated: str) -> str:
    """The hour of an ISO time as forms print it: 09:40; '' when it carries none."""
    return stated[11:16] if len(stated) >= 16 and stated[10] in "T " else ""


def paper_time(stated: str) -> str:
    """An ISO time as forms print it: 25/12/2025 09:40."""
    clock = paper_clock(stated)
    return f"{paper_date(stated)} {clock}" if clock else paper_date(stated)
