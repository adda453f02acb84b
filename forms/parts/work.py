"""The small records of work: by when, how far it is, and whether it came in time."""

from collections.abc import Iterator

from forms.kit.condition import Is
from forms.kit.fields import Attachment, Choice, Date, DateTime, Field, Group, Line, Need, Rows
from forms.kit.form import Facts, Rule
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.when import IST
from forms.kit.words import Words
from forms.parts.case import moment_of
from forms.parts.lists import Fixed
from forms.parts.spoken import day_said

WORK_STATUS = Fixed(
    "WORK_STATUS",
    (
        ("OPEN", Words("लम्बित", "Open")),
        ("RUNNING", Words("प्रगति पर", "In hand")),
        ("DONE", Words("पूर्ण", "Done")),
        ("DROPPED", Words("बिना कार्यवाही बन्द", "Closed without action")),
    ),
)
DONE = Is("status", "DONE")


def due_and_status(*, due: Need = Need.EXPECTED) -> tuple[Field, ...]:
    """Due date, state and time of completion; a later state is a new version of the record."""
    return (
        Date("due_on", Words("नियत तिथि", "Due on"), future=True, need=due),
        Choice(
            "status",
            Words("स्थिति", "Status"),
            choices=WORK_STATUS,
            need=Need.EXPECTED,
            help=Words(
                "कार्य आगे बढ़ने पर इसी अभिलेख में ‘संशोधन’ से नयी स्थिति लिखें।",
                "When the work goes on, write the new state into this record by a correction.",
            ),
        ),
        DateTime(
            "done_at",
            Words("पूर्ण होने का दिनांक व समय", "Completed at"),
            shown_when=DONE,
            need=Need.EXPECTED,
        ),
    )


def enclosures(key: str = "files", words: Words | None = None) -> Rows:
    """Any number of files, each with a line that says what it is; not printed."""
    return Rows(
        key,
        words or Words("संलग्नक", "Enclosures"),
        printed=False,
        row=Group(
            "file_row",
            Words("फाइल", "File"),
            parts=(
                Attachment("file", Words("फाइल", "File")),
                Line("caption", Words("विवरण", "Caption")),
            ),
        ),
    )


def in_time(*done_keys: str) -> Rule:
    """What is done stands against the due date: late asks for a reason, still open is a gap.

    `done_keys` are answers that complete the work (`sent_at`), the first that is filled counts.
    """
    keys = (*done_keys, "done_at")

    def find(letter: Letter, facts: Facts) -> Iterator[Problem]:
        due = moment_of(letter.get("due_on"))[:10]
        if not due or letter.get("status") == "DROPPED":
            return
        key = next((one for one in keys if moment_of(letter.get(one))), "")
        if key and moment_of(letter.get(key))[:10] > due:
            yield Problem(
                (key,),
                "late",
                Words(
                    f"कार्य नियत तिथि {day_said(due)} के बाद पूर्ण हुआ। विलम्ब का कारण लिखें।",
                    f"The work was completed after its due date {day_said(due)}. Write the reason "
                    "for the delay.",
                ),
                Weight.REASON,
            )
        elif (
            not key
            and letter.get("status") != "DONE"
            and due < facts.now.astimezone(IST).date().isoformat()
        ):
            yield Problem(
                ("due_on",),
                "overdue",
                Words(
                    f"नियत तिथि {day_said(due)} निकल चुकी है और कार्य अभी पूर्ण नहीं है। पूर्ण होते ही लिखें।",
                    f"The due date {day_said(due)} has passed and the work is not done. Write it "
                    "here as soon as it is.",
                ),
                Weight.GAP,
            )

    return Rule("late", find)
