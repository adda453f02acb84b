"""Prove that nothing that was registered has been changed: chains, signatures, numbers, lists."""

from dataclasses import dataclass

from forms.kit.words import Words
from thana_desk.actions.desk import Desk
from thana_desk.actions.registration import with_store_errors
from thana_desk.texts import words


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be: `code` is stable, `place` is for the technician."""

    code: str
    place: str
    words: Words


@dataclass(frozen=True)
class Verification:
    """The outcome: how many events were read and which the last one is."""

    ok: bool
    findings: list[Finding]
    events: int
    head: str


def verify(desk: Desk) -> Verification:
    """Read the whole journal through: chain, signatures, numbers, and the lists made from it."""
    desk.require("verify")
    from sync.protocol.signing import is_event_signed

    with with_store_errors():
        findings = [
            Finding(one.code, one.place, words("actions.verify.finding", code=one.code))
            for one in desk.store.verify()
        ]
        keys = {one.user_id: one.public_key for one in desk.store.officers(active_only=False)}
        count = 0
        for _place, event in desk.store.all_events():
            count += 1
            public = keys.get(event.actor)
            signed = public is not None and is_event_signed(event, public)
            if not signed:
                where = f"{event.device}/{event.incarnation}/{event.seq}"
                findings.append(Finding("signature", where, words("actions.verify.signature")))
        _seq, head = desk.store.head()
    return Verification(not findings, findings, count, head)
