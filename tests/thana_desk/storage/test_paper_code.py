"""A printed code survives handwriting, other digits and habits, and betrays every single mistake."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thana_desk.storage.errors import BadPaperCode
from thana_desk.storage.paper_code import ALPHABET, LENGTH, grouped, new_code, read_code

codes = st.lists(st.integers(0, 31), min_size=LENGTH, max_size=LENGTH).map(grouped)


def test_code_has_130_bits_in_groups_of_four() -> None:
    code = new_code()
    assert [len(group) for group in code.split("-")] == [4, 4, 4, 4, 4, 4, 3]
    assert LENGTH * 5 == 130
    assert len({new_code() for _ in range(50)}) == 50
    assert not set("ILOU") & set(ALPHABET)


@given(code=codes)
def test_code_is_read_as_people_write_it(code: str) -> None:
    wanted = read_code(code)
    assert len(wanted) == LENGTH
    assert read_code(code.lower().replace("-", "  ")) == wanted
    assert read_code(code.replace("0", "o").replace("1", "l")) == wanted
    assert read_code(code.replace("0", "०").replace("1", "I").replace("7", "७")) == wanted


@given(code=codes, at=st.integers(0, LENGTH), other=st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_found(code: str, at: int, other: str) -> None:
    plain = code.replace("-", "")
    if plain[at] == other:
        return
    with pytest.raises(BadPaperCode):
        read_code(plain[:at] + other + plain[at + 1 :])


@given(code=codes, one=st.integers(0, LENGTH), two=st.integers(0, LENGTH))
def test_every_swap_is_found(code: str, one: int, two: int) -> None:
    letters = list(code.replace("-", ""))
    if letters[one] == letters[two]:
        return
    letters[one], letters[two] = letters[two], letters[one]
    with pytest.raises(BadPaperCode):
        read_code("".join(letters))


@pytest.mark.parametrize("typed", ["", "0", "U" * 27, "0" * 26, "0" * 28, "क" * 27, "²" * 27])
def test_no_code_is_refused(typed: str) -> None:
    with pytest.raises(BadPaperCode):
        read_code(typed)
