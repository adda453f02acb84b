"""What an officer says of persons named in several records: that they are one, or that they are not.

A work record behind the person index (duties b-12, d-23); no law asks for it. It names no
person: each pair holds the index's own names of two persons and the numbers of their records, so
that it says nothing of a sealed case. Of several statements about a pair the latest counts, and
none is ever taken away.
"""

import datetime as dt
from collections.abc import Iterator

from forms.kit.fields import Choice, Group, Line, LongText, Need, Rows, YesNo
from forms.kit.form import Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem
from forms.kit.words import Words
from forms.parts.lists import Fixed

ACT = Fixed(
    "PERSON_LINK",
    (
        ("MERGE", Words("एक ही व्यक्ति", "One person")),
        ("SPLIT", Words("अलग-अलग व्यक्ति", "Different persons")),
    ),
)
_ID = r"[0-9a-f]{16}"
_ID_WORDS = Words(
    "व्यक्ति का संकेत व्यक्ति-सूची से ही आता है। व्यक्ति के पृष्ठ से मिलान करें।",
    "A person's index name comes from the person list. Please merge on the person's page.",
)


def two_persons(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """A pair is of two."""
    for number, pair in enumerate(rows(letter, "pairs")):
        if pair.get("one") and pair.get("one") == pair.get("other"):
            yield Problem(
                ("pairs", number, "other"),
                "person_link.same",
                Words(
                    "दोनों ओर एक ही प्रविष्टि है। दूसरा व्यक्ति चुनें।",
                    "Both sides are the same entry. Please choose another person.",
                ),
            )


def sample(now: dt.datetime) -> Letter:
    """A fictional statement about two persons that no record names."""
    return {
        "act": "MERGE",
        "pairs": [
            {
                "one": "00000000000000aa",
                "one_in": "0001/2026 (नमूना)",
                "other": "00000000000000bb",
                "other_in": "0002/2026 (नमूना)",
            }
        ],
        "reason": "नाम, पिता का नाम व मोबाइल नम्बर समान। (नमूना)",
    }


def _line(letter: Letter) -> str:
    said = ACT.words_of(str(letter.get("act")))
    pairs = list(rows(letter, "pairs"))
    first = pairs[0] if pairs else {}
    places = " ~ ".join(str(first.get(key) or "") for key in ("one_in", "other_in"))
    return " · ".join(piece for piece in (said.hi if said else "", places.strip(" ~")) if piece)


FORM = Form(
    code="person_link",
    version=1,
    title=Words("अभिलेखों के व्यक्तियों का मिलान", "Linking persons of several records"),
    short=Words("व्यक्ति मिलान", "Person link"),
    sections=(
        Section(
            "link",
            Words("मिलान", "Link"),
            (
                Choice("act", Words("निष्कर्ष", "Finding"), choices=ACT, need=Need.MUST),
                Rows(
                    "pairs",
                    Words("व्यक्ति", "Persons"),
                    need=Need.MUST,
                    row=Group(
                        "pair",
                        Words("दो प्रविष्टियाँ", "Two entries"),
                        gist=("one_in", "other_in"),
                        parts=(
                            Line(
                                "one",
                                Words("पहली प्रविष्टि का संकेत", "Index name of the first"),
                                most=16,
                                need=Need.MUST,
                                pattern=_ID,
                                pattern_words=_ID_WORDS,
                            ),
                            Line("one_in", Words("पहली किस अभिलेख में", "First, in record"), most=80),
                            Line(
                                "other",
                                Words("दूसरी प्रविष्टि का संकेत", "Index name of the second"),
                                most=16,
                                need=Need.MUST,
                                pattern=_ID,
                                pattern_words=_ID_WORDS,
                            ),
                            Line(
                                "other_in", Words("दूसरी किस अभिलेख में", "Second, in record"), most=80
                            ),
                        ),
                    ),
                ),
                LongText("reason", Words("आधार", "Grounds"), need=Need.MUST, most=2000),
                YesNo(
                    "of_sealed",
                    Words("गोपनीय अभिलेख का व्यक्ति", "Person of a sealed record"),
                    printed=False,
                ),
            ),
        ),
    ),
    role="moharir",
    duty=("b-12", "d-23"),
    rules=(Rule("person_link.two", two_persons),),
    papers=(
        Paper(
            "form",
            Words("मिलान पत्रक", "Link sheet"),
            "",
            copies=(Words("थाना प्रति", "Station copy"),),
        ),
    ),
    line=_line,
    is_sensitive=lambda letter: letter.get("of_sealed") is True,
    sample=sample,
)
