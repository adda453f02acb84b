"""Process of a court (duty e-2): summons, warrants, proclamation; ss.63–89 BNSS, before ss.61–86 CrPC."""

import datetime as dt
from collections.abc import Iterator, Mapping

from forms.codes import flags
from forms.kit.condition import All, Filled, Is, Not, OneOf
from forms.kit.fields import (
    Attachment,
    Choice,
    Date,
    DateTime,
    Group,
    Index,
    Line,
    LongText,
    Need,
    Reference,
    Rows,
    YesNo,
)
from forms.kit.form import ClockStart, Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import acts_and_sections, chosen_sections
from forms.parts.age import day_of, is_child
from forms.parts.case import (
    diary,
    diary_reference,
    fir_reference,
    in_order,
    later_diary,
    refer_to_fir,
)
from forms.parts.court_case import (
    SENSITIVE,
    above,
    acts_of,
    begin_with,
    court_said,
    fitting,
    is_hidden,
    said_day,
)
from forms.parts.hue_and_cry import WARRANT_NOTICE
from forms.parts.lists import Fixed, Listed
from forms.parts.officer import court, officer
from forms.parts.person import person
from forms.parts.signing import officer_signs, signs

PROCESS = Listed("PROCESS")
WARRANTS = ("BW", "NBW", "RECOVERY_NBW")
NEAR_DAYS = 3
"""So many days before the date in court an unserved process stands out."""
_ROLE = Fixed(
    "PROCESS_ROLE",
    (
        ("ACCUSED", Words("अभियुक्त", "Accused")),
        ("WITNESS", Words("गवाह", "Witness")),
        ("SURETY", Words("जमानतदार", "Surety")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)
_SERVED = Fixed(
    "SERVED_MODE",
    (
        ("SELF", Words("स्वयं", "In person")),
        ("FAMILY", Words("परिजन", "Adult of the family")),
        ("PASTED", Words("चस्पा", "Pasted")),
        ("EMAIL", Words("ई-मेल", "E-mail")),
        ("WHATSAPP", Words("व्हाट्सएप", "WhatsApp")),
        ("SMS", Words("एस0एम0एस0", "SMS")),
        ("ARREST", Words("वारण्ट पर गिरफ्तारी", "Arrested on the warrant")),
    ),
)
_WARRANT = OneOf("kind", WARRANTS)
_RETURNED_UNSERVED = All(Filled("returned_dt"), Not(Filled("served_dt")))

ORDER = Section(
    "order",
    Words("न्यायालय का आदेश", "Order of the court"),
    (
        fir_reference(),
        court("court", Words("न्यायालय", "Court"), need=Need.EXPECTED),
        Line(
            "process_no",
            Words("न्यायालय प्रक्रिया सं0", "Process no. of the court"),
            most=60,
            index=Index.NUMBER,
        ),
        Choice("kind", Words("प्रकार", "Kind"), choices=PROCESS, need=Need.MUST),
        acts_and_sections("acts", Words("अधिनियम व धारा", "Acts and sections")),
        Date("issued_dt", Words("जारी", "Issued on"), need=Need.EXPECTED),
        Date("received_dt", Words("प्राप्त", "Received on"), need=Need.EXPECTED),
        Date("hearing_dt", Words("नियत तिथि", "Date in court"), future=True, need=Need.EXPECTED),
        DateTime(
            "published_at",
            Words("उद्घोषणा का प्रकाशन", "Proclamation published at"),
            shown_when=Is("kind", "PROCLAMATION_84"),
            need=Need.EXPECTED,
        ),
    ),
)

ADDRESSEE = Section(
    "addressee",
    Words("किसके विरुद्ध", "Addressed to"),
    (
        person("person", Words("किसके विरुद्ध", "Addressed to"), need=Need.EXPECTED, sealed=True),
        Choice("role", Words("हैसियत", "As"), choices=_ROLE, need=Need.EXPECTED),
        officer("assigned_to", Words("तामीलकर्ता", "To be served by"), need=Need.EXPECTED),
        Line("beat", Words("बीट", "Beat"), most=40),
    ),
)

SERVICE = Section(
    "service",
    Words("तामील", "Service"),
    (
        Rows(
            "attempts",
            Words("प्रयास", "Attempts"),
            row=Group(
                "attempt",
                Words("प्रयास", "Attempt"),
                gist=("dt", "place", "result"),
                parts=(
                    DateTime("dt", Words("दिनांक व समय", "When"), need=Need.EXPECTED),
                    Line("place", Words("स्थान", "Place"), index=Index.PLACE, sealed=True),
                    Choice(
                        "result",
                        Words("परिणाम", "Result"),
                        choices=Listed("SERVE_RESULT"),
                        need=Need.EXPECTED,
                    ),
                    diary_reference(key="gd"),
                    Attachment("photo", Words("फोटो", "Photo"), printed=False, sealed=True),
                ),
            ),
        ),
        DateTime("served_dt", Words("तामील", "Served on"), need_when=Filled("served_mode")),
        Choice(
            "served_mode",
            Words("तरीका", "How served"),
            choices=_SERVED,
            need_when=Filled("served_dt"),
        ),
        Reference(
            "arrest_ref",
            Words("गिरफ्तारी", "Arrest"),
            form="iif_3",
            shown_when=_WARRANT,
            need_when=Is("served_mode", "ARREST"),
        ),
        Attachment("receipt", Words("तामीली रसीद", "Receipt of service"), printed=False),
    ),
)

RETURN = Section(
    "return",
    Words("न्यायालय को वापसी", "Return to the court"),
    (
        Date("returned_dt", Words("न्यायालय को वापस", "Returned to court on")),
        Choice(
            "return_reason",
            Words("वापसी कारण", "Reason for the return"),
            choices=Listed("RETURN_REASON"),
            need_when=_RETURNED_UNSERVED,
        ),
        LongText(
            "return_report",
            Words("वापसी आख्या", "Report on the return"),
            most=4000,
            need_when=_RETURNED_UNSERVED,
            help=Words(
                "अदम तामील हर आदेशिका के साथ लिखित आख्या जाती है: कब, कहाँ, क्या प्रयास हुए।",
                "Every process that goes back unserved carries a written report: when, where, what was tried.",
            ),
        ),
        Date("recalled_dt", Words("निरस्त / रिकॉल", "Recalled on")),
        YesNo(
            "address_noted",
            Words(
                "पता, मोबाइल व ई-मेल पंजिका में अंकित",
                "Address, mobile and e-mail noted in the register",
            ),
            printed=False,
            source="64(1) BNSS",
            help=Words(
                "सम्मन के लिए पते, ई-मेल व मोबाइल की पंजिका थाने पर रखी जाती है।",
                "The station keeps a register of addresses, e-mail and mobile numbers for summons.",
            ),
        ),
        diary_reference(),
    ),
)


def _open(letter: Letter) -> bool:
    return not any(letter.get(key) for key in ("served_dt", "returned_dt", "recalled_dt"))


def unserved(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A process close to its date, or a non-bailable warrant not executed, stands out."""
    hearing, today = day_of(letter.get("hearing_dt")), facts.now.date()
    if not _open(letter) or hearing is None or (hearing - today).days > NEAR_DAYS:
        return
    yield Problem(
        ("served_dt",),
        "PROCESS.near",
        Words(
            f"नियत तिथि {said_day(hearing)} निकट है या निकल गयी और तामील दर्ज नहीं है। तामील करायें, या आख्या सहित "
            "वापस करें।",
            f"The date in court, {said_day(hearing)}, is near or past and no service is recorded. "
            "Serve it, or return it with a report.",
        ),
        Weight.GAP,
    )


def proclamation(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A proclamation leaves at least 30 days from its publication (s.84(1))."""
    published, hearing = day_of(letter.get("published_at")), day_of(letter.get("hearing_dt"))
    if letter.get("kind") == "PROCLAMATION_84" and published and hearing:
        days = (hearing - published).days
        if days < 30:
            yield Problem(
                ("hearing_dt",),
                "PROCESS.84",
                Words(
                    f"उद्घोषणा के प्रकाशन से हाजिरी तक कम से कम 30 दिन होते हैं; यहाँ {days} हैं। तिथि जाँचें, या "
                    "कारण लिखें।",
                    f"A proclamation leaves at least 30 days from publication; here it is {days}. "
                    "Check the dates, or write the reason.",
                ),
                Weight.REASON,
                "84(1) BNSS",
            )


def service(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Service comes after receipt; a process served is not returned as unserved; a recall ends it."""
    received, served = day_of(letter.get("received_dt")), day_of(letter.get("served_dt"))
    if received and served and served < received:
        yield Problem(
            ("served_dt",),
            "V01.served",
            Words(
                "तामील आदेशिका प्राप्त होने से पहले की है। कृपया तिथि ठीक करें।",
                "The service is before the receipt of the process. Please put the date right.",
            ),
        )
    if served and letter.get("return_reason"):
        yield Problem(
            ("return_reason",),
            "PROCESS.both",
            Words(
                "तामील भी दर्ज है और अदम तामील का कारण भी। दोनों में से एक रखें।",
                "Both service and a reason for not serving are recorded. Keep one of them.",
            ),
        )
    recalled = day_of(letter.get("recalled_dt"))
    if recalled and served and served > recalled:
        yield Problem(
            ("served_dt",),
            "PROCESS.recalled",
            Words(
                "आदेशिका इससे पहले निरस्त हो चुकी थी। तामील की तिथि जाँचें, या कारण लिखें।",
                "The process was recalled before this. Check the date of service, or write the reason.",
            ),
            Weight.REASON,
        )
    if letter.get("served_mode") == "ARREST" and letter.get("kind") not in WARRANTS:
        yield Problem(
            ("served_mode",),
            "PROCESS.arrest",
            Words(
                "यह वारण्ट नहीं है; इस पर गिरफ्तारी नहीं होती। आदेशिका का प्रकार या तामील का तरीका ठीक करें।",
                "This is not a warrant; nobody is arrested on it. Put the kind or the way of service right.",
            ),
        )


def prepare(letter: Letter, facts: Facts) -> None:
    """The FIR of the case."""
    refer_to_fir(letter, facts)


def begin(facts: Facts) -> Letter:
    """The court and the sections of the case."""
    known = above(facts, "court_no")
    group = FORM.field_at("court")
    assert isinstance(group, Group)  # for the type checker: `court` makes a group
    stated = known.letter.get("court") if known else None
    before = fitting(group.parts, stated) if isinstance(stated, Mapping) else {}
    if known and before:
        before |= begin_with({"case_no": known.number, "cnr": known.letter.get("cnr")})
    return begin_with({"court": before, "acts": acts_of(known, facts)})


def is_sensitive(letter: Letter) -> bool:
    """By the sections of the case, or because the addressee is a child."""
    child = is_child(letter.get("person"), day_of(letter.get("issued_dt")))
    return child or flags(chosen_sections(letter)).sensitive


def _kind(letter: Letter) -> str:
    words = PROCESS.words_of(str(letter.get("kind") or ""))
    return words.hi if words else "आदेशिका"


def _whom(letter: Letter, hidden: bool = False) -> str:
    """The addressee as the diary may name him; a witness may be the victim, so never by name."""
    stated = letter.get("person")
    name = str(stated.get("name") or "") if isinstance(stated, Mapping) else ""
    role = _ROLE.words_of(str(letter.get("role") or ""))
    if letter.get("role") == "ACCUSED" and name and not (hidden or is_sensitive(letter)):
        return f"अभियुक्त {name}"
    return role.hi if role else "सम्बन्धित व्यक्ति"


def _subject(letter: Letter, facts: Facts) -> str:
    return f"{_kind(letter)} प्राप्त"


def _brief(letter: Letter, facts: Facts) -> str:
    stated = letter.get("assigned_to")
    name = str(stated.get("name") or "") if isinstance(stated, Mapping) else ""
    hearing = said_day(day_of(letter.get("hearing_dt")))
    number = letter.get("process_no")
    return (
        f"इस समय न्यायालय {court_said(letter)} से {_kind(letter)}"
        + (f" सं0 {number}" if number else "")
        + f" बनाम {_whom(letter, is_hidden(facts))} की प्राप्ति हुई"
        + (f", नियत तिथि {hearing}" if hearing else "")
        + "।"
        + (f" आदेशिका वास्ते तामील {name} को सुपुर्द की गयी।" if name else "")
    )


def _attempted(letter: Letter, facts: Facts) -> str:
    attempt = next(rows(letter, "attempts"), {})
    result = Listed("SERVE_RESULT").words_of(str(attempt.get("result") or ""))
    return (
        f"{_kind(letter)} सं0 {facts.numbers.get('court_ord', '')} बनाम {_whom(letter, is_hidden(facts))} की "
        f"तामील का प्रयास किया गया, परिणाम: {result.hi if result else ''}।"
    )


def line(letter: Letter) -> str:
    """Kind, addressee and date; NBWs are marked so that they stand out."""
    hearing = said_day(day_of(letter.get("hearing_dt")))
    who = SENSITIVE if is_sensitive(letter) else _whom(letter)
    first = (
        "प्राथमिकता · " if letter.get("kind") in ("NBW", "RECOVERY_NBW") and _open(letter) else ""
    )
    state = "" if _open(letter) else " · तामील" if letter.get("served_dt") else " · वापस"
    return f"{first}{_kind(letter)} · {who}" + (f" · {hearing}" if hearing else "") + state


def sample(now: dt.datetime) -> Letter:
    """A fictional summons to a witness, tried once."""

    def day(ahead: int) -> str:
        return (now + dt.timedelta(days=ahead)).date().isoformat()

    return {
        "court": {
            "court_type": "ACJM",
            "court_name": "अपर मुख्य न्यायिक मजिस्ट्रेट",
            "place": "नमूना जनपद",
            "case_no": "0000/2026",
        },
        "process_no": "नमूना/12",
        "kind": "SUMMONS_WITNESS",
        "acts": [{"act": "BNS", "section": "303(2)"}],
        "issued_dt": day(-6),
        "received_dt": day(-4),
        "hearing_dt": day(12),
        "person": {
            "name": "उदाहरण देवी",
            "relation_type": "HUSBAND",
            "relative_name": "नमूना लाल",
            "gender": "FEMALE",
            "age_years": 45,
            "addresses": [
                {
                    "address_type": "PRESENT",
                    "village_town": "ग्राम नमूनापुर",
                    "district": "नमूना जनपद",
                }
            ],
            "phones": [{"phone": "9999900000"}],
        },
        "role": "WITNESS",
        "assigned_to": {"name": "का0 नमूना राम", "rank": "CONSTABLE"},
        "beat": "07",
        "attempts": [
            {
                "dt": (now - dt.timedelta(days=2)).strftime("%Y-%m-%dT%H:%M"),
                "place": "ग्राम नमूनापुर",
                "result": "UNSERVED",
            }
        ],
        "address_noted": True,
    }


FORM = Form(
    code="court_ord",
    version=1,
    title=Words(
        "न्यायालय द्वारा जारी आदेश (सम्मन, वारण्ट आदि)", "Orders of the court (summons, warrants)"
    ),
    short=Words("आदेशिका", "Process"),
    sections=(ORDER, ADDRESSEE, SERVICE, RETURN),
    role="pairokar",
    duty=("e-2",),
    law=Words("धारा 63–71, 72–89 बी.एन.एस.एस.", "Sections 63–71, 72–89 B.N.S.S."),
    parent="court_no",
    also_under=("iif_1", "fir_rereg", "iif_5", "prev"),
    numbered=(Numbered("process"),),
    rules=(
        in_order(
            "issued_dt",
            "received_dt",
            "आदेशिका जारी होने से पहले प्राप्त नहीं हो सकती। कृपया तिथि ठीक करें।",
            "A process is not received before it is issued. Please put the dates right.",
        ),
        in_order(
            "received_dt",
            "hearing_dt",
            "नियत तिथि प्राप्ति से पहले की है: आदेशिका देर से मिली। तिथि जाँचें, या कारण लिखें।",
            "The date in court is before the receipt: the process came late. Check, or write the reason.",
            code="PROCESS.late",
            weight=Weight.REASON,
        ),
        in_order(
            "received_dt",
            "returned_dt",
            "वापसी प्राप्ति से पहले की है। कृपया तिथि ठीक करें।",
            "The return is before the receipt. Please put the date right.",
            code="V01.returned",
        ),
        Rule("PROCESS.near", unserved),
        Rule("PROCESS.84", proclamation),
        Rule("PROCESS.service", service),
    ),
    consequences=(
        diary("PROC", "gd_ref", _subject, _brief),
        later_diary(
            "PROC",
            "attempt",
            "तामील का प्रयास",
            _attempted,
            when=All(Filled("dt"), Filled("result")),
            link="gd",
            at="dt",
            rows="attempts",
            by=("dt",),
        ),
    ),
    clocks=(ClockStart("K35", at="published_at", when=Is("kind", "PROCLAMATION_84")),),
    papers=(
        Paper(
            "form",
            Words("तामील आख्या", "Report of service"),
            "",
            copies=(
                Words("पाने वाले की प्रति", "Addressee's copy"),
                Words("न्यायालय वापसी प्रति", "Return to the court"),
            ),
            signers=(
                signs("प्राप्तकर्ता", "Person served", "person"),
                officer_signs("तामील करने वाला", "Serving officer", "assigned_to"),
            ),
        ),
        WARRANT_NOTICE,
    ),
    line=line,
    occurred="received_dt",
    is_sensitive=is_sensitive,
    prepare=prepare,
    begin=begin,
    sample=sample,
)
