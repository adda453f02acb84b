"""Text that the mouse puts into a field, by menu, middle button or drop, asks as a paste by key."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QClipboard, QContextMenuEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from thana_desk.ui.text_field import TextField, is_typable

_PASTE = "edit-paste"
"""The name Qt gives the action in every text menu."""


def offer_reading(field: TextField, text: str) -> bool:
    """Show what `text` in an old font reads as; False where it is any other text."""
    from thana_desk.ui.legacy_paste import looks_legacy, open_over

    if not is_typable(field) or not looks_legacy(text):
        return False
    open_over(field, text)
    return True


def pasted_by_mouse(field: TextField, event: QEvent) -> bool:
    """Whether `event` was a text from the mouse whose reading is now on offer."""
    if isinstance(event, QContextMenuEvent):
        return _menu(field, event)
    if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
        return dropped(field, event)
    if (
        isinstance(event, QMouseEvent)
        and event.type() == QEvent.Type.MouseButtonRelease
        and event.button() == Qt.MouseButton.MiddleButton
    ):
        board = QApplication.clipboard()
        if board.supportsSelection() and offer_reading(
            field, board.text(QClipboard.Mode.Selection)
        ):
            _stand_at(field, event.position().toPoint())
            return True
    return False


def dropped(field: TextField, event: QDropEvent) -> bool:
    """Offer the reading of a text that another program dropped; what moves inside ours does not."""
    if event.source() is not None or not offer_reading(field, event.mimeData().text()):
        return False
    _stand_at(field, event.position().toPoint())
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return True


def _menu(field: TextField, event: QContextMenuEvent) -> bool:
    """Open the field's own menu with a paste that asks."""
    usual = Qt.ContextMenuPolicy.DefaultContextMenu
    if not is_typable(field) or field.contextMenuPolicy() != usual:
        return False
    menu = field.createStandardContextMenu()
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    paste = menu.findChild(QAction, _PASTE)
    if paste is not None:
        _ask_before(paste, menu, field)
    menu.popup(event.globalPos())
    event.accept()
    return True


def _ask_before(paste: QAction, menu: QMenu, field: TextField) -> None:
    """Put an action of ours, with the same words, where Qt pastes at once."""
    asking = QAction(paste.icon(), paste.text(), menu)
    asking.setObjectName(_PASTE)
    asking.setEnabled(paste.isEnabled())

    def paste_or_ask() -> None:
        if not offer_reading(field, QApplication.clipboard().text()):
            field.paste()

    asking.triggered.connect(paste_or_ask)
    menu.insertAction(paste, asking)
    menu.removeAction(paste)
    paste.setObjectName("")


def _stand_at(field: TextField, place: QPoint) -> None:
    """Put the caret where the mouse was."""
    if isinstance(field, QLineEdit):
        field.setCursorPosition(field.cursorPositionAt(place))
    else:
        field.setTextCursor(field.cursorForPosition(place))
