"""How stores of older programs come up to date: an Alembic environment without an ini file."""
