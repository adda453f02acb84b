"""The two strips that open over the foot of the form: the help, and the list of problems."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout

from forms.kit.fields import Field
from forms.kit.words import Words
from thana_desk.ui.editors.margins import HelpStrip
from thana_desk.ui.problems import Finding, ProblemList


class Drawers:
    """Made when first opened; both lie above the last line of `stack`."""

    def __init__(
        self, stack: QVBoxLayout, chosen: Callable[[Finding], None], closed: Callable[[], None]
    ) -> None:
        self._stack = stack
        self._chosen = chosen
        self._closed = closed
        self.help: HelpStrip | None = None
        self.problems: ProblemList | None = None

    def toggle_help(self, asked: Field | None, law: Words) -> None:
        """Open the help for a field, or close it."""
        if self.help is None:
            self.help = HelpStrip()
            self._stack.insertWidget(self._stack.count() - 1, self.help)
        elif not self.help.isHidden():
            self.help.hide()
            return
        self.help.tell(asked, law)
        self.help.show()

    def tell(self, asked: Field, law: Words) -> None:
        """The keyboard is in another field."""
        if self.help is not None and not self.help.isHidden():
            self.help.tell(asked, law)

    def toggle_problems(self, findings: Sequence[Finding]) -> None:
        """Open the list with the keyboard in it, or close it."""
        if self.problems is None:
            self.problems = ProblemList()
            self.problems.chosen.connect(self._chosen)
            self.problems.closed.connect(lambda: self.toggle_problems(()))
            self._stack.insertWidget(2, self.problems)
            self.problems.hide()
        if self.problems.isHidden():
            self.problems.put(findings)
            self.problems.setMaximumHeight(self.problems.sizeHint().height())
            self.problems.show()
            self.problems.view.setFocus()
        else:
            self.problems.hide()
            self._closed()

    def put(self, findings: Sequence[Finding]) -> None:
        """Other problems."""
        if self.problems is not None:
            self.problems.put(findings)

    def mark(self, finding: Finding) -> None:
        """The keyboard was put to this one."""
        if self.problems is not None:
            self.problems.mark(finding)
