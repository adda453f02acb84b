"""Two hundred records of all forms on paper say the very text that was typed, to two independent readers."""

import random
import re

from forms.catalogue import all_forms
from forms.kit.fields import LongText
from tests.every_form.test_every_form import NOW, prepared
from tests.thana_desk.printing.paper import (
    body_of,
    make_setup,
    needs_poppler,
    read_by_pdfium,
    read_by_poppler,
)
from thana_desk.printing import blocks as b
from thana_desk.printing.document import render_set
from thana_desk.printing.form_paper import PaperRecord, form_blocks

RECORDS = 200
ACTIVE = re.compile(rb"/(URI|JS|JavaScript|Launch|EmbeddedFile|OpenAction|AA|Annots|AcroForm)\b")
WORDS = [
    "रिपोर्ट",
    "क्षेत्राधिकारी",
    "मोहर्रिर",
    "द्वितीय",
    "श्री",
    "गिरफ्तारी",
    "र्कि",
    "ज्ञ",
    "ह्म",
    "द्ध",
    "ट्ट",
    "ङ्क्ष्व",
    "ज़िला",
    "क़ानून",
    "चाँद",
    "दुःख",
    "उ0प्र0",
    "मु0अ0सं0",
    "१२३४",
    "0123",
    "FIR/थाना",
    "303(2)",
    "25/12/2026",
    "₹1,23,456.50",
    "राम–श्याम",
    "“उद्धरण”",
    "बी.एन.एस.",
    "।",
    "राजेन्द्र\u200d",
    "क्\u200dष",
    "<b>x</b>",
    "&amp;",
    "UP32AB1234",
    "(धारा)",
    "Samsung",
    "—",
    "<img",
]


def bare(text: str) -> str:
    """`text` without white space."""
    return re.sub(r"\s+", "", text)


def written(chance: random.Random) -> str:
    """A narrative: mostly short, some of thousands of words."""
    count = chance.choice((3, 12, 40, 120)) if chance.random() < 0.98 else 5000
    return " ".join(chance.choice(WORDS) for _ in range(count))


@needs_poppler
def test_200_records_over_all_forms_read_back_as_typed_and_stay_inert() -> None:
    chance = random.Random(20261125)
    forms = list(all_forms().values())
    papers, typed = [], []
    for number in range(RECORDS):
        form = forms[number % len(forms)]
        letter = prepared(form)
        for part in form.fields():
            if isinstance(part, LongText) and letter.get(part.key):
                letter[part.key] = written(chance)
        free = written(chance)
        record = PaperRecord("नमूनापुर", "उदाहरण", f"{number:04d}/2026", NOW.isoformat())
        blocks = [*form_blocks(form, letter, record), b.Narrative(free)]
        papers.append((blocks, make_setup(running_head=False)))
        shown = [free]
        shown += [block.text for block in blocks if isinstance(block, b.Narrative)]
        typed += [(form.code, bare(text)) for text in shown]
    pdf = render_set(papers)
    assert not ACTIVE.search(re.sub(rb"stream\n.*?\nendstream", b"", pdf, flags=re.DOTALL))
    for read in (read_by_pdfium, read_by_poppler):
        text = bare(body_of(read(pdf)))
        assert [code for code, wanted in typed if wanted not in text] == []
