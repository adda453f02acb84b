"""What is wrong with a record, where, and how much it matters."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from forms.kit.letter import Path, dotted
from forms.kit.words import Words


class Weight(StrEnum):
    """How far a problem goes.

    A thana must be able to write down what it was told, so only what the law or the
    numbering cannot do without refuses a registration.
    """

    REFUSE = "refuse"  # the record cannot be registered like this
    APPROVAL = "approval"  # may be registered once the officer in charge approves, with a reason
    REASON = "reason"  # may be registered with a written reason
    GAP = "gap"  # registered as it is; stands on the dated deficiency list until filled


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about one place of a record.

    `code` is stable (`V01`, `required`, `format.phone`), `path` the field it stands beside,
    `source` the section or order behind the rule, if any. A hint (of weight `gap`) is shown while
    writing and kept nowhere: it is no deficiency of the record.
    """

    path: Path
    code: str
    words: Words
    weight: Weight = Weight.REFUSE
    source: str = ""
    is_hint: bool = False

    def to_json(self) -> dict[str, Any]:
        """The problem as the command line prints it."""
        return {
            "field": dotted(self.path),
            "code": self.code,
            "weight": str(self.weight),
            "hi": self.words.hi,
            "en": self.words.en,
            "source": self.source,
        }
