"""The data folder is local and private; the log says what happened and never about whom."""

import logging
import sys
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from thana_desk.log import install_log, remove_log
from thana_desk.paths import (
    HOME_VARIABLE,
    Home,
    HomeNotUsable,
    NetworkShare,
    find_home,
    is_remote_by_mounts,
)

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/export /mnt/share nfs4 rw 0 0
//server/data /mnt/with\\040space cifs rw 0 0
/dev/sdb1 /mnt/share/local ext4 rw 0 0
short
"""


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/home/user", False),
        ("/mnt/share/thana", True),
        ("/mnt/share", True),
        ("/mnt/with space/x", True),
        ("/mnt/share/local/x", False),
        ("/mnt/shared", False),
    ],
)
def test_remote_mounts_are_recognised(path: str, remote: bool) -> None:
    assert is_remote_by_mounts(Path(path), MOUNTS) is remote


def test_share_is_refused_with_a_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("thana_desk.paths.is_remote", lambda path: True)
    with pytest.raises(NetworkShare) as caught:
        find_home(tmp_path)
    assert caught.value.code == "network_share"


def test_chosen_folder_goes_before_the_environment_and_the_system(tmp_path: Path) -> None:
    variables = {HOME_VARIABLE: str(tmp_path / "env")}
    assert find_home(tmp_path / "chosen", variables).root == tmp_path / "chosen"
    assert find_home(None, variables).root == tmp_path / "env"
    assert find_home(None, {}).root.name == "ThanaDesk"
    assert not (tmp_path / "env").exists()


def test_home_is_made_private_and_everything_lies_inside(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.make()
    home.make()
    for place in (home.store, home.keys, home.backups, home.logs, home.outgoing, home.evidence):
        assert place.is_relative_to(home.root)
    assert home.lock.parent == home.root
    if sys.platform != "win32":
        assert home.root.stat().st_mode & 0o077 == 0


def test_unusable_home_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(HomeNotUsable) as caught:
        Home(tmp_path / "file").make()
    assert caught.value.code == "home_not_usable"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    path = install_log(tmp_path / "logs")
    yield path
    remove_log()


def test_log_never_prints_parameters_or_error_texts(log: Path) -> None:
    desk = logging.getLogger("thana_desk.sample")
    desk.warning("could not print %s for %s", "कैनरी", {"name": "Canary"})
    try:
        try:
            raise ValueError("Canary")
        except ValueError as inner:
            raise KeyError("कैनरी") from inner
    except KeyError:
        desk.exception("failed for %s", "Canary")
    desk.error(ValueError("Canary"))
    text = log.read_text("utf-8")
    assert "Canary" not in text
    assert "कैनरी" not in text
    assert "could not print %s for %s" in text
    assert "builtins.KeyError" in text
    assert "builtins.ValueError" in text
    assert "test_paths_and_log.py" in text


def test_safe_facts_are_printed_and_unsafe_ones_are_not(log: Path) -> None:
    desk = logging.getLogger("thana_desk.sample")
    desk.warning("saved", extra={"seq": 7, "code": "disk_full", "form": "Ram Kumar", "ms": "राम"})
    line = log.read_text("utf-8").splitlines()[-1]
    assert "code=disk_full seq=7" in line
    assert "Ram" not in line
    assert "+05:30" in line
    assert line.split()[1].endswith("Z")


def test_named_errors_show_their_code(log: Path) -> None:
    from thana_desk.storage.errors import StoreBusy

    try:
        raise StoreBusy("secret text")
    except StoreBusy:
        logging.getLogger("thana_desk").exception("cannot save")
    text = log.read_text("utf-8")
    assert "StoreBusy code=store_busy" in text
    assert "secret text" not in text


def test_log_is_installed_once(log: Path, tmp_path: Path) -> None:
    assert install_log(tmp_path / "elsewhere") == log
    logging.getLogger("thana_desk").warning("once")
    assert log.read_text("utf-8").count(" once") == 1
    remove_log()
    assert install_log(tmp_path / "elsewhere") == tmp_path / "elsewhere" / "thana-desk.log"


def test_unhandled_error_is_noted_without_its_text(log: Path) -> None:
    try:
        raise RuntimeError("Canary")
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    text = log.read_text("utf-8")
    assert "unhandled error" in text
    assert "Canary" not in text


class FullDisk:
    """A stream that takes nothing."""

    def write(self, text: str) -> None:
        raise OSError(28, "no space left")

    def flush(self) -> None:
        raise OSError(28, "no space left")

    def close(self) -> None: ...


def test_log_that_cannot_be_written_stops_nothing(
    log: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger("thana_desk").warning("first")
    handler = next(
        h
        for h in logging.getLogger().handlers
        if isinstance(h, RotatingFileHandler) and h.baseFilename == str(log)
    )
    handler.stream.close()
    handler.stream = FullDisk()
    logging.getLogger("thana_desk").warning("Canary")
    assert "Canary" not in "".join(capfd.readouterr())
