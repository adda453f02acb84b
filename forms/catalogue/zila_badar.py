"""Externment (जिला बदर): U.P. Control of Goondas Act 1970, ss.2(b), 3–6, 10; duty d-4 of the letter."""

import datetime as dt
from collections.abc import Iterator, Mapping

from forms.codes.clockwork import add_months
from forms.kit.condition import Filled, Is
from forms.kit.fields import (
    Choice,
    Date,
    DateTime,
    Group,
    Index,
    Line,
    LongText,
    MultiChoice,
    Need,
    Rows,
    YesNo,
)
from forms.kit.form import ClockStart, Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, is_blank, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.age import day_of
from forms.parts.case import in_order
from forms.parts.case_link import linked_fir, names_a_fir_in_rows
from forms.parts.gist import name_in, read_day
from forms.parts.lists import Fixed
from forms.parts.person import person
from forms.parts.place import address
from forms.parts.record_rows import history

LAW = "3 UP Control of Goondas Act 1970"
ORDER_MONTHS = 6
"""s.3(3): one order bars for at most six months."""
TOTAL_MONTHS = 24
"""s.5: with every extension at most two years."""
APPEAL_DAYS = 15
"""s.6: appeal to the Commissioner."""

GROUNDS = Fixed(
    "GOONDA_GROUNDS",
    (
        ("2B1", Words("धारा 2(b)(i)", "Section 2(b)(i)")),
        ("2B2", Words("धारा 2(b)(ii)", "Section 2(b)(ii)")),
        ("2B3", Words("धारा 2(b)(iii)", "Section 2(b)(iii)")),
        ("2B4", Words("धारा 2(b)(iv)", "Section 2(b)(iv)")),
        ("2B5", Words("धारा 2(b)(v)", "Section 2(b)(v)")),
        ("2015", Words("संशोधन 2015", "Amendment of 2015")),
    ),
)
ORDER_KIND = Fixed(
    "GOONDA_ORDER",
    (
        ("EXTERNMENT", Words("निष्कासन", "Externment")),
        ("ATTENDANCE", Words("थाने पर हाजिरी", "Attendance at the station")),
    ),
)
_ORDERED = Filled("order_no")

GOONDA = Section(
    "goonda",
    Words("व्यक्ति", "Person"),
    (
        person(
            "goonda",
            Words("व्यक्ति", "Person"),
            need=Need.MUST,
            photo=Need.EXPECTED,
            body=True,
        ),
    ),
)

REPORT = Section(
    "report",
    Words("थाने की रिपोर्ट", "Report of the station"),
    (
        MultiChoice(
            "grounds",
            Words("आधार (धारा 2(b))", "Grounds (section 2(b))"),
            choices=GROUNDS,
            need=Need.EXPECTED,
        ),
        history("history", Words("आपराधिक इतिहास", "Criminal history"), need=Need.EXPECTED),
        Rows(
            "beat_info",
            Words("बीट सूचना", "Beat information"),
            row=Group(
                "beat_row",
                Words("बीट सूचना", "Beat information"),
                parts=(
                    Line(
                        "gd_no",
                        Words("रपट सं0", "GD no."),
                        most=20,
                        need=Need.EXPECTED,
                        index=Index.NUMBER,
                    ),
                    Date("dt", Words("दिनांक", "Date"), need=Need.EXPECTED),
                    Line("brief", Words("विवरण", "Substance"), most=500),
                ),
            ),
        ),
        YesNo(
            "witness_unwilling",
            Words("गवाह भय से साक्ष्य को तैयार नहीं?", "Witnesses afraid to give evidence?"),
            need=Need.EXPECTED,
        ),
        Date(
            "report_dt",
            Words("रिपोर्ट दिनांक", "Date of the report"),
            need=Need.EXPECTED,
        ),
        Line(
            "dm_case_no",
            Words("वाद सं0 (जिला मजिस्ट्रेट)", "District Magistrate's case no."),
            most=40,
            index=Index.NUMBER,
        ),
    ),
)

NOTICE = Section(
    "notice",
    Words("नोटिस धारा 3(1)", "Notice under section 3(1)"),
    (
        Date("notice_dt", Words("नोटिस दिनांक", "Date of the notice")),
        Date(
            "notice_served_dt",
            Words("नोटिस तामील दिनांक", "Notice served on"),
            shown_when=Filled("notice_dt"),
        ),
        LongText("reply", Words("व्यक्ति का उत्तर", "Reply of the person"), most=5000),
    ),
)

ORDER = Section(
    "order",
    Words("आदेश धारा 3(3)", "Order under section 3(3)"),
    (
        Line("order_no", Words("आदेश सं0", "Order no."), most=60, index=Index.NUMBER),
        Date(
            "order_dt",
            Words("आदेश दिनांक", "Date of the order"),
            shown_when=_ORDERED,
            need=Need.EXPECTED,
        ),
        Choice(
            "order_kind",
            Words("आदेश का प्रकार", "Kind of order"),
            choices=ORDER_KIND,
            shown_when=_ORDERED,
            need=Need.EXPECTED,
        ),
        Rows(
            "districts",
            Words("निष्कासित जनपद", "Districts barred"),
            shown_when=_ORDERED,
            need_when=Is("order_kind", "EXTERNMENT"),
            row=Group(
                "district_row",
                Words("जनपद", "District"),
                parts=(Line("district", Words("जनपद", "District"), most=80),),
            ),
        ),
        DateTime(
            "from_dt",
            Words("प्रभावी से", "Effective from"),
            future=True,
            shown_when=_ORDERED,
            need=Need.EXPECTED,
            help=Words("आदेश में समय न हो तो 00:00 लिखें।", "If the order names no hour, write 00:00."),
        ),
        Date(
            "to_dt",
            Words("प्रभावी तक", "Effective until"),
            future=True,
            shown_when=_ORDERED,
            need=Need.EXPECTED,
        ),
        Date(
            "served_dt",
            Words("आदेश तामील दिनांक", "Order served on"),
            shown_when=_ORDERED,
            need=Need.EXPECTED,
        ),
        Date(
            "appeal_until",
            Words("अपील की अन्तिम तिथि", "Last day for the appeal"),
            fixed=True,
            future=True,
        ),
    ),
)

OUTSIDE = Section(
    "outside",
    Words("निष्कासन अवधि", "While externed"),
    (
        address("outside_address", Words("बाहर का पता", "Address outside")),
        Line("outside_thana", Words("हाजिरी का थाना", "Police station to report to")),
        Rows(
            "temp_permission",
            Words("अस्थायी प्रवेश की अनुमति (धारा 4)", "Permission to enter (section 4)"),
            row=Group(
                "permission_row",
                Words("अनुमति", "Permission"),
                parts=(
                    Date("from_dt", Words("से", "From"), future=True, need=Need.EXPECTED),
                    Date("to_dt", Words("तक", "Until"), future=True, need=Need.EXPECTED),
                    Line("by", Words("किसने दी", "Given by"), most=120),
                ),
            ),
        ),
        Rows(
            "extension",
            Words("अवधि विस्तार (धारा 5)", "Extension (section 5)"),
            row=Group(
                "extension_row",
                Words("विस्तार", "Extension"),
                parts=(
                    Line("order", Words("आदेश सं0 व दिनांक", "Order, number and date"), most=120),
                    Date("to_dt", Words("कब तक", "Until"), future=True, need=Need.EXPECTED),
                ),
            ),
        ),
        Date(
            "barred_until",
            Words("प्रवेश कब तक निषिद्ध", "Entry forbidden until"),
            fixed=True,
            future=True,
        ),
        YesNo(
            "ended",
            Words("अवधि पूर्ण / आदेश निरस्त?", "Ended or set aside?"),
            shown_when=_ORDERED,
        ),
    ),
)

APPEAL = Section(
    "appeal",
    Words("अपील व उल्लंघन", "Appeal and breach"),
    (
        Group(
            "appeal",
            Words("अपील (धारा 6)", "Appeal (section 6)"),
            parts=(
                Date("dt", Words("दिनांक", "Date")),
                Line("result", Words("परिणाम", "Result"), most=300),
            ),
        ),
        Rows(
            "breach",
            Words("आदेश का उल्लंघन (धारा 10)", "Breach of the order (section 10)"),
            row=Group(
                "breach_row",
                Words("उल्लंघन", "Breach"),
                parts=(
                    DateTime("dt", Words("दिनांक व समय", "Date and time"), need=Need.EXPECTED),
                    Line("place", Words("स्थान", "Place"), need=Need.EXPECTED, index=Index.PLACE),
                    linked_fir(),
                ),
            ),
        ),
    ),
)


def six_months(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """One order bars for at most six months (s.3(3))."""
    start, end = day_of(letter.get("from_dt")), day_of(letter.get("to_dt"))
    if start and end and end > add_months(start, ORDER_MONTHS):
        last = add_months(start, ORDER_MONTHS)
        yield Problem(
            ("to_dt",),
            "externment.six_months",
            Words(
                f"आदेश की अवधि 6 माह से अधिक है (अधिकतम {last:%d-%m-%Y} तक)। तिथि ठीक करें, या थाना प्रभारी "
                "कारण लिखकर अनुमति दें।",
                f"The order runs longer than six months (at most until {last:%d-%m-%Y}). Put the date "
                "right, or the officer in charge allows it with a reason.",
            ),
            Weight.APPROVAL,
            LAW,
        )


def two_years(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """With its extensions an externment lasts at most two years (s.5)."""
    start = day_of(letter.get("from_dt"))
    for number, row in enumerate(rows(letter, "extension")):
        end = day_of(row.get("to_dt"))
        if start and end and end > add_months(start, TOTAL_MONTHS):
            yield Problem(
                ("extension", number, "to_dt"),
                "externment.two_years",
                Words(
                    "विस्तार सहित कुल अवधि 2 वर्ष से अधिक है। तिथि ठीक करें, या थाना प्रभारी कारण लिखकर अनुमति दें।",
                    "With this extension it lasts longer than two years. Put the date right, or the "
                    "officer in charge allows it with a reason.",
                ),
                Weight.APPROVAL,
                "5 UP Control of Goondas Act 1970",
            )


def described(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """Who may not enter must be known by sight: his physical features are written."""
    goonda = letter.get("goonda")
    if isinstance(goonda, Mapping) and is_blank(goonda.get("physical")):
        yield Problem(
            ("goonda", "physical"),
            "externment.physical",
            Words(
                "शारीरिक विशेषताएँ खाली हैं। बीट व अन्य थानों के लिए हुलिया लिखें।",
                "The physical features are blank. Write them for the beat and other stations.",
            ),
            Weight.GAP,
        )


def permissions(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """A permission to enter ends after it begins."""
    for number, row in enumerate(rows(letter, "temp_permission")):
        start, end = day_of(row.get("from_dt")), day_of(row.get("to_dt"))
        if start and end and end < start:
            yield Problem(
                ("temp_permission", number, "to_dt"),
                "externment.permission",
                Words(
                    "अनुमति की अवधि उल्टी लिखी है। कृपया तिथियाँ ठीक करें।",
                    "The permission ends before it begins. Please put the dates right.",
                ),
            )


def notice_before_order(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """An order follows a notice and a chance to explain (s.3(1))."""
    if letter.get("order_no") and not letter.get("notice_dt"):
        yield Problem(
            ("notice_dt",),
            "externment.notice",
            Words(
                "आदेश लिखा है पर धारा 3(1) का नोटिस नहीं। नोटिस की तिथि बाद में भी भरी जा सकती है।",
                "An order is written, but no notice under section 3(1). Its date may be filled later.",
            ),
            Weight.GAP,
            LAW,
        )


def prepare(letter: Letter, _facts: Facts) -> None:
    """Last day for the appeal, and until when entry is forbidden."""
    for key in ("appeal_until", "barred_until"):
        letter.pop(key, None)
    if is_blank(letter.get("order_no")):
        return
    ordered = day_of(letter.get("order_dt"))
    if ordered:
        letter["appeal_until"] = (ordered + dt.timedelta(days=APPEAL_DAYS)).isoformat()
    ends = [day_of(letter.get("to_dt"))]
    ends += [day_of(row.get("to_dt")) for row in rows(letter, "extension")]
    known = [end for end in ends if end]
    if known:
        letter["barred_until"] = max(known).isoformat()


def line(letter: Letter) -> str:
    """Who, and until when he may not enter."""
    who = name_in(letter.get("goonda"))
    until = read_day(letter.get("barred_until"))
    return f"{who} · प्रवेश निषिद्ध {until} तक" if until else f"{who} · आदेश लम्बित"


def sample(now: dt.datetime) -> Letter:
    """A fictional person externed for four months."""

    def day(ago: int) -> str:
        return (now - dt.timedelta(days=ago)).strftime("%Y-%m-%d")

    where = {"village_town": "ग्राम नमूनापुर", "district": "नमूना जनपद"}
    return {
        "goonda": {
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
            "physical": {"build": "MEDIUM", "height_cm": 172, "scar": "बायीं भौंह पर"},
        },
        "grounds": ["2B1", "2B4"],
        "history": [
            {"thana": "थाना नमूना", "fir": "0031/2024", "sections": "308 BNS", "status": "विचाराधीन"}
        ],
        "beat_info": [{"gd_no": "021", "dt": day(120), "brief": "क्षेत्र में भय व्याप्त (नमूना)"}],
        "witness_unwilling": True,
        "report_dt": day(110),
        "dm_case_no": "नमूना-9/2026",
        "notice_dt": day(95),
        "notice_served_dt": day(93),
        "reply": "आरोप अस्वीकार किये। (नमूना)",
        "order_no": "नमूना-77/2026",
        "order_dt": day(40),
        "order_kind": "EXTERNMENT",
        "districts": [{"district": "नमूना जनपद"}, {"district": "उदाहरण जनपद"}],
        "from_dt": f"{day(35)}T00:00",
        "to_dt": (now + dt.timedelta(days=80)).strftime("%Y-%m-%d"),
        "served_dt": day(36),
        "outside_address": {"village_town": "उदाहरण नगर", "district": "अन्य जनपद"},
        "outside_thana": "थाना उदाहरण",
        "temp_permission": [{"from_dt": day(10), "to_dt": day(8), "by": "जिला मजिस्ट्रेट"}],
    }


FORM = Form(
    code="zila_badar",
    version=1,
    title=Words("जिला बदर", "Externment"),
    short=Words("जिला बदर", "Externment"),
    sections=(GOONDA, REPORT, NOTICE, ORDER, OUTSIDE, APPEAL),
    role="operator",
    duty=("d-4",),
    law=Words(
        "धारा 3–10 उ0प्र0 गुण्डा नियंत्रण अधिनियम 1970", "Sections 3–10 U.P. Control of Goondas Act 1970"
    ),
    rules=(
        in_order(
            "from_dt",
            "to_dt",
            "आदेश की अवधि उल्टी लिखी है। कृपया तिथियाँ ठीक करें।",
            "The order ends before it begins. Please put the dates right.",
        ),
        in_order(
            "report_dt",
            "notice_dt",
            "नोटिस रिपोर्ट से पहले का लिखा है। तिथि ठीक करें, या कारण लिखें।",
            "The notice is before the report. Put the date right, or write the reason.",
            code="V01.notice",
            weight=Weight.REASON,
        ),
        in_order(
            "notice_dt",
            "order_dt",
            "आदेश नोटिस से पहले का लिखा है। तिथि ठीक करें, या कारण लिखें।",
            "The order is before the notice. Put the date right, or write the reason.",
            code="V01.order",
            weight=Weight.REASON,
        ),
        Rule("externment.six_months", six_months),
        Rule("externment.two_years", two_years),
        Rule("externment.physical", described),
        Rule("externment.permission", permissions),
        Rule("externment.notice", notice_before_order),
        names_a_fir_in_rows("breach"),
    ),
    numbered=(Numbered("externment"),),
    clocks=(ClockStart("K39", at="from_dt", done="ended", when=Filled("from_dt")),),
    papers=(
        Paper(
            "form",
            Words("जिला बदर", "Externment"),
            "",
            copies=(
                Words(
                    "जिला मजिस्ट्रेट प्रति (द्वारा पुलिस अधीक्षक)",
                    "District Magistrate's copy, through the Superintendent",
                ),
                Words(
                    "जनपद के थाने / बीट प्रति", "Copy for the stations of the district and the beat"
                ),
                Words("सम्बन्धित व्यक्ति प्रति (नोटिस / आदेश)", "Copy for the person, notice or order"),
                Words("थाना प्रति", "Station copy"),
            ),
        ),
    ),
    line=line,
    occurred="order_dt",
    prepare=prepare,
    sample=sample,
)
