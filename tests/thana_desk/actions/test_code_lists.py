"""Newer code lists only from the own data centre, and no code that old records hold gets lost."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import forms.codes
from forms.codes import code_list, section, versions
from forms.codes.shipped import take_over
from forms.parts.lists import Listed
from sync.protocol.signing import SigningKey
from thana_desk.actions import code_lists
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import NotAllowed, Refused

DATA = Path(forms.codes.__file__).parent / "data"
NEW_CODE = (
    '  { code = "DRONE_PILOT", hi = "ड्रोन चालक", en = "Drone pilot", mark = "to_confirm" },\n'
)


@pytest.fixture(autouse=True)
def _shipped_again() -> Iterator[None]:
    yield
    take_over({})


@pytest.fixture
def centre() -> SigningKey:
    return SigningKey.generate()


@pytest.fixture
def operator(at_desk: Callable[[str], Desk], centre: SigningKey) -> Desk:
    desk = at_desk("operator")
    desk.store.set_meta("gateway_public", centre.public)
    return desk


def newer(name: str, *changes: tuple[str, str], version: str = "2027-01-01") -> str:
    text = (DATA / f"{name}.toml").read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line.startswith("version"))
    for old, new in ((first, f'version = "{version}"'), *changes):
        assert old in text
        text = text.replace(old, new, 1)
    return text


def with_drone_pilot() -> str:
    row = next(
        line
        for line in (DATA / "people.toml").read_text(encoding="utf-8").splitlines(keepends=True)
        if "JOURNALIST" in line or 'code = "FARMER"' in line
    )
    return newer("people", (row, row + NEW_CODE))


def make_file(tmp_path: Path, texts: dict[str, str], signer: SigningKey) -> Path:
    file = tmp_path / "codes.json"
    file.write_bytes(code_lists.pack(texts, "2027-01-01", signer))
    return file


def test_a_newer_list_is_offered_at_once_and_after_the_next_sign_in(
    operator: Desk, at_desk: Callable[[str], Desk], centre: SigningKey, tmp_path: Path
) -> None:
    occupations = Listed("OCCUPATION")
    assert "DRONE_PILOT" not in occupations.options()
    taken = code_lists.take_update(
        operator, make_file(tmp_path, {"people": with_drone_pilot()}, centre)
    )
    assert taken.files == ["people"]
    assert "DRONE_PILOT" in occupations.options()
    assert versions()["people"] == "2027-01-01"
    take_over({})
    assert "DRONE_PILOT" not in occupations.options()
    at_desk("moharir")
    assert "DRONE_PILOT" in occupations.options()


def test_another_centres_signature_changes_nothing(operator: Desk, tmp_path: Path) -> None:
    file = make_file(tmp_path, {"people": with_drone_pilot()}, SigningKey.generate())
    with pytest.raises(Refused):
        code_lists.take_update(operator, file)
    assert "DRONE_PILOT" not in Listed("OCCUPATION").options()


def test_a_change_after_signing_is_noticed(
    operator: Desk, centre: SigningKey, tmp_path: Path
) -> None:
    file = make_file(tmp_path, {"people": with_drone_pilot()}, centre)
    file.write_text(file.read_text("utf-8").replace("ड्रोन", "द्रोण"), encoding="utf-8")
    with pytest.raises(Refused):
        code_lists.take_update(operator, file)


def test_a_code_that_records_may_hold_cannot_be_taken_away(
    operator: Desk, centre: SigningKey, tmp_path: Path
) -> None:
    text = (DATA / "people.toml").read_text(encoding="utf-8")
    male = next(one for one in text.splitlines(keepends=True) if 'code = "MALE"' in one)
    with pytest.raises(Refused):
        code_lists.take_update(
            operator, make_file(tmp_path, {"people": newer("people", (male, ""))}, centre)
        )
    assert code_list("GENDER").get("MALE") is not None


@pytest.mark.parametrize(
    "texts",
    [
        {"people": 'id = "people"\nversion = "2027-01-01"\n'},
        {"people": "[[["},
        {"people": 'id = "crime"\nversion = "2027-01-01"'},
        {"grants": 'id = "grants"\nversion = "2027-01-01"'},
        {"../people": ""},
    ],
)
def test_an_unusable_update_leaves_everything_as_it_was(
    operator: Desk, centre: SigningKey, tmp_path: Path, texts: dict[str, str]
) -> None:
    before = code_list("GENDER").codes
    with pytest.raises(Refused):
        code_lists.take_update(operator, make_file(tmp_path, texts, centre))
    assert code_list("GENDER").codes == before
    assert section("BNS", "303(2)") is not None


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"signature": 1}'])
def test_a_file_that_is_none_is_refused(operator: Desk, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "codes.json"
    file.write_bytes(data)
    with pytest.raises(Refused):
        code_lists.take_update(operator, file)


def test_an_older_update_is_refused(operator: Desk, centre: SigningKey, tmp_path: Path) -> None:
    old = newer("people", version="2020-01-01")
    with pytest.raises(Refused):
        code_lists.take_update(operator, make_file(tmp_path, {"people": old}, centre))


def test_a_stored_update_that_was_tampered_with_is_not_used(
    operator: Desk, at_desk: Callable[[str], Desk], centre: SigningKey, tmp_path: Path
) -> None:
    code_lists.take_update(operator, make_file(tmp_path, {"people": with_drone_pilot()}, centre))
    kept = json.loads(operator.store.meta("codes_update") or "")
    kept["version"] = "2099-01-01"
    operator.store.set_meta("codes_update", json.dumps(kept))
    at_desk("moharir")
    assert "DRONE_PILOT" not in Listed("OCCUPATION").options()


def test_a_hidden_code_is_not_offered_and_still_reads(
    operator: Desk, at_desk: Callable[[str], Desk]
) -> None:
    religions = Listed("RELIGION")
    code_lists.hide(operator, "RELIGION", "PARSI")
    assert "PARSI" not in religions.options()
    assert religions.words_of("PARSI") is not None
    take_over({})
    at_desk("moharir")
    assert "PARSI" not in religions.options()
    code_lists.hide(operator, "RELIGION", "PARSI", hidden=False)
    assert "PARSI" in religions.options()


def test_only_who_keeps_accounts_hides_codes(moharir: Desk, operator: Desk) -> None:
    with pytest.raises(NotAllowed):
        code_lists.hide(moharir, "RELIGION", "PARSI")
    with pytest.raises(Refused):
        code_lists.hide(operator, "RELIGION", "NO_SUCH")
    with pytest.raises(Refused):
        code_lists.hide(operator, "NO_SUCH", "PARSI")


def test_a_list_says_where_it_is_used_and_where_it_comes_from(
    operator: Desk, centre: SigningKey, tmp_path: Path
) -> None:
    before = code_lists.uses(operator)
    assert code_lists.installed(operator) is None
    assert "iif_3" in {form for form, _field in before["ARREST_STATUS"].used}
    assert before["ARREST_STATUS"].scope == "offender"
    assert not before["OCCUPATION"].updated
    code_lists.take_update(operator, make_file(tmp_path, {"people": with_drone_pilot()}, centre))
    after = code_lists.uses(operator)
    assert after["OCCUPATION"].updated
    assert not after["ARREST_STATUS"].updated
    update = code_lists.installed(operator)
    assert update is not None
    assert update.files == ("people",)


def test_a_code_is_found_by_its_list_and_in_either_script(operator: Desk) -> None:
    found = code_lists.find(operator, "पेशा किसान") or code_lists.find(operator, "occupation farm")
    assert [one.code for one in found] == ["FARMER"]
    code_lists.hide(operator, "OCCUPATION", "FARMER")
    (line,) = code_lists.find(operator, "OCCUPATION FARMER")
    assert line.hidden
    assert line.here
    assert code_lists.uses(operator)["OCCUPATION"].hidden == 1


def test_an_update_that_puts_offenders_lists_before_citizens_is_refused(
    operator: Desk, centre: SigningKey, tmp_path: Path
) -> None:
    text = (DATA / "people.toml").read_text(encoding="utf-8")
    at = text.index("[lists.GENDER]")
    wrong = text[:at] + text[at:].replace('scope = "any"', 'scope = "offender"', 1)
    first = next(line for line in text.splitlines() if line.startswith("version"))
    wrong = wrong.replace(first, 'version = "2027-01-01"', 1)
    with pytest.raises(Refused):
        code_lists.take_update(operator, make_file(tmp_path, {"people": wrong}, centre))
    assert code_list("GENDER").scope == "any"
    assert code_lists.installed(operator) is None
