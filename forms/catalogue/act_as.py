"""Order of the officer in charge that lets another act in a role for a time (duties d-25, d-27, d-28).

The letter lets the computer operator act on the officer in charge's role by order only, and help
investigators and the court clerk. The order takes the place of a shared password: who acted, for
whom and until when stands on every record and print.
"""

import datetime as dt
from collections.abc import Iterator, Mapping

from forms.codes import roles
from forms.kit.fields import Choice, DateTime, Line, LongText, MultiChoice, Need, YesNo
from forms.kit.form import Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.lists import DutyForms, Fixed
from forms.parts.officer import officer

LONGEST_DAYS = 30
"""An order for longer asks for a reason; the length is a choice of this desk, not of the letter."""

ROLE = Fixed("ACT_AS_ROLE", tuple((role.code, role.words) for role in roles()))


def _pno(letter: Letter, key: str) -> str:
    group = letter.get(key)
    return str(group.get("pno") or "") if isinstance(group, Mapping) else ""


def span(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """An order ends after it begins, and is for a time that can be overlooked."""
    begins, ends = letter.get("from_at"), letter.get("until")
    if not isinstance(begins, str) or not isinstance(ends, str):
        return
    if ends <= begins:
        yield Problem(
            ("until",),
            "act_as.span",
            Words(
                "आदेश की समाप्ति प्रारम्भ से पहले या उसी समय है। समाप्ति का समय ठीक करें।",
                "The order ends before it begins. Please put the end right.",
            ),
        )
        return
    try:
        days = (dt.datetime.fromisoformat(ends) - dt.datetime.fromisoformat(begins)).days
    except (TypeError, ValueError):
        return
    if days > LONGEST_DAYS:
        yield Problem(
            ("until",),
            "act_as.long",
            Words(
                f"आदेश {days} दिन का है। {LONGEST_DAYS} दिन से लम्बे आदेश का कारण लिखें।",
                f"The order is for {days} days. Write the reason for more than {LONGEST_DAYS}.",
            ),
            Weight.REASON,
        )


def another(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """Nobody needs an order to act for himself, and an order must name who may use it."""
    own = _pno(letter, "delegate")
    if isinstance(letter.get("delegate"), Mapping) and not own:
        yield Problem(
            ("delegate", "pno"),
            "act_as.pno",
            Words(
                "जिसे आदेश दिया जा रहा है उनका पी0एन0ओ0 लिखें: इसी से कार्यक्रम उन्हें पहचानता है।",
                "Write the PNO of the officer who receives the order: the program knows him by it.",
            ),
        )
    if own and own == _pno(letter, "for_officer"):
        yield Problem(
            ("for_officer", "pno"),
            "act_as.same",
            Words(
                "आदेश पाने वाला और जिनकी ओर से कार्य होगा, दोनों एक ही हैं। कृपया ठीक करें।",
                "The one who receives the order and the one he acts for are the same officer.",
            ),
        )


def sample(now: dt.datetime) -> Letter:
    """A fictional order for one day."""
    return {
        "delegate": {"name": "नमूना आपरेटर", "rank": "OPERATOR_A", "pno": "000000004"},
        "role": "io",
        "for_officer": {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"},
        "forms": ["iif_2", "iif_4"],
        "from_at": now.strftime("%Y-%m-%dT%H:%M"),
        "until": (now + dt.timedelta(hours=24)).strftime("%Y-%m-%dT%H:%M"),
        "order_no": "नमूना-1",
        "reason": "विवेचक के तामीला पर बाहर रहने के कारण प्रपत्र भरने हेतु। (नमूना)",
    }


FORM = Form(
    code="act_as",
    version=1,
    title=Words("दूसरे के रोल पर कार्य करने का आदेश", "Order to act in another's role"),
    short=Words("रोल आदेश", "Role order"),
    sections=(
        Section(
            "order",
            Words("आदेश", "Order"),
            (
                officer("delegate", Words("किसे आदेश", "Who receives it"), need=Need.MUST),
                Choice(
                    "role",
                    Words("किस रोल पर", "In which role"),
                    choices=ROLE,
                    need=Need.MUST,
                ),
                officer("for_officer", Words("किसकी ओर से", "On whose behalf"), need=Need.EXPECTED),
                MultiChoice(
                    "forms",
                    Words("केवल ये प्रपत्र (खाली: रोल के सभी)", "Only these forms (blank: all)"),
                    choices=DutyForms(),
                ),
                DateTime("from_at", Words("कब से", "From"), future=True, need=Need.MUST),
                DateTime("until", Words("कब तक", "Until"), future=True, need=Need.MUST),
                Line("order_no", Words("आदेश सं0", "Order no."), most=60),
                LongText("reason", Words("कारण", "Reason"), need=Need.EXPECTED, most=2000),
                YesNo(
                    "withdrawn",
                    Words("आदेश वापस लिया गया", "Order withdrawn"),
                    help=Words(
                        "हाँ करते ही आदेश पर कार्य रुक जाता है; जो हो चुका वह अभिलेख पर रहता है।",
                        "Yes ends all acting on the order at once; what was done stays on record.",
                    ),
                ),
            ),
        ),
    ),
    role="sho",
    duty=("d-25", "d-27", "d-28"),
    rules=(Rule("act_as.span", span), Rule("act_as.another", another)),
    papers=(
        Paper(
            "form",
            Words("आदेश", "Order"),
            "",
            copies=(
                Words("थाना प्रति", "Station copy"),
                Words("आदेश पाने वाले की प्रति", "Copy of the one who receives it"),
            ),
        ),
    ),
    line=lambda letter: " · ".join(
        piece
        for piece in (
            str((letter.get("delegate") or {}).get("name") or ""),
            (ROLE.words_of(str(letter.get("role"))) or Words("", "")).hi,
            str(letter.get("until") or "").replace("T", " "),
        )
        if piece
    ),
    occurred="from_at",
    sample=sample,
)
