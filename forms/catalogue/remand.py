"""Remand form (duty e-1): s.187 BNSS, before 1 July 2024 s.167 CrPC; the law prescribes no form."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from forms.codes import flags
from forms.kit.condition import All, Filled, Is, Not, OneOf
from forms.kit.fields import (
    Choice,
    Date,
    DateTime,
    Decimal,
    Group,
    Line,
    LongText,
    Need,
    Number,
    Reference,
    Rows,
    YesNo,
)
from forms.kit.form import CaseRecord, ClockStart, Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.words import Words
from forms.parts.acts import acts_and_sections, chosen_sections
from forms.parts.age import day_of
from forms.parts.case import (
    diary,
    diary_reference,
    fir_reference,
    in_order,
    officer_acting,
    refer_to_fir,
)
from forms.parts.court_case import (
    SENSITIVE,
    acts_of,
    arrested_at,
    arrested_person,
    begin_with,
    court_said,
    executive,
    fitting,
    fixed_reference,
    gravest,
    is_hidden,
    of_the_case,
    refer_to,
    said_day,
)
from forms.parts.custody import (
    arrest_of,
    child,
    earlier,
    end_of,
    first_day,
    limit_of,
    papers_and_limits,
    police_custody,
    production,
    spent_days,
    who_and_where,
)
from forms.parts.letters import ENCLOSURE, remand_request
from forms.parts.lists import Fixed
from forms.parts.officer import court, officer
from forms.parts.person import person

_CUSTODY = Fixed(
    "CUSTODY",
    (
        ("PC", Words("पुलिस अभिरक्षा", "Police custody")),
        ("JC", Words("न्यायिक अभिरक्षा", "Judicial custody")),
    ),
)
_MODE = Fixed(
    "PRODUCTION",
    (
        ("PERSONAL", Words("व्यक्तिगत", "In person")),
        ("VIDEO", Words("वी.सी.", "By video")),
    ),
)
_ORDER = Fixed(
    "REMAND_ORDER",
    (
        ("PC", Words("पुलिस अभिरक्षा", "Police custody")),
        ("JC", Words("न्यायिक अभिरक्षा", "Judicial custody")),
        ("BAIL", Words("जमानत", "Bail")),
        ("RELEASE", Words("रिहाई", "Release")),
        ("PENDING", Words("लम्बित", "Pending")),
    ),
)
_IN_CUSTODY = OneOf("order_kind", ("PC", "JC"))

CASE = Section(
    "case",
    Words("मुकदमा व गिरफ्तारी", "Case and arrest"),
    (
        fir_reference(),
        fixed_reference("arrest_ref", Words("गिरफ्तारी", "Arrest"), "iif_3"),
        Line("accused_code", Words("अभियुक्त कोड", "Accused code"), fixed=True),
        acts_and_sections("acts", Words("अधिनियम व धारा", "Acts and sections"), need=Need.EXPECTED),
        Line("max_punishment", Words("अधिकतम दण्ड", "Greatest punishment"), fixed=True),
        DateTime(
            "arrest_dt",
            Words("गिरफ्तारी दिनांक व समय", "Arrested on"),
            need=Need.EXPECTED,
        ),
        Date(
            "first_remand_dt",
            Words("पहले रिमाण्ड की तिथि", "Date of the first remand"),
            help=Words(
                "60/90 दिन पहले रिमाण्ड से गिने जाते हैं। यही पहला रिमाण्ड हो तो खाली छोड़ें।",
                "The 60/90 days count from the first remand. Leave blank if this is the first.",
            ),
        ),
    ),
)

ACCUSED = Section(
    "accused",
    Words("अभियुक्त", "Accused"),
    (
        person("accused", Words("अभियुक्त", "Accused"), need=Need.EXPECTED),
        YesNo("juvenile", Words("18 वर्ष से कम", "Below 18 years"), fixed=True),
    ),
)

REQUEST = Section(
    "request",
    Words("पेशी व माँगी गयी अभिरक्षा", "Production and custody sought"),
    (
        DateTime("produced_dt", Words("पेशी दिनांक व समय", "Produced on"), need=Need.MUST),
        Decimal(
            "journey_hours",
            Words("यात्रा में लगा समय", "Hours of the journey"),
            places=1,
            least="0",
            most="240",
            unit=Words("घण्टे", "hours"),
            help=Words(
                "24 घण्टे में गिरफ्तारी स्थल से न्यायालय तक की आवश्यक यात्रा नहीं गिनी जाती।",
                "The journey needed from the place of arrest to the court does not count in the 24 hours.",
            ),
        ),
        court("magistrate", Words("मजिस्ट्रेट", "Magistrate"), need=Need.EXPECTED),
        Choice("mode", Words("पेशी का प्रकार", "How produced"), choices=_MODE, need=Need.EXPECTED),
        YesNo(
            "from_lockup",
            Words("थाने की हवालात से निकाला गया", "Taken out of the station's lock-up"),
            printed=False,
        ),
        Choice(
            "sought",
            Words("मांगी गयी अभिरक्षा", "Custody sought"),
            choices=_CUSTODY,
            need=Need.EXPECTED,
        ),
        Number("days", Words("दिन", "Days"), least=1, most=15, need=Need.EXPECTED),
        LongText(
            "grounds",
            Words("आधार (केस डायरी संदर्भ सहित)", "Grounds, with the case diary"),
            most=8000,
            need=Need.EXPECTED,
            help=Words(
                "विवेचना 24 घण्टे में क्यों पूरी नहीं हो सकी, आरोप किन साक्ष्यों से ठोस है, अभिरक्षा किसलिए चाहिए।",
                "Why the investigation could not end in 24 hours, what makes the accusation well "
                "founded, what the custody is for.",
            ),
        ),
        Line("cd_no", Words("केस डायरी पर्चा सं0", "Case diary no."), most=40, need=Need.EXPECTED),
    ),
)

SPENT = Section(
    "spent",
    Words("पूर्व अभिरक्षा व सीमा", "Custody so far and limits"),
    (
        Rows(
            "pc_spells",
            Words("पूर्व पुलिस अभिरक्षा", "Earlier police custody"),
            help=Words(
                "जो पूर्व रिमाण्ड यहाँ दर्ज हैं वे अपने आप गिने जाते हैं; शेष यहाँ लिखें।",
                "Earlier remands recorded here count by themselves; write the others.",
            ),
            row=Group(
                "pc_spell",
                Words("अवधि", "Spell"),
                parts=(
                    Date("pc_from", Words("से", "From"), need=Need.EXPECTED),
                    Date("pc_to", Words("तक", "To"), need=Need.EXPECTED),
                ),
            ),
        ),
        Number(
            "pc_used", Words("पूर्व पुलिस अभिरक्षा के दिन", "Days of police custody used"), fixed=True
        ),
        Number(
            "jc_used", Words("पूर्व न्यायिक अभिरक्षा के दिन", "Days of judicial custody"), fixed=True
        ),
        Number(
            "limit_days",
            Words("निरुद्धि की सीमा", "Limit of detention"),
            fixed=True,
            unit=Words("दिन", "days"),
        ),
        Number(
            "extended_days",
            Words("विशेष अधिनियम में सीमा (दिन)", "Limit under a special act (days)"),
            least=61,
            most=365,
            help=Words(
                "केवल जहाँ विशेष अधिनियम या न्यायालय के आदेश से 60/90 दिन से भिन्न सीमा हो।",
                "Only where a special act or an order of the court sets another limit than 60/90 days.",
            ),
        ),
        Date(
            "clock_end",
            Words("60/90 दिन की सीमा", "End of the 60/90 days"),
            fixed=True,
            future=True,
            help=Words(
                "इस दिन तक आरोप पत्र न हो तो अभियुक्त जमानत का अधिकारी है (धारा 187(3))।",
                "Without a charge sheet by this day the accused may claim bail (s.187(3)).",
            ),
        ),
    ),
)

FORWARDING = Section(
    "forwarding",
    Words("अग्रसारण व संलग्नक", "Forwarding and enclosures"),
    (
        officer(
            "officer",
            Words("अग्रसारित अधिकारी (उ0नि0 या ऊपर)", "Forwarding officer (SI or above)"),
            need=Need.EXPECTED,
        ),
        Line(
            "medical_ref",
            Words("चिकित्सीय परीक्षण संदर्भ (धारा 53)", "Medical examination (s.53)"),
            need=Need.EXPECTED,
        ),
        YesNo(
            "relatives_informed",
            Words("नातेदार को सूचना दी गयी", "A relative was informed"),
            need=Need.EXPECTED,
        ),
        Rows(
            "enclosures",
            Words("संलग्नक", "Enclosures"),
            need=Need.EXPECTED,
            row=Group(
                "enclosure",
                Words("संलग्नक", "Enclosure"),
                parts=(
                    Choice("kind", Words("प्रकार", "Kind"), choices=ENCLOSURE, need=Need.EXPECTED),
                    Line("title", Words("विवरण", "Title")),
                    Number("pages", Words("पृष्ठ", "Pages"), least=1, most=5000),
                ),
            ),
        ),
    ),
)

ORDER = Section(
    "order",
    Words("न्यायालय का आदेश", "Order of the court"),
    (
        Choice(
            "order_kind",
            Words("आदेश", "Order"),
            choices=_ORDER,
            help=Words(
                "पेशी से पहले रिमाण्ड शीट बनाते समय खाली छोड़ें; आदेश के बाद संशोधन में भरें।",
                "Leave blank while the sheet goes to court; fill it after the order, as a new version.",
            ),
        ),
        Date("order_dt", Words("आदेश दिनांक", "Date of the order"), need_when=Filled("order_kind")),
        Number(
            "order_days",
            Words("स्वीकृत दिन", "Days granted"),
            least=1,
            most=15,
            shown_when=_IN_CUSTODY,
            need=Need.EXPECTED,
        ),
        Date(
            "next_dt",
            Words("अगली तिथि", "Next date"),
            future=True,
            need_when=_IN_CUSTODY,
        ),
        Reference(
            "jail_ref",
            Words("जेल", "Jail"),
            form="jail",
            shown_when=Is("order_kind", "JC"),
            need=Need.EXPECTED,
        ),
        YesNo(
            "custody_ended",
            Words(
                "आरोप पत्र दाखिल या रिहा: सीमा की घड़ी बन्द",
                "Charge sheet filed or released: stop the clock",
            ),
            printed=False,
        ),
        diary_reference(),
        diary_reference(key="order_gd_ref", hi="आदेश की रपट", en="Diary entry of the order"),
    ),
)


def prepare(letter: Letter, facts: Facts) -> None:
    """What the case and the sections tell: references, days spent, limits."""
    refer_to_fir(letter, facts)
    refer_to(letter, facts, "arrest_ref", "iif_3")
    for key in ("accused_code", "max_punishment", "limit_days", "clock_end", "juvenile"):
        letter.pop(key, None)
    arrest = arrest_of(facts)
    if arrest is not None and arrest.number:
        letter["accused_code"] = arrest.number
    worst = gravest(letter)
    if worst is not None:
        letter["max_punishment"] = worst.most.words.hi
    letter["pc_used"] = len(spent_days(letter, facts, "PC"))
    letter["jc_used"] = len(spent_days(letter, facts, "JC"))
    letter["limit_days"] = letter.get("extended_days") or limit_of(letter)
    first = first_day(letter, facts)
    extended = letter.get("extended_days")
    end = end_of(letter, facts, "K11")
    if first and isinstance(extended, int):
        end = first + dt.timedelta(days=extended)
    if end:
        letter["clock_end"] = end.isoformat()
    if (arrest is not None and arrest.letter.get("juvenile") is True) or child(letter):
        letter["juvenile"] = True


def _hours(arrest: CaseRecord | None) -> str:
    """The journey as the arrest form states it."""
    stated = arrest.letter.get("journey_hours") if arrest else None
    return stated if isinstance(stated, str) else ""


def begin(facts: Facts) -> Letter:
    """The accused, his sections and arrest, and the remands before."""
    arrest = arrest_of(facts)
    before = earlier({}, facts)
    days = [day for day in (day_of(one.letter.get("produced_dt")) for one in before) if day]
    last = before[-1].letter if before else {}
    group = FORM.field_at("accused")
    assert isinstance(group, Group)  # for the type checker: `person` makes a group
    court_group = FORM.field_at("magistrate")
    assert isinstance(court_group, Group)  # likewise
    held = last.get("magistrate")
    return begin_with(
        {
            "acts": acts_of(arrest, facts),
            "accused": fitting(group.parts, arrested_person(arrest)),
            "arrest_dt": arrested_at(arrest),
            "journey_hours": "" if before else _hours(arrest),
            "relatives_informed": bool(arrest and arrest.letter.get("relative_at")) or None,
            "first_remand_dt": min(days).isoformat() if days else "",
            "magistrate": fitting(court_group.parts, held) if isinstance(held, Mapping) else {},
            "from_lockup": (not before or last.get("order_kind") == "PC") if arrest else None,
            "officer": officer_acting(facts) if facts.role in ("io", "sho") else {},
        }
    )


def is_sensitive(letter: Letter) -> bool:
    """By the sections of the case, or because the accused is a child (JJ Act 74)."""
    return child(letter) or flags(chosen_sections(letter)).sensitive


def _who(letter: Letter, hidden: bool = False) -> str:
    """The accused as a list or the diary may name him; only by code where he is hidden."""
    code = str(letter.get("accused_code") or "")
    stated = letter.get("accused")
    name = str(stated.get("name") or "") if isinstance(stated, Mapping) else ""
    if hidden or is_sensitive(letter):
        return " ".join(filter(None, ("अभियुक्त", code)))
    return " ".join(filter(None, ("अभियुक्त", code, name)))


def _sent(letter: Letter, facts: Facts) -> str:
    sent = [
        words.hi
        for row in rows(letter, "enclosures")
        if row.get("kind") != "OTHER" and (words := ENCLOSURE.words_of(str(row.get("kind") or "")))
    ]
    return (
        f"इस समय {_who(letter, is_hidden(facts))}{of_the_case(letter, facts)} को हवालात से निकालकर "
        f"अभिरक्षा में वास्ते रिमाण्ड न्यायालय {court_said(letter, 'magistrate')} रवाना किया गया।"
        + (f" साथ भेजे गये: {', '.join(dict.fromkeys(sent))}।" if sent else "")
    )


def _ordered(letter: Letter, facts: Facts) -> str:
    kind = _ORDER.words_of(str(letter.get("order_kind") or ""))
    until = said_day(day_of(letter.get("next_dt")))
    days = letter.get("order_days")
    return (
        f"इस समय न्यायालय {court_said(letter, 'magistrate')} द्वारा {_who(letter, is_hidden(facts))}"
        f"{of_the_case(letter, facts)} के रिमाण्ड पर पारित आदेश प्राप्त हुआ: {kind.hi if kind else 'आदेश'}"
        + (f", अवधि {days} दिन" if days else "")
        + (f", अगली तिथि {until}" if until else "")
        + "।"
    )


def _subject(letter: Letter, facts: Facts) -> str:
    return f"रिमाण्ड {_who(letter, is_hidden(facts))}"


def line(letter: Letter) -> str:
    """Who, what custody, and the next date."""
    kind = _CUSTODY.words_of(str(letter.get("sought") or ""))
    what = f"{kind.hi} {letter.get('days', '')} दिन" if kind else "रिमाण्ड"
    next_day = said_day(day_of(letter.get("next_dt")))
    who = f"{_who(letter)} · {SENSITIVE}" if is_sensitive(letter) else _who(letter)
    return f"{who} · {what}" + (f" · अगली तिथि {next_day}" if next_day else "")


def sample(now: dt.datetime) -> Letter:
    """A fictional first remand to judicial custody."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    where = {"village_town": "ग्राम नमूनापुर", "district": "नमूना जनपद"}
    return {
        "acts": [{"act": "BNS", "section": "303(2)"}, {"act": "BNS", "section": "317(2)"}],
        "arrest_dt": hours(22),
        "accused": {
            "name": "नमूना कुमार",
            "relation_type": "FATHER",
            "relative_name": "उदाहरण लाल",
            "gender": "MALE",
            "age_years": 27,
            "addresses": [{"address_type": "PERMANENT", **where}],
        },
        "produced_dt": hours(2),
        "journey_hours": "1",
        "magistrate": {
            "court_type": "CJM",
            "court_name": "मुख्य न्यायिक मजिस्ट्रेट",
            "place": "नमूना जनपद",
        },
        "mode": "PERSONAL",
        "from_lockup": True,
        "sought": "JC",
        "days": 14,
        "grounds": "विवेचना 24 घण्टे में पूर्ण नहीं हो सकी; सह-अभियुक्तों की तलाश व शेष सम्पत्ति की बरामदगी बाकी है। "
        "केस डायरी पर्चा 1 व 2 में साक्ष्य अंकित है। (यह काल्पनिक नमूना है)",
        "cd_no": "1, 2",
        "officer": {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"},
        "medical_ref": "चिकित्सीय परीक्षण जिला चिकित्सालय नमूना, कोई ताजा चोट नहीं",
        "relatives_informed": True,
        "enclosures": [
            {"kind": "CD", "title": "पर्चा 1 व 2", "pages": 6},
            {"kind": "MEMO", "pages": 2},
            {"kind": "MEDICAL", "pages": 1},
        ],
        "order_kind": "JC",
        "order_dt": now.date().isoformat(),
        "order_days": 14,
        "next_dt": (now + dt.timedelta(days=14)).date().isoformat(),
        "jail_ref": {
            "record_id": "01900000-0000-7000-8000-000000000001",
            "form": "jail",
            "number": "",
            "title": "जिला कारागार नमूना जनपद",
        },
    }


def _starts(days: int) -> Callable[[Letter], bool]:
    """Whether this first remand starts the limit of `days`; one of a special act has no clock."""

    def first(letter: Letter) -> bool:
        before, own = letter.get("first_remand_dt"), str(letter.get("produced_dt") or "")[:10]
        return (
            before in (None, "", own)
            and not letter.get("extended_days")
            and limit_of(letter) == days
        )

    return first


FORM = Form(
    code="remand",
    version=1,
    title=Words("रिमाण्ड प्रपत्र", "Remand form"),
    short=Words("रिमाण्ड", "Remand"),
    sections=(CASE, ACCUSED, REQUEST, SPENT, FORWARDING, ORDER),
    role="pairokar",
    duty=("e-1",),
    law=Words("धारा 187 बी.एन.एस.एस.", "Section 187 B.N.S.S."),
    parent="iif_3",
    parent_must=True,
    numbered=(Numbered("remand"),),
    rules=(
        in_order(
            "arrest_dt",
            "produced_dt",
            "पेशी गिरफ्तारी से पहले की है। कृपया दिनांक व समय ठीक करें।",
            "The production is before the arrest. Please put date and time right.",
        ),
        in_order(
            "produced_dt",
            "order_dt",
            "आदेश पेशी से पहले का है। कृपया तिथि ठीक करें।",
            "The order is before the production. Please put the date right.",
            code="V01.order",
        ),
        in_order(
            "order_dt",
            "next_dt",
            "अगली तिथि आदेश से पहले की है। कृपया तिथि ठीक करें।",
            "The next date is before the order. Please put it right.",
            code="V01.next",
        ),
        Rule("REMAND.24h", production),
        Rule("REMAND.pc", police_custody),
        Rule("REMAND.who", who_and_where),
        Rule("REMAND.papers", papers_and_limits),
    ),
    consequences=(
        replace(
            diary("LOCK-OUT", "gd_ref", _subject, _sent),
            when=All(Is("from_lockup", True), Not(Filled("order_kind"))),
        ),
        replace(
            diary("REM", "order_gd_ref", _subject, _ordered),
            when=All(Filled("order_kind"), Not(Is("order_kind", "PENDING"))),
            later=True,
        ),
    ),
    clocks=(
        *(
            ClockStart(
                clock, at="produced_dt", done="custody_ended", when=_starts(days), variant=variant
            )
            for clock in ("K10", "K11")
            for days, variant in ((60, ""), (90, "90_days"))
        ),
        ClockStart(
            "K12",
            at="produced_dt",
            done="custody_ended",
            when=lambda letter: executive(letter, "magistrate"),
        ),
    ),
    papers=(
        Paper(
            "form",
            Words("रिमाण्ड शीट", "Remand sheet"),
            "",
            copies=(
                Words("न्यायालय प्रति", "Court copy"),
                Words("जेल प्रति", "Jail copy"),
                Words("पत्रावली प्रति", "File copy"),
            ),
        ),
        Paper(
            "request", Words("रिमाण्ड प्रार्थना पत्र", "Request for remand"), "", text=remand_request
        ),
    ),
    line=line,
    occurred="produced_dt",
    is_sensitive=is_sensitive,
    prepare=prepare,
    begin=begin,
    sample=sample,
)
