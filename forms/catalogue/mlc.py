"""Medico-legal case (चिट्ठी मजरूबी): ss.51–53, 184 BNSS, before ss.53, 53A, 54, 164A CrPC (duty b-4)."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from forms.kit.condition import All, Filled, Is, Not, OneOf
from forms.kit.fields import (
    Attachment,
    Choice,
    DateTime,
    Group,
    Index,
    Line,
    LongText,
    MultiChoice,
    Need,
    Reference,
    Rows,
    YesNo,
)
from forms.kit.form import ClockEnd, ClockStart, Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.words import Words
from forms.parts.acts import chosen_sections
from forms.parts.age import day_of, may_be_child
from forms.parts.case import diary, diary_reference, fir_of, in_order, later_diary, moment_of
from forms.parts.incident import (
    FIR_CHOSEN,
    fir_choice,
    hides_names,
    name_in,
    only_person,
    refer_to,
    take_fir,
)
from forms.parts.lists import Fixed, Listed
from forms.parts.medical_rules import (
    arrest_goes_with_the_section,
    consent_before_examination,
    sections_fit_the_injury,
    to_a_doctor_in_time,
    woman_examined_by_a_woman,
)
from forms.parts.officer import officer
from forms.parts.person import person
from forms.parts.signing import officer_signs, signs

SUBJECT = Fixed(
    "MLC_SUBJECT",
    (
        ("INJURED", Words("घायल / पीड़ित", "Injured person or victim")),
        ("RAPE_VICTIM", Words("बलात्संग पीड़िता (धारा 184)", "Victim of rape (s.184)")),
        ("ACCUSED", Words("अभियुक्त (धारा 51)", "Accused (s.51)")),
        ("RAPE_ACCUSED", Words("बलात्संग का अभियुक्त (धारा 52)", "Accused of rape (s.52)")),
        ("ARRESTED", Words("गिरफ्तार व्यक्ति (धारा 53)", "Arrested person (s.53)")),
        ("INTOXICATED", Words("नशा / शराब", "Intoxication")),
        ("AGE", Words("आयु निर्धारण", "Determination of age")),
        ("BODY", Words("शव", "Dead body")),
    ),
)
_VICTIM_184 = Is("subject_type", "RAPE_VICTIM")
_BY_A_WOMAN = ("ACCUSED", "ARRESTED")

MATTER = Section(
    "matter",
    Words("परीक्षण का प्रकार", "Kind of examination"),
    (
        Choice(
            "subject_type",
            Words("परीक्षण का प्रकार", "Kind of examination"),
            choices=SUBJECT,
            need=Need.MUST,
            help=Words(
                "एक चिट्ठी में एक ही व्यक्ति; प्रकार से ही धारा व समय सीमा तय होती है।",
                "One person to a requisition; the kind decides the section and the time limits.",
            ),
        ),
        diary_reference(),
        fir_choice(
            Words("मु0अ0सं0", "FIR"),
            help=Words(
                "मुकदमा बाद में दर्ज हो तो खाली छोड़ें।",
                "Leave blank where the case is registered later.",
            ),
        ),
        Reference("ncr_ref", Words("एन0सी0आर0", "NCR"), form="ncr"),
        DateTime(
            "info_at",
            Words("घटना की सूचना प्राप्ति", "Information of the offence received"),
            shown_when=_VICTIM_184,
            need=Need.EXPECTED,
            source="184(1) BNSS",
        ),
        YesNo(
            "under_arrest",
            Words("गिरफ्तार?", "Under arrest?"),
            shown_when=Not(Is("subject_type", "BODY")),
            need=Need.EXPECTED,
        ),
        DateTime(
            "arrest_dt",
            Words("गिरफ्तारी दिनांक व समय", "Arrested at"),
            shown_when=Is("under_arrest", True),
            need=Need.EXPECTED,
        ),
    ),
)

PERSON = Section(
    "person",
    Words("परीक्षित व्यक्ति", "Person to be examined"),
    (
        person(
            "person",
            Words("परीक्षित व्यक्ति", "Person to be examined"),
            need=Need.MUST,
            sealed=True,
            body=True,
        ),
        Line(
            "id_mark_1",
            Words("पहचान चिन्ह 1", "Identification mark 1"),
            need=Need.EXPECTED,
            sealed=True,
        ),
        Line(
            "id_mark_2",
            Words("पहचान चिन्ह 2", "Identification mark 2"),
            need=Need.EXPECTED,
            sealed=True,
        ),
    ),
)

INJURIES = Section(
    "injuries",
    Words("चोट व संक्षिप्त तथ्य", "Injuries and brief facts"),
    (
        Rows(
            "seen_injuries",
            Words("दृष्टिगत चोटें", "Injuries as seen"),
            row=Group(
                "seen_injury",
                Words("चोट", "Injury"),
                parts=(
                    Choice("part", Words("अंग", "Part of the body"), choices=Listed("BODY_PART")),
                    Choice(
                        "kind",
                        Words("प्रकार", "Kind"),
                        choices=Fixed(
                            "INJURY_SEEN",
                            (
                                ("BRUISE", Words("नीलगू / गुम चोट", "Bruise")),
                                ("ABRASION", Words("खरोंच", "Abrasion")),
                                ("LACERATED", Words("फटा घाव", "Lacerated wound")),
                                ("INCISED", Words("कटा घाव", "Incised wound")),
                                ("STAB", Words("घोंपा घाव", "Stab wound")),
                                ("FIREARM", Words("गोली / छर्रे का घाव", "Firearm wound")),
                                ("BURN", Words("जलना", "Burn")),
                                ("FRACTURE", Words("हड्डी टूटना (सम्भावित)", "Fracture, suspected")),
                                ("SWELLING", Words("सूजन / दर्द", "Swelling or pain")),
                                ("OTHER", Words("अन्य", "Other")),
                            ),
                        ),
                    ),
                    Line("size", Words("आकार / विवरण", "Size, description")),
                ),
            ),
            help=Words(
                "जैसी दिखे वैसी लिखें; चोट का मत चिकित्सक देगा।",
                "Write what is seen; the opinion is the doctor's.",
            ),
        ),
        Choice(
            "alleged_weapon",
            Words("बताया गया हथियार", "Weapon as alleged"),
            choices=Listed("WEAPON"),
        ),
        Choice(
            "alleged_cause",
            Words("बताया गया कारण", "Cause as alleged"),
            choices=Fixed(
                "INJURY_CAUSE",
                (
                    ("ASSAULT", Words("मारपीट", "Assault")),
                    ("ROAD", Words("सड़क दुर्घटना", "Road accident")),
                    ("FALL", Words("गिरना", "Fall")),
                    ("FIRE", Words("आग / गर्म द्रव", "Fire or scald")),
                    ("POISON", Words("विष / नशीला पदार्थ", "Poison or drug")),
                    ("SEXUAL", Words("लैंगिक हमला", "Sexual assault")),
                    ("SELF", Words("स्वयं द्वारा", "Self-inflicted")),
                    ("ANIMAL", Words("पशु / सर्प", "Animal or snake")),
                    ("OTHER", Words("अन्य / अज्ञात", "Other or unknown")),
                ),
            ),
        ),
        LongText(
            "brief",
            Words("संक्षिप्त तथ्य", "Brief facts"),
            most=5000,
            need=Need.EXPECTED,
            sealed=True,
        ),
    ),
)

REQUISITION = Section(
    "requisition",
    Words("चिकित्सक को प्रेषण", "Requisition to the Medical Officer"),
    (
        Line("hospital", Words("चिकित्सालय", "Hospital"), need=Need.EXPECTED),
        Line("doctor", Words("चिकित्सक", "Medical officer")),
        YesNo(
            "female_doctor",
            Words("महिला चिकित्सक द्वारा / देखरेख में?", "By or under a woman doctor?"),
            shown_when=All(Is("person.gender", "FEMALE"), OneOf("subject_type", _BY_A_WOMAN)),
            need=Need.EXPECTED,
            source="51(2), 53 BNSS",
        ),
        DateTime("sent_dt", Words("भेजने का दिनांक व समय", "Sent at"), need=Need.EXPECTED),
        officer(
            "brought_by",
            Words("साथ भेजने वाला आरक्षी", "Sent through (constable)"),
            need=Need.EXPECTED,
        ),
        YesNo(
            "consent",
            Words("परीक्षण की सहमति", "Consent to the examination"),
            shown_when=_VICTIM_184,
            need=Need.EXPECTED,
            source="184 BNSS",
        ),
        Line(
            "consent_by",
            Words("सहमति किसने दी (स्वयं / संरक्षक)", "Consent given by"),
            shown_when=_VICTIM_184,
            need=Need.EXPECTED,
            sealed=True,
        ),
        MultiChoice(
            "opinion_wanted",
            Words("चिकित्सक से राय चाही गयी", "Opinion asked of the doctor"),
            choices=Fixed(
                "MLC_OPINION",
                (
                    ("AGE_OF_INJURY", Words("चोट की अवधि", "Age of the injuries")),
                    ("KIND_OF_INJURY", Words("चोट का प्रकार", "Type of the injuries")),
                    ("WEAPON", Words("प्रयुक्त हथियार", "Type of weapon")),
                    ("INTOXICATION", Words("नशे की दशा", "Intoxication")),
                    ("AGE", Words("आयु", "Age")),
                    ("FITNESS", Words("बयान देने की दशा", "Fitness to make a statement")),
                    ("SAMPLES", Words("नमूने लेना", "Taking of samples")),
                ),
            ),
            need=Need.EXPECTED,
        ),
        officer("sent_by", Words("प्रेषक अधिकारी", "Requisition by (officer)")),
    ),
)

REPORT = Section(
    "report",
    Words("चिकित्सक की आख्या", "The doctor's report"),
    (
        Line(
            "hospital_mlc_no",
            Words("चिकित्सालय का एम0एल0सी0 सं0", "Hospital's MLC number"),
            most=60,
            index=Index.NUMBER,
        ),
        DateTime("exam_start", Words("परीक्षण प्रारम्भ", "Examination began")),
        DateTime("exam_end", Words("परीक्षण समाप्त", "Examination ended")),
        DateTime(
            "report_received_dt",
            Words("आख्या प्राप्ति दिनांक व समय", "Report received at"),
            help=Words(
                "बलात्संग पीड़िता की आख्या 7 दिन के भीतर विवेचक को दी जाती है (धारा 184(6))।",
                "For a victim of rape the report reaches the IO within 7 days (s.184(6)).",
            ),
        ),
        diary_reference(
            key="report_gd_ref", hi="आख्या प्राप्ति की रपट", en="Diary entry of the report"
        ),
        Attachment("report_file", Words("आख्या की प्रति", "Scan of the report"), printed=False),
    ),
)

_REPORTED = Filled("report_received_dt")
RESULT = Section(
    "result",
    Words("परिणाम", "Result"),
    (
        Choice(
            "injury_type",
            Words("चोट की प्रकृति", "Nature of injury"),
            choices=Listed("INJURY"),
            need_when=_REPORTED,
        ),
        Choice(
            "weapon_opinion",
            Words("हथियार के बारे में राय", "Opinion on the weapon"),
            choices=Listed("WEAPON"),
        ),
        Line("age_of_injury", Words("चोट की अवधि", "Age of the injury"), most=120),
        LongText(
            "opinion", Words("चिकित्सक की राय", "The doctor's opinion"), most=5000, sealed=True
        ),
        Rows(
            "samples",
            Words("लिये गये नमूने", "Samples taken"),
            row=Group(
                "sample",
                Words("नमूना", "Sample"),
                parts=(
                    Line("sample", Words("नमूना", "Sample"), need=Need.EXPECTED),
                    YesNo("sealed", Words("सील मोहर", "Sealed")),
                    Line("given_to", Words("किसे दिया गया", "Given to")),
                ),
            ),
        ),
    ),
)


def prepare(letter: Letter, facts: Facts) -> None:
    """FIR and NCR, where the requisition stands under one."""
    take_fir(letter, facts)
    ncr = facts.case().first("ncr")
    if ncr is not None:
        letter["ncr_ref"] = refer_to(ncr)


def begin(facts: Facts) -> Letter:
    """The one victim of the case, or the arrested person of the arrest memo that it stands under."""
    case, fir = facts.case(), fir_of(facts)
    begun: Letter = {}
    if fir is not None and fir.letter.get("info_at"):
        begun["info_at"] = fir.letter["info_at"]
    if case.parent is not None and case.parent.form == "iif_3":
        named = _first(case.parent.letter, ("person", "accused", "arrested"))
        begun |= {"subject_type": "ARRESTED", "under_arrest": True}
        arrested = moment_of(
            next(
                filter(
                    None, map(case.parent.letter.get, ("arrest_dt", "arrested_at", "arrest_at"))
                ),
                "",
            )
        )
        return {
            **begun,
            **({"arrest_dt": arrested} if arrested else {}),
            **({"person": named} if named else {}),
        }
    if fir is not None:
        victims = [only_person(row) for row in rows(fir.letter, "victims")]
        if not victims and fir.letter.get("informant_is_victim") is True:
            victims = [only_person(fir.letter.get("informant"))]
        if len(victims) == 1 and victims[0]:
            raped = any("rape" in one.flags for one in chosen_sections(fir.letter))
            woman = victims[0].get("gender") == "FEMALE"
            begun["person"] = victims[0]
            begun["subject_type"] = "RAPE_VICTIM" if raped and woman else "INJURED"
    return begun


def _first(letter: Letter, keys: tuple[str, ...]) -> dict[str, Any]:
    found = (letter.get(key) for key in keys)
    return only_person(next((one for one in found if isinstance(one, Mapping)), None))


def is_sensitive(letter: Letter) -> bool:
    """Victim or accused of rape, a child, a question of age (§11 of the reference)."""
    day = next(filter(None, map(letter.get, ("sent_dt", "info_at", "arrest_dt"))), None)
    return letter.get("subject_type") in ("RAPE_VICTIM", "RAPE_ACCUSED", "AGE") or may_be_child(
        letter.get("person"), day_of(day)
    )


def _subject(letter: Letter, facts: Facts) -> str:
    return f"मजरूबी चिट्ठी सं0 {facts.numbers.get('mlc', '')}".strip()


def _diary(letter: Letter, facts: Facts) -> str:
    if is_sensitive(letter) or hides_names(facts):
        who = "एक व्यक्ति (नाम संवेदनशील)"
    elif letter.get("subject_type") == "BODY":
        who = f"शव {name_in(letter, 'person')}".strip()
    else:
        who = name_in(letter, "person") or "एक व्यक्ति"
    escort = name_in(letter, "brought_by")
    return (
        f"इस समय {who} को मय मजरूबी चिट्ठी सं0 {facts.numbers.get('mlc', '')} "
        f"{f'हमराह {escort} ' if escort else ''}वास्ते चिकित्सीय परीक्षण "
        f"{letter.get('hospital') or 'चिकित्सालय'} रवाना किया गया। आख्या प्राप्त होने पर संलग्न की जायेगी।"
    )


def _received(letter: Letter, facts: Facts) -> str:
    number = letter.get("hospital_mlc_no")
    return (
        f"मजरूबी चिट्ठी सं0 {facts.numbers.get('mlc', '')} की परीक्षण आख्या "
        f"{f'सं0 {number} ' if number else ''}{letter.get('hospital') or 'चिकित्सालय'} से प्राप्त हुई, "
        "विवेचक को दी गयी।"
    )


def line(letter: Letter) -> str:
    """Kind of examination and person."""
    kind = SUBJECT.words_of(str(letter.get("subject_type") or ""))
    who = "संवेदनशील" if is_sensitive(letter) else name_in(letter, "person")
    return " · ".join(filter(None, (kind.hi if kind else "", who)))


def sample(now: dt.datetime) -> Letter:
    """A fictional man hurt in a quarrel."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    return {
        "subject_type": "INJURED",
        "under_arrest": False,
        "person": {
            "name": "नमूना प्रसाद",
            "relation_type": "FATHER",
            "relative_name": "उदाहरण लाल",
            "gender": "MALE",
            "age_years": 42,
            "nationality": "IN",
            "occupation": "कृषक",
            "addresses": [
                {
                    "address_type": "PRESENT",
                    "village_town": "ग्राम नमूनापुर",
                    "tehsil": "सदर",
                    "district": "नमूना जनपद",
                }
            ],
            "phones": [{"phone": "9999900002"}],
            "physical": {"build": "MEDIUM", "height_cm": 168},
        },
        "id_mark_1": "दाहिनी भौंह के ऊपर तिल",
        "id_mark_2": "बायीं कलाई पर पुराना निशान",
        "seen_injuries": [
            {"part": "HEAD", "kind": "LACERATED", "size": "लगभग 3 से0मी0, रक्तस्राव"},
            {"part": "LEFT_ARM", "kind": "BRUISE", "size": "लगभग 5 से0मी0"},
        ],
        "alleged_weapon": "BODY_STICK",
        "alleged_cause": "ASSAULT",
        "brief": "खेत की मेड़ को लेकर लाठी-डण्डे से मारपीट में चोट आना बताया। (यह काल्पनिक नमूना है)",
        "hospital": "सामुदायिक स्वास्थ्य केन्द्र नमूनागंज",
        "doctor": "डॉ0 उदाहरण",
        "sent_dt": hours(3),
        "brought_by": {"name": "का0 नमूना राम", "rank": "CONSTABLE", "pno": "000000004"},
        "opinion_wanted": ["AGE_OF_INJURY", "KIND_OF_INJURY", "WEAPON"],
        "sent_by": {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"},
        "hospital_mlc_no": "नमूना/117",
        "exam_start": hours(2),
        "exam_end": hours(1),
        "report_received_dt": hours(0),
        "injury_type": "SIMPLE",
        "weapon_opinion": "BODY_STICK",
        "age_of_injury": "ताजा",
        "samples": [{"sample": "रक्त रंजित कमीज", "sealed": True, "given_to": "का0 नमूना राम"}],
    }


def _times() -> Iterator[Rule]:
    steps = (
        (
            "arrest_dt",
            "sent_dt",
            "गिरफ्तारी",
            "the arrest",
            "चिकित्सालय भेजना",
            "sending to the hospital",
        ),
        ("sent_dt", "exam_start", "भेजने", "sending", "परीक्षण", "the examination"),
        ("exam_start", "exam_end", "प्रारम्भ", "its beginning", "परीक्षण की समाप्ति", "the end"),
        ("exam_end", "report_received_dt", "परीक्षण", "the examination", "आख्या", "the report"),
    )
    for earlier, later, first_hi, first_en, hi, en in steps:
        yield in_order(
            earlier,
            later,
            f"{hi} का समय {first_hi} के समय से पहले का है। कृपया ठीक करें।",
            f"The hour of {en} is before that of {first_en}. Please put it right.",
        )


FORM = Form(
    code="mlc",
    version=1,
    title=Words("मेडिको लीगल केस (चिट्ठी मजरूबी)", "Medico-legal case"),
    short=Words("मजरूबी", "MLC"),
    sections=(MATTER, PERSON, INJURIES, REQUISITION, REPORT, RESULT),
    role="moharir",
    duty=("b-4",),
    law=Words("धारा 51, 52, 53, 184 बी.एन.एस.एस.", "Sections 51, 52, 53, 184 B.N.S.S."),
    rules=(
        FIR_CHOSEN,
        *_times(),
        Rule("K16", to_a_doctor_in_time),
        Rule("MLC.arrest", arrest_goes_with_the_section),
        Rule("MLC.doctor", woman_examined_by_a_woman),
        Rule("MLC.consent", consent_before_examination),
        Rule("MLC.sections", sections_fit_the_injury),
    ),
    numbered=(Numbered("mlc"),),
    parent="iif_1",
    also_under=("fir_rereg", "ncr", "iif_3"),
    consequences=(
        diary("MLC", "gd_ref", _subject, _diary),
        later_diary(
            "MLC",
            "report_received",
            "चिकित्सीय परीक्षण आख्या प्राप्त",
            _received,
            when=_REPORTED,
            link="report_gd_ref",
            at="report_received_dt",
        ),
    ),
    clocks=(
        # Under an FIR the FIR itself has started this clock.
        ClockStart(
            "K16", at="info_at", done="exam_start", when=All(_VICTIM_184, Not(Filled("fir_ref")))
        ),
        ClockStart(
            "K17",
            at="exam_end",
            done="report_received_dt",
            when=All(_VICTIM_184, Filled("exam_end")),
        ),
    ),
    ends=(ClockEnd("K16", "exam_start"),),
    papers=(
        Paper(
            "form",
            Words("चिट्ठी मजरूबी", "Requisition to the Medical Officer"),
            "",
            copies=(
                Words("चिकित्सालय प्रति", "Hospital's copy"),
                Words("विवेचक प्रति", "Investigating officer's copy"),
                Words("थाना प्रति", "Station copy"),
                Words("न्यायालय प्रति", "Court copy"),
            ),
            signers=(
                signs("परीक्षण हेतु भेजा गया व्यक्ति", "Person to be examined", "person"),
                officer_signs("ले जाने वाला आरक्षी", "Constable sent along", "brought_by"),
                officer_signs("चिकित्साधिकारी (प्राप्ति)", "Medical officer (receipt)", ""),
            ),
        ),
    ),
    line=line,
    occurred="sent_dt",
    is_sensitive=is_sensitive,
    prepare=prepare,
    begin=begin,
    sample=sample,
)
