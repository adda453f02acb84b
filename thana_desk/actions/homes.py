"""The first start of a thana's home, and signing in to it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forms.kit.words import Words
from thana_desk.actions.accounts import (
    ROLES,
    NewOfficer,
    check_officer,
    cost,
    kdf_cost,
    new_account,
)
from thana_desk.actions.clock import Clock, SystemClock, stamp
from thana_desk.actions.errors import AlreadySetUp, BadSetUp, NotSetUp, WrongPassword
from thana_desk.paths import Home
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.actions.desk import Desk
    from thana_desk.storage.database import Store
    from thana_desk.storage.keys import KeySlots

__all__ = ["ROLES", "NewOfficer"]

SHEET = "home.json"
"""What the login screen shows before anybody has signed in: nothing that is secret."""


PROJECTION = "4"
"""Which rows the actions make of a record; raised whenever older stores must be filled anew."""

_PROJECTED = "projection"


class HomeState(StrEnum):
    """What a folder holds."""

    NEW = "new"
    READY = "ready"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class ThanaSetup:
    """What the first start asks for."""

    thana_code: str
    thana: Words
    district_code: str
    district: Words
    sho: NewOfficer
    staff: tuple[NewOfficer, ...] = ()
    demo: bool = False


@dataclass(frozen=True, slots=True)
class SetUp:
    """What the first start gives: the code to be written on paper and sealed."""

    recovery_code: str


@dataclass(frozen=True, slots=True)
class LoginChoice:
    """One line of the login screen."""

    login: str
    name: Words
    rank: str
    roles: tuple[str, ...]


def home_state(home: Path) -> HomeState:
    """What the folder holds, told without opening anything."""
    if not (home / SHEET).exists():
        return HomeState.DAMAGED if Home(home).store.exists() else HomeState.NEW
    try:
        sheet(home)
    except NotSetUp:
        return HomeState.DAMAGED
    return HomeState.READY


def sheet(home: Path) -> Mapping[str, Any]:
    """The public sheet of the home.

    Raises:
        NotSetUp: there is none, or it cannot be read.
    """
    try:
        data = json.loads((home / SHEET).read_text(encoding="utf-8"))
        if not isinstance(data, dict) or not isinstance(data["officers"], list):
            raise ValueError
    except (OSError, ValueError, KeyError) as error:
        raise NotSetUp(words("actions.not_set_up")) from error
    return data


def is_demo(home: Path) -> bool:
    """Whether the home holds fictional sample data, marked so everywhere."""
    try:
        return bool(sheet(home).get("demo"))
    except NotSetUp:
        return False


def logins(home: Path) -> list[LoginChoice]:
    """Who may sign in, in the order of the sheet."""
    return [
        LoginChoice(
            str(one["login"]),
            Words(str(one["hi"]), str(one["en"])),
            str(one["rank"]),
            tuple(one["roles"]),
        )
        for one in sheet(home)["officers"]
    ]


def place(home: Path) -> tuple[Words, Words]:
    """The names of thana and district."""
    data = sheet(home)
    return Words(**data["thana"]), Words(**data["district"])


def write_sheet(home: Path, data: Mapping[str, Any]) -> None:
    """Replace the public sheet in one step."""
    from thana_desk.storage.files import keep_file

    text = json.dumps(data, ensure_ascii=False, indent=1)
    keep_file(home / SHEET, text.encode("utf-8"))


def set_up(
    home: Path, setup: ThanaSetup, *, clock: Clock | None = None, fast: bool = False
) -> SetUp:
    """Make the home of a thana: keys, encrypted store, officers. All of it or nothing.

    `fast` lowers the cost of the password check; only for sample homes and tests, where the
    passwords are public anyway.

    Raises:
        AlreadySetUp: the folder holds a home; BadSetUp: something given cannot be used.
    """
    from thana_desk.actions.registration import with_store_errors

    officers = (setup.sho, *setup.staff)
    for officer in officers:
        check_officer(officer)
    if len({officer.login for officer in officers}) != len(officers):
        raise BadSetUp(words("actions.set_up.twice"))
    if "sho" not in setup.sho.roles:
        raise BadSetUp(words("actions.set_up.roles"))
    if not re.fullmatch(r"[A-Za-z0-9-]{2,16}", setup.thana_code) or not setup.thana.hi.strip():
        raise BadSetUp(words("actions.set_up.thana"))
    if home_state(home) is not HomeState.NEW:
        raise AlreadySetUp(words("actions.already_set_up"))
    folder = Home(home)
    folder.make()
    try:
        with with_store_errors():
            code, device = _make_store(
                folder, setup, officers, stamp((clock or SystemClock()).now()), fast
            )
    except BaseException:
        # Nothing half-made stays: the mark of a store that never held a record is no warning.
        for leftover in (*home.glob("thana.db*"), *folder.keys.glob("*")):
            leftover.unlink(missing_ok=True)
        raise
    write_sheet(
        home,
        {
            "thana_code": setup.thana_code,
            "device": device,
            "thana": _both(setup.thana),
            "district": _both(setup.district),
            "district_code": setup.district_code,
            "demo": setup.demo,
            "fast": fast,
            "officers": [
                {
                    "login": officer.login,
                    "hi": officer.name.hi,
                    "en": officer.name.en,
                    "rank": officer.rank,
                    "roles": list(officer.roles),
                }
                for officer in officers
            ],
        },
    )
    return SetUp(code)


def _make_store(
    folder: Home, setup: ThanaSetup, officers: tuple[NewOfficer, ...], now: str, fast: bool
) -> tuple[str, str]:
    from sync.protocol.signing import SigningKey, device_name
    from thana_desk.storage.ballast import PRODUCTION_BALLAST
    from thana_desk.storage.database import create_store
    from thana_desk.storage.keys import KeySlots
    from thana_desk.storage.rows import Identity

    key = SigningKey.generate()
    device = device_name(key.public)
    made = KeySlots.create(
        folder.keys,
        thana=setup.thana_code,
        device=device,
        device_secret=device_secret(device, make=True, fast=fast),
        cost=kdf_cost(fast),
    )
    ballast = 0 if fast else PRODUCTION_BALLAST
    with create_store(folder.store, made.dek, ballast=ballast) as store:
        store.set_identity(Identity(setup.thana_code, device))
        store.set_meta("thana_words", json.dumps(_both(setup.thana)))
        store.set_meta("district_words", json.dumps(_both(setup.district)))
        store.set_meta("district_code", setup.district_code)
        store.set_meta("device_key", key.seed.hex())
        store.set_meta("number_seat", device)
        store.set_meta(_PROJECTED, PROJECTION)
        for officer in officers:
            store.put_officer(new_account(officer, now, cost(fast)))
            made.slots.add(officer.login, officer.password, made.dek)
    return made.paper_code, device


def device_secret(device: str, *, make: bool = False, fast: bool = False) -> bytes | None:
    """This PC's secret from the system's key store; None where there is none to be trusted.

    A sample home never asks: it must open wherever it is copied to.
    """
    if fast:
        return None
    from thana_desk.secrets import DeviceSecrets, KeyStoreSilent, system_key_store

    try:
        kept = DeviceSecrets(device, system_key_store())
        return kept.make_device_secret() if make else kept.device_secret()
    except KeyStoreSilent:
        return None


def key_slots(home: Path) -> "KeySlots":
    """The home's key slots, with this PC's secret and today's price of a guess."""
    from thana_desk.storage.keys import KeySlots

    data = sheet(home)
    fast = bool(data.get("fast"))
    return KeySlots.load(
        Home(home).keys,
        device_secret=device_secret(str(data.get("device", "")), fast=fast),
        cost=kdf_cost(fast),
    )


def sign_in(
    home: Path,
    login: str,
    password: str,
    *,
    role: str | None = None,
    clock: Clock | None = None,
) -> "Desk":
    """Open the home for an officer.

    Raises:
        NotSetUp, WrongPassword, MustWait; StoreProblem: the store is damaged, of a newer
        version, or busy; NotAllowed: not one of the officer's roles.
    """
    from forms.catalogue import all_forms
    from thana_desk.actions.code_lists import use_own
    from thana_desk.actions.desk import Desk, Session, Thana
    from thana_desk.actions.registration import with_store_errors
    from thana_desk.actions.signing import opened, signer

    data = sheet(home)
    with with_store_errors():
        from thana_desk.storage.ballast import PRODUCTION_BALLAST
        from thana_desk.storage.database import open_store

        dek = key_slots(home).unlock(login, password)
        ballast = 0 if data.get("fast") else PRODUCTION_BALLAST
        store = open_store(Home(home).store, dek, ballast=ballast)
    try:
        officer = store.officer_by_login(login)
        private = opened(officer.sealed_private_key, password) if officer else None
        if officer is None or not officer.active or private is None:
            raise WrongPassword(words("actions.wrong_password"))
        with with_store_errors():
            use_own(store)
            _project_anew(store)
        desk = Desk(
            home=home,
            store=store,
            session=Session(
                officer.user_id,
                officer.login,
                Words(officer.name_hi, officer.name_en),
                officer.rank,
                officer.pno,
                officer.roles[0],
                officer.roles,
                signer(private),
            ),
            clock=clock or SystemClock(),
            thana=Thana(
                str(data["thana_code"]),
                Words(**json.loads(store.meta("thana_words") or "{}")),
                store.meta("district_code") or "",
                Words(**json.loads(store.meta("district_words") or "{}")),
            ),
            forms=all_forms(),
            demo=bool(data.get("demo")),
        )
        return desk.in_role(role) if role else desk
    except BaseException:
        store.close()
        raise


def _project_anew(store: "Store") -> None:
    """Make lists and search anew, once, where an older program filled them."""
    if store.meta(_PROJECTED) == PROJECTION:
        return
    from forms.catalogue import all_forms
    from thana_desk.actions.projecting import projector

    store.rebuild(projector(all_forms()))
    store.set_meta(_PROJECTED, PROJECTION)


def _both(phrase: Words) -> dict[str, str]:
    return {"hi": phrase.hi, "en": phrase.en}
