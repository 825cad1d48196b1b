"""Owns how many examples a test with hypothesis tries: few every day, all of them where `CI` is set.

Few are the same few every time, so that `make test` says of one tree always the same. `L10N_EXAMPLES=10000` asks for as
many a test, others every time.
"""

from __future__ import annotations

import os
from typing import Any

from hypothesis import settings

_FEWER = 10
"""Every day a tenth is tried."""
_LEAST = 10

ALL = bool(os.environ.get("CI"))
_ASKED = int(os.environ.get("L10N_EXAMPLES", "0"))


def examples(full: int, **more: Any) -> settings:
    """Return settings for as many examples as CI tries; `more` are settings of hypothesis."""
    many = _ASKED or (full if ALL else max(_LEAST, full // _FEWER))
    return settings(max_examples=many, deadline=None, derandomize=not _ASKED, **more)


def load() -> None:
    """Make the number of a test that names none follow the same rule."""
    settings.register_profile("l10n", examples(100))
    settings.load_profile("l10n")
