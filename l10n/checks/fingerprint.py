"""Owns what makes a finding the same one tomorrow: where it is and what it is about, no line and no words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.text.digest import digest

if TYPE_CHECKING:
    from l10n.model import Finding

__all__ = ["Fingerprint", "fingerprint"]


@dataclass(frozen=True, slots=True, order=True)
class Fingerprint:
    """A finding without what changes when another text or the program does."""

    article: str
    locale: str
    """Empty for a finding about the source."""
    rule: str
    source: str
    """Digest of msgid and msgctxt."""
    text: str
    """Digest of what is blamed with a little around it, or of the whole text; empty where there is no text."""


_AROUND = 12
"""Characters on either side of a fault that make it this one."""


def fingerprint(finding: Finding) -> Fingerprint:
    """Return the fingerprint of a finding; several findings may share one."""
    key = finding.key
    source = digest("\x04".join([key.context, key.text] if key.context is not None else [key.text])) if key else ""
    text = digest(_blamed(finding)) if finding.text else ""
    return Fingerprint(finding.article, finding.locale, finding.rule, source, text)


def _blamed(finding: Finding) -> str:
    """Return the fault in its surroundings, so that mending another one of the same text does not make it new."""
    if finding.start == finding.end:
        return finding.text
    return finding.text[max(0, finding.start - _AROUND) : finding.end + _AROUND]
