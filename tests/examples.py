"""Owns how many examples a test with hypothesis tries: few every day, all of them where `CI` or `L10N_SOAK` is set.

They are the same every time, so that a run says of one tree always the same, and none is judged by its speed.
`L10N_EXAMPLES=10000` asks for as many a test, others every time.
"""

from __future__ import annotations

import os
from typing import Any

from hypothesis import HealthCheck, settings

_FEWER = 10
"""Every day a tenth is tried."""
_LEAST = 10

SOAK = os.environ.get("L10N_SOAK") == "1"
"""Whether there is time for everything, as before a release."""
ALL = bool(os.environ.get("CI")) or SOAK
_ASKED = int(os.environ.get("L10N_EXAMPLES", "0"))


def examples(full: int, **more: Any) -> settings:
    """Return settings for as many examples as CI tries; `more` are settings of hypothesis."""
    many = _ASKED or (full if ALL else max(_LEAST, full // _FEWER))
    usual = {"deadline": None, "derandomize": not _ASKED, "suppress_health_check": [HealthCheck.too_slow]}
    return settings(max_examples=many, **(usual | more))


def load() -> None:
    """Make the number of a test that names none follow the same rule."""
    settings.register_profile("l10n", examples(100))
    settings.load_profile("l10n")
