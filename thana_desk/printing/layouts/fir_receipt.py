"""The informant's receipt for the free copy of the first information report (s.173(2) BNSS)."""

from collections.abc import Iterator

from forms.kit.form import Form
from forms.kit.letter import Letter
from thana_desk.printing import blocks as b
from thana_desk.printing.form_paper import PROVISIONAL, PaperRecord, seal_blocks
from thana_desk.printing.layouts.answers import Answers


def fir_receipt_blocks(form: Form, letter: Letter, record: PaperRecord) -> Iterator[b.Block]:
    """One page: number, date, sections, investigating officer, both signatures, the code."""
    answers = Answers(form, letter, record.masked)
    old = answers.says("procedure", "CRPC")
    law = "धारा 154(2) दण्ड प्रक्रिया संहिता" if old else "धारा 173(2) बी.एन.एस.एस."
    yield b.Heading("प्राथमिकी की प्रति की प्राप्ति रसीद", 1, "centre")
    yield b.Paragraph(
        f"Receipt for the free copy of the First Information Report ({law})", "centre", 0.92
    )
    if record.provisional:
        yield b.Note(PROVISIONAL, boxed=True)
    sections: dict[str, list[str]] = {}
    for row in answers.rows("acts"):
        act = row.text("act_text") or row.text("act")
        sections.setdefault(act, []).append(row.text("section"))
    charged = "; ".join(f"धारा {', '.join(found)} {act}" for act, found in sections.items())
    officer = ", ".join(
        part
        for part in (answers.text("io.name"), answers.text("io.rank"), answers.text("io.pno"))
        if part
    )
    registered = record.registered_at
    informant = answers.text("informant.name")
    relative = answers.text("informant.relative_name")
    relation = answers.text("informant.relation_type")
    if relative:
        informant += f" ({relation + ': ' if relation else ''}{relative})"
    yield b.FieldTable(
        (
            b.Field("थाना", "P.S.", record.thana),
            b.Field("जनपद", "District", record.district),
            b.Field("प्राथमिकी सं.", "FIR No.", record.number, bold=True),
            b.Field("दिनांक व समय", "Date and time", b.paper_time(registered)),
        )
    )
    yield b.FieldTable(
        (
            b.Field("सूचनाकर्ता", "Informant", informant),
            b.Field("अधिनियम व धाराएँ", "Acts and sections", charged),
            b.Field("विवेचक", "Investigating officer", officer or "थाना प्रभारी"),
        ),
        columns=1,
    )
    yield b.Paragraph(
        "मुझे उक्त प्रथम सूचना रिपोर्ट पढ़कर सुनाई गई, मैंने उसे सही दर्ज होना माना और उसकी एक प्रति मुझे "
        "निःशुल्क प्राप्त हुई।",
        "justify",
    )
    thumb = answers.says("informant_sign", "THUMB")
    yield b.Signatures(
        (
            b.Signature(
                "सूचनाकर्ता का अंगूठा निशान" if thumb else "सूचनाकर्ता के हस्ताक्षर",
                (answers.text("informant.name"),),
            ),
            b.Signature(
                "थाना प्रभारी के हस्ताक्षर",
                tuple(
                    line
                    for line in (
                        answers.text("officer_in_charge.name"),
                        answers.text("officer_in_charge.rank"),
                    )
                    if line
                ),
            ),
        )
    )
    yield from seal_blocks(record, "FIR")
    yield b.Note(
        "विवेचना की प्रगति जानने के लिए यह रसीद व प्राथमिकी सं. साथ लाएँ। प्राथमिकी दर्ज न होने की दशा में "
        "पुलिस अधीक्षक को धारा 173(4) बी.एन.एस.एस. के अन्तर्गत लिखित सूचना दी जा सकती है।"
        if not old
        else "विवेचना की प्रगति जानने के लिए यह रसीद व प्राथमिकी सं. साथ लाएँ।"
    )
