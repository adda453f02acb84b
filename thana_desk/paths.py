"""Where things lie on this PC: the data folder and the names of the files inside it."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "THANA_DESK_HOME"

_REMOTE_KINDS = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "ncpfs",
        "afs",
        "ceph",
        "glusterfs",
        "lustre",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.gvfsd-fuse",
        "davfs",
        "fuse.davfs2",
    }
)


class NetworkShare(Exception):
    """The data folder lies on another computer; a store there can be corrupted. `code` is stable."""

    code = "network_share"


class HomeNotUsable(Exception):
    """The data folder cannot be made or written to; `code` is stable."""

    code = "home_not_usable"


@dataclass(frozen=True, slots=True)
class Home:
    """The data folder of one installation. Everything of the program's lies inside `root`."""

    root: Path

    @property
    def store(self) -> Path:
        return self.root / "thana.db"

    @property
    def keys(self) -> Path:
        """The folder of the key slots."""
        return self.root / "keys"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def outgoing(self) -> Path:
        """Courier packages and prints made for handing out."""
        return self.root / "outgoing"

    @property
    def evidence(self) -> Path:
        """Byte-for-byte copies of a damaged store, for the technician."""
        return self.root / "evidence"

    @property
    def lock(self) -> Path:
        return self.root / "running.lock"

    def make(self) -> None:
        """Make the folders that are missing, readable by this user only.

        Raises:
            HomeNotUsable: the system does not allow it.
        """
        try:
            for folder in (self.root, self.keys, self.backups, self.logs, self.outgoing):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            probe = self.root / ".probe"
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            raise HomeNotUsable(str(self.root)) from error


def find_home(chosen: Path | None = None, environment: Mapping[str, str] | None = None) -> Home:
    """The data folder: as chosen on the command line, else by THANA_DESK_HOME, else the system's place.

    Nothing is created.

    Raises:
        NetworkShare: the folder lies on another computer.
    """
    variables = os.environ if environment is None else environment
    if chosen is not None:
        root = chosen
    elif variables.get(HOME_VARIABLE):
        root = Path(variables[HOME_VARIABLE])
    else:
        import platformdirs

        root = platformdirs.user_data_path("ThanaDesk", appauthor=False, roaming=False)
    root = root.expanduser().absolute()
    if is_remote(root):
        raise NetworkShare(str(root))
    return Home(root)


def is_remote(path: Path) -> bool:
    """Whether `path` lies on a network share, as far as the system tells."""
    if sys.platform == "win32":
        return _is_remote_on_windows(path)
    try:
        mounts = Path("/proc/self/mounts").read_text("utf-8", "replace")
    except OSError:
        return False
    return is_remote_by_mounts(_existing(path).resolve(), mounts)


def is_remote_by_mounts(path: Path, mounts: str) -> bool:
    """Whether the mount that holds `path` is remote, by the text of Linux's table of mounts."""
    best: tuple[int, str] = (-1, "")
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = Path(parts[1].replace("\\040", " ").replace("\\011", "\t"))
        # Later lines lie over earlier ones with the same mount point.
        if path.is_relative_to(point) and len(point.parts) >= best[0]:
            best = (len(point.parts), parts[2])
    return best[1] in _REMOTE_KINDS


def _is_remote_on_windows(path: Path) -> bool:
    if str(path).startswith(("\\\\", "//")):
        return True
    import ctypes

    remote_drive = 4  # DRIVE_REMOTE of GetDriveTypeW
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 — the name exists on Windows only
    return bool(kernel.GetDriveTypeW(path.anchor) == remote_drive)


def _existing(path: Path) -> Path:
    while not path.exists() and path != path.parent:
        path = path.parent
    return path
