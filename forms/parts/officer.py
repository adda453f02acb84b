"""A police officer, as items 13 and 14 of the FIR name one, and a court."""

from forms.kit.condition import Condition
from forms.kit.fields import Choice, Field, Group, Index, Line, Need, Rows
from forms.kit.words import Words
from forms.parts.lists import Listed

OFFICER: tuple[Field, ...] = (
    Line("name", Words("नाम", "Name"), need=Need.EXPECTED),
    Choice("rank", Words("पद", "Rank"), choices=Listed("RANK"), need=Need.EXPECTED),
    Line(
        "pno",
        Words("पी0एन0ओ0 / सं0", "PNO / no."),
        most=12,
        pattern=r"[0-9A-Z/-]{1,12}",
        pattern_words=Words(
            "पी0एन0ओ0 में केवल अंक (या बड़े अंग्रेजी अक्षर) होते हैं।",
            "A PNO has digits only (or capital letters).",
        ),
    ),
    Line("posting", Words("तैनाती (थाना / इकाई)", "Posting (station / unit)"), most=100),
    Line("mobile", Words("सी0यू0जी0 मोबाइल", "CUG mobile"), most=10, pattern=r"[6-9][0-9]{9}"),
)


def officer(
    key: str,
    words: Words,
    *,
    item: str = "",
    need: Need = Need.OPTIONAL,
    need_when: Condition | None = None,
    need_then: Need = Need.EXPECTED,
    shown_when: Condition | None = None,
    fixed: bool = False,
) -> Group:
    """One officer."""
    return Group(
        key,
        words,
        item=item,
        need=need,
        need_when=need_when,
        need_then=need_then,
        shown_when=shown_when,
        fixed=fixed,
        kind="officer",
        parts=OFFICER,
    )


def officers(key: str, words: Words, *, need: Need = Need.OPTIONAL) -> Rows:
    """Any number of officers."""
    return Rows(key, words, need=need, row=Group("officer", words, kind="officer", parts=OFFICER))


def court(
    key: str,
    words: Words,
    *,
    item: str = "",
    need: Need = Need.OPTIONAL,
    shown_when: Condition | None = None,
) -> Group:
    """A court and, where there is one, the case in it. CNR is the 16-character eCourts number."""
    return Group(
        key,
        words,
        item=item,
        need=need,
        shown_when=shown_when,
        kind="court",
        parts=(
            Choice(
                "court_type", Words("न्यायालय का प्रकार", "Court type"), choices=Listed("COURT_TYPE")
            ),
            Line("court_name", Words("न्यायालय", "Court"), need=Need.EXPECTED),
            Line("place", Words("स्थान", "Place")),
            Line("judge", Words("पीठासीन अधिकारी", "Presiding officer"), most=120),
            Line("case_no", Words("वाद सं0 / वर्ष", "Case no. / year"), most=40, index=Index.NUMBER),
            Line("cnr", Words("सी0एन0आर0", "CNR"), most=16, pattern=r"[A-Z0-9]{16}"),
        ),
    )
