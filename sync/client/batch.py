"""How much to send at once: grows while the link is quick, halves when it is slow or cut."""

from dataclasses import dataclass

FLOOR = 8 * 1024
CEILING = 64 * 1024
QUICK = 2.0
"""Seconds within which a contact counts as quick."""
SLOW = 4.0

_FIRST_RATIO = 4.0
_MOST_RATIO = 12.0


@dataclass(frozen=True, slots=True)
class BatchSize:
    """The aim in bytes on the wire, and what packing has made of a batch so far.

    Below `FLOOR` the aim only goes after cuts, down to 1 byte: then one event a batch.
    """

    wire_bytes: int = FLOOR
    ratio: float = _FIRST_RATIO

    @property
    def plain_bytes(self) -> int:
        """The canonical bytes that should pack into the aim."""
        return max(1, int(self.wire_bytes * self.ratio))

    def after_answer(self, seconds: float, *, ceiling: int = CEILING) -> "BatchSize":
        """The aim after a contact that took `seconds`."""
        if seconds > SLOW:
            return BatchSize(max(FLOOR, self.wire_bytes // 2), self.ratio)
        if seconds <= QUICK:
            return BatchSize(min(max(FLOOR, self.wire_bytes * 2), ceiling), self.ratio)
        return self

    def after_cut(self) -> "BatchSize":
        """The aim after a contact that was cut: half, in the end one event at a time."""
        return BatchSize(self.wire_bytes // 2 if self.wire_bytes > FLOOR // 8 else 0, self.ratio)

    def seen(self, *, plain: int, packed: int) -> "BatchSize":
        """With the ratio that one real batch showed (smoothed)."""
        if plain <= 0 or packed <= 0:
            return self
        ratio = (self.ratio + min(_MOST_RATIO, max(1.0, plain / packed))) / 2
        return BatchSize(self.wire_bytes, ratio)
