"""Owns the cutting of HTML, whole or in fragments, into segments, and the escaping of translations for it."""

from __future__ import annotations

import html.entities
import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.formats.folding import fold
from l10n.formats.html_blocks import Blocks
from l10n.formats.html_inline import TRANSLATED, held, inline, strip, words
from l10n.formats.html_runs import core
from l10n.formats.html_skeleton import skeleton
from l10n.formats.html_tokens import SPACE, Attribute, Token, TokenKind, attributes, tokens
from l10n.formats.sentences import split
from l10n.model import Key, Kind, Segment, Segmentation, Shell

if TYPE_CHECKING:
    from l10n.model import Part
    from l10n.protocols import ParseOptions

__all__ = ["cut", "encode", "inline", "skeleton"]

_DIRECTIVE = re.compile(r"<!--\s*l10n:(skip|end|note|context)\b\s*(.*?)\s*-->", re.DOTALL)
_META = re.compile(r"(?:description|(?:og|twitter):(?:title|description|image:alt)|twitter:(?:label|data)\d)", re.IGNORECASE)
_BARE = re.compile(r"&(?!#[0-9]+;|#[xX][0-9A-Fa-f]+;|([A-Za-z][A-Za-z0-9]*;))")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]*;)")
_BREAKS = re.compile(r"[ \t]*(?:\r\n|\r|\n)\s*")
