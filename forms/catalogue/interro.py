"""Interrogation of an accused (पूछताछ प्रपत्र), duty c-6: s.38 BNSS (advocate), before 1 July 2024 s.41D CrPC; secret.

The fields are those of the usual interrogation report; the print used in this State was not found.
"""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import Is
from forms.kit.fields import (
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
from forms.kit.form import CaseRecord, Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.age import day_of, is_child
from forms.parts.case import (
    case_reference,
    fir_reference,
    in_order,
    moment_of,
    officer_acting,
    refer_to_fir,
)
from forms.parts.investigation import clock_read, person_of
from forms.parts.lists import Fixed, Listed
from forms.parts.officer import officer, officers
from forms.parts.person import person, persons
from forms.parts.property import properties

ACCOUNT = Fixed(
    "ACCOUNT_KIND",
    (
        ("BANK", Words("बैंक खाता", "Bank account")),
        ("UPI", Words("यू0पी0आई0", "UPI")),
        ("MOBILE", Words("मोबाइल नम्बर", "Mobile number")),
        ("IMEI", Words("आई0एम0ई0आई0", "IMEI")),
        ("SOCIAL", Words("सोशल मीडिया", "Social media")),
        ("EMAIL", Words("ई-मेल", "E-mail")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)
RELATION = Fixed(
    "FAMILY_RELATION",
    (
        ("FATHER", Words("पिता", "Father")),
        ("MOTHER", Words("माता", "Mother")),
        ("SPOUSE", Words("पति / पत्नी", "Husband or wife")),
        ("BROTHER", Words("भाई", "Brother")),
        ("SISTER", Words("बहन", "Sister")),
        ("SON", Words("पुत्र", "Son")),
        ("DAUGHTER", Words("पुत्री", "Daughter")),
        ("IN_LAW", Words("ससुराली", "In-law")),
        ("FRIEND", Words("मित्र", "Friend")),
        ("PARTNER", Words("प्रेमी / प्रेमिका", "Partner")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)


def _name(words: Words) -> Line:
    return Line("name", words, need=Need.EXPECTED, index=Index.NAME, sealed=True)


HEAD = Section(
    "head",
    Words("पूछताछ", "Interrogation"),
    (
        fir_reference(),
        Reference(
            "arrest_ref",
            Words("गिरफ्तारी", "Arrest"),
            form="iif_3",
            need=Need.EXPECTED,
            printed=False,
        ),
        DateTime("started", Words("पूछताछ प्रारम्भ", "Interrogation began"), need=Need.EXPECTED),
        DateTime("ended", Words("पूछताछ समाप्त", "Interrogation ended"), need=Need.EXPECTED),
        Line("place", Words("स्थान", "Place"), need=Need.EXPECTED),
        officers(
            "officers", Words("पूछताछ करने वाले अधिकारी", "Officers present"), need=Need.EXPECTED
        ),
        officer(
            "female_officer",
            Words("महिला अधिकारी (महिला अभियुक्त हो तो)", "Woman officer (for a woman)"),
            need_when=Is("accused.gender", "FEMALE"),
        ),
        YesNo(
            "advocate_met",
            Words("अधिवक्ता से मिलने दिया गया?", "Allowed to meet an advocate?"),
            source="38 BNSS",
        ),
        Line(
            "advocate",
            Words("अधिवक्ता का नाम", "Name of the advocate"),
            shown_when=Is("advocate_met", True),
        ),
    ),
)

ACCUSED = Section(
    "accused",
    Words("अभियुक्त", "Accused"),
    (
        person(
            "accused",
            Words("अभियुक्त", "Accused"),
            need=Need.MUST,
            sealed=True,
            accused=True,
            body=True,
        ),
    ),
)

FAMILY = Section(
    "family",
    Words("परिवार, शिक्षा व सम्पत्ति", "Family, education and property"),
    (
        Rows(
            "family",
            Words("परिवार, ससुराल, मित्र", "Family, in-laws, friends"),
            row=Group(
                "relative",
                Words("सम्बन्धी", "Relative"),
                parts=(
                    _name(Words("नाम", "Name")),
                    Choice("relation", Words("सम्बन्ध", "Relation"), choices=RELATION),
                    Line("age", Words("आयु", "Age"), most=10),
                    Line("job", Words("व्यवसाय", "Occupation")),
                    Line(
                        "phone", Words("मोबाइल", "Mobile"), most=16, index=Index.PHONE, sealed=True
                    ),
                    Line("address", Words("पता", "Address"), sealed=True),
                ),
            ),
        ),
        Choice("education", Words("शिक्षा", "Education"), choices=Listed("EDUCATION")),
        Line("languages", Words("भाषाएँ", "Languages")),
        Rows(
            "accounts",
            Words("बैंक / मोबाइल / आई0एम0ई0आई0 / सोशल मीडिया", "Bank, mobile, IMEI, social media"),
            row=Group(
                "account",
                Words("खाता / नम्बर", "Account or number"),
                parts=(
                    Choice("kind", Words("प्रकार", "Kind"), choices=ACCOUNT, need=Need.EXPECTED),
                    Line(
                        "no",
                        Words("नम्बर", "Number"),
                        most=120,
                        need=Need.EXPECTED,
                        index=Index.SERIAL,
                        sealed=True,
                    ),
                ),
            ),
        ),
        properties("property", Words("चल-अचल सम्पत्ति", "Movable and immovable property")),
        properties("vehicles", Words("वाहन", "Vehicles")),
    ),
)

HABITS = Section(
    "habits",
    Words("आदतें, ठिकाने, आपराधिक इतिहास", "Habits, hideouts, criminal history"),
    (
        MultiChoice(
            "habits", Words("आदतें / व्यसन", "Habits and addictions"), choices=Listed("HABIT")
        ),
        LongText("stays", Words("ठहरने के स्थान", "Places of stay"), most=3000),
        LongText("hideouts", Words("छिपने के स्थान", "Hideouts"), most=3000),
        Rows(
            "history",
            Words("आपराधिक इतिहास", "Criminal history"),
            row=Group(
                "crime",
                Words("मुकदमा", "Case"),
                parts=(
                    Line("thana", Words("थाना", "Police station")),
                    Line(
                        "fir",
                        Words("मु0अ0सं0", "FIR no."),
                        most=40,
                        need=Need.EXPECTED,
                        index=Index.NUMBER,
                    ),
                    Line("sections", Words("धारा", "Sections"), most=120),
                    Line("status", Words("स्थिति", "Status")),
                ),
            ),
        ),
        Rows(
            "jail_terms",
            Words("जेल में रहने का विवरण", "Terms in jail"),
            row=Group(
                "jail_term",
                Words("जेल", "Jail"),
                parts=(
                    Line("jail", Words("जेल", "Jail"), need=Need.EXPECTED),
                    Line("period", Words("अवधि", "Period"), most=80),
                    Line("case", Words("मुकदमा", "Case"), most=80),
                ),
            ),
        ),
        Line("advocates", Words("अधिवक्तागण", "Advocates"), most=300),
        Rows(
            "sureties",
            Words("जमानतदार", "Sureties"),
            row=Group(
                "surety",
                Words("जमानतदार", "Surety"),
                parts=(
                    _name(Words("नाम", "Name")),
                    Line("address", Words("पता", "Address"), sealed=True),
                ),
            ),
        ),
    ),
)

CRIME = Section(
    "crime",
    Words("साथी व अपराध का तरीका", "Associates and method"),
    (
        Rows(
            "associates",
            Words("साथी", "Associates"),
            row=Group(
                "associate",
                Words("साथी", "Associate"),
                parts=(
                    _name(Words("नाम", "Name")),
                    Line("alias", Words("उर्फ", "Alias"), index=Index.NAME, sealed=True),
                    Line("address", Words("पता", "Address"), sealed=True),
                    Line("part", Words("भूमिका", "Role")),
                    Line("gang", Words("गैंग", "Gang")),
                ),
            ),
        ),
        LongText("first_crime", Words("पहला अपराध", "First crime"), most=5000),
        Choice("motive", Words("हेतुक", "Motive"), choices=Listed("MOTIVE")),
        LongText("mo", Words("अपराध का तरीका", "Modus operandi"), most=10_000),
        Line("weapon_source", Words("हथियार का स्रोत", "Source of weapons"), most=500),
        persons(
            "receivers",
            Words("माल खरीदने वाले", "Receivers of stolen property"),
            sealed=True,
        ),
        Line("transport", Words("आने-जाने का साधन", "Transport"), most=300),
        Line("routes", Words("मार्ग", "Routes"), most=500),
    ),
)

STATEMENT = Section(
    "statement",
    Words("कथन व निष्कर्ष", "Statement and findings"),
    (
        LongText(
            "statement",
            Words("विस्तृत कथन", "Detailed statement"),
            need=Need.EXPECTED,
            help=Words(
                "पुलिस के समक्ष कथन अपने आप में साक्ष्य नहीं; बरामदगी अलग फर्द (IIF-4) में लिखें।",
                "A statement to the police is no proof by itself; recoveries go into a seizure memo (IIF-4).",
            ),
        ),
        Rows(
            "recoveries",
            Words("निशानदेही पर बरामदगी", "Recoveries on pointing out"),
            row=Group(
                "recovery",
                Words("बरामदगी", "Recovery"),
                parts=(Reference("record", Words("फर्द", "Seizure memo"), form="iif_4"),),
            ),
        ),
        Rows(
            "other_crimes",
            Words("अन्य स्वीकृत अपराध", "Other crimes admitted"),
            row=Group(
                "other_crime",
                Words("अपराध", "Crime"),
                parts=(
                    Line("brief", Words("विवरण", "In brief"), most=500, need=Need.EXPECTED),
                    Line("thana", Words("थाना", "Police station")),
                ),
            ),
        ),
        LongText("opinion", Words("पूछताछकर्ता की राय", "Interrogator's opinion"), most=5000),
        Rows(
            "follow_up",
            Words("आगे की कार्यवाही", "Follow-up"),
            row=Group(
                "step",
                Words("कार्यवाही", "Step"),
                parts=(
                    Line("what", Words("क्या करना है", "What"), most=300, need=Need.EXPECTED),
                    Line("who", Words("कौन", "By whom")),
                ),
            ),
        ),
    ),
)


def not_a_child(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """This form is not used for a child in conflict with law (§5.18 of the reference; JJ Act)."""
    if is_child(letter.get("accused"), day_of(letter.get("started")) or facts.now.date()):
        yield Problem(
            ("accused",),
            "JJ.interrogation",
            Words(
                "18 वर्ष से कम के बालक हेतु यह प्रपत्र प्रयोग नहीं होता। बाल कल्याण पुलिस अधिकारी की आख्या बनवायें; "
                "आयु गलत हो तो ठीक करें।",
                "This form is not used for a child below 18. Have the child welfare police officer report; if "
                "the age is wrong, put it right.",
            ),
            Weight.REFUSE,
        )


def after_arrest(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Interrogation in custody follows the arrest it refers to."""
    arrest = _arrest(letter, facts)
    arrested = moment_of(arrest.letter.get("arrest_at")) if arrest else ""
    started = moment_of(letter.get("started"))
    if arrested and started and started < arrested:
        yield Problem(
            ("started",),
            "INT.arrest",
            Words(
                f"पूछताछ गिरफ्तारी ({clock_read(arrested)}) से पहले की है। समय ठीक करें, या कारण लिखें।",
                f"The interrogation is before the arrest ({clock_read(arrested)}). Put the time right, or "
                "write the reason.",
            ),
            Weight.REASON,
        )


def _arrest(letter: Letter, facts: Facts) -> CaseRecord | None:
    parent = facts.case().parent
    if parent is not None and parent.form == "iif_3":
        return parent
    stated = (letter.get("arrest_ref") or {}).get("record_id")
    return next((one for one in facts.case().of("iif_3") if one.record_id == stated), None)


def begin(facts: Facts) -> Letter:
    """The accused and education of the arrest it stands under, and the officer."""
    letter: Letter = {"officers": [one for one in [officer_acting(facts)] if one]}
    arrest = _arrest({}, facts)
    if arrest is not None:
        letter["arrest_ref"] = case_reference(arrest, "गिरफ्तारी")
        letter["accused"] = person_of(arrest.letter.get("accused"), facts)
        education = arrest.letter.get("education")
        if isinstance(education, str) and Listed("EDUCATION").words_of(education):
            letter["education"] = education
    return {key: value for key, value in letter.items() if value}


def line(letter: Letter) -> str:
    """When the interrogation was; whom is sealed."""
    arrest = str((letter.get("arrest_ref") or {}).get("number") or "")
    told = ("पूछताछ", f"अभियुक्त {arrest}" if arrest else "", clock_read(letter.get("started")))
    return " · ".join(filter(None, told))


def sample(now: dt.datetime) -> Letter:
    """A fictional interrogation about a stolen motor cycle."""

    def ago(hours: float) -> str:
        return (now - dt.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")

    home = {"village_town": "ग्राम नमूनापुर", "tehsil": "सदर", "district": "नमूना जनपद"}
    return {
        "arrest_ref": {
            "record_id": "namoona",
            "form": "iif_3",
            "number": "A1",
            "title": "गिरफ्तारी",
        },
        "started": ago(2),
        "ended": ago(1),
        "place": "थाना नमूनागंज",
        "officers": [{"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"}],
        "advocate_met": True,
        "advocate": "अधिवक्ता नमूना शर्मा",
        "accused": {
            "name": "नमूना कुमार",
            "alias": "नन्हे",
            "relation_type": "FATHER",
            "relative_name": "उदाहरण प्रसाद",
            "gender": "MALE",
            "birth_year": 1998,
            "religion": "NOT_STATED",
            "caste": "नमूना",
            "caste_category": "UNKNOWN",
            "addresses": [{"address_type": "PRESENT", **home}],
            "physical": {"build": "MEDIUM", "height_cm": 168},
        },
        "family": [
            {
                "name": "उदाहरण प्रसाद",
                "relation": "FATHER",
                "age": "55",
                "job": "कृषक",
                "phone": "9999900002",
                "address": "ग्राम नमूनापुर",
            }
        ],
        "education": "MIDDLE",
        "languages": "हिन्दी, अवधी",
        "accounts": [{"kind": "MOBILE", "no": "9999900001"}],
        "vehicles": [{"category": "AUTOMOBILES", "description": "साइकिल (नमूना)"}],
        "habits": ["TOBACCO"],
        "stays": "नमूना तिराहा के पास किराये का कमरा",
        "hideouts": "नमूना बाग",
        "history": [
            {"thana": "नमूनागंज", "fir": "0000/2020", "sections": "379 IPC", "status": "विचाराधीन"}
        ],
        "jail_terms": [{"jail": "जिला कारागार नमूना", "period": "2 माह, 2020", "case": "0000/2020"}],
        "sureties": [{"name": "नमूना जमानतदार", "address": "ग्राम नमूनापुर"}],
        "associates": [
            {"name": "उदाहरण राम", "alias": "कल्लू", "address": "ग्राम उदाहरणपुर", "part": "निगरानी"}
        ],
        "first_crime": "वर्ष 2020 में साइकिल चोरी (नमूना)",
        "motive": "GAIN",
        "mo": "मास्टर चाबी से मोटर साइकिल का ताला खोलना। (नमूना)",
        "weapon_source": "कोई नहीं",
        "receivers": [
            {
                "name": "नमूना कबाड़ी",
                "relation_type": "FATHER",
                "relative_name": "दृष्टान्त",
                "addresses": [{"address_type": "WORK", **home}],
            }
        ],
        "transport": "पैदल, टेम्पो",
        "routes": "नमूनापुर से नमूना तिराहा",
        "statement": "अभियुक्त ने पूछताछ पर बताया कि उसने साथी के साथ मोटर साइकिल चोरी की थी। (यह काल्पनिक नमूना है)",
        "other_crimes": [{"brief": "एक और मोटर साइकिल की चोरी (नमूना)", "thana": "उदाहरणगंज"}],
        "opinion": "कथन की पुष्टि बरामदगी से करायी जाये। (नमूना)",
        "follow_up": [{"what": "साथी की गिरफ्तारी", "who": "विवेचक"}],
    }


FORM = Form(
    code="interro",
    version=1,
    title=Words("पूछताछ प्रपत्र", "Interrogation form"),
    short=Words("पूछताछ", "Interrogation"),
    sections=(HEAD, ACCUSED, FAMILY, HABITS, CRIME, STATEMENT),
    role="io",
    duty=("c-6",),
    law=Words("धारा 38 बी.एन.एस.एस.", "Section 38 B.N.S.S."),
    rules=(
        Rule("JJ.interrogation", not_a_child),
        Rule("INT.arrest", after_arrest),
        in_order(
            "started",
            "ended",
            "पूछताछ की समाप्ति प्रारम्भ से पहले की है। कृपया समय ठीक करें।",
            "The interrogation ends before it begins. Please put the time right.",
        ),
    ),
    numbered=(Numbered("interrogation"),),
    parent="iif_3",
    also_under=("iif_1", "fir_rereg"),
    parent_must=True,
    papers=(
        Paper(
            "form",
            Words("पूछताछ प्रपत्र (गोपनीय)", "Interrogation form (secret)"),
            "",
            copies=(
                Words("थाना प्रति", "Station copy"),
                Words("जनपद अपराध अभिलेख ब्यूरो प्रति", "District crime record bureau copy"),
            ),
        ),
    ),
    line=line,
    occurred="started",
    # It is read by the officers of the case alone.
    seal="interrogation_text",
    is_sensitive=lambda letter: True,
    prepare=refer_to_fir,
    begin=begin,
    sample=sample,
)
