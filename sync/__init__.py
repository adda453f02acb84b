"""How copies of the journal come to agree."""
