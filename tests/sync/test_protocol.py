"""Canonical bytes, chains and messages: one spelling, nothing changed unseen, nothing hostile in."""

import json
import unicodedata
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.canonical import NotCanonical, canonical, digest
from sync.protocol.codes import BadCode, read_code
from sync.protocol.event import BrokenChain, Event, check_chain
from sync.protocol.messages import (
    EnrolReply,
    EnrolRequest,
    Head,
    Identity,
    Receipt,
    Refusal,
    SyncReply,
    SyncRequest,
    UnknownProtocol,
    Verdict,
)
from sync.protocol.runs import read_run, runs_of, write_run
from sync.protocol.signing import (
    BadSignature,
    SigningKey,
    StaleSignature,
    is_event_signed,
    is_public_key,
    is_signed,
    sign_event,
    sign_reply,
    sign_request,
    verify_reply,
    verify_request,
)
from sync.protocol.times import IST, from_text, to_text
from sync.protocol.wire import MAX_PLAIN_BYTES, BadMessage, TooLarge, pack, unpack
from tests.sync.samples import NOON, THANA, make_chain, make_event

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
HINDI = st.text(st.characters(min_codepoint=0x900, max_codepoint=0x97F))


def settled(value: Any) -> Any:
    """`value` with all text in NFC, by another way than the code under test."""
    return json.loads(unicodedata.normalize("NFC", json.dumps(value, ensure_ascii=False)))


def is_spellable(value: Any) -> bool:
    try:
        canonical(value)
    except NotCanonical:
        return False
    return True


# --- canonical bytes ----------------------------------------------------------------------


@given(JSON.filter(is_spellable))
def test_any_value_comes_back_and_gives_the_same_bytes_again(value: Any) -> None:
    spelt = canonical(value)
    assert canonical(json.loads(spelt)) == spelt
    assert json.loads(spelt) == settled(value)


@given(st.dictionaries(TEXTS, JSON, max_size=6).filter(is_spellable))
def test_the_order_of_keys_does_not_show(value: dict[str, Any]) -> None:
    backwards = dict(reversed(value.items()))
    assert canonical(backwards) == canonical(value)


@given(HINDI)
def test_two_spellings_of_one_hindi_text_have_equal_bytes(text: str) -> None:
    assert canonical(unicodedata.normalize("NFD", text)) == canonical(text)


@given(JSON.filter(is_spellable), JSON.filter(is_spellable))
def test_different_values_have_different_bytes(one: Any, other: Any) -> None:
    same = json.dumps(settled(one), sort_keys=True) == json.dumps(settled(other), sort_keys=True)
    assert (canonical(one) == canonical(other)) == same


@pytest.mark.parametrize("value", [1.5, {"a": 0.0}, {1: "a"}, b"a", {"a": {1}}, "\ud800"])
def test_what_has_no_single_spelling_is_refused(value: Any) -> None:
    with pytest.raises(NotCanonical):
        canonical(value)


# --- events and chains --------------------------------------------------------------------


def test_a_chain_holds() -> None:
    events = make_chain(5)
    assert check_chain(events) == (5, events[-1].hash)


@given(place=st.integers(0, 4), name=st.sampled_from([f.name for f in fields(Event)]))
def test_any_change_of_any_field_breaks_the_chain(place: int, name: str) -> None:
    events = make_chain(5)
    other: Any = _other(getattr(events[place], name))
    changed = replace(events[place], **{name: other})
    if name == "signature":
        assert not is_event_signed(changed, SigningKey.generate().public)
        return
    with pytest.raises(BrokenChain):
        check_chain([*events[:place], changed, *events[place + 1 :]])


def _other(value: object) -> object:
    match value:
        case int():
            return value + 1
        case str():
            return digest(value.encode())
        case tuple():
            return (*value, "f" * 64)
        case None:
            return "0" * 128
        case _:
            return {"letter": {"विवरण": "बदला"}}


@pytest.mark.parametrize(
    "tamper",
    [
        lambda events: events[1:],
        lambda events: [*events[:2], *events[3:]],
        lambda events: [events[1], events[0], *events[2:]],
        lambda events: [*events[:3], events[2], *events[3:]],
    ],
)
def test_left_out_swapped_and_doubled_events_break_the_chain(
    tamper: Callable[[list[Event]], list[Event]],
) -> None:
    with pytest.raises(BrokenChain):
        check_chain(tamper(make_chain(5)))


@given(JSON.filter(is_spellable))
def test_an_event_travels_unchanged(value: Any) -> None:
    event = make_event(body={"letter": value})
    there = json.loads(canonical(event.to_json()))
    assert Event.from_json(there).computed_hash() == event.hash
    assert read_run(json.loads(canonical(write_run([event]))), thana=THANA)[0].hash == event.hash


@pytest.mark.parametrize(
    "change",
    [
        {"parents": "ab"},
        {"parents": [1]},
        {"parents": None},
        {"seq": True},
        {"seq": "1"},
        {"body": []},
        {"extra": 1},
        {"actor": None},
    ],
)
def test_an_event_of_the_wrong_shape_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(BrokenChain):
        Event.from_json({**make_event().to_json(), **change})


# --- packing ------------------------------------------------------------------------------


@given(st.dictionaries(TEXTS, JSON, max_size=4).filter(is_spellable))
def test_a_packed_value_comes_back(value: dict[str, Any]) -> None:
    assert unpack(pack(value)) == settled(value)


@given(st.binary(max_size=200))
def test_garbage_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(BadMessage):
        unpack(data)


def test_a_bomb_is_refused_without_being_unpacked() -> None:
    bomb = zstandard.ZstdCompressor().compress(b" " * (MAX_PLAIN_BYTES * 20))
    assert len(bomb) < 100_000
    with pytest.raises(TooLarge):
        unpack(bomb)


@pytest.mark.parametrize(
    "plain",
    [
        b"[]",
        b'{"a":1.5}',
        b'{"a":NaN}',
        b'{"a":1e3}',
        b'{"a":1,"a":2}',
        b'{"a":"\xff"}',
        b'{"a":"\\ud800"}',
        '{"a":"\u0928\u093c"}'.encode() + b" trailing",
        b'{"a":"e\\u0301"}',
        '{"a":"e\u0301"}'.encode(),
        b"[" * 100_000,
        b'{"a":' * 5000,
        b'{"a":' + b"9" * 5000 + b"}",
    ],
)
def test_json_outside_the_protocol_is_refused_by_name(plain: bytes) -> None:
    with pytest.raises(BadMessage):
        unpack(zstandard.ZstdCompressor().compress(plain))


def test_a_truncated_message_is_refused_at_every_length() -> None:
    packed = make_request().to_bytes()
    for length in range(len(packed)):
        with pytest.raises(BadMessage):
            SyncRequest.from_bytes(packed[:length])


# --- messages -----------------------------------------------------------------------------


def make_request(**changes: Any) -> SyncRequest:
    events = tuple(make_chain(3))
    request = SyncRequest(
        app="test",
        identity=Identity(THANA, "pc-1", 1),
        head=Head(3, events[-1].hash),
        acked=Head(),
        events=events,
        head_signature="0" * 128,
        proof=make_receipt(),
        signers={"moharir": "0" * 64},
        take_back_after=2,
    )
    return replace(request, **changes)


def make_receipt() -> Receipt:
    receipt = Receipt(Identity(THANA, "pc-1", 1), Head(), "e1", 7, "a" * 64, NOON)
    return replace(receipt, signature=SigningKey(b"g" * 32).sign(receipt.statement()))


def make_reply(**changes: Any) -> SyncReply:
    one, two = make_chain(2, device="pc-2"), make_chain(2, device="pc-3")
    verdict = Verdict(1, None, "pc-2", 1, 2, "a" * 64, "record", "number_gap", "GD 4", NOON)
    reply = SyncReply(
        standing="ok",
        receipt=make_receipt(),
        token="1.ab",
        events=(one[0], two[0], one[1], two[1]),
        cursor=9,
        cursor_hash="b" * 64,
        more=True,
        taken_back=tuple(make_chain(2)),
        verdicts=(verdict,),
        verdicts_read=1,
        wanted_signers=("moharir",),
        retry_after=3,
    )
    return replace(reply, **changes)


def test_a_request_and_a_reply_come_back_whole() -> None:
    assert SyncRequest.from_bytes(make_request().to_bytes()) == make_request()
    assert SyncReply.from_bytes(make_reply().to_bytes(), thana=THANA) == make_reply()


def test_the_parts_of_an_enrolment_come_back_whole() -> None:
    asked = EnrolRequest("test", "ABCD", "a" * 64, "पीसी", "n" * 32, "b" * 64)
    assert EnrolRequest.from_bytes(asked.to_bytes()) == asked
    answered = EnrolReply(THANA, "pc-1", "a" * 64, NOON, "b" * 64)
    assert EnrolReply.from_bytes(answered.to_bytes()) == answered
    refused = Refusal("clock", NOON, 5)
    assert Refusal.from_bytes(refused.to_bytes()) == refused


def test_another_major_version_is_refused_by_its_name() -> None:
    message = {**unpack(make_request().to_bytes()), "protocol": "2.0"}
    with pytest.raises(UnknownProtocol, match="protocol 2, this side speaks 1"):
        SyncRequest.from_bytes(pack(message))


def test_a_newer_minor_version_may_say_more() -> None:
    message = {**unpack(make_request().to_bytes()), "news": [1]}
    with pytest.raises(BadMessage, match="news"):
        SyncRequest.from_bytes(pack(message))
    assert SyncRequest.from_bytes(pack({**message, "protocol": "1.7"})) == make_request()


FIELDS = sorted(unpack(make_request().to_bytes()))
REPLY_FIELDS = sorted(unpack(make_reply().to_bytes()))


@given(name=st.sampled_from(FIELDS), value=JSON.filter(is_spellable))
def test_any_wrong_field_of_a_request_is_refused_by_name(name: str, value: Any) -> None:
    message = dict(unpack(make_request().to_bytes()))
    try:
        found = SyncRequest.from_bytes(pack({**message, name: value}))
    except BadMessage:
        pass
    else:
        assert found.to_bytes() == pack({**message, name: value})
    del message[name]
    with pytest.raises(BadMessage, match=name):
        SyncRequest.from_bytes(pack(message))


@given(name=st.sampled_from(REPLY_FIELDS), value=JSON.filter(is_spellable))
def test_any_wrong_field_of_a_reply_is_refused_by_name(name: str, value: Any) -> None:
    message = dict(unpack(make_reply().to_bytes()))
    try:
        found = SyncReply.from_bytes(pack({**message, name: value}), thana=THANA)
    except BadMessage:
        pass
    else:
        assert found.to_bytes() == pack({**message, name: value})
    del message[name]
    with pytest.raises(BadMessage):
        SyncReply.from_bytes(pack(message), thana=THANA)


def test_a_run_of_another_chain_is_refused() -> None:
    with pytest.raises(BadMessage, match="not of the chain"):
        SyncRequest.from_bytes(make_request(identity=Identity(THANA, "pc-9", 1)).to_bytes())


def test_a_reply_for_another_thana_is_refused() -> None:
    with pytest.raises(BadMessage, match="another thana"):
        SyncReply.from_bytes(make_reply(events=(), taken_back=()).to_bytes(), thana="UP-OTHER")


def test_a_changed_body_does_not_give_the_claimed_hash() -> None:
    run: Any = json.loads(canonical(write_run(make_chain(3))))
    run["events"][1]["body"]["letter"] = {"विवरण": "बदला"}
    with pytest.raises(BadMessage, match="hash"):
        read_run(run, thana=THANA)


def test_an_event_beyond_the_cap_is_refused() -> None:
    run = write_run([make_event(body={"letter": "क" * 400_000})])
    with pytest.raises(TooLarge):
        read_run(json.loads(canonical(run)), thana=THANA)


def test_runs_are_cut_where_the_chain_changes() -> None:
    one, two = make_chain(3), make_chain(2, device="pc-2")
    assert runs_of([one[0], one[1], two[0], one[2], two[1]]) == [
        [one[0], one[1]],
        [two[0]],
        [one[2]],
        [two[1]],
    ]


# --- signatures ---------------------------------------------------------------------------


def test_a_signature_is_by_its_key_over_its_bytes_only() -> None:
    key, other = SigningKey.generate(), SigningKey.generate()
    signature = key.sign(b"data")
    assert is_signed(key.public, signature, b"data")
    assert not is_signed(other.public, signature, b"data")
    assert not is_signed(key.public, signature, b"date")
    assert not is_signed("zz", signature, b"data")
    assert not is_signed(key.public, "", b"data")
    assert is_public_key(key.public)
    assert not is_public_key(key.public.upper())
    assert repr(key) == "SigningKey()"


def test_a_users_signature_covers_the_content() -> None:
    user = SigningKey.generate()
    event = sign_event(make_event(), user)
    assert is_event_signed(event, user.public)
    changed = replace(event, actor="sho")
    assert not is_event_signed(changed, user.public)
    assert not is_event_signed(changed.sealed(), user.public)


HTTP: dict[str, Any] = {
    "method": "POST",
    "url": "https://gateway.test:8443/v1/sync",
    "headers": {"Content-Type": "x/y"},
    "body": b"body",
}


def signed(now: datetime = NOON) -> tuple[SigningKey, dict[str, Any]]:
    key = SigningKey.generate()
    headers = sign_request(**HTTP, key_id="T/d", signer=key, nonce="n" * 32, now=now)
    return key, {**HTTP, "headers": headers}


def test_a_signed_request_says_who_signed_it() -> None:
    key, request = signed()
    found = verify_request(**request, public_key_of={"T/d": key.public}.get, now=NOON)
    assert (found.key_id, found.nonce) == ("T/d", "n" * 32)


@pytest.mark.parametrize(
    "change",
    [
        {"method": "PUT"},
        {"url": "https://gateway.test:8443/v1/enrol"},
        {"url": "https://other.test:8443/v1/sync"},
        {"body": b"other"},
        {"body": b""},
    ],
)
def test_a_changed_request_is_not_signed(change: dict[str, Any]) -> None:
    key, request = signed()
    with pytest.raises(BadSignature):
        verify_request(**{**request, **change}, public_key_of={"T/d": key.public}.get, now=NOON)


@pytest.mark.parametrize("name", ["Signature", "Signature-Input", "Content-Digest"])
def test_a_request_without_its_signature_is_not_signed(name: str) -> None:
    key, request = signed()
    headers = {key: value for key, value in request["headers"].items() if key != name}
    with pytest.raises(BadSignature):
        verify_request(
            **{**request, "headers": headers}, public_key_of={"T/d": key.public}.get, now=NOON
        )


def test_a_signature_by_an_unknown_or_other_key_is_refused() -> None:
    _, request = signed()
    for public in (None, SigningKey.generate().public):
        with pytest.raises(BadSignature):
            verify_request(**request, public_key_of={"T/d": public}.get, now=NOON)


@pytest.mark.parametrize("seconds", [-121, 121, -86400, 86400])
def test_a_signature_from_another_time_is_stale(seconds: int) -> None:
    key, request = signed(NOON + timedelta(seconds=seconds))
    with pytest.raises(StaleSignature):
        verify_request(**request, public_key_of={"T/d": key.public}.get, now=NOON)


@pytest.mark.parametrize("seconds", [-119, 0, 119])
def test_a_clock_two_minutes_off_is_near_enough(seconds: int) -> None:
    key, request = signed(NOON + timedelta(seconds=seconds))
    verify_request(**request, public_key_of={"T/d": key.public}.get, now=NOON)


def test_a_signed_reply_answers_one_request_only() -> None:
    key = SigningKey.generate()
    reply: dict[str, Any] = {"status": 200, "headers": {"Content-Type": "x/y"}, "body": b"b"}
    reply["headers"] = sign_reply(**reply, signer=key, nonce="a" * 32)
    verify_reply(**reply, public=key.public, nonce="a" * 32)
    for change in ({"status": 410}, {"body": b"c"}):
        with pytest.raises(BadSignature):
            verify_reply(**{**reply, **change}, public=key.public, nonce="a" * 32)
    with pytest.raises(BadSignature):
        verify_reply(**reply, public=key.public, nonce="b" * 32)


# --- codes and moments --------------------------------------------------------------------


def test_a_code_may_be_typed_in_many_ways() -> None:
    expected = ("AB01", "1234567890ABCDEF")
    for typed in (
        "AB011-23456-7890A-BCDEF",
        " ab0ll 23456 7890a bcdef ",
        "AB०१1-२३४५६-7890A-BCDEF",
        "aboi1234567890abcdef",
    ):
        assert read_code(typed) == expected


@pytest.mark.parametrize("typed", ["", "AB011-23456", "AB011-23456-7890A-BCDE!", "U" * 20])
def test_a_mistyped_code_is_found_before_anything_is_sent(typed: str) -> None:
    with pytest.raises(BadCode):
        read_code(typed)


@given(st.datetimes(datetime(1971, 1, 1), datetime(9000, 1, 1), timezones=st.just(IST)))
def test_a_moment_comes_back_to_the_millisecond(moment: datetime) -> None:
    assert abs(from_text(to_text(moment)) - moment) < timedelta(milliseconds=1)


@pytest.mark.parametrize("text", ["", "2026-08-15", "2026-08-15T12:00:00", "noon"])
def test_text_without_offset_is_no_moment(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        from_text(text)


@given(JSON.filter(is_spellable))
def test_the_short_way_to_a_hash_gives_the_same_hash(value: Any) -> None:
    event = make_event(body={"letter": value})
    (there,) = read_run(unpack(pack({"run": write_run([event])}))["run"], thana=THANA)
    assert there.hash == event.hash == there.computed_hash()


@pytest.mark.parametrize("depth", [200, 500, 2000])
def test_deep_nesting_is_refused_by_name_or_kept_whole(depth: int) -> None:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    try:
        assert canonical(value) == b"[" * depth + b"1" + b"]" * depth
    except NotCanonical:
        assert depth > 300
