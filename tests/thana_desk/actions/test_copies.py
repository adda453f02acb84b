"""Sets of copies and letters: each copy says for whom it is, covered where the law covers it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from forms.catalogue import all_forms
from forms.kit.form import Form
from forms.kit.letter import Letter
from forms.kit.paper import PaperFacts, PaperText
from tests.every_form.test_every_form import NOW, prepared
from tests.thana_desk.printing.paper import pages_text
from thana_desk.actions import papers, print_jobs, records
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import RecordNotFound
from thana_desk.actions.print_orders import RECORD, PrintOrder

LETTERS = [
    pytest.param(form, paper.text, id=f"{form.code}-{paper.code}")
    for form in all_forms().values()
    for paper in form.papers
    if paper.text is not None
]


def test_one_act_gives_every_copy_each_with_its_name_and_own_page_count(moharir: Desk) -> None:
    form = moharir.forms["iif_1"]
    fir = records.register(moharir, "iif_1", form.sample(moharir.clock.now()))
    (paper,) = (one for one in form.papers if one.code == "form")
    found = pages_text(papers.copy_set(moharir, fir.record_id))
    alone = pages_text(papers.paper(moharir, fir.record_id))
    assert len(found) == len(paper.copies) * len(alone)
    for place, copy in enumerate(paper.copies):
        first = found[place * len(alone)]
        assert copy.hi in first
        assert f"पृष्ठ 1 / {len(alone)}" in first


def test_a_set_handed_out_makes_the_next_one_a_reprint(moharir: Desk, tmp_path: Path) -> None:
    form = moharir.forms["complaint"]
    made = records.register(moharir, "complaint", form.sample(moharir.clock.now()))
    print_jobs.hand_out(
        moharir, PrintOrder(RECORD, "form", record_id=made.record_id), tmp_path / "set.pdf"
    )
    again = pages_text(papers.copy_set(moharir, made.record_id))
    assert all(papers.REPRINT in page for page in again)


@pytest.mark.parametrize(("form", "text_of"), LETTERS)
def test_a_letter_can_be_written_of_full_blank_and_garbled_answers(
    form: Form, text_of: Callable[[Letter, PaperFacts], PaperText]
) -> None:
    about = PaperFacts("7", NOW.isoformat(), "नमूना", "नमूनागंज", "नमूनाबाद", NOW.isoformat())
    answers = prepared(form)
    full = text_of(answers, about)
    assert full.paragraphs or full.slips
    wrong: list[Letter] = [
        {},
        {key: [{"x": 1}, None, 3] for key in answers},
        {key: 7 for key in answers},
        {key: {"name": 5} for key in answers},
    ]
    for letter in wrong:
        text = text_of(letter, about)
        said = [*text.to, text.subject, *text.paragraphs, *text.after, *(b for _a, b in text.told)]
        assert all(isinstance(one, str) for one in said)


def test_the_public_notice_of_a_missing_child_names_nobody(moharir: Desk, sho: Desk) -> None:
    letter = moharir.forms["iif_8"].sample(moharir.clock.now())
    letter["missing"].update(age_years=12, gender="FEMALE")
    draft = records.begin(moharir, "iif_8", letter=letter)
    records.approve(sho, draft.draft_id, "IIF8.child", "प्राथमिकी लिखी जा रही है")
    child = records.register(moharir, "iif_8", letter, draft_id=draft.draft_id)
    units, public = (
        "\n".join(pages_text(papers.paper(moharir, child.record_id, "hue_and_cry", copy=copy)))
        for copy in (0, 1)
    )
    assert "नमूना लाल" in units
    assert "नमूना लाल" not in public
    assert "विधि द्वारा गोपनीय" in public


def test_a_notice_is_not_printed_once_its_person_was_found(moharir: Desk) -> None:
    letter = moharir.forms["iif_8"].sample(moharir.clock.now())
    made = records.register(moharir, "iif_8", letter)
    assert "hue_and_cry" in {one.code for one in made.papers}
    stamp = moharir.clock.now().strftime("%Y-%m-%dT%H:%M")
    home = {"name": "उदाहरण कुमार", "relation_type": "FATHER", "relative_name": "नमूना लाल"}
    found = {
        **records.record(moharir, made.record_id).letter,
        "status": "FOUND_ALIVE",
        "traced_dt": stamp,
        "traced_place": letter["last_seen_place"],
        "handed_to": home,
    }
    again = records.correct(moharir, made.record_id, found, "सकुशल मिले")
    assert "hue_and_cry" not in {one.code for one in again.papers}
    assert "hue_and_cry" not in {one.code for one in records.record(moharir, made.record_id).papers}
    with pytest.raises(RecordNotFound):
        papers.paper(moharir, made.record_id, "hue_and_cry")
