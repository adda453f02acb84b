"""Registration anew of an FIR that another station sent (duty d-3): s.154 CrPC, now s.173(1) BNSS."""

import datetime as dt
from collections.abc import Iterator

from forms.codes import flags
from forms.kit.fields import (
    Attachment,
    Choice,
    DateTime,
    Index,
    Line,
    Need,
    YesNo,
)
from forms.kit.form import ClockStart, Consequence, Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import chosen_sections, sections_said
from forms.parts.case import in_order, moment_of
from forms.parts.elsewhere_rules import once, seen_before
from forms.parts.fir_items import (
    ACCUSED,
    ACTS,
    CONTENTS,
    DELAY,
    INFORMANT,
    OCCURRENCE,
    PLACE,
    PROPERTY,
    PUBLICATION,
    VICTIMS,
    derive,
    is_sensitive,
)
from forms.parts.hue_and_cry import VEHICLE_NOTICE
from forms.parts.lists import Fixed, Listed
from forms.parts.offence_rules import NEW_LAWS, code_by_date, delay, order_of_times
from forms.parts.officer import court, officer
from forms.parts.spoken import day_said, name_said, text_said

MODE = Fixed(
    "REREG_MODE",
    (
        ("CCTNS", Words("सीसीटीएनएस", "CCTNS")),
        ("POST", Words("डाक", "Post")),
        ("MESSENGER", Words("विशेष वाहक", "Special messenger")),
        ("EMAIL", Words("ई-मेल", "E-mail")),
    ),
)

ORIGIN = Section(
    "origin",
    Words("मूल प्राथमिकी", "Original FIR"),
    (
        Line(
            "orig_thana",
            Words("मूल थाना", "Original police station"),
            most=120,
            need=Need.MUST,
            index=Index.TEXT,
        ),
        Line("orig_district", Words("जनपद (राज्य)", "District (State)"), need=Need.EXPECTED),
        Line(
            "orig_no",
            Words("मूल प्र0सू0रि0 सं0 / वर्ष", "Original FIR number / year"),
            most=40,
            need=Need.MUST,
            index=Index.NUMBER,
            help=Words(
                "जैसा मूल प्राथमिकी पर छपा है, जैसे 0059/2026 या जीरो हेतु 0/0003/2026। दोनों संख्याओं से खोज होगी।",
                "As printed on the original, such as 0059/2026, or 0/0003/2026 for a zero FIR. "
                "The case is found by both numbers.",
            ),
        ),
        DateTime(
            "orig_at", Words("मूल पंजीकरण दिनांक व समय", "Originally registered"), need=Need.EXPECTED
        ),
        YesNo("zero", Words("जीरो एफ0आई0आर0?", "Zero FIR?"), need=Need.EXPECTED),
        DateTime(
            "received_at",
            Words("इस थाने पर प्राप्ति दिनांक व समय", "Received at this station"),
            need=Need.MUST,
        ),
        Choice("mode", Words("माध्यम", "By"), choices=MODE, need=Need.EXPECTED),
        Line(
            "letter_no", Words("प्रेषण पत्र सं0 व दिनांक", "Forwarding letter, number and date"), most=80
        ),
        Attachment(
            "orig_copy", Words("मूल प्राथमिकी की प्रति", "Copy of the original"), printed=False
        ),
        Line("note", Words("टिप्पणी", "Note"), most=300, fixed=True),
        Line("procedure", Words("विधि", "Procedure"), fixed=True, printed=False),
    ),
)

INFORMATION = Section(
    "information",
    Words("4. सूचना का प्रकार", "4. Type of information"),
    (
        Choice(
            "info_type",
            Words("सूचना का प्रकार", "Type of information"),
            item="4",
            choices=Listed("INFO_TYPE"),
            need=Need.EXPECTED,
        ),
    ),
)

ACTION = Section(
    "action",
    Words("13–15. कार्यवाही, सूचना, प्रेषण", "13–15. Action, information, dispatch"),
    (
        Choice(
            "action",
            Words("की गयी कार्यवाही", "Action taken"),
            item="13",
            choices=Listed("FIR_ACTION"),
            fixed=True,
        ),
        officer("io", Words("विवेचक", "Investigating officer"), item="13(2)", need=Need.EXPECTED),
        YesNo(
            "copy_given",
            Words(
                "नये मु0अ0सं0 सहित प्रति सूचनाकर्ता को निःशुल्क दी गयी",
                "A copy with the new number given to the informant free of cost",
            ),
            item="13",
            need=Need.EXPECTED,
            source="173(2) BNSS",
        ),
        YesNo(
            "origin_informed",
            Words("मूल थाने को नया मु0अ0सं0 सूचित किया गया", "Original station told the new number"),
            need=Need.EXPECTED,
        ),
        YesNo(
            "medical_done",
            Words("पीड़िता का चिकित्सीय परीक्षण हो चुका", "Victim medically examined already"),
            printed=False,
            help=Words(
                "बलात्संग के मुकदमे में परीक्षण सूचना से 24 घण्टे में होता है; मूल थाने ने करा दिया हो तो हाँ।",
                "In a rape case the examination is within 24 hours of the information; yes if the "
                "original station had it done.",
            ),
            source="184(1) BNSS",
        ),
        officer("officer_in_charge", Words("थाना प्रभारी", "Officer in charge"), item="14"),
        DateTime(
            "dispatched_at",
            Words("न्यायालय में प्रेषण की दिनांक व समय", "Dispatched to the court"),
            item="15",
            need=Need.EXPECTED,
            source="176(1) BNSS",
        ),
        court("court", Words("न्यायालय", "Court"), item="15"),
    ),
)


def cognizable_as_sent(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """V05: what came as an FIR is taken over unchanged; without a cognizable section the officer
    in charge decides, since the receiving station cannot rewrite it as an NCR by itself."""
    chosen = chosen_sections(letter)
    if chosen and flags(chosen).any_cognizable is False:
        yield Problem(
            ("acts",),
            "V05",
            Words(
                "सभी धाराएँ असंज्ञेय हैं। मूल प्राथमिकी से मिलाएँ; ठीक लिखी हों तो थाना प्रभारी की स्वीकृति लें।",
                "All sections are non-cognizable. Compare with the original; if they are written "
                "right, ask the officer in charge.",
            ),
            Weight.APPROVAL,
            "174 BNSS",
        )


def from_another_station(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """What this station registered itself is not registered here a second time."""
    origin = text_said(letter.get("orig_thana")).removeprefix("थाना").strip()
    own = (facts.thana.hi.removeprefix("थाना").strip(), facts.thana.en)
    if origin and origin in own:
        yield Problem(
            ("orig_thana",),
            "rereg.own",
            Words(
                "मूल थाना यही थाना लिखा है। इसी थाने की प्राथमिकी दोबारा पंजीकृत नहीं होती: मूल थाना जाँचें, या कारण लिखें।",
                "The original station is this one. An FIR of this station is not registered again: "
                "check the original station, or write the reason.",
            ),
            Weight.REASON,
        )


def _same_origin(letter: Letter, other: Letter) -> bool:
    """Whether both came from one station; its name may be written with or without `थाना`."""

    def station(one: Letter) -> str:
        return " ".join(text_said(one.get("orig_thana")).removeprefix("थाना").split()).casefold()

    return station(letter) == station(other)


def prepare(letter: Letter, facts: Facts) -> None:
    """Fill what the program knows: what follows from the items, procedure, action and the note."""
    derive(letter)
    first = moment_of(letter.get("orig_at"))[:10] or facts.now.date().isoformat()
    letter["procedure"] = "BNSS" if first >= NEW_LAWS else "CRPC"
    letter["action"] = "ASSIGN_IO"
    thana, number = text_said(letter.get("orig_thana")), text_said(letter.get("orig_no"))
    letter.pop("note", None)
    if thana and number:
        letter["note"] = f"मूल प्र0सू0रि0 सं0 {number} थाना {thana} से पुनः पंजीकृत"[:300]


def diary_entry(letter: Letter, facts: Facts) -> Letter:
    """The diary entry of item 3(c); it names no person, since the case may be sensitive."""
    number = facts.numbers.get("fir_rereg", "")
    kind = "जीरो एफ0आई0आर0" if letter.get("zero") is True else "प्राथमिकी"
    mode = MODE.words_of(str(letter.get("mode"))) or Words("प्रेषण", "dispatch")
    officer_name = name_said(letter.get("io"), "नियुक्त विवेचक")
    return {
        "gd_type": "FIR-IN",
        "mode": "SINGLE",
        "subject": f"पुनः पंजीकरण मु0अ0सं0 {number}",
        "brief": (
            f"इस समय थाना {letter.get('orig_thana', '')} {letter.get('orig_district', '')} की {kind} "
            f"सं0 {letter.get('orig_no', '')} दिनांक {day_said(letter.get('orig_at'))} बजरिये {mode.hi} "
            f"प्राप्त हुई। मूल प्राथमिकी के तथ्य यथावत रखते हुए इस थाने पर मु0अ0सं0 {number} अन्तर्गत धारा "
            f"{sections_said(letter)} पुनः पंजीकृत किया गया। विवेचना {officer_name} द्वारा की जायेगी। "
            "नये मु0अ0सं0 की सूचना मूल थाने व सूचनाकर्ता को दी जा रही है।"
        ),
        "acts": [dict(row) for row in rows(letter, "acts")],
        "case_number": number[:40],
    }


def line(letter: Letter) -> str:
    """Sections and the original number; no names."""
    gist = f"{sections_said(letter)} · मूल {letter.get('orig_no', '')} थाना {letter.get('orig_thana', '')}"
    return f"{gist} · संवेदनशील" if is_sensitive(letter) else gist


def sample(now: dt.datetime) -> Letter:
    """A fictional zero FIR of a snatching, sent on by the station where it was told."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    where = {
        "village_town": "ग्राम नमूनागंज",
        "tehsil": "सदर",
        "landmark": "नहर की पुलिया",
        "district": "नमूना जनपद",
    }
    return {
        "orig_thana": "उदाहरणनगर (नमूना)",
        "orig_district": "उदाहरण जनपद",
        "orig_no": f"0/0003/{now.year}",
        "orig_at": hours(26),
        "zero": True,
        "received_at": hours(2),
        "mode": "MESSENGER",
        "letter_no": "एस0टी0/नमूना-12",
        "acts": [{"act": "BNS", "section": "304(2)"}],
        "occ_known": "KNOWN",
        "occ_from": hours(30),
        "occ_to": hours(30),
        "info_at": hours(27),
        "info_type": "WRITTEN",
        "direction": "SE",
        "distance_km": "6",
        "beat": "03",
        "place": where,
        "outside": False,
        "informant": {
            "name": "नमूना देवी",
            "relation_type": "HUSBAND",
            "relative_name": "उदाहरण प्रसाद",
            "gender": "FEMALE",
            "age_years": 41,
            "nationality": "IN",
            "addresses": [{"address_type": "PRESENT", **where}],
            "phones": [{"phone": "9999900001"}],
        },
        "informant_is_victim": True,
        "accused": [
            {
                "name": "अज्ञात",
                "gender": "MALE",
                "religion": "NOT_STATED",
                "caste": "अज्ञात",
                "caste_category": "UNKNOWN",
                "addresses": [
                    {"address_type": "PRESENT", "village_town": "अज्ञात", "district": "अज्ञात"}
                ],
            }
        ],
        "property": [
            {
                "category": "JEWELLERY",
                "type": "चेन (नमूना)",
                "description": "गले की चेन, पीली धातु",
                "value_rs": "30000",
                "weight_g": "8",
            }
        ],
        "contents": "नकल तहरीर हिन्दी वादिनी: सेवा में, श्रीमान थाना प्रभारी महोदय। प्रार्थिनी बाजार से घर जा रही थी कि "
        "पुलिया के पास दो अज्ञात व्यक्ति मोटर साइकिल से आये और गले की चेन छीन कर ले गये। कृपया रिपोर्ट दर्ज कर "
        "कार्यवाही करें। (यह काल्पनिक नमूना है)",
        "io": {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"},
        "copy_given": True,
        "origin_informed": True,
        "officer_in_charge": {
            "name": "निरीक्षक उदाहरण वर्मा",
            "rank": "INSPECTOR",
            "pno": "000000002",
        },
        "dispatched_at": hours(1),
        "court": {"court_type": "CJM", "court_name": "मुख्य न्यायिक मजिस्ट्रेट", "place": "नमूना जनपद"},
    }


def _two_months(letter: Letter) -> bool:
    return flags(chosen_sections(letter)).two_month_clock


def _published(letter: Letter) -> bool:
    return flags(chosen_sections(letter)).may_upload and letter.get("sensitive") is not True


def _sexual(letter: Letter) -> bool:
    return flags(chosen_sections(letter)).sexual


FORM = Form(
    code="fir_rereg",
    version=1,
    title=Words("स्थानान्तरित प्राथमिकी का पुनः पंजीकरण", "Re-registration of a transferred FIR"),
    short=Words("पुनः पंजीकृत प्राथमिकी", "Re-registered FIR"),
    sections=(
        ORIGIN,
        ACTS,
        OCCURRENCE,
        INFORMATION,
        PLACE,
        INFORMANT,
        ACCUSED,
        VICTIMS,
        DELAY,
        PROPERTY,
        CONTENTS,
        ACTION,
        PUBLICATION,
    ),
    role="operator",
    duty=("d-3",),
    law=Words("धारा 173(1) बी.एन.एस.एस.", "Section 173(1) B.N.S.S."),
    rules=(
        seen_before("fir_rereg", "property"),
        once(
            "rereg.twice",
            "fir_rereg",
            "orig_no",
            "मूल थाने की यह प्राथमिकी",
            "This FIR of the other station",
            weight=Weight.REFUSE,
            same=_same_origin,
        ),
        Rule("V01", order_of_times),
        in_order(
            "info_at",
            "orig_at",
            "मूल पंजीकरण सूचना प्राप्ति से पहले का लिखा है। दिनांक व समय मूल प्राथमिकी से मिलाएँ, या कारण लिखें।",
            "The original registration is before the information. Compare with the original, or "
            "write the reason.",
            weight=Weight.REASON,
        ),
        in_order(
            "orig_at",
            "received_at",
            "इस थाने पर प्राप्ति मूल पंजीकरण से पहले की लिखी है। दिनांक व समय ठीक करें।",
            "The receipt at this station is before the original registration. Please put it right.",
        ),
        Rule("V03", delay),
        Rule("V05", cognizable_as_sent),
        Rule("V06", code_by_date),
        Rule("rereg.own", from_another_station),
    ),
    numbered=(Numbered("fir"),),
    consequences=(Consequence("gd", "gd_ref", diary_entry),),
    clocks=(
        ClockStart("K03", done="copy_given"),
        ClockStart("K04", done="dispatched_at"),
        ClockStart("K05", when=_published),
        # The two months run from the information, wherever it was recorded (s.193(2) BNSS).
        ClockStart("K13", at="info_at", when=_two_months),
        ClockStart("K14", at="orig_at"),
        ClockStart("K16", at="info_at", done="medical_done", when=_sexual),
    ),
    papers=(
        Paper(
            "form",
            Words("पुनः पंजीकृत प्रथम सूचना रिपोर्ट", "Re-registered first information report"),
            "",
            copies=(
                Words("थाना प्रति", "Station copy"),
                Words("सूचनाकर्ता प्रति (निःशुल्क)", "Informant's copy (free of cost)"),
                Words("न्यायालय प्रति", "Court copy"),
                Words("मूल थाना प्रति", "Original station's copy"),
                Words("पुलिस अधीक्षक प्रति", "Superintendent's copy"),
                Words(
                    "मूल जनपद पुलिस अधीक्षक प्रति", "Copy for the original district's Superintendent"
                ),
            ),
        ),
        VEHICLE_NOTICE,
    ),
    line=line,
    occurred="occ_from",
    is_sensitive=is_sensitive,
    prepare=prepare,
    sample=sample,
)
