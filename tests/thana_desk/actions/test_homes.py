"""The home: set up once, opened by its officers alone, and never half-made."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from forms.kit.words import Words
from thana_desk.actions import demo, homes, keeping, people, records
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import (
    AlreadySetUp,
    BadSetUp,
    MustWait,
    NotAllowed,
    NotSetUp,
    StoreProblem,
    WrongPassword,
)
from thana_desk.actions.homes import HomeState, NewOfficer, ThanaSetup
from thana_desk.hindi.collation import sort_key
from thana_desk.paths import Home


def make_officer(login: str, role: str, password: str = "long-enough") -> NewOfficer:
    return NewOfficer(login, password, Words("नमूना", "Sample"), "1", "SI", (role,))


def make_setup(*staff: NewOfficer, sho: NewOfficer | None = None) -> ThanaSetup:
    return ThanaSetup(
        "UP-1",
        Words("नमूना थाना", "Sample"),
        "D",
        Words("नमूना", "Sample"),
        sho or make_officer("boss", "sho"),
        staff,
    )


def test_a_new_home_opens_for_its_officers_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert homes.home_state(home) is HomeState.NEW
    made = homes.set_up(home, make_setup(make_officer("writer", "moharir")), fast=True)
    assert len(made.recovery_code) > 20
    assert homes.home_state(home) is HomeState.READY
    assert [one.login for one in homes.logins(home)] == ["boss", "writer"]
    with homes.sign_in(home, "writer", "long-enough").store:
        pass
    for login, password in (("writer", "wrong-one"), ("nobody", "long-enough")):
        with pytest.raises(WrongPassword):
            homes.sign_in(home, login, password)


def test_a_home_is_never_set_up_over_another(home: Path) -> None:
    with pytest.raises(AlreadySetUp):
        homes.set_up(home, make_setup(), fast=True)


@pytest.mark.parametrize(
    "setup",
    [
        make_setup(sho=make_officer("boss", "moharir")),
        make_setup(sho=make_officer("boss", "sho", "short")),
        make_setup(sho=make_officer("बॉस", "sho")),
        make_setup(make_officer("boss", "moharir")),
        make_setup(make_officer("x1", "king")),
    ],
)
def test_a_set_up_that_cannot_be_used_leaves_nothing(setup: ThanaSetup, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with pytest.raises(BadSetUp):
        homes.set_up(home, setup, fast=True)
    assert homes.home_state(home) is HomeState.NEW


def test_guessing_is_slowed_down(home: Path) -> None:
    with pytest.raises(WrongPassword):
        homes.sign_in(home, "sho", "guess-guess")
    with pytest.raises(MustWait) as slowed:
        homes.sign_in(home, "sho", "guess-guess")
    assert slowed.value.seconds >= 1


def test_a_damaged_store_is_told_apart_and_left_alone(home: Path) -> None:
    store = Home(home).store
    data = bytearray(store.read_bytes())
    for place in range(4096, len(data), 4096):
        data[place + 100] ^= 0xFF
    store.write_bytes(bytes(data))
    with pytest.raises(StoreProblem) as told:
        demo.sign_in(home, "sho")
    assert told.value.code == "store_damaged"
    assert "बैकअप" in told.value.words.hi
    assert store.read_bytes() == bytes(data)


def test_a_missing_store_is_never_made_anew(home: Path) -> None:
    Home(home).store.unlink()
    with pytest.raises(StoreProblem) as told:
        demo.sign_in(home, "sho")
    assert told.value.code == "store_missing"
    with pytest.raises(AlreadySetUp):
        homes.set_up(home, make_setup(), fast=True)


def test_an_unreadable_sheet_says_not_set_up(home: Path) -> None:
    (home / homes.SHEET).write_text("{", "utf-8")
    assert homes.home_state(home) is HomeState.DAMAGED
    with pytest.raises(NotSetUp):
        homes.sign_in(home, "sho", demo.PASSWORD)


def test_new_officers_come_and_go_by_those_who_may(sho: Desk, moharir: Desk, home: Path) -> None:
    fresh = make_officer("fresh", "io")
    with pytest.raises(NotAllowed):
        people.add_officer(moharir, fresh, demo.PASSWORD)
    people.add_officer(sho, fresh, demo.PASSWORD)
    with homes.sign_in(home, "fresh", "long-enough").store:
        pass
    (officer,) = [one for one in people.officers(sho) if one.login == "fresh"]
    names = [one.name.hi for one in people.officers(sho)]
    assert "नमूना" in names
    assert names == sorted(names, key=sort_key)
    people.retire_officer(sho, officer.user_id)
    with pytest.raises(WrongPassword):
        homes.sign_in(home, "fresh", "long-enough")
    with pytest.raises(NotAllowed):
        people.retire_officer(sho, sho.session.user_id)
    with pytest.raises(WrongPassword):
        people.add_officer(sho, make_officer("other", "io"), "not-the-password")
    assert "other" not in [one.login for one in people.officers(sho)]


def test_a_changed_password_signs_and_opens_as_before(moharir: Desk, home: Path) -> None:
    people.change_password(moharir, demo.PASSWORD, "another-one-9")
    again = homes.sign_in(home, "moharir", "another-one-9")
    with pytest.raises(WrongPassword):
        homes.sign_in(home, "moharir", demo.PASSWORD)
    with again.store:
        assert people.confirm_password(again, "another-one-9")
        assert not people.confirm_password(again, demo.PASSWORD)


def test_a_backup_opens_elsewhere_with_the_same_password(moharir: Desk, tmp_path: Path) -> None:
    done = records.register(moharir, "gd", moharir.forms["gd"].sample(moharir.clock.now()))
    copy = keeping.backup(moharir, tmp_path / "stick")
    assert keeping.last_backup(moharir) == copy.at
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(copy.path, elsewhere)
    opened = demo.sign_in(elsewhere, "moharir")
    with opened.store:
        assert records.record(opened, done.record_id).number == "001"


def test_a_store_that_an_older_program_filled_is_projected_anew_once(
    at_desk: Callable[[str], Desk], home: Path
) -> None:
    from thana_desk.storage.narrowing import Narrowing

    desk = at_desk("moharir")
    letter = desk.forms["iif_1"].sample(desk.clock.now())
    done = records.register(desk, "iif_1", letter)
    charged = Narrowing(charge=str(letter["acts"][0]["section"]))
    before = [row.record_id for row in desk.store.page("iif_1", narrowing=charged).rows]
    assert before == [done.record_id]
    with desk.store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM index_row WHERE kind = 'charge'")
        connection.exec_driver_sql("DELETE FROM meta WHERE key = 'projection'")
    desk.close()
    again = at_desk("moharir")
    after = [row.record_id for row in again.store.page("iif_1", narrowing=charged).rows]
    assert after == before
    assert again.store.verify() == []
