"""Government weapons and rounds issued with duties."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.kit.letter import rows
from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import answer, of_line, officer_said, pen


def _with_weapons(entry: Entry) -> Iterator[Mapping[str, Any]]:
    """The rows in which a weapon was issued."""
    for row in rows(entry.letter, "rows"):
        issue = row.get("issue")
        if isinstance(issue, Mapping) and issue.get("weapon_no"):
            yield row


REGISTER = Register(
    code="arms_issue",
    words=Words("शस्त्र-कारतूस (सरकारी) रजिस्टर", "Register of government arms issued"),
    form="duty",
    shelf=Shelf.DAILY,
    landscape=True,
    lines=_with_weapons,
    columns=(
        answer("date", "दिनांक", "Date", 9),
        Column(
            Words("किसे दिया", "Issued to"), lambda entry: officer_said(entry.row.get("officer")), 20
        ),
        of_line("duty_type", "ड्यूटी", "Duty", 12, within="rows"),
        of_line("issue", "शस्त्र / कारतूस", "Weapon, rounds", 24, within="rows"),
        of_line("departure", "रवानगी", "Departure", 10, within="rows"),
        of_line("return_entry", "वापसी", "Return", 10, within="rows"),
        pen("वापसी पर जाँच / हस्ताक्षर", "Checked on return, signature", 15),
    ),
)
