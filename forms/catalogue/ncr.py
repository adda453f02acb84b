"""Non-cognizable report: s.174 BNSS, before 1 July 2024 s.155 CrPC (duty b-3 of the letter)."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal as Exact

from forms.codes import flags
from forms.kit.condition import Filled, Is
from forms.kit.fields import (
    Choice,
    Date,
    DateTime,
    Decimal,
    Index,
    Line,
    LongText,
    Money,
    Need,
    Reference,
    YesNo,
)
from forms.kit.form import ClockStart, Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import acts_and_sections, chosen_sections, sections_said
from forms.parts.case import diary, diary_reference, in_order
from forms.parts.incident import name_in, sign_for, total_value
from forms.parts.lists import Fixed, Listed
from forms.parts.offence_rules import code_by_date, order_of_times
from forms.parts.officer import court, officer
from forms.parts.person import person, persons
from forms.parts.place import address
from forms.parts.property import properties
from forms.parts.signing import signs

_ORDERED = Filled("mag_order_no")

REPORT = Section(
    "report",
    Words("धाराएँ व सूचना", "Sections and information"),
    (
        acts_and_sections("acts", Words("अधिनियम व धारा(एँ)", "Acts and sections"), need=Need.MUST),
        DateTime(
            "info_at",
            Words("थाने पर सूचना प्राप्ति दिनांक व समय", "Information received at P.S."),
            need=Need.MUST,
        ),
        diary_reference(),
        Choice(
            "info_type",
            Words("सूचना का प्रकार", "Type of information"),
            choices=Listed("INFO_TYPE"),
            need=Need.EXPECTED,
        ),
        DateTime("occ_from", Words("घटना दिनांक व समय से", "Occurred from"), need=Need.EXPECTED),
        DateTime("occ_to", Words("घटना दिनांक व समय तक", "Occurred to")),
    ),
)

PLACE = Section(
    "place",
    Words("घटना स्थल", "Place of occurrence"),
    (
        address("place", Words("घटना स्थल", "Place of occurrence"), need=Need.EXPECTED),
        Choice(
            "direction",
            Words("थाने से दिशा", "Direction from P.S."),
            choices=Listed("DIRECTION"),
            need=Need.EXPECTED,
        ),
        Decimal(
            "distance_km",
            Words("थाने से दूरी", "Distance from P.S."),
            least="0",
            most="200",
            unit=Words("कि0मी0", "km"),
            need=Need.EXPECTED,
        ),
        Line("beat", Words("बीट सं0", "Beat no."), most=20),
    ),
)

COMPLAINANT = Section(
    "complainant",
    Words("शिकायतकर्ता", "Complainant"),
    (
        person(
            "complainant",
            Words("शिकायतकर्ता", "Complainant"),
            need=Need.MUST,
            sealed=True,
        ),
    ),
)

ACCUSED = Section(
    "accused",
    Words("विपक्षी", "Opposite party"),
    (
        persons(
            "accused",
            Words("विपक्षी", "Opposite party"),
            help=Words(
                "नाम न मालूम हो तो नाम में ‘अज्ञात’ लिखें।",
                "If the name is not known write ‘अज्ञात’.",
            ),
        ),
    ),
)

FACTS = Section(
    "facts",
    Words("घटना का विवरण", "What happened"),
    (
        LongText(
            "brief",
            Words("घटना का विवरण", "Account of the occurrence"),
            need=Need.MUST,
            help=Words(
                "सूचना का सार जैसा सूचनाकर्ता ने बताया वैसा लिखें (‘नकल तहरीर हिन्दी वादी …’)।",
                "Write the substance as the informant told it.",
            ),
        ),
        Reference(
            "injury_mlc",
            Words("चोट / मेडिकल (मजरूबी)", "Injury: medico-legal record"),
            form="mlc",
            help=Words(
                "चोट हो तो पहले मजरूबी चिट्ठी दर्ज करें, फिर यहाँ चुनें।",
                "If anyone is hurt, register the medico-legal case first and choose it here.",
            ),
        ),
        properties("property", Words("सम्पत्ति", "Property")),
        Money("property_total", Words("सम्पत्ति का कुल मूल्य", "Total value of property"), fixed=True),
    ),
)

ACTION = Section(
    "action",
    Words("कार्यवाही व हस्ताक्षर", "Action and signatures"),
    (
        YesNo(
            "referred_magistrate",
            Words("सूचनाकर्ता को मजिस्ट्रेट के पास भेजा गया", "Informant referred to the Magistrate"),
            need=Need.EXPECTED,
            source="174(1) BNSS",
        ),
        Date(
            "referred_on",
            Words("भेजने का दिनांक", "Referred on"),
            shown_when=Is("referred_magistrate", True),
            need=Need.EXPECTED,
        ),
        Choice(
            "informant_sign",
            Words("सूचनाकर्ता का हस्ताक्षर / अंगूठा", "Signature / thumb impression of informant"),
            choices=Fixed(
                "SIGN",
                (
                    ("SIGNATURE", Words("हस्ताक्षर", "Signature")),
                    ("THUMB", Words("अंगूठा निशान", "Thumb impression")),
                ),
            ),
            need=Need.EXPECTED,
        ),
        officer("writer", Words("लेखक", "Writer"), fixed=True),
        officer("officer_in_charge", Words("थाना प्रभारी", "Officer in charge")),
    ),
)

MAGISTRATE = Section(
    "magistrate",
    Words("पाक्षिक रिपोर्ट व मजिस्ट्रेट का आदेश", "Fortnightly report and Magistrate's order"),
    (
        DateTime(
            "fortnight_sent_dt",
            Words("पाक्षिक रिपोर्ट प्रेषण दिनांक", "Fortnightly report sent on"),
            printed=False,
            source="174(1)(ii) BNSS",
            help=Words(
                "असंज्ञेय सूचनाओं की सूची 15 दिन के भीतर मजिस्ट्रेट को भेजी जाती है; भेजने पर यहाँ लिखें।",
                "The list of such reports goes to the Magistrate within 15 days; fill when it was sent.",
            ),
        ),
        Line(
            "fortnight_report_no",
            Words("पाक्षिक रिपोर्ट पत्रांक", "Fortnightly report, letter no."),
            most=60,
            printed=False,
            shown_when=Filled("fortnight_sent_dt"),
        ),
        Line(
            "mag_order_no",
            Words("मजिस्ट्रेट का आदेश सं0", "Magistrate's order no."),
            most=60,
            index=Index.NUMBER,
            source="174(2) BNSS",
        ),
        Date(
            "mag_order_dt",
            Words("आदेश दिनांक", "Date of the order"),
            shown_when=_ORDERED,
            need=Need.EXPECTED,
        ),
        court("mag_court", Words("न्यायालय", "Court"), shown_when=_ORDERED),
        YesNo(
            "mag_investigate",
            Words("विवेचना का आदेश है?", "Is investigation ordered?"),
            shown_when=_ORDERED,
            need=Need.EXPECTED,
        ),
        Reference(
            "converted_fir",
            Words("तरमीम / एफ0आई0आर0", "Converted into FIR"),
            form="iif_1",
            help=Words(
                "एन0सी0आर0 मुकदमे में तरमीम हुई हो तो प्राथमिकी चुनें; दोनों नम्बर बने रहेंगे।",
                "If the report became a case choose the FIR; both numbers stay.",
            ),
        ),
    ),
)

_PETTY_THEFT = "BNS:303(2)"
_PETTY_VALUE = Exact(5000)


def only_non_cognizable(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """V05: one cognizable section makes the whole case cognizable (s.174(4) BNSS): an FIR.

    Theft below Rs 5,000 is non-cognizable for a first offender who gave the property back (First
    Schedule, 303(2) BNS); whether that is so the officer in charge decides.
    """
    chosen = chosen_sections(letter)
    if not chosen:
        return
    known = flags(chosen).any_cognizable
    if known is True:
        grave = [one for one in chosen if one.cognizable]
        total = str(letter.get("property_total") or "")
        petty = bool(total) and Exact(total) < _PETTY_VALUE
        if petty and all(one.id == _PETTY_THEFT for one in grave):
            yield Problem(
                ("acts",),
                "V05.petty",
                Words(
                    "धारा 303(2) सामान्यतः संज्ञेय है। मूल्य 5,000 रु0 से कम, पहला अपराध और सम्पत्ति वापस हो "
                    "तभी एन0सी0आर0 लिखी जा सकती है: थाना प्रभारी की स्वीकृति लें, अन्यथा प्राथमिकी लिखें।",
                    "Section 303(2) is cognizable as a rule. Only below Rs 5,000, for a first offence with "
                    "the property returned, is it an NCR: ask the officer in charge, or write an FIR.",
                ),
                Weight.APPROVAL,
                "First Schedule BNSS",
            )
            return
        names = ", ".join(f"{one.number} {one.act_text or one.act}" for one in grave)
        yield Problem(
            ("acts",),
            "V05",
            Words(
                f"धारा {names} संज्ञेय है; एक भी संज्ञेय धारा हो तो पूरा मामला संज्ञेय होता है। "
                "इसे एन0सी0आर0 में नहीं, प्राथमिकी (IIF-1) में लिखें।",
                f"Section {names} is cognizable, and one cognizable section makes the whole case so. "
                "Write it as an FIR (IIF-1), not as an NCR.",
            ),
            Weight.REFUSE,
            "174(4) BNSS",
        )
    elif known is None:
        yield Problem(
            ("acts",),
            "V05.unknown",
            Words(
                "सूची से पता नहीं चलता कि यह धारा असंज्ञेय है या नहीं। अधिनियम देखकर पुष्टि करें और कारण में लिखें; "
                "संज्ञेय हो तो प्राथमिकी लिखें।",
                "The list does not say whether this section is non-cognizable. Look it up and say so as "
                "the reason; if it is cognizable write an FIR.",
            ),
            Weight.REASON,
            "174 BNSS",
        )


def is_sensitive(letter: Letter) -> bool:
    """By the sections, as for an FIR."""
    return flags(chosen_sections(letter)).sensitive


def prepare(letter: Letter, facts: Facts) -> None:
    """The total value (V16), and who wrote the report."""
    total_value(letter, "property", "property_total")
    sign_for(letter, facts, "writer")


def _subject(letter: Letter, facts: Facts) -> str:
    return f"पंजीकरण एन0सी0आर0 सं0 {facts.numbers.get('ncr', '')}".strip()


def _diary(letter: Letter, facts: Facts) -> str:
    who = name_in(letter, "complainant") or "सूचनाकर्ता"
    if is_sensitive(letter):
        who = "सूचनाकर्ता (नाम संवेदनशील)"
    against = len(list(rows(letter, "accused")))
    brief = (
        f"इस समय {who} की सूचना पर एन0सी0आर0 सं0 {facts.numbers.get('ncr', '')} अन्तर्गत धारा "
        f"{sections_said(letter)} बनाम {f'{against} विपक्षी' if against else 'अज्ञात'} पंजीकृत की गयी। "
        "सूचना असंज्ञेय अपराध की है। "
    )
    if letter.get("referred_magistrate") is True:
        brief += "सूचनाकर्ता को सक्षम मजिस्ट्रेट के समक्ष जाने हेतु निर्दिष्ट किया गया। "
    return brief + "एन0सी0आर0 की एक प्रति सूचनाकर्ता को दी जा रही है।"


def line(letter: Letter) -> str:
    """Sections, then complainant against the opposite party."""
    if is_sensitive(letter):
        return f"{sections_said(letter)} · संवेदनशील"
    against = [str(row.get("name") or "अज्ञात") for row in rows(letter, "accused")]
    more = f" आदि {len(against)}" if len(against) > 1 else ""
    return (
        f"{sections_said(letter)} · {name_in(letter, 'complainant')} बनाम "
        f"{against[0] + more if against else 'अज्ञात'}"
    )


def sample(now: dt.datetime) -> Letter:
    """A fictional quarrel over a drain."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    where = {
        "village_town": "ग्राम नमूनापुर",
        "tehsil": "सदर",
        "landmark": "पंचायत भवन के पास",
        "district": "नमूना जनपद",
    }
    return {
        "acts": [
            {"act": "BNS", "section": "115(2)"},
            {"act": "BNS", "section": "352"},
            {"act": "BNS", "section": "351(2)"},
        ],
        "info_at": hours(1),
        "info_type": "WRITTEN",
        "occ_from": hours(5),
        "occ_to": hours(4),
        "place": where,
        "direction": "NE",
        "distance_km": "3.5",
        "beat": "04",
        "complainant": {
            "name": "उदाहरण देवी",
            "relation_type": "HUSBAND",
            "relative_name": "नमूना लाल",
            "gender": "FEMALE",
            "age_years": 38,
            "nationality": "IN",
            "occupation": "गृहिणी",
            "addresses": [{"address_type": "PRESENT", **where}],
            "phones": [{"phone": "9999900001"}],
        },
        "accused": [
            {
                "name": "काल्पनिक कुमार",
                "relation_type": "FATHER",
                "relative_name": "नमूना प्रसाद",
                "gender": "MALE",
                "age_years": 40,
                "addresses": [{"address_type": "PRESENT", **where}],
            }
        ],
        "brief": "नकल तहरीर हिन्दी वादिनी: नाली के पानी को लेकर विपक्षी ने गाली-गलौज करते हुए थप्पड़ मारे और "
        "देख लेने की धमकी दी। कृपया रिपोर्ट दर्ज कर कार्यवाही करें। (यह काल्पनिक नमूना है)",
        "property": [
            {
                "category": "OTHERS",
                "description": "टूटा हुआ मिट्टी का घड़ा (नमूना)",
                "value_rs": "150",
            }
        ],
        "referred_magistrate": True,
        "referred_on": now.strftime("%Y-%m-%d"),
        "informant_sign": "THUMB",
        "writer": {"name": "हे0का0 नमूना राम", "rank": "HEAD_CONSTABLE", "pno": "000000003"},
        "officer_in_charge": {
            "name": "निरीक्षक उदाहरण वर्मा",
            "rank": "INSPECTOR",
            "pno": "000000002",
        },
    }


FORM = Form(
    code="ncr",
    version=1,
    title=Words("गैर संज्ञेय रिपोर्ट (एन.सी.आर.)", "Non-cognizable report (NCR)"),
    short=Words("एन0सी0आर0", "NCR"),
    sections=(REPORT, PLACE, COMPLAINANT, ACCUSED, FACTS, ACTION, MAGISTRATE),
    role="moharir",
    duty=("b-3",),
    law=Words("धारा 174 बी.एन.एस.एस.", "Section 174 B.N.S.S."),
    rules=(
        Rule("V01", order_of_times),
        Rule("V05", only_non_cognizable),
        Rule("V06", code_by_date),
        in_order(
            "info_at",
            "referred_on",
            "मजिस्ट्रेट के पास भेजने का दिनांक सूचना से पहले का है। कृपया ठीक करें।",
            "The informant was referred before the information came. Please put it right.",
        ),
        in_order(
            "info_at",
            "fortnight_sent_dt",
            "पाक्षिक रिपोर्ट सूचना से पहले की है। कृपया दिनांक ठीक करें।",
            "The fortnightly report is before the information. Please put the date right.",
        ),
        in_order(
            "info_at",
            "mag_order_dt",
            "मजिस्ट्रेट का आदेश सूचना से पहले का है। कृपया दिनांक ठीक करें।",
            "The Magistrate's order is before the information. Please put the date right.",
        ),
    ),
    numbered=(Numbered("ncr"),),
    consequences=(diary("NCR", "gd_ref", _subject, _diary),),
    clocks=(ClockStart("K07", done="fortnight_sent_dt"),),
    papers=(
        Paper(
            "form",
            Words("गैर संज्ञेय रिपोर्ट", "Non-cognizable report"),
            "",
            copies=(
                Words("थाना प्रति", "Station copy"),
                Words("सूचनाकर्ता प्रति", "Informant's copy"),
            ),
            signers=(signs("शिकायतकर्ता", "Complainant", "complainant"),),
        ),
    ),
    line=line,
    occurred="occ_from",
    is_sensitive=is_sensitive,
    prepare=prepare,
    sample=sample,
)
