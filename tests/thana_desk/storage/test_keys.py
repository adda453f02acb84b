"""Ways to the key: each opens alone, each can be lost, none can be guessed cheaply."""

import json
from pathlib import Path
from typing import Any

import pytest

from thana_desk.storage import guesses
from thana_desk.storage.errors import (
    BadPaperCode,
    DeviceSecretLost,
    NoSuchLogin,
    SlotsDamaged,
    SlotsExist,
    SlotsMissing,
    TooManyTries,
    WrongPassword,
)
from thana_desk.storage.keys import (
    FIRST_COPY,
    SECOND_COPY,
    TRIES,
    KdfCost,
    KeySlots,
    NewKeys,
    calibrate,
)

CHEAP = KdfCost(1, 8, 1)
SECRET = bytes(range(100, 132))


class Watch:
    """A monotonic clock that only moves when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


def made(folder: Path, watch: Watch, secret: bytes | None = SECRET) -> NewKeys:
    keys = KeySlots.create(
        folder,
        thana="UP-SAMPLE",
        device="pc-1",
        device_secret=secret,
        cost=CHEAP,
        monotonic=watch,
    )
    keys.slots.add("moharir", "शब्द-एक", keys.dek)
    keys.slots.add("sho", "word-two", keys.dek)
    return keys


def loaded(
    folder: Path, watch: Watch, secret: bytes | None = SECRET, cost: KdfCost = CHEAP
) -> KeySlots:
    return KeySlots.load(folder, device_secret=secret, cost=cost, monotonic=watch)


def test_production_cost_is_the_floor() -> None:
    assert KdfCost() == KdfCost(t=3, m_kib=64 * 1024, p=4)
    assert calibrate(0.0).at_least(KdfCost()) == calibrate(0.0)


def test_every_officer_and_the_paper_open_the_same_key(tmp_path: Path, watch: Watch) -> None:
    keys = made(tmp_path, watch)
    slots = loaded(tmp_path, watch)
    assert slots.logins == ("moharir", "sho")
    assert slots.unlock("moharir", "शब्द-एक") == keys.dek
    assert slots.unlock("sho", "word-two") == keys.dek
    assert slots.unlock_with_paper(keys.paper_code) == keys.dek
    assert len(keys.dek) == 32
    assert slots.notice is None


def test_password_is_the_same_however_it_was_typed(tmp_path: Path, watch: Watch) -> None:
    keys = made(tmp_path, watch)
    keys.slots.add("io", "क\u093cलम", keys.dek)
    assert loaded(tmp_path, watch).unlock("io", "\u0958लम") == keys.dek


def test_key_and_passwords_are_not_in_the_files(tmp_path: Path, watch: Watch) -> None:
    keys = made(tmp_path, watch)
    for path in tmp_path.iterdir():
        text = path.read_bytes()
        for secret in (keys.dek.hex(), SECRET.hex(), "word-two", keys.paper_code):
            assert secret.encode() not in text


def test_unknown_login_and_wrong_password_look_the_same(tmp_path: Path, watch: Watch) -> None:
    made(tmp_path, watch)
    slots = loaded(tmp_path, watch)
    with pytest.raises(WrongPassword) as wrong:
        slots.unlock("sho", "guess")
    with pytest.raises(NoSuchLogin) as unknown:
        slots.unlock("nobody", "guess")
    assert str(wrong.value) == str(unknown.value)
    assert wrong.value.code == unknown.value.code == "wrong_password"
    assert slots.waiting("sho") == slots.waiting("nobody") == 1


@pytest.mark.parametrize("lost", ["password", "key store", "first copy", "second copy", "paper"])
def test_losing_any_one_thing_leaves_a_way_in(tmp_path: Path, watch: Watch, lost: str) -> None:
    keys = made(tmp_path, watch)
    secret: bytes | None = SECRET
    ways: list[bytes] = []
    if lost == "first copy":
        (tmp_path / FIRST_COPY).unlink()
    if lost == "second copy":
        (tmp_path / SECOND_COPY).write_bytes(b"\x00garbage")
    if lost == "key store":
        secret = None
    slots = loaded(tmp_path, watch, secret)
    if lost == "key store":
        for login in ("sho", "nobody"):
            with pytest.raises(DeviceSecretLost):
                slots.unlock(login, "word-two")
    else:
        ways.append(slots.unlock("sho", "word-two"))
    if lost != "paper":
        ways.append(slots.unlock_with_paper(keys.paper_code))
    assert ways
    assert set(ways) == {keys.dek}


def test_lost_key_store_is_repaired_by_paper_and_a_new_slot(tmp_path: Path, watch: Watch) -> None:
    keys = made(tmp_path, watch)
    slots = loaded(tmp_path, watch, bytes(32))
    with pytest.raises(DeviceSecretLost):
        slots.unlock("sho", "word-two")
    slots.add("sho", "word-two", slots.unlock_with_paper(keys.paper_code))
    assert loaded(tmp_path, watch, bytes(32)).unlock("sho", "word-two") == keys.dek


def test_copied_disk_without_the_key_store_does_not_open(tmp_path: Path, watch: Watch) -> None:
    made(tmp_path, watch)
    for other in (None, bytes(32)):
        with pytest.raises(DeviceSecretLost):
            loaded(tmp_path, watch, other).unlock("sho", "word-two")


def test_slot_is_bound_as_soon_as_there_is_a_key_store(tmp_path: Path, watch: Watch) -> None:
    keys = made(tmp_path, watch, None)
    assert loaded(tmp_path, watch, None).bound_to_device is False
    assert loaded(tmp_path, watch, SECRET).unlock("sho", "word-two") == keys.dek
    with pytest.raises(DeviceSecretLost):
        loaded(tmp_path, watch, None).unlock("sho", "word-two")


def test_slot_grows_dearer_when_the_policy_rises(tmp_path: Path, watch: Watch) -> None:
    keys = made(tmp_path, watch)
    dearer = KdfCost(2, 16, 1)
    assert loaded(tmp_path, watch, cost=dearer).unlock("sho", "word-two") == keys.dek
    slots = json.loads((tmp_path / FIRST_COPY).read_bytes())["slots"]
    assert slots["sho"]["kdf"] == {"t": 2, "m_kib": 16, "p": 1}
    assert slots["moharir"]["kdf"] == {"t": 1, "m_kib": 8, "p": 1}
    assert loaded(tmp_path, watch).unlock("sho", "word-two") == keys.dek
    again = json.loads((tmp_path / FIRST_COPY).read_bytes())["slots"]
    assert again["sho"] == slots["sho"]


def test_new_password_replaces_the_old_one(tmp_path: Path, watch: Watch) -> None:
    keys = made(tmp_path, watch)
    keys.slots.add("sho", "word-three", keys.dek)
    slots = loaded(tmp_path, watch)
    assert slots.unlock("sho", "word-three") == keys.dek
    with pytest.raises(WrongPassword):
        slots.unlock("sho", "word-two")


def test_removed_officer_is_out(tmp_path: Path, watch: Watch) -> None:
    keys = made(tmp_path, watch)
    keys.slots.remove("sho")
    slots = loaded(tmp_path, watch)
    assert slots.logins == ("moharir",)
    with pytest.raises(NoSuchLogin):
        slots.unlock("sho", "word-two")
    with pytest.raises(NoSuchLogin):
        slots.remove("sho")


def test_two_windows_do_not_overwrite_each_others_slots(tmp_path: Path, watch: Watch) -> None:
    keys = made(tmp_path, watch)
    one, other = loaded(tmp_path, watch), loaded(tmp_path, watch)
    one.add("io", "a", keys.dek)
    other.add("operator", "b", keys.dek)
    assert loaded(tmp_path, watch).logins == ("io", "moharir", "operator", "sho")


def test_new_slots_never_replace_old_ones(tmp_path: Path, watch: Watch) -> None:
    made(tmp_path, watch)
    (tmp_path / FIRST_COPY).unlink()
    with pytest.raises(SlotsExist):
        made(tmp_path, watch)


def test_missing_slots_are_named(tmp_path: Path, watch: Watch) -> None:
    with pytest.raises(SlotsMissing):
        loaded(tmp_path, watch)


def damage(path: Path, how: str) -> None:
    data = path.read_bytes()
    content: dict[str, Any] = json.loads(data)
    slot = content["slots"]["sho"]
    if how == "cut":
        data = data[: len(data) // 2]
    elif how == "empty":
        data = b""
    elif how == "flip":
        at = data.index(b'"sealed"') + 14
        data = data[:at] + (b"0" if data[at : at + 1] != b"0" else b"1") + data[at + 1 :]
    elif how == "list":
        data = b"[]"
    else:
        slot["kdf"]["m_kib"] = {"huge": 2**40, "text": "8", "none": None}[how]
        data = json.dumps(content).encode()
    path.write_bytes(data)


HOW = ["cut", "empty", "flip", "list", "huge", "text", "none"]


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("copy", [FIRST_COPY, SECOND_COPY])
def test_damaged_copy_is_made_again_from_the_other(
    tmp_path: Path, watch: Watch, how: str, copy: str
) -> None:
    keys = made(tmp_path, watch)
    damage(tmp_path / copy, how)
    slots = loaded(tmp_path, watch)
    assert slots.notice == ("first_copy_damaged" if copy == FIRST_COPY else "second_copy_damaged")
    assert slots.unlock("sho", "word-two") == keys.dek
    assert loaded(tmp_path, watch).notice is None


def test_both_copies_damaged_is_named(tmp_path: Path, watch: Watch) -> None:
    made(tmp_path, watch)
    damage(tmp_path / FIRST_COPY, "cut")
    damage(tmp_path / SECOND_COPY, "flip")
    with pytest.raises(SlotsDamaged):
        loaded(tmp_path, watch)


def test_power_cut_between_the_copies_keeps_the_newer_one(tmp_path: Path, watch: Watch) -> None:
    keys = made(tmp_path, watch)
    before = (tmp_path / SECOND_COPY).read_bytes()
    keys.slots.add("io", "a", keys.dek)
    (tmp_path / SECOND_COPY).write_bytes(before)
    slots = loaded(tmp_path, watch)
    assert "io" in slots.logins
    assert slots.notice == "second_copy_damaged"


def resealed(path: Path, change: Any) -> None:
    """Change the content and make the checksum fit: a forger, not a fault."""
    from thana_desk.storage.keys import _check_of

    content = json.loads(path.read_bytes())
    del content["check"]
    change(content)
    path.write_bytes(json.dumps({**content, "check": _check_of(content)}).encode())


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.update(thana="UP-OTHER"),
        lambda content: content.update(device="pc-2"),
        lambda content: content["slots"]["sho"]["kdf"].update(t=2),
        lambda content: content["slots"].update(sho=content["slots"]["moharir"]),
        lambda content: content["slots"]["sho"].update(salt="00" * 16),
    ],
)
def test_slot_opens_only_where_and_as_it_was_made(
    tmp_path: Path, watch: Watch, change: Any
) -> None:
    made(tmp_path, watch)
    for copy in (FIRST_COPY, SECOND_COPY):
        resealed(tmp_path / copy, change)
    slots = loaded(tmp_path, watch)
    for password in ("word-two", "शब्द-एक"):
        watch.now += 5000
        with pytest.raises(WrongPassword):
            slots.unlock("sho", password)


def test_old_paper_code_dies_with_the_new_one(tmp_path: Path, watch: Watch) -> None:
    keys = made(tmp_path, watch)
    code = keys.slots.renew_paper(keys.dek)
    slots = loaded(tmp_path, watch)
    assert slots.unlock_with_paper(code) == keys.dek
    with pytest.raises(WrongPassword):
        slots.unlock_with_paper(keys.paper_code)
    with pytest.raises(BadPaperCode):
        slots.unlock_with_paper("not a code")


def test_paper_cannot_be_used_as_a_login(tmp_path: Path, watch: Watch) -> None:
    keys = made(tmp_path, watch)
    plain = keys.paper_code.replace("-", "")[:-1]
    with pytest.raises(NoSuchLogin):
        keys.slots.unlock("\0paper", plain)
    for login in ("\0paper", ""):
        with pytest.raises(ValueError, match="login"):
            keys.slots.add(login, "x", keys.dek)


# --- guessing -----------------------------------------------------------------------------


def test_waits_double_up_to_a_quarter_of_an_hour() -> None:
    waits = [guesses.wait_after(failures) for failures in range(18)]
    assert waits == [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, *[900] * 5, 1800, 1800]


def test_second_try_waits_and_the_right_password_clears(tmp_path: Path, watch: Watch) -> None:
    keys = made(tmp_path, watch)
    slots = loaded(tmp_path, watch)
    with pytest.raises(WrongPassword):
        slots.unlock("sho", "guess")
    with pytest.raises(TooManyTries) as caught:
        slots.unlock("sho", "word-two")
    assert caught.value.wait_seconds == 1
    assert slots.unlock("moharir", "शब्द-एक") == keys.dek
    watch.now += 1
    assert slots.unlock("sho", "word-two") == keys.dek
    assert slots.waiting("sho") == 0


def test_at_most_sixty_tries_in_a_day(tmp_path: Path, watch: Watch) -> None:
    made(tmp_path, watch)
    slots = loaded(tmp_path, watch)
    end, tries = watch.now + 24 * 3600, 0
    while watch.now < end:
        try:
            slots.unlock("sho", f"guess {tries}")
        except TooManyTries as error:
            watch.now += error.wait_seconds
        except WrongPassword:
            tries += 1
    assert 50 < tries <= 60


def test_killing_the_program_wins_no_try(tmp_path: Path, watch: Watch) -> None:
    made(tmp_path, watch)
    for _ in range(5):
        before = guesses.Guesses(tmp_path / TRIES, watch)
        before.before_try("sho")  # … and killed before the password was even looked at
        watch.now += 16
    assert guesses.wait_after(5) == 16
    with pytest.raises(WrongPassword):
        loaded(tmp_path, watch).unlock("sho", "guess")
    with pytest.raises(TooManyTries) as caught:
        loaded(tmp_path, watch).unlock("sho", "guess")
    assert caught.value.wait_seconds == 32


def test_restart_of_the_pc_counts_only_the_time_since(tmp_path: Path, watch: Watch) -> None:
    watch.now = 50_000.0
    tries = guesses.Guesses(tmp_path / TRIES, watch)
    for _ in range(8):
        tries.before_try("sho")
        watch.now += 128
    assert tries.waiting("sho") == 0
    watch.now = 30.0  # the time before the restart has no witness, so it is not believed
    assert guesses.Guesses(tmp_path / TRIES, watch).waiting("sho") == 128 - 30
    watch.now = 60.0
    assert guesses.Guesses(tmp_path / TRIES, watch).waiting("sho") == 128 - 60
    watch.now = 60_000.0
    guesses.Guesses(tmp_path / TRIES, watch).before_try("sho")


def test_wall_clock_does_not_matter(
    tmp_path: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    made(tmp_path, watch)
    slots = loaded(tmp_path, watch)
    with pytest.raises(WrongPassword):
        slots.unlock("sho", "guess")
    for jump in (-(10**9), 10**9):
        monkeypatch.setattr(time, "time", lambda jump=jump: 1.7e9 + jump)
        with pytest.raises(TooManyTries):
            slots.unlock("sho", "word-two")


def test_spoilt_tries_file_makes_everybody_wait_once(tmp_path: Path, watch: Watch) -> None:
    keys = made(tmp_path, watch)
    (tmp_path / TRIES).write_bytes(b'{"x": 5}')
    slots = loaded(tmp_path, watch)
    with pytest.raises(TooManyTries) as caught:
        slots.unlock("sho", "word-two")
    assert caught.value.wait_seconds == 512
    watch.now += 512
    assert slots.unlock("sho", "word-two") == keys.dek


def test_tries_count_in_memory_when_the_disk_does_not_take_them(
    tmp_path: Path, watch: Watch
) -> None:
    tries = guesses.Guesses(tmp_path / "gone" / TRIES, watch)
    tries.before_try("sho")
    with pytest.raises(TooManyTries):
        tries.before_try("sho")


def test_flood_of_made_up_logins_does_not_clear_a_real_one(tmp_path: Path, watch: Watch) -> None:
    tries = guesses.Guesses(tmp_path / TRIES, watch)
    for _ in range(3):
        watch.now += 10
        tries.before_try("sho")
    for number in range(300):
        tries.before_try(f"made-up-{number}")
    assert tries.waiting("sho") == 4
