"""PCs joined to a gateway over HTTP, with the machine's own clock."""

import datetime
from datetime import timedelta
from pathlib import Path
from typing import Any

from sync.client.enrol import Enrolment, enrol
from sync.client.http_remote import HttpEnrolWay, HttpRemote
from sync.gateway.enrolment import create_enrol_code
from sync.gateway.serve import GatewayThread
from sync.protocol.signing import SigningKey
from tests.sync.samples import THANA, SteppedClock


class Wall(SteppedClock):
    """The machine's own clock, which can be set wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong_by = timedelta()

    def now(self) -> datetime.datetime:
        return datetime.datetime.now(datetime.UTC) + self.wrong_by


def enrol_over_http(
    gateway: GatewayThread,
    wall: Wall,
    key: SigningKey,
    *,
    ca_file: Path | None = None,
    thana: str = THANA,
) -> Enrolment:
    code = create_enrol_code(gateway.store, thana, wall.now())
    with HttpEnrolWay(gateway.url, clock=wall, ca_file=ca_file) as way:
        return enrol(way, code, key, label="नमूना पीसी", app="test")


def make_remote(url: str, wall: Wall, **changes: Any) -> HttpRemote:
    return HttpRemote(
        url,
        **{
            "thana": THANA,
            "device": "pc-1",
            "signer": SigningKey.generate(),
            "clock": wall,
            "gateway_public": SigningKey.generate().public,
            **changes,
        },
    )
