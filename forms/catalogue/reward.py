"""Rewarded criminal (पुरस्कार घोषित अपराधी): by order of the rank that declares it; duty d-8."""

import datetime as dt
from collections.abc import Iterator, Mapping

from forms.kit.condition import Is, Not
from forms.kit.fields import (
    Choice,
    Date,
    Index,
    Line,
    LongText,
    Money,
    Need,
    Reference,
    YesNo,
)
from forms.kit.form import Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.age import day_of, is_child
from forms.parts.case import fir_of, in_order
from forms.parts.gist import meaning, name_in
from forms.parts.hue_and_cry import REWARD_NOTICE
from forms.parts.lists import Fixed
from forms.parts.officer import officer
from forms.parts.person import person
from forms.parts.record_rows import history
from forms.parts.take_person import persons_only

DECLARED_BY = Fixed(
    "REWARD_BY",
    (
        ("SP", Words("एस0पी0 / एस0एस0पी0", "SP / SSP")),
        ("DIG", Words("डी0आई0जी0", "DIG")),
        ("IG", Words("आई0जी0", "IG")),
        ("ADG", Words("ए0डी0जी0", "ADG")),
        ("DGP", Words("डी0जी0पी0", "DGP")),
        ("STATE", Words("शासन", "State government")),
    ),
)
STATUS = Fixed(
    "REWARD_STATUS",
    (
        ("WANTED", Words("वांछित", "Wanted")),
        ("ARRESTED", Words("गिरफ्तार", "Arrested")),
        ("SURRENDERED", Words("आत्मसमर्पण", "Surrendered")),
        ("DEAD", Words("मृत / मुठभेड़ में मृत", "Dead or killed in an encounter")),
        ("CANCELLED", Words("निरस्त", "Cancelled")),
    ),
)
_CLOSED = Not(Is("status", "WANTED"))

CRIMINAL = Section(
    "criminal",
    Words("अपराधी", "Criminal"),
    (
        person(
            "criminal",
            Words("अपराधी", "Criminal"),
            need=Need.MUST,
            photo=Need.EXPECTED,
            body=True,
        ),
        Line("criminal_class", Words("श्रेणी", "Class"), most=80),
    ),
)

REWARD = Section(
    "reward",
    Words("पुरस्कार", "Reward"),
    (
        Money(
            "amount",
            Words("पुरस्कार धनराशि", "Amount of the reward"),
            least="1",
            need=Need.EXPECTED,
        ),
        Choice(
            "declared_by",
            Words("घोषितकर्ता", "Declared by"),
            choices=DECLARED_BY,
            need=Need.EXPECTED,
        ),
        # The order is what the record is numbered by, and there is no reward without one.
        Line(
            "order_no",
            Words("आदेश सं0", "Order no."),
            most=60,
            need=Need.MUST,
            index=Index.NUMBER,
        ),
        Date("order_dt", Words("आदेश दिनांक", "Date of the order"), need=Need.EXPECTED),
        Date("valid_to", Words("कब तक मान्य", "Valid until"), future=True),
    ),
)

WANTED = Section(
    "wanted",
    Words("वांछित अभियोग व ठिकाने", "Wanted in, and where"),
    (
        history("wanted_in", Words("वांछित अभियोग", "Wanted in"), need=Need.EXPECTED, status=False),
        Date("proclamation_dt", Words("उद्घोषणा धारा 84", "Proclamation under section 84")),
        Date("attachment_dt", Words("कुर्की धारा 85", "Attachment under section 85")),
        Reference("gang_ref", Words("गैंग", "Gang"), form="ocis_1"),
        Line("last_known_place", Words("अन्तिम ज्ञात स्थान", "Last known place"), index=Index.PLACE),
        Line("hideouts", Words("सम्भावित स्थान", "Likely hideouts"), most=500, printed=False),
        LongText("mo", Words("कार्यप्रणाली", "Manner of working"), most=2000),
    ),
)

END = Section(
    "end",
    Words("स्थिति", "How it stands"),
    (
        Choice("status", Words("स्थिति", "Status"), choices=STATUS, need=Need.MUST),
        Date(
            "closed_dt",
            Words("गिरफ्तारी / समाप्ति दिनांक", "Arrested or closed on"),
            shown_when=_CLOSED,
            need=Need.EXPECTED,
        ),
        Reference(
            "arrest_ref",
            Words("गिरफ्तारी प्रपत्र (IIF-3)", "Arrest form (IIF-3)"),
            form="iif_3",
            shown_when=Is("status", "ARRESTED"),
        ),
        officer(
            "arrested_by",
            Words("गिरफ्तार करने वाले अधिकारी", "Arrested by"),
            shown_when=Is("status", "ARRESTED"),
            need=Need.EXPECTED,
        ),
        YesNo("reward_paid", Words("पुरस्कार दिया गया?", "Reward paid?"), shown_when=_CLOSED),
        Line(
            "paid_to",
            Words("किसे दिया गया", "Paid to"),
            shown_when=Is("reward_paid", True),
            printed=False,
            sealed=True,
            need=Need.EXPECTED,
        ),
    ),
)


def no_child(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A child in conflict with law stands in no public list (V04; JJ Act 74)."""
    if is_child(letter.get("criminal"), facts.now.date()):
        yield Problem(
            ("criminal",),
            "V04",
            Words(
                "यह व्यक्ति 18 वर्ष से कम आयु का है; किशोर का नाम व फोटो इनामी सूची में नहीं आ सकता। आयु जाँचें, "
                "या थाना प्रभारी कारण लिखकर अनुमति दें।",
                "This person is below 18 years; a child's name and photograph may stand in no public "
                "list. Check the age, or the officer in charge allows it with a reason.",
            ),
            Weight.APPROVAL,
        )


def still_valid(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A reward that has run out is renewed or closed."""
    until = day_of(letter.get("valid_to"))
    if letter.get("status") == "WANTED" and until and until < facts.now.date():
        yield Problem(
            ("valid_to",),
            "reward.ended",
            Words(
                f"पुरस्कार की मान्यता {until:%d-%m-%Y} को समाप्त हो गयी। नवीनीकरण का आदेश लिखें या स्थिति बदलें।",
                f"The reward ran out on {until:%d-%m-%Y}. Write the order renewing it, or change the status.",
            ),
            Weight.GAP,
        )


def arrested_already(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """The arrest of the same name in the case closes the reward."""
    name = name_in(letter.get("criminal"), "")
    if letter.get("status") != "WANTED" or not name:
        return
    for arrest in facts.case().of("iif_3"):
        arrested = (value for value in arrest.letter.values() if isinstance(value, Mapping))
        if any(name_in(one, "") == name and "addresses" in one for one in arrested):
            yield Problem(
                ("status",),
                "reward.arrested",
                Words(
                    f"इस नाम का व्यक्ति इसी मुकदमे में गिरफ्तार है ({arrest.number})। स्थिति ‘गिरफ्तार’ करें, या कारण लिखें।",
                    f"A person of this name is arrested in this case ({arrest.number}). Set the status "
                    "to arrested, or write the reason.",
                ),
                Weight.REASON,
            )
            return


def begin(facts: Facts) -> Letter:
    """The case of the FIR above, and its accused where there is one alone."""
    fir = fir_of(facts)
    if fir is None:
        return {}
    sections = ", ".join(
        f"{row.get('section', '')} {row.get('act_text') or row.get('act', '')}".strip()
        for row in rows(fir.letter, "acts")
    )
    case = {"thana": facts.thana.hi, "fir": fir.number, "sections": sections}
    begun: Letter = {"wanted_in": [{key: value for key, value in case.items() if value}]}
    accused = persons_only(fir.letter.get("accused"))
    if len(accused) == 1:
        begun["criminal"] = accused[0]
    return begun


def line(letter: Letter) -> str:
    """Who, how much, how it stands."""
    amount = str(letter.get("amount") or "")
    told = (
        name_in(letter.get("criminal")),
        f"₹ {amount}" if amount else "",
        meaning(STATUS, letter.get("status")),
    )
    return " · ".join(one for one in told if one)


def sample(now: dt.datetime) -> Letter:
    """A fictional robber with a reward of the Superintendent."""

    def day(ago: int) -> str:
        return (now - dt.timedelta(days=ago)).strftime("%Y-%m-%d")

    where = {"village_town": "ग्राम नमूनापुर", "district": "नमूना जनपद"}
    return {
        "criminal": {
            "name": "नमूना सिंह",
            "alias": "उदाहरण",
            "relation_type": "FATHER",
            "relative_name": "उदाहरण लाल",
            "gender": "MALE",
            "age_years": 34,
            "addresses": [{"address_type": "PERMANENT", **where}],
            "photo": {
                "sha256": "0" * 64,
                "name": "namuna.jpg",
                "mime": "image/jpeg",
                "size": 1000,
                "caption": "नमूना फोटो",
            },
            "physical": {"build": "MEDIUM", "height_cm": 172},
        },
        "criminal_class": "नमूना",
        "amount": "25000",
        "declared_by": "SP",
        "order_no": "नमूना-101/2026",
        "order_dt": day(60),
        "valid_to": (now + dt.timedelta(days=300)).strftime("%Y-%m-%d"),
        "wanted_in": [{"thana": "थाना नमूना", "fir": "0031/2026", "sections": "309(4) BNS"}],
        "proclamation_dt": day(50),
        "last_known_place": "उदाहरण नगर",
        "hideouts": "रिश्तेदारी ग्राम उदाहरणपुर",
        "mo": "राहगीरों को रोककर लूट (काल्पनिक नमूना)",
        "status": "WANTED",
    }


FORM = Form(
    code="reward",
    version=1,
    title=Words("पुरस्कार घोषित (इनामी) अपराधी", "Reward-declared criminal"),
    short=Words("इनामी", "Rewarded"),
    sections=(CRIMINAL, REWARD, WANTED, END),
    law=Words(
        "धारा 84, 85 बी.एन.एस.एस.; शासनादेश (पुष्टि शेष)",
        "Sections 84, 85 BNSS; Government orders (to be confirmed)",
    ),
    role="operator",
    duty=("d-8",),
    rules=(
        in_order(
            "order_dt",
            "valid_to",
            "मान्यता आदेश से पहले समाप्त लिखी है। कृपया तिथि ठीक करें।",
            "The validity ends before the order. Please put the date right.",
        ),
        in_order(
            "order_dt",
            "closed_dt",
            "समाप्ति आदेश से पहले की है। तिथि ठीक करें, या कारण लिखें।",
            "It is closed before the order. Put the date right, or write the reason.",
            code="V01.closed",
            weight=Weight.REASON,
        ),
        Rule("V04", no_child),
        Rule("reward.ended", still_valid),
        Rule("reward.arrested", arrested_already),
    ),
    own_number=lambda letter: str(letter.get("order_no") or ""),
    also_under=("iif_1", "fir_rereg"),
    papers=(
        Paper(
            "form",
            Words("पुरस्कार घोषित अपराधी", "Rewarded criminal"),
            "",
            copies=(
                Words("पुलिस अधीक्षक प्रति", "Superintendent's copy"),
                Words("थाना प्रति", "Station copy"),
            ),
        ),
        REWARD_NOTICE,
    ),
    line=line,
    begin=begin,
    occurred="order_dt",
    sample=sample,
)
