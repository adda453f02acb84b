"""First Information Report (IIF-1): s.173 BNSS, before 1 July 2024 s.154 CrPC; items as printed."""

import datetime as dt

from forms.codes import flags
from forms.kit.condition import All, Filled, Is, Not, OneOf
from forms.kit.fields import (
    Attachment,
    Choice,
    Date,
    DateTime,
    Index,
    Line,
    LongText,
    Need,
    YesNo,
)
from forms.kit.form import (
    ClockStart,
    Consequence,
    Facts,
    Form,
    Numbered,
    Paper,
    Rule,
    Section,
    Trust,
)
from forms.kit.letter import Letter, rows
from forms.kit.words import Words
from forms.parts.acts import chosen_sections, sections_said
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
from forms.parts.letters import upload_explanation
from forms.parts.lists import Fixed, Listed
from forms.parts.offence_rules import (
    NEW_LAWS,
    code_by_date,
    cognizable,
    delay,
    disabled_victim,
    electronic,
    order_of_times,
    preliminary_enquiry,
    woman_officer,
    zero_fir,
)
from forms.parts.officer import court, officer

_ELECTRONIC = Is("info_type", "ELECTRONIC")
_TRANSFERRED = Is("action", "TRANSFERRED")
_ZERO = Is("zero_fir", True)
_OLD_PAPER = Filled("paper_number")

CASE = Section(
    "case",
    Words("थाना व प्राथमिकी", "Station and FIR"),
    (
        YesNo(
            "zero_fir",
            Words("जीरो प्राथमिकी?", "Zero FIR?"),
            help=Words(
                "घटना दूसरे थाने की सीमा की हो तब भी प्राथमिकी लिखी जाएगी (धारा 173(1) बीएनएसएस)।",
                "An offence from another station's area is recorded all the same (s.173(1) BNSS).",
            ),
        ),
        Choice(
            "info_source",
            Words("सूचना का स्रोत", "Source of information"),
            choices=Listed("INFO_SOURCE"),
            printed=False,
        ),
        Line(
            "app_ref",
            Words("यूपीकॉप / पोर्टल सन्दर्भ", "UPCOP / portal reference"),
            most=60,
            printed=False,
        ),
        Line(
            "paper_number",
            Words("पूर्व में कागज पर दर्ज प्राथमिकी सं0", "Number of an FIR already on paper"),
            most=40,
            printed=False,
            index=Index.NUMBER,
            help=Words(
                "केवल पुरानी प्राथमिकी की फीडिंग हेतु; नई प्राथमिकी में खाली छोड़ें।",
                "Only to feed an older FIR; leave blank for a new one.",
            ),
        ),
        Date(
            "paper_date",
            Words("कागज पर दर्ज होने की तिथि", "Date of the FIR on paper"),
            shown_when=_OLD_PAPER,
            need=Need.MUST,
            printed=False,
        ),
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
            need=Need.MUST,
        ),
        DateTime(
            "e_received_at",
            Words("इलेक्ट्रॉनिक सूचना प्राप्त हुई", "Electronic information received"),
            shown_when=_ELECTRONIC,
            need=Need.MUST,
            source="173(1)(ii) BNSS",
            printed=False,
        ),
        DateTime(
            "e_signed_at",
            Words("सूचनाकर्ता ने हस्ताक्षर किये", "Signed by the informant"),
            shown_when=_ELECTRONIC,
            need=Need.MUST,
            source="173(1)(ii) BNSS",
            printed=False,
            help=Words(
                "इलेक्ट्रॉनिक सूचना 3 दिन के भीतर हस्ताक्षर होने पर ही अभिलेख पर ली जाती है।",
                "Electronic information goes on record only when signed within three days.",
            ),
        ),
        Attachment("tehrir", Words("तहरीर की प्रति", "Scan of the written report"), printed=False),
        YesNo("pe_done", Words("प्रारम्भिक जाँच हुई?", "Preliminary enquiry held?"), printed=False),
        Line(
            "pe_permission",
            Words("क्षेत्राधिकारी की अनुमति सं0 व दिनांक", "Permission of the Dy.SP, number and date"),
            shown_when=Is("pe_done", True),
            source="173(3) BNSS",
            need=Need.EXPECTED,
            printed=False,
        ),
        Date(
            "pe_from",
            Words("जाँच प्रारम्भ", "Enquiry from"),
            shown_when=Is("pe_done", True),
            printed=False,
        ),
        Date(
            "pe_to", Words("जाँच समाप्त", "Enquiry to"), shown_when=Is("pe_done", True), printed=False
        ),
    ),
)

ACTION = Section(
    "action",
    Words("13–15. कार्यवाही, हस्ताक्षर, प्रेषण", "13–15. Action, signatures, dispatch"),
    (
        Choice(
            "action",
            Words("की गयी कार्यवाही", "Action taken"),
            item="13",
            choices=Listed("FIR_ACTION"),
            need=Need.MUST,
        ),
        officer(
            "io",
            Words("विवेचक", "Investigating officer"),
            item="13(2)",
            shown_when=OneOf("action", ("ASSIGN_IO",)),
            need=Need.EXPECTED,
        ),
        LongText(
            "refused_why",
            Words("विवेचना से इंकार का कारण", "Investigation refused due to"),
            item="13(3)",
            most=3000,
            shown_when=Is("action", "REFUSED"),
            need=Need.MUST,
        ),
        Line(
            "transfer_thana",
            Words("स्थानान्तरित थाना", "Transferred to P.S."),
            item="13(4)",
            shown_when=_TRANSFERRED,
            need=Need.MUST,
        ),
        Line(
            "transfer_district",
            Words("जनपद", "District"),
            item="13(4)",
            shown_when=_TRANSFERRED,
            need=Need.EXPECTED,
        ),
        YesNo(
            "read_over",
            Words("पढ़कर सुनायी गयी, सही दर्ज होना माना", "Read over and admitted to be correct"),
            need=Need.EXPECTED,
            item="13",
        ),
        YesNo(
            "copy_given",
            Words("एक प्रति निःशुल्क दी गयी", "A copy given free of cost"),
            need=Need.EXPECTED,
            item="13",
            source="173(2) BNSS",
        ),
        Choice(
            "informant_sign",
            Words("सूचनाकर्ता का हस्ताक्षर / अंगूठा", "Signature / thumb impression of informant"),
            item="14",
            choices=Fixed(
                "SIGN",
                (
                    ("SIGNATURE", Words("हस्ताक्षर", "Signature")),
                    ("THUMB", Words("अंगूठा निशान", "Thumb impression")),
                ),
            ),
            need=Need.EXPECTED,
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


def prepare(letter: Letter, facts: Facts) -> None:
    """Fill what the program knows: what follows from the items, and the procedure."""
    derive(letter)
    registered = str(letter.get("paper_date") or facts.now.date().isoformat())
    letter["procedure"] = "BNSS" if registered >= NEW_LAWS else "CRPC"


def diary_entry(letter: Letter, facts: Facts) -> Letter:
    """The diary entry that item 3(c) refers to: the substance of the report (s.173(1) BNSS)."""
    zero = letter.get("zero_fir") is True
    informant = letter.get("informant") or {}
    who = str(informant.get("name") or "सूचनाकर्ता")
    if is_sensitive(letter):
        who = "पीड़ित पक्ष (नाम संवेदनशील)"
    number = facts.numbers.get("iif_1", "")
    accused = len(list(rows(letter, "accused")))
    brief = (
        f"इस समय {who} की सूचना पर {'जीरो प्राथमिकी' if zero else 'मु0अ0सं0'} {number} "
        f"अन्तर्गत धारा {sections_said(letter)} "
        f"बनाम {f'{accused} अभियुक्त' if accused else 'अज्ञात'} पंजीकृत किया गया। "
    )
    if letter.get("action") == "TRANSFERRED":
        brief += f"प्राथमिकी थाना {letter.get('transfer_thana', '')} को प्रेषित की जा रही है। "
    else:
        officer_name = (letter.get("io") or {}).get("name") or "थाना प्रभारी"
        brief += f"विवेचना {officer_name} द्वारा की जायेगी। "
    brief += "प्राथमिकी की एक प्रति सूचनाकर्ता को निःशुल्क दी जा रही है।"
    return {
        "gd_type": "ZFIR" if zero else "FIR",
        "mode": "SINGLE",
        "subject": f"पंजीकरण {'जीरो प्राथमिकी' if zero else 'मु0अ0सं0'} {number}",
        "brief": brief,
        "acts": [dict(row) for row in rows(letter, "acts")],
        "case_number": number,
    }


def line(letter: Letter) -> str:
    """Sections, then informant against accused."""
    accused = [str(row.get("name") or "अज्ञात") for row in rows(letter, "accused")]
    against = (
        accused[0] + (f" आदि {len(accused)}" if len(accused) > 1 else "") if accused else "अज्ञात"
    )
    informant = str((letter.get("informant") or {}).get("name") or "")
    if is_sensitive(letter):
        return f"{sections_said(letter)} · संवेदनशील"
    return f"{sections_said(letter)} · {informant} बनाम {against}"


def sample(now: dt.datetime) -> Letter:
    """A fictional theft of a motor cycle, reported the next morning."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    where = {
        "village_town": "ग्राम नमूनापुर",
        "tehsil": "सदर",
        "landmark": "प्राथमिक विद्यालय के सामने",
        "district": "नमूना जनपद",
    }
    return {
        "zero_fir": False,
        "info_source": "CITIZEN_PUBLIC",
        "acts": [{"act": "BNS", "section": "303(2)"}, {"act": "BNS", "section": "317(2)"}],
        "occ_known": "KNOWN",
        "occ_from": hours(14),
        "occ_to": hours(12),
        "info_at": hours(1),
        "info_type": "WRITTEN",
        "direction": "N",
        "distance_km": "2.5",
        "beat": "07",
        "place": where,
        "outside": False,
        "informant": {
            "name": "श्रीकृष्ण नमूना प्रसाद",
            "relation_type": "FATHER",
            "relative_name": "उदाहरण लाल",
            "gender": "MALE",
            "birth_year": 1984,
            "nationality": "IN",
            "occupation": "कृषक",
            "addresses": [{"address_type": "PRESENT", **where}],
            "phones": [{"phone": "9999900000"}],
        },
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
                "physical": {"build": "MEDIUM", "height_cm": 170, "dress": "नीली कमीज, काली पैंट"},
            }
        ],
        "accused_more_than": 2,
        "property": [
            {
                "category": "AUTOMOBILES",
                "type": "मोटर साइकिल (नमूना)",
                "description": "काली मोटर साइकिल Hero Splendor, चाबी सहित",
                "value_rs": "45000",
                "registration_no": "UP00ZZ0000",
                "chassis_no": "SAMPLE0CHASSIS001",
            }
        ],
        "contents": "नकल तहरीर हिन्दी वादी: सेवा में, श्रीमान थाना प्रभारी महोदय। निवेदन है कि प्रार्थी दिनांक "
        "को अपनी मोटर साइकिल UP00ZZ0000 घर के बाहर खड़ी करके सो गया था। सुबह उठा तो मोटर साइकिल नहीं मिली; "
        "आस-पास काफी तलाश की किन्तु कोई पता नहीं चला। दो-तीन अज्ञात व्यक्ति रात्रि में घूमते देखे गये थे। "
        "कृपया रिपोर्ट दर्ज कर कार्यवाही करें। (यह काल्पनिक नमूना है)",
        "action": "ASSIGN_IO",
        "io": {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"},
        "read_over": True,
        "copy_given": True,
        "informant_sign": "SIGNATURE",
        "officer_in_charge": {
            "name": "निरीक्षक उदाहरण वर्मा",
            "rank": "INSPECTOR",
            "pno": "000000002",
        },
        "dispatched_at": hours(0),
        "court": {"court_type": "CJM", "court_name": "मुख्य न्यायिक मजिस्ट्रेट", "place": "नमूना जनपद"},
    }


_NEW = Not(_OLD_PAPER)


def _two_months(letter: Letter) -> bool:
    return not letter.get("paper_number") and flags(chosen_sections(letter)).two_month_clock


def _published(letter: Letter) -> bool:
    upload = flags(chosen_sections(letter)).may_upload and letter.get("sensitive") is not True
    return not letter.get("paper_number") and upload


FORM = Form(
    code="iif_1",
    version=1,
    title=Words("प्रथम सूचना रिपोर्ट (IIF-1)", "First Information Report (IIF-1)"),
    short=Words("प्राथमिकी", "FIR"),
    sections=(
        CASE,
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
    role="moharir",
    duty=("b-2",),
    trust=Trust.SOURCED,
    law=Words("धारा 173 बी.एन.एस.एस.", "Section 173 B.N.S.S."),
    rules=(
        seen_before("iif_1", "property"),
        once(
            "fir.paper_twice",
            "iif_1",
            "paper_number",
            "कागज पर दर्ज यह प्राथमिकी",
            "This FIR on paper",
        ),
        Rule("V01", order_of_times),
        Rule("V03", delay),
        Rule("V05", cognizable),
        Rule("V06", code_by_date),
        Rule("ZFIR", zero_fir),
        Rule("V10", woman_officer),
        Rule("V11", disabled_victim),
        Rule("V12", electronic),
        Rule("V13", preliminary_enquiry),
    ),
    numbered=(
        Numbered("", when=_OLD_PAPER),
        Numbered("zero_fir", when=_ZERO),
        Numbered("fir"),
    ),
    own_number=lambda letter: str(letter.get("paper_number") or ""),
    consequences=(Consequence("gd", "gd_ref", diary_entry, when=_NEW),),
    clocks=(
        ClockStart("K03", done="copy_given", when=_NEW),
        ClockStart("K04", done="dispatched_at", when=_NEW),
        ClockStart("K05", when=_published),
        ClockStart("K13", when=_two_months),
        ClockStart("K14", when=_NEW),
        ClockStart(
            "K16",
            when=lambda letter: (
                not letter.get("paper_number") and flags(chosen_sections(letter)).sexual
            ),
        ),
        ClockStart("K01", at="e_received_at", done="e_signed_at", when=All(_NEW, _ELECTRONIC)),
    ),
    papers=(
        Paper(
            "form",
            Words("प्रथम सूचना रिपोर्ट", "First Information Report"),
            "iif_1",
            copies=(
                Words("थाना प्रति", "Station copy"),
                Words("सूचनाकर्ता प्रति (निःशुल्क)", "Informant's copy (free of cost)"),
                Words("न्यायालय प्रति", "Court copy"),
                Words("क्षेत्राधिकारी प्रति", "Circle officer's copy"),
            ),
        ),
        Paper(
            "receipt",
            Words("प्राथमिकी प्रति की प्राप्ति रसीद", "Receipt of the FIR copy"),
            "fir_receipt",
        ),
        Paper(
            "upload",
            Words("अपलोड विलम्ब स्पष्टीकरण", "Explanation of a late upload"),
            "",
            text=upload_explanation,
        ),
        VEHICLE_NOTICE,
    ),
    line=line,
    occurred="occ_from",
    is_sensitive=is_sensitive,
    prepare=prepare,
    sample=sample,
)
