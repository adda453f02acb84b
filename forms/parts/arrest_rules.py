"""What the law asks of an arrest (ss.35, 43, 48, 57, 58 BNSS; JJ Act), as rules of IIF-3."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import OneOf
from forms.kit.form import Facts
from forms.kit.letter import Letter, is_blank
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import chosen_sections
from forms.parts.age import age_span, day_of, is_child
from forms.parts.case import moment_of, not_before_fir
from forms.parts.investigation import clock_read, same_name, stays_below

SUNSET, SUNRISE = "18:00", "06:00"
"""Hours that stand for sunset and sunrise in s.43(5) BNSS; the true hours change with the season
and the place, so the rule only asks (a written reason suffices)."""

SURRENDERED = OneOf("arrest_status", ("5", "6", "7"))
_before_fir = not_before_fir("arrest_at", "गिरफ्तारी का समय", "The arrest")


def arrest_before_fir(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """V07: an arrest before the FIR rests on its own diary entry."""
    if is_blank(letter.get("earlier_gd")):
        yield from _before_fir.find(letter, facts)


def woman_at_night(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """V08: a woman is arrested at night only with the Magistrate's permission, by a woman officer."""
    hour = moment_of(letter.get("arrest_at"))[11:16]
    accused = letter.get("accused") or {}
    at_night = bool(hour) and (hour >= SUNSET or hour < SUNRISE)
    if not at_night or accused.get("gender") != "FEMALE" or SURRENDERED.holds((letter,)):
        return
    for key in ("mag_permission", "woman_officer"):
        if is_blank(letter.get(key)):
            yield Problem(
                (key,),
                f"V08.{key}",
                Words(
                    f"महिला की गिरफ्तारी {hour} बजे की है। सूर्यास्त के बाद व सूर्योदय से पूर्व महिला अधिकारी और "
                    "मजिस्ट्रेट की पूर्व अनुमति आवश्यक है। यहाँ लिखें, या कारण लिखें।",
                    f"A woman was arrested at {hour}. After sunset and before sunrise a woman officer and "
                    "the Magistrate's prior permission are needed. Write it here, or write the reason.",
                ),
                Weight.REASON,
                "43(5) BNSS",
            )


def old_or_infirm(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """V09: aged 60 or infirm, offences below three years only with the Dy.SP's permission."""
    span = age_span(letter.get("accused"), day_of(letter.get("arrest_at")))
    frail = letter.get("infirm") is True or (span is not None and span[1] >= 60)
    chosen = chosen_sections(letter)
    petty = bool(chosen) and all(stays_below(one, 36) for one in chosen)
    if frail and petty and is_blank(letter.get("dsp_permission")):
        yield Problem(
            ("dsp_permission",),
            "V09",
            Words(
                "60 वर्ष या अधिक आयु के अथवा अशक्त व्यक्ति को 3 वर्ष से कम दण्ड के अपराध में पुलिस उपाधीक्षक की "
                "अनुमति के बिना गिरफ्तार नहीं किया जा सकता। अनुमति लिखें, या थाना प्रभारी कारण सहित स्वीकृति दें।",
                "A person of 60 or more, or infirm, may not be arrested for an offence below three years "
                "without the Dy.SP's permission. Write it, or the officer in charge allows it with a reason.",
            ),
            Weight.APPROVAL,
            "35(7) BNSS",
        )


def reasons_below_seven_years(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Up to seven years of punishment the reasons of the arrest are written (s.35(1)(b) BNSS)."""
    chosen = chosen_sections(letter)
    up_to_seven = bool(chosen) and all(stays_below(one, 85) for one in chosen)
    without = letter.get("arrest_basis") in ("WARRANT", "COURT_ORDER", "35(1)(d)")
    if without or SURRENDERED.holds((letter,)) or not is_blank(letter.get("reasons_recorded")):
        return
    if up_to_seven or letter.get("arrest_basis") == "35(1)(b)":
        yield Problem(
            ("reasons_recorded",),
            "S35",
            Words(
                "अपराध 7 वर्ष तक दण्डनीय है: गिरफ्तारी क्यों आवश्यक थी, यह लिखना अनिवार्य है। यहाँ लिखें।",
                "The offence is punishable up to seven years: why the arrest was necessary must be "
                "recorded. Write it here.",
            ),
            Weight.REASON,
            "35(1)(b) BNSS",
        )


def child_in_conflict(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A child is not handcuffed, is met by the child welfare officer, and goes before the Board (JJ 10)."""
    if not is_child(letter.get("accused"), day_of(letter.get("arrest_at"))):
        return
    if letter.get("handcuff") is True:
        yield Problem(
            ("handcuff",),
            "JJ.handcuff",
            Words(
                "18 वर्ष से कम के बालक को हथकड़ी नहीं लगायी जाती, न हवालात में रखा जाता है। उत्तर ठीक करें, "
                "या थाना प्रभारी कारण सहित स्वीकृति दें।",
                "A child below 18 is neither handcuffed nor kept in the lock-up. Put the answer right, or "
                "the officer in charge allows it with a reason.",
            ),
            Weight.APPROVAL,
        )
    if is_blank(letter.get("child_officer")):
        yield Problem(
            ("child_officer",),
            "JJ.officer",
            Words(
                "बालक को बाल कल्याण पुलिस अधिकारी के सुपुर्द किया जाता है। उनका नाम लिखें।",
                "A child is placed under the child welfare police officer. Write the officer's name.",
            ),
            Weight.GAP,
        )
    before = letter.get("produced_before") or {}
    if before.get("court_type") not in (None, "", "JJB"):
        yield Problem(
            ("produced_before", "court_type"),
            "JJ.board",
            Words(
                "18 वर्ष से कम का बालक किशोर न्याय बोर्ड के समक्ष पेश किया जाता है। न्यायालय ठीक करें, या कारण लिखें।",
                "A child below 18 is produced before the Juvenile Justice Board. Put the court right, or "
                "write the reason.",
            ),
            Weight.REASON,
        )


def produced_in_time(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Nobody is kept more than 24 hours, the journey left out, without a Magistrate (s.58 BNSS)."""
    produced, limit = moment_of(letter.get("produced_at")), moment_of(letter.get("due_24h"))
    if produced and limit and produced > limit and not SURRENDERED.holds((letter,)):
        yield Problem(
            ("produced_at",),
            "K08",
            Words(
                f"पेशी {clock_read(produced)} की है, सीमा {clock_read(limit)} थी। समय या यात्रा का समय ठीक करें, "
                "या विलम्ब का कारण लिखें।",
                f"Production was at {clock_read(produced)}, the limit was {clock_read(limit)}. Put the time or "
                "the journey right, or write the reason of the delay.",
            ),
            Weight.REASON,
            "58 BNSS",
        )


def made_over_in_time(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Whom a private person arrested is made over within six hours (s.40(1) BNSS)."""
    caught, taken = moment_of(letter.get("private_arrest_at")), moment_of(letter.get("arrest_at"))
    if not caught or not taken:
        return
    hours = dt.datetime.fromisoformat(taken) - dt.datetime.fromisoformat(caught)
    if hours > dt.timedelta(hours=6):
        yield Problem(
            ("private_arrest_at",),
            "K09",
            Words(
                "प्राइवेट व्यक्ति ने 6 घण्टे से अधिक बाद पुलिस को सौंपा है। समय ठीक करें, या कारण लिखें।",
                "The private person made the accused over after more than six hours. Put the time right, or "
                "write the reason.",
            ),
            Weight.REASON,
            "40(1) BNSS",
        )


def arrested_before(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """One form for each accused: the same name twice in a case is asked about."""
    for earlier in facts.case().of("iif_3"):
        if same_name(letter.get("accused"), [earlier.letter.get("accused")]):
            yield Problem(
                ("accused", "name"),
                "IIF3.twice",
                Words(
                    f"इसी नाम के अभियुक्त का गिरफ्तारी प्रपत्र {earlier.number} इस मुकदमे में है। वही व्यक्ति हो तो उस "
                    "प्रपत्र को संशोधित करें; पुनः गिरफ्तारी या दूसरा व्यक्ति हो तो कारण लिखें।",
                    f"This case has an arrest form {earlier.number} of that name. If it is the same person, "
                    "correct that form; for a second arrest or another person, write the reason.",
                ),
                Weight.REASON,
            )
            return
