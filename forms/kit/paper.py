"""A letter or slip that goes with a record: who writes to whom, in which words, who signs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What a letter knows beside the answers: number and times of the record (ISO), the station."""

    number: str
    registered_at: str
    registered_by: str
    thana: str
    district: str
    printed_at: str
    event_hash: str = ""
    sync_state: str = ""
    """Where the newest version stands on its way to the data centre: `acked`, `pending`, …"""
    copy: int = 0
    """Whose copy it is, as the paper counts them."""
    masked: bool = False
    """Whether the answers come with what the law hides covered."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One place to sign: whose it is, and the lines known beforehand (name, rank)."""

    caption: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Portrait:
    """A photograph in a letter: the answer of an attachment, and the words below it."""

    stored: Mapping[str, Any]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PaperText:
    """The letter in Hindi, as it is printed; parts that are blank are left out.

    `told` are answers in a table (label, answer). `slips` are cut off one by one: a label for
    each thing; each is a list of lines, and each carries the code of the record.
    """

    to: tuple[str, ...] = ()
    subject: str = ""
    paragraphs: tuple[str, ...] = ()
    pictures: tuple[Portrait, ...] = ()
    told: tuple[tuple[str, str], ...] = ()
    after: tuple[str, ...] = ()
    signed_by: tuple[Sign, ...] = ()
    note: str = ""
    slips: tuple[tuple[str, ...], ...] = ()
