"""Bytes the program shows or prints: texts, icons, style; no logic beyond finding them."""

from pathlib import Path

HERE = Path(__file__).parent


def path(name: str) -> Path:
    """The file `name` (a relative path with forward slashes) inside this folder."""
    return HERE / name
