"""What the gateway counts about itself since it started, in Prometheus text."""

from collections import Counter
from threading import Lock

_HELP = {
    "requests": "Requests answered or refused, by endpoint and outcome.",
    "events_accepted": "Events newly stored.",
    "events_repeated": "Events sent again after a lost answer.",
    "events_parked": "Complaints about stored events.",
    "events_handed_out": "Feed events sent to devices.",
    "files": "Steps of files answered, by how far the file then was.",
    "standings": "Contacts by what the gateway thought of the chain.",
    "bytes": "Message bytes by direction.",
}


class Counters:
    """Named counts; safe to use from several threads."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._turn = Lock()

    def add(self, name: str, amount: int = 1, **labels: str) -> None:
        """Add `amount` to the count `name` with these labels."""
        text = ",".join(f'{key}="{value}"' for key, value in sorted(labels.items()))
        with self._turn:
            self._counts[name, text] += amount

    def as_text(self) -> str:
        """All counts in the Prometheus text format."""
        with self._turn:
            counts = dict(self._counts)
        lines = []
        for name, meaning in _HELP.items():
            full = f"thana_gateway_{name}_total"
            lines += [f"# HELP {full} {meaning}", f"# TYPE {full} counter"]
            lines += [
                f"{full}{{{labels}}} {count}" if labels else f"{full} {count}"
                for (counted, labels), count in sorted(counts.items())
                if counted == name
            ]
        return "\n".join(lines) + "\n"
