"""The interrogation form: not for children, a woman officer for a woman, what the arrest gives."""

from typing import Any

from forms.catalogue import form
from tests.forms.catalogue.investigation_case import (
    NOW,
    OFFICER,
    ago,
    changed,
    codes,
    make_facts,
    make_fir,
    make_record,
)

INTERROGATION = form("interro")
ARREST = make_record("iif_3", "A1", changed("iif_3"))


def person(**more: Any) -> dict[str, Any]:
    return {**INTERROGATION.sample(NOW)["accused"], **more}


def test_it_is_not_used_for_a_child() -> None:
    assert "JJ.interrogation" in codes(
        "interro", changed("interro", accused=person(birth_year=2012))
    )
    assert "JJ.interrogation" not in codes("interro", changed("interro"))


def test_a_woman_is_questioned_with_a_woman_officer() -> None:
    woman = changed("interro", accused=person(gender="FEMALE"))
    assert codes("interro", woman) == {"required"}
    assert codes("interro", {**woman, "female_officer": OFFICER}) == set()


def test_it_follows_the_arrest_it_stands_under() -> None:
    facts = make_facts(make_fir(), ARREST, parent=ARREST)
    assert "INT.arrest" in codes("interro", changed("interro", started=ago(9)), facts)
    assert codes("interro", changed("interro"), facts) == set()
    assert "V01" in codes("interro", changed("interro", ended=ago(9)))


def test_it_begins_with_the_accused_of_its_arrest() -> None:
    begun = INTERROGATION.begin(make_facts(make_fir(), ARREST, parent=ARREST))
    assert begun["accused"]["name"] == "नमूना कुमार"
    assert "alias_2" not in begun["accused"]
    assert begun["arrest_ref"]["number"] == "A1"
    assert begun["education"] == "MIDDLE"
    assert INTERROGATION.begin(make_facts(make_fir())) == {"officers": [OFFICER]}


def test_it_is_secret_and_its_line_names_nobody() -> None:
    assert INTERROGATION.is_sensitive({})
    assert "नमूना" not in INTERROGATION.line(INTERROGATION.sample(NOW))
