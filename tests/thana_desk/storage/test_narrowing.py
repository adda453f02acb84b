"""Lists narrowed by what the store's indexes know, and lists kept under a name."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.thana_desk.storage.samples import DEK, register
from thana_desk.storage.database import Store, create_store
from thana_desk.storage.narrowing import Narrowing
from thana_desk.storage.rows import Identity, IndexRow, SavedView

DAY = "2026-11-23T10:00:00+05:30"


def clock(code: str, due_at: str) -> dict[str, object]:
    return {"code": code, "starts_at": DAY, "due_at": due_at, "warn_at": [], "stopped_at": None}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with create_store(tmp_path / "s.db", DEK, ballast=0) as made:
        made.set_identity(Identity("UP-SAMPLE", "pc-1"))
        with made.work() as work:
            register(work, "fir1", case_id="fir1", registered_by="u1")
            register(
                work, "fir2", case_id="fir2", sensitive=True, clocks=[clock("K13", "2027-01-20")]
            )
            register(work, "fir3", case_id="fir3", provisional=True, registered_by="u2")
            register(
                work,
                "remand1",
                form="remand",
                series=None,
                parent_id="fir1",
                case_id="fir1",
                clocks=[clock("K11", "2026-11-25")],
            )
            register(work, "cs2", form="iif_5", series=None, parent_id="fir2", case_id="fir2")
        with made.writing() as connection:
            connection.exec_driver_sql("UPDATE record SET gaps = 2 WHERE record_id = 'fir3'")
            rows = [
                IndexRow("charge", "acts.0", "103(1)", "103(1)|BNS"),
                IndexRow("charge", "acts.1", "1031", "1031|BNS"),
                IndexRow("officer", "io", "112233", "112233"),
            ]
            for line, (which, row) in enumerate(zip(("fir1", "fir2", "fir3"), rows, strict=True)):
                connection.exec_driver_sql(
                    "INSERT INTO index_row VALUES (?, ?, ?, ?, ?, ?)",
                    (which, 90 + line, row.kind, row.path, row.shown, row.folded),
                )
        yield made


@pytest.fixture
def found(store: Store) -> Callable[..., list[str]]:
    def find(form: object = None, **wanted: object) -> list[str]:
        narrowing = Narrowing(**wanted)  # type: ignore[arg-type]  # what each test names
        page = store.page(form, narrowing=narrowing)  # type: ignore[arg-type]  # text or a list
        assert store.count(form, narrowing=narrowing) == page.total == len(page.rows)  # type: ignore[arg-type]
        return sorted(row.record_id for row in page.rows)

    return find


def test_a_section_is_found_with_its_sub_sections_and_no_other(
    found: Callable[..., list[str]],
) -> None:
    assert found(charge="103") == found(charge="103(1)") == ["fir1"]
    assert found(charge="1031") == ["fir2"]
    assert found(charge="103", act="IPC") == []
    assert found(charge="10") == []


def test_an_officer_is_found_where_he_wrote_and_where_he_is_named(
    found: Callable[..., list[str]],
) -> None:
    assert found(officer="u1", officer_no="112233") == ["fir1", "fir3"]
    assert found(officer="u2") == ["fir3"]


def test_gaps_provisional_numbers_and_sensitive_records_are_found_apart(
    found: Callable[..., list[str]],
) -> None:
    assert found(gaps=True) == found(provisional=True) == ["fir3"]
    assert found(sensitive=True) == ["fir2"]
    assert found("remand", gaps=True) == []


def test_what_lacks_a_paper_of_its_case_is_found(found: Callable[..., list[str]]) -> None:
    assert found("iif_1", without=("iif_5",)) == ["fir1", "fir3"]
    assert found("iif_1", without=("iif_5", "remand")) == ["fir3"]


def test_a_clock_of_the_case_counts_for_the_record_that_heads_it(
    store: Store, found: Callable[..., list[str]]
) -> None:
    assert found("iif_1", clocks=("K11",), running=True) == ["fir1"]
    assert found("remand", clocks=("K11",), due_before="2026-11-26") == ["remand1"]
    assert found("remand", clocks=("K11",), due_before="2026-11-24") == []
    with store.work() as work:
        work.stop_clock("remand1", "K11", DAY)
    assert found("iif_1", clocks=("K11",), running=True) == []


def test_the_nearest_due_date_comes_first_and_stands_beside_the_record(store: Store) -> None:
    narrowing = Narrowing(clocks=("K11", "K13"))
    rows = store.page("iif_1", narrowing=narrowing, order="due").rows
    assert [row.record_id for row in rows] == ["fir1", "fir2", "fir3"]
    due = store.due_dates([row.record_id for row in rows], ("K11", "K13"))
    assert {key: row.clock.due_at for key, row in due.items()} == {
        "fir1": "2026-11-25",
        "fir2": "2027-01-20",
    }


def test_what_has_no_receipt_yet_is_found(store: Store, found: Callable[..., list[str]]) -> None:
    assert len(found(unsent=True)) == 5
    with store.writing() as connection:
        for seq, state in ((1, "acknowledged"), (2, "parked"), (3, "acknowledged")):
            connection.exec_driver_sql(
                "INSERT INTO event_sync VALUES ('pc-1', 1, ?, ?, NULL, NULL)", (seq, state)
            )
    assert found(unsent=True) == ["cs2", "fir2", "remand1"]


def test_a_page_of_a_long_list_is_the_same_window_in_every_order(store: Store) -> None:
    for order in ("newest", "oldest", "number", "occurred", "title"):
        whole = [row.record_id for row in store.page(order=order).rows]
        pieces = [
            row.record_id
            for offset in (0, 2, 4)
            for row in store.page(order=order, limit=2, offset=offset).rows
        ]
        assert pieces == whole


def test_many_forms_do_not_make_the_store_sort_everything(store: Store) -> None:
    """The statement that a list of all forms runs walks the records in their order."""
    from sqlalchemy import event

    said: list[tuple[str, object]] = []

    def listen(_c: object, _k: object, text: str, values: object, *_more: object) -> None:
        said.append((text, values))

    event.listen(store._engine, "before_cursor_execute", listen)
    store.page([f"form{number}" for number in range(70)] + ["iif_1"])
    store.page("iif_1", since="2026-11-01")
    event.remove(store._engine, "before_cursor_execute", listen)
    asked = [one for one in said if "LIMIT" in one[0]]
    assert len(asked) == 2
    with store.reading() as connection:
        for text, values in asked:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values).all()  # type: ignore[arg-type]
            assert not any("record_form" in str(row) for row in plan), plan


def test_kept_lists_are_their_owners_and_the_stations(store: Store) -> None:
    def kept(view_id: str, owner: str, name: str) -> None:
        store.put_view(SavedView(view_id, owner, name, {"forms": ["gd"]}, "u1", DAY, DAY))

    kept("a", "u1", "मेरी सूची")
    kept("b", "", "थाने की सूची")
    kept("c", "u2", "दूसरे की सूची")
    assert [view.view_id for view in store.views("u1")] == ["a", "b"]
    kept("a", "u1", "नया नाम")
    view = store.view("a")
    assert view is not None
    assert (view.name, view.wanted) == ("नया नाम", {"forms": ["gd"]})
    assert store.delete_view("a")
    assert not store.delete_view("a")
    assert store.view("a") is None
