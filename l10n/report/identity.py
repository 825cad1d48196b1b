"""Owns what makes a finding the same one tomorrow: where it is and what it is about, no line and no words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.text.digest import digest

if TYPE_CHECKING:
    from l10n.model import Finding

__all__ = ["Identity", "identity"]


@dataclass(frozen=True, slots=True, order=True)
class Identity:
    """A finding without what changes when another text or the program does."""

    article: str
    locale: str
    """Empty for a finding about the source."""
    rule: str
    source: str
    """Digest of msgid and msgctxt."""
    text: str
    """Digest of the text that is judged; empty where there is none."""


def identity(finding: Finding) -> Identity:
    """Return the identity of a finding; several findings may share one."""
    key = finding.key
    source = digest("\x04".join([key.context, key.text] if key.context is not None else [key.text])) if key else ""
    text = digest(finding.text) if finding.text else ""
    return Identity(finding.article, finding.locale, finding.rule, source, text)
