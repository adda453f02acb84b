"""Write, register, correct, find and open records: the same verbs for every form."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from forms.codes.roles import forms as duty_forms
from forms.kit.acts import own_answers, without_typed
from forms.kit.check import check, settled
from forms.kit.form import Correction, Facts, Form, LetterFromNewerForm, upgraded
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from thana_desk.actions.clock import stamp
from thana_desk.actions.desk import Desk
from thana_desk.actions.entries import (
    entries_of,
    entry_rows,
    note_discarded,
    second_entry,
    told_act,
    with_entries,
)
from thana_desk.actions.errors import HasProblems, NotAllowed, RecordNotFound, Refused
from thana_desk.actions.lines import clock_line, line_of, officer_name, title_of
from thana_desk.actions.permission import masked, sees_sealed
from thana_desk.actions.registration import (
    Made,
    Registered,
    registration,
    said,
    with_store_errors,
)
from thana_desk.actions.views import (
    ClockLine,
    Draft,
    DraftLine,
    Hit,
    Line,
    Listing,
    RecordView,
    SyncState,
    VersionLine,
)
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.storage.rows import Draft as StoredDraft

__all__ = [
    "ClockLine",
    "Draft",
    "DraftLine",
    "Hit",
    "Line",
    "Listing",
    "Made",
    "RecordView",
    "Registered",
    "SyncState",
    "VersionLine",
    "clock_line",
    "line_of",
    "officer_name",
]


def allowed_forms(desk: Desk) -> list[Form]:
    """The forms that the acting role may write, its own duties first, in the letter's order."""
    places = {code: place for place, code in enumerate(duty_forms())}
    role = desk.session.role
    found = [one for one in desk.forms.values() if desk.may("draft", one.code)]
    return sorted(
        found,
        key=lambda one: (
            not desk.may("register", one.code),
            one.role != role,
            places.get(one.code, len(places)),
        ),
    )


def form_of(desk: Desk, form_code: str) -> Form:
    """The form called `form_code`.

    Raises:
        RecordNotFound: this program knows no such form.
    """
    if form_code not in desk.forms:
        raise RecordNotFound(words("actions.no_such_form", code=said(form_code)))
    return desk.forms[form_code]


def begin(
    desk: Desk, form_code: str, *, parent_id: str | None = None, letter: Letter | None = None
) -> Draft:
    """Start writing a form: a draft that is kept at once."""
    desk.require("draft", form_of(desk, form_code).code)
    from thana_desk.storage.identifiers import new_id
    from thana_desk.storage.rows import Draft as Stored

    now = stamp(desk.clock.now())
    form = desk.forms[form_code]
    if letter is None:
        letter = _taken_over(desk, form, parent_id)
    stored = Stored(
        draft_id=new_id(),
        form=form_code,
        form_version=form.version,
        owner=desk.session.user_id,
        letter=letter or {},
        created_at=now,
        updated_at=now,
        parent_id=parent_id,
    )
    with with_store_errors():
        desk.store.put_draft(stored)
    return _draft(desk, stored)


def _taken_over(desk: Desk, form: Form, parent_id: str | None) -> Letter:
    """What a new draft takes over from its case; nothing of a case that is sealed to the role."""
    with with_store_errors():
        facts = desk.facts(parent_id=parent_id)
        if parent_id is None:
            return form.begin(facts)
        parent = desk.store.record(parent_id)
        if parent is None:
            raise RecordNotFound(words("actions.parent_gone"))
        if not form.may_stand_under(parent.envelope.form):
            raise Refused(words("actions.parent_other_form"))
        if parent.envelope.sensitive:
            above = desk.forms.get(parent.envelope.form)
            hidden = not sees_sealed(desk.session.role, above)
            _log_access(desk, parent_id, parent.event_hash, hidden)
            if hidden:
                return {}
        begun = form.begin(facts)
        _prepare(form, begun, facts)  # the reader sees from the start what the program will write
        return begun


def keep(desk: Desk, draft_id: str, letter: Letter, reasons: Mapping[str, str]) -> str:
    """Save what is typed so far; durable when this returns the time of saving (ISO).

    Approvals stay as the officer in charge gave them, whatever `reasons` says of them.
    """
    stored = _stored_draft(desk, draft_id)
    letter = _same_act(stored, letter)
    now = stamp(desk.clock.now())
    approvals = {key: value for key, value in stored.reasons.items() if _is_approval(key)}
    given = {key: value for key, value in reasons.items() if not _is_approval(key)}
    with with_store_errors():
        desk.store.put_draft(
            replace(stored, letter=letter, reasons={**given, **approvals}, updated_at=now)
        )
    return now


def drafts(desk: Desk, *, mine: bool = True) -> list[DraftLine]:
    """Drafts, newest first: the officer's own, or all that the role may take over."""
    with with_store_errors():
        found = desk.store.drafts(desk.session.user_id if mine else None)
    lines = []
    for stored in found:
        if stored.form in desk.forms and (
            desk.may("draft", stored.form) or desk.may("approve", stored.form)
        ):
            form = desk.forms[stored.form]
            lines.append(
                DraftLine(
                    stored.draft_id,
                    stored.form,
                    _line_of(form, dict(stored.letter)),
                    officer_name(desk, stored.owner),
                    stored.updated_at,
                    stored.note,
                    stored.owner,
                    told_act(stored.letter) is not None,
                )
            )
    return sorted(lines, key=lambda line: line.updated_at, reverse=True)


def open_draft(desk: Desk, draft_id: str) -> Draft:
    """A draft to go on with."""
    stored = _stored_draft(desk, draft_id)
    return _draft(desk, stored)


def discard(desk: Desk, draft_id: str, reason: str = "") -> None:
    """Throw a draft away; only its owner, the officer in charge, or for whom it was left, may.

    One that an act of another left needs a reason, which the list of what is missing shows.

    Raises:
        NotAllowed: another's draft; Refused: no reason for what an act left.
    """
    stored = _stored_draft(desk, draft_id)
    told = told_act(stored.letter)
    left = told is not None and desk.may("register", stored.form)
    if stored.owner != desk.session.user_id and not left and not desk.may("approve", stored.form):
        raise NotAllowed(words("actions.not_your_draft"))
    with with_store_errors():
        if told is not None:
            if not reason.strip():
                raise Refused(words("actions.reason_missing"))
            note_discarded(desk, told, reason.strip())
        desk.store.delete_draft(draft_id)


def _same_act(stored: "StoredDraft", letter: Letter) -> Letter:
    """The answers with the act that they tell of as it was left: an entry tells of that and no other."""
    if told_act(stored.letter) is None:
        return letter
    return {**letter, "linked_record": stored.letter["linked_record"]}


def ask_approval(desk: Desk, draft_id: str, note: str = "approval") -> None:
    """Put a draft before the officer in charge."""
    stored = _stored_draft(desk, draft_id)
    with with_store_errors():
        desk.store.put_draft(replace(stored, note=note))


def approve(desk: Desk, draft_id: str, code: str, reason: str) -> None:
    """The officer in charge allows what the problem `code` holds up, with a written reason.

    Raises:
        NotAllowed: another role; Refused: no reason given.
    """
    stored = _stored_draft(desk, draft_id)
    desk.require("approve", stored.form)
    if not reason.strip():
        raise Refused(words("actions.reason_missing"))
    by = f"{desk.session.name.hi} ({desk.session.rank} {desk.session.pno})"
    reasons = {
        **{str(k): str(v) for k, v in stored.reasons.items()},
        f"approved.{code}": f"{reason.strip()} — {by}, {stamp(desk.clock.now())}",
    }
    with with_store_errors():
        desk.store.put_draft(replace(stored, reasons=reasons, note="approved"))


def problems(
    desk: Desk,
    form_code: str,
    letter: Letter,
    reasons: Mapping[str, str] | None = None,
    *,
    parent_id: str | None = None,
    record_id: str = "",
) -> list[Problem]:
    """What is wrong with the answers; what has a written reason or approval no longer counts.

    `parent_id` is the record they stand under, `record_id` their own where they correct one.
    """
    form = form_of(desk, form_code)
    copy = typed_out(letter)
    with with_store_errors():
        facts = desk.facts(parent_id=parent_id, record_id=record_id)
        _prepare(form, copy, facts)
        found = check(form, copy, facts)
    return [problem for problem in found if not _answered(problem, reasons or {})]


def _is_approval(key: str) -> bool:
    return key.startswith("approved.")


def _answered(problem: Problem, reasons: Mapping[str, str]) -> bool:
    if problem.weight is Weight.REASON:
        return bool(reasons.get(problem.code, "").strip())
    if problem.weight is Weight.APPROVAL:
        return bool(reasons.get(f"approved.{problem.code}"))
    return False


def _prepare(form: Form, letter: Letter, facts: Facts) -> None:
    """Fill the program's own fields, where the answers have the right shapes at all."""
    from forms.kit.check import shape_problems

    if not any(True for _ in shape_problems(form, letter, facts.now)):
        form.prepare(letter, facts)


def typed_out(letter: Letter) -> Letter:
    """The answers without what the screen keeps for itself (keys that begin with `_`)."""
    return {key: value for key, value in letter.items() if not key.startswith("_")}


def register(
    desk: Desk,
    form_code: str,
    letter: Letter,
    *,
    draft_id: str | None = None,
    reasons: Mapping[str, str] | None = None,
    parent_id: str | None = None,
    request_id: str | None = None,
) -> Registered:
    """Make the record legal: number, diary entry, clocks and journal in one transaction.

    The same `request_id` gets the same answer, also after a crash. Approvals are believed only
    from the stored draft, never from `reasons`.

    Raises:
        NotAllowed: the role has no grant; HasProblems: what the law or the numbering needs is
        missing; StoreProblem: nothing was kept.
    """
    form = form_of(desk, form_code)
    desk.require("register", form_code)
    given = {k: v for k, v in (reasons or {}).items() if not _is_approval(k)}
    if draft_id is not None:
        stored = _stored_draft(desk, draft_id)
        given = {
            **given,
            **{str(k): str(v) for k, v in stored.reasons.items() if _is_approval(k)},
        }
        parent_id = parent_id or stored.parent_id
        letter = _same_act(stored, letter)
    answers = without_typed(form, typed_out(letter))
    unread = letter.get("_typed")
    with with_store_errors():
        _prepare(form, answers, desk.facts(parent_id=parent_id))
    found = problems(desk, form_code, answers, given, parent_id=parent_id)
    if isinstance(unread, Mapping) and unread:
        found += [_unreadable(str(path)) for path in unread]
    if form.parent_must and parent_id is None:
        found.append(Problem((), "parent", words("actions.parent_missing"), Weight.REFUSE))
    elif parent_id is not None and not _stands_under(desk, form, parent_id):
        found.append(Problem((), "parent", words("actions.parent_other_form"), Weight.REFUSE))
    found += second_entry(desk, answers, request_id)
    if any(problem.weight is not Weight.GAP for problem in found):
        raise HasProblems(words("actions.has_problems"), found)
    return registration(
        desk,
        form,
        settled(form, answers),
        gaps=[one for one in found if not one.is_hint],
        reasons=given,
        parent_id=parent_id,
        draft_id=draft_id,
        request_id=request_id,
    )


def _stands_under(desk: Desk, form: Form, parent_id: str) -> bool:
    """Whether the parent is of a form that this one may stand under; a lost parent is told later."""
    with with_store_errors():
        parent = desk.store.record(parent_id)
    return parent is None or form.may_stand_under(parent.envelope.form)


def _unreadable(path: str) -> Problem:
    from forms.kit.letter import undotted

    return Problem(undotted(path), "unreadable", words("actions.unreadable"), Weight.REFUSE)


def correct(
    desk: Desk, record_id: str, letter: Letter, reason: str, *, request_id: str | None = None
) -> Registered:
    """A new version of a registered record, with its reason; the old one stays and is printed.

    What it tells of for the first time is followed up as at registration: its diary entry.
    The same `request_id` gets the same answer, also after a crash.

    The reason answers what asks for one. What needs the officer in charge's approval, and did
    not stand in the old version, only he puts right.

    Raises:
        NotAllowed: no grant, or the form takes corrections only as a further entry.
    """
    with with_store_errors():
        record = desk.store.record(record_id)
    if record is None:
        raise RecordNotFound(words("actions.not_found"))
    form = form_of(desk, record.envelope.form)
    if not desk.may("approve", form.code):
        desk.require("correct", form.code)
    else:
        desk.require("approve", form.code)
    if form.correction is Correction.NEW_ENTRY:
        raise NotAllowed(words("actions.correct_by_entry"))
    if not reason.strip():
        raise Refused(words("actions.reason_missing"))
    answers = typed_out(letter)
    kept = {part.key: record.letter.get(part.key) for part in form.fields() if part.fixed}
    answers.update({key: value for key, value in kept.items() if value is not None})
    parent_id = record.envelope.parent_id
    facts = desk.facts(parent_id=parent_id, record_id=record_id)
    with with_store_errors():
        _prepare(form, answers, facts)
        was = {problem.code for problem in check(form, dict(record.letter), facts)}
    answers.update({key: value for key, value in kept.items() if key.endswith("_ref") and value})
    with with_store_errors():
        there = entries_of(desk.store, record_id)
    answers = own_answers(form, answers, dict(record.letter), there)
    found = problems(desk, form.code, answers, {}, parent_id=parent_id, record_id=record_id)
    refused = [one for one in found if one.weight is Weight.REFUSE]
    waiting = [one for one in found if one.weight is Weight.APPROVAL and one.code not in was]
    if refused or (waiting and not desk.may("approve", form.code)):
        raise HasProblems(words("actions.has_problems"), [*refused, *waiting])
    return registration(
        desk,
        form,
        settled(form, answers),
        gaps=[one for one in found if one.weight is Weight.GAP and not one.is_hint],
        reasons={},
        request_id=request_id,
        correcting=record,
        reason=reason.strip(),
    )


def record(desk: Desk, record_id: str) -> RecordView:
    """A registered record with its versions, clocks and children, masked for the role.

    Opening a sensitive record is written into the access log.
    """
    with with_store_errors():
        found = desk.store.record(record_id)
        if found is None:
            raise RecordNotFound(words("actions.not_found"))
        envelope = found.envelope
        form = form_of(desk, envelope.form)
        desk.require("read", form.code)
        hidden = envelope.sensitive and not sees_sealed(desk.session.role, form)
        if envelope.sensitive:
            _log_access(desk, record_id, found.event_hash, hidden)
        events = desk.store.versions(record_id)
        history = desk.store.history(record_id)
        clocks = desk.store.clocks(record_id=record_id, stopped=True)
        children = desk.store.page(parent_id=record_id, order="oldest", limit=500).rows
        parent = desk.store.record(envelope.parent_id) if envelope.parent_id else None
        letter = _current_letter(form, dict(found.letter), envelope.form_version)
        letter = with_entries(desk.store, form, record_id, letter)
        entries = [line_of(desk, row) for row in entry_rows(desk.store, record_id)]
    roles = {event.hash: event.role for event in events}
    facts = desk.facts(parent_id=envelope.parent_id, record_id=record_id)
    with with_store_errors():
        gaps = [p for p in check(form, letter, facts) if p.weight is Weight.GAP and not p.is_hint]
    return RecordView(
        record_id=record_id,
        form_code=form.code,
        form_version=envelope.form_version,
        number=envelope.number or "",
        title=title_of(desk, found.row),
        status=envelope.status,
        version=envelope.version,
        letter=masked(form, letter) if hidden else letter,
        registered_at=envelope.registered_at or "",
        registered_by=officer_name(desk, envelope.registered_by or ""),
        role=events[0].role if events else "",
        on_behalf_of=officer_name(desk, envelope.on_behalf_of) if envelope.on_behalf_of else None,
        parent=line_of(desk, parent.row) if parent else None,
        children=[line_of(desk, row) for row in children],
        entries=entries,
        versions=[
            VersionLine(
                one.version,
                one.at,
                officer_name(desk, one.actor),
                roles.get(one.event_hash, ""),
                one.reason or "",
                one.event_hash,
            )
            for one in history
        ],
        gaps=gaps,
        clocks=[clock_line(desk, one) for one in clocks],
        papers=form.papers_of(letter),
        sync=SyncState(found.row.sync_state, words(f"actions.sync.{found.row.sync_state}")),
        sensitive=envelope.sensitive,
        event_hash=found.event_hash,
        masked=hidden,
        provisional=envelope.provisional,
    )


def _current_letter(form: Form, letter: Letter, version: int) -> Letter:
    try:
        return upgraded(form, letter, version)
    except LetterFromNewerForm as error:
        raise Refused(words("actions.newer_form", form=form.short.hi)) from error


def _log_access(desk: Desk, record_id: str, event_hash: str, hidden: bool) -> None:
    from thana_desk.storage.rows import LogEntry

    entry = LogEntry(
        at=stamp(desk.clock.now()),
        actor=desk.session.user_id,
        role=desk.session.role,
        act="open",
        record_id=record_id,
        event_hash=event_hash,
        detail={"masked": hidden},
    )
    with desk.store.work() as work:
        work.log_access(entry)


def listing(
    desk: Desk,
    form_codes: Sequence[str] | None = None,
    *,
    text: str = "",
    from_day: str | None = None,
    to_day: str | None = None,
    limit: int = 100,
    offset: int = 0,
) -> Listing:
    """Registered records, newest first, that the role may read."""
    from thana_desk.hindi.fold import fold

    wanted = [
        code
        for code in (form_codes if form_codes is not None else list(desk.forms))
        if desk.may("read", code)
    ]
    if not wanted:
        return Listing([], 0)
    # A role that may not see sealed persons must not find them out by filtering for their names.
    role = desk.session.role
    seen = [code for code in wanted if code in desk.forms and sees_sealed(role, desk.forms[code])]
    with with_store_errors():
        page = desk.store.page(
            wanted,
            sensitive_in=seen if text.strip() else None,
            since=from_day,
            until=f"{to_day}T23:59:59+05:30" if to_day else None,
            folded_filter=fold(text) or None,
            limit=limit,
            offset=offset,
        )
        # A page of a list has a hundred rows of the same few officers.
        registrars = {row.envelope.registered_by or "" for row in page.rows}
        names = {user_id: officer_name(desk, user_id) for user_id in registrars}
    return Listing([line_of(desk, row, names) for row in page.rows], page.total)


def lines_of(desk: Desk, record_ids: Sequence[str]) -> list[Line]:
    """These records as lists show them, in the order given; what is not there or not his is left out."""
    with with_store_errors():
        found = (desk.store.record(one) for one in record_ids)
        return [
            line_of(desk, one.row)
            for one in found
            if one is not None and desk.may("read", one.row.envelope.form)
        ]


def _line_of(form: Form, letter: Letter) -> str:
    from forms.kit.check import shape_problems
    from thana_desk.actions.clock import SystemClock

    if any(True for _ in shape_problems(form, typed_out(letter), SystemClock().now())):
        return form.short.hi
    return form.line(typed_out(letter)) or form.short.hi


def _stored_draft(desk: Desk, draft_id: str) -> "StoredDraft":
    with with_store_errors():
        stored = desk.store.draft(draft_id)
    if stored is None:
        raise RecordNotFound(words("actions.draft_gone"))
    if not (desk.may("draft", stored.form) or desk.may("approve", stored.form)):
        raise NotAllowed(words("actions.not_allowed"))
    return stored


def _draft(desk: Desk, stored: "StoredDraft") -> Draft:
    return Draft(
        draft_id=stored.draft_id,
        form_code=stored.form,
        letter=dict(stored.letter),
        reasons={str(k): str(v) for k, v in stored.reasons.items()},
        updated_at=stored.updated_at,
        owner=stored.owner,
        owner_name=officer_name(desk, stored.owner),
        parent_id=stored.parent_id,
        note=stored.note,
    )


def may(desk: Desk, act: str, form_code: str = "desk") -> bool:
    """Whether the acting role has this grant: for greying out, never instead of the check."""
    return desk.may(act, form_code)
