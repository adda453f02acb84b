"""The desk of one signed-in officer: what every action needs to know to act."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from forms.codes import DESK, may
from forms.kit.form import CaseFile, CaseRecord, DiaryState, Elsewhere, Facts, Form
from forms.kit.words import Words
from thana_desk.actions.clock import Clock
from thana_desk.actions.elsewhere import elsewhere
from thana_desk.actions.errors import NotAllowed
from thana_desk.actions.projecting import mark_of
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.storage.database import Store


@dataclass(frozen=True, slots=True)
class Acting:
    """The order under which somebody acts in another's role: for whom, until when, which forms.

    `until` is ISO with offset; no `forms` means all of the role.
    """

    order_id: str
    on_behalf_of: str
    name: Words
    until: str
    forms: frozenset[str] = frozenset()

    def lets(self, act: str, form_code: str) -> bool:
        """An order never covers giving orders or accounts, nor forms that it does not name."""
        if act in _NEVER_BY_ORDER or form_code == "act_as":
            return act == "read"
        return not self.forms or act == "read" or form_code in (*self.forms, DESK)


_NEVER_BY_ORDER = frozenset({"delegate", "manage_people"})


@dataclass(frozen=True, slots=True)
class Session:
    """Who acts, in which of his roles; `sign` signs with the officer's own key."""

    user_id: str
    login: str
    name: Words
    rank: str
    pno: str
    role: str
    roles: tuple[str, ...]
    sign: Callable[[bytes], bytes]
    acting: Acting | None = None


@dataclass(frozen=True, slots=True)
class Thana:
    """The police station, as its papers name it."""

    code: str
    name: Words
    district_code: str
    district: Words


def diary_state(store: "Store", day: str) -> DiaryState:
    """How the diary of `day` (ISO) stands."""
    newest = store.page("gd", series="gd", period=day, order="newest", limit=1)
    if not newest.total:
        return DiaryState()
    closings = store.index_matches("mark", mark_of("gd", day, "CLOSE"))
    return DiaryState(
        opened=bool(store.index_matches("mark", mark_of("gd", day, "OPEN"), 1)),
        entries=newest.total,
        ends_closed=newest.rows[0].record_id in [record_id for record_id, _row in closings],
    )


_CASE_MOST = 2_000
"""Records of one case that rules look at; a case with more is beyond any that is known."""


def case_file(store: "Store", parent_id: str | None, *, without: str = "") -> CaseFile:
    """What is registered in the case of `parent_id`, without the record `without`."""
    parent = store.record(parent_id) if parent_id else None
    if parent is None:
        return CaseFile()
    case_id = parent.envelope.case_id or parent.envelope.record_id
    page = store.page(case_id=case_id, order="oldest", limit=_CASE_MOST)
    ids = [row.record_id for row in page.rows if row.record_id != without]
    if parent.envelope.record_id not in ids:
        ids.insert(0, parent.envelope.record_id)
    found = []
    for record_id in ids:
        one = parent if record_id == parent_id else store.record(record_id)
        if one is not None:
            envelope = one.envelope
            found.append(
                CaseRecord(
                    envelope.record_id,
                    envelope.form,
                    envelope.number or "",
                    envelope.registered_at or "",
                    dict(one.letter),
                    envelope.parent_id or "",
                    envelope.sensitive,
                )
            )
    return CaseFile(tuple(found), next((one for one in found if one.record_id == parent_id), None))


@dataclass(frozen=True)
class Desk:
    """An open home with an officer signed in. Actions take it first; nothing else is global."""

    home: Path
    store: "Store"
    session: Session
    clock: Clock
    thana: Thana
    forms: Mapping[str, Form]
    demo: bool = False
    order_holds: Callable[[], bool] = lambda: True

    def may(self, act: str, form_code: str = DESK) -> bool:
        """Whether the acting role has this grant, and the order under which it is taken."""
        acting = self.session.acting
        if acting is not None and not acting.lets(act, form_code):
            return False
        return may(self.session.role, act, form_code)

    def require(self, act: str, form_code: str = DESK) -> None:
        """Go on only with the grant, and while the order holds under which it is taken.

        Raises:
            NotAllowed: the role-duties letter gives this act to another role, or the order to
            act in this role has run out or was withdrawn.
        """
        if self.session.acting is not None and not self.order_holds():
            raise NotAllowed(words("actions.order_does_not_hold"))
        if not self.may(act, form_code):
            raise NotAllowed(words("actions.not_allowed"))

    def facts(
        self,
        numbers: Mapping[str, str] | None = None,
        *,
        parent_id: str | None = None,
        record_id: str = "",
    ) -> Facts:
        """What rules may ask about, of a record under `parent_id` (`record_id` where registered)."""
        now = self.clock.now()
        looked: list[CaseFile] = []

        def case() -> CaseFile:
            if not looked:
                looked.append(case_file(self.store, parent_id, without=record_id))
            return looked[0]

        def count(form: str, first: str, last: str) -> int:
            found = self.store.counts(form=form, since=first, until=f"{last}T23:59:59+05:30")
            return sum(found.values())

        def other(form: str, key: str, value: str) -> tuple[Elsewhere, ...]:
            return elsewhere(self, form, key, value, without=record_id)

        def is_there(wanted: str) -> bool:
            return self.store.record(wanted) is not None

        return Facts(
            elsewhere=other,
            is_there=is_there,
            case=case,
            count=count,
            now=now,
            diary=lambda: diary_state(self.store, now.date().isoformat()),
            role=self.session.role,
            officer={
                "name": self.session.name.hi,
                "rank": self.session.rank,
                "pno": self.session.pno,
            },
            numbers=numbers or {},
            thana=self.thana.name,
        )

    def in_role(self, role: str) -> "Desk":
        """The same desk with the officer acting in another of the officer's own roles."""
        if role not in self.session.roles:
            raise NotAllowed(words("actions.not_allowed"))
        session = replace(self.session, role=role, acting=None)
        return replace(self, session=session, order_holds=lambda: True)

    def close(self) -> None:
        """Close the store."""
        self.store.close()
