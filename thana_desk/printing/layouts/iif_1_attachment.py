"""The attachment to item 7 of the First Information Report: what the accused look like."""

from collections.abc import Iterator

from thana_desk.printing import blocks as b
from thana_desk.printing.layouts.answers import Answers, RowAnswers
from thana_desk.printing.layouts.official import SERIAL, age, column

_PHYSICAL: tuple[tuple[tuple[str, str, str], ...], ...] = (
    (
        ("gender", "Sex", "लिंग"),
        ("born", "Date/Year of Birth", "जन्म तिथि/वर्ष"),
        ("physical.build", "Build", "शारीरिक गठन"),
        ("physical.height_cm", "Height", "कद"),
        ("physical.complexion", "Complexion", "रंग"),
        ("physical.identification_marks", "Identification Mark(s)", "पहचान चिन्ह"),
    ),
    (
        ("physical.deformities", "Deformities/ Peculiarities", "विकृति/ विशिष्टता"),
        ("physical.teeth", "Teeth", "दाँत"),
        ("physical.hair", "Hair", "बाल"),
        ("physical.eyes", "Eyes", "आँखें"),
        ("physical.habits", "Habit(s)", "आदतें"),
        ("physical.dress", "Dress Habit(s)", "पहनावा"),
    ),
    (
        ("physical.language", "Language/ Dialect", "भाषा/बोली"),
        ("physical.burn_mark", "Burn Mark", "जलने का निशान"),
        ("physical.leucoderma", "Leucoderma", "सफेद दाग"),
        ("physical.mole", "Mole", "तिल"),
        ("physical.scar", "Scar", "घाव का निशान"),
        ("physical.tattoo", "Tattoo", "गुदना"),
        ("physical.other", "Others", "अन्य"),
    ),
)


def attachment_blocks(answers: Answers) -> Iterator[b.Block]:
    """The physical features, in three tables of the official columns; nothing if none was stated."""
    rows = answers.rows("accused")
    described = [
        (number, row) for number, row in enumerate(rows, start=1) if row.row.get("physical")
    ]
    if not described:
        return
    yield b.Heading(
        "Attachment to item 7 of First Information Report (प्रथम सूचना रिपोर्ट के मद 7 का संलग्नक)", 3
    )
    yield b.Paragraph(
        "Physical features, deformities and other details of the suspect / accused: if known / seen "
        "(संदिग्ध / अभियुक्त की शारीरिक विशेषताएँ, विकृतियाँ और अन्य विवरण: यदि ज्ञात / देखा गया)",
        scale=0.92,
    )
    *tables, last = (
        b.Grid(
            (SERIAL, *(column(en, hi, 1.4) for _, en, hi in part)),
            tuple(
                (str(number), *(_feature(row, key) for key, _, _ in part))
                for number, row in described
            ),
            scale=0.92,
        )
        for part in _PHYSICAL
    )
    yield from tables
    note = b.Note(
        "ये विवरण तभी भरे जाते हैं जब शिकायतकर्ता / सूचनाकर्ता संदिग्ध / अभियुक्त के बारे में इनमें से कोई बात बताए। "
        "(Entered only where the complainant / informant gives any of these particulars.)"
    )
    yield b.Together((last, note))


def _feature(row: RowAnswers, key: str) -> str:
    if key == "born":
        return row.date("dob") or row.text("birth_year") or age(row.text("age_years"))
    return row.text(key)
