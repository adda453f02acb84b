"""The fortnightly return of unidentified bodies, missing persons and missing children (duty b-13)."""

from forms.kit.register import Entry
from forms.kit.returns import Figure, Return, ReturnRow
from forms.kit.words import Words

_MEN = ("MAN", "BOY")
_CHILDREN = ("BOY", "GIRL")


def _body(gender: str) -> Figure:
    return Figure(
        f"body_{gender.lower()}", "iif_10", lambda entry: entry.letter.get("gender") == gender
    )


def _other_body(entry: Entry) -> bool:
    return entry.letter.get("gender") not in ("MALE", "FEMALE")


def _missing(key: str, category: str) -> Figure:
    return Figure(key, "iif_8", lambda entry: entry.letter.get("category") == category)


def _other_missing(entry: Entry) -> bool:
    return entry.letter.get("category") not in (*_MEN, *_CHILDREN, "WOMAN")


def _none(key: str) -> Figure:
    return Figure(key, "iif_8", lambda entry: False)


RETURN = Return(
    code="missing_unidentified",
    words=Words(
        "अज्ञात शव, गुमशुदा व्यक्ति व गुमशुदा बच्चों की पाक्षिक सूचना",
        "Fortnightly return of unidentified bodies, missing persons and children",
    ),
    to=("वरिष्ठ पुलिस अधीक्षक / पुलिस अधीक्षक",),
    columns=(
        Words("पुरुष / बालक", "Male"),
        Words("महिला / बालिका", "Female"),
        Words("अन्य / अज्ञात", "Other"),
    ),
    rows=(
        ReturnRow(
            Words("अज्ञात शव", "Unidentified bodies"),
            (_body("MALE"), _body("FEMALE"), Figure("body_other", "iif_10", _other_body)),
        ),
        ReturnRow(
            Words("गुमशुदा व्यक्ति (वयस्क)", "Missing persons of full age"),
            (
                _missing("men", "MAN"),
                _missing("women", "WOMAN"),
                Figure("missing_other", "iif_8", _other_missing),
            ),
        ),
        ReturnRow(
            Words("गुमशुदा बच्चे", "Missing children"),
            (_missing("boys", "BOY"), _missing("girls", "GIRL"), _none("children_other")),
        ),
    ),
    annexures=("uidb", "missing", "missing_children"),
)
