"""The General Diary as a bound book: one diary day after another, entries by number."""

from collections.abc import Sequence

from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.gd_types import gd_type_words


def _hours(entry: Entry) -> str:
    """The entry's hour, and the event's hour where it is another one: both are stated."""
    hour = entry.registered_at[11:16]
    event = entry.letter.get("event_time")
    if isinstance(event, str) and event:
        return f"{hour}\n(घटना/सूचना {event[8:10]}-{event[5:7]} {event[11:16]})"
    return hour


def closing(entries: Sequence[Entry]) -> Words:
    """The line that ends a day: closed with so many entries, or still open."""
    count = str(len(entries))
    day = entries[-1].registered_at[:10] if entries else ""
    day = "-".join(reversed(day.split("-")))
    if entries and entries[-1].letter.get("gd_type") == "CLOSE":
        return Words(
            f"दिनांक {day} की जनरल डायरी {count} रपटों पर बन्द की गयी।",
            f"The diary of {day} is closed with {count} entries.",
        )
    return Words(
        f"जनरल डायरी छपने के समय खुली है; अब तक {count} रपटें।",
        f"The diary was open when printed; {count} entries so far.",
    )


REGISTER = Register(
    code="gd",
    words=Words("जनरल डायरी (रोजनामचा आम)", "General Diary"),
    form="gd",
    shelf=Shelf.DAILY,
    chief=True,
    series="gd",
    columns=(
        Column(Words("रपट सं0", "No."), lambda entry: entry.number, 8),
        Column(Words("समय", "Hour"), _hours, 12),
        Column(
            Words("प्रकार", "Type"),
            lambda entry: gd_type_words(str(entry.letter.get("gd_type", ""))).hi,
            16,
        ),
        Column(
            Words("विवरण", "Entry"),
            lambda entry: str(entry.letter.get("brief") or ""),
            48,
            narrative=True,
        ),
        Column(Words("लेखक", "Writer"), lambda entry: entry.officer, 16),
    ),
    closing=closing,
)
