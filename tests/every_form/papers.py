"""Every paper of every form as blocks, from the forms' samples and without a store."""

from collections.abc import Iterator

from forms.catalogue import all_forms
from forms.kit.form import Form, Paper
from forms.kit.letter import Letter
from forms.kit.paper import PaperFacts
from tests.every_form.test_every_form import NOW
from thana_desk.printing.blocks import Block
from thana_desk.printing.form_paper import PaperRecord
from thana_desk.printing.layouts import layout_for
from thana_desk.printing.layouts.letter import letter_blocks

HASH = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"


def all_papers() -> list[tuple[Form, Paper]]:
    """Each form with each of its papers."""
    return [(form, paper) for form in all_forms().values() for paper in form.papers]


def blocks_of(form: Form, paper: Paper, letter: Letter, number: str) -> Iterator[Block]:
    """The blocks of one paper over these answers."""
    record = PaperRecord(
        thana="नमूनापुर",
        district="उदाहरण",
        number=number,
        registered_at=NOW.isoformat(),
        registered_by="हे0का0 नमूना यादव",
        event_hash=HASH,
        signers=paper.signers,
    )
    if paper.text is None:
        return iter(layout_for(paper.layout)(form, letter, record))
    about = PaperFacts(
        number=number,
        registered_at=NOW.isoformat(),
        registered_by="हे0का0 नमूना यादव",
        thana="नमूनापुर",
        district="उदाहरण",
        printed_at=NOW.isoformat(),
        event_hash=HASH,
        sync_state="",
    )
    text = paper.text(letter, about)
    return letter_blocks(form, paper.words.hi, paper.words.en, text, record)
