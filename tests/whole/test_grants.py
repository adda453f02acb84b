"""Over the command line, too, each role registers the forms of its duties and no other."""

import json
from pathlib import Path

import pytest

from forms.catalogue import all_forms
from forms.codes import duties
from thana_desk.actions.clock import SystemClock
from thana_desk.app import main

NOT_ALLOWED = 3


@pytest.mark.parametrize("role", ["sho", "moharir", "io", "operator", "pairokar"])
def test_a_role_registers_what_the_letter_gives_it(
    role: str, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = {code for duty in duties() if duty.by == role for code in duty.forms}
    for code, form in all_forms().items():
        sample = tmp_path / f"{code}.json"
        sample.write_text(json.dumps(form.sample(SystemClock().now())), encoding="utf-8")
        words = ["--home", str(home), "record", "new", code, "--json", str(sample), "--as", role]
        exit_code = main(words)
        answer = json.loads(capsys.readouterr().out)
        assert (exit_code == NOT_ALLOWED) == (code not in own), (code, answer)
        if exit_code == NOT_ALLOWED:
            assert answer["error"] == "not_allowed"
        else:
            # A paper that stands under another is asked for it; everything else is on record.
            assert exit_code == (2 if form.parent_must else 0), (code, answer)


def test_the_table_is_printed_for_who_asks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["grants", "--json"]) == 0
    table = json.loads(capsys.readouterr().out)
    assert {"form": "iif_1", "act": "register", "roles": ["moharir"]} in table
    assert main(["duties", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 69
