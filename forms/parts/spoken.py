"""Answers as a Hindi sentence says them: a day, an hour, an officer's name."""

from collections.abc import Mapping

from forms.parts.case import moment_of


def day_said(value: object) -> str:
    """A stored date or moment as `22-11-2026`; '' where it is none."""
    moment = moment_of(value)
    return f"{moment[8:10]}-{moment[5:7]}-{moment[:4]}" if moment else ""


def hour_said(value: object) -> str:
    """A stored moment as `22-11-2026 समय 10:42`; '' where it is none."""
    moment = moment_of(value)
    return f"{day_said(value)} समय {moment[11:16]}" if moment else ""


def name_said(group: object, otherwise: str) -> str:
    """The name in a person or officer group, else `otherwise`."""
    return str(group.get("name") or otherwise) if isinstance(group, Mapping) else otherwise


def text_said(value: object) -> str:
    """A line of text without its ends; '' where the answer is no text."""
    return value.strip() if isinstance(value, str) else ""
