"""Acting in another's role by a written, time-boxed order of the officer in charge.

The order is a record (form `act_as`); nobody shares a password. What is done under it carries
both names: the one who acted signs, the one acted for is named (duties d-25, d-27, d-28).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from forms.codes import role as role_of
from forms.kit.words import Words
from thana_desk.actions.desk import Acting, Desk
from thana_desk.actions.errors import NotAllowed
from thana_desk.actions.registration import with_store_errors
from thana_desk.texts import words

FORM = "act_as"
_LOOKED_AT = 500
"""Orders that are looked through, newest first; a station gives a few in a month."""


@dataclass(frozen=True, slots=True)
class Order:
    """An order that the signed-in officer may use now."""

    order_id: str
    role: str
    role_words: Words
    for_name: Words
    until: str


def orders(desk: Desk) -> list[Order]:
    """The orders that let the signed-in officer act in another role now, newest first."""
    pno = desk.session.pno
    if not pno:
        return []
    with with_store_errors():
        rows = desk.store.page(FORM, order="newest", limit=_LOOKED_AT).rows
        return [
            Order(
                row.record_id,
                str(letter["role"]),
                role_of(str(letter["role"])).words,
                _name(letter),
                str(letter["until"]),
            )
            for row in rows
            if (letter := desk.store.letter(row.record_id)) is not None
            and _holds(desk, row.record_id, letter)
        ]


def take_up(desk: Desk, order_id: str) -> Desk:
    """The desk of the role that an order gives, for as long as the order holds.

    Raises:
        NotAllowed: no such order, not for this officer, not now, or withdrawn.
    """
    with with_store_errors():
        letter = desk.store.letter(order_id)
        if letter is None or not _holds(desk, order_id, letter):
            raise NotAllowed(words("actions.order_does_not_hold"))
        behalf = _acted_for(desk, letter)
    forms = letter.get("forms")
    acting = Acting(
        order_id=order_id,
        on_behalf_of=behalf,
        name=_name(letter),
        until=f"{letter['until']}:00+05:30",
        forms=frozenset(str(one) for one in forms) if isinstance(forms, list) else frozenset(),
    )
    session = replace(desk.session, role=str(letter["role"]), acting=acting)
    return replace(desk, session=session, order_holds=_still(desk, order_id))


def _still(desk: Desk, order_id: str) -> Any:
    """Whether the order still holds, asked before each act: it may be withdrawn meanwhile."""

    def holds() -> bool:
        letter = desk.store.letter(order_id)
        return letter is not None and _holds(desk, order_id, letter)

    return holds


def _holds(desk: Desk, order_id: str, letter: Mapping[str, Any]) -> bool:
    delegate = letter.get("delegate")
    now = desk.clock.now().strftime("%Y-%m-%dT%H:%M")
    return (
        isinstance(delegate, Mapping)
        and delegate.get("pno") == desk.session.pno
        and letter.get("withdrawn") is not True
        and str(letter.get("from_at") or "9") <= now < str(letter.get("until") or "")
        # An order counts as the officer in charge signed it, whatever way it came here.
        and all(event.role == "sho" for event in desk.store.versions(order_id))
    )


def _name(letter: Mapping[str, Any]) -> Words:
    named = letter.get("for_officer")
    name = str(named.get("name") or "") if isinstance(named, Mapping) else ""
    if not name:
        return role_of(str(letter["role"])).words
    return Words(name, name)


def _acted_for(desk: Desk, letter: Mapping[str, Any]) -> str:
    """The account of the officer acted for; where there is none here, the name as written."""
    named = letter.get("for_officer")
    pno = named.get("pno") if isinstance(named, Mapping) else None
    for officer in desk.store.officers(active_only=False):
        if pno and officer.pno == pno:
            return officer.user_id
    return _name(letter).hi[:100]
