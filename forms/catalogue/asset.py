"""A piece of CCTNS equipment and its fault (duty d-20); no law, a record of work."""

import datetime as dt
from dataclasses import replace

from forms.kit.fields import Choice, Date, Index, Line, LongText, Need
from forms.kit.form import Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter
from forms.kit.words import Words
from forms.parts.case import diary, diary_reference, in_order
from forms.parts.equipment import (
    DEVICE,
    FAULTY,
    done_means_restored,
    fault_fields,
    fill_downtime,
)
from forms.parts.officer import officer
from forms.parts.spoken import hour_said, text_said
from forms.parts.work import due_and_status, in_time

EQUIPMENT = Section(
    "equipment",
    Words("उपकरण", "Equipment"),
    (
        Choice("device", Words("उपकरण", "Device"), choices=DEVICE, need=Need.MUST),
        Line("make_model", Words("मेक / मॉडल", "Make / model")),
        Line(
            "serial",
            Words("क्रम सं0", "Serial no."),
            most=60,
            need=Need.EXPECTED,
            index=Index.SERIAL,
        ),
        Line("placed", Words("कहाँ रखा है", "Where it stands")),
        Date("received_on", Words("थाने पर प्राप्ति", "Received on")),
        Date("warranty_to", Words("वारण्टी / ए0एम0सी0 कब तक", "Warranty or AMC until"), future=True),
        officer("in_charge", Words("जिम्मेदार कर्मी", "Officer answering for it")),
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


def _device(letter: Letter) -> str:
    device = DEVICE.words_of(str(letter.get("device")))
    return device.hi if device else "उपकरण"


def _brief(letter: Letter, facts: Facts) -> str:
    return (
        f"इस समय सी0सी0टी0एन0एस0 {_device(letter)} क्रम सं0 {text_said(letter.get('serial'))} दिनांक "
        f"{hour_said(letter.get('since'))} से खराब है: {text_said(letter.get('fault'))}। हेल्पडेस्क टिकट सं0 "
        f"{text_said(letter.get('ticket_no'))}। खराबी दूर कराने की कार्यवाही की जा रही है।"
    )


def sample(now: dt.datetime) -> Letter:
    """A fictional printer that was repaired."""

    def days(ago: int) -> str:
        return (now - dt.timedelta(days=ago)).strftime("%Y-%m-%dT%H:%M")

    return {
        "device": "PRINTER",
        "make_model": "नमूना प्रिन्टर",
        "serial": "SAMPLE-0001",
        "placed": "सी0सी0टी0एन0एस0 कक्ष",
        "received_on": "2024-04-01",
        "warranty_to": (now + dt.timedelta(days=100)).strftime("%Y-%m-%d"),
        "in_charge": {"name": "नमूना आपरेटर", "rank": "OPERATOR_A", "pno": "000000005"},
        "fault": "कागज नहीं खींच रहा है (नमूना)",
        "since": days(4),
        "ticket_no": "HD-SAMPLE-77",
        "escalated_on": days(3)[:10],
        "restored_at": days(1),
        "due_on": now.strftime("%Y-%m-%d"),
        "status": "DONE",
        "done_at": days(1),
        "remark": "रोलर बदला गया। (काल्पनिक नमूना)",
    }


FORM = Form(
    code="asset",
    version=1,
    title=Words("CCTNS उपकरण का रखरखाव", "Upkeep of CCTNS equipment"),
    short=Words("उपकरण", "Equipment"),
    sections=(EQUIPMENT, FAULT, STATE),
    role="operator",
    duty=("d-20",),
    rules=(
        in_order(
            "since",
            "restored_at",
            "ठीक होने का समय खराबी से पहले का है। दिनांक व समय ठीक करें।",
            "It was restored before it failed. Please put date and time right.",
        ),
        Rule("fault.open", done_means_restored),
        in_time("restored_at"),
    ),
    consequences=(
        replace(
            diary("EQUIP", "gd_ref", lambda letter, facts: f"खराबी {_device(letter)}", _brief),
            when=FAULTY,
        ),
    ),
    papers=(
        Paper(
            "form",
            Words("उपकरण आख्या", "Equipment report"),
            "",
            copies=(
                Words("थाना प्रति", "Station copy"),
                Words("पुलिस कार्यालय प्रति", "Police office copy"),
            ),
        ),
    ),
    line=lambda letter: f"{_device(letter)} {text_said(letter.get('serial'))}".strip(),
    occurred="since",
    prepare=lambda letter, facts: fill_downtime(letter),
    sample=sample,
)
