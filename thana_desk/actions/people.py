"""The officers of the thana: their accounts, passwords and roles."""

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from forms.kit.words import Words
from thana_desk.actions.accounts import NewOfficer, check_officer, cost, new_account
from thana_desk.actions.clock import stamp
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import BadSetUp, NotAllowed, RecordNotFound, WrongPassword
from thana_desk.actions.homes import key_slots, sheet, write_sheet
from thana_desk.actions.registration import with_store_errors
from thana_desk.actions.signing import opened, sealed
from thana_desk.hindi.collation import sort_key
from thana_desk.texts import words

if TYPE_CHECKING:
    pass


@dataclass(frozen=True, slots=True)
class Officer:
    """An account as the people page shows it."""

    user_id: str
    login: str
    name: Words
    rank: str
    pno: str
    roles: tuple[str, ...]
    active: bool
    created_at: str


def officers(desk: Desk) -> list[Officer]:
    """All accounts in the order of their names, retired ones last."""
    with with_store_errors():
        found = desk.store.officers(active_only=False)
    listed = [
        Officer(
            one.user_id,
            one.login,
            Words(one.name_hi, one.name_en),
            one.rank,
            one.pno,
            one.roles,
            one.active,
            one.created_at,
        )
        for one in found
    ]
    return sorted(
        listed, key=lambda one: (not one.active, sort_key(one.name.hi or one.name.en), one.login)
    )


def add_officer(desk: Desk, officer: NewOfficer, own_password: str) -> None:
    """Give an officer an account; the acting officer's password is asked once more.

    Raises:
        NotAllowed, BadSetUp, WrongPassword.
    """
    desk.require("manage_people")
    check_officer(officer)
    with with_store_errors():
        if desk.store.officer_by_login(officer.login) is not None:
            raise BadSetUp(words("actions.set_up.twice"))
        dek = _own_key(desk, own_password)
        desk.store.put_officer(new_account(officer, stamp(desk.clock.now()), _price(desk)))
        key_slots(desk.home).add(officer.login, officer.password, dek)
    _rewrite(desk)


def retire_officer(desk: Desk, user_id: str) -> None:
    """Close an account. What the officer wrote and signed stays.

    Raises:
        NotAllowed: also for one's own account; RecordNotFound.
    """
    desk.require("manage_people")
    if user_id == desk.session.user_id:
        raise NotAllowed(words("actions.not_yourself"))
    with with_store_errors():
        officer = desk.store.officer(user_id)
        if officer is None:
            raise RecordNotFound(words("actions.not_found"))
        desk.store.put_officer(replace(officer, active=False))
        key_slots(desk.home).remove(officer.login)
    _rewrite(desk)


def confirm_password(desk: Desk, password: str) -> bool:
    """Whether this is the acting officer's password (to unlock the screen)."""
    officer = desk.store.officer(desk.session.user_id)
    return officer is not None and opened(officer.sealed_private_key, password) is not None


def change_password(desk: Desk, old: str, new: str) -> None:
    """Give the acting officer another password.

    Raises:
        WrongPassword: the old one is not right; BadSetUp: the new one is too short.
    """
    officer = desk.store.officer(desk.session.user_id)
    private = opened(officer.sealed_private_key, old) if officer else None
    if officer is None or private is None:
        raise WrongPassword(words("actions.wrong_password"))
    if len(new) < 8:
        raise BadSetUp(words("actions.set_up.password"))
    with with_store_errors():
        dek = _own_key(desk, old)
        box = sealed(private, new, cost=_price(desk))
        key_slots(desk.home).add(officer.login, new, dek)
        desk.store.put_officer(replace(officer, sealed_private_key=box))


def change_role(desk: Desk, role: str) -> Desk:
    """The same officer in another of the officer's own roles."""
    return desk.in_role(role)


def _own_key(desk: Desk, password: str) -> bytes:
    return key_slots(desk.home).unlock(desk.session.login, password)


def _price(desk: Desk) -> tuple[int, int, int]:
    return cost(bool(sheet(desk.home).get("fast")))


def _rewrite(desk: Desk) -> None:
    data = dict(sheet(desk.home))
    data["officers"] = [
        {
            "login": one.login,
            "hi": one.name.hi,
            "en": one.name.en,
            "rank": one.rank,
            "roles": list(one.roles),
        }
        for one in officers(desk)
        if one.active
    ]
    write_sheet(desk.home, json.loads(json.dumps(data)))
