"""A certified extract of one diary entry (नकल रपट), as it goes with reports, memos and cases."""

from collections.abc import Iterator

from forms.kit.form import Form
from forms.kit.letter import Letter
from thana_desk.printing import blocks as b
from thana_desk.printing.form_paper import (
    PROVISIONAL,
    PaperRecord,
    amendment_blocks,
    seal_blocks,
)
from thana_desk.printing.layouts.answers import Answers

_SHOWN_APART = ("gd_type", "event_time", "subject", "brief", "mode", "linked_record", "files")


def gd_extract_blocks(form: Form, letter: Letter, record: PaperRecord) -> Iterator[b.Block]:
    """One entry with both hours, its text, what else was stated, remarks and signatures."""
    answers = Answers(form, letter, record.masked)
    yield b.Heading("नकल रपट", 1, "centre")
    yield b.Paragraph(
        "जनरल डायरी (रोजनामचा आम) — धारा 44 पुलिस अधिनियम 1861\nExtract of the General Diary",
        "centre",
        0.92,
    )
    if record.provisional:
        yield b.Note(PROVISIONAL, boxed=True)
    entered = record.registered_at
    yield b.FieldTable(
        (
            b.Field("थाना", "P.S.", record.thana),
            b.Field("जनपद", "District", record.district),
            b.Field("रपट सं.", "Entry No.", record.number, bold=True),
            b.Field("दिनांक", "Date", b.paper_date(entered)),
            b.Field("रपट का समय", "Hour of entry", b.paper_clock(entered)),
            b.Field(
                "सूचना/घटना का समय",
                "Hour of event",
                answers.moment("event_time") or b.paper_clock(entered),
            ),
            b.Field("प्रकार", "Type", answers.text("gd_type")),
            b.Field("विषय", "Subject", answers.text("subject")),
        )
    )
    yield b.Heading("विवरण (रपट)", 3)
    yield b.Narrative(answers.text("brief"))
    stated = [
        (part.words.hi, answers.text(part.key))
        for part in form.fields()
        if part.printed and part.key not in _SHOWN_APART and part.key in answers.letter
    ]
    for hi, text in stated:
        yield b.ItemLine("", (b.Field(hi, "", text),))
    for remark in record.remarks:
        yield b.Note((b.Run("टिप्पणी थाना प्रभारी: ", bold=True), b.Run(remark)), boxed=True)
    yield from amendment_blocks(record)
    yield b.Paragraph(
        "प्रमाणित किया जाता है कि यह जनरल डायरी की उक्त रपट की सही प्रतिलिपि है।", space_after=1.0
    )
    yield b.Signatures(
        (
            b.Signature("लेखक", (record.registered_by,) if record.registered_by else ()),
            b.Signature("थाना प्रभारी"),
        )
    )
    yield from seal_blocks(record, "GD")
