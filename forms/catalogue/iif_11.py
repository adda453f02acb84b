"""Unnatural death and inquest (IIF-11): ss.194–196 BNSS, before them ss.174–176 CrPC; duty d-1."""

import datetime as dt
from collections.abc import Iterator, Mapping

from forms.kit.condition import Filled, Is
from forms.kit.fields import Line, Need, YesNo
from forms.kit.form import ClockStart, Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts import death, death_rules
from forms.parts.case import fir_of
from forms.parts.case_link import take_fir
from forms.parts.gist import meaning, name_in
from forms.parts.person import person
from forms.parts.signing import officer_signs, witnesses_sign
from forms.parts.take_person import person_only
from forms.parts.under_diary import diary_if_none, take_diary_entry, told_at

DECEASED = Section(
    "deceased",
    Words("मृतक", "Deceased"),
    (
        person(
            "deceased",
            Words("मृतक", "Deceased"),
            need=Need.MUST,
            sealed=True,
            body=True,
            photo=Need.EXPECTED,
        ),
        YesNo(
            "woman_within_7y_marriage",
            Words("विवाह के 7 वर्ष के भीतर महिला की मृत्यु?", "Woman within seven years of marriage?"),
            need=Need.EXPECTED,
            source="194(3) BNSS",
        ),
        YesNo(
            "custody_death",
            Words("अभिरक्षा में मृत्यु?", "Death in custody?"),
            need=Need.EXPECTED,
            source="196 BNSS",
        ),
    ),
)

_INQUIRY = Line(
    "custody_inquiry",
    Words("मजिस्ट्रेट जाँच का आदेश (सं0, दिनांक)", "Magistrate's inquiry ordered (number, date)"),
    most=200,
    shown_when=Is("custody_death", True),
    need=Need.EXPECTED,
    source="196 BNSS",
)


def magistrate_holds_it(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """The death of a woman within seven years of marriage is inquired into by a Magistrate."""
    young_wife = letter.get("woman_within_7y_marriage") is True
    if young_wife and letter.get("inquest_end_dt") and letter.get("magistrate_held") is not True:
        yield Problem(
            ("magistrate_held",),
            "inquest.magistrate",
            Words(
                "विवाह के 7 वर्ष के भीतर महिला की मृत्यु में पंचायतनामा मजिस्ट्रेट करते हैं। उनका नाम लिखें, "
                "या कारण लिखें।",
                "When a woman dies within seven years of marriage a Magistrate holds the inquest. "
                "Name the Magistrate, or write the reason.",
            ),
            Weight.REASON,
            "194(3), 196 BNSS",
        )


def woman_is_examined(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """Her body goes to the doctor in any case (s.194(3) BNSS)."""
    if letter.get("woman_within_7y_marriage") is True and letter.get("pm_waived_why"):
        yield Problem(
            ("pm_waived_why",),
            "inquest.examined",
            Words(
                "विवाह के 7 वर्ष के भीतर महिला की मृत्यु में शव परीक्षण कराया जाता है। शव परीक्षण का विवरण लिखें, "
                "या थाना प्रभारी कारण लिखकर अनुमति दें।",
                "When a woman dies within seven years of marriage the body is sent for examination. "
                "Write the post-mortem, or the officer in charge allows it with a reason.",
            ),
            Weight.APPROVAL,
            "194(3) BNSS",
        )


def only_a_woman(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """Seven years of marriage is asked of a woman."""
    deceased = letter.get("deceased")
    gender = deceased.get("gender") if isinstance(deceased, Mapping) else None
    if letter.get("woman_within_7y_marriage") is True and gender == "MALE":
        yield Problem(
            ("woman_within_7y_marriage",),
            "inquest.woman",
            Words(
                "मृतक का लिंग पुरुष लिखा है पर ‘महिला की मृत्यु’ में हाँ है। कृपया एक ठीक करें।",
                "The deceased is written as male, yet ‘woman’ is answered yes. Please put one right.",
            ),
        )


def unknown_belongs_elsewhere(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """A body nobody knows is recorded as IIF-10."""
    if name_in(letter.get("deceased"), "") == "अज्ञात":
        yield Problem(
            ("deceased", "name"),
            "inquest.unknown",
            Words(
                "मृतक का नाम अज्ञात है: अज्ञात शव IIF-10 में लिखा जाता है। नाम लिखें, या कारण लिखें।",
                "The deceased is unknown: such a body is recorded in IIF-10. Write the name, or the reason.",
            ),
            Weight.REASON,
        )


def prepare(letter: Letter, facts: Facts) -> None:
    """The FIR and diary entry above, a child's secrecy."""
    take_fir(letter, facts)
    take_diary_entry(letter, facts)
    death_rules.mark_sensitive(letter, facts)


def _dead(facts: Facts) -> Letter:
    """The dead of the case whose inquest is not recorded yet: the first of them."""
    parent, fir = facts.case().parent, fir_of(facts)
    told = list(rows(parent.letter, "dead")) if parent else []
    if fir:
        told += [row for row in rows(fir.letter, "victims") if row.get("injury") == "DEATH"]
    recorded = {name_in(one.letter.get("deceased"), "") for one in facts.case().of("iif_11")}
    return next((person_only(row) for row in told if name_in(row, "") not in recorded), {})


def begin(facts: Facts) -> Letter:
    """The dead person and the place from the case, the hour from the diary entry above."""
    parent = facts.case().parent
    begun: Letter = {}
    told = told_at(facts)
    if told:
        begun["info_dt"] = told
    place = parent.letter.get("place") if parent else None
    if isinstance(place, Mapping):
        begun["found_place"] = dict(place)
    dead = _dead(facts)
    if dead:
        begun["deceased"] = dead
    return begun


def _subject(_letter: Letter, facts: Facts) -> str:
    return death_rules.diary_subject(facts.numbers.get("iif_11", ""), "पंचायतनामा सं0")


def _brief(letter: Letter, facts: Facts) -> str:
    number = facts.numbers.get("iif_11", "")
    return death_rules.diary_brief(letter, number, "पंचायतनामा सं0", death_rules.whose(letter))


def line(letter: Letter) -> str:
    """Whose death, and how."""
    kind = meaning(death.MANNER, letter.get("manner"))
    return " · ".join(filter(None, (death_rules.whose(letter), kind)))


def sample(now: dt.datetime) -> Letter:
    """A fictional death by a snake, away from home."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    where = {
        "village_town": "ग्राम नमूनापुर",
        "landmark": "नमूना बाग",
        "district": "नमूना जनपद",
    }

    def who(name: str) -> Letter:
        return {
            "name": name,
            "relation_type": "FATHER",
            "relative_name": "उदाहरण लाल",
            "gender": "MALE",
            "age_years": 52,
            "addresses": [{"address_type": "PRESENT", **where}],
        }

    return {
        "info_by": who("नमूना प्रसाद"),
        "info_dt": hours(10),
        "found_place": where,
        "place_type": "FIELD",
        "found_dt": hours(11),
        "deceased": {
            **who("नमूना कुमार"),
            "photo": {
                "sha256": "0" * 64,
                "name": "namuna.jpg",
                "mime": "image/jpeg",
                "size": 1000,
                "caption": "नमूना फोटो",
            },
            "physical": {"build": "THIN", "height_cm": 165},
        },
        "woman_within_7y_marriage": False,
        "custody_death": False,
        "clothes": "सफेद कुर्ता-पायजामा",
        "ornaments": "चाँदी की एक अँगूठी",
        "articles": [{"description": "मोबाइल फोन", "sealed": True, "malkhana_no": "नमूना-2"}],
        "manner": "ANIMAL",
        "apparent_cause": "साँप के काटने से",
        "inquest_officer": {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"},
        "inquest_start_dt": hours(9),
        "inquest_end_dt": hours(7),
        "body_position": "शव खेत की मेड़ पर चित पड़ा है।",
        "surroundings": "चारों ओर खेत, निकट में बाग।",
        "wounds": [{"kind": "दंश का निशान", "size": "2 छोटे बिन्दु", "part": "HEAD"}],
        "panch": [
            {**who(name), "opinion": "साँप के काटने से मृत्यु", "signed": True}
            for name in ("नमूना राम", "उदाहरण यादव", "नमूना अली", "उदाहरण वर्मा", "नमूना सिंह")
        ],
        "io_opinion": "मृत्यु सर्पदंश से प्रतीत होती है; सही कारण शव परीक्षण से ज्ञात होगा।",
        "magistrate_held": False,
        "em_informed_dt": hours(10),
        "magistrate": {"court_type": "SDM", "court_name": "उप जिला मजिस्ट्रेट सदर"},
        "report_sent_dm_dt": hours(2),
        "pm_requested_dt": hours(6),
        "pm_hospital": "जिला चिकित्सालय नमूना जनपद",
        "pm_sent_through": {"name": "का0 नमूना राम", "rank": "CONSTABLE"},
        "pm_seal": "नमूना मोहर थाना",
        "pm_no": "नमूना-12",
        "pm_dt": hours(4),
        "pm_cause": "सर्पदंश",
        "pm_viscera": True,
        "pm_video": False,
        "identified_by": [who("नमूना प्रसाद")],
        "identified_dt": hours(9),
        "body_handed_to": who("नमूना प्रसाद"),
        "body_disposed_dt": hours(3),
        "final": "CLOSED",
    }


FORM = Form(
    code="iif_11",
    version=1,
    title=Words("अप्राकृतिक मृत्यु / पंचायतनामा (IIF-11)", "Unnatural death and inquest (IIF-11)"),
    short=Words("पंचायतनामा", "Inquest"),
    sections=(
        death.information(known=True),
        DECEASED,
        death.articles(),
        death.manner(),
        death.inquest(),
        death.opinions(),
        death.magistrate(_INQUIRY),
        death.post_mortem(),
        death.identification(),
        death.result(),
    ),
    role="operator",
    duty=("d-1",),
    law=Words(
        "धारा 194–196 बी.एन.एस.एस. (174–176 दं0प्र0सं0)", "Sections 194–196 B.N.S.S. (174–176 Cr.P.C.)"
    ),
    rules=(
        *death_rules.RULES,
        Rule("inquest.magistrate", magistrate_holds_it),
        Rule("inquest.examined", woman_is_examined),
        Rule("inquest.woman", only_a_woman),
        Rule("inquest.unknown", unknown_belongs_elsewhere),
    ),
    numbered=(Numbered("inquest"),),
    parent="gd",
    also_under=("iif_1", "fir_rereg", "fire", "firing", "mlc", "iif_8", "iif_9", "prisoner"),
    consequences=(
        diary_if_none("UD", _subject, _brief),
        death_rules.body_disposed("iif_11", "पंचायतनामा सं0"),
    ),
    clocks=(
        ClockStart(
            "K18", at="inquest_end_dt", done="report_sent_dm_dt", when=Filled("inquest_end_dt")
        ),
    ),
    papers=(
        Paper(
            "form",
            Words("पंचायतनामा", "Inquest report"),
            "",
            copies=(
                Words(
                    "जिला / उप जिला मजिस्ट्रेट प्रति", "District or Sub-divisional Magistrate's copy"
                ),
                Words("शव परीक्षण चिकित्सक प्रति", "Copy for the doctor"),
                Words("न्यायालय / क्षेत्राधिकारी प्रति", "Copy for the court or circle officer"),
                Words("परिजन प्रति", "Relatives' copy"),
            ),
            signers=(
                witnesses_sign("panch"),
                officer_signs("जाँच अधिकारी", "Officer who held the inquest", "inquest_officer"),
            ),
        ),
    ),
    line=line,
    occurred="found_dt",
    is_sensitive=death_rules.is_sensitive,
    prepare=prepare,
    begin=begin,
    sample=sample,
)
