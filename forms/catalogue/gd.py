"""General Diary entry (रोजनामचा आम): Police Act 1861 s.44; FIR item 3(c) refers to it."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import Is, OneOf
from forms.kit.fields import (
    Attachment,
    Choice,
    DateTime,
    Group,
    Index,
    Line,
    LongText,
    Need,
    Number,
    Reference,
    Rows,
)
from forms.kit.form import Correction, Facts, Form, Numbered, Paper, Rule, Section, Trust
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import acts_and_sections
from forms.parts.gd_types import GD_TYPES, gd_type_words
from forms.parts.lists import Fixed
from forms.parts.officer import officers

MODE = Fixed(
    "GD_MODE",
    (("SINGLE", Words("एकल", "Single")), ("MULTIPLE", Words("बहु", "Multiple"))),
)
_MOVEMENT = OneOf("gd_type", ("RAV", "AMD", "AMD-NEW", "RAV-TRF", "GASHT", "VEH", "ARMS"))
_CRIMINAL = OneOf("gd_type", ("FIR", "ZFIR", "FIR-IN", "NCR"))

ENTRY = Section(
    "entry",
    Words("रपट", "Entry"),
    (
        Choice(
            "gd_type",
            Words("जी0डी0 का प्रकार", "Type of entry"),
            choices=GD_TYPES,
            need=Need.MUST,
            help=Words(
                "रपट किस बारे में है: रवानगी, आमद, सूचना, पंजीकरण मुकदमा …",
                "What the entry is about: departure, arrival, information, case registered …",
            ),
        ),
        Choice("mode", Words("एकल / बहु", "Single / multiple"), choices=MODE, printed=False),
        DateTime(
            "event_time",
            Words("सूचना / घटना का समय (रपट के समय से भिन्न हो तो)", "Hour of the event, if other"),
            help=Words(
                "रपट का समय अपने आप लिखा जाता है। सूचना पहले मिली हो तो उसका समय यहाँ लिखें; दोनों छपेंगे।",
                "The hour of the entry is written by itself. If the information came earlier, "
                "write its hour here; both are printed.",
            ),
        ),
        Line("subject", Words("विषय", "Subject"), most=100, index=Index.TEXT),
        LongText(
            "brief",
            Words("विवरण (रपट)", "Entry"),
            need=Need.MUST,
            help=Words(
                "मजमून जैसा है वैसा लिखें। जानबूझकर गलत रपट लिखना दण्डनीय है।",
                "Write what happened as it is. A knowingly untrue entry is punishable.",
            ),
        ),
        officers("entry_for_officers", Words("प्रविष्टि हेतु अधिकारी", "Entry for officers")),
        Line(
            "corrects",
            Words("संशोधित रपट सं0 व दिनांक", "Entry corrected: number and date"),
            shown_when=Is("gd_type", "CORR"),
            need=Need.MUST,
        ),
        Reference(
            "linked_record",
            Words("सम्बन्धित प्रपत्र", "Linked record"),
            answers=True,
            printed=False,
        ),
        Rows(
            "files",
            Words("संलग्न फाइल", "Files"),
            printed=False,
            row=Group(
                "file_row",
                Words("फाइल", "File"),
                parts=(
                    Attachment("file", Words("फाइल", "File")),
                    Line("caption", Words("विवरण", "Caption")),
                ),
            ),
        ),
    ),
)

CASE = Section(
    "case",
    Words("मुकदमा", "Case"),
    (
        acts_and_sections("acts", Words("अधिनियम व धारा", "Acts and sections")),
        Line("case_number", Words("मु0अ0सं0", "Case number"), most=40, index=Index.NUMBER),
    ),
    shown_when=_CRIMINAL,
)

MOVEMENT = Section(
    "movement",
    Words("रवानगी / आमद", "Departure / arrival"),
    (
        Line("place", Words("स्थान", "Place"), index=Index.PLACE),
        Line("purpose", Words("प्रयोजन", "Purpose")),
        Line("vehicle_no", Words("वाहन सं0", "Vehicle no."), most=20, index=Index.VEHICLE),
        Line("weapon_no", Words("शस्त्र सं0", "Weapon no."), most=60, index=Index.SERIAL),
        Number("rounds", Words("कारतूस", "Rounds"), least=0, most=100_000),
        DateTime("return_due", Words("वापसी अपेक्षित", "Return due"), future=True),
        Reference(
            "departure_ref",
            Words("रवानगी रपट", "Departure entry"),
            form="gd",
            shown_when=Is("gd_type", "AMD"),
            need=Need.EXPECTED,
        ),
    ),
    shown_when=_MOVEMENT,
)

STRENGTH = Section(
    "strength",
    Words("गणना व दैनिक प्रारम्भ", "Roll call and opening"),
    (
        Number("sanctioned", Words("नियतन", "Sanctioned strength"), least=0, most=10_000),
        Number("constables_total", Words("उपस्थित", "Present"), least=0, most=10_000),
        Line("other_force", Words("अन्य बल", "Other force")),
        Line(
            "arms_taken", Words("शस्त्र / कारतूस / चाबी चार्ज में", "Arms and keys taken over"), most=500
        ),
        Line("cash", Words("नकद शेष (रु0)", "Cash balance (Rs)"), most=40),
        Rows(
            "lockup",
            Words("हवालात में बंद व्यक्ति", "Persons in the lock-up"),
            row=Group(
                "lockup_row",
                Words("बंद व्यक्ति", "Person"),
                parts=(
                    Line("name", Words("नाम", "Name"), need=Need.EXPECTED, index=Index.NAME),
                    Line("offence", Words("अपराध", "Offence")),
                    DateTime("arrested_at", Words("गिरफ्तारी का समय", "Arrested at")),
                ),
            ),
        ),
    ),
    shown_when=OneOf("gd_type", ("OPEN", "CLOSE", "GINTI", "CHARGE")),
)


def event_after_entry(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A late entry states an hour before its own; a later hour cannot have been reported yet."""
    stated = letter.get("event_time")
    if isinstance(stated, str) and stated > facts.now.strftime("%Y-%m-%dT%H:%M"):
        yield Problem(
            ("event_time",),
            "V01",
            Words(
                "घटना का समय रपट के समय से बाद का है। कृपया समय ठीक करें।",
                "The hour of the event is after the hour of the entry. Please put it right.",
            ),
            Weight.REFUSE,
        )


def opening_and_closing(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A diary day is opened once and closed last (§6.1, rule 4 of the reference).

    An entry before the opening or after the closing is not refused: what happened must be
    written; the day is then closed once more.
    """
    kind = letter.get("gd_type")
    if kind == "OPEN" and facts.diary().opened:
        yield Problem(
            ("gd_type",),
            "GD.open",
            Words(
                "आज की जनरल डायरी पहले ही खोली जा चुकी है। दूसरी तरह की रपट चुनें।",
                "Today's diary has been opened already. Choose another type of entry.",
            ),
        )
    if kind != "CLOSE":
        return
    day = facts.diary()
    if day.ends_closed or day.entries == 0:
        yield Problem(
            ("gd_type",),
            "GD.close",
            Words(
                "बन्द करने के लिए आज कोई नयी रपट नहीं है: डायरी बन्द है या अभी खोली नहीं गयी।",
                "There is nothing new to close today: the diary is closed, or was not opened yet.",
            ),
        )


def line(letter: Letter) -> str:
    """Type and subject, else the beginning of the narrative."""
    kind = gd_type_words(str(letter.get("gd_type", ""))).hi
    gist = str(letter.get("subject") or letter.get("brief") or "").split("\n")[0]
    return f"{kind}: {gist[:90]}" if gist else kind


def sample(now: dt.datetime) -> Letter:
    """A fictional patrol departure."""
    return {
        "gd_type": "RAV",
        "mode": "SINGLE",
        "subject": "रवानगी रात्रि गश्त (नमूना)",
        "brief": "इस समय का0 नमूना राम मय हमराह का0 उदाहरण सिंह वास्ते रात्रि गश्त कस्बा नमूनागंज "
        "रवाना किये गये। हिदायत मुनासिब दी गयी।",
        "entry_for_officers": [{"name": "नमूना राम", "rank": "CONSTABLE"}],
        "place": "कस्बा नमूनागंज",
        "purpose": "रात्रि गश्त",
        "return_due": (now + dt.timedelta(hours=6)).strftime("%Y-%m-%dT%H:%M"),
    }


FORM = Form(
    code="gd",
    version=1,
    title=Words("जनरल डायरी (रोजनामचा आम)", "General Diary entry"),
    short=Words("जी0डी0", "GD"),
    sections=(ENTRY, CASE, MOVEMENT, STRENGTH),
    role="moharir",
    duty=("b-1",),
    trust=Trust.SOURCED,
    law=Words("धारा 44 पुलिस अधिनियम 1861", "Section 44 Police Act 1861"),
    rules=(Rule("V01", event_after_entry), Rule("GD.day", opening_and_closing)),
    numbered=(Numbered("gd"),),
    papers=(Paper("form", Words("नकल रपट", "Extract of the entry"), "gd_extract"),),
    correction=Correction.NEW_ENTRY,
    line=line,
    mark="gd_type",
    sample=sample,
)
