"""The gang chart gathers the gang's members and crimes, and keeps used crimes and children apart."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.thana_desk.actions.test_papers import text_of
from thana_desk.actions import papers, records
from thana_desk.actions.desk import Desk
from thana_desk.printing.layouts.gang_chart import CHILD

AtDesk = Callable[[str], Desk]


@pytest.fixture
def operator(at_desk: AtDesk) -> Desk:
    return at_desk("operator")


def make(desk: Desk, form: str, parent: str | None = None, **answers: Any) -> records.Registered:
    letter = {**desk.forms[form].sample(desk.clock.now()), **answers}
    return records.register(desk, form, letter, parent_id=parent)


def member(desk: Desk, gang: str, name: str, **person: Any) -> dict[str, str]:
    sample = desk.forms["ocis_3"].sample(desk.clock.now())
    made = make(
        desk,
        "ocis_3",
        gang,
        member={**sample["member"], "name": name, **person},
        role="ACTIVE",
    )
    return {"record_id": made.record_id, "form": "ocis_3", "number": made.number, "title": name}


def test_a_gang_chart_has_members_crimes_and_an_annexure(operator: Desk, tmp_path: Path) -> None:
    gang = make(operator, "ocis_1").record_id
    one = member(operator, gang, "नमूना सदस्य")
    crime = {"members": [{"member": one, "role": "ACTIVE"}]}
    make(operator, "ocis_2", gang, **crime, fir_no="0101/2026", used_in_earlier_gangster_case=False)
    make(operator, "ocis_2", gang, **crime, fir_no="0102/2026", used_in_earlier_gangster_case=True)
    text = text_of(papers.paper(operator, gang, "gang_chart"), tmp_path)
    chart, _, annexure = text.partition("परिशिष्ट")
    assert "नमूना सदस्य" in chart
    assert "0101/2026" in chart
    assert "0101/2026" not in annexure
    assert "0102/2026" in annexure
    assert "0102/2026" not in chart
    assert "जिला मजिस्ट्रेट" in annexure


def test_a_child_is_not_named_on_a_gang_chart(operator: Desk, sho: Desk, tmp_path: Path) -> None:
    gang = make(operator, "ocis_1").record_id
    letter = operator.forms["ocis_3"].sample(operator.clock.now())
    letter["member"] = {**letter["member"], "name": "अनामिका नमूना", "dob": "2011-01-01"}
    letter["role"] = "ACTIVE"
    draft = records.begin(operator, "ocis_3", parent_id=gang, letter=letter)
    records.approve(sho, draft.draft_id, "V04", "नमूने का कारण")
    child = records.register(operator, "ocis_3", letter, draft_id=draft.draft_id, parent_id=gang)
    named = {
        "record_id": child.record_id,
        "form": "ocis_3",
        "number": child.number,
        "title": "अनामिका नमूना",
    }
    make(operator, "ocis_2", gang, members=[{"member": named, "role": "ACTIVE"}])
    for desk in (operator, sho):
        text = text_of(papers.paper(desk, gang, "gang_chart"), tmp_path)
        assert "अनामिका" not in text
        assert CHILD.partition(" (")[0] in text
