"""Two PCs, one gateway and a bad link, at random: they converge and nothing is ever lost."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sync.client.engine import Outcome
from sync.client.memory_remote import Fault, MemoryRemote
from sync.client.ports import Halt
from sync.gateway.enrolment import status
from sync.gateway.schema import metadata
from sync.gateway.store import Store
from sync.protocol.canonical import Json
from tests.sync.samples import THANA, Pc, SteppedClock, make_pc

PCS = st.integers(0, 1)
FAULTS = st.sampled_from([None, None, *Fault])


class TwoPcs(RuleBasedStateMachine):
    """Every rule is something that happens in a thana."""

    @initialize()
    def begin(self) -> None:
        self.clock = SteppedClock()
        self.store = Store("sqlite://", now=self.clock.now())
        self.pcs = [make_pc(self.store, self.clock) for _ in range(2)]
        self.written: set[str] = set()
        self.serial = 0
        self.backups: list[Pc | None] = [None, None]
        self.saved: dict[str, list[dict[str, object]]] | None = None

    @rule(which=PCS, amount=st.integers(1, 5), numbered=st.booleans())
    def write(self, which: int, amount: int, numbered: bool) -> None:
        pc = self.pcs[which]
        if self.is_halted(pc):
            return
        for _ in range(amount):
            allocations: Json = None
            if numbered:
                self.serial += 1
                allocations = [{"series": "GD", "period": "2026", "serial": self.serial}]
            self.written.add(pc.write("नमूना", allocations=allocations).hash)

    @rule(which=PCS, faults=st.lists(FAULTS, max_size=3))
    def sync(self, which: int, faults: list[Fault | None]) -> None:
        pc = self.pcs[which]
        assert isinstance(pc.remote, MemoryRemote)
        pc.remote.faults = list(faults)
        report = pc.engine.sync_once()
        pc.remote.faults = []
        assert report.halt in (None, Halt.RESTORED, Halt.COPIED)
        if report.halt is not None:
            pc.journal.open_incarnation()
            self.saved = None

    @rule(which=PCS)
    def back_up(self, which: int) -> None:
        if self.pcs[which].engine.sync_once().outcome is Outcome.IN_STEP:
            self.backups[which] = self.pcs[which].clone()

    @rule(which=PCS)
    def lose_the_disk(self, which: int) -> None:
        """The disk dies after a full sync; the last backup comes back as a new incarnation."""
        backup = self.backups[which]
        if backup is None or self.pcs[which].engine.sync_once().outcome is not Outcome.IN_STEP:
            return
        newest = self.pcs[which].journal.identity().incarnation
        restored = backup.clone()
        restored.engine.sync_once()
        while restored.journal.identity().incarnation <= newest:
            restored.journal.open_incarnation()
        self.pcs[which] = restored
        self.saved = None

    @rule()
    def back_up_the_gateway(self) -> None:
        with self.store.transaction() as connection:
            self.saved = {
                table.name: [dict(row) for row in connection.execute(table.select()).mappings()]
                for table in metadata.sorted_tables
            }

    @precondition(lambda self: self.saved is not None)
    @rule()
    def restore_the_gateway(self) -> None:
        assert self.saved is not None
        with self.store.transaction() as connection:
            for table in metadata.sorted_tables:
                if table.name == "event":
                    for what in ("update", "delete"):
                        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS event_no_{what}")
                connection.execute(table.delete())
                if self.saved[table.name]:
                    connection.execute(table.insert(), self.saved[table.name])
        # Both sides lost at once is more than two copies can stand: no old disk comes back
        # before its PC has sent everything again.
        self.backups = [None, None]

    @invariant()
    def nothing_written_is_lost(self) -> None:
        if hasattr(self, "pcs"):
            assert self.written <= self.known()

    def teardown(self) -> None:
        if not hasattr(self, "pcs"):
            return
        for _ in range(6):
            for pc in self.pcs:
                if pc.engine.sync_once().halt is not None:
                    pc.journal.open_incarnation()
        for pc in self.pcs:
            assert pc.engine.sync_once().outcome is Outcome.IN_STEP
        one, two = (pc.journal.events() for pc in self.pcs)
        assert one == two
        assert self.written <= set(one)
        assert status(self.store, THANA).feed_size == len(one)
        self.store.close()

    def is_halted(self, pc: Pc) -> bool:
        position = pc.journal.load_position("sdc")
        return (
            position is not None
            and position.halt is not None
            and position.incarnation == pc.journal.identity().incarnation
        )

    def known(self) -> set[str]:
        """The hashes of all events held anywhere."""
        with self.store.transaction() as connection:
            found = set(
                connection.execute(
                    metadata.tables["event"]
                    .select()
                    .with_only_columns(metadata.tables["event"].c.hash)
                ).scalars()
            )
        for pc in self.pcs:
            found |= set(pc.journal.events())
        return found


TwoPcs.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
test_two_pcs_and_a_bad_link_converge = TwoPcs.TestCase
