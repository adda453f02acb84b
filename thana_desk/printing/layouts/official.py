"""Labels as the integrated investigation forms print them: English first, Hindi in brackets."""

from thana_desk.printing import blocks as b


def named(en: str, hi: str, value: str, share: float = 1.0, *, bold: bool = False) -> b.Field:
    """A field with its official label: English, then Hindi in brackets."""
    return b.Field(f"{en} ({hi})", "", value, share, bold)


def head(en: str, hi: str) -> tuple[b.Run, ...]:
    """The printed heading of an item."""
    return (b.Run(en, bold=True), b.Run(f" ({hi})"))


def column(en: str, hi: str, width: float, align: b.Align = "left") -> b.Column:
    """A column with its official heading."""
    return b.Column(
        (b.Run(en, bold=True, scale=0.92), b.Run(f"\n({hi})", scale=0.92)), width, align
    )


SERIAL = b.Column(
    (b.Run("S.No.", bold=True, scale=0.92), b.Run("\n(क्र.सं.)", scale=0.92)), 0.75, "centre"
)


def age(years: str) -> str:
    """An age in years as items on birth print it."""
    return f"आयु {years} वर्ष" if years else ""
