"""A sample thana with fictional people, and the main job done in it from end to end."""

from dataclasses import dataclass
from pathlib import Path

from forms.kit.words import Words
from thana_desk.actions import diary, homes, print_jobs, records, registers, syncing, verifying
from thana_desk.actions.clock import Clock
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import NotAllowed, Refused
from thana_desk.actions.homes import HomeState, NewOfficer, ThanaSetup
from thana_desk.actions.print_orders import RECORD, REGISTER, PrintOrder
from thana_desk.texts import words

PASSWORD = "sample-home-only"
"""Public on purpose: a sample home holds nothing to protect, and says so on every page."""

_OFFICERS = (
    ("sho", "निरीक्षक उदाहरण वर्मा (नमूना)", "Inspector Udaharan Verma (sample)", "INSPECTOR"),
    ("moharir", "हे0का0 नमूना राम (नमूना)", "HC Namuna Ram (sample)", "HEAD_CONSTABLE"),
    ("io", "उ0नि0 मिसाल सिंह (नमूना)", "SI Misal Singh (sample)", "SI"),
    ("operator", "प्रतिमान कुमार (नमूना)", "Pratiman Kumar (sample)", "OPERATOR_A"),
    ("pairokar", "का0 दृष्टान्त यादव (नमूना)", "Const. Drishtant Yadav (sample)", "CONSTABLE"),
)


@dataclass(frozen=True)
class DemoOutcome:
    """What the main job left behind."""

    fir_number: str
    gd_numbers: list[str]
    offline_saved: int
    synced_entries: int
    gateway_entries: int
    chain_ok: bool


def make_home(home: Path, *, clock: Clock | None = None) -> None:
    """Make the sample home; one that is there already is left as it is.

    Raises:
        NotAllowed: the folder is a real thana's home.
    """
    if homes.home_state(home) is HomeState.READY:
        if not homes.is_demo(home):
            raise NotAllowed(words("cli.real_home"))
        return
    officers = [
        NewOfficer(role, PASSWORD, Words(hi, en), f"00000000{number}", rank, (role,))
        for number, (role, hi, en, rank) in enumerate(_OFFICERS, start=1)
    ]
    homes.set_up(
        home,
        ThanaSetup(
            thana_code="UP-SAMPLE",
            thana=Words("नमूनागंज", "Namunaganj"),
            district_code="SAMPLE",
            district=Words("नमूनाबाद", "Namunabad"),
            sho=officers[0],
            staff=tuple(officers[1:]),
            demo=True,
        ),
        clock=clock,
        fast=True,
    )


def sign_in(home: Path, role: str, *, clock: Clock | None = None) -> Desk:
    """The desk of a sample home in one of the five roles."""
    if role not in homes.ROLES:
        raise Refused(words("cli.no_such_role", role=role[:40]))
    return homes.sign_in(home, role, PASSWORD, clock=clock)


def main_job(home: Path, out: Path, *, clock: Clock | None = None) -> DemoOutcome:
    """An FIR and diary entries with the link down, on paper, then synced when it is back."""
    from sync.gateway.serve import GatewayThread

    desk = sign_in(home, "moharir", clock=clock)
    try:
        before = syncing.status(desk).pending
        numbers = []
        if not diary.day(desk).opened:
            numbers.append(diary.open_day(desk).number)
        now = desk.clock.now()
        numbers.append(records.register(desk, "gd", desk.forms["gd"].sample(now)).number)
        fir = records.register(desk, "iif_1", desk.forms["iif_1"].sample(now))
        numbers.extend(one.number for one in fir.consequences)
        sho = homes.sign_in(home, "sho", PASSWORD, clock=clock)
        try:
            diary.remark(sho, fir.consequences[0].record_id, _remark(fir.number))
        finally:
            sho.close()
        numbers.append(diary.close_day(desk).number)
        offline_saved = syncing.status(desk).pending - before
        today, diary_book = now.date().isoformat(), registers.register_called("gd")
        for name, order in (
            ("fir", PrintOrder(RECORD, "form", record_id=fir.record_id, copies=(1,))),
            ("fir_receipt", PrintOrder(RECORD, "receipt", record_id=fir.record_id)),
            (
                "gd_register",
                PrintOrder(REGISTER, "gd", diary_book.words, first=today, last=today),
            ),
        ):
            print_jobs.hand_out(desk, order, out / f"{name}.pdf")
        with GatewayThread(_gateway_store(home)) as gateway:
            if not syncing.enrolled(desk):
                syncing.enrol(desk, gateway.url, new_code(gateway.store, desk.thana.code))
            else:
                syncing.move(desk, gateway.url)
            outcome = syncing.sync_once(desk)
            kept = entries_at(gateway.store, desk.thana.code)
        checked = verifying.verify(desk)
        return DemoOutcome(
            fir_number=fir.number,
            gd_numbers=numbers,
            offline_saved=offline_saved,
            synced_entries=outcome.sent,
            gateway_entries=kept,
            chain_ok=checked.ok and outcome.done,
        )
    finally:
        desk.close()


def _remark(number: str) -> str:
    return f"मु0अ0सं0 {number} की रपट देखी गयी। विवेचना प्राथमिकता से की जाये। (नमूना)"


def _gateway_store(home: Path) -> str:
    return f"sqlite:///{(home / 'sample-gateway.db').as_posix()}"


def new_enrol_code(store_url: str, thana: str) -> str:
    """A single-use code made at a gateway's store, for the administrator there."""
    import datetime as dt

    from sync.gateway.store import Store

    store = Store(store_url, now=dt.datetime.now(dt.UTC))
    try:
        return new_code(store, thana)
    finally:
        store.close()


def new_code(store: "object", thana: str) -> str:
    """A single-use code from an open gateway store."""
    import datetime as dt

    from sync.gateway.enrolment import create_enrol_code
    from sync.gateway.store import Store

    assert isinstance(store, Store)
    return create_enrol_code(store, thana, dt.datetime.now(dt.UTC))


def entries_at(store: "object", thana: str) -> int:
    """How many entries of the thana a gateway keeps."""
    from sync.gateway.enrolment import status
    from sync.gateway.store import Store

    assert isinstance(store, Store)
    return status(store, thana).feed_size
