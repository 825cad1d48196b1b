"""Owns the marks that texts end with: a question of the source is none where its translation ends in a stop."""

from __future__ import annotations

import re

from l10n.model import Flaw, Severity

__all__ = ["turned"]

_END = re.compile(r"(?:(?P<ask>[?？؟])|(?P<cry>[!！])|(?<!\.)(?P<stop>(?<!か)[.。।۔]))[\s\"'“”‘’»«›」』)）\]]*\Z")
_ASKS = re.compile("[?？؟;\u037e]")
_NAMES = {"ask": "a question mark", "cry": "an exclamation mark", "stop": "a stop"}
_TURNED = {("ask", "stop"): None, ("cry", "ask"): None, ("stop", "ask"): Severity.INFO}
"""What says something else, and how surely: authors forget the mark of a question, which translators put in. Whether a
cry keeps its mark is a matter of taste."""
_SPEECH = re.compile(r"[\"“”„«»「」『』‹›:：]|(?<!\w)['‘’‚]|['’](?!\w)")
"""What stands around somebody's words."""


def turned(source: str, target: str) -> Flaw | None:
    """Return the last mark of a translation where it makes a question of what is none, or none of one.

    A question may be in the midst of a text, for word order changes: there must be no other mark that asks. One that
    somebody asks may be told indirectly, without its marks of speech.
    """
    ours, theirs = _END.search(source), _END.search(target)
    if not ours or not theirs or (ours.lastgroup, theirs.lastgroup) not in _TURNED:
        return None
    asked, indirect = ours.lastgroup == "ask", len(_SPEECH.findall(target)) < len(_SPEECH.findall(source))
    if _ASKS.search(target if asked else source) or (asked and indirect):
        return None
    mine, told = str(ours.lastgroup), str(theirs.lastgroup)
    said = f"the source ends in {_NAMES[mine]}, the translation in {_NAMES[told]}"
    at = theirs.start(told)
    return Flaw(said, at, at + 1, severity=_TURNED[mine, told])
