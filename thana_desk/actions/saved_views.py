"""Lists under a name: those that a role begins with, an officer's own, the station's."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from forms.codes.views import shipped_views
from forms.kit.words import Words
from thana_desk.actions.clock import stamp
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import NotAllowed, RecordNotFound, Refused
from thana_desk.actions.registration import said, with_store_errors
from thana_desk.actions.wanted import Wanted, count, wanted_from
from thana_desk.hindi.collation import sort_key
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.storage.rows import SavedView

_LONGEST = 60
_MOST = 100
_USUAL = "usual_view"


@dataclass(frozen=True, slots=True)
class View:
    """A list under a name. `kind`: `role` (ships with the program), `own` or `station`.

    `lost` says what it names that there is no longer; it opens without that. `usual` is the list
    with which the officer's page of records begins.
    """

    view_id: str
    name: Words
    wanted: Wanted
    kind: str
    may_change: bool = False
    usual: bool = False
    lost: list[Words] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Counted:
    """A list and how many lines it has now."""

    view: View
    count: int


def views(desk: Desk) -> list[View]:
    """The officer's own lists, the station's, each by name, then those of the acting role."""
    with with_store_errors():
        kept = desk.store.views(desk.session.user_id)
        usual = desk.store.meta(_usual_key(desk))
    by_name = sorted(kept, key=lambda one: (not one.owner, sort_key(one.name), one.view_id))
    found = [_view(desk, one) for one in by_name]
    for one in shipped_views():
        if desk.session.role in one.roles:
            found.append(_made(desk, one.id, one.words, one.wanted, "role"))
    return [replace(one, usual=one.view_id == usual) for one in found]


def usual(desk: Desk) -> View | None:
    """The list with which this officer's page of records begins, where one was chosen."""
    return next((one for one in views(desk) if one.usual), None)


def counted(desk: Desk) -> list[Counted]:
    """The lists with their counts now, as the desk shows them; one that is refused is left out."""
    found = []
    for one in views(desk):
        try:
            found.append(Counted(one, count(desk, one.wanted)))
        except Refused:
            continue
    return found


def save(desk: Desk, name: str, wanted: Wanted, *, station: bool = False) -> View:
    """Keep a list under a name, for the officer or for the whole station.

    Raises:
        NotAllowed: for the station, without the grant to manage it. Refused: no name, or one
        that stands already.
    """
    from thana_desk.storage.identifiers import new_id
    from thana_desk.storage.rows import SavedView

    if station:
        desk.require("manage_people")
    owner = "" if station else desk.session.user_id
    now = stamp(desk.clock.now())
    with with_store_errors():
        title = _named(desk, name, owner)
        kept = SavedView(
            view_id=new_id(),
            owner=owner,
            name=title,
            wanted=_json(wanted),
            made_by=desk.session.user_id,
            created_at=now,
            updated_at=now,
        )
        desk.store.put_view(kept)
    return _view(desk, kept)


def rename(desk: Desk, view_id: str, name: str) -> None:
    """Give a kept list another name.

    Raises:
        NotAllowed: not the officer's own, nor the station's for one who manages it; Refused.
    """
    kept = _changeable(desk, view_id)
    with with_store_errors():
        title = _named(desk, name, kept.owner, but=view_id)
        desk.store.put_view(replace(kept, name=title, updated_at=stamp(desk.clock.now())))


def change(desk: Desk, view_id: str, wanted: Wanted) -> None:
    """Keep another list under the same name.

    Raises:
        As `rename`.
    """
    kept = _changeable(desk, view_id)
    with with_store_errors():
        now = stamp(desk.clock.now())
        desk.store.put_view(replace(kept, wanted=_json(wanted), updated_at=now))


def discard(desk: Desk, view_id: str) -> None:
    """Throw a kept list away; the records stay as they are.

    Raises:
        As `rename`.
    """
    _changeable(desk, view_id)
    with with_store_errors():
        desk.store.delete_view(view_id)


def make_usual(desk: Desk, view_id: str) -> None:
    """Begin the officer's page of records with this list; blank: with all records again.

    Raises:
        RecordNotFound: the officer is offered no such list.
    """
    if view_id and view_id not in {one.view_id for one in views(desk)}:
        raise RecordNotFound(words("views.gone"))
    with with_store_errors():
        desk.store.set_meta(_usual_key(desk), view_id)


def _usual_key(desk: Desk) -> str:
    return f"{_USUAL}.{desk.session.user_id}.{desk.session.role}"


def _view(desk: Desk, kept: "SavedView") -> View:
    station = not kept.owner
    made = _made(
        desk,
        kept.view_id,
        Words(kept.name, kept.name),
        kept.wanted,
        "station" if station else "own",
    )
    return replace(made, may_change=_may_change(desk, kept))


def _made(desk: Desk, view_id: str, name: Words, data: Mapping[str, Any], kind: str) -> View:
    wanted, lost = wanted_from(desk, data)
    return View(view_id, name, wanted, kind, lost=lost)


def _may_change(desk: Desk, kept: "SavedView") -> bool:
    return desk.may("manage_people") if not kept.owner else kept.owner == desk.session.user_id


def _changeable(desk: Desk, view_id: str) -> "SavedView":
    with with_store_errors():
        kept = desk.store.view(view_id)
    if kept is None:
        raise RecordNotFound(words("views.gone"))
    if not _may_change(desk, kept):
        raise NotAllowed(words("views.not_yours"))
    return kept


def _named(desk: Desk, name: str, owner: str, *, but: str = "") -> str:
    from unicodedata import normalize

    title = normalize("NFC", " ".join(name.split()))
    if not title:
        raise Refused(words("views.no_name"))
    if len(title) > _LONGEST:
        raise Refused(words("views.long_name", most=str(_LONGEST)))
    beside = [one for one in desk.store.views(owner) if one.owner == owner]
    if any(one.name == title and one.view_id != but for one in beside):
        raise Refused(words("views.name_taken", name=said(title)))
    if not but and len(beside) >= _MOST:
        raise Refused(words("views.too_many", most=str(_MOST)))
    return title


def _json(wanted: Wanted) -> dict[str, Any]:
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in wanted.to_json().items()
    }
