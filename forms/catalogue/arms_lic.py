"""Arms licence (हथियार लाइसेंस): Arms Act 1959, Arms Rules 2016; duty d-9 of the letter."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import Filled, OneOf
from forms.kit.fields import (
    Choice,
    Date,
    Group,
    Index,
    Line,
    Need,
    Number,
    Rows,
    YesNo,
)
from forms.kit.form import Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.age import day_of
from forms.parts.case import in_order
from forms.parts.case_link import linked_fir, names_a_fir
from forms.parts.elsewhere_rules import once
from forms.parts.gist import meaning, name_in, read_day
from forms.parts.lists import Fixed
from forms.parts.person import person

RENEWAL_DAYS = 60
"""So long before its end a licence is looked at; a choice of this desk."""
MOST_FIREARMS = 2
"""Firearms of one person since the amendment of 2019; to be confirmed."""

AREA = Fixed(
    "ARMS_AREA",
    (
        ("DISTRICT", Words("जनपद", "District")),
        ("STATE", Words("प्रदेश", "State")),
        ("INDIA", Words("भारत", "India")),
    ),
)
KIND = Fixed(
    "ARMS_KIND",
    (
        ("SBBL", Words("एस0बी0बी0एल0", "SBBL")),
        ("DBBL", Words("डी0बी0बी0एल0", "DBBL")),
        ("RIFLE", Words("रायफल", "Rifle")),
        ("REVOLVER", Words("रिवाल्वर", "Revolver")),
        ("PISTOL", Words("पिस्टल", "Pistol")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)
STATUS = Fixed(
    "LICENCE_STATUS",
    (
        ("VALID", Words("वैध", "Valid")),
        ("RENEWAL", Words("नवीनीकरण लम्बित", "Renewal pending")),
        ("SUSPENDED", Words("निलम्बित", "Suspended")),
        ("CANCELLED", Words("निरस्त", "Cancelled")),
        ("DEAD", Words("लाइसेंसी की मृत्यु", "Licensee dead")),
        ("TRANSFERRED", Words("स्थानान्तरित", "Transferred")),
    ),
)

LICENSEE = Section(
    "licensee",
    Words("लाइसेंसी", "Licensee"),
    (
        person(
            "licensee",
            Words("लाइसेंसी", "Licensee"),
            need=Need.MUST,
            photo=Need.EXPECTED,
        ),
    ),
)

LICENCE = Section(
    "licence",
    Words("लाइसेंस", "Licence"),
    (
        # A licence brings its own number; without it the record cannot be told from another.
        Line(
            "licence_no",
            Words("लाइसेंस सं0", "Licence no."),
            most=60,
            need=Need.MUST,
            index=Index.NUMBER,
        ),
        Line("uin", Words("यू0आई0एन0", "UIN"), most=40, index=Index.NUMBER),
        Line("authority", Words("जारीकर्ता", "Issued by"), need=Need.EXPECTED),
        Date("issue_dt", Words("जारी तिथि", "Issued on"), need=Need.EXPECTED),
        Date("valid_from", Words("वैधता से", "Valid from"), future=True),
        Date("valid_to", Words("वैधता तक", "Valid until"), future=True, need=Need.EXPECTED),
        Date(
            "renew_from",
            Words("नवीनीकरण स्मरण तिथि", "Renewal to be looked at from"),
            fixed=True,
            future=True,
        ),
        Choice("area", Words("क्षेत्र", "Area"), choices=AREA, need=Need.EXPECTED),
        Line("purpose", Words("प्रयोजन", "Purpose"), most=120),
    ),
)

WEAPONS = Section(
    "weapons",
    Words("शस्त्र", "Weapons"),
    (
        Rows(
            "weapons",
            Words("शस्त्र", "Weapons"),
            need=Need.EXPECTED,
            row=Group(
                "weapon",
                Words("शस्त्र", "Weapon"),
                gist=("kind", "bore", "make", "serial_no"),
                parts=(
                    Choice("kind", Words("प्रकार", "Kind"), choices=KIND, need=Need.EXPECTED),
                    Line("bore", Words("बोर", "Bore"), most=30, need=Need.EXPECTED),
                    Line("make", Words("मेक", "Make"), most=80),
                    Line(
                        "serial_no",
                        Words("शस्त्र सं0", "Serial no."),
                        most=60,
                        need=Need.EXPECTED,
                        index=Index.SERIAL,
                    ),
                    Number(
                        "cartridges_limit",
                        Words("कारतूस सीमा", "Cartridges allowed"),
                        least=0,
                        most=100_000,
                    ),
                    Number(
                        "cartridges_held",
                        Words("कारतूस पास में", "Cartridges held"),
                        least=0,
                        most=100_000,
                    ),
                    Line("purchase_shop", Words("क्रय दुकान", "Bought from"), most=120),
                    Date("purchase_dt", Words("क्रय दिनांक", "Bought on")),
                ),
            ),
        ),
        Rows(
            "deposits",
            Words("शस्त्र जमा", "Deposits"),
            row=Group(
                "deposit",
                Words("जमा", "Deposit"),
                parts=(
                    Line("where", Words("थाना / दुकान", "Station or shop"), need=Need.EXPECTED),
                    Date("from_dt", Words("से", "From"), need=Need.EXPECTED),
                    Date("to_dt", Words("तक", "Until"), future=True),
                    Line("reason", Words("कारण (चुनाव …)", "Reason (election …)"), most=120),
                ),
            ),
        ),
    ),
)

CONTROL = Section(
    "control",
    Words("सत्यापन व स्थिति", "Verification and status"),
    (
        Rows(
            "verifications",
            Words("सत्यापन", "Verifications"),
            row=Group(
                "verification",
                Words("सत्यापन", "Verification"),
                parts=(
                    Date("dt", Words("दिनांक", "Date"), need=Need.EXPECTED),
                    Line("officer", Words("अधिकारी", "Officer"), most=120, need=Need.EXPECTED),
                    YesNo("ok", Words("सही पाया?", "Found in order?"), need=Need.EXPECTED),
                    Line("remark", Words("टिप्पणी", "Remark"), most=300),
                ),
            ),
        ),
        linked_fir("criminal_case", Words("आपराधिक वाद", "Criminal case")),
        Line(
            "cancel_proposal",
            Words("निरस्तीकरण प्रस्ताव (सं0, दिनांक)", "Proposal to cancel (number, date)"),
            most=120,
            need_when=Filled("criminal_case"),
        ),
        linked_fir("loss_case", Words("शस्त्र चोरी / गुम होने की प्राथमिकी", "FIR of theft or loss")),
        Choice("status", Words("स्थिति", "Status"), choices=STATUS, need=Need.MUST),
        Date(
            "status_dt",
            Words("स्थिति का दिनांक", "Since"),
            shown_when=OneOf("status", ("SUSPENDED", "CANCELLED", "DEAD", "TRANSFERRED")),
            need=Need.EXPECTED,
        ),
        Line(
            "status_note",
            Words("आदेश / किसे स्थानान्तरित", "Order, or transferred to"),
            most=200,
            shown_when=OneOf("status", ("SUSPENDED", "CANCELLED", "DEAD", "TRANSFERRED")),
        ),
    ),
)


def serials_once(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """A weapon stands on a licence once."""
    seen: set[str] = set()
    for number, row in enumerate(rows(letter, "weapons")):
        serial = "".join(str(row.get("serial_no") or "").split()).upper()
        if serial and serial in seen:
            yield Problem(
                ("weapons", number, "serial_no"),
                "arms.serial",
                Words(
                    "यह शस्त्र सं0 ऊपर भी लिखी है। कृपया एक ही बार रखें या सही सं0 लिखें।",
                    "This serial number stands above already. Please keep it once, or write the right one.",
                ),
            )
        seen.add(serial)


def _same_weapon(letter: Letter, other: Letter) -> bool:
    """Whether a weapon of one number is of one make in both; makers count their weapons apart."""

    def makes(one: Letter) -> set[tuple[str, str]]:
        return {
            (
                "".join(str(row.get("serial_no") or "").split()).upper(),
                str(row.get("make") or "").strip().casefold(),
            )
            for row in rows(one, "weapons")
            if row.get("serial_no")
        }

    return bool(makes(letter) & makes(other))


def two_firearms(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """One person holds at most two firearms."""
    held = len(list(rows(letter, "weapons")))
    if held > MOST_FIREARMS and letter.get("status") in ("VALID", "RENEWAL"):
        yield Problem(
            ("weapons",),
            "arms.two",
            Words(
                f"{held} शस्त्र लिखे हैं; एक व्यक्ति के पास अधिकतम 2 अग्नेयास्त्र हो सकते हैं। जाँचें, या कारण लिखें।",
                f"{held} weapons are written; one person may hold two firearms. Check, or write the reason.",
            ),
            Weight.REASON,
        )


def cartridges(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """No more cartridges are held than the licence allows."""
    for number, row in enumerate(rows(letter, "weapons")):
        allowed, held = row.get("cartridges_limit"), row.get("cartridges_held")
        if isinstance(allowed, int) and isinstance(held, int) and held > allowed:
            yield Problem(
                ("weapons", number, "cartridges_held"),
                "arms.cartridges",
                Words(
                    f"{held} कारतूस पास में लिखे हैं, सीमा {allowed} है। जाँचें, या कारण लिखें।",
                    f"{held} cartridges are held, {allowed} are allowed. Check, or write the reason.",
                ),
                Weight.REASON,
            )


def in_force(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A valid licence has not run out; one that soon will is looked at 60 days before."""
    until, today = day_of(letter.get("valid_to")), facts.now.date()
    if letter.get("status") != "VALID" or until is None:
        return
    if until < today:
        yield Problem(
            ("status",),
            "arms.expired",
            Words(
                f"लाइसेंस {until:%d-%m-%Y} को समाप्त हो गया, पर स्थिति ‘वैध’ है। स्थिति बदलें, या कारण लिखें।",
                f"The licence ran out on {until:%d-%m-%Y}, yet the status is valid. Change it, or write the reason.",
            ),
            Weight.REASON,
        )
    elif until <= today + dt.timedelta(days=RENEWAL_DAYS):
        yield Problem(
            ("valid_to",),
            "arms.renewal",
            Words(
                f"लाइसेंस {until:%d-%m-%Y} को समाप्त होगा। लाइसेंसी को नवीनीकरण हेतु सूचित करें।",
                f"The licence runs out on {until:%d-%m-%Y}. Tell the licensee to renew it.",
            ),
            Weight.GAP,
        )


def deposits_in_order(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """A deposit ends after it begins."""
    for number, row in enumerate(rows(letter, "deposits")):
        start, end = day_of(row.get("from_dt")), day_of(row.get("to_dt"))
        if start and end and end < start:
            yield Problem(
                ("deposits", number, "to_dt"),
                "arms.deposit",
                Words(
                    "जमा की अवधि उल्टी लिखी है। कृपया तिथियाँ ठीक करें।",
                    "The deposit ends before it begins. Please put the dates right.",
                ),
            )


def prepare(letter: Letter, _facts: Facts) -> None:
    """From when the renewal is looked at."""
    until = day_of(letter.get("valid_to"))
    letter.pop("renew_from", None)
    if until:
        letter["renew_from"] = (until - dt.timedelta(days=RENEWAL_DAYS)).isoformat()


def line(letter: Letter) -> str:
    """Whose, which weapon, until when, how it stands."""
    kinds = ", ".join(meaning(KIND, row.get("kind")) for row in rows(letter, "weapons"))
    until = read_day(letter.get("valid_to"))
    told = (
        name_in(letter.get("licensee")),
        kinds,
        f"{until} तक" if until else "",
        meaning(STATUS, letter.get("status")),
    )
    return " · ".join(one for one in told if one)


def sample(now: dt.datetime) -> Letter:
    """A fictional farmer's gun."""

    def day(ahead: int) -> str:
        return (now + dt.timedelta(days=ahead)).strftime("%Y-%m-%d")

    where = {"village_town": "ग्राम नमूनापुर", "district": "नमूना जनपद"}
    return {
        "licensee": {
            "name": "नमूना प्रसाद",
            "relation_type": "FATHER",
            "relative_name": "उदाहरण लाल",
            "gender": "MALE",
            "age_years": 51,
            "occupation": "कृषक",
            "addresses": [{"address_type": "PERMANENT", **where}],
            "photo": {
                "sha256": "0" * 64,
                "name": "namuna.jpg",
                "mime": "image/jpeg",
                "size": 1000,
                "caption": "नमूना फोटो",
            },
        },
        "licence_no": "नमूना-1234",
        "uin": "NAMUNA0001",
        "authority": "जिला मजिस्ट्रेट नमूना जनपद",
        "issue_dt": day(-900),
        "valid_from": day(-900),
        "valid_to": day(500),
        "area": "STATE",
        "purpose": "फसल सुरक्षा",
        "weapons": [
            {
                "kind": "DBBL",
                "bore": "12 बोर",
                "make": "नमूना गन",
                "serial_no": "NAMUNA-77",
                "cartridges_limit": 50,
                "cartridges_held": 20,
                "purchase_shop": "उदाहरण गन हाउस",
                "purchase_dt": day(-880),
            }
        ],
        "deposits": [
            {"where": "थाना नमूना", "from_dt": day(-200), "to_dt": day(-150), "reason": "चुनाव"}
        ],
        "verifications": [{"dt": day(-30), "officer": "उ0नि0 नमूना सिंह", "ok": True}],
        "status": "VALID",
    }


FORM = Form(
    code="arms_lic",
    version=1,
    title=Words("हथियार लाइसेंस", "Arms licence"),
    short=Words("शस्त्र लाइसेंस", "Arms licence"),
    sections=(LICENSEE, LICENCE, WEAPONS, CONTROL),
    role="operator",
    duty=("d-9",),
    law=Words("आयुध अधिनियम 1959; आयुध नियम 2016", "Arms Act 1959; Arms Rules 2016"),
    rules=(
        once("arms.licence_twice", "arms_lic", "licence_no", "यह लाइसेंस सं0", "This licence number"),
        once("arms.uin_twice", "arms_lic", "uin", "यह यू0आई0एन0", "This UIN"),
        once(
            "arms.weapon_twice",
            "arms_lic",
            "weapons.serial_no",
            "यह शस्त्र सं0",
            "This serial number of a weapon",
            same=_same_weapon,
        ),
        in_order(
            "issue_dt",
            "valid_to",
            "वैधता जारी तिथि से पहले समाप्त लिखी है। कृपया तिथि ठीक करें।",
            "The validity ends before the issue. Please put the date right.",
        ),
        in_order(
            "valid_from",
            "valid_to",
            "वैधता की अवधि उल्टी लिखी है। कृपया तिथियाँ ठीक करें।",
            "The validity ends before it begins. Please put the dates right.",
            code="V01.valid",
        ),
        Rule("arms.serial", serials_once),
        Rule("arms.two", two_firearms),
        Rule("arms.cartridges", cartridges),
        Rule("arms.expired", in_force),
        Rule("arms.deposit", deposits_in_order),
        names_a_fir("criminal_case"),
        names_a_fir("loss_case"),
    ),
    own_number=lambda letter: str(letter.get("licence_no") or ""),
    papers=(
        Paper(
            "form",
            Words("शस्त्र लाइसेंस विवरण", "Particulars of an arms licence"),
            "",
            copies=(
                Words("जिला मजिस्ट्रेट प्रति", "District Magistrate's copy"),
                Words("थाना प्रति", "Station copy"),
            ),
        ),
    ),
    line=line,
    occurred="issue_dt",
    prepare=prepare,
    sample=sample,
)
