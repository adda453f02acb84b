"""Official layouts, found by the name that a form's paper gives; anything else prints generically."""

from collections.abc import Callable, Iterator

from forms.kit.form import Form
from forms.kit.letter import Letter
from thana_desk.printing.blocks import Block
from thana_desk.printing.form_paper import PaperRecord, form_blocks
from thana_desk.printing.layouts.fir_receipt import fir_receipt_blocks
from thana_desk.printing.layouts.gang_chart import gang_chart_blocks
from thana_desk.printing.layouts.gd_extract import gd_extract_blocks
from thana_desk.printing.layouts.iif_1 import iif_1_blocks

Layout = Callable[[Form, Letter, PaperRecord], Iterator[Block]]

LAYOUTS: dict[str, Layout] = {
    "fir_receipt": fir_receipt_blocks,
    "gang_chart": gang_chart_blocks,
    "gd_extract": gd_extract_blocks,
    "iif_1": iif_1_blocks,
}


def layout_for(name: str) -> Layout:
    """The layout called `name` (`Paper.layout`), or the generic one."""
    return LAYOUTS.get(name, form_blocks)
