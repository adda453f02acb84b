"""Crime detail form (IIF-2), duty c-1: inspection of the scene under s.176 BNSS, before 1 July 2024 s.157 CrPC.

The order follows the national form as it is remembered; no blank print was found, so no item carries a number.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property

from forms.codes import flags
from forms.kit.condition import OneOf
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
from forms.kit.form import ClockStart, Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, is_blank, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import acts_and_sections, chosen_sections, sections_said
from forms.parts.case import (
    fir_of,
    fir_reference,
    in_order,
    max_punishment_known,
    not_before_fir,
    officer_acting,
    refer_to_fir,
)
from forms.parts.investigation import (
    acts_now,
    clock_read,
    fill_fir_time,
    fir_time,
    has_child,
    is_sensitive_by_sections,
    persons_of,
    properties_of,
)
from forms.parts.lists import Fixed, Listed
from forms.parts.officer import officer
from forms.parts.person import persons
from forms.parts.property import properties
from forms.parts.signing import OFFICER_SIGNS, witnesses_sign


class CrimeTypes:
    """The heads of the district record and 'other', as `Choices`."""

    id = "CRIME_TYPE"

    @cached_property
    def _all(self) -> dict[str, Words]:
        return {**Listed("DCRB_HEAD").options(), "OTHER": Words("अन्य", "Other")}

    def options(self) -> Mapping[str, Words]:
        """The types on offer."""
        return self._all

    def words_of(self, code: str) -> Words | None:
        """What the type is called."""
        return self._all.get(code)


METHOD = Fixed(
    "CRIME_METHOD",
    (
        ("LOCK_BREAKING", Words("ताला तोड़कर", "Breaking a lock")),
        ("WALL_BREAKING", Words("सेंध लगाकर", "Breaking through a wall")),
        ("ROOF", Words("छत / रोशनदान से", "Through roof or skylight")),
        ("DUPLICATE_KEY", Words("मास्टर / नकली चाबी से", "Master or false key")),
        ("SNATCHING", Words("झपटकर", "Snatching")),
        ("PICKPOCKET", Words("जेब काटकर", "Picking a pocket")),
        ("THREAT_WEAPON", Words("शस्त्र दिखाकर", "Showing a weapon")),
        ("AMBUSH", Words("घात लगाकर", "Lying in wait")),
        ("DRUGGING", Words("नशीला पदार्थ देकर", "Giving a stupefying drug")),
        ("ALLUREMENT", Words("बहला-फुसलाकर", "Enticing")),
        ("IMPERSONATION", Words("वेष बदलकर", "Impersonating")),
        ("FORGERY", Words("कूटरचना द्वारा", "Forgery")),
        ("ONLINE", Words("ऑनलाइन / फोन से", "Online or by telephone")),
        ("ASSAULT", Words("मारपीट / हमला", "Assault")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)
CHARACTER = Fixed(
    "CHARACTER_ASSUMED",
    (
        ("SADHU", Words("साधु", "Holy man")),
        ("POLICE", Words("पुलिस", "Police")),
        ("ELECTRICITY_GAS", Words("बिजली / गैस कर्मी", "Electricity or gas worker")),
        ("HAWKER", Words("फेरीवाला", "Hawker")),
        ("RELATIVE", Words("रिश्तेदार", "Relative")),
        ("OFFICIAL", Words("अधिकारी", "Official")),
        ("BANK", Words("बैंक / बीमा कर्मी", "Bank or insurance worker")),
        ("SERVANT", Words("नौकर / मजदूर", "Servant or labourer")),
        ("PASSENGER", Words("यात्री / सवारी", "Passenger")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)
LANGUAGE = Fixed(
    "LANGUAGE_USED",
    (
        ("HINDI", Words("हिन्दी / खड़ी बोली", "Hindi")),
        ("AWADHI", Words("अवधी", "Awadhi")),
        ("BHOJPURI", Words("भोजपुरी", "Bhojpuri")),
        ("BRAJ", Words("ब्रज", "Braj")),
        ("BUNDELI", Words("बुन्देली", "Bundeli")),
        ("URDU", Words("उर्दू", "Urdu")),
        ("PUNJABI", Words("पंजाबी", "Punjabi")),
        ("BENGALI", Words("बांग्ला", "Bengali")),
        ("NEPALI", Words("नेपाली", "Nepali")),
        ("ENGLISH", Words("अंग्रेजी", "English")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)
EVIDENCE = Fixed(
    "PHYSICAL_EVIDENCE",
    (
        ("FINGERPRINT", Words("अंगुलि चिन्ह", "Finger-print")),
        ("FOOTPRINT", Words("पद चिन्ह", "Footprint")),
        ("BLOOD", Words("रक्त", "Blood")),
        ("SOIL", Words("मिट्टी (रक्त रंजित / सादा)", "Soil, blood-stained or plain")),
        ("HAIR_FIBRE", Words("बाल / रेशा", "Hair or fibre")),
        ("WEAPON", Words("हथियार", "Weapon")),
        ("CARTRIDGE", Words("कारतूस / खोखा", "Cartridge or empty case")),
        ("CLOTHES", Words("वस्त्र", "Clothes")),
        ("DOCUMENT", Words("दस्तावेज", "Document")),
        ("CCTV", Words("सी0सी0टी0वी0 फुटेज", "CCTV footage")),
        ("ELECTRONIC", Words("इलेक्ट्रॉनिक उपकरण", "Electronic device")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)

CASE = Section(
    "case",
    Words("मुकदमा व अपराध का प्रकार", "Case and type of crime"),
    (
        fir_reference(),
        fir_time(),
        acts_and_sections(
            "acts", Words("अधिनियम व धारा(एँ)", "Acts and sections"), need=Need.EXPECTED
        ),
        Choice(
            "crime_type",
            Words("अपराध का प्रकार", "Type of crime"),
            choices=CrimeTypes(),
            need=Need.EXPECTED,
        ),
        Choice(
            "major_head",
            Words("मुख्य शीर्ष", "Major head"),
            choices=Listed("MAJOR_HEAD"),
            need=Need.EXPECTED,
        ),
        Choice(
            "minor_head",
            Words("उप शीर्ष", "Minor head"),
            choices=Listed("MINOR_HEAD"),
            need=Need.EXPECTED,
        ),
    ),
)

METHODS = Section(
    "methods",
    Words("अपराध का तरीका", "Method of the crime"),
    (
        MultiChoice("method", Words("अपराध का तरीका", "Method (modus operandi)"), choices=METHOD),
        LongText(
            "method_text",
            Words("तरीके का विवरण", "Method in words"),
            most=5000,
            index=Index.TEXT,
        ),
        MultiChoice(
            "conveyance_used", Words("प्रयुक्त वाहन", "Conveyance used"), choices=Listed("CONVEY")
        ),
        MultiChoice(
            "character_assumed",
            Words("धारण किया गया वेष / चरित्र", "Character assumed"),
            choices=CHARACTER,
        ),
        MultiChoice("language_used", Words("बोली / भाषा", "Language used"), choices=LANGUAGE),
        Line("special_features", Words("विशेष लक्षण", "Special features"), most=500),
        Choice("motive", Words("उद्देश्य", "Motive"), choices=Listed("MOTIVE")),
    ),
)

PLACE = Section(
    "place",
    Words("घटनास्थल", "Scene"),
    (
        Choice(
            "place_type",
            Words("घटनास्थल का प्रकार", "Type of place"),
            choices=Listed("PLACE_TYPE"),
            need=Need.EXPECTED,
        ),
        LongText(
            "place_description",
            Words("घटनास्थल का विवरण", "Description of the place"),
            need=Need.EXPECTED,
            help=Words(
                "चारों दिशाओं में क्या है, प्रवेश-निकास, प्रकाश, दूरी।",
                "What lies on each side, ways in and out, light, distances.",
            ),
        ),
    ),
)

INSPECTION = Section(
    "inspection",
    Words("निरीक्षण", "Inspection"),
    (
        DateTime(
            "visit_at",
            Words("निरीक्षण का दिनांक व समय", "Date and time of inspection"),
            need=Need.EXPECTED,
        ),
        Attachment(
            "sketch_map",
            Words("नक्शा नजरी", "Sketch map of the scene"),
            need=Need.EXPECTED,
        ),
        Rows(
            "photos",
            Words("घटनास्थल के फोटो", "Photos of the scene"),
            row=Group(
                "photo_row",
                Words("फोटो", "Photo"),
                parts=(
                    Attachment(
                        "photo",
                        Words("फोटो", "Photo"),
                        mimes=("image/jpeg", "image/png"),
                        sealed=True,
                    ),
                    Line("caption", Words("विवरण", "Caption")),
                ),
            ),
        ),
        Line(
            "video_ref",
            Words("वीडियो संदर्भ (उपकरण, फाइल, हैश)", "Video reference (device, file, hash)"),
            most=300,
            source="176(3) BNSS",
        ),
    ),
)

FORENSIC = Section(
    "forensic",
    Words("फोरेंसिक टीम व भौतिक साक्ष्य", "Forensic team and physical evidence"),
    (
        DateTime(
            "forensic_called_at",
            Words("फोरेंसिक टीम बुलायी गयी", "Forensic team called"),
            source="176(3) BNSS",
        ),
        DateTime(
            "forensic_arrived_at",
            Words("फोरेंसिक टीम पहुँची", "Forensic team arrived"),
            source="176(3) BNSS",
        ),
        Line("forensic_team", Words("टीम (नाम, इकाई)", "Team (names, unit)"), most=300),
        Line("forensic_seal", Words("टीम की सील मोहर", "Seal of the team"), most=100),
        Rows(
            "physical_evidence",
            Words("भौतिक साक्ष्य", "Physical evidence"),
            row=Group(
                "evidence",
                Words("साक्ष्य", "Evidence"),
                parts=(
                    Choice("kind", Words("प्रकार", "Kind"), choices=EVIDENCE, need=Need.EXPECTED),
                    Line("place", Words("कहाँ मिला", "Where found")),
                    Line("lifted_by", Words("किसने उठाया", "Lifted by")),
                    YesNo("packed", Words("पैक / सील?", "Packed and sealed?")),
                    DateTime("fsl_sent_at", Words("एफ0एस0एल0 प्रेषण", "Sent to the FSL")),
                ),
            ),
        ),
    ),
)

VICTIMS = Section(
    "victims",
    Words("पीड़ित", "Victims"),
    (
        persons(
            "victims",
            Words("पीड़ित", "Victim"),
            sealed=True,
            extra=(
                Choice("injury", Words("चोट", "Injury"), choices=Listed("INJURY")),
                YesNo("dead", Words("मृत्यु हुई?", "Dead?")),
                Choice("weapon", Words("प्रयुक्त हथियार", "Weapon used"), choices=Listed("WEAPON")),
            ),
        ),
        Reference("mlc_ref", Words("एम0एल0सी0 (मजरूबी)", "Medico-legal case"), form="mlc"),
        Reference("inquest_ref", Words("पंचायतनामा", "Inquest"), form="iif_11"),
    ),
)

PROPERTY = Section(
    "property",
    Words("सम्पत्ति", "Property"),
    (properties("property_stolen", Words("चोरी / प्रभावित सम्पत्ति", "Property stolen or affected")),),
)

SUMMARY = Section(
    "summary",
    Words("गवाह व संक्षिप्त विवरण", "Witnesses and summary"),
    (
        persons("scene_witnesses", Words("मौके के गवाह", "Witnesses at the scene"), sealed=True),
        LongText("brief", Words("संक्षिप्त विवरण", "Brief of the case"), need=Need.EXPECTED),
        officer("io", Words("विवेचक", "Investigating officer"), need=Need.EXPECTED),
    ),
)


def forensic_visit(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """From seven years of punishment on, the forensic expert visits and a video is made (s.176(3))."""
    if not max_punishment_known(letter):
        return
    for key, hi, en in (
        ("forensic_arrived_at", "फोरेंसिक टीम का आगमन", "the arrival of the forensic team"),
        ("video_ref", "घटनास्थल का वीडियो", "the video of the scene"),
    ):
        if is_blank(letter.get(key)):
            yield Problem(
                (key,),
                "K22",
                Words(
                    f"अपराध 7 वर्ष या अधिक दण्डनीय है: {hi} आवश्यक है, यहाँ खाली है। टीम बुलायें और भरें; तब तक कमी सूची में रहेगा।",
                    f"The offence is punishable with seven years or more: {en} is required and blank here. "
                    "Call the team and fill it; until then it stays on the deficiency list.",
                ),
                Weight.GAP,
                "176(3) BNSS",
            )


_HURT = OneOf("injury", ("SIMPLE", "GRIEVOUS", "FATAL_RISK"))


def medical_papers(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """An injured victim has a medico-legal report, a dead one an inquest."""
    case = facts.case()
    hurt = any(_HURT.holds((row,)) for row in rows(letter, "victims"))
    dead = any(
        row.get("dead") is True or row.get("injury") == "DEATH" for row in rows(letter, "victims")
    )
    if hurt and is_blank(letter.get("mlc_ref")) and not case.of("mlc"):
        yield Problem(
            ("mlc_ref",),
            "IIF2.mlc",
            Words(
                "पीड़ित को चोट है, पर एम0एल0सी0 नहीं जुड़ी है। सूची (F4) से एम0एल0सी0 चुनें।",
                "A victim is injured, yet no medico-legal case is linked. Choose it from the list (F4).",
            ),
            Weight.GAP,
        )
    if dead and is_blank(letter.get("inquest_ref")) and not case.of("iif_11"):
        yield Problem(
            ("inquest_ref",),
            "IIF2.inquest",
            Words(
                "पीड़ित की मृत्यु हुई है, पर पंचायतनामा नहीं जुड़ा है। सूची (F4) से पंचायतनामा चुनें।",
                "A victim has died, yet no inquest is linked. Choose it from the list (F4).",
            ),
            Weight.GAP,
        )


def begin(facts: Facts) -> Letter:
    """Sections, victims, property and head of the FIR, and the acting officer."""
    fir = fir_of(facts)
    letter: Letter = {
        "acts": acts_now(facts),
        "victims": persons_of(fir, "victims", facts),
        "property_stolen": properties_of(fir, "property", facts),
        "io": officer_acting(facts),
    }
    head = fir.letter.get("major_head") if fir else None
    if isinstance(head, str) and Listed("MAJOR_HEAD").words_of(head):
        letter["major_head"] = head
    return {key: value for key, value in letter.items() if value}


def prepare(letter: Letter, facts: Facts) -> None:
    """The FIR of the case and its time, from which the forensic visit is reckoned."""
    refer_to_fir(letter, facts)
    fill_fir_time(letter, facts)


def is_sensitive(letter: Letter) -> bool:
    """The sensitive sections, and children among the victims."""
    day = str(letter.get("fir_at") or letter.get("visit_at") or "")
    return is_sensitive_by_sections(letter) or has_child(letter, "victims", day)


def _needs_forensic(letter: Letter) -> bool:
    return flags(chosen_sections(letter)).forensic_mandatory is True


def line(letter: Letter) -> str:
    """Type of crime, sections and the hour of inspection; it names nobody."""
    kind = CrimeTypes().words_of(str(letter.get("crime_type") or ""))
    told = (kind.hi if kind else "", sections_said(letter), clock_read(letter.get("visit_at")))
    return " · ".join(filter(None, told)) or "अपराध विवरण"


def sample(now: dt.datetime) -> Letter:
    """The fictional scene of a stolen motor cycle."""

    def ago(hours: float) -> str:
        return (now - dt.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")

    home = {"village_town": "ग्राम नमूनापुर", "tehsil": "सदर", "district": "नमूना जनपद"}
    photo = {"sha256": "0" * 64, "name": "namoona.jpg", "mime": "image/jpeg", "size": 1000}
    return {
        "acts": [{"act": "BNS", "section": "303(2)"}, {"act": "BNS", "section": "317(2)"}],
        "crime_type": "VEHICLE_THEFT",
        "major_head": "PROPERTY",
        "minor_head": "12",
        "method": ["DUPLICATE_KEY"],
        "method_text": "घर के बाहर खड़ी मोटर साइकिल का ताला मास्टर चाबी से खोला गया। (नमूना)",
        "conveyance_used": ["MOTORCYCLE"],
        "character_assumed": ["PASSENGER"],
        "language_used": ["HINDI", "AWADHI"],
        "special_features": "रात्रि में दो-तीन व्यक्ति साथ",
        "motive": "GAIN",
        "place_type": "ROAD_RURAL",
        "place_description": "वादी के घर के सामने खड़ंजा; उत्तर में विद्यालय, दक्षिण में खेत, पूरब में वादी का घर, "
        "पश्चिम में रास्ता। (यह काल्पनिक नमूना है)",
        "visit_at": ago(0.5),
        "sketch_map": photo,
        "photos": [{"photo": photo, "caption": "घटनास्थल सामने से"}],
        "video_ref": "थाना मोबाइल नमूना 01, फाइल 0001",
        "forensic_called_at": ago(0.9),
        "forensic_arrived_at": ago(0.6),
        "forensic_team": "फील्ड यूनिट नमूना जनपद",
        "forensic_seal": "नमूना मोहर",
        "physical_evidence": [
            {
                "kind": "FOOTPRINT",
                "place": "खड़ंजे के किनारे गीली मिट्टी",
                "lifted_by": "फील्ड यूनिट",
                "packed": True,
            }
        ],
        "victims": [
            {
                "name": "श्रीकृष्ण नमूना प्रसाद",
                "relation_type": "FATHER",
                "relative_name": "उदाहरण लाल",
                "gender": "MALE",
                "birth_year": 1984,
                "addresses": [{"address_type": "PRESENT", **home}],
                "injury": "NONE",
                "dead": False,
                "weapon": "NONE",
            }
        ],
        "property_stolen": [
            {
                "category": "AUTOMOBILES",
                "description": "काली मोटर साइकिल Hero Splendor",
                "value_rs": "45000",
                "registration_no": "UP00ZZ0000",
            }
        ],
        "scene_witnesses": [
            {
                "name": "साक्षी नमूना लाल",
                "relation_type": "FATHER",
                "relative_name": "दृष्टान्त लाल",
                "addresses": [{"address_type": "PRESENT", **home}],
            }
        ],
        "brief": "घटनास्थल का निरीक्षण वादी की निशानदेही पर किया गया, नक्शा नजरी तैयार किया गया। (यह काल्पनिक नमूना है)",
        "io": {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"},
    }


FORM = Form(
    code="iif_2",
    version=1,
    title=Words("अपराध विवरण प्रपत्र (IIF-2)", "Crime detail form (IIF-2)"),
    short=Words("अपराध विवरण", "Crime details"),
    sections=(CASE, METHODS, PLACE, VICTIMS, PROPERTY, INSPECTION, FORENSIC, SUMMARY),
    role="io",
    duty=("c-1",),
    law=Words("धारा 176 बी.एन.एस.एस.", "Section 176 B.N.S.S."),
    rules=(
        not_before_fir("visit_at", "निरीक्षण का समय", "The inspection"),
        Rule("K22", forensic_visit),
        Rule("IIF2.medical", medical_papers),
        in_order(
            "forensic_called_at",
            "forensic_arrived_at",
            "फोरेंसिक टीम बुलाये जाने से पहले पहुँची लिखी है। कृपया समय ठीक करें।",
            "The forensic team arrived before it was called. Please put the time right.",
        ),
    ),
    numbered=(Numbered("crime_detail"),),
    parent="iif_1",
    also_under=("fir_rereg",),
    parent_must=True,
    clocks=(ClockStart("K22", at="fir_at", done="forensic_arrived_at", when=_needs_forensic),),
    papers=(
        Paper(
            "form",
            Words("अपराध विवरण", "Crime details"),
            "",
            copies=(Words("केस डायरी प्रति", "Case diary copy"), Words("न्यायालय प्रति", "Court copy")),
            signers=(witnesses_sign("scene_witnesses"), OFFICER_SIGNS),
        ),
    ),
    line=line,
    occurred="visit_at",
    is_sensitive=is_sensitive,
    prepare=prepare,
    begin=begin,
    sample=sample,
)
