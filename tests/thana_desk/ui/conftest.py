"""Windows in tests are drawn in memory; nothing appears on a screen."""

import os
from collections.abc import Iterator

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says what it cannot do with windows; that is no fault of ours."""
    for item in items:
        if "thana_desk/ui/" in item.nodeid:
            silent = ("propagateSizeHints", "does not support (raise|grabbing)")
            item.add_marker(pytest.mark.qt_log_ignore(*silent, extend=True))


@pytest.fixture
def hindi_first() -> Iterator[None]:
    """The reader reads Hindi first at 100 %; other choices of a test are undone after it."""
    from thana_desk.ui.reading import reading

    lang, size = reading.lang, reading.size
    reading.choose(lang="hi", size=100)
    yield
    reading.choose(lang=lang, size=size)
