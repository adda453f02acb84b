"""Missing cattle."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import (
    a_person,
    amount,
    answer,
    lines_of,
    moment,
    number,
    of_line,
    registered,
)

REGISTER = Register(
    code="cattle",
    words=Words("लापता मवेशी रजिस्टर", "Register of missing cattle"),
    form="miss_cattle",
    shelf=Shelf.PROPERTY,
    landscape=True,
    lines=lines_of("animals"),
    columns=(
        number(),
        registered(),
        a_person("owner", "स्वामी", "Owner"),
        of_line("species", "पशु", "Animal", 9, within="animals"),
        of_line("colour", "रंग", "Colour", 8, within="animals"),
        of_line("marks", "पहचान / टैग", "Marks", 14, within="animals"),
        amount("मूल्य रु0", "Value, Rs.", lambda entry: entry.row.get("value_rs"), 9),
        moment("lost_dt", "लापता", "Missing since"),
        answer("status", "स्थिति", "State", 9),
        moment("found_dt", "मिला", "Found"),
    ),
)
