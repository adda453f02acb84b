"""Small repeating groups that several forms share: criminal history, files, photographs."""

from forms.kit.condition import Condition
from forms.kit.fields import Attachment, Field, Group, Index, Line, Need, Reference, Rows
from forms.kit.words import Words

PICTURES = ("image/jpeg", "image/png")


def history(key: str, words: Words, *, need: Need = Need.OPTIONAL, status: bool = True) -> Rows:
    """Cases against a person: station, number, sections and, where asked, how they stand."""
    parts: tuple[Field, ...] = (
        Line("thana", Words("थाना / जनपद", "Police station / district")),
        Line(
            "fir",
            Words("मु0अ0सं0 / वर्ष", "FIR no. / year"),
            most=40,
            need=Need.EXPECTED,
            index=Index.NUMBER,
        ),
        Line("sections", Words("धारा", "Sections"), need=Need.EXPECTED),
    )
    if status:
        parts = (*parts, Line("status", Words("वर्तमान स्थिति", "How it stands"), most=120))
    return Rows(
        key, words, need=need, row=Group("history_row", Words("अभियोग", "Case"), parts=parts)
    )


def files(key: str, words: Words, *, need: Need = Need.OPTIONAL, pictures: bool = False) -> Rows:
    """Files kept with the record, each with its caption."""
    file = (
        Attachment("file", Words("फोटो", "Photograph"), mimes=PICTURES)
        if pictures
        else Attachment("file", Words("फाइल", "File"))
    )
    return Rows(
        key,
        words,
        need=need,
        row=Group(
            "file_row",
            words,
            parts=(file, Line("caption", Words("विवरण", "Caption"))),
        ),
    )


def references(
    key: str, words: Words, *, form: str = "", shown_when: Condition | None = None
) -> Rows:
    """Other records, any number of them."""
    return Rows(
        key,
        words,
        shown_when=shown_when,
        row=Group(
            "record_row", words, parts=(Reference("record", words, form=form, need=Need.EXPECTED),)
        ),
    )
