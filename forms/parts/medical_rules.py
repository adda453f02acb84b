"""Rules of the medico-legal case: ss.51–53, 184 BNSS, and what the doctor found against the sections."""

import datetime as dt
from collections.abc import Iterator

from forms.codes import Section as Offence
from forms.kit.form import Facts
from forms.kit.letter import Letter, is_blank
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import chosen_sections
from forms.parts.case import fir_of, moment_of

_IN_ARREST = ("ACCUSED", "RAPE_ACCUSED", "ARRESTED")


def _problem(key: str, code: str, words: Words, weight: Weight, source: str = "") -> Problem:
    return Problem((key,), code, words, weight, source)


def to_a_doctor_in_time(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """A victim of rape is sent to a doctor within 24 hours of the information (s.184(1) BNSS)."""
    told, sent = moment_of(letter.get("info_at")), moment_of(letter.get("sent_dt"))
    if letter.get("subject_type") != "RAPE_VICTIM" or not told or not sent:
        return
    if dt.datetime.fromisoformat(sent) - dt.datetime.fromisoformat(told) > dt.timedelta(hours=24):
        yield _problem(
            "sent_dt",
            "K16",
            Words(
                "पीड़िता को सूचना के 24 घण्टे के भीतर चिकित्सक के पास भेजना होता है। समय ठीक करें, या विलम्ब का कारण लिखें।",
                "The victim is sent to a doctor within 24 hours of the information. Put the time right, "
                "or write the reason of the delay.",
            ),
            Weight.REASON,
            "184(1) BNSS",
        )


def arrest_goes_with_the_section(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """Ss.51–53 BNSS are for persons under arrest."""
    if letter.get("subject_type") in _IN_ARREST and letter.get("under_arrest") is False:
        yield _problem(
            "under_arrest",
            "MLC.arrest",
            Words(
                "धारा 51, 52 व 53 का परीक्षण गिरफ्तार व्यक्ति का होता है, यहाँ ‘गिरफ्तार नहीं’ लिखा है। "
                "प्रकार या गिरफ्तारी ठीक करें, या कारण लिखें।",
                "Sections 51 to 53 are for a person under arrest, and here it says not arrested. Put the "
                "kind or the arrest right, or write the reason.",
            ),
            Weight.REASON,
            "51–53 BNSS",
        )


def woman_examined_by_a_woman(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """A woman under arrest is examined by or under a woman doctor (ss.51(2), 53 BNSS)."""
    if letter.get("female_doctor") is False:
        yield _problem(
            "female_doctor",
            "MLC.doctor",
            Words(
                "गिरफ्तार महिला का परीक्षण महिला चिकित्सक द्वारा या उनकी देखरेख में ही होता है। महिला चिकित्सक से "
                "परीक्षण करायें और यहाँ ठीक करें।",
                "A woman under arrest is examined only by or under a woman doctor. Arrange for one and "
                "put it right here.",
            ),
            Weight.GAP,
            "51(2), 53 BNSS",
        )


def consent_before_examination(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """No examination under s.184 without the woman's consent, or that of one who may give it."""
    if letter.get("consent") is False and not is_blank(letter.get("exam_start")):
        yield _problem(
            "consent",
            "MLC.consent",
            Words(
                "सहमति ‘नहीं’ है पर परीक्षण का समय लिखा है। सहमति के बिना परीक्षण नहीं होता: जाँच कर ठीक करें।",
                "Consent is ‘no’, yet an examination is written. There is none without consent: please check.",
            ),
            Weight.GAP,
            "184 BNSS",
        )


_GRIEVOUS = {
    "BNS": "103 105 106 109 110 117 118 119 121 122 124 125",
    "IPC": "302 304 304A 307 308 325 326 326A 329 331 333 335 338",
}
"""Sections of grievous hurt or graver, by their main number."""


def _is_grave(section: Offence) -> bool:
    return section.code.partition("(")[0] in _GRIEVOUS.get(section.act, "").split()


def sections_fit_the_injury(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A grievous injury asks for graver sections than the case has (115 → 117, 118 BNS)."""
    case = facts.case()
    fir = fir_of(facts)
    report = fir or case.parent
    if letter.get("injury_type") not in ("GRIEVOUS", "FATAL_RISK", "DEATH") or report is None:
        return
    chosen = chosen_sections(report.letter)
    if chosen and not any(_is_grave(one) for one in chosen):
        more = (
            Words("एन0सी0आर0 को मुकदमे में तरमीम करायें", "Have the NCR converted into a case")
            if fir is None
            else Words("विवेचक से धारा वृद्धि करायें", "Have the IO add the section")
        )
        yield _problem(
            "injury_type",
            "MLC.sections",
            Words(
                f"आख्या में घोर या प्राणघातक चोट है, पर दर्ज धाराओं में घोर उपहति (117 / 118 बीएनएस) नहीं है। {more.hi}।",
                f"The report tells of grievous hurt, but no registered section covers it (117, 118 BNS). {more.en}.",
            ),
            Weight.GAP,
        )
