"""What an inquest record may not say (ss.194–196 BNSS), and the diary entry it brings about."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import Filled
from forms.kit.form import Consequence, Facts, Rule
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.age import is_child
from forms.parts.case import in_order, later_diary
from forms.parts.case_link import names_a_fir
from forms.parts.gist import name_in, place_in
from forms.parts.offence_rules import moment

REPORT_HOURS = 24
"""s.194(2) BNSS: the report goes to the District or Sub-divisional Magistrate within these hours."""
FEWEST_PANCH = 2
"""s.194(1) BNSS: two or more respectable inhabitants of the neighbourhood."""


def panch_present(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """A finished inquest had two or more inhabitants present (s.194(1) BNSS)."""
    there = len(list(rows(letter, "panch")))
    if letter.get("inquest_end_dt") and there < FEWEST_PANCH:
        yield Problem(
            ("panch",),
            "inquest.panch",
            Words(
                f"पंचायतनामा समाप्त लिखा है पर पंच {there} हैं; विधि में कम से कम दो चाहिए। पंच जोड़ें, "
                "या थाना प्रभारी कारण लिखकर अनुमति दें।",
                f"The inquest is marked as ended with {there} panch; the law asks for at least two. "
                "Add them, or the officer in charge allows it with a reason.",
            ),
            Weight.APPROVAL,
            "194(1) BNSS",
        )


def wounds_answered(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """A finished inquest states the wounds, or that there are none."""
    answered = letter.get("no_wounds") is True or any(True for _ in rows(letter, "wounds"))
    if letter.get("inquest_end_dt") and not answered:
        yield Problem(
            ("wounds",),
            "inquest.wounds",
            Words(
                "चोटें नहीं लिखी गयीं। चोटें लिखें, या ‘शरीर पर कोई चोट नहीं’ में हाँ चुनें।",
                "No wounds are written. Write them, or answer yes to ‘No wound on the body’.",
            ),
            Weight.GAP,
            "194(1) BNSS",
        )


def report_in_time(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """The report is sent after the inquest, within 24 hours (s.194(2) BNSS)."""
    ended, sent = moment(letter.get("inquest_end_dt")), moment(letter.get("report_sent_dm_dt"))
    if ended and sent and sent > ended + dt.timedelta(hours=REPORT_HOURS):
        yield Problem(
            ("report_sent_dm_dt",),
            "inquest.report",
            Words(
                f"पंचायतनामा {ended:%d-%m-%Y %H:%M} पर समाप्त हुआ, आख्या {sent:%d-%m-%Y %H:%M} पर भेजी गयी: "
                "24 घण्टे से अधिक। समय ठीक करें, या विलम्ब का कारण लिखें।",
                f"The inquest ended at {ended:%d-%m-%Y %H:%M}, the report was sent at "
                f"{sent:%d-%m-%Y %H:%M}: more than 24 hours. Put the time right, or write the reason.",
            ),
            Weight.REASON,
            "194(2) BNSS",
        )


def murder_is_not_closed(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """A killing is not closed as an inquest: it is an FIR."""
    if letter.get("manner") == "MURDER" and letter.get("final") == "CLOSED":
        yield Problem(
            ("final",),
            "inquest.closed",
            Words(
                "मृत्यु का प्रकार हत्या है पर परिणाम ‘बन्द’ लिखा है। प्राथमिकी पंजीकृत करायें, या कारण लिखें।",
                "The manner is a killing, yet the result is ‘closed’. Have the FIR registered, or "
                "write the reason.",
            ),
            Weight.REASON,
        )


ORDER: tuple[Rule, ...] = (
    in_order(
        "found_dt",
        "info_dt",
        "सूचना शव मिलने से पहले की है। समय ठीक करें, या कारण लिखें।",
        "The information is before the body was found. Put the time right, or write the reason.",
        weight=Weight.REASON,
    ),
    in_order(
        "info_dt",
        "inquest_start_dt",
        "पंचायतनामा सूचना से पहले प्रारम्भ लिखा है। समय ठीक करें, या कारण लिखें।",
        "The inquest begins before the information. Put the time right, or write the reason.",
        code="V01.inquest",
        weight=Weight.REASON,
    ),
    in_order(
        "inquest_start_dt",
        "inquest_end_dt",
        "पंचायतनामा प्रारम्भ से पहले समाप्त नहीं हो सकता। कृपया समय ठीक करें।",
        "The inquest cannot end before it begins. Please put the time right.",
        code="V01.inquest_end",
    ),
    in_order(
        "inquest_end_dt",
        "report_sent_dm_dt",
        "आख्या पंचायतनामा समाप्त होने से पहले भेजी लिखी है। कृपया समय ठीक करें।",
        "The report is sent before the inquest ends. Please put the time right.",
        code="V01.report",
    ),
    in_order(
        "pm_requested_dt",
        "pm_dt",
        "पोस्टमार्टम शव भेजने से पहले का लिखा है। कृपया समय ठीक करें।",
        "The post-mortem is before the body was sent. Please put the time right.",
        code="V01.pm",
    ),
    in_order(
        "found_dt",
        "body_disposed_dt",
        "सुपुर्दगी / अन्तिम संस्कार शव मिलने से पहले का लिखा है। कृपया समय ठीक करें।",
        "The body is handed over before it was found. Please put the time right.",
        code="V01.disposed",
    ),
)

RULES: tuple[Rule, ...] = (
    *ORDER,
    Rule("inquest.panch", panch_present),
    Rule("inquest.wounds", wounds_answered),
    Rule("inquest.report", report_in_time),
    Rule("inquest.closed", murder_is_not_closed),
    names_a_fir(),
)


def mark_sensitive(letter: Letter, facts: Facts) -> None:
    """A child's death is sensitive unless it was answered otherwise (JJ Act 74)."""
    if "sensitive" not in letter and is_child(letter.get("deceased"), facts.now.date()):
        letter["sensitive"] = True


def is_sensitive(letter: Letter) -> bool:
    """As answered, or as `mark_sensitive` answered it."""
    return letter.get("sensitive") is True


def whose(letter: Letter) -> str:
    """Whose body it is, as an open book may say it."""
    if is_sensitive(letter):
        return "मृतक (नाम संवेदनशील)"
    return f"मृतक {name_in(letter.get('deceased'))}"


def diary_subject(number: str, kind: str) -> str:
    """The subject line of the entry."""
    return f"{kind} {number}".strip()


def diary_brief(letter: Letter, number: str, kind: str, whose_body: str) -> str:
    """The substance of the entry: who told what, the inquest, where the body goes."""
    teller = (
        "सूचनाकर्ता (नाम संवेदनशील)"
        if is_sensitive(letter)
        else name_in(letter.get("info_by"), "सूचनाकर्ता")
    )
    officer = name_in(letter.get("inquest_officer"), "उपनिरीक्षक")
    brief = (
        f"इस समय {teller} की सूचना पर {place_in(letter.get('found_place'), 'घटना स्थल')} में {whose_body} का "
        f"शव होने के सम्बन्ध में {kind} {number} अंकित की गयी। पंचायतनामा की कार्यवाही {officer} द्वारा की जा रही है। "
    )
    if letter.get("pm_waived_why"):
        return brief + "शव परीक्षण न कराये जाने का कारण प्रपत्र में अंकित है।"
    hospital = str(letter.get("pm_hospital") or "")
    return brief + f"शव परीक्षण हेतु {hospital} भेजने की कार्यवाही की जा रही है।".replace("  ", " ")


def body_disposed(form: str, number_said: str) -> Consequence:
    """The diary entry of a body that is handed over or given its last rites; nobody is named."""

    def brief(letter: Letter, facts: Facts) -> str:
        identified = "शिनाख्त के उपरान्त " if letter.get("identified_dt") else ""
        return (
            f"{number_said} {facts.numbers.get(form, '')} से सम्बन्धित शव {identified}"
            f"{'सुपुर्द किया गया' if letter.get('body_handed_to') else 'का अन्तिम संस्कार कराया गया'}।"
        )

    return later_diary(
        "UD",
        "body_disposed",
        "शव की सुपुर्दगी / अन्तिम संस्कार",
        brief,
        when=Filled("body_disposed_dt"),
        link="disposed_gd_ref",
        at="body_disposed_dt",
    )
