"""A record that stands under a diary entry: it takes that entry as its own instead of a second one."""

from collections.abc import Callable
from dataclasses import replace

from forms.kit.condition import Filled, Not
from forms.kit.form import Consequence, Facts
from forms.kit.letter import Letter
from forms.parts.case import case_reference, diary, moment_of

GD = "gd"


def diary_if_none(
    gd_type: str,
    subject: Callable[[Letter, Facts], str],
    brief: Callable[[Letter, Facts], str],
) -> Consequence:
    """The diary entry of an act, unless the act stands under the entry that told of it."""
    return replace(diary(gd_type, "gd_ref", subject, brief), when=Not(Filled("gd_ref")))


def take_diary_entry(letter: Letter, facts: Facts) -> None:
    """Fill `gd_ref` with the entry the record stands under; to be called in a form's `prepare`."""
    parent = facts.case().parent
    if parent is not None and parent.form == GD:
        letter["gd_ref"] = case_reference(parent, parent.registered_at[:16])


def told_at(facts: Facts) -> str:
    """When the entry above was told of its event: its own hour unless it states another; else ''."""
    parent = facts.case().parent
    if parent is None or parent.form != GD:
        return ""
    return moment_of(parent.letter.get("event_time")) or moment_of(parent.registered_at)
