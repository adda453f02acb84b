"""Copies of the store on a second disk or a pen drive, each proven before it counts."""

from dataclasses import dataclass
from pathlib import Path

from thana_desk.actions.clock import stamp
from thana_desk.actions.desk import Desk
from thana_desk.actions.homes import SHEET
from thana_desk.actions.registration import with_store_errors
from thana_desk.paths import Home


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified copy: where, and when it was made (ISO)."""

    path: Path
    at: str


def backup(desk: Desk, folder: Path) -> Backup:
    """Write an encrypted copy into `folder` and read it through before it counts.

    The key slots are copied with it: without them nobody could open the copy.
    """
    import shutil

    now = desk.clock.now()
    target = folder / f"thana-desk-{desk.thana.code}-{now:%Y%m%d-%H%M%S}"
    with with_store_errors():
        target.mkdir(parents=True, exist_ok=False)
        desk.store.backup(Home(target).store)
        shutil.copytree(Home(desk.home).keys, Home(target).keys)
        shutil.copy2(desk.home / SHEET, target / SHEET)
        desk.store.set_meta("last_backup_at", stamp(now))
    return Backup(target, stamp(now))


def last_backup(desk: Desk) -> str | None:
    """When the last verified copy was made; None before the first."""
    return desk.store.meta("last_backup_at")
