"""Owns values as text in a script: whatever they hold, it ends no element, begins no comment and is no code."""

from __future__ import annotations

import json
import re
from typing import Any

__all__ = ["embedded"]

_UNSAFE = re.compile("[<\u2028\u2029\ud800-\udfff]")
"""What would end the element, the line of a script, or cannot be written as UTF-8. JSON has them in strings only."""


def embedded(value: Any) -> str:
    """Return a value as JSON that may stand in an element `script`, as data or as code.

    In code the names of a mapping have to be known: `__proto__` is not one like others there.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
