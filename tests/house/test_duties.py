"""Nothing of the letter is missing: each of its 69 items is done by a form or on a screen."""

import pytest

from forms.codes import duties
from thana_desk.actions.duties import DutyLine, duty_lines
from thana_desk.cli.arguments import parser
from thana_desk.ui.places import PLACES


def test_all_sixty_nine_are_there() -> None:
    assert [line.duty for line in duty_lines()] == [duty.id for duty in duties()]
    assert len(duties()) == 69


@pytest.mark.parametrize("line", list(duty_lines()), ids=lambda line: line.duty)
def test_a_duty_has_its_forms_its_screen_and_its_command(line: DutyLine) -> None:
    wanted = next(duty.forms for duty in duties() if duty.id == line.duty)
    assert line.forms == wanted
    assert line.place in PLACES
    typed = [word.strip("[]") for word in line.command.split()]
    assert parser().parse_args(typed).command == typed[0]
