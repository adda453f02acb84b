"""What an officer's own desk shows first: what is due, what waits, what was written last."""

import datetime as dt
from dataclasses import dataclass

from forms.codes import clock, due
from forms.kit.form import Form
from forms.kit.words import Words
from thana_desk.actions import diary, records
from thana_desk.actions.clock import stamp
from thana_desk.actions.desk import Desk
from thana_desk.actions.diary import DiaryDay
from thana_desk.actions.records import ClockLine, DraftLine, Line, clock_line
from thana_desk.actions.registration import LEFT, may_start, with_store_errors
from thana_desk.texts import words

_HEADLINES = {
    "sho": ("gd", "iif_1", "iif_3", "complaint"),
    "moharir": ("gd", "iif_1", "ncr", "complaint"),
    "io": ("cd", "iif_3", "iif_4", "iif_5"),
    "operator": ("iif_11", "prev", "duty", "iif_1"),
    "pairokar": ("remand", "court_ord", "bail", "trial"),
}
"""The forms that each role counts its day by, first to last."""


@dataclass(frozen=True, slots=True)
class Opens:
    """Where a count or a waiting line leads: a page, and which rows of it."""

    page: str
    form_codes: tuple[str, ...] = ()
    from_day: str | None = None
    to_day: str | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for this role."""

    words: Words
    count: int
    opens: Opens


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of the day, with the rows behind it."""

    words: Words
    value: int
    opens: Opens


@dataclass(frozen=True)
class DeskHome:
    """The first page of a role."""

    due: list[ClockLine]
    drafts: list[DraftLine]
    waiting: list[Waiting]
    counts: list[Count]
    last_entries: list[Line]
    diary: DiaryDay
    outbox: int
    next_forms: list[Form]


def home(desk: Desk) -> DeskHome:
    """Everything the first page shows, in one call."""
    now = desk.clock.now()
    today = now.date().isoformat()
    horizon = stamp(now + dt.timedelta(days=30))
    with with_store_errors():
        clocks = [
            clock_line(desk, one)
            for one in desk.store.clocks(limit=100)
            if desk.may("read", one.form) and (not one.clock.due_at or one.clock.due_at < horizon)
        ]
        states = desk.store.outbox_counts()
    own = records.drafts(desk)
    everyone = records.drafts(desk, mine=False)
    waiting_drafts = [line for one in everyone for line in _draft_clocks(desk, one)]
    running = sorted([*clocks, *waiting_drafts], key=lambda one: one.due_at or "")
    waiting = []
    if desk.may("approve", "iif_1"):
        held = [one for one in everyone if one.note == "approval"]
        if held:
            waiting.append(Waiting(words("actions.home.approvals"), len(held), Opens("drafts")))
    late = [one for one in running if one.late]
    if late:
        waiting.append(Waiting(words("actions.home.late"), len(late), Opens("clocks")))
    left = [one for one in everyone if one.note == LEFT and desk.may("register", one.form_code)]
    if left:
        waiting.append(Waiting(words("actions.home.left"), len(left), Opens("drafts")))
    with with_store_errors():
        written = desk.store.counts(since=today, until=f"{today}T23:59:59+05:30")
    counts = []
    for code in _HEADLINES[desk.session.role]:
        form = desk.forms.get(code)
        if form is not None and desk.may("read", code):
            counts.append(
                Count(
                    words("actions.home.today", form_hi=form.short.hi, form_en=form.short.en),
                    sum(number for (one, _status), number in written.items() if one == code),
                    Opens("list", (code,), today, today),
                )
            )
    pending = states.get("waiting", 0) + states.get("sent", 0) + states.get("parked", 0)
    return DeskHome(
        due=running,
        drafts=own,
        waiting=waiting,
        counts=counts,
        last_entries=diary.last_entries(desk) if desk.may("read", "gd") else [],
        diary=diary.day(desk),
        outbox=pending,
        next_forms=records.allowed_forms(desk),
    )


def _draft_clocks(desk: Desk, line: DraftLine) -> list[ClockLine]:
    """Clocks that run while a draft is unfinished: those that start at a time stated in it."""
    form = desk.forms[line.form_code]
    timed = [one for one in form.clocks if one.at]
    if not timed:
        return []
    letter = records.open_draft(desk, line.draft_id).letter
    found = []
    now = stamp(desk.clock.now())
    for start in timed:
        if not may_start(form, start, letter, desk.clock.now()):
            continue
        stated = letter.get(start.at)
        if not isinstance(stated, str) or len(stated) != len("2026-11-22T10:42"):
            continue
        due_at = due(start.clock, f"{stated}:00+05:30", start.variant).due_at
        late = bool(due_at and due_at < now)
        found.append(
            ClockLine(
                start.clock,
                clock(start.clock).words,
                due_at,
                late,
                None,
                title=line.title,
                draft_id=line.draft_id,
            )
        )
    return found
