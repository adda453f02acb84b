"""Stranger roll (अजनबी रोल): a query to a stranger's home station and its answer; duty d-5."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import Filled, Is
from forms.kit.fields import Choice, Date, Index, Line, LongText, Need, YesNo
from forms.kit.form import Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.age import day_of
from forms.parts.case import diary_reference, in_order
from forms.parts.gist import name_in, place_in, read_day
from forms.parts.lists import Fixed
from forms.parts.officer import officer
from forms.parts.person import person
from forms.parts.place import address
from forms.parts.record_rows import history
from forms.parts.under_diary import diary_if_none, take_diary_entry

REPLY_DAYS = 7
"""After so many days without an answer the home station is reminded; a choice of this desk."""

MODE = Fixed(
    "ROLL_MODE",
    (
        ("DAK", Words("डाक", "Post")),
        ("EMAIL", Words("ई-मेल", "E-mail")),
        ("WIRELESS", Words("आर0टी0 / वायरलेस", "Wireless")),
        ("MESSENGER", Words("विशेष वाहक", "Messenger")),
    ),
)
_REPLIED = Filled("reply_dt")

STRANGER = Section(
    "stranger",
    Words("अजनबी", "Stranger"),
    (
        Date("dt", Words("दिनांक", "Date"), need=Need.EXPECTED),
        diary_reference(),
        person(
            "stranger",
            Words("अजनबी", "Stranger"),
            need=Need.MUST,
            photo=Need.EXPECTED,
            body=True,
        ),
    ),
)

FOUND = Section(
    "found",
    Words("कहाँ मिला व संदेह", "Where found, and why"),
    (
        address(
            "where_found", Words("कहाँ मिला / ठहरा", "Where found or staying"), need=Need.EXPECTED
        ),
        person("host", Words("मकान मालिक / नियोक्ता", "Landlord or employer")),
        Line("purpose", Words("आने का प्रयोजन", "Purpose"), most=300, need=Need.EXPECTED),
        Line("vehicle", Words("वाहन सं0", "Vehicle no."), most=40, index=Index.VEHICLE),
        Line("articles", Words("पास का सामान", "Articles with the stranger"), most=500),
        Line(
            "claimed_home",
            Words("बताया गया घर का पता", "Home address as told"),
            most=300,
            index=Index.PLACE,
        ),
        Line("claimed_thana", Words("बताया गया गृह थाना", "Home station as told"), most=120),
        LongText(
            "reason", Words("संदेह का कारण", "Reason for suspicion"), most=5000, need=Need.EXPECTED
        ),
    ),
)

SENT = Section(
    "sent",
    Words("प्रेषण", "Sent to the home station"),
    (
        Line(
            "sent_thana",
            Words("प्रेषित थाना / जनपद / राज्य", "Sent to station, district, State"),
            need=Need.EXPECTED,
        ),
        Date("sent_dt", Words("प्रेषण दिनांक", "Sent on"), need=Need.EXPECTED),
        Choice("sent_mode", Words("माध्यम", "By"), choices=MODE),
        Date("reply_due", Words("उत्तर अपेक्षित", "Answer due"), fixed=True, future=True),
    ),
)

REPLY = Section(
    "reply",
    Words("उत्तर व कार्यवाही", "Answer and action"),
    (
        Date("reply_dt", Words("उत्तर दिनांक", "Answered on")),
        YesNo(
            "reply_ok",
            Words("नाम व पता सही?", "Name and address correct?"),
            shown_when=_REPLIED,
            need=Need.EXPECTED,
        ),
        Line("character", Words("चाल-चलन", "Character"), most=300, shown_when=_REPLIED),
        history("reply_history", Words("आपराधिक इतिहास", "Criminal history"), status=False),
        YesNo("wanted", Words("वांछित?", "Wanted?"), shown_when=_REPLIED, need=Need.EXPECTED),
        officer("reply_by", Words("उत्तर देने वाले अधिकारी", "Answered by"), shown_when=_REPLIED),
        Line(
            "action",
            Words("कार्यवाही", "Action"),
            most=500,
            need_when=Is("wanted", True),
        ),
    ),
)


def reminder(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A query without an answer after seven days is sent again."""
    due = day_of(letter.get("reply_due"))
    if due and not letter.get("reply_dt") and facts.now.date() > due:
        yield Problem(
            ("reply_dt",),
            "roll.reply",
            Words(
                f"गृह थाने का उत्तर {due:%d-%m-%Y} तक अपेक्षित था, अभी नहीं आया। कृपया स्मरण पत्र भेजें।",
                f"The answer of the home station was due by {due:%d-%m-%Y} and has not come. Please remind it.",
            ),
            Weight.GAP,
        )


def prepare(letter: Letter, facts: Facts) -> None:
    """When the answer is due, and the diary entry above."""
    sent = day_of(letter.get("sent_dt"))
    letter.pop("reply_due", None)
    if sent:
        letter["reply_due"] = (sent + dt.timedelta(days=REPLY_DAYS)).isoformat()
    take_diary_entry(letter, facts)


def _subject(_letter: Letter, facts: Facts) -> str:
    return f"अजनबी रोल सं0 {facts.numbers.get('str_roll', '')}".strip()


def _brief(letter: Letter, facts: Facts) -> str:
    where = place_in(letter.get("where_found"), "थाना क्षेत्र")
    return (
        f"इस समय {where} में मिले अजनबी {name_in(letter.get('stranger'))} से पूछताछ की गयी। अजनबी रोल सं0 "
        f"{facts.numbers.get('str_roll', '')} तैयार कर सत्यापन हेतु {letter.get('sent_thana') or 'गृह थाने'} को "
        "प्रेषित किया जा रहा है।"
    )


def line(letter: Letter) -> str:
    """Who, sent where, and how it stands."""
    due = read_day(letter.get("reply_due"))
    state = "उत्तर प्राप्त" if letter.get("reply_dt") else (f"उत्तर {due} तक" if due else "")
    told = (name_in(letter.get("stranger")), str(letter.get("sent_thana") or ""), state)
    return " · ".join(one for one in told if one)


def sample(now: dt.datetime) -> Letter:
    """A fictional hawker from another district."""

    def day(ago: int) -> str:
        return (now - dt.timedelta(days=ago)).strftime("%Y-%m-%d")

    here = {"village_town": "कस्बा नमूनागंज", "landmark": "नमूना धर्मशाला", "district": "नमूना जनपद"}
    home = {"village_town": "ग्राम उदाहरणपुर", "thana": "थाना उदाहरण", "district": "उदाहरण जनपद"}
    return {
        "dt": day(5),
        "stranger": {
            "name": "नमूना फेरीवाला",
            "relation_type": "FATHER",
            "relative_name": "उदाहरण लाल",
            "gender": "MALE",
            "age_years": 38,
            "addresses": [{"address_type": "PERMANENT", **home}],
            "photo": {
                "sha256": "0" * 64,
                "name": "namuna.jpg",
                "mime": "image/jpeg",
                "size": 1000,
                "caption": "नमूना फोटो",
            },
        },
        "where_found": here,
        "host": {
            "name": "उदाहरण वर्मा",
            "relation_type": "FATHER",
            "relative_name": "नमूना वर्मा",
            "addresses": [{"address_type": "PRESENT", **here}],
        },
        "purpose": "कम्बल की फेरी",
        "articles": "कम्बल का गट्ठर",
        "claimed_home": "ग्राम उदाहरणपुर",
        "claimed_thana": "थाना उदाहरण",
        "reason": "रात्रि में बिना कारण घूमता मिला, पहचान पत्र नहीं दिखा सका। (काल्पनिक नमूना)",
        "sent_thana": "थाना उदाहरण, उदाहरण जनपद",
        "sent_dt": day(5),
        "sent_mode": "EMAIL",
        "reply_dt": day(1),
        "reply_ok": True,
        "character": "सामान्य",
        "wanted": False,
        "action": "सत्यापन सही, रोल दाखिल",
    }


FORM = Form(
    code="str_roll",
    version=1,
    title=Words("अजनबी रोल", "Stranger roll"),
    short=Words("अजनबी रोल", "Stranger roll"),
    sections=(STRANGER, FOUND, SENT, REPLY),
    law=Words(
        "उ0प्र0 पुलिस रेगुलेशन (प्रस्तर की पुष्टि शेष)",
        "U.P. Police Regulations (paragraph to be confirmed)",
    ),
    role="operator",
    duty=("d-5",),
    rules=(
        in_order(
            "sent_dt",
            "reply_dt",
            "उत्तर प्रेषण से पहले का लिखा है। कृपया तिथि ठीक करें।",
            "The answer is before the sending. Please put the date right.",
        ),
        Rule("roll.reply", reminder),
    ),
    numbered=(Numbered("stranger_roll"),),
    parent="gd",
    consequences=(diary_if_none("MISC", _subject, _brief),),
    papers=(
        Paper(
            "form",
            Words("अजनबी रोल", "Stranger roll"),
            "",
            copies=(
                Words(
                    "गृह थाना प्रति (उत्तर सहित वापस)", "Home station's copy, to be returned answered"
                ),
                Words("थाना प्रति", "Station copy"),
            ),
        ),
    ),
    line=line,
    occurred="dt",
    prepare=prepare,
    sample=sample,
)
