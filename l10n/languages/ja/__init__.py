"""What is known of Japanese in code: the style of its sentences, and names by their sound."""

from l10n.languages.code import Offers
from l10n.languages.ja import sounds, style

__all__ = ["FACETS"]

FACETS: Offers = {"sounds": sounds, "style": style}
"""Name to the module that satisfies its protocol, see `languages.code`."""
