"""The problems of the record on the screen: found, put in order, stepped through, counted."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from forms.kit.blanks import LEFT
from forms.kit.fields import Field, Group, Rows
from forms.kit.form import Form, Section
from forms.kit.letter import Letter, Path, is_blank
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui.editors.draft import Draft
from thana_desk.ui.editors.margins import SectionLine
from thana_desk.ui.editors.sheet import BLANK, needs_met
from thana_desk.ui.problems import Finding
from thana_desk.ui.reading import reading

Check = Callable[[Letter, dict[str, str]], Sequence[Problem]]


class Findings:
    """What `check` and the screen itself find wrong with a draft, in official order."""

    def __init__(self, form: Form, draft: Draft, check: Check | None) -> None:
        self._form = form
        self._draft = draft
        self._check = check
        self._order = {field.key: place for place, field in enumerate(form.fields())}
        self._numbered = not any(s.words.hi[:1].isdigit() for s in form.sections)
        self._last: tuple[Path, str] | None = None
        self._last_place = -1
        self.all: list[Finding] = []

    def look(self) -> None:
        """Look again."""
        answers, reasons = self._draft.filled(), self._draft.written_reasons()
        problems = list(self._check(answers, reasons)) if self._check else []
        found = [Finding(problem) for problem in problems]
        if reasons and self._check:
            # A problem whose reason is written stays in sight with its reason.
            known = {(problem.path, problem.code) for problem in problems}
            found += [
                Finding(problem, settled=True)
                for problem in self._check(answers, {})
                if problem.weight is Weight.REASON
                and problem.code in reasons
                and (problem.path, problem.code) not in known
            ]
        unread = self._draft.unread
        found += [Finding(_unread_problem(path, text)) for path, text in unread.items()]
        # A field with unreadable typing is not blank to the one who typed it.
        self._put([f for f in found if not (f.problem.code == BLANK and f.path in unread)])

    def add(self, problems: Sequence[Problem]) -> None:
        """Put these to what was found; the stepping begins anew."""
        known = {(finding.path, finding.problem.code) for finding in self.all}
        self._put([*self.all, *(Finding(p) for p in problems if (p.path, p.code) not in known)])
        self._last, self._last_place = None, -1

    def first_that_stops(self) -> Finding | None:
        """The first that stops the sign-off."""
        return next((finding for finding in self.all if finding.stops), None)

    def step(self, step: int) -> Finding | None:
        """The next finding that waits (or `step` further), after the one gone to last."""
        waiting = [finding for finding in self.all if not finding.settled]
        if not waiting:
            return None
        marks = [(finding.path, finding.problem.code) for finding in waiting]
        if self._last in marks:
            place = marks.index(self._last) + step
        else:
            # The last one was put right: what followed it has moved up into its place.
            place = self._last_place + (0 if self._last is not None and step > 0 else step)
        place %= len(waiting)
        self._last, self._last_place = marks[place], place
        return waiting[place]

    def gone_to(self, finding: Finding) -> None:
        """The keyboard was put to this one."""
        self._last = (finding.path, finding.problem.code)

    def number_of(self, place: int) -> str:
        """The number before a section's title; none where the titles carry the official ones."""
        return f"{place + 1}" if self._numbered else ""

    def section_lines(
        self, sections: Sequence[Section], here: str, visited: Collection[str], all_said: bool
    ) -> list[SectionLine]:
        """The sections with their states; what was not visited is not wrong for being blank."""
        lines = []
        answers = self._draft.answers
        for place, section in enumerate(sections):
            keys = {field.key for field in section.fields}
            mine = [f for f in self.all if f.path and f.path[0] in keys]
            seen = all_said or section.key in visited
            gaps = sum(1 for f in mine if f.problem.weight is Weight.GAP) if seen else 0
            filled = any(not is_blank(answers.get(key)) for key in keys)
            if any(f.stops and (seen or f.problem.code not in (BLANK, LEFT)) for f in mine):
                state = "wrong"
            elif filled and not mine and needs_met(section.fields, answers):
                state = "done"
            else:
                state = "begun" if filled else "untouched"
            number = self.number_of(place)
            lines.append(SectionLine(number, section.words, state, gaps, section.key == here))
        return lines

    def state(self, read_only: bool) -> list[tuple[str, bool]]:
        """The pieces of the head line, each with whether it is about something wrong."""
        pieces = [(_said("form.registered" if read_only else "form.draft"), False)]
        stops = sum(1 for finding in self.all if finding.stops)
        gaps = sum(1 for finding in self.all if finding.problem.weight is Weight.GAP)
        if stops:
            pieces.append((_said("form.state.stops", count=f"{stops}"), True))
        if gaps:
            kind = "form.state.one_gap" if gaps == 1 else "form.state.gaps"
            pieces.append((_said(kind, count=f"{gaps}"), False))
        if self._check is not None and not self.all:
            pieces.append((_said("form.state.no_gaps"), False))
        if self._draft.failed:
            pieces.append((_said("form.state.not_saved"), True))
        elif self._draft.saved_at:
            time = self._draft.saved_at[11:19]
            pieces.append((_said("form.state.saved", time=time), False))
        return pieces

    def _put(self, findings: Sequence[Finding]) -> None:
        last = len(self._order)
        named = [
            # What says that a field is blank names it already.
            replace(
                one, place=self._place_of(one.path[:-1] if one.problem.code == BLANK else one.path)
            )
            for one in findings
        ]
        self.all = sorted(
            named, key=lambda f: self._order.get(str(f.path[0]), last) if f.path else -1
        )

    def _place_of(self, path: Path) -> Words:
        """The field at `path` in words: `अभियुक्त 2 › आयु`."""
        parts: Sequence[Field] = tuple(self._form.fields())
        hindi: list[str] = []
        english: list[str] = []
        for step in path:
            if isinstance(step, int):
                hindi[-1:], english[-1:] = (
                    [f"{hindi[-1]} {step + 1}"],
                    [f"{english[-1]} {step + 1}"],
                )
                continue
            asked = next((part for part in parts if part.key == step), None)
            if asked is None:
                break
            hindi.append(asked.words.hi)
            english.append(asked.words.en)
            if isinstance(asked, Group):
                parts = asked.parts
            elif isinstance(asked, Rows):
                parts = asked.row.parts
        return Words(" › ".join(hindi), " › ".join(english))


def _said(key: str, **values: str) -> str:
    return reading.first(words(key, **values))


def _unread_problem(path: Path, text: str) -> Problem:
    typed = text[:40].replace("{", "(").replace("}", ")")
    said: Words = words("form.unread", typed=typed)
    return Problem(path, "unread", said, Weight.REFUSE)
