"""How a paper is set: sheet, turn, text size and margins, as far as the paper allows."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from thana_desk.printing.blocks import PageSetup

SHEETS = ("", "A4", "LEGAL")
TURNS = ("", "portrait", "landscape")
SIZES = ("normal", "large", "very_large")
MARGINS = ("normal", "binding", "narrow")

_GROWN = {"normal": 1.0, "large": 1.2, "very_large": 1.45}
"""Courts sent back what was set too small: at 11 points this gives 13 and 16."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What an officer chose. A blank `sheet` or `turn` is the paper's own."""

    sheet: str = ""
    turn: str = ""
    size: str = "normal"
    margins: str = "normal"

    def on(self, setup: "PageSetup", *, turns: bool = False) -> "PageSetup":
        """The page so set; without `turns` it stands as the paper was drawn, whatever is chosen."""
        landscape = self.turn == "landscape" if turns and self.turn else setup.landscape
        return replace(
            setup,
            paper=self.sheet or setup.paper,  # type: ignore[arg-type]  # one of SHEETS
            landscape=landscape,
            text_size=round(setup.text_size * _GROWN[self.size], 1),
            margins=self.margins,  # type: ignore[arg-type]  # one of MARGINS
        )

    def to_json(self) -> dict[str, str]:
        """Only what is not as usual."""
        usual = asdict(Layout())
        return {key: value for key, value in asdict(self).items() if value != usual[key]}


USUAL = Layout()

_ALLOWED = {"sheet": SHEETS, "turn": TURNS, "size": SIZES, "margins": MARGINS}


def layout_from(data: Mapping[str, Any]) -> Layout:
    """A kept layout; what this program does not know is as usual."""
    return Layout(
        **{
            one.name: str(data[one.name])
            for one in fields(Layout)
            if data.get(one.name) in _ALLOWED[one.name]
        }
    )
