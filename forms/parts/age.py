"""How old a person is by what was answered, and forms that only take persons above an age."""

import datetime as dt
from collections.abc import Iterator, Mapping

from forms.kit.form import Facts, Rule
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words

ADULT = 18


def day_of(value: object) -> dt.date | None:
    """The day of a stored date or moment; None where it is none."""
    try:
        return dt.date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def age_span(person: object, on: dt.date | None) -> tuple[int, int] | None:
    """The least and the greatest age of a person on a day; None where nothing says so.

    Date of birth before year of birth before a stated age, which counts as it stands; a year of
    birth leaves one year open.
    """
    if not isinstance(person, Mapping):
        return None
    born, year, age = day_of(person.get("dob")), person.get("birth_year"), person.get("age_years")
    if born is not None and on is not None:
        years = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
        return years, years
    if isinstance(year, int) and not isinstance(year, bool) and on is not None:
        return max(0, on.year - year - 1), on.year - year
    if isinstance(age, int) and not isinstance(age, bool):
        return age, age
    return None


def is_child(person: object, on: dt.date | None) -> bool:
    """Whether the person was below eighteen on a day by every reading (s.2(12) JJ Act 2015)."""
    span = age_span(person, on)
    return span is not None and span[1] < ADULT


def may_be_child(person: object, on: dt.date | None) -> bool:
    """Whether the person was below eighteen, or may have been by the year of birth alone."""
    span = age_span(person, on)
    return span is not None and span[0] < ADULT


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
