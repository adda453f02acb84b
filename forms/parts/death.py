"""The parts that IIF-10 and IIF-11 share: an inquest, the post-mortem, whose body it was, the end."""

from forms.kit.condition import Either, Filled, Is, Not
from forms.kit.fields import (
    Attachment,
    Choice,
    DateTime,
    Field,
    Group,
    Index,
    Line,
    LongText,
    Need,
    Rows,
    YesNo,
)
from forms.kit.form import Section
from forms.kit.words import Words
from forms.parts.case import diary_reference
from forms.parts.case_link import linked_fir
from forms.parts.lists import Fixed, Listed
from forms.parts.officer import court, officer
from forms.parts.person import person, persons
from forms.parts.place import address
from forms.parts.record_rows import PICTURES, references

MANNER = Fixed(
    "DEATH_MANNER",
    (
        ("SUICIDE", Words("आत्महत्या", "Suicide")),
        ("MURDER", Words("हत्या", "Killed by another")),
        ("ACCIDENT", Words("दुर्घटना", "Accident")),
        ("DROWNING", Words("डूबना", "Drowning")),
        ("POISON", Words("विष", "Poison")),
        ("BURNS", Words("जलना", "Burns")),
        ("ELECTRIC", Words("करंट", "Electric shock")),
        ("ANIMAL", Words("पशु द्वारा", "By an animal")),
        ("MACHINE", Words("मशीन द्वारा", "By a machine")),
        ("LIGHTNING", Words("बिजली गिरना", "Lightning")),
        ("ILLNESS", Words("बीमारी / अचानक", "Illness or sudden")),
        ("SUSPICIOUS", Words("संदिग्ध", "Suspicious")),
        ("UNKNOWN", Words("अज्ञात", "Not known")),
    ),
)
RESULT = Fixed(
    "INQUEST_RESULT",
    (
        ("CLOSED", Words("बन्द", "Closed")),
        ("FIR", Words("प्राथमिकी पंजीकृत", "FIR registered")),
        ("PENDING", Words("प्रचलित", "Pending")),
    ),
)


def information(known: bool) -> Section:
    """Who told of the body, when and where it lay; `known` adds the entry for a body with a name."""
    place: tuple[Field, ...] = (
        address("found_place", Words("मिलने का स्थान", "Where found"), need=Need.EXPECTED),
        Choice(
            "place_type",
            Words("स्थान का प्रकार", "Type of place"),
            choices=Listed("PLACE_TYPE"),
            need=Need.EXPECTED,
        ),
        DateTime(
            "found_dt",
            Words("मृत्यु / शव मिलने का समय" if known else "शव मिलने का समय", "Found at"),
            need=Need.EXPECTED,
        ),
    )
    return Section(
        "information",
        Words("सूचना व मिलने का स्थान", "Information and place"),
        (
            diary_reference(),
            person(
                "info_by",
                Words("सूचनाकर्ता", "Informant"),
                need=Need.EXPECTED,
                sealed=True,
            ),
            DateTime(
                "info_dt",
                Words("सूचना प्राप्त होने का समय", "Information received"),
                need=Need.EXPECTED,
            ),
            *place,
        ),
    )


def articles() -> Section:
    """What the body wore and carried; each article with its seal and malkhana number."""
    return Section(
        "articles",
        Words("कपड़े, आभूषण व सामान", "Clothes, ornaments, articles"),
        (
            Line("clothes", Words("कपड़े", "Clothes"), most=500, need=Need.EXPECTED),
            Line("laundry_mark", Words("धोबी का निशान", "Laundry mark"), index=Index.TEXT),
            Line("ornaments", Words("आभूषण", "Ornaments"), most=500),
            Rows(
                "articles",
                Words("शव के पास का सामान", "Articles with the body"),
                row=Group(
                    "article",
                    Words("सामान", "Article"),
                    parts=(
                        Line(
                            "description",
                            Words("विवरण", "Description"),
                            most=300,
                            need=Need.EXPECTED,
                            index=Index.TEXT,
                        ),
                        YesNo("sealed", Words("सील मोहर", "Sealed")),
                        Line(
                            "malkhana_no",
                            Words("मालखाना सं0", "Malkhana no."),
                            most=30,
                            index=Index.NUMBER,
                        ),
                    ),
                ),
            ),
        ),
    )


def manner() -> Section:
    """How the person seems to have died."""
    return Section(
        "manner",
        Words("मृत्यु का प्रकार", "Manner of death"),
        (
            Choice(
                "manner",
                Words("मृत्यु का प्रकार", "Manner of death"),
                choices=MANNER,
                need=Need.EXPECTED,
            ),
            Line(
                "apparent_cause",
                Words("प्रथम दृष्टया कारण", "Apparent cause"),
                most=500,
                need=Need.EXPECTED,
            ),
        ),
    )


def inquest() -> Section:
    """The inquest on the spot: the body, its wounds, the panch and what each thinks."""
    return Section(
        "inquest",
        Words("पंचायतनामा", "Inquest"),
        (
            officer(
                "inquest_officer",
                Words("पंचायतनामा करने वाले अधिकारी", "Officer who held the inquest"),
                need=Need.EXPECTED,
            ),
            DateTime(
                "inquest_start_dt",
                Words("पंचायतनामा प्रारम्भ", "Inquest began"),
                need=Need.EXPECTED,
            ),
            DateTime(
                "inquest_end_dt",
                Words("पंचायतनामा समाप्त", "Inquest ended"),
                need=Need.EXPECTED,
                help=Words(
                    "आख्या इसके 24 घण्टे के भीतर जिला / उप जिला मजिस्ट्रेट को भेजी जाती है।",
                    "The report goes to the District or Sub-divisional Magistrate within 24 hours of this.",
                ),
            ),
            LongText(
                "body_position",
                Words("शव की स्थिति", "Position of the body"),
                most=5000,
                need=Need.EXPECTED,
            ),
            LongText(
                "surroundings",
                Words("आस-पास का विवरण", "Surroundings"),
                most=5000,
                need=Need.EXPECTED,
            ),
            Rows(
                "wounds",
                Words("चोटें", "Wounds"),
                row=Group(
                    "wound",
                    Words("चोट", "Wound"),
                    parts=(
                        Line("kind", Words("चोट का प्रकार", "Kind"), need=Need.EXPECTED),
                        Line("size", Words("माप", "Size"), most=80),
                        Choice("part", Words("अंग", "Part of body"), choices=Listed("BODY_PART")),
                    ),
                ),
            ),
            YesNo(
                "no_wounds",
                Words("शरीर पर कोई चोट नहीं", "No wound on the body"),
                shown_when=Not(Filled("wounds")),
            ),
            Line(
                "weapon_guess",
                Words("चोट किस हथियार से प्रतीत होती है", "Weapon, as it seems"),
                most=300,
            ),
            Line("ligature", Words("फन्दा / गला घोंटने का निशान", "Ligature mark"), most=300),
        ),
    )


def opinions() -> Section:
    """The panch, the officer's opinion, and the Magistrate where one held the inquest."""
    return Section(
        "opinions",
        Words("पंच व राय", "Panch and opinions"),
        (
            persons(
                "panch",
                Words("पंच", "Panch"),
                need=Need.EXPECTED,
                extra=(
                    Line("opinion", Words("राय", "Opinion"), most=500, need=Need.EXPECTED),
                    YesNo("signed", Words("हस्ताक्षर किये", "Signed")),
                ),
                help=Words(
                    "विधि में कम से कम दो प्रतिष्ठित निवासी; उत्तर प्रदेश में सामान्यतः पाँच पंच नियुक्त होते हैं।",
                    "The law asks for at least two respectable inhabitants; five are usual in Uttar Pradesh.",
                ),
            ),
            LongText(
                "io_opinion",
                Words("जाँचकर्ता अधिकारी की राय", "Opinion of the officer"),
                most=5000,
                need=Need.EXPECTED,
            ),
            YesNo(
                "magistrate_held",
                Words("पंचायतनामा मजिस्ट्रेट द्वारा?", "Held by a Magistrate?"),
            ),
            Line(
                "magistrate_name",
                Words("मजिस्ट्रेट का नाम व पद", "Name and office of the Magistrate"),
                shown_when=Is("magistrate_held", True),
                need=Need.EXPECTED,
            ),
        ),
    )


def magistrate(*more: Field) -> Section:
    """When the Magistrate was told and the report sent; `more` are the inquiries a death asks for."""
    return Section(
        "magistrate",
        Words("कार्यपालक मजिस्ट्रेट को सूचना", "Intimation to the Magistrate"),
        (
            DateTime(
                "em_informed_dt",
                Words("कार्यपालक मजिस्ट्रेट को सूचना का समय", "Executive Magistrate informed"),
                need=Need.EXPECTED,
                source="194(1) BNSS",
            ),
            court("magistrate", Words("मजिस्ट्रेट", "Magistrate")),
            DateTime(
                "report_sent_dm_dt",
                Words("आख्या जिला / उप जिला मजिस्ट्रेट को भेजी गयी", "Report sent to the DM or SDM"),
                need=Need.EXPECTED,
                source="194(2) BNSS",
            ),
            *more,
        ),
    )


def post_mortem() -> Section:
    """The body to the doctor: through whom, under which seal, and what was found."""
    asked = Not(Filled("pm_waived_why"))
    return Section(
        "post_mortem",
        Words("पोस्टमार्टम", "Post-mortem"),
        (
            Line(
                "pm_waived_why",
                Words("शव परीक्षण न कराया हो तो कारण", "Reason, if no post-mortem was asked for"),
                most=500,
            ),
            DateTime(
                "pm_requested_dt",
                Words("शव परीक्षण हेतु भेजने का समय", "Body sent"),
                shown_when=asked,
                need=Need.EXPECTED,
            ),
            Line(
                "pm_hospital",
                Words("चिकित्सालय / मर्चरी", "Hospital or mortuary"),
                shown_when=asked,
                need=Need.EXPECTED,
            ),
            officer("pm_sent_through", Words("किसके द्वारा भेजा", "Sent through"), shown_when=asked),
            Line(
                "pm_seal",
                Words("नमूना मोहर", "Specimen seal"),
                most=120,
                shown_when=asked,
                need=Need.EXPECTED,
            ),
            Line(
                "pm_no",
                Words("पोस्टमार्टम सं0", "Post-mortem no."),
                most=40,
                shown_when=asked,
                index=Index.NUMBER,
            ),
            DateTime("pm_dt", Words("पोस्टमार्टम का समय", "Post-mortem held"), shown_when=asked),
            Line(
                "pm_cause",
                Words("पोस्टमार्टम में मृत्यु का कारण", "Cause of death found"),
                most=500,
                shown_when=asked,
            ),
            YesNo("pm_viscera", Words("विसरा सुरक्षित?", "Viscera preserved?"), shown_when=asked),
            YesNo("pm_video", Words("वीडियोग्राफी हुई?", "Videographed?"), shown_when=asked),
        ),
    )


def identification(*before: Field) -> Section:
    """Who knew the body, to whom it was given, and when it was given or cremated."""
    return Section(
        "identification",
        Words("शिनाख्त व सुपुर्दगी", "Identification and handing over"),
        (
            persons("identified_by", Words("शिनाख्तकर्ता", "Identified by"), sealed=True),
            DateTime("identified_dt", Words("शिनाख्त का समय", "Identified at")),
            *before,
            person(
                "body_handed_to",
                Words("शव किसे सुपुर्द किया", "Body handed to"),
                sealed=True,
            ),
            Line("cremation_by", Words("अन्तिम संस्कार किसने किया", "Last rites by")),
            DateTime(
                "body_disposed_dt",
                Words(
                    "शव सुपुर्दगी / अन्तिम संस्कार का समय", "Body handed over or last rites performed at"
                ),
                need_when=Either(Filled("body_handed_to"), Filled("cremation_by")),
            ),
            diary_reference(
                key="disposed_gd_ref",
                hi="शव सुपुर्दगी की रपट",
                en="Diary entry of the body's disposal",
            ),
        ),
    )


def result() -> Section:
    """How the inquest ends: missing persons it may be, the FIR, the state."""
    return Section(
        "result",
        Words("मिलान व परिणाम", "Matches and result"),
        (
            references(
                "match_refs", Words("सम्भावित गुमशुदा", "Missing persons who may match"), form="iif_8"
            ),
            linked_fir(need_when=Either(Is("final", "FIR"), Is("manner", "MURDER"))),
            Choice("final", Words("परिणाम", "Result"), choices=RESULT, need=Need.EXPECTED),
            YesNo(
                "sensitive",
                Words("संवेदनशील (पीड़िता / बालक)?", "Sensitive (victim or child)?"),
                printed=False,
                help=Words(
                    "यौन अपराध की आशंका या 18 वर्ष से कम आयु हो तो हाँ चुनें; नाम छिपा रहेगा।",
                    "Choose yes on suspicion of a sexual offence, or below 18 years; the name is sealed.",
                ),
            ),
        ),
    )


def picture(key: str, words: Words, need: Need = Need.EXPECTED) -> Attachment:
    """One photograph of the body."""
    return Attachment(key, words, mimes=PICTURES, need=need, sealed=True)
