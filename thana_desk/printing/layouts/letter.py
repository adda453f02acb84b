"""Any letter or slip on paper: addressed, in paragraphs, signed, with the record's code."""

from collections.abc import Iterator

from forms.kit.form import Form
from forms.kit.paper import PaperText
from thana_desk.printing import blocks as b
from thana_desk.printing.form_paper import (
    PROVISIONAL,
    PaperRecord,
    qr_text,
    seal_blocks,
    short_hash,
)


def letter_blocks(
    form: Form,
    title: str,
    english: str,
    text: PaperText,
    record: PaperRecord,
    pictures: tuple[b.Picture, ...] = (),
) -> Iterator[b.Block]:
    """The page of a letter; a paper of slips is nothing but its slips."""
    if text.slips:
        yield from _slips(form, text, record)
        return
    yield b.Heading(title, 1, "centre")
    yield b.Paragraph(english, "centre", 0.92)
    if record.provisional:
        yield b.Note(PROVISIONAL, boxed=True)
    yield b.FieldTable(
        (
            b.Field("थाना", "P.S.", record.thana),
            b.Field("जनपद", "District", record.district),
            b.Field("क्रमांक", "No.", record.number, bold=True),
            b.Field("दिनांक", "Date", b.paper_time(record.registered_at)),
        )
    )
    if text.to:
        yield b.Paragraph("सेवा में,\n" + "\n".join(text.to))
    if text.subject:
        yield b.Paragraph((b.Run("विषय: ", bold=True), b.Run(text.subject)))
    for paragraph in text.paragraphs:
        yield b.Paragraph(paragraph, "justify")
    if pictures:
        # A letter has its words beside; on a notice without an addressee one looks at the picture.
        yield b.Pictures(pictures, height=45.0 if text.to else 70.0)
    if text.told:
        yield b.FieldTable(
            tuple(b.Field(label, "", answer) for label, answer in text.told), columns=1
        )
    for paragraph in text.after:
        yield b.Paragraph(paragraph, "justify")
    if text.signed_by:
        yield b.Signatures(tuple(b.Signature(one.caption, one.lines) for one in text.signed_by))
    yield from seal_blocks(record, form.code)
    if text.note:
        yield b.Note(text.note)


def _slips(form: Form, text: PaperText, record: PaperRecord) -> Iterator[b.Block]:
    """Labels one below the other, each with the code, with a line to cut along between them."""
    code = qr_text(form.code, record.number, record.event_hash) if record.event_hash else ""
    for lines in text.slips:
        first, *rest = lines
        words: list[b.Run] = [b.Run(first, bold=True, scale=1.1)]
        words += [b.Run(f"\n{line}") for line in rest]
        if code:
            words.append(b.Run(f"\n{short_hash(record.event_hash)}", scale=0.85))
            yield b.Together((b.Qr(code, tuple(words), size=24.0), b.Gap(2.0), b.Line()))
        else:
            yield b.Together((b.Paragraph(tuple(words)), b.Gap(2.0), b.Line()))
        yield b.Gap(2.0)
