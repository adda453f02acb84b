"""The whole table of grants as a document that one can read, in both languages."""

from collections.abc import Iterator, Mapping

from forms.catalogue import all_forms
from forms.codes import acts_of_roles, may, roles
from forms.codes.roles import DESK, forms
from forms.kit.words import Words
from thana_desk.texts import words

SIGNS = {
    "read": "R",
    "draft": "D",
    "register": "S",
    "correct": "C",
    "approve": "A",
    "remark": "N",
    "print": "P",
    "print_register": "B",
    "sync": "X",
    "verify": "V",
    "delegate": "O",
    "manage_people": "U",
    "print_log": "L",
}
"""One letter an act, so that five roles stand beside each other on one page."""

COMMAND = "./run grants --markdown > docs/grants.md"


def grant_table() -> str:
    """Markdown: the signs, then a row for each form and a column for each of the five roles.

    Raises:
        KeyError: a grant names an act that has no sign yet.
    """
    signs = {act: SIGNS[act] for act in SIGNS if act in acts_of_roles()}
    signs.update({act: SIGNS[act] for act in sorted(acts_of_roles() - set(signs))})
    return "\n".join([*_heading(signs), "", *_rows(signs)]) + "\n"


def _heading(signs: Mapping[str, str]) -> Iterator[str]:
    about = words("grants.about")
    yield f"# {_both(words('grants.title'))}"
    yield ""
    yield about.hi
    yield ""
    yield about.en
    yield ""
    yield f"```sh\n{COMMAND}\n```"
    yield ""
    yield f"| {_both(words('grants.sign'))} | {_both(words('grants.meaning'))} |"
    yield "|---|---|"
    for act, sign in signs.items():
        yield f"| {sign} | {_both(words(f'grants.act.{act}'))} |"


def _rows(signs: Mapping[str, str]) -> Iterator[str]:
    there = all_forms()
    heads = [_both(words(f"roles.{role.code}")) for role in roles()]
    yield f"| {_both(words('grants.form'))} | {' | '.join(heads)} |"
    yield "|---|" + "---|" * len(heads)
    for form in (*forms(), DESK):
        name = words("grants.desk") if form == DESK else there[form].short
        cells = [
            "".join(sign for act, sign in signs.items() if may(role.code, act, form)) or "–"
            for role in roles()
        ]
        yield f"| `{form}` {_both(name)} | {' | '.join(cells)} |"


def _both(one: Words) -> str:
    return one.hi if one.hi == one.en else f"{one.hi} · {one.en}"
