"""A fault of the station's equipment: since when, who was told, how long it stood still."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import Filled
from forms.kit.fields import Date, DateTime, Field, Line, LongText, Need
from forms.kit.form import Facts
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import moment_of
from forms.parts.lists import Fixed

DEVICE = Fixed(
    "DEVICE",
    (
        ("COMPUTER", Words("कम्प्यूटर", "Computer")),
        ("PRINTER", Words("प्रिन्टर / स्कैनर", "Printer or scanner")),
        ("UPS", Words("यू0पी0एस0 / बैटरी", "UPS or battery")),
        ("GENERATOR", Words("जनरेटर / सोलर", "Generator or solar")),
        ("NETWORK", Words("नेटवर्क / वी0पी0एन0", "Network or VPN")),
        ("CAMERA", Words("कैमरा", "Camera")),
        ("FINGERPRINT", Words("फिंगर प्रिंट यन्त्र", "Finger print reader")),
        ("DVR", Words("डी0वी0आर0 / एन0वी0आर0", "DVR or NVR")),
        ("SOFTWARE", Words("साफ्टवेयर", "Software")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)
FAULTY = Filled("fault")


def fault_fields() -> tuple[Field, ...]:
    """What stands still since when, the ticket, the escalation, and the time it was restored."""
    return (
        LongText("fault", Words("खराबी का विवरण", "Fault"), most=3000),
        DateTime(
            "since",
            Words("कब से खराब", "Faulty since"),
            shown_when=FAULTY,
            need=Need.EXPECTED,
        ),
        Line(
            "ticket_no",
            Words("हेल्पडेस्क टिकट सं0", "Helpdesk ticket"),
            most=60,
            shown_when=FAULTY,
            need=Need.EXPECTED,
        ),
        Date(
            "escalated_on",
            Words("पुलिस कार्यालय को सूचित", "Police office told on"),
            shown_when=FAULTY,
        ),
        DateTime("restored_at", Words("ठीक होने का समय", "Restored at"), shown_when=FAULTY),
        Line("downtime", Words("बन्द रहने की अवधि", "Time out of order"), fixed=True),
    )


def fill_downtime(letter: Letter) -> None:
    """The time between fault and restoring, in days and hours; none while it is not restored."""
    since, until = moment_of(letter.get("since")), moment_of(letter.get("restored_at"))
    letter.pop("downtime", None)
    if since and until and since <= until and letter.get("fault"):
        stood = dt.datetime.fromisoformat(until) - dt.datetime.fromisoformat(since)
        letter["downtime"] = f"{stood.days} दिन {stood.seconds // 3600} घण्टे"


def done_means_restored(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Work on a fault is not done while nothing is restored."""
    if letter.get("status") == "DONE" and letter.get("fault") and not letter.get("restored_at"):
        yield Problem(
            ("restored_at",),
            "fault.open",
            Words(
                "स्थिति ‘पूर्ण’ है पर ठीक होने का समय खाली है। समय लिखें, या कारण लिखें।",
                "The state is ‘done’, yet nothing says when it was restored. Write the time, or the "
                "reason.",
            ),
            Weight.REASON,
        )
