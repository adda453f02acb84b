"""What an officer's own desk shows first: what is due, whose turn it is, what was written last."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from forms.codes import clock, due, role
from forms.kit.form import Form
from forms.kit.words import NO_WORDS, Words
from thana_desk.actions import delegating, diary, records, saved_views
from thana_desk.actions.clock import stamp
from thana_desk.actions.desk import Desk
from thana_desk.actions.diary import DiaryDay
from thana_desk.actions.records import ClockLine, DraftLine, Line, clock_line
from thana_desk.actions.registration import LEFT, may_start, with_store_errors
from thana_desk.actions.saved_views import Counted
from thana_desk.actions.wanted import ME, Wanted
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
    """Where a count or a waiting line leads: a page, and which rows of it.

    `page` is `list` (with `form_codes` and days), `wanted` (the list that `wanted` narrows),
    `clocks`, `record` (with `record_id`) or a place of the window.
    """

    page: str
    form_codes: tuple[str, ...] = ()
    from_day: str | None = None
    to_day: str | None = None
    wanted: Wanted | None = None
    record_id: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits: for this officer (`mine`), or what he waits for from another.

    `who` says from whom it comes, or whose turn it is.
    """

    words: Words
    count: int
    opens: Opens
    who: Words = NO_WORDS
    mine: bool = True


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
    views: list[Counted]


def home(desk: Desk) -> DeskHome:
    """Everything the first page shows, in one call."""
    now = desk.clock.now()
    today = now.date().isoformat()
    horizon = stamp(now + dt.timedelta(days=30))
    with with_store_errors():
        rows = [
            one
            for one in desk.store.clocks(limit=100)
            if desk.may("read", one.form) and (not one.clock.due_at or one.clock.due_at < horizon)
        ]
        clocks = [clock_line(desk, one) for one in rows]
        states = desk.store.outbox_counts()
    own = records.drafts(desk)
    everyone = records.drafts(desk, mine=False)
    waiting_drafts = [line for one in everyone for line in _draft_clocks(desk, one)]
    running = sorted([*clocks, *waiting_drafts], key=lambda one: one.due_at or "")
    waiting = [
        *_drafts_waiting(desk, own, everyone),
        *_clocks_waiting(desk, running, {one.record_id: one.form for one in rows}),
        *_work_waiting(desk),
        *_sync_waiting(desk, states.get("parked", 0)),
    ]
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
        waiting=sorted(waiting, key=lambda one: not one.mine),
        counts=counts,
        last_entries=diary.last_entries(desk) if desk.may("read", "gd") else [],
        diary=diary.day(desk),
        outbox=pending,
        next_forms=records.allowed_forms(desk),
        views=saved_views.counted(desk),
    )


_SOON = dt.timedelta(days=3)
_TASKS = ("task", "rpt", "drive", "help")
"""Forms by which work is given to an officer."""

_TASKS_LOOKED_AT = 200
_CLOSED = ("DONE", "DROPPED")


def _drafts_waiting(
    desk: Desk, own: list[DraftLine], everyone: list[DraftLine]
) -> Iterator[Waiting]:
    me = desk.session.user_id
    if desk.may("approve", "iif_1"):
        held = [one for one in everyone if one.note == "approval"]
        yield from _of_drafts("approvals", held, Wanted(state="approval"))
    left = [one for one in everyone if one.note == LEFT and desk.may("register", one.form_code)]
    yield from _of_drafts("left", left, Wanted(state="left"))
    granted = [one for one in own if one.note == "approved"]
    if granted:
        yield Waiting(
            words("actions.home.granted"),
            len(granted),
            Opens("wanted", wanted=Wanted(state="mine")),
            role_words("sho"),
        )
    asked = [one for one in own if one.note == "approval"]
    if asked and not desk.may("approve", "iif_1"):
        opens = Opens("wanted", wanted=Wanted(state="approval", officer=ME))
        yield Waiting(words("actions.home.asked"), len(asked), opens, role_words("sho"), mine=False)
    passed = [one for one in own if one.note == LEFT and not desk.may("register", one.form_code)]
    if passed:
        turn = sorted({desk.forms[one.form_code].role for one in passed})
        opens = Opens("wanted", wanted=Wanted(state="left", officer=me))
        yield Waiting(
            words("actions.home.passed"), len(passed), opens, role_words(*turn), mine=False
        )


def _of_drafts(key: str, drafts: list[DraftLine], wanted: Wanted) -> Iterator[Waiting]:
    """Drafts of others that wait here, with how many come from whom."""
    if drafts:
        by: dict[str, list[Words]] = {}
        for one in drafts:
            by.setdefault(one.owner, []).append(one.owner_name)
        who = sorted(by.values(), key=lambda names: -len(names))
        yield Waiting(
            words(f"actions.home.{key}"),
            len(drafts),
            Opens("wanted", wanted=wanted),
            Words(
                ", ".join(f"{len(names)} {names[0].hi}" for names in who),
                ", ".join(f"{len(names)} {names[0].en}" for names in who),
            ),
        )


def _clocks_waiting(
    desk: Desk, running: list[ClockLine], forms: Mapping[str, str]
) -> Iterator[Waiting]:
    """Clocks past their limit and near it: in papers that this role writes, then in others'."""
    soon = stamp(desk.clock.now() + _SOON)
    own = [one for one in running if _is_own(desk, one, forms)]
    others = [one for one in running if one not in own]
    for mine, clocks in ((True, own), (False, others)):
        for key, found in (
            ("late", [one for one in clocks if one.late]),
            ("soon", [one for one in clocks if not one.late and (one.due_at or "9") <= soon]),
        ):
            if found and mine:
                nearest = found[0].words
                yield Waiting(words(f"actions.home.{key}"), len(found), Opens("clocks"), nearest)
            elif found:
                turn = {desk.forms[forms[one.record_id]].role for one in found}
                yield Waiting(
                    words(f"actions.home.{key}"),
                    len(found),
                    Opens("clocks"),
                    role_words(*sorted(turn)),
                    mine=False,
                )


def _is_own(desk: Desk, clock: ClockLine, forms: Mapping[str, str]) -> bool:
    """Whether this role writes the paper that the clock runs for; the officer in charge all."""
    form = forms.get(clock.record_id)
    return (
        form is None
        or form not in desk.forms
        or desk.may("correct", form)
        or desk.may("approve", form)
    )


def _work_waiting(desk: Desk) -> Iterator[Waiting]:
    """Tasks given to this officer that are still open, and orders to act for another."""
    number = desk.session.pno
    if number:
        from thana_desk.storage.narrowing import Narrowing

        with with_store_errors():
            rows = desk.store.page(
                _TASKS, narrowing=Narrowing(officer_no=number), limit=_TASKS_LOOKED_AT
            ).rows
            open_ones = [
                row
                for row in rows
                if (desk.store.letter(row.record_id) or {}).get("status") not in _CLOSED
            ]
        if open_ones:
            givers = {row.envelope.registered_by or "" for row in open_ones}
            names = [records.officer_name(desk, one) for one in sorted(givers)]
            opens = Opens("wanted", wanted=Wanted(forms=_TASKS, officer=ME))
            if len(open_ones) == 1:
                opens = Opens("record", record_id=open_ones[0].record_id)
            who = Words(", ".join(one.hi for one in names), ", ".join(one.en for one in names))
            yield Waiting(words("actions.home.tasks"), len(open_ones), opens, who)
    if desk.session.acting is None:
        for order in delegating.orders(desk):
            opens = Opens("record", record_id=order.order_id)
            until = f"{order.until[8:10]}-{order.until[5:7]}-{order.until[:4]}"
            named = words("actions.home.order", role=order.role_words, until=until)
            yield Waiting(named, 1, opens, order.for_name)


def _sync_waiting(desk: Desk, parked: int) -> Iterator[Waiting]:
    if parked and desk.may("sync"):
        yield Waiting(
            words("actions.home.parked"), parked, Opens("sync"), words("actions.home.centre")
        )
    if desk.may("approve", "iif_1"):
        with with_store_errors():
            clashes = len(desk.store.clashes())
        if clashes:
            opens = Opens("sync")
            yield Waiting(
                words("actions.home.clashes"), clashes, opens, words("actions.home.centre")
            )


def role_words(*codes: str) -> Words:
    """The names of these roles."""
    named = [role(code).words for code in codes]
    return Words(", ".join(one.hi for one in named), ", ".join(one.en for one in named))


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
