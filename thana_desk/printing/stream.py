"""Blocks one after the other, with a look at what comes next: signatures need the words above them."""

from collections import deque
from collections.abc import Iterable

from thana_desk.printing.blocks import Block, Gap, Line, Note, Qr, Signatures, Together

_MOST_CLOSING = 12
"""Blocks looked at for signatures; more is no end of a paper."""


class Stream:
    """An iterator over blocks that can be looked into."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._blocks = iter(blocks)
        self._seen: deque[Block] = deque()

    def __iter__(self) -> "Stream":
        return self

    def __next__(self) -> Block:
        return self._seen.popleft() if self._seen else next(self._blocks)

    def peek(self, place: int = 0) -> Block | None:
        """The block that comes `place` blocks after the next; None behind the last."""
        while len(self._seen) <= place:
            block = next(self._blocks, None)
            if block is None:
                return None
            self._seen.append(block)
        return self._seen[place]

    def closing(self) -> list[Block]:
        """The signatures that come next, with blanks, rules and codes around and notes below them."""
        found: list[Block] = []
        is_signed = False
        for place in range(_MOST_CLOSING):
            block = self.peek(place)
            if block is None or not (
                _signs(block)
                or isinstance(block, Gap | Line | Qr)
                or (is_signed and isinstance(block, Note))
            ):
                break
            is_signed = is_signed or _signs(block)
            found.append(block)
        return found if is_signed else []


def _signs(block: Block) -> bool:
    if isinstance(block, Together):
        return any(map(_signs, block.blocks)) and all(
            _signs(one) or isinstance(one, Gap | Line | Qr | Note) for one in block.blocks
        )
    return isinstance(block, Signatures)
