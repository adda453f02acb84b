"""One case of the sample thana from the diary to the appeal: who does what, and what is answered."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from forms.catalogue import all_forms
from forms.kit.letter import Letter
from tests.clock import FixedClock
from tests.thana_desk.ui.frame.clerk import Clerk, Known, Phonetic, Pick
from thana_desk.actions import demo

K = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier

_KNOWN_AFTER = {
    "iif_1": ("श्रीकृष्ण नमूना प्रसाद",),
    "iif_2": ("साक्षी नमूना लाल",),
    "iif_3": ("नमूना कुमार",),
    "iif_4": ("साक्षी उदाहरण दास",),
}
"""The persons that a form brings into the case; later forms choose them from the list."""

_OFFICERS = {"SI": "उ0नि0", "INSPECTOR": "निरी", "CONSTABLE": "का0"}
"""The first letters by which the sample thana's officers are found, by their rank."""

_PERSON = frozenset(part.key for part in all_forms()["iif_1"].field_at("informant").parts)  # type: ignore[attr-defined]  # a group

_FROM_JAIL = {"accused_code": "A1", "name": "नमूना कुमार", "presence": "FROM_JAIL"}

DIARY = Phonetic(
    "vaadii kii nishaanadehii par ghaTanaasthal kaa niriikShaN kiyaa gayaa.",
    "वादी की निशानदेही पर घटनास्थल का निरीक्षण किया गया.",
)


@dataclass
class CaseWalk:
    """The walk: `clerk` presses the keys, `clock` goes on between the steps."""

    clerk: Clerk
    clock: FixedClock
    photo: Path
    numbers: dict[str, str] = field(default_factory=dict)
    _people: set[str] = field(default_factory=set)

    # -- what each does

    def moharir(self) -> None:
        """Opens the diary, writes an entry, registers the FIR."""
        self._desk("moharir")
        with self.clerk.step("open_day", "gd"):
            self.clerk.press("2")
            self.clerk.picture("not-open")
            self.clerk.press(K.Key_Return)
            self.clerk.picture("open")
        self._form("gd", self._new_entry, gd_type=None)
        self.clock.advance(minutes=20)
        self._form("iif_1", lambda: self.clerk.begin("प्रथम सूचना"))

    def sho(self) -> None:
        """Reads the entry of the FIR and writes his remark on it."""
        self._desk("sho")
        with self.clerk.step("remark", "gd_rmk"):
            self.clerk.press("2")
            self.clerk.picture("diary")
            self.clerk.press(K.Key_F8)
            self.clerk.write("रपट देखी गयी।")
            self.clerk.press(K.Key_Tab)
            self.clerk.write("विवेचना प्राथमिकता से की जाये।")
            self.clerk.picture("remark")
            self.clerk.press(K.Key_F10)
            self.clerk.picture("remarked")

    def io(self) -> None:
        """Goes to the case by its number and writes paper after paper from there."""
        self.clock.advance(hours=4)
        self._desk("io")
        self._find()
        self._form("iif_2", lambda: self.clerk.begin("अपराध विवरण"))
        self.clock.advance(hours=24)
        self._form("iif_3", lambda: self.clerk.begin("गिरफ्तारी"))
        self._form("iif_4", lambda: self.clerk.begin("जब्ती"))
        self._form("cd", lambda: self.clerk.begin("केस डायरी"), narrative=DIARY)

    def operator(self) -> None:
        """Writes a stranger's roll between two other duties."""
        self._desk("operator")
        self._form("str_roll", lambda: self.clerk.begin("अजनबी"))

    def remand(self) -> None:
        """The pairokar takes the arrested person to the magistrate within the day."""
        self.clock.advance(hours=8)
        self._desk("pairokar")
        self._find()
        self._form("remand", lambda: self.clerk.begin("रिमाण्ड"), jail_ref=None)

    def charge_sheet(self) -> None:
        """The investigating officer ends the investigation."""
        self.clock.advance(days=20)
        self._desk("io")
        self._form("iif_5", lambda: self.clerk.begin("आरोप पत्र", self.numbers["iif_1"]))

    def court(self) -> None:
        """Case number, hearing, judgment, appeal: the pairokar from the court."""
        self.clock.advance(days=10)
        self._desk("pairokar")
        self._find()
        self._form(
            "court_no",
            lambda: self.clerk.begin("कोर्ट केस संख्या"),
            filed_dt=self._day(-2),
            cognizance_dt=self._day(-1),
            accused=None,
        )
        self.clock.advance(days=60)
        self._form("trial", lambda: self.clerk.begin("कोर्ट ट्रायल"), present=[_FROM_JAIL])
        self.clock.advance(days=60)
        per_accused = all_forms()["iif_6"].sample(self.clock.now())["per_accused"][:1]
        self._form("iif_6", lambda: self.clerk.begin("निपटारा"), per_accused=per_accused)
        self.clock.advance(days=20)
        self._form("iif_7", lambda: self.clerk.begin("अपील का परिणाम"))
        with self.clerk.step("case_file", ""):
            self.clerk.press(K.Key_F5)
            self.clerk.picture("case")

    def entries(self) -> None:
        """The moharir registers the diary entries that the others' acts left to him."""
        self.clock.advance(hours=1)
        self._desk("moharir")
        with self.clerk.step("entries", "gd"):
            self.clerk.press("2")
            self.clerk.press(K.Key_Return)
            self.clerk.go_to("रपट जो मुझे")
            self.clerk.picture("left")
            while self.clerk.seat.front.model.rowCount():
                self.clerk.press(K.Key_Return)
                self.clerk.register()
                self.clerk.press(K.Key_Escape)  # what was said
                self.clerk.press(K.Key_Escape)
                assert self.clerk.seat.page() == "RecordsPage"

    def sync(self, address: str, code: str) -> None:
        """The operator joins the PC to the data centre and sends everything."""
        self._desk("operator")
        with self.clerk.step("sync", ""):
            self.clerk.go_to("भेजना")
            self.clerk.picture("outbox")
            self.clerk.press(K.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
            self.clerk.press(K.Key_Return)
            self.clerk.picture("enrol")
            self.clerk.latin(address)
            self.clerk.press(K.Key_Tab)
            self.clerk.latin(code)
            self.clerk.press(K.Key_F10)
            self.clerk.picture("enrolled")
            self.clerk.press(K.Key_F9)
            self.clerk.picture("synced")

    # -- how

    def _day(self, days: int) -> str:
        return (self.clock.now() + dt.timedelta(days=days)).date().isoformat()

    def _desk(self, role: str) -> None:
        with self.clerk.step("sign_in", "", role=role):
            if self.clerk.seat.window.frame is None:
                self.clerk.sign_in(role, demo.PASSWORD)
            else:
                self.clerk.change_to(role, demo.PASSWORD)
            self.clerk.picture("today")

    def _find(self) -> None:
        """The case by the number of its FIR, and its file."""
        with self.clerk.step("find", "iif_1"):
            self.clerk.find(self.numbers["iif_1"])
            assert self.clerk.seat.front._view.form_code == "iif_1"
            self.clerk.press(K.Key_F5)
            self.clerk.picture("case")

    def _new_entry(self) -> None:
        self.clerk.press(K.Key_G, _CONTROL)
        self.clerk.picture("kinds")
        self.clerk.write("रवानगी")
        self.clerk.press(K.Key_Return)

    def _form(self, code: str, begin: Callable[[], None], **other: Any) -> None:
        """Fill the form from its sample, with `other` answers; None leaves one out."""
        with self.clerk.step("form", code) as step:
            begin()
            step.typed, step.known = self.clerk.fill(self._answers(code, other))
            self.clerk.picture("filled")
            self.numbers[code] = step.number = self.clerk.register()
        self._people.update(_KNOWN_AFTER.get(code, ()))
        self.clock.advance(minutes=20)

    def _answers(self, code: str, other: Mapping[str, Any]) -> Letter:
        form = all_forms()[code]
        fixed = {one.key for one in form.fields() if one.fixed}
        answers = {**form.sample(self.clock.now()), **other}
        return {
            key: self._as_answered(value)
            for key, value in answers.items()
            if key not in fixed and value is not None
        }

    def _as_answered(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._as_answered(one) for one in value]
        if not isinstance(value, Mapping):
            return value
        if "sha256" in value:
            return self.photo
        if "record_id" in value:
            return Pick("")
        if "pno" in value:
            return {"name": Known(_OFFICERS[value["rank"]])}
        answered = {key: self._as_answered(one) for key, one in value.items()}
        if value.get("name") in self._people and "relation_type" in value:
            mine = {key: one for key, one in answered.items() if key not in _PERSON}
            return {"name": Known(str(value["name"])[:6]), **mine}
        return answered
