"""What is known of Korean in code: particles, spacing, spelling, keyboard, register, and names by their sound."""

from l10n.languages.code import Offers
from l10n.languages.ko import counted, keyboard, particles, register, sounds, spacing, spelling

__all__ = ["FACETS"]

FACETS: Offers = {
    "counted": counted,
    "keyboard": keyboard,
    "particles": particles,
    "register": register,
    "sounds": sounds,
    "spacing": spacing,
    "spelling": spelling,
}
"""Name to the module that satisfies its protocol, see `languages.code`."""
