"""Custody before the police report: the days spent, the limits of s.187 BNSS, and their rules."""

import datetime as dt
from collections.abc import Iterator, Mapping

from forms.codes import due, flags
from forms.kit.form import CaseRecord, Facts
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import chosen_sections
from forms.parts.age import day_of, is_child
from forms.parts.case import moment_of
from forms.parts.court_case import above, court_type, executive, said_day

LONGER = ("UAPA", "NDPS", "UP_GANGSTERS")
"""Special acts with limits of their own (to be confirmed): there the 15 days are not forced."""
MOST_POLICE_CUSTODY = 15


def arrest_of(facts: Facts) -> CaseRecord | None:
    return above(facts, "iif_3")


def earlier(letter: Letter, facts: Facts) -> list[CaseRecord]:
    """The remands of the same arrest before this one."""
    arrest, own = arrest_of(facts), moment_of(letter.get("produced_dt"))
    return [
        one
        for one in facts.case().of("remand")
        if arrest is not None
        and one.parent_id == arrest.record_id
        and (not own or moment_of(one.letter.get("produced_dt")) < own)
    ]


def first_day(letter: Letter, facts: Facts) -> dt.date | None:
    """The day of the first remand, this one's where there was none before."""
    days = [day_of(one.letter.get("produced_dt")) for one in earlier(letter, facts)]
    days += [day_of(letter.get("first_remand_dt")), day_of(letter.get("produced_dt"))]
    return min((day for day in days if day), default=None)


def _days_from(first: dt.date | None, count: object) -> set[dt.date]:
    if first is None or isinstance(count, bool) or not isinstance(count, int):
        return set()
    return {first + dt.timedelta(days=one) for one in range(min(max(count, 0), 366))}


def spent_days(letter: Letter, facts: Facts, kind: str) -> set[dt.date]:
    """The days spent in this custody before this remand; a day counts once."""
    spent: set[dt.date] = set()
    for one in earlier(letter, facts):
        if one.letter.get("order_kind") == kind:
            spent |= _days_from(day_of(one.letter.get("order_dt")), one.letter.get("order_days"))
    for row in rows(letter, "pc_spells") if kind == "PC" else ():
        start, end = day_of(row.get("pc_from")), day_of(row.get("pc_to"))
        if start and end:
            spent |= _days_from(start, (end - start).days + 1)
    return spent


def limit_of(letter: Letter) -> int:
    """60 or 90 days; 60 where the sections cannot tell."""
    return flags(chosen_sections(letter)).detention_days or 60


def end_of(letter: Letter, facts: Facts, clock: str) -> dt.date | None:
    """The last day of K10 (police custody) or K11 (detention)."""
    first = first_day(letter, facts)
    if first is None or first.year > 9000:
        return None
    variant = "90_days" if limit_of(letter) == 90 else ""
    return day_of(due(clock, f"{first.isoformat()}T00:00:00+05:30", variant).due_at)


def child(letter: Letter) -> bool:
    """Whether the accused was below 18 at the arrest: by the arrest form, else by his age here."""
    return letter.get("juvenile") is True or is_child(
        letter.get("accused"), day_of(letter.get("arrest_dt"))
    )


def production(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Within 24 hours of arrest, the journey not counted (s.58)."""
    arrested, produced = moment_of(letter.get("arrest_dt")), moment_of(letter.get("produced_dt"))
    first = first_day(letter, facts)
    if not arrested or not produced or first != day_of(produced):
        return
    allowed = dt.timedelta(hours=24 + float(letter.get("journey_hours") or 0))
    late = dt.datetime.fromisoformat(produced) - dt.datetime.fromisoformat(arrested) - allowed
    if late > dt.timedelta(0):
        yield Problem(
            ("produced_dt",),
            "REMAND.24h",
            Words(
                "पेशी गिरफ्तारी से 24 घण्टे (यात्रा छोड़कर) के बाद की है। समय ठीक करें, यात्रा के घण्टे लिखें, "
                "या कारण लिखें।",
                "The production is more than 24 hours after the arrest, the journey not counted. "
                "Put the times right, write the hours of the journey, or write the reason.",
            ),
            Weight.REASON,
            "58 BNSS",
        )


def police_custody(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Police custody: in person each time, 15 days in all, in the first 40/60 days (s.187(2), (4))."""
    if letter.get("sought") != "PC" and letter.get("order_kind") != "PC":
        return
    if letter.get("mode") == "VIDEO":
        yield Problem(
            ("mode",),
            "REMAND.person",
            Words(
                "पुलिस अभिरक्षा के लिए अभियुक्त को हर बार स्वयं मजिस्ट्रेट के सामने पेश करना आवश्यक है। "
                "पेशी का प्रकार ‘व्यक्तिगत’ करें।",
                "For police custody the accused is produced in person every time. Choose ‘in person’.",
            ),
            Weight.REFUSE,
            "187(4) BNSS",
        )
    if child(letter):
        yield Problem(
            ("sought",),
            "REMAND.child",
            Words(
                "अभियुक्त 18 वर्ष से कम का है: उसे पुलिस अभिरक्षा में नहीं रखा जाता, किशोर न्याय बोर्ड के सामने "
                "पेश करें।",
                "The accused is below 18: a child is not kept in police custody; produce the child "
                "before the Juvenile Justice Board.",
            ),
            Weight.REFUSE,
        )
    longer = any(row.get("act") in LONGER for row in rows(letter, "acts"))
    granted = letter.get("order_kind") == "PC" and bool(letter.get("order_days"))
    count = letter.get("order_days") if granted else letter.get("days")
    key = "order_days" if granted else "days"
    # What a court has ordered must be written down; what is asked for must be lawful.
    weight = Weight.REASON if granted or longer else Weight.REFUSE
    starts = letter.get("order_dt") if granted else letter.get("produced_dt")
    asked = _days_from(day_of(starts) or day_of(letter.get("produced_dt")), count)
    spent = spent_days(letter, facts, "PC")
    total = len(spent | asked)
    if asked and total > MOST_POLICE_CUSTODY:
        yield Problem(
            (key,),
            "REMAND.15",
            Words(
                f"पुलिस अभिरक्षा कुल 15 दिन से अधिक नहीं हो सकती: {len(spent)} दिन हो चुके हैं, इस रिमाण्ड से "
                f"{total} होंगे। दिन कम करें, या न्यायिक अभिरक्षा माँगें।",
                f"Police custody is at most 15 days in all: {len(spent)} are used, this would make "
                f"{total}. Ask for fewer days, or for judicial custody.",
            ),
            weight,
            "187(2) BNSS",
        )
    window = end_of(letter, facts, "K10")
    if asked and window and max(asked) > window:
        known = flags(chosen_sections(letter)).detention_days is not None
        yield Problem(
            (key,),
            "REMAND.window",
            Words(
                f"पुलिस अभिरक्षा पहले {60 if limit_of(letter) == 90 else 40} दिनों में ही हो सकती है, "
                f"अर्थात {said_day(window)} तक। दिन कम करें, या न्यायिक अभिरक्षा माँगें।",
                f"Police custody is only possible in the first {60 if limit_of(letter) == 90 else 40} "
                f"days, to {said_day(window)}. Ask for fewer days, or for judicial custody.",
            ),
            weight if known else Weight.REASON,
            "187(2) BNSS",
        )


def who_and_where(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """The forwarding officer's rank, the Executive Magistrate's seven days, the child's own board."""
    stated = letter.get("officer")
    if isinstance(stated, Mapping) and stated.get("rank") in (
        "CONSTABLE",
        "HEAD_CONSTABLE",
        "HEAD_MOHARIR",
        "ASI_M",
    ):
        yield Problem(
            ("officer", "rank"),
            "REMAND.rank",
            Words(
                "अभियुक्त को उपनिरीक्षक या ऊपर के अधिकारी (या थाना प्रभारी) अग्रसारित करते हैं। अधिकारी बदलें, "
                "या कारण लिखें।",
                "The accused is forwarded by an officer not below sub-inspector, or by the officer in "
                "charge. Change the officer, or write the reason.",
            ),
            Weight.REASON,
            "187(1) BNSS",
        )
    granted = letter.get("order_days") if letter.get("order_kind") in ("PC", "JC") else None
    for key, count in (("days", letter.get("days")), ("order_days", granted)):
        if executive(letter, "magistrate") and isinstance(count, int) and count > 7:
            yield Problem(
                (key,),
                "REMAND.executive",
                Words(
                    "कार्यपालक मजिस्ट्रेट अधिकतम 7 दिन की अभिरक्षा दे सकते हैं। दिन 7 या कम लिखें, या न्यायालय बदलें।",
                    "An Executive Magistrate can order at most 7 days. Write 7 or fewer, or change "
                    "the court.",
                ),
                Weight.REFUSE if key == "days" else Weight.REASON,
                "187(6) BNSS",
            )
    if child(letter) and court_type(letter, "magistrate") not in ("", "JJB", "CWC"):
        yield Problem(
            ("magistrate",),
            "REMAND.jjb",
            Words(
                "अभियुक्त 18 वर्ष से कम का है; पेशी किशोर न्याय बोर्ड के सामने होती है। न्यायालय बदलें, या कारण लिखें।",
                "The accused is below 18 and is produced before the Juvenile Justice Board. Change "
                "the court, or write the reason.",
            ),
            Weight.REASON,
        )


def papers_and_limits(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """The diary copy goes along (s.187(1)); custody past the 60/90 days needs a reason."""
    kinds = [row.get("kind") for row in rows(letter, "enclosures")]
    if kinds and "CD" not in kinds:
        yield Problem(
            ("enclosures",),
            "REMAND.cd",
            Words(
                "संलग्नकों में केस डायरी की प्रति नहीं है; वह रिमाण्ड के साथ मजिस्ट्रेट को भेजी जाती है।",
                "The copy of the case diary entries is not among the enclosures; it goes to the "
                "Magistrate with the remand.",
            ),
            Weight.GAP,
            "187(1) BNSS",
        )
    end, next_day = day_of(letter.get("clock_end")), day_of(letter.get("next_dt"))
    if end and next_day and letter.get("custody_ended") is not True and next_day > end:
        yield Problem(
            ("next_dt",),
            "REMAND.default",
            Words(
                f"अगली तिथि निरुद्धि की सीमा ({said_day(end)}) के बाद की है: आरोप पत्र उससे पहले दाखिल हो, अन्यथा "
                "अभियुक्त जमानत का अधिकारी है। दाखिल हो चुका हो तो घड़ी बन्द करें, या कारण लिखें।",
                f"The next date is after the limit of detention ({said_day(end)}): the charge sheet "
                "must be in before, or the accused may claim bail. If it is filed, stop the clock, "
                "or write the reason.",
            ),
            Weight.REASON,
            "187(3) BNSS",
        )
    for number, row in enumerate(rows(letter, "pc_spells")):
        start, stop = day_of(row.get("pc_from")), day_of(row.get("pc_to"))
        if start and stop and stop < start:
            yield Problem(
                ("pc_spells", number, "pc_to"),
                "V01.spell",
                Words(
                    "पुलिस अभिरक्षा की समाप्ति प्रारम्भ से पहले की है। कृपया तिथि ठीक करें।",
                    "The spell of police custody ends before it begins. Please put the dates right.",
                ),
            )
