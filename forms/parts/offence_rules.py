"""Rules across the fields of a report of an offence (V01–V13 of the reference).

They read the keys that every report shares: `acts`, `occ_from`, `occ_to`, `info_at`, `informant`,
`victims`; a form lists the ones that bind it.
"""

import datetime as dt
from collections.abc import Iterator

from forms.codes import flags
from forms.kit.form import Facts
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.when import IST
from forms.kit.words import Words
from forms.parts.acts import chosen_sections

NEW_LAWS = "2024-07-01"
"""From this day offences fall under BNS and procedure under BNSS (s.531 BNSS keeps old cases)."""


def _problem(key: str, code: str, hi: str, en: str, weight: Weight, source: str = "") -> Problem:
    return Problem((key,), code, Words(hi, en), weight, source)


def moment(value: object) -> dt.datetime | None:
    """A stored moment; None where there is none, also for an answer that was emptied."""
    written = value.strip() if isinstance(value, str) else ""
    return dt.datetime.fromisoformat(written).replace(tzinfo=IST) if written else None


def order_of_times(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """V01: from ≤ to ≤ received ≤ now."""
    start, end = moment(letter.get("occ_from")), moment(letter.get("occ_to"))
    told = moment(letter.get("info_at"))
    if start and end and end < start:
        yield _problem(
            "occ_to",
            "V01",
            "घटना की समाप्ति प्रारम्भ से पहले की है। कृपया दिनांक व समय ठीक करें।",
            "The occurrence ends before it begins. Please put date and time right.",
            Weight.REFUSE,
        )
    last = end or start
    if last and told and told < last:
        yield _problem(
            "info_at",
            "V01.told",
            f"घटना का समय सूचना के समय से बाद का है — घटना {last:%d-%m-%Y %H:%M}, सूचना "
            f"{told:%d-%m-%Y %H:%M}। समय ठीक करें, या कारण लिखें।",
            f"The occurrence is after the information — occurrence {last:%d-%m-%Y %H:%M}, information "
            f"{told:%d-%m-%Y %H:%M}. Put the time right, or write the reason.",
            Weight.REASON,
        )


def delay(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """V03: information more than 24 hours after the occurrence asks for item 8."""
    last = moment(letter.get("occ_to")) or moment(letter.get("occ_from"))
    told = moment(letter.get("info_at"))
    late = last and told and told - last > dt.timedelta(hours=24)
    if late and not letter.get("delay_reason"):
        yield _problem(
            "delay_reason",
            "V03",
            "सूचना घटना के 24 घण्टे से अधिक बाद मिली है। मद 8 में देरी का कारण लिखें।",
            "The information came more than 24 hours after the occurrence. Write the reason in item 8.",
            Weight.GAP,
        )


def cognizable(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """V05: an FIR needs a cognizable section; only non-cognizable goes to the NCR (s.174 BNSS)."""
    chosen = chosen_sections(letter)
    if chosen and flags(chosen).any_cognizable is False:
        yield _problem(
            "acts",
            "V05",
            "सभी धाराएँ असंज्ञेय हैं। ऐसी सूचना एन.सी.आर. में लिखी जाती है, प्राथमिकी में नहीं।",
            "All sections are non-cognizable. Such information goes into the NCR, not an FIR.",
            Weight.REFUSE,
            "174 BNSS",
        )


def code_by_date(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """V06: IPC before 1 July 2024, BNS from then on, by the date of occurrence."""
    occurred = str(letter.get("occ_from") or "")[:10]
    if not occurred:
        return
    wrong = "BNS" if occurred < NEW_LAWS else "IPC"
    right = "IPC" if wrong == "BNS" else "BNS"
    until = str(letter.get("occ_to") or "")[:10] or occurred
    spans = occurred < NEW_LAWS <= until
    if not spans and any(row.get("act") == wrong for row in rows(letter, "acts")):
        day = dt.date.fromisoformat(occurred).strftime("%d-%m-%Y")
        yield _problem(
            "acts",
            "V06",
            f"घटना {day} की है, उस दिन {right} लागू थी; धाराओं में {wrong} लिखी है। धारा बदलें, "
            "या थाना प्रभारी कारण लिखकर अनुमति दें।",
            f"The occurrence is of {day}, when {right} applied; a section of {wrong} is written. "
            "Change it, or the officer in charge allows it with a reason.",
            Weight.APPROVAL,
        )


def zero_fir(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Zero FIR ↔ a place outside the station's limits (s.173(1) BNSS)."""
    zero, outside = letter.get("zero_fir") is True, letter.get("outside") is True
    if zero and not outside:
        yield _problem(
            "outside",
            "ZFIR",
            "जीरो प्राथमिकी में घटना स्थल का थाना (मद 5(c)) लिखना आवश्यक है।",
            "A zero FIR must name the police station of the place (item 5(c)).",
            Weight.REFUSE,
            "173(1) BNSS",
        )
    elif outside and not zero:
        yield _problem(
            "zero_fir",
            "ZFIR.outside",
            "घटना स्थल थाने की सीमा से बाहर है पर जीरो प्राथमिकी नहीं चुनी। जीरो प्राथमिकी चुनें, या कारण लिखें।",
            "The place is outside this station's limits, yet it is not a zero FIR. Choose zero FIR, or write the reason.",
            Weight.REASON,
        )


def woman_officer(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """V10: information by a woman victim of ss.64–71, 74–79, 124 BNS is recorded by a woman officer."""
    women = [letter.get("informant") or {}] if letter.get("informant_is_victim") else []
    women += [row for row in rows(letter, "victims")]
    if (
        flags(chosen_sections(letter)).sexual
        and any(one.get("gender") == "FEMALE" for one in women)
        and not letter.get("woman_officer")
    ):
        yield _problem(
            "woman_officer",
            "V10",
            "इन धाराओं में महिला पीड़ित की सूचना महिला पुलिस अधिकारी लिखेगी। उनका नाम लिखें, या कारण लिखें।",
            "Under these sections a woman victim's information is recorded by a woman officer. Name her, or write the reason.",
            Weight.REASON,
            "173(1) first proviso BNSS",
        )


_DISABLED_VICTIM = {
    "recorded_where": Words("कथन लिखने का स्थान", "the place of recording"),
    "interpreter": Words("दुभाषिया या विशेष शिक्षक", "the interpreter or special educator"),
    "recording_video_ref": Words("वीडियो सन्दर्भ", "the video reference"),
}


def disabled_victim(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """V11: a disabled victim of these sections is heard at her place, interpreted and on video."""
    disabled = any(row.get("disabled") is True for row in rows(letter, "victims"))
    if not disabled or not flags(chosen_sections(letter)).sexual:
        return
    for key, what in _DISABLED_VICTIM.items():
        if not letter.get(key):
            yield _problem(
                key,
                f"V11.{key}",
                f"इन धाराओं में दिव्यांग पीड़ित का कथन उनके स्थान पर, दुभाषिया के साथ, वीडियो सहित लिखा जाता "
                f"है। {what.hi} लिखें, या कारण लिखें।",
                "Under these sections a disabled victim is heard at a place of her choice, with an "
                f"interpreter and on video. Write {what.en}, or the reason.",
                Weight.REASON,
                "173(1) second proviso BNSS",
            )


def electronic(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """V12: electronic information is signed within three days of receipt."""
    got, signed = moment(letter.get("e_received_at")), moment(letter.get("e_signed_at"))
    if got and signed and signed < got:
        yield _problem(
            "e_signed_at",
            "V12.order",
            "हस्ताक्षर का समय सूचना प्राप्त होने से पहले का है। कृपया ठीक करें।",
            "The signature is before the receipt. Please put it right.",
            Weight.REFUSE,
        )
    elif got and signed and signed > got + dt.timedelta(days=3):
        yield _problem(
            "e_signed_at",
            "V12",
            "हस्ताक्षर 3 दिन के बाद के हैं। इलेक्ट्रॉनिक सूचना इस प्रकार अभिलेख पर नहीं आती: "
            "सूचना का प्रकार मौखिक या लिखित चुनें, या कारण लिखें।",
            "The signature came after three days. Electronic information does not go on record like "
            "this: choose oral or written, or write the reason.",
            Weight.REASON,
            "173(1)(ii) BNSS",
        )


def preliminary_enquiry(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """V13: a preliminary enquiry lasts at most 14 days, for offences of 3 to under 7 years."""
    if letter.get("pe_done") is not True:
        return
    start, end = letter.get("pe_from"), letter.get("pe_to")
    if isinstance(start, str) and isinstance(end, str):
        days = (dt.date.fromisoformat(end) - dt.date.fromisoformat(start)).days
        if days < 0 or days > 14:
            yield _problem(
                "pe_to",
                "V13",
                f"प्रारम्भिक जाँच 14 दिन में पूरी होनी चाहिए; यहाँ {days} दिन हैं। तिथि ठीक करें, या कारण लिखें।",
                f"A preliminary enquiry ends within 14 days; here it is {days}. Put the dates right, or write the reason.",
                Weight.REASON,
                "173(3) BNSS",
            )
    if flags(chosen_sections(letter)).pe_allowed is False:
        yield _problem(
            "pe_done",
            "V13.scope",
            "प्रारम्भिक जाँच केवल 3 से 7 वर्ष से कम दण्ड के अपराधों में हो सकती है। कारण लिखें।",
            "A preliminary enquiry is only for offences of 3 to under 7 years. Write the reason.",
            Weight.REASON,
            "173(3) BNSS",
        )
