"""What one measurement says: two series taken turn by turn, and the ratio of their medians."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

GROUPS = 25
"""Into how many stretches of the run the ratio is taken again, to see how much it moves."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One result. `ratio` is ours over floor, `goal` the ratio we want at most.

    `spread` is the distance between the quartiles of the ratios of single stretches of the run,
    as a share of their median: 0.1 means that half of the stretches lie within a tenth.
    Times and sizes hold for one machine only; the ratio is the claim.
    """

    name: str
    ours: float
    floor: float
    ratio: float
    spread: float
    runs: int
    unit: str
    goal: float
    more: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> str:
        """One line of JSON; what only this measurement has stands behind the common keys."""
        common = {
            "name": self.name,
            "ours": _short(self.ours),
            "floor": _short(self.floor),
            "ratio": _short(self.ratio),
            "spread": _short(self.spread),
            "runs": self.runs,
            "unit": self.unit,
            "goal": self.goal,
        }
        return json.dumps(common | dict(self.more), ensure_ascii=False)

    def to_text(self) -> str:
        """A few lines for a person."""
        verdict = "reached" if self.ratio <= self.goal else "MISSED"
        lines = [
            f"{self.name}: {self.ratio:.2f} × floor (goal {self.goal:g}: {verdict})",
            f"  ours {_short(self.ours)} {self.unit}, floor {_short(self.floor)} {self.unit},"
            f" {self.runs} runs, spread {self.spread:.0%}",
        ]
        lines += [f"  {key}: {value}" for key, value in self.more.items()]
        return "\n".join(lines)


def compare(
    name: str, ours: Sequence[float], floor: Sequence[float], *, unit: str, goal: float, **more: Any
) -> Measured:
    """Judge two series of the same length, taken turn by turn."""
    return Measured(
        name=name,
        ours=median(ours),
        floor=median(floor),
        ratio=median(ours) / median(floor),
        spread=_spread(ours, floor),
        runs=len(ours),
        unit=unit,
        goal=goal,
        more=more,
    )


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` (0 to 1) of `values` lie: the nearest one that occurred."""
    ordered = sorted(values)
    return ordered[round(share * (len(ordered) - 1))]


def _spread(ours: Sequence[float], floor: Sequence[float]) -> float:
    step = max(1, len(ours) // GROUPS)
    ratios = [
        median(ours[at : at + step]) / median(floor[at : at + step])
        for at in range(0, len(ours), step)
    ]
    return (percentile(ratios, 0.75) - percentile(ratios, 0.25)) / median(ratios)


def _short(value: float) -> float:
    return float(f"{value:.4g}")
