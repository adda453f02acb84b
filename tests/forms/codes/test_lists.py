"""Code lists: what ships, what is offered to whom, and how a value is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.codes import CodeList, code_list, code_lists, jails, pahar_of
from thana_desk.hindi.collation import sort_key

EXPECTED = {
    "REL_TYPE": 18,
    "GENDER": 4,
    "MARITAL": 7,
    "RELIGION": 9,
    "CASTE_CAT": 5,
    "ID_TYPE": 9,
    "INFO_TYPE": 3,
    "INFO_SOURCE": 17,
    "DIRECTION": 8,
    "FIR_ACTION": 4,
    "PROP_CAT": 13,
    "PROP_NATURE": 5,
    "PROP_STATUS": 4,
    "MAJOR_HEAD": 12,
    "MINOR_HEAD": 22,
    "FR_TYPE": 8,
    "UNOCC_KIND": 5,
    "CS_KIND": 2,
    "ACC_STATUS": 14,
    "ARREST_STATUS": 7,
    "ARREST_BASIS": 16,
    "BAIL_KIND": 8,
    "BAIL_RESULT": 6,
    "TRIAL_STAGE": 12,
    "COURT_RESULT": 11,
    "PROCESS": 11,
    "SERVE_RESULT": 5,
    "RETURN_REASON": 8,
    "MOTIVE": 15,
    "CMP_CAT": 11,
    "CMP_DISP": 8,
    "DUTY_TYPE": 22,
    "OCCUPATION": 19,
    "INJURY": 5,
    "WEAPON": 7,
    "CATTLE": 13,
    "REC_STATUS": 6,
    "SYNC_STATE": 6,
    "BLOOD": 8,
    "STATE": 36,
    "DISTRICT_UP": 75,
    "PAHAR": 8,
    "GD_TYPE": 49,
}


@pytest.mark.parametrize(("list_id", "count"), EXPECTED.items())
def test_a_list_has_all_its_values(list_id: str, count: int) -> None:
    assert len(code_list(list_id).codes) == count


@pytest.mark.parametrize(
    "list_id",
    [
        "BUILD",
        "COMPLEXION",
        "FACE",
        "HAIR_COLOUR",
        "HAIR_STYLE",
        "EYES",
        "TEETH",
        "NOSE",
        "BEARD",
        "MOUSTACHE",
        "SPEECH",
        "GAIT",
        "MARK_KIND",
        "BODY_PART",
        "HABIT",
        "DRESS",
        "COURT_TYPE",
        "PLACE_TYPE",
        "CONVEY",
        "RANK",
        "OFFICER_ROLE",
        "COUNTRY",
        "DCRB_HEAD",
        "PROP_TYPE",
        "EDUCATION",
        "ADDRESS_TYPE",
        "UNIT",
    ],
)
def test_a_list_ships(list_id: str) -> None:
    assert len(code_list(list_id).codes) >= 2


@pytest.mark.parametrize("codes", code_lists(), ids=lambda codes: codes.id)
def test_codes_and_words_of_a_list_are_unique(codes: CodeList) -> None:
    assert len({code.code for code in codes.codes}) == len(codes.codes)
    assert len({code.words.hi for code in codes.codes}) == len(codes.codes)
    assert len({code.words.en for code in codes.codes}) == len(codes.codes)


PARENT_LISTS = {"MINOR_HEAD": "MAJOR_HEAD", "DCRB_HEAD": "MAJOR_HEAD", "PROP_TYPE": "PROP_CAT"}


@pytest.mark.parametrize("codes", code_lists(), ids=lambda codes: codes.id)
def test_a_parent_exists(codes: CodeList) -> None:
    if codes.id == "GD_TYPE":
        return  # its parents are the data centre's types; see test_diary
    parents = code_list(PARENT_LISTS.get(codes.id, codes.id))
    for code in codes.codes:
        assert not code.parent or parents.get(code.parent), code


def test_every_property_category_has_a_type_under_it() -> None:
    for category in code_list("PROP_CAT").codes:
        assert code_list("PROP_TYPE").offered(category.code)


def test_a_citizen_is_never_offered_a_list_about_offenders() -> None:
    for list_id in ("HABIT", "MARK_KIND", "MOTIVE", "ACC_STATUS", "ARREST_STATUS", "BAIL_KIND"):
        assert not code_list(list_id).is_offered_to_citizens()
    for list_id in ("GENDER", "CMP_CAT", "IDENTITY_MARK", "CATTLE"):
        assert code_list(list_id).is_offered_to_citizens()


def test_only_rows_read_in_a_document_are_confirmed() -> None:
    relations = code_list("REL_TYPE")
    father, friend = relations.get("FATHER"), relations.get("FRIEND")
    assert father is not None
    assert father.confirmed
    assert father.source == "cctns_lists"
    assert friend is not None
    assert not friend.confirmed
    assert friend.source == ""
    assert not any(code.confirmed for code in code_list("DISTRICT_UP").codes)
    assert not any(code.confirmed for code in code_list("RELIGION").codes)


def test_an_unknown_code_is_none_and_an_unknown_list_an_error() -> None:
    assert code_list("GENDER").get("NOBODY") is None
    with pytest.raises(KeyError):
        code_list("NO_SUCH_LIST")


@pytest.mark.parametrize(
    ("list_id", "text", "first"),
    [
        ("GENDER", "महिला", "FEMALE"),
        ("GENDER", "fem", "FEMALE"),
        ("GENDER", "mahila", "FEMALE"),
        ("OCCUPATION", "krishak", "FARMER"),
        ("DISTRICT_UP", "lucknow", "LUCKNOW"),
        ("DISTRICT_UP", "लख", "LUCKNOW"),
        ("DISTRICT_UP", "गोंडा", "GONDA"),
        ("COUNTRY", "नेपाल", "NP"),
        ("OCCUPATION", "मौलवी", "CLERIC"),
        ("PAHAR", "७", "7"),
        ("MARITAL", "तलाकशुदा", "DIVORCEE"),
    ],
)
def test_a_value_is_found_in_either_script_and_spelling(
    list_id: str, text: str, first: str
) -> None:
    assert code_list(list_id).find(text)[0].code == first


@pytest.mark.parametrize(
    ("list_id", "first", "last"),
    [
        ("COUNTRY", 1, 10),  # the neighbours
        ("COUNTRY", 10, -2),  # then all others, before those of no country or of one unknown
        ("STATE", 1, 28),
        ("STATE", 28, None),  # the union territories
        ("DISTRICT_UP", 0, None),
    ],
)
def test_places_stand_in_the_order_of_a_dictionary(
    list_id: str, first: int, last: int | None
) -> None:
    names = [code.words.hi for code in code_list(list_id).codes[first:last]]
    assert names == sorted(names, key=sort_key)


def test_jails_stand_in_the_order_of_a_dictionary_kind_by_kind() -> None:
    kinds: dict[str, list[str]] = {}
    for jail in jails():
        kinds.setdefault(jail.code.partition("_")[0], []).append(jail.words.hi)
    for names in kinds.values():
        assert names == sorted(names, key=sort_key)


def test_india_is_the_first_country_and_this_state_the_first_state() -> None:
    assert code_list("COUNTRY").codes[0].code == "IN"
    assert code_list("STATE").codes[0].code == "UP"


def test_directions_stand_in_the_order_of_their_degrees() -> None:
    degrees = [code.order for code in code_list("DIRECTION").codes]
    assert degrees == [0, 45, 90, 135, 180, 225, 270, 315]


def test_eight_in_the_evening_is_the_seventh_pahar() -> None:
    assert pahar_of(20) == "7"
    assert pahar_of(0) == "1"
    assert pahar_of(23) == "8"
    with pytest.raises(ValueError, match="24"):
        pahar_of(24)


@given(st.sampled_from([codes.id for codes in code_lists()]), st.data())
def test_every_value_is_found_by_its_own_words(list_id: str, data: st.DataObject) -> None:
    codes = code_list(list_id)
    code = data.draw(st.sampled_from(codes.codes))
    assert code in codes.find(code.words.hi)
    assert code in codes.find(code.words.en)
