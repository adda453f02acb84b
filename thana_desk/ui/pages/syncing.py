"""What has gone to the data centre and what has not, with its reason; send now; enrol this PC."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui import when
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.pages.lines import form_name, state_tone, state_words
from thana_desk.ui.parts import Asked, Push, Said, Sheet, row
from thana_desk.ui.reading import reading
from thana_desk.ui.typing import keep_latin
from thana_desk.ui.work import Lane

if TYPE_CHECKING:
    from pathlib import Path

    from thana_desk.ui.frame import DeskFrame


class SyncPage(Page):
    """The outbox: every record on its way, its state in words, the reason where one is known."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("places.sync"))
        layout = self.plain()
        self.now_push = Push(words("sync.now"), self._sync_now, key="F9", look="main")
        self.enrol_push = Push(words("sync.enrol"), self._enrol)
        self.heading(layout, self.enrol_push, self.now_push)
        self.link = Said(wrap=True)
        layout.addWidget(self.link)
        columns = [
            Column(words("list.form"), 12, lambda one: form_name(frame, one.form_code)),
            Column(words("list.number"), 12, lambda one: one.number or "—", bold=True),
            Column(words("list.title"), 32, lambda one: one.title),
            Column(words("list.at"), 15, lambda one: when.short(one.at)),
            Column(
                words("list.state"),
                18,
                lambda one: state_words(one.state),
                lambda one: state_tone(one.state),
            ),
            Column(words("sync.reason"), 20, _reason),
        ]
        self.model = RowsModel(columns)
        self.view = RegisterView(self.model, self.title)
        self.view.opened.connect(self._open)
        self.none = Said(words("sync.empty"), "soft", wrap=True, place="below")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.none, 1)
        self.none.hide()
        self.stand_on = self.view

    def refresh(self) -> None:
        """Read the outbox and the link again."""
        desk = self.frame.desk

        def read() -> Any:
            from thana_desk.actions import syncing

            return syncing.status(desk), syncing.outbox(desk)

        self.frame.work.do(read, self._take, owner=self)

    def keys(self) -> list[PageKey]:
        """Send now."""
        return [PageKey("F9", Qt.Key.Key_F9, words("sync.now"), self._sync_now)]

    def _take(self, read: Any) -> None:
        status, lines = read
        self.model.show(lines)
        if self.view.hasFocus() and not lines:
            self.now_push.setFocus()  # before the list goes: a hidden list gives the hand away
        self.view.setVisible(bool(lines))
        self.none.setVisible(not lines)
        self.enrol_push.setVisible(not status.enrolled)
        self.now_push.setEnabled(status.enrolled)
        if not lines:
            self.stand_on = self.enrol_push if not status.enrolled else self.now_push
            if self.frame.message.isHidden():
                self.take_focus()
        self.link.tell(_link_words(status))

    def _sync_now(self) -> None:
        if not self.now_push.isEnabled():
            return
        self.now_push.setEnabled(False)
        self.frame.say(words("sync.running"))

        def done(report: Any) -> None:
            self.frame.say(report.words, "done" if report.state != "closed" else "wrong")
            self.refresh()

        self.frame.sync_now(done)
        self.now_push.setEnabled(True)

    def _enrol(self) -> None:
        self.frame.open(EnrolPage(self.frame))

    def _open(self, line: Any) -> None:
        from thana_desk.ui.pages.record import RecordPage

        self.frame.open(RecordPage(self.frame, line.record_id))


class EnrolPage(Page):
    """Join this PC to the data centre with the address and the code that the centre gave."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("sync.enrol"))
        layout = self.scrolled()
        self.heading(layout)
        sheet = Sheet()
        sheet.add(Said(words("sync.enrol_said"), "soft", wrap=True, place="below"))
        self.address, self.code, self.ca = QLineEdit(), QLineEdit(), QLineEdit()
        keep_latin(self.address, self.code, self.ca)
        asked = Asked()
        asked.add(words("sync.address"), self.address, words("sync.address_hint"))
        asked.add(words("sync.code"), self.code, words("sync.code_hint"))
        asked.add(words("sync.ca"), self.ca, words("sync.ca_hint"))
        sheet.add(asked)
        self.push = Push(words("sync.enrol_do"), self._enrol, key="F10", look="main")
        sheet.body.addLayout(row(None, self.push))
        layout.addWidget(sheet)
        layout.addStretch(1)
        self.stand_on = self.address

    def keys(self) -> list[PageKey]:
        """Enrol."""
        return [PageKey("F10", Qt.Key.Key_F10, words("sync.enrol_do"), self._enrol)]

    def _enrol(self) -> None:
        from pathlib import Path

        address, code = self.address.text().strip(), self.code.text().strip()
        if not address or not code:
            self.frame.say(words("sync.enrol_blank"), "wrong")
            (self.code if address else self.address).setFocus()
            return
        desk, typed = self.frame.desk, self.ca.text().strip()
        ca_file: Path | None = Path(typed) if typed else None
        self.push.setEnabled(False)

        def run() -> None:
            from thana_desk.actions import syncing

            syncing.enrol(desk, address, code, ca_file=ca_file)

        def done(_none: None) -> None:
            self.frame.back()
            self.frame.say(words("sync.enrolled"), "done")
            self.frame.refresh_status()

        def refused(error: Any) -> None:
            self.push.setEnabled(True)
            self.frame.refused(error)

        self.frame.work.do(run, done, owner=self, refused=refused, lane=Lane.LINK)


def _reason(line: Any) -> str:
    """Why the data centre set a record aside; the other states say it themselves."""
    return reading.first(line.reason) if line.state == "parked" else ""


def _link_words(status: Any) -> Words:
    if not status.enrolled:
        return words("sync.not_enrolled")
    pending = words("sync.pending", count=str(status.pending), parked=str(status.parked))
    if status.link == "open":
        mark, said = "●", words("status.link_open")
    else:
        span = when.age(status.since) if status.link == "closed" else None
        key = "status.link_closed" if status.link == "closed" else "status.link_unknown"
        mark, said = "○", words("status.link_closed_since", span=span) if span else words(key)
    receipt = (
        words("status.receipt", at=when.short(status.last_receipt_at))
        if status.last_receipt_at
        else words("sync.no_receipt")
    )
    lines = [said, pending, receipt]
    if status.files_up or status.files_down:
        lines.append(words("sync.files", up=str(status.files_up), down=str(status.files_down)))
    if status.files_spoiled:
        lines.append(words("sync.files_spoiled", count=str(status.files_spoiled)))
    return Words(
        f"{mark} " + " · ".join(line.hi for line in lines),
        " · ".join(line.en for line in lines),
    )
