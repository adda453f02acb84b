"""Missing person (IIF-8, गुमशुदगी): no section of the BNSS; a child needs an FIR (duty b-5)."""

import datetime as dt
from collections.abc import Iterator, Mapping

from forms.kit.condition import All, Filled, Is, OneOf
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
from forms.kit.form import ClockStart, Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, is_blank, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.age import age_span, day_of, may_be_child
from forms.parts.case import diary, diary_reference, fir_of, in_order, later_diary
from forms.parts.hue_and_cry import missing_paper
from forms.parts.incident import (
    FIR_CHOSEN,
    fir_choice,
    hides_names,
    imei_line,
    imei_problems,
    name_in,
    only_person,
    place_in,
    take_fir,
)
from forms.parts.lists import Fixed, Listed
from forms.parts.officer import officer
from forms.parts.person import person, persons
from forms.parts.place import address
from forms.parts.signing import signs

CATEGORY = Fixed(
    "MISSING_CATEGORY",
    (
        ("BOY", Words("बालक", "Boy")),
        ("GIRL", Words("बालिका", "Girl")),
        ("MAN", Words("पुरुष", "Man")),
        ("WOMAN", Words("महिला", "Woman")),
        ("TRANSGENDER", Words("ट्रांसजेंडर", "Transgender person")),
    ),
)
STATUS = Fixed(
    "MISSING_STATUS",
    (
        ("MISSING", Words("लापता", "Missing")),
        ("FOUND_ALIVE", Words("जीवित मिला", "Found alive")),
        ("FOUND_DEAD", Words("मृत मिला", "Found dead")),
        ("MATCHED", Words("मिलान", "Matched")),
    ),
)
_TRACED = OneOf("status", ("FOUND_ALIVE", "FOUND_DEAD", "MATCHED"))

REPORT = Section(
    "report",
    Words("सूचना", "Report"),
    (
        DateTime("report_dt", Words("सूचना दिनांक व समय", "Reported at"), need=Need.MUST),
        diary_reference(),
        fir_choice(
            Words("एफ0आई0आर0 (नाबालिग)", "FIR (child)"),
            help=Words(
                "18 वर्ष से कम आयु के गुमशुदा में प्राथमिकी (धारा 137 बीएनएस) तुरन्त लिखी जाती है; उसे यहाँ चुनें।",
                "For a missing person below 18 an FIR (s.137 BNS) is written at once; choose it here.",
            ),
        ),
        person("informant", Words("सूचनाकर्ता", "Informant"), need=Need.EXPECTED, sealed=True),
        Choice(
            "relation",
            Words("गुमशुदा से सम्बन्ध", "Relation to the missing person"),
            choices=Listed("REL_TYPE"),
            need=Need.EXPECTED,
        ),
    ),
)

MISSING = Section(
    "missing",
    Words("गुमशुदा व्यक्ति", "Missing person"),
    (
        person(
            "missing",
            Words("गुमशुदा व्यक्ति", "Missing person"),
            need=Need.MUST,
            sealed=True,
            photo=Need.EXPECTED,
            body=True,
        ),
        Choice("category", Words("श्रेणी", "Category"), choices=CATEGORY, fixed=True),
        MultiChoice(
            "condition",
            Words("विशेष स्थिति", "Special condition"),
            choices=Fixed(
                "MISSING_CONDITION",
                (
                    ("MENTAL", Words("मानसिक अस्वस्थ", "Mentally unwell")),
                    ("DISABLED", Words("दिव्यांग", "Disabled")),
                    ("DEAF_MUTE", Words("मूक-बधिर", "Deaf and mute")),
                    ("AGED", Words("वृद्ध", "Aged")),
                    ("PREGNANT", Words("गर्भवती", "Pregnant")),
                    ("ILL", Words("रोगी", "Ill")),
                ),
            ),
        ),
        Line(
            "illness",
            Words("रोग व दवाएँ", "Illness and medicines"),
            most=300,
            shown_when=OneOf("condition", ("MENTAL", "DISABLED", "PREGNANT", "ILL", "AGED")),
            sealed=True,
        ),
        Line("languages", Words("भाषा / बोली", "Languages, dialect")),
    ),
)

LAST_SEEN = Section(
    "last_seen",
    Words("अन्तिम बार देखा गया", "Last seen"),
    (
        DateTime(
            "last_seen_dt",
            Words("अन्तिम बार देखा गया (दिनांक व समय)", "Last seen at"),
            need=Need.EXPECTED,
        ),
        address(
            "last_seen_place",
            Words("अन्तिम बार देखने का स्थान", "Place where last seen"),
            need=Need.EXPECTED,
        ),
        Line(
            "clothes",
            Words("पहने वस्त्र (रंग सहित)", "Clothes worn, with colours"),
            most=500,
            need=Need.EXPECTED,
            index=Index.TEXT,
            help=Words(
                "ऊपर व नीचे के वस्त्र, दोनों का रंग।", "Upper and lower clothes, with the colour of each."
            ),
        ),
        Line("footwear", Words("जूते / चप्पल", "Footwear")),
        Line("ornaments", Words("आभूषण / सामान", "Ornaments and articles"), most=500),
        Line(
            "mobile_no",
            Words("साथ का मोबाइल नं0", "Mobile number carried"),
            most=10,
            pattern=r"[6-9][0-9]{9}",
            pattern_words=Words(
                "मोबाइल नम्बर 10 अंकों का होता है और 6 से 9 के बीच के अंक से शुरू होता है।",
                "A mobile number has 10 digits and starts with 6 to 9.",
            ),
            index=Index.PHONE,
            sealed=True,
        ),
        imei_line("mobile_imei"),
        Line(
            "social_accounts",
            Words("सोशल मीडिया खाते", "Social media accounts"),
            most=300,
            sealed=True,
        ),
    ),
)

CIRCUMSTANCES = Section(
    "circumstances",
    Words("परिस्थितियाँ", "Circumstances"),
    (
        Choice(
            "reason",
            Words("सम्भावित कारण", "Likely reason"),
            choices=Fixed(
                "MISSING_REASON",
                (
                    ("OWN_WILL", Words("स्वेच्छा", "Own will")),
                    ("LOVE", Words("प्रेम प्रसंग", "Love affair")),
                    ("FAMILY", Words("पारिवारिक विवाद", "Family quarrel")),
                    ("STUDIES", Words("परीक्षा / पढ़ाई", "Examination, studies")),
                    ("WORK", Words("रोजगार", "Employment")),
                    ("KIDNAPPED", Words("अपहरण", "Kidnapping")),
                    ("CROWD", Words("मेला / भीड़", "Fair, crowd")),
                    ("MENTAL", Words("मानसिक", "Mental state")),
                    ("UNKNOWN", Words("अज्ञात", "Unknown")),
                ),
            ),
            need=Need.EXPECTED,
            help=Words(
                "अपहरण का सन्देह हो तो प्राथमिकी लिखी जाती है।",
                "Where kidnapping is suspected an FIR is written.",
            ),
        ),
        LongText("circumstances", Words("परिस्थितियाँ", "Circumstances"), need=Need.EXPECTED),
        YesNo("earlier_missing", Words("पूर्व में गुम हुए?", "Missing before?")),
        Line(
            "earlier_when",
            Words("कब व कहाँ मिले", "When, and where found"),
            shown_when=Is("earlier_missing", True),
        ),
        Line("likely_places", Words("सम्भावित स्थान", "Places likely visited"), most=500),
        persons("suspects", Words("संदिग्ध", "Suspected person")),
    ),
)

ACTIONS = Section(
    "actions",
    Words("की गयी कार्यवाही", "Action taken"),
    (
        Rows(
            "actions",
            Words("की गयी कार्यवाही", "Action taken"),
            need=Need.EXPECTED,
            row=Group(
                "action",
                Words("कार्यवाही", "Action"),
                parts=(
                    DateTime("at", Words("दिनांक व समय", "At"), need=Need.EXPECTED),
                    Choice(
                        "step",
                        Words("कार्यवाही", "Step"),
                        choices=Fixed(
                            "MISSING_STEP",
                            (
                                ("WIRELESS", Words("वायरलेस संदेश", "Wireless message")),
                                ("DCRB", Words("डी0सी0आर0बी0 / एस0सी0आर0बी0", "DCRB / SCRB")),
                                ("TRACK_CHILD", Words("ट्रैक चाइल्ड", "Track Child")),
                                ("AHTU", Words("ए0एच0टी0यू0", "AHTU")),
                                ("RAIL_BUS", Words("रेल / बस स्टेशन", "Railway or bus station")),
                                ("HOSPITAL", Words("अस्पताल", "Hospital")),
                                ("PRESS", Words("समाचार / फोटो प्रकाशन", "Press, photo published")),
                                ("CDR", Words("सी0डी0आर0", "Call records")),
                            ),
                        ),
                        need=Need.EXPECTED,
                    ),
                    Line("remark", Words("विवरण", "Remark"), most=300),
                ),
            ),
        ),
        officer("io", Words("जाँच अधिकारी", "Enquiry officer"), need=Need.EXPECTED),
    ),
)

OUTCOME = Section(
    "outcome",
    Words("स्थिति व बरामदगी", "Status and tracing"),
    (
        Choice("status", Words("स्थिति", "Status"), choices=STATUS, need=Need.EXPECTED),
        DateTime(
            "traced_dt",
            Words("बरामदगी दिनांक व समय", "Traced at"),
            shown_when=_TRACED,
            need=Need.EXPECTED,
        ),
        address(
            "traced_place",
            Words("बरामदगी स्थान", "Where traced"),
            shown_when=_TRACED,
            need=Need.EXPECTED,
        ),
        Line(
            "traced_condition", Words("किस दशा में मिले", "Condition when traced"), shown_when=_TRACED
        ),
        officer("recovered_by", Words("बरामद करने वाले", "Recovered by"), shown_when=_TRACED),
        diary_reference(key="traced_gd_ref", hi="बरामदगी की रपट", en="Diary entry of the tracing"),
        person(
            "handed_to",
            Words("सुपुर्दगी", "Handed over to"),
            shown_when=_TRACED,
            need=Need.EXPECTED,
            sealed=True,
        ),
        YesNo(
            "statement_183",
            Words("बयान धारा 183", "Statement under s.183"),
            shown_when=All(
                Is("status", "FOUND_ALIVE"), OneOf("category", ("BOY", "GIRL", "WOMAN"))
            ),
            need=Need.EXPECTED,
            source="183 BNSS",
        ),
        Reference(
            "medical_ref",
            Words("मेडिकल (मजरूबी)", "Medical examination"),
            form="mlc",
            shown_when=_TRACED,
        ),
    ),
)


def child_missing(letter: Letter) -> bool:
    """Whether the missing person was below 18 when last seen, or may have been."""
    return may_be_child(letter.get("missing"), _day(letter))


def _day(letter: Letter) -> dt.date | None:
    return day_of(letter.get("last_seen_dt") or letter.get("report_dt"))


def fir_for_a_child(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A missing child is presumed kidnapped and an FIR is registered at once (Supreme Court, 2013).

    The order is known by title alone, so the officer in charge may allow a report without one.
    """
    if child_missing(letter) and is_blank(letter.get("fir_ref")) and fir_of(facts) is None:
        yield Problem(
            ("fir_ref",),
            "IIF8.child",
            Words(
                "गुमशुदा की आयु 18 वर्ष से कम है: प्राथमिकी (धारा 137 बीएनएस) लिखकर यहाँ चुनें। "
                "प्राथमिकी के बिना दर्ज करने हेतु थाना प्रभारी कारण लिखकर स्वीकृति दें।",
                "The missing person is below 18: write an FIR (s.137 BNS) and choose it here. Without "
                "one the officer in charge allows the report with a reason.",
            ),
            Weight.APPROVAL,
            "Bachpan Bachao Andolan v. UoI, 10-05-2013",
        )


def description(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """Without age nobody knows whether it is a child; without features nobody finds the person."""
    missing = letter.get("missing")
    if not isinstance(missing, Mapping):
        return
    if age_span(missing, _day(letter)) is None:
        yield Problem(
            ("missing", "age_years"),
            "IIF8.age",
            Words(
                "गुमशुदा की आयु नहीं लिखी है। आयु से ही तय होता है कि प्राथमिकी आवश्यक है या नहीं; अनुमान से लिखें।",
                "The age is not written. It decides whether an FIR is needed; write an estimate.",
            ),
            Weight.GAP,
        )
    if is_blank(missing.get("physical")):
        yield Problem(
            ("missing", "physical"),
            "IIF8.physical",
            Words(
                "हुलिया (शारीरिक विशेषताएँ) खाली है। कद, रंग व पहचान चिन्ह लिखें; मिलान इन्हीं से होता है।",
                "The physical features are blank. Write height, complexion and marks; matching goes by them.",
            ),
            Weight.GAP,
        )


def imei(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """The check digit of the phone carried."""
    return imei_problems([(("mobile_imei",), letter.get("mobile_imei"))])


def prepare(letter: Letter, facts: Facts) -> None:
    """The FIR of the case, and the category by age and gender."""
    take_fir(letter, facts)
    letter.pop("category", None)
    missing = letter.get("missing")
    gender = missing.get("gender") if isinstance(missing, Mapping) else None
    if gender == "TRANSGENDER":
        letter["category"] = "TRANSGENDER"
    elif gender in ("MALE", "FEMALE") and age_span(missing, _day(letter)) is not None:
        grown, young = ("MAN", "BOY") if gender == "MALE" else ("WOMAN", "GIRL")
        letter["category"] = young if child_missing(letter) else grown


def begin(facts: Facts) -> Letter:
    """Of the FIR: informant, the one victim as the missing person, time, place, officer."""
    fir = fir_of(facts)
    if fir is None:
        return {}
    victims = [only_person(row) for row in rows(fir.letter, "victims")]
    begun: Letter = {
        "report_dt": fir.letter.get("info_at"),
        "informant": only_person(fir.letter.get("informant")),
        "missing": victims[0] if len(victims) == 1 else None,
        "last_seen_dt": fir.letter.get("occ_from"),
        "last_seen_place": fir.letter.get("place"),
        "io": fir.letter.get("io"),
        "status": "MISSING",
    }
    return {key: value for key, value in begun.items() if not is_blank(value)}


def _subject(letter: Letter, facts: Facts) -> str:
    return f"गुमशुदगी सं0 {facts.numbers.get('iif_8', '')}".strip()


def _diary(letter: Letter, facts: Facts) -> str:
    told, who = name_in(letter, "informant") or "सूचनाकर्ता", name_in(letter, "missing")
    age = (age_span(letter.get("missing"), _day(letter)) or (None,))[0]
    if child_missing(letter):
        told, who = "सूचनाकर्ता", "एक नाबालिग (नाम संवेदनशील)"
    elif hides_names(facts):
        told, who = "सूचनाकर्ता", "एक व्यक्ति (नाम संवेदनशील)"
    elif age is not None:
        who = f"{who or 'एक व्यक्ति'} आयु लगभग {age} वर्ष"
    where = "" if "संवेदनशील" in who else place_in(letter, "last_seen_place")
    fir = letter.get("fir_ref")
    number = fir.get("number") if isinstance(fir, Mapping) else ""
    return (
        f"इस समय {told} की सूचना पर {who or 'एक व्यक्ति'} के {f'{where} से ' if where else ''}लापता होने की "
        f"गुमशुदगी सं0 {facts.numbers.get('iif_8', '')} दर्ज की गयी। "
        f"{f'मु0अ0सं0 {number} पंजीकृत है। ' if number else ''}"
        f"जाँच {name_in(letter, 'io') or 'थाना प्रभारी'} के सुपुर्द की गयी। हुलिया प्रसारित कर तलाश जारी है।"
    )


def _traced(letter: Letter, facts: Facts) -> str:
    status, secret = str(letter.get("status") or ""), child_missing(letter) or hides_names(facts)
    who = "एक व्यक्ति (नाम संवेदनशील)" if secret else name_in(letter, "missing") or "गुमशुदा"
    by, where = name_in(letter, "recovered_by"), place_in(letter, "traced_place")
    given = "" if secret else name_in(letter, "handed_to")
    return (
        f"गुमशुदगी सं0 {facts.numbers.get('iif_8', '')} से सम्बन्धित {who} "
        f"{f'{where} से ' if where and not secret else ''}{f'{by} द्वारा ' if by else ''}"
        f"{'मृत अवस्था में मिले' if status == 'FOUND_DEAD' else 'बरामद हुए'}।"
        f"{f' सुपुर्दगी: {given}।' if given else ''} तलाश बन्द की गयी।"
    )


def _said(letter: Letter, key: str) -> str:
    part = next(part for part in MISSING.fields if part.key == key)
    return part.shown(letter.get(key), "hi")


def is_sensitive(letter: Letter) -> bool:
    """A child's identity is sealed (§11 of the reference; JJ Act 74)."""
    return child_missing(letter)


def line(letter: Letter) -> str:
    """Who is missing, and how it stands."""
    category = CATEGORY.words_of(str(letter.get("category") or ""))
    status = STATUS.words_of(str(letter.get("status") or ""))
    who = "संवेदनशील" if is_sensitive(letter) else name_in(letter, "missing")
    kind = category.hi if category else ""
    return " · ".join(filter(None, (who, kind, status.hi if status else "")))


def sample(now: dt.datetime) -> Letter:
    """A fictional old man who did not come home from the market."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    where = {
        "village_town": "कस्बा नमूनागंज",
        "tehsil": "सदर",
        "landmark": "साप्ताहिक बाजार",
        "district": "नमूना जनपद",
    }
    home = [{"address_type": "PRESENT", "village_town": "ग्राम नमूनापुर", "district": "नमूना जनपद"}]
    return {
        "report_dt": hours(1),
        "informant": {
            "name": "उदाहरण कुमार",
            "relation_type": "FATHER",
            "relative_name": "नमूना लाल",
            "gender": "MALE",
            "age_years": 35,
            "addresses": home,
            "phones": [{"phone": "9999900003"}],
        },
        "relation": "SON",
        "missing": {
            "name": "नमूना लाल",
            "relation_type": "FATHER",
            "relative_name": "काल्पनिक राम",
            "gender": "MALE",
            "age_years": 68,
            "addresses": home,
            "photo": {
                "sha256": "0" * 64,
                "name": "namuna.jpg",
                "mime": "image/jpeg",
                "size": 48_000,
                "caption": "नमूना फोटो",
            },
            "physical": {
                "build": "THIN",
                "height_cm": 165,
                "complexion": "WHEATISH",
                "identification_marks": "माथे पर पुराना निशान",
            },
        },
        "condition": ["AGED", "ILL"],
        "illness": "स्मृति कमजोर; रक्तचाप की दवा",
        "languages": "हिन्दी, अवधी",
        "last_seen_dt": hours(20),
        "last_seen_place": where,
        "clothes": "सफेद कुर्ता, सफेद धोती, भूरा गमछा",
        "footwear": "काली चप्पल",
        "ornaments": "दाहिने हाथ में चाँदी की अंगूठी",
        "mobile_no": "9999900004",
        "mobile_imei": "490154203237518",
        "reason": "MENTAL",
        "circumstances": "बाजार से सामान लेने गये थे, घर नहीं लौटे; रिश्तेदारी में पता किया, नहीं मिले। "
        "(यह काल्पनिक नमूना है)",
        "earlier_missing": True,
        "earlier_when": "दो वर्ष पूर्व, रेलवे स्टेशन नमूनागंज पर मिले",
        "likely_places": "रेलवे स्टेशन, मन्दिर",
        "actions": [
            {"at": hours(0), "step": "WIRELESS", "remark": "समस्त थाना को हुलिया प्रसारित"},
            {"at": hours(0), "step": "HOSPITAL"},
        ],
        "io": {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"},
        "status": "MISSING",
    }


FORM = Form(
    code="iif_8",
    version=1,
    title=Words("गुमशुदा व्यक्ति (IIF-8)", "Missing person (IIF-8)"),
    short=Words("गुमशुदगी", "Missing person"),
    sections=(REPORT, MISSING, LAST_SEEN, CIRCUMSTANCES, ACTIONS, OUTCOME),
    law=Words(
        "गुमशुदा बालक: धारा 137 बी.एन.एस. की प्राथमिकी",
        "A missing child: FIR under section 137 BNS",
    ),
    role="moharir",
    duty=("b-5",),
    rules=(
        FIR_CHOSEN,
        in_order(
            "last_seen_dt",
            "report_dt",
            "अन्तिम बार देखने का समय सूचना के बाद का है। कृपया समय ठीक करें।",
            "The person was last seen after the report. Please put the time right.",
        ),
        in_order(
            "last_seen_dt",
            "traced_dt",
            "बरामदगी अन्तिम बार देखने से पहले की है। कृपया समय ठीक करें।",
            "The person was traced before being last seen. Please put the time right.",
        ),
        Rule("IIF8.child", fir_for_a_child),
        Rule("IIF8.description", description),
        Rule("imei", imei),
    ),
    numbered=(Numbered("missing"),),
    also_under=("iif_1", "fir_rereg"),
    consequences=(
        diary("GUM", "gd_ref", _subject, _diary),
        later_diary(
            "GUM",
            "traced",
            "गुमशुदा की बरामदगी",
            _traced,
            when=All(_TRACED, Filled("traced_dt")),
            link="traced_gd_ref",
            at="traced_dt",
        ),
    ),
    clocks=(ClockStart("K36", at="report_dt", done="traced_dt", when=child_missing),),
    papers=(
        Paper(
            "form",
            Words("गुमशुदगी रिपोर्ट", "Report of a missing person"),
            "",
            copies=(
                Words("थाना प्रति", "Station copy"),
                Words("सूचनाकर्ता प्रति", "Informant's copy"),
                Words("डी0सी0आर0बी0 प्रति", "DCRB copy"),
            ),
            signers=(signs("सूचनाकर्ता", "Informant", "informant"),),
        ),
        missing_paper(_said),
    ),
    line=line,
    occurred="last_seen_dt",
    is_sensitive=is_sensitive,
    prepare=prepare,
    begin=begin,
    sample=sample,
)
