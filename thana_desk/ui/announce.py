"""Tells a screen reader what appeared without the keyboard having gone there."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, said: str, *, at_once: bool = False) -> None:
    """Have `said` read out: after what is being read, or in its place with `at_once`."""
    if not said:
        return
    event = QAccessibleAnnouncementEvent(widget, said)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(event)
