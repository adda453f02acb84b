"""Service of a summons or warrant (duty a-7): ss.61–69, 70–86 CrPC, now ss.63–71, 72–89 BNSS."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from forms.kit.condition import All, Filled, Is, OneOf
from forms.kit.fields import (
    Attachment,
    Choice,
    Date,
    DateTime,
    Group,
    Line,
    LongText,
    Need,
    Reference,
    Rows,
    YesNo,
)
from forms.kit.form import CaseRecord, Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import case_reference, diary, diary_reference, in_order, moment_of
from forms.parts.lists import Fixed, Listed
from forms.parts.officer import OFFICER, officer
from forms.parts.signing import officer_signs, signs
from forms.parts.spoken import day_said, name_said

_KIND, _RESULT = Listed("PROCESS"), Listed("SERVE_RESULT")
_UNSERVED = Is("result", "UNSERVED")
_SERVED = OneOf("result", ("PERSONAL", "FAMILY", "PASTED", "ELECTRONIC"))
_WARRANT = OneOf("kind", ("BW", "NBW", "RECOVERY_NBW"))
_HEARING_NEAR = 3
MODE = Fixed(
    "SERVED_MODE",
    (
        ("SELF", Words("स्वयं", "The person")),
        ("FAMILY", Words("परिजन", "Family")),
        ("PASTED", Words("चस्पा", "Pasted")),
        ("EMAIL", Words("ई-मेल", "E-mail")),
        ("WHATSAPP", Words("व्हाट्सएप", "WhatsApp")),
        ("SMS", Words("एस0एम0एस0", "SMS")),
    ),
)

PROCESS = Section(
    "process",
    Words("आदेशिका व तामीलकर्ता", "Process and serving officer"),
    (
        Reference(
            "process_ref", Words("सम्मन / वारण्ट", "Summons or warrant"), form="court_ord", fixed=True
        ),
        Choice("kind", Words("प्रकार", "Kind"), choices=_KIND, fixed=True),
        Date("hearing_on", Words("नियत तिथि", "Date of hearing"), future=True, fixed=True),
        officer("assigned_to", Words("तामीलकर्ता", "Serving officer"), need=Need.EXPECTED),
        Line("beat", Words("बीट", "Beat"), most=20),
    ),
)

ATTEMPT = Section(
    "attempt",
    Words("तामील का प्रयास", "Attempt"),
    (
        DateTime("attempt_at", Words("प्रयास दिनांक व समय", "Attempted at"), need=Need.MUST),
        Line("place", Words("स्थान", "Place"), need=Need.EXPECTED),
        Choice("result", Words("परिणाम", "Result"), choices=_RESULT, need=Need.MUST),
        Choice(
            "return_reason",
            Words("अदम तामील का कारण", "Reason for non-service"),
            choices=Listed("RETURN_REASON"),
            shown_when=_UNSERVED,
            need=Need.EXPECTED,
        ),
        DateTime(
            "served_at",
            Words("तामील दिनांक व समय", "Served at"),
            shown_when=_SERVED,
            need=Need.EXPECTED,
        ),
        Choice(
            "served_mode",
            Words("तरीका", "How"),
            choices=MODE,
            shown_when=_SERVED,
            need=Need.EXPECTED,
        ),
        Line(
            "receiver",
            Words("प्राप्तकर्ता का नाम व सम्बन्ध", "Received by, and relation"),
            shown_when=OneOf("result", ("PERSONAL", "FAMILY")),
            need=Need.EXPECTED,
            sealed=True,
        ),
        Rows(
            "witnesses",
            Words("साक्षी", "Witnesses"),
            shown_when=OneOf("result", ("PASTED", "UNSERVED")),
            row=Group(
                "witness",
                Words("साक्षी", "Witness"),
                parts=(
                    Line("name", Words("नाम", "Name"), need=Need.EXPECTED),
                    Line("address", Words("पता", "Address")),
                ),
            ),
        ),
        Line(
            "e_address",
            Words("किस नम्बर / ई-मेल पर", "To which number or e-mail"),
            shown_when=Is("result", "ELECTRONIC"),
            need=Need.EXPECTED,
            sealed=True,
            help=Words(
                "थाने के पता रजिस्टर (धारा 64(1) परन्तुक) में दर्ज नम्बर या ई-मेल।",
                "As in the station's register of addresses (s.64(1) proviso).",
            ),
            source="64(1) BNSS",
        ),
        Attachment("photo", Words("फोटो", "Photo"), mimes=("image/jpeg", "image/png")),
        diary_reference(),
    ),
)

RETURN = Section(
    "return",
    Words("वापसी व निष्पादन", "Return and execution"),
    (
        YesNo(
            "bond_taken",
            Words("जमानत / बन्धपत्र लिया गया?", "Bail bond taken?"),
            shown_when=All(Is("kind", "BW"), _SERVED),
        ),
        Reference(
            "arrest_ref",
            Words("गिरफ्तारी", "Arrest"),
            form="iif_3",
            shown_when=_WARRANT,
            need_when=All(OneOf("kind", ("NBW", "RECOVERY_NBW")), Is("result", "PERSONAL")),
        ),
        Attachment("receipt_file", Words("पावती / तामील प्रति", "Receipt"), printed=False),
        Date("returned_on", Words("न्यायालय को वापस", "Returned to the court on")),
        LongText(
            "return_report",
            Words("वापसी आख्या", "Report of return"),
            most=5000,
            need_when=Filled("returned_on"),
            help=Words(
                "प्रत्येक वापसी के साथ लिखित आख्या जाती है।", "Every return goes with a written report."
            ),
        ),
        Date("recalled_on", Words("निरस्त / रिकॉल", "Cancelled or recalled on")),
    ),
)


def _process(facts: Facts) -> CaseRecord | None:
    parent = facts.case().parent
    return parent if parent is not None and parent.form == "court_ord" else None


def _day_under(letter: Letter, *keys: str) -> str:
    return next((day for key in keys if (day := moment_of(letter.get(key))[:10])), "")


def after_the_receipt(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Nothing is served before the process came, nor after the day it called to."""
    process, tried = _process(facts), moment_of(letter.get("attempt_at"))[:10]
    got = _day_under(process.letter, "received_on", "received_at", "received_dt") if process else ""
    if got and tried and tried < got:
        yield Problem(
            ("attempt_at",),
            "srv.early",
            Words(
                f"प्रयास आदेशिका की प्राप्ति ({day_said(got)}) से पहले का है। दिनांक ठीक करें, या कारण लिखें।",
                f"The attempt is before the process was received ({day_said(got)}). Put the date "
                "right, or write the reason.",
            ),
            Weight.REASON,
        )
    hearing = moment_of(letter.get("hearing_on"))[:10]
    summons = letter.get("kind") not in ("BW", "NBW", "RECOVERY", "RECOVERY_NBW")
    if hearing and tried and summons and letter.get("result") != "UNSERVED" and tried > hearing:
        yield Problem(
            ("attempt_at",),
            "srv.late",
            Words(
                f"तामील नियत तिथि {day_said(hearing)} के बाद की है। दिनांक ठीक करें, या कारण लिखें।",
                f"It was served after the hearing of {day_said(hearing)}. Put the date right, or "
                "write the reason.",
            ),
            Weight.REASON,
        )


def hearing_near(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Three days before the hearing and not served: it stands on the list until it is."""
    hearing = moment_of(letter.get("hearing_on"))[:10]
    if not hearing or letter.get("result") != "UNSERVED" or letter.get("returned_on"):
        return
    left = (dt.date.fromisoformat(hearing) - facts.now.date()).days
    if left <= _HEARING_NEAR:
        yield Problem(
            ("result",),
            "srv.near",
            Words(
                f"नियत तिथि {day_said(hearing)} निकट है और तामील नहीं हुई। पुनः प्रयास करायें, या आख्या सहित वापस करें।",
                f"The hearing of {day_said(hearing)} is near and nothing is served. Try again, or "
                "return it with a report.",
            ),
            Weight.GAP,
        )


def begin(facts: Facts) -> Letter:
    """The officer to whom the process is assigned."""
    process = _process(facts)
    named: Any = process.letter.get("assigned_to") if process else None
    if not isinstance(named, dict):
        return {}
    known = {part.key for part in OFFICER}
    return {"assigned_to": {key: value for key, value in named.items() if key in known}}


def prepare(letter: Letter, facts: Facts) -> None:
    """Fill what the process says: itself, its kind and the date of hearing."""
    process = _process(facts)
    for key in ("process_ref", "kind", "hearing_on"):
        letter.pop(key, None)
    if process is None:
        return
    kind = process.letter.get("kind")
    words = _KIND.words_of(kind) if isinstance(kind, str) else None
    letter["process_ref"] = case_reference(process, words.hi if words else "")
    if words:
        letter["kind"] = kind
    hearing = _day_under(process.letter, "hearing_on", "hearing_at", "hearing_dt")
    if hearing:
        letter["hearing_on"] = hearing


def _brief(letter: Letter, facts: Facts) -> str:
    process, result = _process(facts), _RESULT.words_of(str(letter.get("result")))
    what = _KIND.words_of(str(letter.get("kind")))
    number = f" सं0 {process.number}" if process else ""
    return (
        f"इस समय {name_said(letter.get('assigned_to'), 'तामीलकर्ता')} ने बताया कि {what.hi if what else 'आदेशिका'}"
        f"{number} की तामील का प्रयास दिनांक {day_said(letter.get('attempt_at'))} को किया गया, परिणाम: "
        f"{result.hi if result else ''}। तामील आख्या न्यायालय हेतु रखी गयी।"
    )


def line(letter: Letter) -> str:
    """Kind, result and day; never the person served."""
    kind, result = (
        words.words_of(str(letter.get(key)))
        for words, key in ((_KIND, "kind"), (_RESULT, "result"))
    )
    parts = (
        kind.hi if kind else "",
        result.hi if result else "",
        day_said(letter.get("attempt_at")),
    )
    return " · ".join(part for part in parts if part) or "तामील"


def sample(now: dt.datetime) -> Letter:
    """A fictional service on an adult of the family."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    return {
        "assigned_to": {"name": "का0 नमूना राम", "rank": "CONSTABLE", "pno": "000000003"},
        "beat": "07",
        "attempt_at": hours(6),
        "place": "ग्राम नमूनापुर",
        "result": "FAMILY",
        "served_at": hours(6),
        "served_mode": "FAMILY",
        "receiver": "नमूना लाल, पिता",
        "returned_on": now.strftime("%Y-%m-%d"),
        "return_report": "सम्मन की प्रति परिवार के वयस्क सदस्य को देकर हस्ताक्षर लिये गये। (काल्पनिक नमूना)",
    }


FORM = Form(
    code="prc_srv",
    version=1,
    title=Words("सम्मन व वारण्ट की तामील", "Service of a summons or warrant"),
    short=Words("तामील", "Service"),
    sections=(PROCESS, ATTEMPT, RETURN),
    role="sho",
    duty=("a-7",),
    law=Words("धारा 63-71, 72-89 बी.एन.एस.एस.", "Sections 63–71, 72–89 B.N.S.S."),
    rules=(
        in_order(
            "attempt_at",
            "served_at",
            "तामील प्रयास से पहले की है। दिनांक व समय ठीक करें।",
            "The service is before the attempt. Please put date and time right.",
        ),
        in_order(
            "attempt_at",
            "returned_on",
            "वापसी प्रयास से पहले की है। तिथि ठीक करें।",
            "The return is before the attempt. Please put the date right.",
        ),
        Rule("srv.times", after_the_receipt),
        Rule("srv.near", hearing_near),
    ),
    numbered=(Numbered("service_attempt"),),
    parent="court_ord",
    parent_must=True,
    consequences=(diary("PROC", "gd_ref", lambda letter, facts: "तामील सम्मन / वारण्ट", _brief),),
    papers=(
        Paper(
            "form",
            Words("तामील आख्या", "Report of service"),
            "",
            copies=(
                Words("थाना प्रति", "Station copy"),
                Words("न्यायालय प्रति (आदेशिका सहित)", "Court copy, with the process"),
            ),
            signers=(
                signs("प्राप्तकर्ता", "Person served", ""),
                officer_signs("तामील करने वाला", "Serving officer", "assigned_to"),
            ),
        ),
    ),
    line=line,
    occurred="attempt_at",
    prepare=prepare,
    begin=begin,
    sample=sample,
)
