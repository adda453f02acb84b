"""A figure of a return that an officer gave otherwise than the records count it (duty b-13)."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.fields import Date, Line, LongText, Need, Number
from forms.kit.form import Facts, Form, Rule, Section
from forms.kit.letter import Letter
from forms.kit.problem import Problem
from forms.kit.words import Words

FIGURE = Section(
    "figure",
    Words("विवरणी का अंक", "Figure of a return"),
    (
        Line("return_code", Words("विवरणी", "Return"), need=Need.MUST, most=40),
        Line("figure", Words("अंक", "Figure"), need=Need.MUST, most=40),
        Date("from_day", Words("अवधि से", "From"), need=Need.MUST),
        Date("to_day", Words("अवधि तक", "To"), need=Need.MUST, future=True),
        Number("counted", Words("अभिलेखों से गिनती", "Counted from the records"), need=Need.MUST),
        Number("given", Words("दिया गया अंक", "Figure given"), need=Need.MUST, least=0),
        LongText(
            "reason",
            Words("अन्तर का कारण", "Why it differs"),
            need=Need.MUST,
            most=1000,
            help=Words(
                "विवरणी पर दोनों अंक और यह कारण छपेगा।",
                "Both figures and this reason are printed on the return.",
            ),
        ),
    ),
)


def the_period_runs_forward(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """The first day is not after the last."""
    first, last = letter.get("from_day"), letter.get("to_day")
    if isinstance(first, str) and isinstance(last, str) and first > last:
        yield Problem(
            ("to_day",),
            "period",
            Words(
                "अवधि की अन्तिम तारीख पहली से पहले की है। तारीखें ठीक करें।",
                "The last day is before the first. Put the days right.",
            ),
        )


def line(letter: Letter) -> str:
    """Which figure, counted and given."""
    return f"{letter.get('figure', '')}: {letter.get('counted', '')} → {letter.get('given', '')}"


def sample(now: dt.datetime) -> Letter:
    """A fictional change."""
    day = now.strftime("%Y-%m-%d")
    return {
        "return_code": "daily_crime",
        "figure": "arrests",
        "from_day": day,
        "to_day": day,
        "counted": 1,
        "given": 2,
        "reason": "एक गिरफ्तारी कागज पर लिखी है, फीड होना शेष। (काल्पनिक नमूना)",
    }


FORM = Form(
    code="ret_fig",
    version=1,
    title=Words("विवरणी में बदला गया अंक", "Changed figure of a return"),
    short=Words("विवरणी अंक", "Return figure"),
    sections=(FIGURE,),
    role="moharir",
    duty=("b-13",),
    rules=(Rule("period", the_period_runs_forward),),
    line=line,
    occurred="to_day",
    sample=sample,
)
