"""A set phrase (मजमून) of the station's own, shared by all its PCs (duties a-8, b-18, d-26).

No law asks for it: it is how the station words what it writes every day. A better wording is a
correction; one that is used no longer is marked withdrawn, since nothing registered is taken away.
"""

import datetime as dt
from collections.abc import Iterator

from forms.codes.phrases import PLACE, unknown_places
from forms.kit.fields import Line, LongText, MultiChoice, Need, YesNo
from forms.kit.form import Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter
from forms.kit.problem import Problem
from forms.kit.words import Words
from forms.parts.gd_types import GD_TYPES
from forms.parts.lists import DutyForms


def places(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """Every place is one that can be filled, or a blank named in Hindi; no brace stands alone."""
    text = str(letter.get("text") or "")
    unknown = unknown_places(text)
    if unknown:
        names = ", ".join(f"{{{name}}}" for name in unknown[:3])
        yield Problem(
            ("text",),
            "phrase.unknown",
            Words(
                f"{names}: यह नाम कार्यक्रम नहीं जानता। सूची का नाम लिखें, जैसे {{fir_no}}, या हिन्दी में, "
                "जैसे {अस्पताल का नाम}।",
                f"{names}: the program knows no such place. Write a name of the list such as "
                "{fir_no}, or Hindi words such as {अस्पताल का नाम}.",
            ),
        )
    elif any(sign in PLACE.sub("", text) for sign in "{}"):
        yield Problem(
            ("text",),
            "phrase.braces",
            Words(
                "कोष्ठक { } पूरा नहीं है। हर स्थान { से शुरू और } पर समाप्त हो।",
                "A brace { } stands alone. Every place begins with { and ends with }.",
            ),
        )


def sample(now: dt.datetime) -> Letter:
    """A fictional phrase for departures."""
    return {
        "code": "namuna",
        "title": "रवानगी मेला ड्यूटी (नमूना)",
        "forms": ["gd"],
        "gd_types": ["RAV"],
        "text": "इस समय {companions} नमूना मेला ड्यूटी {place} को रवाना हुए। बिन्दु: {ड्यूटी बिन्दु}।",
    }


FORM = Form(
    code="phrase",
    version=1,
    title=Words("थाने का मजमून", "Set phrase of the station"),
    short=Words("मजमून", "Phrase"),
    sections=(
        Section(
            "phrase",
            Words("मजमून", "Phrase"),
            (
                Line(
                    "code",
                    Words("छोटा नाम", "Short name"),
                    need=Need.MUST,
                    most=30,
                    pattern=r"[^\s/{}]+",
                    pattern_words=Words(
                        "छोटा नाम एक शब्द हो, बिना खाली जगह और / के, जैसे gasht या गश्त।",
                        "The short name is one word without blanks and /, such as gasht or गश्त.",
                    ),
                    help=Words(
                        "लम्बे खाने में / के बाद यही लिखने पर मजमून मिलेगा।",
                        "Typed after / in a long text, it brings the phrase.",
                    ),
                ),
                Line("title", Words("शीर्षक", "Title"), need=Need.MUST, most=80),
                MultiChoice(
                    "forms",
                    Words("किन प्रपत्रों में (खाली: सब में)", "In which forms (blank: all)"),
                    choices=DutyForms(),
                ),
                MultiChoice(
                    "gd_types",
                    Words("जी0डी0 के प्रकार (खाली: सब)", "Kinds of diary entry (blank: all)"),
                    choices=GD_TYPES,
                ),
                LongText(
                    "text",
                    Words("मजमून का पाठ", "Text"),
                    need=Need.MUST,
                    most=5000,
                    help=Words(
                        "जहाँ भरना हो वहाँ {fir_no}, {accused}, {today}, {officer} जैसे नाम लिखें; "
                        "हिन्दी में लिखा {कोई भी नाम} भरने हेतु खाली स्थान बनता है।",
                        "Where something is filled in, write names such as {fir_no}, {accused}, "
                        "{today}, {officer}; Hindi words in braces become a blank to write in.",
                    ),
                ),
                YesNo("withdrawn", Words("अब प्रयोग में नहीं", "Withdrawn"), printed=False),
            ),
        ),
    ),
    role="moharir",
    duty=("a-8", "b-18", "d-26"),
    rules=(Rule("phrase.places", places),),
    papers=(
        Paper(
            "form",
            Words("मजमून पत्रक", "Phrase sheet"),
            "",
            copies=(Words("थाना प्रति", "Station copy"),),
        ),
    ),
    line=lambda letter: f"/{letter.get('code', '')} · {letter.get('title', '')}",
    sample=sample,
)
