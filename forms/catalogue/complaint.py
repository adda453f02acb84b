"""A new complaint of a citizen (duty b-10): ss.154, 157 CrPC, now s.173(3) BNSS for its enquiry."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import Is
from forms.kit.fields import Choice, DateTime, Index, Line, LongText, Need, Reference, YesNo
from forms.kit.form import Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import diary, diary_reference, in_order
from forms.parts.letters import complaint_receipt
from forms.parts.lists import Fixed, Listed
from forms.parts.officer import officer
from forms.parts.person import person, persons
from forms.parts.place import address
from forms.parts.signing import signs
from forms.parts.spoken import name_said
from forms.parts.work import enclosures

NATURE = Fixed(
    "COMPLAINT_NATURE",
    (
        ("COGNIZABLE", Words("संज्ञेय", "Cognizable")),
        ("NON_COGNIZABLE", Words("असंज्ञेय", "Non-cognizable")),
        ("CIVIL", Words("दीवानी", "Civil")),
        ("REVENUE", Words("राजस्व", "Revenue")),
        ("FAMILY", Words("पारिवारिक", "Family")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)
_CATEGORY = Listed("CMP_CAT")

RECEIPT = Section(
    "receipt",
    Words("शिकायत की प्राप्ति", "Receipt of the complaint"),
    (
        Line(
            "portal_no",
            Words("पोर्टल / आई0जी0आर0एस0 सं0", "Portal / IGRS number"),
            most=60,
            index=Index.NUMBER,
            help=Words(
                "पोर्टल से आयी शिकायत की सं0; थाने पर दी गयी हो तो खाली छोड़ें।",
                "The number of a complaint from a portal; blank for one brought to the station.",
            ),
        ),
        DateTime("received_at", Words("प्राप्ति दिनांक व समय", "Received at"), need=Need.MUST),
        Choice(
            "mode", Words("माध्यम", "Channel"), choices=Listed("INFO_SOURCE"), need=Need.EXPECTED
        ),
        Choice(
            "category",
            Words("श्रेणी", "Category"),
            choices=_CATEGORY,
            need=Need.EXPECTED,
        ),
        diary_reference(),
    ),
)

PERSONS = Section(
    "persons",
    Words("शिकायतकर्ता व विपक्षी", "Complainant and opposite party"),
    (
        person("complainant", Words("शिकायतकर्ता", "Complainant"), need=Need.EXPECTED, sealed=True),
        persons("against", Words("विपक्षी", "Opposite party")),
    ),
)

MATTER = Section(
    "matter",
    Words("शिकायत", "Complaint"),
    (
        DateTime("incident_at", Words("घटना दिनांक व समय", "Incident at")),
        address("place", Words("स्थान", "Place")),
        LongText("brief", Words("शिकायत का विवरण", "Complaint"), need=Need.MUST),
        enclosures(),
    ),
)

ASSESSMENT = Section(
    "assessment",
    Words("प्रकृति व जाँच हेतु", "Nature, and for enquiry"),
    (
        Choice("nature", Words("प्रकृति", "Nature"), choices=NATURE, need=Need.EXPECTED),
        YesNo(
            "pe_173_3",
            Words("प्रारम्भिक जाँच 173(3) प्रस्तावित?", "Preliminary enquiry under 173(3) proposed?"),
            shown_when=Is("nature", "COGNIZABLE"),
            need=Need.EXPECTED,
            source="173(3) BNSS",
            help=Words(
                "केवल 3 से 7 वर्ष से कम दण्ड के अपराध में, क्षेत्राधिकारी की अनुमति से, 14 दिन में।",
                "Only for offences of 3 to under 7 years, with the Deputy Superintendent's "
                "permission, within 14 days.",
            ),
        ),
        officer("eo", Words("जाँच अधिकारी (नियुक्त हो तो)", "Enquiry officer, if appointed")),
        Line("transfer_to", Words("अन्य थाने की हो तो थाना", "If of another station, which")),
        Reference(
            "linked",
            Words("सम्बन्धित प्राथमिकी / एन0सी0आर0 / निरोधात्मक", "FIR, NCR or preventive action"),
            printed=False,
        ),
        YesNo("sensitive", Words("संवेदनशील शिकायत?", "Sensitive complaint?"), printed=False),
    ),
)


def cognizable_means_fir(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Information of a cognizable offence becomes an FIR, save for an enquiry under s.173(3)."""
    if (
        letter.get("nature") == "COGNIZABLE"
        and letter.get("pe_173_3") is not True
        and not letter.get("linked")
    ):
        yield Problem(
            ("nature",),
            "cmp.fir",
            Words(
                "शिकायत संज्ञेय अपराध की है: प्राथमिकी दर्ज कर ‘सम्बन्धित’ में चुनें, या प्रारम्भिक जाँच चुनें, अन्यथा कारण लिखें।",
                "The complaint tells of a cognizable offence: register the FIR and choose it under "
                "‘FIR, NCR …’, or choose a preliminary enquiry; else write the reason.",
            ),
            Weight.REASON,
            "173 BNSS",
        )


def is_sensitive(letter: Letter) -> bool:
    """Harassment and stalking are sexual offences (§11); others by decision."""
    return letter.get("sensitive") is True or letter.get("category") == "HARASSMENT"


def _about(letter: Letter) -> str:
    category = _CATEGORY.words_of(str(letter.get("category")))
    return category.hi if category else "शिकायत"


def _brief(letter: Letter, facts: Facts) -> str:
    who = "शिकायतकर्ता (नाम संवेदनशील)"
    if not is_sensitive(letter):
        who = name_said(letter.get("complainant"), "शिकायतकर्ता")
    return (
        f"इस समय {who} का शिकायती प्रार्थना पत्र बाबत {_about(letter)} प्राप्त हुआ, जो शिकायत सं0 "
        f"{facts.numbers.get('complaint', '')} पर अंकित किया गया। प्रार्थना पत्र जाँच व आवश्यक कार्यवाही हेतु "
        "थाना प्रभारी के समक्ष प्रस्तुत किया जा रहा है।"
    )


def line(letter: Letter) -> str:
    """Category, then complainant; no name where the complaint is sensitive."""
    if is_sensitive(letter):
        return f"{_about(letter)} · संवेदनशील"
    return f"{_about(letter)} · {name_said(letter.get('complainant'), 'अज्ञात')}"


def sample(now: dt.datetime) -> Letter:
    """A fictional quarrel about a drain."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    where = {"village_town": "ग्राम नमूनापुर", "tehsil": "सदर", "district": "नमूना जनपद"}
    return {
        "portal_no": "नमूना-0000123",
        "received_at": hours(1),
        "mode": "IGRS",
        "category": "NUISANCE",
        "complainant": {
            "name": "नमूना कुमार",
            "relation_type": "FATHER",
            "relative_name": "उदाहरण लाल",
            "gender": "MALE",
            "age_years": 47,
            "addresses": [{"address_type": "PRESENT", **where}],
            "phones": [{"phone": "9999900002"}],
        },
        "against": [
            {
                "name": "उदाहरण सिंह",
                "relation_type": "FATHER",
                "relative_name": "नमूना सिंह",
                "gender": "MALE",
                "addresses": [{"address_type": "PRESENT", **where}],
            }
        ],
        "incident_at": hours(20),
        "place": where,
        "brief": "प्रार्थी के मकान के सामने विपक्षी द्वारा नाली बन्द कर दी गयी है और मना करने पर कहा-सुनी की जाती है। "
        "मौका दिखवाकर कार्यवाही करने की कृपा करें। (काल्पनिक नमूना)",
        "nature": "NON_COGNIZABLE",
        "eo": {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"},
    }


FORM = Form(
    code="complaint",
    version=1,
    title=Words("नई शिकायत (प्रार्थना पत्र)", "New complaint"),
    short=Words("शिकायत", "Complaint"),
    sections=(RECEIPT, PERSONS, MATTER, ASSESSMENT),
    role="moharir",
    duty=("b-10",),
    law=Words("धारा 173(3) बी.एन.एस.एस.", "Section 173(3) B.N.S.S."),
    rules=(
        in_order(
            "incident_at",
            "received_at",
            "घटना प्राप्ति के बाद की लिखी है। दिनांक व समय ठीक करें, या कारण लिखें।",
            "The incident is after the receipt. Put date and time right, or write the reason.",
            weight=Weight.REASON,
        ),
        Rule("cmp.fir", cognizable_means_fir),
    ),
    numbered=(Numbered("complaint"),),
    consequences=(
        diary(
            "COMP",
            "gd_ref",
            lambda letter, facts: f"शिकायत सं0 {facts.numbers.get('complaint', '')}",
            _brief,
        ),
    ),
    papers=(
        Paper(
            "form",
            Words("शिकायत व पावती", "Complaint and acknowledgement"),
            "",
            copies=(
                Words("थाना प्रति", "Station copy"),
                Words("शिकायतकर्ता प्रति (पावती)", "Complainant's copy (acknowledgement)"),
            ),
            signers=(signs("शिकायतकर्ता", "Complainant", "complainant"),),
        ),
        Paper(
            "ack",
            Words("शिकायत की पावती", "Acknowledgement of a complaint"),
            "",
            text=complaint_receipt,
        ),
    ),
    line=line,
    occurred="received_at",
    is_sensitive=is_sensitive,
    sample=sample,
)
