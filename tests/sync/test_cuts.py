"""A real session cut at every byte, both ways: each event is applied exactly once."""

from collections.abc import Callable

import pytest

from sync.client.engine import Outcome
from sync.client.http_remote import HttpRemote
from sync.gateway.enrolment import status
from sync.gateway.serve import GatewayThread
from tests.sync.samples import THANA, Pc
from tests.sync.wire import CutProxy


def test_a_kept_connection_that_was_closed_meanwhile_is_no_failure(
    proxied: tuple[Pc, CutProxy, GatewayThread],
) -> None:
    pc, proxy, _ = proxied
    pc.engine.sync_once()
    proxy.hang_up()
    pc.write()
    assert pc.engine.sync_once().outcome is Outcome.IN_STEP


@pytest.mark.parametrize("way", ["up", "down"])
def test_a_session_cut_at_every_byte_applies_each_event_exactly_once(
    proxied: tuple[Pc, CutProxy, GatewayThread], join: Callable[..., Pc], way: str
) -> None:
    pc, proxy, gateway = proxied
    pc.write()
    pc.engine.sync_once()
    cut_at = written = 1
    pending = 0
    while True:
        if pending < 3:
            pc.write()
            written += 1
        proxy.allow(**{way: cut_at})
        report = pc.engine.sync_once()
        assert isinstance(pc.remote, HttpRemote)
        pc.remote.close()
        pending = report.pending
        if report.outcome is Outcome.IN_STEP and proxy.passed[way] < cut_at:
            break  # the whole exchange was shorter than the cut
        assert report.error_kind in ("unreachable", ""), (cut_at, report)
        cut_at += 1
    proxy.allow()
    assert pc.engine.sync_once().outcome is Outcome.IN_STEP
    assert cut_at > 500
    other = join(gateway)
    other.engine.sync_once()
    assert status(gateway.store, THANA).feed_size == written
    assert other.journal.events() == pc.journal.events()
    assert status(gateway.store, THANA).devices[0].alarm is None
