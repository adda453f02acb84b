"""The measured register is a real one: every line printed, ours, the floor's and the peer's words alike."""

from benchmarks.books import BOOK, lines_of, peer_book, print_book, print_register
from benchmarks.print_floor import words_of


def test_the_book_has_every_line() -> None:
    words = set(words_of(print_book(3)))
    assert {entry.number for entry in lines_of(3)} <= words
    assert len(list(lines_of(3))) == 75


def test_the_peer_prints_the_same_numbers() -> None:
    assert {entry.number for entry in lines_of(1)} <= set(words_of(peer_book(1)))


def test_the_measurement_says_pages_memory_and_the_peer() -> None:
    told = print_register(1, pages=4)
    assert told.more["pages"] >= 3
    assert told.more["peak_mb"] > 10
    assert told.more["peer_reportlab_table_ratio"] > 0
    assert len(BOOK.columns) == 8
