"""Daily duties: officer by officer, post, hours, what was issued."""

from forms.kit.register import Column, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import answer, lines_of, of_line, officer_said, pen

REGISTER = Register(
    code="duty_chart",
    words=Words("ड्यूटी रजिस्टर", "Duty register"),
    form="duty",
    shelf=Shelf.DAILY,
    landscape=True,
    lines=lines_of("rows"),
    columns=(
        answer("date", "दिनांक", "Date", 9),
        answer("shift", "पाली", "Shift", 7),
        Column(
            Words("अधिकारी / कर्मचारी", "Officer"),
            lambda entry: officer_said(entry.row.get("officer")),
            18,
        ),
        of_line("duty_type", "ड्यूटी", "Duty", 11, within="rows"),
        of_line("place", "स्थान", "Place", 14, within="rows"),
        of_line("from_at", "से", "From", 9, within="rows"),
        of_line("to_at", "तक", "To", 9, within="rows"),
        of_line("issue", "वाहन / शस्त्र / कारतूस", "Vehicle, weapon, rounds", 15, within="rows"),
        pen("हस्ताक्षर", "Signature", 8),
    ),
)
