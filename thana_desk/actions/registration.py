"""One act, one transaction: the record, its number, its consequences, its clocks, its journal."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from forms.codes import due as clock_due
from forms.codes import format_number, period_of
from forms.kit.acts import due, put
from forms.kit.check import check, settled, shape_problems
from forms.kit.form import ClockStart, Facts, Form, upgraded
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from thana_desk.actions.clock import stamp
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import (
    HasProblems,
    MustWait,
    RecordNotFound,
    Refused,
    StoreProblem,
    WrongPassword,
)
from thana_desk.actions.projecting import findable
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.storage.rows import Allocation, Clock, Record
    from thana_desk.storage.work import Work


LEFT = "left"
"""Note of a draft that an act of another role left for the one who may register it."""

_AROUND = 8 * 1024
"""Room for what stands around the body of an event that is sent."""


@dataclass(frozen=True, slots=True)
class Made:
    """Another record that the act brought about."""

    form_code: str
    record_id: str
    number: str


@dataclass(frozen=True, slots=True)
class PaperOffer:
    """A print that can be had of the record now."""

    code: str
    words: Words


@dataclass(frozen=True)
class Registered:
    """What a registration gave: the number is final, the gaps stand on the deficiency list."""

    record_id: str
    number: str
    title: str
    consequences: list[Made] = field(default_factory=list)
    gaps: list[Problem] = field(default_factory=list)
    papers: list[PaperOffer] = field(default_factory=list)
    event_hash: str = ""


@contextmanager
def with_store_errors() -> Iterator[None]:
    """Turn the store's named errors into words of the desk.

    Raises:
        WrongPassword, MustWait; StoreProblem: with the store's own code.
    """
    from thana_desk.storage.errors import StorageError, TooManyTries
    from thana_desk.storage.errors import WrongPassword as NotThePassword

    try:
        yield
    except NotThePassword as error:
        raise WrongPassword(words("actions.wrong_password")) from error
    except TooManyTries as error:
        wait = error.wait_seconds
        raise MustWait(words("actions.must_wait", seconds=str(wait)), wait) from error
    except StorageError as error:
        raise StoreProblem(words(f"store.{error.code}"), error.code) from error


def said(text: str) -> str:
    """Foreign text made safe to stand inside a message."""
    return text[:60].replace("{", "(").replace("}", ")")


def registration(
    desk: Desk,
    form: Form,
    letter: Letter,
    *,
    gaps: Sequence[Problem],
    reasons: Mapping[str, str],
    parent_id: str | None = None,
    draft_id: str | None = None,
    request_id: str | None = None,
    correcting: "Record | None" = None,
    reason: str | None = None,
) -> Registered:
    """Write a checked record and everything that follows from it, or nothing."""
    with with_store_errors():
        case_id = _case_of(desk, parent_id)

        def act(work: "Work") -> Registered:
            if request_id is not None:
                answer = work.answered(request_id)
                if isinstance(answer, Mapping):
                    return _answered_before(desk, form, answer)
            writing = _Writing(desk, work)
            if correcting is not None:
                done = writing.new_version(form, dict(letter), correcting, gaps, reason or "")
            else:
                done = writing.new_record(form, dict(letter), gaps, reasons, parent_id, case_id)
            if draft_id is not None:
                work.drop_draft(draft_id)
            if request_id is not None:
                work.remember_request(request_id, _answer(done))
            return done

        return desk.store.save(act)


def linked_record(form: Form, record_id: str, number: str, act: str) -> dict[str, str]:
    """What an entry says of the act that it tells of."""
    return {
        "record_id": record_id,
        "form": form.code,
        "number": number,
        "title": form.short.hi,
        "act": act,
    }


def _case_of(desk: Desk, parent_id: str | None) -> str | None:
    if parent_id is None:
        return None
    parent = desk.store.record(parent_id)
    if parent is None:
        raise RecordNotFound(words("actions.parent_gone"))
    return parent.envelope.case_id or parent_id


def _answer(done: Registered) -> dict[str, Any]:
    return {
        "record_id": done.record_id,
        "number": done.number,
        "title": done.title,
        "event_hash": done.event_hash,
        "consequences": [[one.form_code, one.record_id, one.number] for one in done.consequences],
    }


def _answered_before(desk: Desk, form: Form, answer: Mapping[str, Any]) -> Registered:
    return Registered(
        str(answer["record_id"]),
        str(answer["number"]),
        str(answer["title"]),
        consequences=[Made(*one) for one in answer["consequences"]],
        papers=_offers(form, dict(desk.store.letter(str(answer["record_id"])) or {})),
        event_hash=str(answer["event_hash"]),
    )


def _offers(form: Form, letter: Letter) -> list[PaperOffer]:
    return [PaperOffer(paper.code, paper.words) for paper in form.papers_of(letter)]


class _Writing:
    """The steps of one registration inside one open transaction."""

    def __init__(self, desk: Desk, work: "Work") -> None:
        self._desk = desk
        self._work = work
        self._now = desk.clock.now()

    def new_record(
        self,
        form: Form,
        letter: Letter,
        gaps: Sequence[Problem],
        reasons: Mapping[str, str],
        parent_id: str | None,
        case_id: str | None,
    ) -> Registered:
        """Number the record, write what follows from it, then the record itself."""
        from thana_desk.storage.identifiers import new_id

        record_id = new_id()
        allocation = self._numbered(form, letter, parent_id)
        number = allocation.number if allocation else form.own_number(letter)
        facts = self._desk.facts({form.code: number}, parent_id=parent_id)
        letter, made = self._follow(form, letter, (), record_id, number, facts)
        event_hash = self._write(
            form,
            letter,
            record_id=record_id,
            allocation=allocation,
            number=number,
            parent_id=parent_id,
            case_id=case_id or (record_id if not parent_id else None),
            kind="registered",
            more={"reasons": dict(reasons), "gaps": [gap.to_json() for gap in gaps]},
        )
        return Registered(
            record_id,
            number,
            form.line(letter),
            made,
            list(gaps),
            _offers(form, letter),
            event_hash,
        )

    def new_version(
        self,
        form: Form,
        letter: Letter,
        record: "Record",
        gaps: Sequence[Problem],
        reason: str,
    ) -> Registered:
        """The next version of a registered record; number, parent and clocks stay.

        An act that no earlier version told of has its consequence now, in this transaction.
        """
        envelope = record.envelope
        number = envelope.number or ""
        facts = self._desk.facts(
            {form.code: number}, parent_id=envelope.parent_id, record_id=envelope.record_id
        )
        earlier = _earlier(self._desk, form, envelope.record_id)
        letter, made = self._follow(form, letter, earlier, envelope.record_id, number, facts)
        event_hash = self._write(
            form,
            letter,
            record_id=envelope.record_id,
            allocation=None,
            number=number,
            parent_id=envelope.parent_id,
            case_id=envelope.case_id,
            kind="corrected",
            more={"reason": reason, "gaps": [gap.to_json() for gap in gaps]},
            previous=record,
            reason=reason,
        )
        return Registered(
            envelope.record_id,
            number,
            form.line(letter),
            made,
            list(gaps),
            _offers(form, letter),
            event_hash,
        )

    def _follow(
        self,
        form: Form,
        letter: Letter,
        earlier: Sequence[Letter],
        record_id: str,
        number: str,
        facts: Facts,
    ) -> tuple[Letter, list[Made]]:
        """Write what the acts bring about that are new in these answers; the answers with its numbers."""
        made = []
        for consequence in form.consequences:
            inner = self._desk.forms[consequence.form]
            for act in due(consequence, earlier, letter):
                answers = consequence.letter(act.letter, facts)
                answers["linked_record"] = linked_record(form, record_id, number, act.key)
                if not self._desk.may("register", inner.code):
                    self._leave(inner, answers)
                    continue
                done = self._consequence(inner, answers, facts)
                made.append(done)
                if act.place:
                    letter = put(
                        letter,
                        act.place,
                        {
                            "record_id": done.record_id,
                            "form": inner.code,
                            "number": done.number,
                            "title": stamp(self._now)[:16],
                        },
                    )
        return letter, made

    def _is_in_sensitive(self, parent_id: str | None) -> bool:
        """Whether the record stands under a sensitive one: it names the same persons."""
        parent = self._desk.store.record(parent_id) if parent_id else None
        return parent is not None and parent.envelope.sensitive

    def _leave(self, form: Form, letter: Letter) -> None:
        """Leave a consequence that another role registers as a draft for that role."""
        from thana_desk.storage.identifiers import new_id
        from thana_desk.storage.rows import Draft

        now = stamp(self._now)
        self._work.leave_draft(
            Draft(
                draft_id=new_id(),
                form=form.code,
                form_version=form.version,
                owner=self._desk.session.user_id,
                letter=letter,
                created_at=now,
                updated_at=now,
                note=LEFT,
            )
        )

    def _consequence(self, form: Form, letter: Letter, facts: Facts) -> Made:
        from thana_desk.storage.identifiers import new_id

        letter = settled(form, letter)
        form.prepare(letter, facts)
        found = check(form, letter, facts)
        if any(problem.weight is not Weight.GAP for problem in found):
            # The consequence is the program's own writing: a fault here is ours, and nothing of
            # the act may stand without it.
            raise HasProblems(words("actions.consequence_failed", form=form.short.hi), found)
        record_id = new_id()
        allocation = self._numbered(form, letter, None)
        number = allocation.number if allocation else ""
        self._write(
            form,
            letter,
            record_id=record_id,
            allocation=allocation,
            number=number,
            parent_id=None,
            case_id=None,
            kind="registered",
            more={},
        )
        return Made(form.code, record_id, number)

    def _numbered(self, form: Form, letter: Letter, parent_id: str | None) -> "Allocation | None":
        from thana_desk.storage.rows import Allocation

        numbered = form.numbered_by(letter)
        name = numbered.series
        if not name:
            return None
        period = period_of(name, stamp(self._now), parent=parent_id or "")
        serial = self._work.next_serial(name, period)
        base = str(letter.get(numbered.base) or "") if numbered.base else ""
        return Allocation(name, period, serial, format_number(name, serial, period, base=base))

    def _write(
        self,
        form: Form,
        letter: Letter,
        *,
        record_id: str,
        allocation: "Allocation | None",
        number: str,
        parent_id: str | None,
        case_id: str | None,
        kind: str,
        more: Mapping[str, Any],
        previous: "Record | None" = None,
        reason: str | None = None,
    ) -> str:
        from sync.protocol.canonical import canonical
        from sync.protocol.wire import MAX_EVENT_BYTES
        from thana_desk.storage.rows import Envelope, NewEvent

        desk, now = self._desk, stamp(self._now)
        old = previous.envelope if previous else None
        behalf = desk.session.acting.on_behalf_of if desk.session.acting else None
        title = form.line(letter)[:300]
        envelope = Envelope(
            record_id=record_id,
            form=form.code,
            form_version=form.version,
            status="registered",
            version=old.version + 1 if old else 1,
            number=number or None,
            series=allocation.series if allocation else (old.series if old else None),
            period=allocation.period if allocation else (old.period if old else None),
            serial=allocation.serial if allocation else (old.serial if old else None),
            parent_id=parent_id,
            case_id=case_id,
            sensitive=form.is_sensitive(letter) or self._is_in_sensitive(parent_id),
            title=title,
            registered_at=old.registered_at if old else now,
            occurred_on=str(letter.get(form.occurred) or "")[:10] or None,
            created_by=old.created_by if old else desk.session.user_id,
            registered_by=old.registered_by if old else desk.session.user_id,
            on_behalf_of=old.on_behalf_of if old else behalf,
        )
        clocks = list(_clocks(form, letter, envelope.registered_at or now, now))
        stops = _stops(desk, form, letter, record_id, case_id)
        body: dict[str, Any] = {
            "envelope": envelope.to_json(),
            "letter": letter,
            "allocations": [
                {
                    "series": allocation.series,
                    "period": allocation.period,
                    "serial": allocation.serial,
                    "number": allocation.number,
                }
            ]
            if allocation
            else [],
            "clocks": [
                {
                    "code": clock.code,
                    "starts_at": clock.starts_at,
                    "due_at": clock.due_at,
                    "warn_at": list(clock.warn_at),
                    "stopped_at": clock.stopped_at,
                }
                for clock in clocks
            ],
            "stops": [
                {"record_id": one.record_id, "code": one.code, "at": one.at} for one in stops
            ],
            **more,
        }
        if len(canonical(body)) > MAX_EVENT_BYTES - _AROUND:
            raise Refused(words("actions.too_long"))
        event = self._work.append(
            NewEvent(
                record_id=record_id,
                kind=kind,
                form=form.code,
                form_version=form.version,
                parents=(previous.event_hash,) if previous else (),
                actor=desk.session.user_id,
                role=desk.session.role,
                on_behalf_of=behalf,
                stated_at=now,
                device_at=now,
                body=body,
                sign=desk.session.sign,
            )
        )
        if allocation:
            self._work.allocate(allocation, event)
        found = findable(form, letter, envelope)
        self._work.put_record(
            envelope,
            letter,
            found.index_rows,
            found.search_text,
            clocks,
            event,
            reason=reason,
            stops=stops,
            gaps=len(more.get("gaps", ())),
            name_words=found.name_words,
            persons=found.persons,
            links=found.links,
            files=found.files,
        )
        return event.hash


def _earlier(desk: Desk, form: Form, record_id: str) -> list[Letter]:
    """The answers of all versions of a record, carried forward to the form of today."""
    return [
        upgraded(form, dict(letter), event.form_version)
        for event in desk.store.versions(record_id)
        if isinstance(letter := event.body.get("letter"), Mapping)
    ]


def _clocks(form: Form, letter: Letter, registered_at: str, now: str) -> "Iterator[Clock]":
    """The clocks that these answers start; one whose duty is done already is stopped."""
    from thana_desk.storage.rows import Clock

    for start in form.clocks:
        if not starts(start, letter):
            continue
        stated = letter.get(start.at) if start.at else None
        starts_at = _moment(stated) or registered_at
        reckoned = clock_due(start.clock, starts_at, start.variant)
        done = letter.get(start.done) if start.done else None
        stopped_at = _moment(done) or (now if done is True else None)
        yield Clock(start.clock, starts_at, reckoned.due_at, tuple(reckoned.warn_at), stopped_at)


def _moment(stated: object) -> str | None:
    """A stored moment, or a day as its beginning, as ISO text with offset."""
    if not isinstance(stated, str) or not stated:
        return None
    return f"{stated}:00+05:30" if len(stated) > len("2026-11-22") else f"{stated}T00:00:00+05:30"


def _stops(desk: Desk, form: Form, letter: Letter, record_id: str, case_id: str | None) -> Any:
    """The clocks of other records of the case that this record stops."""
    from thana_desk.storage.rows import ClockStop

    ended = {
        end.clock: _moment(letter.get(end.at)) if end.at else stamp(desk.clock.now())
        for end in form.ends
        if end.when is None or end.when.holds((letter,))
    }
    if not case_id or not any(ended.values()):
        return []
    return [
        ClockStop(row.record_id, row.clock.code, at)
        for row in desk.store.clocks(case_id=case_id)
        if row.record_id != record_id and (at := ended.get(row.clock.code))
    ]


def starts(start: ClockStart, letter: Letter) -> bool:
    """Whether these answers start the clock."""
    if start.when is None:
        return True
    if callable(start.when):
        return bool(start.when(letter))
    return start.when.holds((letter,))


def may_start(form: Form, start: ClockStart, letter: Letter, now: dt.datetime) -> bool:
    """Whether half-written answers start the clock; those of a wrong shape start none."""
    if any(True for _ in shape_problems(form, letter, now)):
        return not callable(start.when) and starts(start, letter)
    return starts(start, letter)
