"""Code lists and laws sent anew by the data centre, and codes that this station does not offer.

An update is a file signed by the data centre that the PC was enrolled with; it lies in the
encrypted store and is checked again at each sign-in. It may add, rename and hide; a code that was
ever shipped stays readable, since old records hold it.
"""

import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forms.codes import acts, citizen_forms, code_list, code_lists, sections
from forms.codes.lists import file_of
from forms.codes.shipped import (
    UPDATABLE,
    is_hidden,
    parsed,
    take_over,
    updated_files,
    versions,
)
from forms.kit.words import Words
from forms.parts.lists import Fixed, lists_of, offender_lists
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import Refused
from thana_desk.actions.registration import said, with_store_errors
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.storage.database import Store

KIND = "thana-desk-codes"
_UPDATE, _HIDDEN = "codes_update", "codes_hidden"
_MOST_BYTES = 8 * 1024 * 1024
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Taken:
    """What an update brought: its version, and the files that are newer now."""

    version: str
    files: list[str]


@dataclass(frozen=True, slots=True)
class ListLine:
    """A code of a list as the page of lists shows it.

    `hidden` here or in the list itself, `here` by this station; `source` is the document that
    names the code, empty where it is not confirmed.
    """

    list_id: str
    list_words: Words
    code: str
    words: Words
    hidden: bool
    here: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class ListUse:
    """What is known of one list: its version and scope, and the fields that offer it.

    `used` are pairs of a form's code and the field's words; `updated` says that its file came
    with the signed update.
    """

    list_id: str
    words: Words
    version: str
    scope: str
    codes: int
    hidden: int
    updated: bool
    used: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Installed:
    """The signed update that this station uses."""

    version: str
    files: tuple[str, ...]


def pack(texts: Mapping[str, str], version: str, signer: Any) -> bytes:
    """A signed update of these data files (TOML by name), as the data centre hands it out."""
    from sync.protocol.canonical import canonical

    body: dict[str, Any] = {"kind": KIND, "version": version, "files": dict(texts)}
    return json.dumps(
        {**body, "signature": signer.sign(canonical(body))}, ensure_ascii=False
    ).encode("utf-8")


def use_own(store: "Store") -> None:
    """Use what this station's store holds: the update that it took, the codes that it hides.

    An update that no longer proves itself, or that this program cannot read, is left out and
    logged; the shipped lists serve.
    """
    update, contents = store.meta(_UPDATE), {}
    if update:
        try:
            contents = _contents(_opened(update.encode("utf-8"), store.meta("gateway_public")))
            _try_out(contents, _hidden(store))
        except Refused as error:
            _log.error("the stored update of the code lists is not used: %s", error.words.en)
            contents = {}
    take_over(contents, _hidden(store))


def take_update(desk: Desk, file: Path) -> Taken:
    """Take a signed update from a file; all of it or nothing.

    Raises:
        NotAllowed; Refused: not signed by this PC's data centre, older than what is here, or
        unusable; OSError: the file cannot be read.
    """
    desk.require("sync")
    if file.stat().st_size > _MOST_BYTES:
        raise Refused(words("actions.codes.not_an_update"))
    data = file.read_bytes()
    with with_store_errors():
        body = _opened(data, desk.store.meta("gateway_public"))
        contents = _contents(body)
        before = versions()
        older = [name for name, content in contents.items() if content["version"] < before[name]]
        if older:
            raise Refused(words("actions.codes.older", file=said(older[0])))
        newer = [name for name, content in contents.items() if content["version"] > before[name]]
        hidden = _hidden(desk.store)
        try:
            _try_out(contents, hidden)
        except Refused:
            use_own(desk.store)
            raise
        _check_scopes(desk)
        desk.store.set_meta(_UPDATE, data.decode("utf-8"))
    _log.info("code lists of version %s taken: %s", body["version"], ", ".join(newer))
    return Taken(str(body["version"]), newer)


def hide(desk: Desk, list_id: str, code: str, *, hidden: bool = True) -> None:
    """Offer a code no longer, or again; records that hold it read as before.

    Raises:
        NotAllowed; Refused: there is no such code.
    """
    desk.require("manage_people")
    try:
        there = code_list(list_id).get(code)
    except KeyError:
        there = None
    if there is None:
        raise Refused(words("actions.codes.no_such_code", code=said(f"{list_id} {code}")))
    with with_store_errors():
        now = _hidden(desk.store)
        now = now | {(list_id, code)} if hidden else now - {(list_id, code)}
        desk.store.set_meta(_HIDDEN, json.dumps(sorted(now)))
        use_own(desk.store)


def lines(desk: Desk) -> list[ListLine]:
    """Every code of every list, with those that are not offered here."""
    desk.require("read", "gd")
    return [
        ListLine(
            one.id,
            one.words,
            code.code,
            code.words,
            code.hidden,
            is_hidden(one.id, code.code),
            code.source,
        )
        for one in code_lists()
        for code in one.codes
    ]


def find(desk: Desk, text: str) -> list[ListLine]:
    """The codes whose list, code or words have all the typed words in them, in any spelling."""
    from thana_desk.hindi.fold import fold

    terms = fold(text).split()

    def told(one: ListLine) -> str:
        named = f"{one.list_words.hi} {one.list_words.en} {one.words.hi} {one.words.en}"
        return fold(f"{one.list_id} {one.code} {named}")

    return [one for one in lines(desk) if all(term in told(one) for term in terms)]


def uses(desk: Desk) -> dict[str, ListUse]:
    """Every list with its version, its scope and where it is used."""
    desk.require("read", "gd")
    used: dict[str, list[tuple[str, Words]]] = {}
    for form in desk.forms.values():
        for part, choices in lists_of(form.fields()):
            if not isinstance(choices, Fixed):
                used.setdefault(choices.id, []).append((form.code, part.words))
    update = installed(desk)
    updated = set(update.files) if update else set()
    return {
        one.id: ListUse(
            one.id,
            one.words,
            one.version,
            one.scope,
            len(one.codes),
            sum(code.hidden for code in one.codes),
            file_of(one.id) in updated,
            tuple(dict.fromkeys(used.get(one.id, ()))),
        )
        for one in code_lists()
    }


def installed(desk: Desk) -> Installed | None:
    """The signed update in use; None where the shipped lists serve."""
    with with_store_errors():
        update = desk.store.meta(_UPDATE)
    in_use = updated_files()
    if not update or not in_use:
        return None
    return Installed(str(json.loads(update).get("version", "")), tuple(sorted(in_use)))


def _hidden(store: "Store") -> set[tuple[str, str]]:
    return {(str(one[0]), str(one[1])) for one in json.loads(store.meta(_HIDDEN) or "[]")}


def _opened(data: bytes, public: str | None) -> dict[str, Any]:
    from sync.protocol.canonical import canonical
    from sync.protocol.signing import is_signed

    if not public:
        raise Refused(words("actions.codes.not_enrolled"))
    try:
        body = json.loads(data)
        signature = body.pop("signature")
        proven = is_signed(public, signature, canonical(body))
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError) as error:
        raise Refused(words("actions.codes.not_an_update")) from error
    if not proven or body.get("kind") != KIND or not isinstance(body.get("files"), dict):
        raise Refused(words("actions.codes.not_signed"))
    return dict(body)


def _contents(body: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    found = {}
    for name, text in body["files"].items():
        if name not in UPDATABLE or not isinstance(text, str):
            raise Refused(words("actions.codes.unusable", file=said(str(name))))
        try:
            found[name] = parsed(name, text)
            found[name]["version"] = str(found[name]["version"])
        except (ValueError, KeyError) as error:  # TOML errors are ValueErrors
            raise Refused(words("actions.codes.unusable", file=said(name))) from error
    return found


def _try_out(contents: Mapping[str, Mapping[str, Any]], hidden: Iterable[tuple[str, str]]) -> None:
    """Put the update to use, if everything can be read and no code got lost."""
    take_over({}, ())
    known = _known()
    try:
        take_over(contents, hidden)
        now = _known()
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise Refused(words("actions.codes.unusable", file=", ".join(contents)[:80])) from error
    lost = known - now
    if lost:
        raise Refused(words("actions.codes.lost", code=said(" ".join(sorted(lost)[0]))))


def _check_scopes(desk: Desk) -> None:
    """Refuse lists by which a citizen's form would offer what is meant for offenders."""
    for code in citizen_forms():
        form = desk.forms.get(code)
        wrong = offender_lists(form) if form else []
        if form and wrong:
            use_own(desk.store)
            what = said(wrong[0][1])
            raise Refused(words("actions.codes.wrong_scope", list=what, form=form.short))


def _known() -> set[tuple[str, str]]:
    listed = {(one.id, code.code) for one in code_lists() for code in one.codes}
    charged = {(act.code, section.code) for act in acts() for section in sections(act.code)}
    return listed | charged
