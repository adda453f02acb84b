"""Request for an account of an officer: made, changed or closed; duty d-22 of the letter."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property

from forms.codes import roles
from forms.kit.condition import Is, OneOf
from forms.kit.fields import Choice, Date, Line, LongText, MultiChoice, Need
from forms.kit.form import Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import in_order
from forms.parts.lists import Fixed
from forms.parts.officer import officer

KIND = Fixed(
    "ACCOUNT_REQUEST",
    (
        ("NEW", Words("नयी आई0डी0", "New account")),
        ("CHANGE", Words("रोल परिवर्तन", "Change of role")),
        ("RESET", Words("पासवर्ड / अनलॉक", "Password or unlock")),
        ("REMOVE", Words("आई0डी0 बन्द", "Close the account")),
    ),
)
WHY = Fixed(
    "ACCOUNT_CLOSED",
    (
        ("TRANSFER", Words("स्थानान्तरण", "Transferred")),
        ("RETIRED", Words("सेवानिवृत्त", "Retired")),
        ("SUSPENDED", Words("निलम्बित", "Suspended")),
        ("DECEASED", Words("मृत्यु", "Died")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)
INVESTIGATORS = ("SI", "INSPECTOR", "CO", "ASP", "SP", "SSP", "DCP")
"""Sub-inspector and above: who investigates, by the list of roles."""


class RoleList:
    """The five roles of a station, as `Choices`."""

    id = "STATION_ROLE"

    @cached_property
    def _all(self) -> dict[str, Words]:
        return {one.code: one.words for one in roles()}

    def options(self) -> Mapping[str, Words]:
        """The roles in the order of the letter."""
        return self._all

    def words_of(self, code: str) -> Words | None:
        """What the role is called."""
        return self._all.get(code)


_GIVES = OneOf("kind", ("NEW", "CHANGE"))
_CLOSES = Is("kind", "REMOVE")

REQUEST = Section(
    "request",
    Words("अनुरोध", "Request"),
    (
        Choice("kind", Words("अनुरोध", "Request"), choices=KIND, need=Need.MUST),
        officer("officer", Words("अधिकारी / कर्मचारी", "Officer"), need=Need.MUST),
        MultiChoice(
            "roles",
            Words("रोल", "Roles"),
            choices=RoleList(),
            shown_when=_GIVES,
            need=Need.EXPECTED,
        ),
        Date("joined_on", Words("थाने पर आमद", "Joined the station"), shown_when=_GIVES),
        Line(
            "order",
            Words("तैनाती / स्थानान्तरण आदेश सं0 व दिनांक", "Order of posting, number and date"),
            most=120,
        ),
        Choice(
            "closed_why",
            Words("बन्द करने का कारण", "Why it is closed"),
            choices=WHY,
            shown_when=_CLOSES,
            need=Need.EXPECTED,
        ),
        Date("requested_on", Words("अनुरोध दिनांक", "Requested on"), need=Need.EXPECTED),
        officer("ordered_by", Words("आदेशकर्ता (थाना प्रभारी)", "Ordered by"), need=Need.EXPECTED),
    ),
)

RESULT = Section(
    "result",
    Words("परिणाम", "Result"),
    (
        Date("sent_on", Words("पुलिस कार्यालय को प्रेषित", "Sent to the police office")),
        Line(
            "login",
            Words("लागिन आई0डी0", "Login name"),
            most=60,
            help=Words(
                "केवल आई0डी0 लिखें; पासवर्ड कहीं न लिखें।",
                "The login name only; never write a password anywhere.",
            ),
        ),
        Date("created_dt", Words("बनी / बदली", "Made or changed on"), shown_when=_GIVES),
        Date(
            "removed_dt",
            Words("बन्द हुई", "Closed on"),
            shown_when=_CLOSES,
        ),
        LongText("remark", Words("टिप्पणी", "Remark"), most=2000),
    ),
)


def role_by_rank(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Investigating and commanding a station take a sub-inspector or above."""
    chosen = letter.get("roles")
    named = letter.get("officer")
    rank = named.get("rank") if isinstance(named, Mapping) else None
    given = chosen if isinstance(chosen, list) else []
    if rank and rank not in INVESTIGATORS and ("io" in given or "sho" in given):
        yield Problem(
            ("roles",),
            "USER.rank",
            Words(
                "विवेचक / थाना प्रभारी का रोल उपनिरीक्षक या ऊपर के अधिकारी का है। रोल ठीक करें, या कारण लिखें।",
                "The role of investigator or officer in charge is for a sub-inspector or above. Put "
                "the role right, or write the reason.",
            ),
            Weight.REASON,
        )


def known_by_number(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """An account is known by the PNO."""
    named = letter.get("officer")
    if isinstance(named, Mapping) and not named.get("pno"):
        yield Problem(
            ("officer", "pno"),
            "USER.pno",
            Words(
                "पी0एन0ओ0 नहीं लिखा है। आई0डी0 पी0एन0ओ0 से पहचानी जाती है; कृपया लिखें।",
                "The PNO is blank. An account is known by it; please write it.",
            ),
            Weight.GAP,
        )


def not_for_oneself(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Who gets the account does not order it, but for the officer in charge."""
    named, orders = letter.get("officer"), letter.get("ordered_by")
    if not isinstance(named, Mapping) or not isinstance(orders, Mapping):
        return
    own = str(named.get("pno") or "")
    given = letter.get("roles")
    if own and own == orders.get("pno") and "sho" not in (given if isinstance(given, list) else []):
        yield Problem(
            ("ordered_by",),
            "USER.own",
            Words(
                "आई0डी0 पाने वाला और आदेश देने वाला एक ही है। आदेशकर्ता ठीक करें, या कारण लिखें।",
                "The officer orders the account for himself. Put right who ordered it, or write "
                "the reason.",
            ),
            Weight.REASON,
        )


def line(letter: Letter) -> str:
    """What is asked, for whom."""
    kind = KIND.words_of(str(letter.get("kind") or ""))
    named = letter.get("officer")
    who = named if isinstance(named, Mapping) else {}
    parts = (kind.hi if kind else "", str(who.get("name") or ""), str(who.get("pno") or ""))
    return " · ".join(one for one in parts if one)


def sample(now: dt.datetime) -> Letter:
    """A fictional new constable."""

    def day(ago: int) -> str:
        return (now - dt.timedelta(days=ago)).strftime("%Y-%m-%d")

    return {
        "kind": "NEW",
        "officer": {
            "name": "का0 नमूना कुमार",
            "rank": "CONSTABLE",
            "pno": "000000008",
            "mobile": "9999900008",
        },
        "roles": ["moharir"],
        "joined_on": day(5),
        "order": "नमूना आदेश 12",
        "requested_on": day(3),
        "ordered_by": {"name": "निरीक्षक उदाहरण वर्मा", "rank": "INSPECTOR", "pno": "000000002"},
        "sent_on": day(2),
        "login": "namuna.kumar",
        "created_dt": day(1),
        "remark": "काल्पनिक नमूना",
    }


FORM = Form(
    code="user",
    version=1,
    title=Words("नये कर्मी की आई0डी0 हेतु अनुरोध", "Request for an account"),
    short=Words("आई0डी0 अनुरोध", "Account request"),
    sections=(REQUEST, RESULT),
    role="operator",
    duty=("d-22",),
    rules=(
        Rule("USER.rank", role_by_rank),
        Rule("USER.pno", known_by_number),
        Rule("USER.own", not_for_oneself),
        in_order(
            "requested_on",
            "sent_on",
            "प्रेषण अनुरोध से पहले का है। तिथि ठीक करें।",
            "It was sent before it was requested. Put the date right.",
        ),
        in_order(
            "requested_on",
            "created_dt",
            "आई0डी0 अनुरोध से पहले की है। तिथि ठीक करें, या कारण लिखें।",
            "The account is older than the request. Put the date right, or write the reason.",
            weight=Weight.REASON,
        ),
        in_order(
            "requested_on",
            "removed_dt",
            "आई0डी0 अनुरोध से पहले बन्द हुई है। तिथि ठीक करें, या कारण लिखें।",
            "The account was closed before the request. Put the date right, or write the reason.",
            weight=Weight.REASON,
        ),
    ),
    papers=(
        Paper(
            "form",
            Words("आई0डी0 अनुरोध पत्र", "Request for an account"),
            "",
            copies=(
                Words("पुलिस कार्यालय प्रति", "Police office copy"),
                Words("थाना प्रति", "Station copy"),
            ),
        ),
    ),
    line=line,
    occurred="requested_on",
    sample=sample,
)
