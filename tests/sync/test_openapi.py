"""The written protocol is the one that is spoken: generated messages of every shape, no server error."""

import json
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

import sync
from sync.gateway.app import build_app
from sync.gateway.refuse import STATUS
from sync.gateway.serve import GatewayThread
from sync.gateway.store import Store
from sync.protocol.signing import SigningKey, sign_request
from sync.protocol.wire import CONTENT_CODING, CONTENT_TYPE, BadMessage, pack, unpack
from tests.sync.joined import Wall, enrol_over_http
from tests.sync.samples import THANA

DOCUMENT = json.loads((Path(sync.__file__).parent / "openapi.json").read_text(encoding="utf-8"))
SCHEMA = schemathesis.openapi.from_dict(DOCUMENT)
EXAMPLES = int(os.environ.get("PROTOCOL_EXAMPLES", "40"))
"""Of each endpoint and kind; a long campaign raises it."""
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


def written(value: Any) -> bytes:
    """Any generated value as a message: canonical where it can be, else as it is."""
    try:
        return pack(value)
    except BadMessage:
        plain = json.dumps(value, ensure_ascii=True).encode("ascii")
        return zstandard.ZstdCompressor().compress(plain)


@dataclass(frozen=True)
class Enrolled:
    """A gateway, and a PC that it knows."""

    gateway: GatewayThread
    device: str
    key: SigningKey


@pytest.fixture(scope="module")
def enrolled() -> Iterator[Enrolled]:
    with GatewayThread("sqlite://") as gateway:
        key = SigningKey.generate()
        enrolment = enrol_over_http(gateway, Wall(), key)
        yield Enrolled(gateway, enrolment.device, key)


def ask(case: Case, enrolled: Enrolled, instead: dict[str, Any]) -> None:
    """Send a generated message, signed by the PC, and hold the answer against the document.

    `instead` stands in the place of generated fields that no chance would make fit one another.
    """
    if isinstance(case.body, dict):
        case.body = {**case.body, **{key: instead[key] for key in instead if key in case.body}}
    sent = case.as_transport_kwargs(base_url=enrolled.gateway.url)
    body = written(sent["json"]) if "json" in sent else sent.get("data") or b""
    headers = {"Content-Type": CONTENT_TYPE, "Content-Encoding": CONTENT_CODING}
    signed = sign_request(
        method="POST",
        url=sent["url"],
        headers=headers,
        body=body,
        key_id=f"{THANA}/{enrolled.device}",
        signer=enrolled.key,
        nonce=secrets.token_hex(16),
        now=datetime.now(UTC),
    )
    answer = requests.post(sent["url"], data=body, headers=signed, timeout=30)
    # The checks read JSON as it stands: the answer is held to the document unpacked.
    answer._content = json.dumps(unpack(answer.content)).encode()
    case.validate_response(answer, checks=CHECKS)


@pytest.mark.parametrize("path", ["/v1/sync", "/v1/file", "/v1/enrol"])
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_no_message_of_any_shape_makes_a_server_error(
    path: str, mode: GenerationMode, enrolled: Enrolled
) -> None:
    operation = SCHEMA[path]["POST"]

    itself = {"thana": THANA, "device": enrolled.device, "incarnation": 1, "protocol": "1.0"}
    nothing = {**itself, "run": None, "head_signature": None, "proof": None, "signers": {}}
    asking = {**nothing, "piece": None, "offset": 0}
    piece = {**itself, "piece": "AAAA", "offset": 0, "want_bytes": 0, "size": 1000}

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        case=operation.as_strategy(generation_mode=mode),
        instead=st.sampled_from([{}, itself, asking, asking, piece]),
    )
    def hold(case: Case, instead: dict[str, Any]) -> None:
        ask(case, enrolled, instead)

    hold()


def test_the_document_names_every_endpoint_and_every_refusal() -> None:
    store = Store("sqlite://", now=datetime.now(UTC))
    routes = {
        (route.path, method.lower())  # type: ignore[attr-defined]  # every route is a Route
        for route in build_app(store).routes
        for method in route.methods - {"HEAD"}  # type: ignore[attr-defined]  # every route is a Route
    }
    store.close()
    assert routes == {(path, how) for path, item in DOCUMENT["paths"].items() for how in item}
    assert set(DOCUMENT["components"]["schemas"]["Refusal"]["properties"]["refused"]["enum"]) == (
        set(STATUS)
    )
    told = {
        int(status)
        for path in ("/v1/sync", "/v1/file", "/v1/enrol")
        for status in DOCUMENT["paths"][path]["post"]["responses"]
    }
    assert told == {200, *STATUS.values()}
