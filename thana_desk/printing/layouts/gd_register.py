"""A diary day of the General Diary as its register page: entries, remarks, closing, head of the chain."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forms.kit.register import Entry, Register
from thana_desk.printing import blocks as b
from thana_desk.printing.form_paper import qr_text, short_hash
from thana_desk.printing.layouts.register import heading_blocks, remark_rows

_SIGN = b.Column(b.label("हस्ताक्षर", "Signature", below=True), 10.0)


@dataclass(frozen=True, slots=True)
class DiaryPaper:
    """What the page says about the day as a whole. `day` is ISO; `head_hash` the chain's newest hash."""

    day: str
    closed: bool
    head_hash: str = ""
    head_seq: int = 0
    officer_in_charge: str = ""


def open_day_foot(paper: DiaryPaper) -> str:
    """The foot note for `PageSetup.foot_note`: says that the day goes on; '' once it is closed."""
    if paper.closed:
        return ""
    return "यह डायरी दिवस अभी बन्द नहीं हुआ है — अन्तिम प्रति दिवस बन्द होने पर छपेगी"


def gd_register_blocks(
    register: Register, entries: Sequence[Entry], paper: DiaryPaper
) -> Iterator[b.Block]:
    """The day's register: every entry in full, the closing line with the count, the head's code."""
    yield from heading_blocks(register, f"दिनांक {b.paper_date(paper.day)}")
    columns = tuple(
        b.Column(
            b.label(column.words.hi, column.words.en, below=True),
            float(column.width),
            "justify" if column.narrative else "left",
        )
        for column in register.columns
    )
    yield b.Grid(
        (*columns, _SIGN),
        _rows(register, entries),
        empty="इस दिवस में कोई रपट नहीं — निल",
        numbered_heads=True,
        blank_cell="",
        carry_first=True,
    )
    yield from _closing(register, entries, paper)


def _rows(register: Register, entries: Sequence[Entry]) -> Iterator[b.Row]:
    for entry in entries:
        cells: list[b.Text] = []
        for column in register.columns:
            text = column.said(entry)
            if column.narrative and entry.linked:
                cells.append(
                    (
                        b.Run(text),
                        b.Run("\nसम्बन्धित अभिलेख: ", scale=0.9),
                        b.Run(entry.linked, bold=True, scale=0.9),
                    )
                )
            else:
                cells.append(text)
        yield (*cells, "")
        yield from remark_rows(entry)


def _closing(register: Register, entries: Sequence[Entry], paper: DiaryPaper) -> Iterator[b.Block]:
    if register.closing is not None:
        words = register.closing(entries)
        closing, english = words.hi, words.en
    else:
        closing, english = f"कुल रपट: {len(entries)}", f"Entries: {len(entries)}"
    inside: list[b.Block] = [
        b.Paragraph((b.Run(closing, bold=True), b.Run(f"\n{english}", scale=0.85)))
    ]
    if paper.head_hash:
        inside.append(
            b.Qr(
                qr_text(
                    "GD-DAY", paper.day, str(len(entries)), str(paper.head_seq), paper.head_hash
                ),
                (
                    b.Run("दिवस की अन्तिम प्रविष्टि तक की शृंखला-मोहर: ", bold=True),
                    b.Run(short_hash(paper.head_hash), bold=True),
                    b.Run(
                        f"\nअभिलेख-शृंखला में स्थान: {paper.head_seq}. बाद में किसी रपट में हुआ कोई भी बदलाव इस मोहर से "
                        "पकड़ में आ जाता है।"
                    ),
                ),
                size=20.0,
            )
        )
    inside.append(
        b.Signatures(
            (
                b.Signature("मोहर्रिर / लेखक"),
                b.Signature(
                    "थाना प्रभारी", (paper.officer_in_charge,) if paper.officer_in_charge else ()
                ),
            )
        )
    )
    yield b.Together(tuple(inside))
