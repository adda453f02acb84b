"""A sample thana in which a record of every form is registered, each under the record it follows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from forms.codes import may
from forms.kit.form import Form
from forms.kit.problem import Weight
from tests.clock import FixedClock
from tests.every_form.test_every_form import NOW
from thana_desk.actions import demo, records
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import HasProblems
from thana_desk.actions.registration import Registered

WHY = "नमूने का कारण"


@dataclass
class SampleThana:
    """Officers of all roles at their desks, and what they registered by form code."""

    home: Path
    clock: FixedClock
    desks: dict[str, Desk] = field(default_factory=dict)
    made: dict[str, Registered] = field(default_factory=dict)

    def desk(self, role: str) -> Desk:
        """The desk of a role."""
        if role not in self.desks:
            self.desks[role] = demo.sign_in(self.home, role, clock=self.clock)
        return self.desks[role]

    def desk_for(self, form: Form) -> Desk:
        """The desk of a role that registers the form."""
        return self.desk(form.role if may(form.role, "register", form.code) else "sho")

    def registered(self, form: Form) -> Registered:
        """The record of this form, made with those that it stands under."""
        if form.code not in self.made:
            parent_id = None
            if form.parent_must:
                forms = self.desk("moharir").forms
                parent_id = self.registered(forms[form.parent]).record_id
            self.made[form.code] = self._register(form, parent_id)
        return self.made[form.code]

    def _register(self, form: Form, parent_id: str | None) -> Registered:
        """Register the sample; what life may ask for, a reason or an approval, is given."""
        desk = self.desk_for(form)
        letter = form.sample(self.clock.now())
        try:
            return records.register(desk, form.code, letter, parent_id=parent_id)
        except HasProblems as error:
            asked = [one for one in error.problems if one.weight is not Weight.GAP]
            assert all(one.weight is not Weight.REFUSE for one in asked), asked
        draft = records.begin(desk, form.code, parent_id=parent_id, letter=letter)
        for one in asked:
            if one.weight is Weight.APPROVAL:
                records.approve(self.desk("sho"), draft.draft_id, one.code, WHY)
        reasons = {one.code: WHY for one in asked if one.weight is Weight.REASON}
        return records.register(
            desk, form.code, letter, draft_id=draft.draft_id, reasons=reasons, parent_id=parent_id
        )

    def close(self) -> None:
        """Close every desk."""
        for desk in self.desks.values():
            desk.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says what it cannot do with windows; that is no fault of ours."""
    for item in items:
        if "tests/every_form/" in item.nodeid:
            silent = ("propagateSizeHints", "does not support raise")
            item.add_marker(pytest.mark.qt_log_ignore(*silent, extend=True))


@pytest.fixture(scope="module")
def sample_thana(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SampleThana]:
    home = tmp_path_factory.mktemp("every") / "home"
    clock = FixedClock(NOW)
    demo.make_home(home, clock=clock)
    thana = SampleThana(home, clock)
    yield thana
    thana.close()
