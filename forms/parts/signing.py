"""Who signs on the papers: the same person has the same place and the same words on every form.

What somebody stated to a police officer is signed by nobody (s.181 BNSS, before it s.162 CrPC):
the interrogation form and the case diary have no place for the person who spoke.
"""

from forms.kit.condition import Condition
from forms.kit.form import Signer
from forms.kit.words import Words


def signs(hi: str, en: str, named: str, *, when: Condition | None = None) -> Signer:
    """A member of the public: signs or gives the thumb impression."""
    return Signer(Words(hi, en), named, thumb=True, when=when)


def officer_signs(hi: str, en: str, named: str, *, when: Condition | None = None) -> Signer:
    """An officer who acted outside the station; writer and officer in charge sign every paper."""
    return Signer(Words(hi, en), named, when=when)


def witnesses_sign(named: str = "witnesses", *, least: int = 2) -> Signer:
    """Each witness, and blank places up to the number that the law asks for."""
    return Signer(Words("गवाह", "Witness"), named, least=least, thumb=True)


OFFICER_SIGNS = officer_signs("विवेचक", "Investigating officer", "io")
ACCUSED_SIGNS = signs("अभियुक्त", "Accused", "accused")
SURETIES_SIGN = Signer(Words("जमानतदार", "Surety"), "sureties", thumb=True)
