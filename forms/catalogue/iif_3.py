"""Arrest or court surrender of one accused (IIF-3), duty c-2: ss.35–58 BNSS, before 1 July 2024 ss.41–60A CrPC."""

import datetime as dt
from dataclasses import replace

from forms.kit.condition import All, Filled, Is, Not, OneOf
from forms.kit.form import ClockStart, Facts, Form, Numbered, Paper, Rule, Trust
from forms.kit.letter import Letter, rows
from forms.kit.words import Words
from forms.parts.acts import sections_said
from forms.parts.age import age_span, day_of, is_child
from forms.parts.arrest_parts import (
    ACCUSED,
    ARREST,
    BASIS,
    BY_POLICE,
    CONDITION,
    INTIMATION,
    PROFILE,
    SIGNATURES,
)
from forms.parts.arrest_rules import (
    SURRENDERED,
    arrest_before_fir,
    arrested_before,
    child_in_conflict,
    made_over_in_time,
    old_or_infirm,
    produced_in_time,
    reasons_below_seven_years,
    woman_at_night,
)
from forms.parts.case import (
    diary,
    fir_of,
    in_order,
    moment_of,
    officer_acting,
    refer_to_fir,
)
from forms.parts.investigation import (
    acts_now,
    case_named,
    clock_read,
    is_case_sensitive,
    is_sensitive_by_sections,
    name_of,
    persons_of,
    same_name,
)
from forms.parts.letters import arrest_intimation
from forms.parts.signing import officer_signs, signs, witnesses_sign


def begin(facts: Facts) -> Letter:
    """Sections, the officer, and the accused of the FIR where only one is left to arrest."""
    letter: Letter = {}
    if acts := acts_now(facts):
        letter["acts"] = acts
    if acting := officer_acting(facts):
        letter["io"] = acting
    taken = [one.letter.get("accused") for one in facts.case().of("iif_3")]
    left = [
        one
        for one in persons_of(fir_of(facts), "accused", facts)
        if name_of(one) and not same_name(one, taken)
    ]
    if len(left) == 1:
        letter["accused"] = left[0]
    return letter


def prepare(letter: Letter, facts: Facts) -> None:
    """The FIR, the end of the 24 hours, and whether the accused is a child."""
    refer_to_fir(letter, facts)
    letter.pop("due_24h", None)
    arrested = moment_of(letter.get("arrest_at"))
    if arrested and not SURRENDERED.holds((letter,)):
        hours = 24 + float(letter.get("journey_hours") or 0)
        end = dt.datetime.fromisoformat(arrested) + dt.timedelta(hours=hours)
        letter["due_24h"] = end.strftime("%Y-%m-%dT%H:%M")
    letter.pop("juvenile", None)
    if age_span(letter.get("accused"), day_of(arrested)) is not None:
        letter["juvenile"] = is_child(letter.get("accused"), day_of(arrested))


def is_sensitive(letter: Letter) -> bool:
    """A child in conflict with law (JJ 74) and the sensitive sections."""
    arrested = str(letter.get("arrest_at") or "")
    return is_child(letter.get("accused"), day_of(arrested)) or is_sensitive_by_sections(letter)


def _who(letter: Letter, facts: Facts) -> str:
    if is_child(letter.get("accused"), day_of(letter.get("arrest_at"))):
        return "विधि विवादित किशोर (नाम संवेदनशील)"
    if is_case_sensitive(letter, facts):
        return "अभियुक्त (नाम संवेदनशील)"
    return f"अभियुक्त {name_of(letter.get('accused')) or 'अज्ञात'}"


def subject(letter: Letter, facts: Facts) -> str:
    """What the diary entry is about."""
    return f"गिरफ्तारी {facts.numbers.get('iif_3', '')} {case_named(letter, facts)}".strip()


def arrested_entry(letter: Letter, facts: Facts) -> str:
    """The diary entry of arrest and lock-up, or of a surrender."""
    case = " ".join(filter(None, (case_named(letter, facts), f"धारा {sections_said(letter)}")))
    when = clock_read(letter.get("arrest_at"))
    who = _who(letter, facts)
    if SURRENDERED.holds((letter,)):
        return f"इस समय सूचना प्राप्त हुई कि {who} द्वारा {case} में दिनांक {when} न्यायालय में आत्मसमर्पण किया गया।"
    where = str((letter.get("place") or {}).get("village_town") or "")
    if is_case_sensitive(letter, facts):
        where = ""  # the place may be the victim's home
    told = " सूचना नातेदार / मित्र को दी गयी।" if letter.get("relative_at") else ""
    lodged = (
        "बाल कल्याण पुलिस अधिकारी के सुपुर्द किया गया"
        if is_child(letter.get("accused"), day_of(letter.get("arrest_at")))
        else "दाखिल हवालात किया गया"
    )
    return (
        f"इस समय {who} को {case} में {f'{where} से ' if where else ''}दिनांक {when} गिरफ्तार कर बाद जामा तलाशी "
        f"{lodged}। गिरफ्तारी के आधार व विधिक अधिकार बताये गये।{told}"
    )


def released_entry(letter: Letter, facts: Facts) -> str:
    """The diary entry of an accused arrested and released on bail."""
    case = " ".join(filter(None, (case_named(letter, facts), f"धारा {sections_said(letter)}")))
    return (
        f"इस समय {_who(letter, facts)} को {case} में दिनांक {clock_read(letter.get('arrest_at'))} गिरफ्तार कर "
        "जमानत / मुचलके पर छोड़ा गया।"
    )


def line(letter: Letter) -> str:
    """Who was arrested and when; nobody's name where it is sealed."""
    when = clock_read(letter.get("arrest_at"))
    if is_sensitive(letter):
        return f"गिरफ्तारी {when} · संवेदनशील"
    return f"{name_of(letter.get('accused')) or 'अज्ञात'} · {when} · {sections_said(letter)}"


def _ndps(letter: Letter) -> bool:
    return any(row.get("act") == "NDPS" for row in rows(letter, "acts"))


_IN_HAND = Not(OneOf("arrest_status", ("2", "3", "5", "6", "7")))
_CHILD = Is("juvenile", True)


def sample(now: dt.datetime) -> Letter:
    """A fictional arrest for theft of a motor cycle."""

    def ago(hours: float) -> str:
        return (now - dt.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")

    home = {
        "house_no": "12",
        "village_town": "ग्राम नमूनापुर",
        "tehsil": "सदर",
        "thana": "नमूनागंज",
        "district": "नमूना जनपद",
    }
    photo = {"sha256": "0" * 64, "name": "namoona.jpg", "mime": "image/jpeg", "size": 1000}
    return {
        "arrest_at": ago(3),
        "place": {"village_town": "नमूना तिराहा", "landmark": "बस अड्डा", "district": "नमूना जनपद"},
        "acts": [{"act": "BNS", "section": "303(2)"}, {"act": "BNS", "section": "317(2)"}],
        "arrest_status": "1",
        "arrest_basis": "35(1)(b)",
        "reasons_recorded": "अभियुक्त का पता अस्थायी है, चोरी की सम्पत्ति छिपाने व साक्ष्य मिटाने की सम्भावना है। (नमूना)",
        "grounds_written": True,
        "handcuff": False,
        "accused": {
            "name": "नमूना कुमार",
            "alias": "नन्हे",
            "alias_2": "छोटू",
            "relation_type": "FATHER",
            "relative_name": "उदाहरण प्रसाद",
            "gender": "MALE",
            "birth_year": 1998,
            "nationality": "IN",
            "ids": [{"id_type": "VOTER", "id_no": "ZZZ0000000"}],
            "occupation": "मजदूर",
            "religion": "NOT_STATED",
            "caste": "नमूना",
            "caste_category": "UNKNOWN",
            "addresses": [
                {"address_type": "PERMANENT", **home},
                {"address_type": "PRESENT", **home},
            ],
            "phones": [{"phone": "9999900001"}],
            "photo": photo,
            "physical": {
                "build": "MEDIUM",
                "height_cm": 168,
                "complexion": "WHEATISH",
                "identification_marks": "दाहिनी भौंह पर कट का निशान",
                "hair": "काले, छोटे",
                "eyes": "BLACK",
                "dress": "नीली कमीज",
            },
        },
        "side_photos": [
            {"photo": photo, "caption": "दाहिनी ओर से"},
            {"photo": photo, "caption": "बाईं ओर से"},
        ],
        "injuries": "कोई चोट नहीं। शारीरिक दशा सामान्य।",
        "examined": True,
        "grounds_told": True,
        "rights_told": True,
        "search_found": "एक मोबाइल फोन, 150 रुपये नकद (नमूना)",
        "search_receipt": True,
        "apparel_left": "पैंट, कमीज, जूते",
        "keep_covered": False,
        "relative": {
            "name": "उदाहरण प्रसाद",
            "relation": "FATHER",
            "address": "ग्राम नमूनापुर",
            "phone": "9999900002",
            "means": "दूरभाष",
        },
        "relative_at": ago(2.5),
        "designated_at": ago(2),
        "advocate_met": False,
        "journey_hours": "1.5",
        "fingerprints": True,
        "living_status": "OWN",
        "education": "MIDDLE",
        "occupation_class": "LABOURER",
        "income_group": "LOW",
        "dangerous": False,
        "jumped_bail": False,
        "armed": False,
        "accomplices": True,
        "known_criminal": False,
        "recidivist": False,
        "may_jump_bail": True,
        "may_offend": False,
        "wanted_elsewhere": False,
        "witnesses": [
            {
                "name": "साक्षी नमूना लाल",
                "relation_type": "FATHER",
                "relative_name": "दृष्टान्त लाल",
                "addresses": [{"address_type": "PRESENT", **home}],
            }
        ],
        "accused_sign": "SIGNATURE",
        "io": {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"},
        "memo_place": "नमूना तिराहा",
        "memo_at": ago(2.8),
    }


FORM = Form(
    code="iif_3",
    version=1,
    title=Words("गिरफ्तारी / आत्मसमर्पण प्रपत्र (IIF-3)", "Arrest or court surrender form (IIF-3)"),
    short=Words("गिरफ्तारी", "Arrest"),
    sections=(ARREST, BASIS, ACCUSED, CONDITION, INTIMATION, PROFILE, SIGNATURES),
    role="io",
    duty=("c-2",),
    trust=Trust.SOURCED,
    law=Words("धारा 35 से 58 बी.एन.एस.एस.", "Sections 35 to 58 B.N.S.S."),
    rules=(
        Rule("V07", arrest_before_fir),
        Rule("V08", woman_at_night),
        Rule("V09", old_or_infirm),
        Rule("S35", reasons_below_seven_years),
        Rule("JJ", child_in_conflict),
        Rule("K08", produced_in_time),
        Rule("K09", made_over_in_time),
        Rule("IIF3.twice", arrested_before),
        in_order(
            "private_arrest_at",
            "arrest_at",
            "पुलिस को सौंपने का समय पकड़ने के समय से पहले का है। कृपया ठीक करें।",
            "The person was made over before being caught. Please put the time right.",
        ),
        in_order(
            "arrest_at",
            "produced_at",
            "पेशी गिरफ्तारी से पहले की है। कृपया समय ठीक करें।",
            "Production is before the arrest. Please put the time right.",
        ),
        in_order(
            "arrest_at",
            "relative_at",
            "नातेदार को सूचना गिरफ्तारी से पहले की है। कृपया समय ठीक करें।",
            "The relative was informed before the arrest. Please put the time right.",
        ),
        in_order(
            "arrest_at",
            "designated_at",
            "पदाभिहित अधिकारी को सूचना गिरफ्तारी से पहले की है। कृपया समय ठीक करें।",
            "The designated officer was informed before the arrest. Please put the time right.",
        ),
    ),
    numbered=(Numbered("accused"),),
    parent="iif_1",
    also_under=("fir_rereg", "prev", "gd"),
    parent_must=True,
    consequences=(
        replace(
            diary("BAIL-PS", "gd_ref", subject, released_entry),
            when=OneOf("arrest_status", ("2", "3")),
        ),
        replace(
            diary("ARR", "gd_ref", subject, arrested_entry),
            when=Not(OneOf("arrest_status", ("2", "3"))),
        ),
    ),
    clocks=(
        ClockStart("K08", at="arrest_at", done="produced_at", when=All(_IN_HAND, Not(_CHILD))),
        ClockStart("K19", at="arrest_at", done="relative_at", when=BY_POLICE),
        ClockStart(
            "K09", at="private_arrest_at", done="arrest_at", when=Filled("private_arrest_at")
        ),
        ClockStart("K26", at="arrest_at", done="ndps_report_at", when=_ndps),
        ClockStart("K38", at="arrest_at", done="produced_at", when=All(_IN_HAND, _CHILD)),
    ),
    papers=(
        Paper(
            "form",
            Words("गिरफ्तारी ज्ञापन", "Arrest memo"),
            "",
            copies=(
                Words("गिरफ्तार व्यक्ति प्रति", "Copy for the person arrested"),
                Words("नातेदार प्रति", "Relative's copy"),
                Words("न्यायालय प्रति", "Court copy"),
                Words("जनपद नियंत्रण कक्ष प्रति", "District control room copy"),
                Words("विवेचक प्रति", "Investigating officer's copy"),
            ),
            masked=(3,),
            signers=(
                signs("गिरफ्तार व्यक्ति", "Person arrested", "accused"),
                signs("नातेदार / मित्र, जिसे सूचना दी गयी", "Relative or friend informed", "relative"),
                witnesses_sign(least=1),
                officer_signs("गिरफ्तार करने वाला अधिकारी", "Arresting officer", "io"),
                officer_signs(
                    "गिरफ्तार करने वाली महिला अधिकारी",
                    "Woman officer making the arrest",
                    "woman_officer",
                    when=Filled("woman_officer"),
                ),
            ),
        ),
        Paper(
            "intimation",
            Words("गिरफ्तारी की सूचना (धारा 48)", "Information of an arrest, s.48"),
            "",
            text=arrest_intimation,
        ),
    ),
    line=line,
    occurred="arrest_at",
    is_sensitive=is_sensitive,
    prepare=prepare,
    begin=begin,
    sample=sample,
)
