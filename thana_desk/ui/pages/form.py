"""A form being written: the form screen in the frame, kept as it is typed, signed off with F10."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from forms.kit.form import Correction, Form
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.words import NO_WORDS, Words
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.editors.editor import PossibleSame
from thana_desk.ui.files import pick_file, picture
from thana_desk.ui.form_view import FormView
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.pages.files import open_kept
from thana_desk.ui.parts import Push, Said, Sheet, row
from thana_desk.ui.phrase_book import PhraseBook, phrase_of_selection
from thana_desk.ui.picker import ALONE, pick, pick_record
from thana_desk.ui.reading import reading
from thana_desk.ui.spell_check import SpellCheck

if TYPE_CHECKING:
    from collections.abc import Callable

    from thana_desk.ui.frame import DeskFrame


def open_new(
    frame: DeskFrame,
    code: str,
    *,
    parent_id: str | None = None,
    letter: Letter | None = None,
    instead: bool = False,
) -> None:
    """Begin a form and open it; `instead` puts it in the place of the page in front.

    A paper that follows another first asks for the record that it stands under, unless the case
    in front leaves no choice. Whoever begins one that may stand alone can say so there: without
    the question a court's papers would lie outside their case, and nobody would notice.
    """
    desk = frame.desk
    form = desk.forms[code]
    if parent_id is None:
        parent_id = _above_here(frame, form)
    if parent_id is None and _asks_above(frame, form):
        above = pick(
            frame,
            words("form_page.under", form=form.short),
            form.parents(),
            may_alone=not form.parent_must,
        )
        if above is None:
            return
        parent_id = None if above is ALONE else above.record_id

    def run() -> Any:
        from thana_desk.actions import records

        return records.begin(desk, code, parent_id=parent_id, letter=letter)

    open_begun(frame, run, instead=instead)


def _asks_above(frame: DeskFrame, form: Form) -> bool:
    """Whether to ask for the record above: always where it must be, else where one could be."""
    from thana_desk.actions import records
    from thana_desk.actions.errors import Refused

    if form.parent_must or form.parent in ("", "gd"):
        return form.parent_must
    try:
        return records.listing(frame.desk, form.parents(), limit=1).total > 0
    except Refused:
        return False


def _above_here(frame: DeskFrame, form: Form) -> str | None:
    """The record of the case in front that `form` stands under; None where several could be.

    A paper that can stand alone is put under the record it usually follows, and no other: an
    officer who reads an FIR may well begin something that has nothing to do with it.
    """
    from thana_desk.actions import cases
    from thana_desk.actions.errors import Refused

    here = frame.page().about_record
    if not here or form.parent in ("", "gd"):
        return None
    try:
        lines = [one.line for one in cases.case(frame.desk, here).lines]
    except Refused:
        return None
    usual = [line.record_id for line in lines if line.form_code == form.parent]
    if here in usual or len(usual) == 1:
        return here if here in usual else usual[0]
    also = (line.record_id for line in lines if line.form_code in form.also_under)
    return here if not usual and form.parent_must and here in also else None


def open_draft(frame: DeskFrame, draft_id: str) -> None:
    """Go on with a draft."""
    desk = frame.desk

    def run() -> Any:
        from thana_desk.actions import records

        return records.open_draft(desk, draft_id)

    open_begun(frame, run)


def open_correction(frame: DeskFrame, view: Any) -> None:
    """Put a registered record right: a further entry, or a new version with its reason."""
    form = frame.desk.forms[view.form_code]
    if form.correction is Correction.NEW_ENTRY:
        day = view.registered_at[:10]
        quoted = f"{view.number} {day[8:10]}-{day[5:7]}-{day[:4]}"
        open_new(frame, form.code, letter={"gd_type": "CORR", "corrects": quoted})
    else:
        frame.open(CorrectionPage(frame, view))


def open_begun(frame: DeskFrame, run: Callable[[], Any], *, instead: bool = False) -> None:
    """Open the draft that `run` gives."""

    def show(draft: Any) -> None:
        page = FormPage(frame, draft)
        if instead:
            frame.replace(page)
        else:
            frame.open(page)

    frame.work.do(run, show, owner=frame)


class FormPage(Page):
    """The form screen of one draft. The draft is kept as it is typed; F10 makes it legal."""

    has_own_foot = True

    def __init__(self, frame: DeskFrame, draft: Any) -> None:
        form = frame.desk.forms[draft.form_code]
        super().__init__(frame, form.short)
        self._draft = draft
        self._form = form
        self._signing = False
        desk = frame.desk
        self.view = FormView(
            form,
            draft.letter,
            check=self._check,
            keep=self._keep,
            reasons=dict(draft.reasons),
            known_persons=known_persons(frame, draft.parent_id),
            known_officers=known_officers(frame),
            pick_record=lambda asked: pick_record(frame, asked),
            attach=lambda asked: pick_file(frame, asked),
            thumbnail=lambda stored: picture(frame, stored),
            look=lambda stored, name: open_kept(frame, stored, name),
            number=_waiting_number(form, draft.letter),
            now=desk.clock.now,
            parent=self,
        )
        self.view.near.possible_same = possible_same(frame, self)
        self.about_form = form.code
        self._phrases = PhraseBook(frame, self, form.code, draft.parent_id)
        self.view.near.phrases = self._phrases.find
        self.view.near.proofreader = SpellCheck(frame, self, self.view.answers)
        self.view.saved.connect(frame.saved)
        self.view.sign_off_requested.connect(self.sign_off)
        self.view.print_requested.connect(self._no_print)
        self.view.back_requested.connect(frame.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.stand_on = self.view

    def refresh(self) -> None:
        """The phrase book may have been written in meanwhile."""
        self._phrases.read_again(self.view.answers())

    def leave(self) -> None:
        """Keep what was typed."""
        self.view.keep_now()

    def take_focus(self) -> None:
        """The hand is in the first field that waits.

        Where it is in the form already it stays: a field that is left blank is called wrong, and
        nobody has left the first one of a form that was just opened.
        """
        hand = QApplication.focusWidget()
        if hand is None or not self.view.isAncestorOf(hand):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> list[PageKey]:
        """Before the officer in charge, where something needs approval; a phrase of what is selected."""
        return [
            PageKey(
                "Ctrl+P", Qt.Key.Key_P, words("form_page.approval"), self._approval, with_ctrl=True
            ),
            _phrase_key(self.frame, self.view),
        ]

    def sign_off(self) -> None:
        """Register the record; the page becomes the record's."""
        if self._signing:
            return
        self._signing = True
        desk, code, draft_id = self.frame.desk, self._form.code, self._draft.draft_id
        letter, reasons = self.view.letter(), self.view.reasons()

        def run() -> Any:
            from thana_desk.actions import records

            # The draft's id is the request's: a second F10 gets the same answer, never a second number.
            return records.register(
                desk, code, letter, draft_id=draft_id, reasons=reasons, request_id=draft_id
            )

        self.frame.work.do(run, self._registered, owner=self, refused=self._refused)

    def _registered(self, registered: Any) -> None:
        show_registered(self.frame, self._form, registered)

    def _refused(self, error: Any) -> None:
        self._signing = False
        if error.problems:
            self.view.show_problems(error.problems)
        self.frame.refused(error)

    def _check(self, letter: Letter, reasons: dict[str, str]) -> Sequence[Problem]:
        from thana_desk.actions import records
        from thana_desk.actions.errors import Refused

        try:
            given = {**self._approvals(), **reasons}
            return records.problems(
                self.frame.desk, self._form.code, letter, given, parent_id=self._draft.parent_id
            )
        except Refused:
            return []

    def _keep(self, letter: Letter, reasons: dict[str, str]) -> str:
        from thana_desk.actions import records

        kept = {**self._approvals(), **reasons}
        return records.keep(self.frame.desk, self._draft.draft_id, letter, kept)

    def _approvals(self) -> dict[str, str]:
        return {
            code: text for code, text in self._draft.reasons.items() if code.startswith("approved.")
        }

    def _no_print(self) -> None:
        self.frame.say(words("form_page.print_later"))

    def _approval(self) -> None:
        """Ask for approval, or give it: the officer in charge writes why."""
        waiting = [
            finding.problem
            for finding in self.view.findings()
            if finding.stops and finding.problem.weight is Weight.APPROVAL
        ]
        if not waiting:
            self.frame.say(words("form_page.no_approval"))
            return
        self.view.keep_now()
        if self.frame.desk.may("approve", self._form.code):
            self.frame.open(ApprovalPage(self.frame, self._draft.draft_id, waiting))
            return
        desk, draft_id = self.frame.desk, self._draft.draft_id

        def run() -> None:
            from thana_desk.actions import records

            records.ask_approval(desk, draft_id)

        def done(_none: None) -> None:
            self.frame.say(words("form_page.asked"), "done")

        self.frame.work.do(run, done, owner=self)


class ApprovalPage(Page):
    """What needs the approval of the officer in charge, and the reason for giving it."""

    def __init__(self, frame: DeskFrame, draft_id: str, problems: Sequence[Problem]) -> None:
        super().__init__(frame, words("form_page.approval"))
        self._draft_id = draft_id
        layout = self.scrolled()
        self.heading(layout)
        self._lines: list[tuple[str, QLineEdit]] = []
        for problem in problems:
            sheet = Sheet()
            sheet.add(Said(problem.words, wrap=True, place="below"))
            line = QLineEdit()
            line.setAccessibleName(reading.both(words("form_page.approval_reason")))
            label = Said(words("form_page.approval_reason"))
            label.setBuddy(line)
            sheet.add(label)
            sheet.add(line)
            layout.addWidget(sheet)
            self._lines.append((problem.code, line))
        push = Push(words("form_page.approve"), self._approve, key="F10", look="main")
        layout.addLayout(row(None, push))
        layout.addStretch(1)
        self.stand_on = self._lines[0][1]

    def keys(self) -> list[PageKey]:
        """Approve."""
        return [PageKey("F10", Qt.Key.Key_F10, words("form_page.approve"), self._approve)]

    def _approve(self) -> None:
        for _code, line in self._lines:
            if not line.text().strip():
                self.frame.say(words("form_page.reason_blank"), "wrong")
                line.setFocus()
                return
        desk, draft_id = self.frame.desk, self._draft_id
        given = [(code, line.text().strip()) for code, line in self._lines]

        def run() -> Any:
            from thana_desk.actions import records

            for code, reason in given:
                records.approve(desk, draft_id, code, reason)
            return records.open_draft(desk, draft_id)

        def done(draft: Any) -> None:
            self.frame.replace_two(FormPage(self.frame, draft))
            self.frame.say(words("form_page.approved"), "done")

        self.frame.work.do(run, done, owner=self)


class CorrectionPage(Page):
    """A registered record put right: the form screen again, and the reason above it.

    What was typed here and not registered yet is kept in the frame until it is closed, so that
    going back loses nothing.
    """

    has_own_foot = True

    def __init__(self, frame: DeskFrame, view: Any) -> None:
        form = frame.desk.forms[view.form_code]
        super().__init__(frame, words("form_page.correcting", number=view.number or form.short))
        self._record = view
        # A second F10 gets the same answer, never a second version or a second diary entry.
        self._request_id = uuid.uuid4().hex
        self._form = form
        letter, reason = frame.begun_corrections.get(view.record_id, (view.letter, ""))
        self.reason = QLineEdit(reason)
        self.reason.setAccessibleName(reading.both(words("form_page.reason")))
        self.reason.setPlaceholderText(reading.first(words("form_page.reason_hint")))
        self.view = FormView(
            form,
            letter,
            check=self._check,
            known_persons=known_persons(frame, view.record_id),
            known_officers=known_officers(frame),
            pick_record=lambda asked: pick_record(frame, asked),
            attach=lambda asked: pick_file(frame, asked),
            thumbnail=lambda stored: picture(frame, stored),
            look=lambda stored, name: open_kept(frame, stored, name),
            number=Words(view.number, view.number) if view.number else NO_WORDS,
            now=frame.desk.clock.now,
            parent=self,
        )
        self.about_form = form.code
        self._phrases = PhraseBook(frame, self, form.code, view.record_id)
        self.view.near.phrases = self._phrases.find
        self.view.near.proofreader = SpellCheck(frame, self, self.view.answers)
        self.view.sign_off_requested.connect(self.sign_off)
        self.view.back_requested.connect(frame.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        line = row(Said(words("form_page.reason")), self.reason)
        line.setContentsMargins(
            theme.pixels(16), theme.pixels(8), theme.pixels(16), theme.pixels(8)
        )
        line.setStretch(1, 1)
        layout.addLayout(line)
        layout.addWidget(self.view, 1)
        self.stand_on = self.reason

    def refresh(self) -> None:
        """The phrase book may have been written in meanwhile."""
        self._phrases.read_again(self.view.answers())

    def keys(self) -> list[PageKey]:
        """A phrase of what is selected."""
        return [_phrase_key(self.frame, self.view)]

    def leave(self) -> None:
        """Hold what was typed."""
        self.frame.begun_corrections[self._record.record_id] = (
            self.view.letter(),
            self.reason.text(),
        )

    def sign_off(self) -> None:
        """Register the new version."""
        reason = self.reason.text().strip()
        if not reason:
            self.frame.say(words("form_page.reason_blank"), "wrong")
            self.reason.setFocus()
            return
        desk, record_id, letter = self.frame.desk, self._record.record_id, self.view.letter()
        request_id = self._request_id

        def run() -> Any:
            from thana_desk.actions import records

            return records.correct(desk, record_id, letter, reason, request_id=request_id)

        def done(registered: Any) -> None:
            self.frame.back()
            self.frame.begun_corrections.pop(record_id, None)
            self.frame.say(words("form_page.corrected", number=registered.number or "—"), "done")

        def refused(error: Any) -> None:
            if error.problems:
                self.view.show_problems(error.problems)
            self.frame.refused(error)

        self.frame.work.do(run, done, owner=self, refused=refused)

    def _check(self, letter: Letter, reasons: dict[str, str]) -> Sequence[Problem]:
        from thana_desk.actions import records
        from thana_desk.actions.errors import Refused

        try:
            found = records.problems(
                self.frame.desk,
                self._form.code,
                letter,
                reasons,
                parent_id=parent.record_id if (parent := self._record.parent) else None,
                record_id=self._record.record_id,
            )
        except Refused:
            return []
        # What stood in the registered version with a reason or an approval need not be given again.
        return [one for one in found if one.weight in (Weight.REFUSE, Weight.GAP)]


def _phrase_key(frame: DeskFrame, view: FormView) -> PageKey:
    """The key that makes a phrase of the station's own of the text selected in a form."""

    def keep() -> None:
        made = phrase_of_selection(frame, view)
        if made is not None:
            open_new(frame, "phrase", letter=made)

    return PageKey("Ctrl+B", Qt.Key.Key_B, words("phrases.key.keep"), keep, with_ctrl=True)


def show_registered(frame: DeskFrame, form: Form, registered: Any) -> None:
    """The record in the place of its form, and word of what came of it."""
    from thana_desk.ui.pages.record import RecordPage

    frame.replace(RecordPage(frame, registered.record_id))
    made = [
        f"{reading.first(frame.desk.forms[one.form_code].short)} {one.number}"
        for one in registered.consequences
        if one.form_code in frame.desk.forms and one.number
    ]
    said = words("form_page.registered", form=form.short, number=registered.number or "—")
    if made:
        more = words("form_page.also", made=", ".join(made))
        said = Words(f"{said.hi} {more.hi}", f"{said.en} {more.en}")
    if registered.gaps:
        gaps = words("form_page.gaps", count=str(len(registered.gaps)))
        said = Words(f"{said.hi} {gaps.hi}", f"{said.en} {gaps.en}")
    frame.say(said, "done")
    frame.refresh_status()


def known_persons(
    frame: DeskFrame, record_id: str | None
) -> Callable[[], Sequence[Mapping[str, Any]]]:
    """Gives the persons whom the case of that record names already; read once, when first asked.

    A field asks at each key, and a large case takes a while to read.
    """
    found: list[Sequence[Mapping[str, Any]]] = []

    def known() -> Sequence[Mapping[str, Any]]:
        from thana_desk.actions import cases
        from thana_desk.actions.errors import Refused

        if not found:
            try:
                found.append(cases.known_persons(frame.desk, record_id) if record_id else [])
            except Refused:
                found.append([])
        return found[0]

    return known


def known_officers(frame: DeskFrame) -> Callable[[], Sequence[Mapping[str, Any]]]:
    """Gives the officers with an account here, as a form names an officer; read once."""
    found: list[list[dict[str, Any]]] = []

    def known() -> Sequence[Mapping[str, Any]]:
        from thana_desk.actions import people
        from thana_desk.actions.errors import Refused

        if not found:
            try:
                found.append(
                    [
                        {"name": one.name.hi, "rank": one.rank, "pno": one.pno}
                        for one in people.officers(frame.desk)
                        if one.active
                    ]
                )
            except Refused:
                found.append([])
        return found[0]

    return known


def _waiting_number(form: Form, letter: Letter) -> Words:
    return words("form_page.number_waits") if form.series_for(letter) else NO_WORDS


def possible_same(
    frame: DeskFrame, page: QWidget
) -> Callable[[Mapping[str, Any], Callable[[Sequence[PossibleSame]], None]], None]:
    """Looks among all records for who a person being written may be, without keeping the typist waiting."""
    desk = frame.desk

    def ask(answers: Mapping[str, Any], take: Callable[[Sequence[PossibleSame]], None]) -> None:
        def look() -> Any:
            from thana_desk.actions import suggesting

            return [
                PossibleSame(_who(one), one.answers)
                for one in suggesting.suggestions(desk, answers)
            ]

        frame.work.do(look, take, owner=page, refused=lambda error: None)

    return ask


def _who(one: Any) -> Words:
    """Who it may be and why, in one line."""
    hit = one.hit
    why_hi = ", ".join(dict.fromkeys(reason.field.hi for reason in one.why))
    why_en = ", ".join(dict.fromkeys(reason.field.en for reason in one.why))
    name = " ".join(piece for piece in (hit.name, hit.relation.hi, hit.relative) if piece)
    number = f" ({hit.line.number})" if hit.line.number else ""
    return Words(f"{name}{number}: {why_hi}", f"{name}{number}: {why_en}")
