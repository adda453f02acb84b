"""What an officer's account needs: a login, a password worth the name, a signing key of its own."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.kit.words import Words
from thana_desk.actions.errors import BadSetUp
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.storage.keys import KdfCost
    from thana_desk.storage.rows import Officer as StoredOfficer

ROLES = ("sho", "moharir", "io", "operator", "pairokar")


@dataclass(frozen=True, slots=True)
class NewOfficer:
    """An officer to be given an account. `roles` are codes, the usual one first."""

    login: str
    password: str
    name: Words
    pno: str
    rank: str
    roles: tuple[str, ...]


_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,31}")


def check_officer(officer: NewOfficer) -> None:
    """Refuse an account that could not be used.

    Raises:
        BadSetUp: with the reason.
    """
    if not _LOGIN.fullmatch(officer.login):
        raise BadSetUp(words("actions.set_up.login"))
    if len(officer.password) < 8:
        raise BadSetUp(words("actions.set_up.password"))
    if not officer.name.hi.strip():
        raise BadSetUp(words("actions.set_up.name"))
    if not officer.roles or any(role not in ROLES for role in officer.roles):
        raise BadSetUp(words("actions.set_up.roles"))


def cost(fast: bool) -> tuple[int, int, int]:
    """Argon2id passes, KiB and lanes: RFC 9106's low-memory choice, or the least for tests."""
    return (1, 1024, 1) if fast else (3, 64 * 1024, 4)


def kdf_cost(fast: bool) -> "KdfCost":
    """`cost` as the key slots take it."""
    from thana_desk.storage.keys import KdfCost

    return KdfCost(*cost(fast))


def new_account(officer: NewOfficer, now: str, price: tuple[int, int, int]) -> "StoredOfficer":
    """The stored account of a new officer, with a signing key of the officer's own."""
    from thana_desk.actions.signing import new_signing_key
    from thana_desk.storage.identifiers import new_id
    from thana_desk.storage.rows import Officer as Stored

    key = new_signing_key(officer.password, cost=price)
    return Stored(
        user_id=new_id(),
        login=officer.login,
        name_hi=officer.name.hi.strip(),
        name_en=officer.name.en.strip() or officer.name.hi.strip(),
        pno=officer.pno,
        rank=officer.rank,
        roles=officer.roles,
        public_key=key.public,
        sealed_private_key=key.sealed,
        active=True,
        created_at=now,
    )
