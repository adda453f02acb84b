"""Where one can go: the places of the window, and which of them stand on each role's desk."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from forms.kit.words import Words
from thana_desk.texts import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from thana_desk.ui.frame import DeskFrame
    from thana_desk.ui.page import Page


@dataclass(frozen=True, slots=True)
class Place:
    """A page that can be gone to by name; its module is imported when first opened.

    `act` is the grant without which the place is not offered; empty for places open to all.
    """

    key: str
    module: str
    kind: str
    act: str = ""

    @property
    def words(self) -> Words:
        """The place's name."""
        return words(f"places.{self.key}")

    def make(self, frame: DeskFrame) -> Page:
        """A new page of this place."""
        module = importlib.import_module(f"thana_desk.ui.pages.{self.module}")
        make = cast("Callable[[DeskFrame], Page]", getattr(module, self.kind))
        return make(frame)


PLACES = {
    place.key: place
    for place in (
        Place("today", "today", "TodayPage"),
        Place("diary", "diary", "DiaryPage"),
        Place("fir", "records", "FirPage"),
        Place("forms", "forms", "FormsPage"),
        Place("records", "records", "AllRecordsPage"),
        Place("lists", "kept_lists", "KeptListsPage"),
        Place("codes", "codes", "CodesPage"),
        Place("phrases", "phrases", "PhrasesPage"),
        Place("registers", "registers", "RegistersPage"),
        Place("prints", "prints", "PrintLogPage"),
        Place("waiting", "waiting_prints", "WaitingPrintsPage"),
        Place("sync", "syncing", "SyncPage"),
        Place("search", "search", "SearchPage"),
        Place("quality", "case", "QualityPage"),
        Place("health", "health", "HealthPage"),
        Place("people", "people", "PeoplePage"),
        Place("settings", "settings", "SettingsPage"),
        Place("help", "help", "HelpPage"),
    )
}
"""Every place by its key."""

DESKS: dict[str, tuple[str, ...]] = {
    "moharir": (
        "today",
        "diary",
        "fir",
        "forms",
        "records",
        "registers",
        "sync",
        "search",
    ),
    "io": ("today", "records", "forms", "quality", "diary", "search", "registers", "sync"),
    "operator": (
        "today",
        "forms",
        "records",
        "quality",
        "sync",
        "health",
        "people",
        "registers",
        "search",
    ),
    "pairokar": ("today", "records", "forms", "quality", "registers", "search", "sync"),
    "sho": (
        "today",
        "diary",
        "forms",
        "records",
        "quality",
        "registers",
        "people",
        "health",
        "sync",
        "search",
    ),
}
"""What stands in the left column of each role, in the order of the digits."""


def desk_of(role: str) -> tuple[Place, ...]:
    """The places on this role's desk."""
    return tuple(PLACES[key] for key in DESKS.get(role, DESKS["moharir"]))
