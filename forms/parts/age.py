"""How old a person is by what was answered, and forms that only take persons above an age."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from forms.kit.form import Facts, Rule
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words

ADULT = 18


def age_span(person: Any, on: dt.date) -> tuple[int, int] | None:
    """The least and the greatest age of a person on a day; None where nothing was answered.

    A stated age counts as it stands; a year of birth leaves one year open.
    """
    if not isinstance(person, Mapping):
        return None
    born = day_of(person.get("dob"))
    if born is not None:
        years = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
        return years, years
    year, age = person.get("birth_year"), person.get("age_years")
    if isinstance(year, int) and not isinstance(year, bool):
        return on.year - year - 1, on.year - year
    if isinstance(age, int) and not isinstance(age, bool):
        return age, age
    return None


def is_child(person: Any, now: dt.datetime) -> bool:
    """Whether the person is below eighteen by every reading of the answers."""
    span = age_span(person, now.date())
    return span is not None and span[1] < ADULT


def day_of(value: object) -> dt.date | None:
    """The day of a stored date or moment; None where it is none."""
    try:
        return dt.date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def at_least(
    key: str,
    years: int,
    hi: str,
    en: str,
    *,
    code: str,
    below: Weight,
    unknown: Weight = Weight.GAP,
) -> Rule:
    """The person under `key` (`hi`, `en` say who) is `years` old; `below` weighs a younger one.

    `unknown` weighs an age that was not answered or, by the year of birth, may be less.
    """

    def find(letter: Letter, facts: Facts) -> Iterator[Problem]:
        person = letter.get(key)
        if not person:
            return
        span = age_span(person, facts.now.date())
        if span is None or span[0] < years <= span[1]:
            yield Problem(
                (key, "dob"),
                f"{code}.unknown",
                Words(
                    f"{hi} की आयु {years} वर्ष से कम तो नहीं, यह स्पष्ट नहीं है। जन्म तिथि या आयु लिखें।",
                    f"It is not clear that {en} is at least {years}. Write the date of birth or the age.",
                ),
                unknown,
            )
        elif span[1] < years:
            yield Problem(
                (key, "dob"),
                code,
                Words(
                    f"{hi} की आयु {span[1]} वर्ष है; यह विवरण {years} वर्ष या अधिक आयु के लिए है। आयु जाँचें।",
                    f"{en[:1].upper()}{en[1:]} is {span[1]} years old; this record is for those of "
                    f"{years} or more. Check the age.",
                ),
                below,
            )

    return Rule(code, find)
