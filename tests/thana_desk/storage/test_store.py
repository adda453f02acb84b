"""What an ordinary day asks of the store: register, correct, list, find, draft, retry."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from sync.protocol.event import GENESIS, check_chain
from tests.thana_desk.storage.samples import (
    AT,
    YEAR,
    project,
    register,
    sample_draft,
    sample_officer,
)
from thana_desk.storage.database import Store, create_store, open_store
from thana_desk.storage.errors import AlreadyStored, RecordMoved, WorkMisuse
from thana_desk.storage.records import Order
from thana_desk.storage.rows import (
    Allocation,
    Envelope,
    LogEntry,
    NewEvent,
)


def test_registered_record_comes_back_whole(store: Store) -> None:
    clocks: list[dict[str, Any]] = [
        {"code": "chargesheet", "starts_at": AT, "due_at": "2027-01-21", "warn_at": ["2027-01-01"]}
    ]
    with store.work() as work:
        event = register(
            work, "r1", letter={"name": "राम नमूना"}, clocks=clocks, case_id="c1", sensitive=True
        )
    record = store.record("r1")
    assert record is not None
    assert record.envelope == Envelope.from_json(event.body["envelope"])
    assert record.envelope.sensitive is True
    assert record.envelope.number == "0001/2026"
    assert record.letter == {"name": "राम नमूना"} == store.letter("r1")
    assert record.event_hash == event.hash
    assert record.row.sync_state == "waiting"
    assert [row.clock.code for row in store.clocks()] == ["chargesheet"]
    assert store.clocks()[0].clock.warn_at == ("2027-01-01",)
    assert [row.number for row in store.allocations("fir", YEAR)] == ["0001/2026"]
    assert store.versions("r1") == (event,)


def test_unknown_record_is_none(store: Store) -> None:
    assert store.record("nobody") is None
    assert store.letter("nobody") is None
    assert store.versions("nobody") == ()


def test_journal_is_one_chain_from_genesis(store: Store) -> None:
    for number in range(5):
        with store.work() as work:
            register(work, f"r{number}")
            register(work, f"g{number}", form="gd", series="gd")
    events = store.events()
    assert [event.seq for event in events] == list(range(1, 11))
    assert check_chain(events) == store.head()
    assert store.hash_at(0) == GENESIS
    assert store.hash_at(3) == events[2].hash
    assert store.hash_at(11) is None
    assert [event for _, event in store.all_events()] == list(events)


def test_journal_is_read_in_bounded_batches(store: Store) -> None:
    with store.work() as work:
        for number in range(6):
            letter = {"text": hashlib.sha512(bytes([number])).hexdigest() * 4}
            register(work, f"r{number}", letter=letter)
    assert [event.seq for event in store.events(2, limit=3)] == [3, 4, 5]
    assert [event.seq for event in store.events(4, max_bytes=1)] == [5]
    batch = store.events(max_bytes=1500)
    assert 1 < len(batch) < 6


def test_correction_becomes_current_and_keeps_history(store: Store) -> None:
    with store.work() as work:
        first = register(work, "r1", letter={"name": "पुराना नमूना"})
    with store.work() as work:
        second = register(work, "r1", letter={"name": "नया नमूना", "reason": "वर्तनी"}, follows=first)
    record = store.record("r1")
    assert record is not None
    assert record.envelope.version == 2
    assert record.letter["name"] == "नया नमूना"
    assert store.versions("r1") == (first, second)
    assert [(row.version, row.reason) for row in store.history("r1")] == [(1, None), (2, "वर्तनी")]
    assert store.search(["नया"])[0].record_id == "r1"
    assert store.search(["पुराना"]) == ()
    assert [row.path for row in store.index_rows("r1")] == ["name", "reason"]


def test_failed_work_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.work() as work:  # noqa: PT012 — the body is the test
        register(work, "r1")
        work.remember_request("q1", {"n": 1})
        raise ZeroDivisionError
    assert store.record("r1") is None
    assert store.head() == (0, GENESIS)
    assert store.allocations("fir", YEAR) == ()
    assert store.search(["काल्पनिक"]) == ()
    with store.work() as work:
        assert work.answered("q1") is None
        assert register(work, "r2").seq == 1


def test_work_inside_work_is_refused_and_the_outer_one_undone(store: Store) -> None:
    with pytest.raises(WorkMisuse), store.work() as work:  # noqa: PT012 — the body is the test
        register(work, "r1")
        with store.work():
            pass
    assert store.record("r1") is None


def test_draft_write_inside_work_is_refused(store: Store) -> None:
    with pytest.raises(WorkMisuse), store.work():
        store.put_draft(sample_draft())


def test_ended_work_is_refused(store: Store) -> None:
    with store.work() as work:
        pass
    with pytest.raises(WorkMisuse):
        work.next_serial("fir", YEAR)


def test_store_without_identity_writes_no_event(tmp_path: Path) -> None:
    with create_store(tmp_path / "s.db", bytes(32), ballast=0) as bare:
        with pytest.raises(WorkMisuse), bare.work() as work:
            register(work, "r1", series=None)
        assert bare.identity() is None


def test_serials_are_contiguous_across_and_inside_works(store: Store) -> None:
    with store.work() as work:
        register(work, "a")
        register(work, "b")
    with store.work() as work:
        register(work, "c")
    assert [row.serial for row in store.allocations("fir", YEAR)] == [1, 2, 3]
    assert [row.number for row in store.series_rows("fir", YEAR)] == [
        "0001/2026",
        "0002/2026",
        "0003/2026",
    ]


def test_series_and_periods_count_apart(store: Store) -> None:
    with store.work() as work:
        register(work, "a")
        register(work, "b", form="gd", series="gd")
        event = register(work, "c", series="ncr")
    assert event.body["envelope"]["serial"] == 1
    assert store.allocations("fir", "2027") == ()
    assert [row.serial for row in store.allocations("gd", YEAR)] == [1]


def test_serial_that_nobody_carries_is_refused(store: Store) -> None:
    with pytest.raises(WorkMisuse), store.work() as work:
        work.next_serial("fir", YEAR)
    with store.work() as work:
        assert register(work, "a").body["envelope"]["serial"] == 1


def test_allocation_not_in_the_event_is_refused(store: Store) -> None:
    with pytest.raises(WorkMisuse), store.work() as work:  # noqa: PT012 — the body is the test
        event = register(work, "a", series=None)
        work.allocate(Allocation("fir", YEAR, work.next_serial("fir", YEAR), "1"), event)


def test_series_goes_on_after_the_printed_register(store: Store) -> None:
    with store.work() as work:
        register(work, "a")
        work.raise_series("fir", YEAR, 212, at=AT, actor="user-1", reason="मुद्रित पंजी")
        event = register(work, "b")
    with store.work() as work:
        register(work, "c")
    assert [row.serial for row in store.allocations("fir", YEAR)] == [1, 213, 214]
    assert event.body["envelope"]["number"] == "0213/2026"
    with pytest.raises(WorkMisuse), store.work() as work:
        work.raise_series("fir", YEAR, 214, at=AT, actor="user-1", reason="x")


def test_contradicting_projection_is_refused(store: Store) -> None:
    with pytest.raises(WorkMisuse), store.work() as work:  # noqa: PT012 — the body is the test
        event = register(work, "a", series=None)
        made = project(event)
        work.put_record(made.envelope, {"name": "कुछ और"}, [], "", [], event)
    with pytest.raises(WorkMisuse), store.work() as work:  # noqa: PT012 — the body is the test
        event = register(work, "a", series=None)
        other = Envelope("b", "iif_1", 1, "registered")
        work.put_record(other, event.body["letter"], [], "", [], event)


def test_signature_is_made_over_the_hash(store: Store) -> None:
    seen: list[bytes] = []

    def sign(data: bytes) -> bytes:
        seen.append(data)
        return b"\x07" * 64

    with store.work() as work:
        event = work.append(
            NewEvent("r", "note", "gd", 1, "user-1", "sho", AT, AT, {"letter": {}}, sign=sign)
        )
    assert seen == [event.hash.encode()]
    assert store.events()[0].signature == "07" * 64


def test_retry_of_a_request_finds_the_first_answer(store: Store) -> None:
    with store.work() as work:
        assert work.answered("q1") is None
        work.remember_request("q1", {"number": "0001/2026"})
    with store.work() as work:
        assert work.answered("q1") == {"number": "0001/2026"}
    with pytest.raises(AlreadyStored), store.work() as work:
        work.remember_request("q1", {"number": "0002/2026"})


def test_stopped_clock_stays_stopped_through_a_correction(store: Store) -> None:
    clocks: list[dict[str, Any]] = [
        {"code": "a", "starts_at": AT, "due_at": "2027-01-01", "warn_at": []},
        {"code": "b", "starts_at": AT, "due_at": "2026-12-01", "warn_at": []},
    ]
    with store.work() as work:
        first = register(work, "r1", clocks=clocks)
        register(work, "r2", stops=[{"record_id": "r1", "code": "a", "at": "2026-12-20"}])
    assert [row.clock.code for row in store.clocks()] == ["b"]
    with store.work() as work:
        register(work, "r1", follows=first, clocks=clocks[:1])
    assert store.clocks() == ()
    stopped = store.clocks(record_id="r1", stopped=True)
    assert [(row.clock.code, row.clock.stopped_at) for row in stopped] == [("a", "2026-12-20")]


def test_clock_stop_may_come_before_its_clock(store: Store) -> None:
    with store.work() as work:
        register(work, "r2", stops=[{"record_id": "r1", "code": "a", "at": "2026-12-20"}])
        register(
            work,
            "r1",
            clocks=[{"code": "a", "starts_at": AT, "due_at": "2027-01-01", "warn_at": []}],
        )
    assert store.clocks() == ()
    assert store.clocks(stopped=True)[0].clock.stopped_at == "2026-12-20"


def test_due_clocks_come_soonest_first(store: Store) -> None:
    with store.work() as work:
        for name, due in (("a", "2026-12-05"), ("b", "2026-12-01"), ("c", "2027-03-01")):
            clock: dict[str, Any] = {
                "code": "x",
                "starts_at": AT,
                "due_at": due,
                "warn_at": [],
            }
            register(work, name, clocks=[clock], case_id="k" if name == "a" else None)
    assert [row.record_id for row in store.clocks()] == ["b", "a", "c"]
    assert [row.record_id for row in store.clocks(due_before="2027-01-01")] == ["b", "a"]
    assert [row.record_id for row in store.clocks(case_id="k")] == ["a"]


def test_page_filters_orders_and_counts(store: Store) -> None:
    with store.work() as work:
        for number in range(7):
            register(
                work,
                f"r{number}",
                letter={"name": "राम" if number % 2 else "श्याम"},
                registered_at=f"2026-11-{20 + number}T09:00:00+05:30",
                case_id="k1" if number < 3 else None,
                status="registered" if number != 6 else "closed",
            )
        register(work, "g1", form="gd", series="gd", parent_id="r1")
    everything = store.page()
    assert everything.total == 8
    assert everything.rows[0].record_id == "g1"
    fir = store.page("iif_1", limit=2, offset=2)
    assert fir.total == 7
    assert [row.record_id for row in fir.rows] == ["r4", "r3"]
    assert store.page(("iif_1", "gd"), order="oldest").rows[0].record_id == "r0"
    assert store.page(case_id="k1").total == 3
    assert [row.record_id for row in store.page(parent_id="r1").rows] == ["g1"]
    bounded = store.page("iif_1", since="2026-11-22", until="2026-11-23", order="oldest")
    assert [row.record_id for row in bounded.rows] == ["r2", "r3"]
    assert store.page(statuses=["closed"]).total == 1
    assert store.page("iif_1", folded_filter="राम").total == 3
    assert store.page("iif_1", folded_filter=["राम", "श्याम"]).total == 0
    assert store.page(series="fir", period=YEAR, order="number").rows[0].record_id == "r0"
    assert store.page("nothing") == store.page(statuses=[])
    assert store.counts() == {
        ("iif_1", "registered"): 6,
        ("iif_1", "closed"): 1,
        ("gd", "registered"): 1,
    }
    assert store.counts(case_id="k1") == {("iif_1", "registered"): 3}


def test_officer_accounts_change_but_stay(store: Store) -> None:
    store.put_officer(sample_officer())
    store.put_officer(sample_officer(active=False, roles=("sho",)))
    assert store.officers() == ()
    assert store.officers(active_only=False) == (sample_officer(active=False, roles=("sho",)),)
    assert store.officer("user-1") == store.officer_by_login("moharir")
    assert store.officer("user-2") is None
    with pytest.raises(AlreadyStored):
        store.put_officer(sample_officer(user_id="user-2"))


def test_drafts_are_kept_changed_and_thrown_away(store: Store) -> None:
    store.put_draft(sample_draft())
    newer = sample_draft(letter={"name": "आगे"}, updated_at="2026-11-22T12:00:00+05:30")
    store.put_draft(newer)
    store.put_draft(sample_draft("d2", owner="user-2", form="gd"))
    assert store.draft("d1") == newer
    assert [draft.draft_id for draft in store.drafts()] == ["d1", "d2"]
    assert [draft.draft_id for draft in store.drafts("user-2")] == ["d2"]
    assert [draft.draft_id for draft in store.drafts(form="iif_1")] == ["d1"]
    assert store.delete_draft("d2") is True
    assert store.delete_draft("d2") is False
    with store.work() as work:
        register(work, "r1")
        work.drop_draft("d1")
    assert store.draft("d1") is None


def test_draft_goes_only_if_the_registration_stays(store: Store) -> None:
    store.put_draft(sample_draft())
    with pytest.raises(ZeroDivisionError), store.work() as work:  # noqa: PT012 — the body is the test
        work.drop_draft("d1")
        raise ZeroDivisionError
    assert store.draft("d1") == sample_draft()


def test_attachment_is_known_by_its_content(store: Store) -> None:
    kept = store.put_attachment("नमूना.jpg", "image/jpeg", b"\xff\xd8sample")
    again = store.put_attachment("other.jpg", "image/jpeg", b"\xff\xd8sample")
    assert kept.sha256 == again.sha256
    assert store.attachment(kept.sha256) == kept
    assert store.attachment_data(kept.sha256) == b"\xff\xd8sample"
    assert store.attachment_data("00") is None
    assert store.attachment("00") is None


def test_logs_answer_who_saw_and_printed(store: Store) -> None:
    with store.work() as work:
        work.log_access(LogEntry(AT, "user-1", "sho", "unmask", "r1", detail={"why": "न्यायालय"}))
        work.log_access(LogEntry(AT, "user-2", "io", "open", "r2"))
        work.log_print(LogEntry(AT, "user-1", "sho", "fir_copy", "r1", "ab", {"copies": 2}))
    assert [entry.actor for entry in store.accesses()] == ["user-2", "user-1"]
    assert [entry.act for entry in store.accesses("r1")] == ["unmask"]
    assert store.prints("r1")[0].detail == {"copies": 2}
    assert store.prints("r2") == ()


def test_named_values_are_kept(store: Store) -> None:
    assert store.meta("thana") == "UP-SAMPLE"
    assert store.meta("none") is None
    store.set_meta("seat", "here")
    with store.work() as work:
        work.set_meta("seat", "there")
    assert store.meta("seat") == "there"


@pytest.mark.parametrize("order", ["newest", "oldest", "number", "title"])
def test_any_window_of_a_list_is_that_piece_of_the_whole(store: Store, order: Order) -> None:
    with store.work() as work:
        for number in range(9):
            form = "gd" if number % 3 == 0 else "iif_1"
            register(work, f"r{number}", form=form, series="gd" if form == "gd" else "fir")
    for forms in (None, "iif_1", ("iif_1", "gd")):
        whole = [row.record_id for row in store.page(forms, order=order, limit=100).rows]
        assert len(whole) == (6 if forms == "iif_1" else 9)
        for offset in range(11):
            for limit in (1, 4, 100):
                page = store.page(forms, order=order, limit=limit, offset=offset)
                found = [row.record_id for row in page.rows]
                assert found == whole[offset : offset + limit]
                assert page.total == len(whole)


def test_whole_rows_are_never_sorted_to_find_a_window(store: Store) -> None:
    """Of a hundred thousand records of many forms that took eight seconds a window."""
    with store.work() as work:
        register(work, "r1")
    said: list[tuple[str, Any]] = []

    @event.listens_for(store._engine, "before_cursor_execute")
    def note(_: Any, __: Any, statement: str, parameters: Any, *rest: Any) -> None:
        said.append((statement, parameters))

    store.page(("iif_1", "gd"), limit=5)
    event.remove(store._engine, "before_cursor_execute", note)
    statement, parameters = said[-1]
    assert "record.title" in statement
    with store.reading() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
    steps = [row.detail for row in plan]
    inner = next(at for at, step in enumerate(steps) if "SUBQUERY" in step)
    assert not any("record_form" in step for step in steps[:inner])


def test_ordinary_save_is_one_commit_of_few_statements(store: Store) -> None:
    """Event, number, record, history, index, search, clock, draft and answer: fourteen and BEGIN."""
    with store.work() as work:
        register(work, "warm-up")
    said: list[str] = []

    @event.listens_for(store._engine, "before_cursor_execute")
    def note(_: Any, __: Any, statement: str, *rest: Any) -> None:
        said.append(statement.split()[0])

    commits: list[Any] = []
    event.listen(store._engine, "commit", commits.append)
    clocks = [{"code": "a", "starts_at": AT, "due_at": "2027", "warn_at": []}]
    with store.work() as work:
        register(work, "r1", clocks=clocks)
        work.drop_draft("d1")
        work.remember_request("q1", {"n": 1})
    assert len(commits) == 1
    assert said.count("BEGIN") == 1
    assert len(said) == 15
    event.remove(store._engine, "before_cursor_execute", note)


def test_store_lies_in_a_folder_of_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "थाना नमूना 50% #1?"
    folder.mkdir()
    with create_store(folder / "भण्डार.db", bytes(32), ballast=0) as made:
        made.set_meta("a", "b")
    assert {path.name for path in folder.iterdir()} == {"भण्डार.db", "भण्डार.db.made"}
    with open_store(folder / "भण्डार.db", bytes(32), ballast=0) as again:
        assert again.meta("a") == "b"


def test_second_first_version_of_a_record_is_refused(store: Store) -> None:
    with store.work() as work:
        register(work, "r1")
    with pytest.raises(AlreadyStored), store.work() as work:
        register(work, "r1")
    assert len(store.versions("r1")) == 1


def test_correction_of_an_outdated_version_is_refused(store: Store) -> None:
    with store.work() as work:
        first = register(work, "r1")
    with store.work() as work:
        register(work, "r1", follows=first)
    with pytest.raises(RecordMoved), store.work() as work:
        register(work, "r1", follows=first)
    assert len(store.versions("r1")) == 2


def test_event_of_another_work_cannot_be_projected(store: Store) -> None:
    with store.work() as work:
        event_before = register(work, "r1", series=None)
    made = project(event_before)
    with pytest.raises(WorkMisuse), store.work() as work:
        work.put_record(made.envelope, made.letter, [], "", [], event_before)
