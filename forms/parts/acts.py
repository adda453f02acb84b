"""Acts and sections, one row a section, as item 2 of the FIR prints them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from forms.codes import Section, acts, find_sections, free_section, section
from forms.codes.shipped import data_cache
from forms.kit.condition import Is, look_up
from forms.kit.fields import Choice, Field, Group, Index, Line, Need, Rows, YesNo
from forms.kit.letter import Letter, rows
from forms.kit.words import Words

OTHER_ACT = "OTHER"
KINDS = ("penal", "special")
"""Acts that make offences; procedure codes are not charged."""


@data_cache
def _all_acts() -> dict[str, Words]:
    listed = {act.code: act.words for act in acts() if act.kind in KINDS}
    return {**listed, OTHER_ACT: Words("अन्य अधिनियम (सूची में नहीं)", "Another act (not listed)")}


class ActList:
    """All shipped acts, and 'another act' at the end, as `Choices`."""

    id = "ACT"

    def options(self) -> Mapping[str, Words]:
        """The acts, most used first."""
        return _all_acts()

    def words_of(self, code: str) -> Words | None:
        """What the act is called."""
        return _all_acts().get(code)


class SectionList:
    """Sections of the row's act (or of every act while none is chosen), as `Suggestions`."""

    def find(
        self, typed: str, scopes: Sequence[Mapping[str, Any]], limit: int
    ) -> list[tuple[str, Words]]:
        """Sections whose number or words fit `typed`; any other section may be typed as well."""
        act = look_up(scopes, "act")
        occurred = look_up(scopes[-1:], "occ_from")
        on_date = _day(occurred)
        found = find_sections(
            typed, on_date=on_date, limit=limit, kinds=KINDS, act_code=str(act or "")
        )
        return [(one.code, one.words) for one in found]


ACT_PARTS: tuple[Field, ...] = (
    Choice("act", Words("अधिनियम", "Act"), choices=ActList(), need=Need.MUST),
    Line(
        "act_text",
        Words("अधिनियम का नाम", "Name of the act"),
        shown_when=Is("act", OTHER_ACT),
        need=Need.MUST,
    ),
    Line(
        "section",
        Words("धारा", "Section"),
        most=60,
        need=Need.MUST,
        suggest=SectionList(),
        index=Index.SECTION,
        help=Words(
            "धारा संख्या या अपराध का नाम लिखें, सूची से चुनें; सूची में न हो तो जैसी है वैसी लिखें।",
            "Write the section or the offence and choose from the list; if it is not listed, write it as it is.",
        ),
    ),
    YesNo("read_with", Words("सपठित", "Read with"), printed=False),
)


def acts_and_sections(
    key: str, words: Words, *, item: str = "", need: Need = Need.OPTIONAL
) -> Rows:
    """Any number of sections, each a row of its own."""
    return Rows(
        key,
        words,
        item=item,
        need=need,
        row=Group("section_row", Words("धारा", "Section"), kind="acts", parts=ACT_PARTS),
    )


def chosen_sections(letter: Letter, key: str = "acts") -> list[Section]:
    """The sections of a letter as the shipped list knows them; unknown ones stand as written."""
    found = []
    for row in rows(letter, key):
        act, number = str(row.get("act") or ""), str(row.get("section") or "").strip()
        listed = section(act, number) if act != OTHER_ACT else None
        name = str(row.get("act_text") or act).strip()
        if listed is not None:
            found.append(listed)
        elif name and number:
            found.append(free_section(name, number))
    return found


def _day(moment: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(moment)[:10]) if moment else None
    except ValueError:
        return None


def sections_said(letter: Mapping[str, Any], key: str = "acts", *, short: bool = False) -> str:
    """`303(2), 351(3) BNS`: the sections by act, as a diary entry says them.

    `short` names the act as people say it in Hindi (`बी एन एस`), and leaves a blank row out.
    """
    by_act: dict[str, list[str]] = {}
    names = {one.code: one.short.hi for one in acts()} if short else {}
    for row in rows(letter, key):
        code = str(row.get("act") or "")
        if row.get("section") or not short:
            act = str(row.get("act_text") or names.get(code, code))
            by_act.setdefault(act, []).append(str(row.get("section") or ""))
    said = (f"{', '.join(found)} {act}" for act, found in by_act.items())
    return "; ".join(one.strip() if short else one for one in said)
