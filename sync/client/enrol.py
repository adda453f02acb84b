"""How this PC becomes a device: it proves that it knows the code, and the gateway does too."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sync.client.ports import BadAnswer, NotOurGateway
from sync.protocol.codes import read_code
from sync.protocol.messages import EnrolReply, EnrolRequest
from sync.protocol.signing import Signer, code_key, is_proof, is_public_key, prove
from sync.protocol.wire import BadMessage


class EnrolWay(Protocol):
    """The way to a gateway before it is known."""

    def enrol(self, request: bytes) -> bytes:
        """Carry one enrolment there and the answer back.

        Raises:
            RemoteError: as `Remote.sync` does.
        """
        ...


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What the PC must keep: who it is, and the key of the gateway that it will believe."""

    thana: str
    device: str
    gateway_public: str
    server_time: datetime


def enrol(way: EnrolWay, code: str, signer: Signer, *, label: str, app: str) -> Enrolment:
    """Enrol this PC with the typed `code`; `signer` is its new key, `label` its name there.

    May be called again with the same code and the same key when the answer was lost.

    Raises:
        BadCode: the code was mistyped; nothing was sent.
        Refused: the gateway does not take the code (`code == "code"`).
        NotOurGateway: whoever answered does not know the code.
        RemoteError: the other ways in which a contact can fail.
    """
    code_id, secret = read_code(code)
    key = code_key(secret)
    nonce = secrets.token_hex(16)
    asked = EnrolRequest(
        app=app,
        code_id=code_id,
        device_public=signer.public,
        label=label,
        nonce=nonce,
        proof="",
    )
    request = EnrolRequest(
        app=app,
        code_id=code_id,
        device_public=signer.public,
        label=label,
        nonce=nonce,
        proof=prove(key, "enrol request", *asked.proven()),
    )
    try:
        reply = EnrolReply.from_bytes(way.enrol(request.to_bytes()))
    except BadMessage as error:
        raise BadAnswer(str(error)) from error
    if not is_proof(reply.proof, key, "enrol reply", *reply.proven(nonce)):
        raise NotOurGateway("the gateway does not know the code")
    if not is_public_key(reply.gateway_public):
        raise BadAnswer("the gateway's key is none")
    return Enrolment(reply.thana, reply.device, reply.gateway_public, reply.server_time)
