"""Whatever the program prints is PDF/A-2u to veraPDF: one file of every paper, register and return."""

from pathlib import Path

import pytest

from forms.catalogue import all_forms
from forms.registers import all_registers
from forms.returns import all_returns
from tests.every_form.conftest import SampleThana
from tests.every_form.papers import all_papers
from tests.every_form.test_every_form import NOW
from tests.thana_desk.printing.test_lasting import CLAIM
from tests.thana_desk.printing.verapdf import faults_of, needs_verapdf
from thana_desk.actions import papers, records, registers, returns

TODAY = NOW.date().isoformat()


def everything(thana: SampleThana) -> dict[str, bytes]:
    """The files by their kind and code, out of the door that the window takes them from."""
    desk = thana.desk("sho")
    made = {}
    for form in all_forms().values():
        thana.registered(form)
    for form, paper in all_papers():
        record_id = thana.registered(form).record_id
        at = thana.desk_for(form)
        offered = {one.code for one in records.record(at, record_id).papers}
        if paper.code not in offered:
            continue  # such as a notice about somebody who is found: none is printed of this sample
        made[f"paper-{form.code}-{paper.code}"] = papers.paper(at, record_id, paper.code)
    for code in all_registers():
        made[f"register-{code}"] = registers.register_paper(desk, code, TODAY, TODAY)
    for code in all_returns():
        made[f"return-{code}"] = returns.return_paper(desk, code, TODAY, TODAY)
    return made


@needs_verapdf
@pytest.mark.slow
def test_every_paper_register_and_return_is_pdf_a_2u_to_verapdf(
    sample_thana: SampleThana, tmp_path: Path
) -> None:
    made = everything(sample_thana)
    assert len(made) > 130
    assert [name for name, pdf in made.items() if CLAIM not in pdf] == []
    assert {name: found for name, found in faults_of(made, tmp_path).items() if found} == {}
