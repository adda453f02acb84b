"""The station's CCTV cameras and their faults (duty d-21); no law named, a record of work."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from forms.kit.fields import DateTime, Group, Line, LongText, Need, Number, Rows, YesNo
from forms.kit.form import Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import diary, diary_reference, in_order
from forms.parts.equipment import FAULTY, done_means_restored, fault_fields, fill_downtime
from forms.parts.spoken import hour_said, text_said
from forms.parts.work import due_and_status, in_time

_KEPT_DAYS = 365
"""Days of footage below which a gap is noted; the standard is not confirmed for the State."""

CAMERAS = Section(
    "cameras",
    Words("कैमरे", "Cameras"),
    (
        DateTime("checked_at", Words("जाँच दिनांक व समय", "Checked at"), need=Need.MUST),
        Rows(
            "cameras",
            Words("कैमरा", "Camera"),
            need=Need.EXPECTED,
            row=Group(
                "camera",
                Words("कैमरा", "Camera"),
                gist=("no", "place", "working"),
                parts=(
                    Line("no", Words("कैमरा सं0", "Camera no."), most=20, need=Need.EXPECTED),
                    Line("place", Words("स्थान", "Place"), need=Need.EXPECTED),
                    Line("dvr", Words("डी0वी0आर0", "DVR"), most=40),
                    YesNo("working", Words("चालू?", "Working?"), need=Need.EXPECTED),
                    Number(
                        "footage_days",
                        Words("फुटेज उपलब्ध", "Footage kept"),
                        least=0,
                        most=5000,
                        unit=Words("दिन", "days"),
                    ),
                ),
            ),
        ),
        Number("cameras_total", Words("कुल कैमरे", "Cameras in all"), least=0, fixed=True),
        Number("cameras_dead", Words("बन्द कैमरे", "Cameras not working"), least=0, fixed=True),
    ),
)

FAULT = Section("fault", Words("खराबी", "Fault"), (*fault_fields(), diary_reference()))

STATE = Section(
    "state",
    Words("स्थिति", "State"),
    (
        *due_and_status(due=Need.OPTIONAL),
        LongText("remark", Words("टिप्पणी", "Remark"), most=3000),
    ),
)


def dead_cameras_are_reported(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A camera that does not work has its fault written down."""
    dead = [
        str(row.get("no") or "?") for row in rows(letter, "cameras") if row.get("working") is False
    ]
    if dead and not letter.get("fault"):
        yield Problem(
            ("fault",),
            "cctv.dead",
            Words(
                f"कैमरा {', '.join(dead)} बन्द है पर खराबी नहीं लिखी। खराबी व टिकट सं0 लिखें।",
                f"Camera {', '.join(dead)} does not work, yet no fault is written. Write fault and "
                "ticket.",
            ),
            Weight.GAP,
        )


def footage_is_kept(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Footage is kept for long; what falls short is noted."""
    short = [
        str(row.get("no") or "?")
        for row in rows(letter, "cameras")
        if type(row.get("footage_days")) is int and row["footage_days"] < _KEPT_DAYS
    ]
    if short:
        yield Problem(
            ("cameras",),
            "cctv.footage",
            Words(
                f"कैमरा {', '.join(short)} की फुटेज {_KEPT_DAYS} दिन से कम की है। भण्डारण बढ़ाने हेतु पत्राचार करें।",
                f"The footage of camera {', '.join(short)} goes back less than {_KEPT_DAYS} days. "
                "Write for more storage.",
            ),
            Weight.GAP,
        )


def prepare(letter: Letter, facts: Facts) -> None:
    """Count the cameras, and how long the fault lasted."""
    cameras = list(rows(letter, "cameras"))
    letter.pop("cameras_total", None)
    letter.pop("cameras_dead", None)
    if cameras:
        letter["cameras_total"] = len(cameras)
        letter["cameras_dead"] = sum(1 for one in cameras if one.get("working") is False)
    fill_downtime(letter)


def _brief(letter: Letter, facts: Facts) -> str:
    return (
        f"इस समय थाना परिसर के सी0सी0टी0वी0 में दिनांक {hour_said(letter.get('since'))} से खराबी है: "
        f"{text_said(letter.get('fault'))}। हेल्पडेस्क टिकट सं0 {text_said(letter.get('ticket_no'))}। खराबी दूर "
        "कराने की कार्यवाही की जा रही है।"
    )


def sample(now: dt.datetime) -> Letter:
    """A fictional check with one camera out of order."""

    def days(ago: int) -> str:
        return (now - dt.timedelta(days=ago)).strftime("%Y-%m-%dT%H:%M")

    return {
        "checked_at": days(0),
        "cameras": [
            {"no": "1", "place": "मुख्य द्वार", "dvr": "DVR-1", "working": True, "footage_days": 400},
            {"no": "2", "place": "हवालात", "dvr": "DVR-1", "working": False, "footage_days": 390},
        ],
        "fault": "हवालात के कैमरे में चित्र नहीं आ रहा है (नमूना)",
        "since": days(1),
        "ticket_no": "HD-SAMPLE-78",
        "escalated_on": days(0)[:10],
        "due_on": (now + dt.timedelta(days=2)).strftime("%Y-%m-%d"),
        "status": "RUNNING",
        "remark": "तकनीशियन को सूचित किया गया। (काल्पनिक नमूना)",
    }


FORM = Form(
    code="cctv",
    version=1,
    title=Words("CCTV का रखरखाव", "Upkeep of CCTV"),
    short=Words("CCTV", "CCTV"),
    sections=(CAMERAS, FAULT, STATE),
    role="operator",
    duty=("d-21",),
    rules=(
        in_order(
            "since",
            "restored_at",
            "ठीक होने का समय खराबी से पहले का है। दिनांक व समय ठीक करें।",
            "It was restored before it failed. Please put date and time right.",
        ),
        Rule("cctv.dead", dead_cameras_are_reported),
        Rule("cctv.footage", footage_is_kept),
        Rule("fault.open", done_means_restored),
        in_time("restored_at"),
    ),
    consequences=(
        replace(
            diary("EQUIP", "gd_ref", lambda letter, facts: "खराबी सी0सी0टी0वी0", _brief),
            when=FAULTY,
        ),
    ),
    papers=(
        Paper(
            "form",
            Words("सी0सी0टी0वी0 आख्या", "CCTV report"),
            "",
            copies=(
                Words("थाना प्रति", "Station copy"),
                Words("पुलिस कार्यालय प्रति", "Police office copy"),
            ),
        ),
    ),
    line=lambda letter: (
        f"कैमरे {letter.get('cameras_total', 0)}, बन्द {letter.get('cameras_dead', 0)}"
    ),
    occurred="checked_at",
    prepare=prepare,
    sample=sample,
)
