"""Columns of books that are alike: processes, missing persons, the diary by kind, books by hand."""

from collections.abc import Callable

from forms.kit.letter import rows
from forms.kit.register import Column, Entry
from forms.kit.words import Words
from forms.parts.columns import (
    a_person,
    an_officer,
    answer,
    answers,
    moment,
    moment_said,
    number,
    person_said,
    place_said,
    registered,
    running,
    some_persons,
)
from forms.parts.gd_types import gd_type_words


def one_of(key: str, *values: str) -> Callable[[Entry], bool]:
    """Whether the answer at `key` is one of these: what a book of one kind keeps."""
    return lambda entry: entry.letter.get(key) in values


def on_day(entry: Entry) -> str:
    """The day of a line of a book by hand, by which it is ordered."""
    return str(entry.letter.get("on") or "")


def last_of(key: str) -> Callable[[Entry], str]:
    """The newest day among the rows of visits or watches."""

    def value(entry: Entry) -> str:
        return moment_said(
            max((str(row.get("at") or "") for row in rows(entry.letter, key)), default="")
        )

    return value


PROCESS = (
    number(9, "क्रमांक", "No."),
    moment("received_dt", "प्राप्ति", "Received"),
    answers(("process_no", "kind"), "आदेशिका सं0 / प्रकार", "Process no., kind", 13),
    answers(("court.court_name", "court.case_no"), "न्यायालय / वाद सं0", "Court, case", 15),
    a_person("person", "किसके नाम", "Against", 17),
    moment("hearing_dt", "पेशी", "Hearing"),
    an_officer("assigned_to", "किसे सौंपा", "Given to", 11),
    Column(
        Words("प्रयास", "Attempts"),
        lambda entry: str(len(list(rows(entry.letter, "attempts"))) or ""),
        6,
    ),
    moment("served_dt", "तामील", "Served"),
    answers(("returned_dt", "return_reason"), "वापसी / कारण", "Returned, reason", 12),
)
"""A court's process (form `court_ord`) from its receipt to its return."""

MISSING = (
    number(9, "गुम0 सं0", "No."),
    moment("report_dt", "सूचना", "Reported"),
    a_person("missing", "गुमशुदा", "Missing person", 19, age=True),
    moment("last_seen_dt", "गुम होने का समय", "Last seen"),
    Column(
        Words("स्थान", "Place"), lambda entry: place_said(entry.letter.get("last_seen_place")), 12
    ),
    Column(
        Words("सूचनाकर्ता", "Informant"),
        lambda entry: person_said(entry.letter.get("informant"), address=False),
        12,
    ),
    answers(("fir_ref", "gd_ref"), "प्राथमिकी / रपट", "FIR, diary entry", 11),
    an_officer("io", "जाँचकर्ता", "Enquiry by", 11),
    answer("status", "स्थिति", "State", 8),
    moment("traced_dt", "बरामदगी", "Traced"),
    Column(
        Words("किसे सौंपा", "Handed to"),
        lambda entry: person_said(entry.letter.get("handed_to"), address=False),
        12,
    ),
)
"""A missing person (form `iif_8`); children stand in a book of their own."""

DIARY = (
    number(7, "रपट सं0", "Entry"),
    registered(),
    Column(
        Words("प्रकार", "Kind"),
        lambda entry: gd_type_words(str(entry.letter.get("gd_type") or "")).hi,
        14,
    ),
    some_persons("entry_for_officers", "अधिकारी", "Officers", 16),
    answers(("purpose", "place"), "प्रयोजन / स्थान", "Purpose, place", 14),
    answer("brief", "विवरण", "Entry", 34, narrative=True),
)
"""Diary entries of some kinds (form `gd`) as a book of their own."""

BY_HAND = (
    running(),
    answer("on", "दिनांक", "Date", 9),
    answer("subject", "विषय", "Subject", 18),
    answer("particulars", "विवरण", "Particulars", 34, narrative=True),
    answer("ref_no", "संदर्भ", "Reference", 12),
)
"""How a line of a book by hand (form `book`) begins; what it was about and who wrote it."""
BY_WHOM = (
    an_officer("by", "किसके द्वारा", "By"),
    answer("remark", "टिप्पणी", "Remark", 12),
)
"""How such a line ends."""
