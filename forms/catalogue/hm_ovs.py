"""Oversight by the head moharrir (signed sheet over the writers' duties); duty b-17 of the letter."""

import datetime as dt
from collections.abc import Mapping
from functools import cached_property

from forms.codes import Duty, duties
from forms.kit.fields import LongText, Need, Number
from forms.kit.form import Facts, Form, Paper, Section
from forms.kit.letter import Letter
from forms.kit.words import Words
from forms.parts.check_sheet import (
    counted_week,
    counts,
    fill_differences,
    period,
    sheet_line,
    sheet_rules,
)
from forms.parts.officer import officer

_OWN = "b-17"


class WritersDuties:
    """The duties of the station writers by the letter (b-1 …), as `Choices`; oversight itself is none."""

    id = "WRITERS_DUTIES"

    @staticmethod
    def listed() -> list[Duty]:
        """The duties themselves, with the forms that do them."""
        return [one for one in duties() if one.role == "moharir" and one.id != _OWN]

    @cached_property
    def _all(self) -> dict[str, Words]:
        return {
            one.id: Words(f"{one.id} {one.words.hi}", f"{one.id} {one.words.en}")
            for one in self.listed()
        }

    def options(self) -> Mapping[str, Words]:
        """The duties in the order of the letter."""
        return self._all

    def words_of(self, code: str) -> Words | None:
        """What the duty is called."""
        return self._all.get(code)


WORK = Section(
    "work",
    Words("कार्य की जाँच", "Check of the work"),
    (
        *period(),
        counts(
            "works",
            Words("मोहर्रिर कार्य", "Writers' work"),
            WritersDuties(),
            Words("कार्य (पत्र की मद)", "Work (item of the letter)"),
            extra=(Number("pending", Words("लम्बित", "Pending"), least=0, most=1_000_000),),
        ),
    ),
)

SIGNED = Section(
    "signed",
    Words("निर्देश व हस्ताक्षर", "Directions and signature"),
    (
        LongText("shortcomings", Words("पायी गयी कमियाँ", "Shortcomings"), most=5000),
        LongText("direction", Words("निर्देश", "Directions"), most=5000),
        officer("signed_by", Words("हेड मोहर्रिर", "Head moharrir"), need=Need.EXPECTED),
        officer("seen_by", Words("थाना प्रभारी ने देखा", "Seen by the officer in charge")),
    ),
)


def begin(facts: Facts) -> Letter:
    """The week before today, with the records of each duty counted."""
    return counted_week(
        facts, "works", {one.id: one.forms for one in WritersDuties.listed() if one.forms}
    )


def prepare(letter: Letter, facts: Facts) -> None:
    """Fill the differences."""
    fill_differences(letter, "works")


def sample(now: dt.datetime) -> Letter:
    """A fictional sheet of one day with one entry to feed."""
    day = (now - dt.timedelta(days=1)).strftime("%Y-%m-%d")
    return {
        "on": now.strftime("%Y-%m-%d"),
        "from_day": day,
        "to_day": day,
        "works": [
            {"subject": "b-1", "on_paper": 31, "recorded": 31, "pending": 0},
            {"subject": "b-2", "on_paper": 2, "recorded": 2, "pending": 0},
            {
                "subject": "b-4",
                "on_paper": 2,
                "recorded": 1,
                "pending": 1,
                "explanation": "एक मजरूबी की फीडिंग शेष (नमूना)",
            },
        ],
        "shortcomings": "एक मजरूबी शेष (नमूना)",
        "direction": "आज ही फीड करें",
        "signed_by": {"name": "हे0मो0 नमूना प्रसाद", "rank": "HEAD_MOHARIR", "pno": "000000006"},
    }


FORM = Form(
    code="hm_ovs",
    version=1,
    title=Words("हेड मोहर्रिर द्वारा कार्य की देखरेख", "Oversight by the head moharrir"),
    short=Words("हे0मो0 देखरेख", "Head moharrir's oversight"),
    sections=(WORK, SIGNED),
    role="moharir",
    duty=("b-17",),
    rules=sheet_rules("works"),
    papers=(Paper("form", Words("देखरेख शीट", "Oversight sheet"), ""),),
    line=lambda letter: sheet_line(letter, key="works"),
    occurred="on",
    prepare=prepare,
    begin=begin,
    sample=sample,
)
