"""Text of the fonts before Unicode: recognised, read, and written where a court still wants it.

One door: `recognise` says how sure it is, `to_unicode` reads, `to_krutidev` writes. DevLys 010 has
the places of Kruti Dev 010, so that both are read and written by one table.
"""

from thana_desk.hindi.legacy.mixed import Recognised, recognise, to_unicode
from thana_desk.hindi.legacy.writing import left_as_they_are, to_krutidev

__all__ = ["Recognised", "left_as_they_are", "recognise", "to_krutidev", "to_unicode"]
