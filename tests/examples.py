"""Owns how many examples a test with hypothesis tries: few every day, half where `CI` is set, all with `L10N_SOAK`.

They are the same every time, so that a run says of one tree always the same, and none is judged by its speed.
`L10N_EXAMPLES=10000` asks for as many a test, others every time.
"""

from __future__ import annotations

import os
from typing import Any

from hypothesis import HealthCheck, settings

_FEWER, _CI = 10, 2
"""Every day a tenth is tried, and half of them by each run of CI, which is not to take long."""
_LEAST = 10

SOAK = os.environ.get("L10N_SOAK") == "1"
"""Whether there is time for everything, as before a release."""
ALL = bool(os.environ.get("CI")) or SOAK
_ASKED = int(os.environ.get("L10N_EXAMPLES", "0"))


def examples(full: int, **more: Any) -> settings:
    """Return settings of which `full` is how many there are with `L10N_SOAK`; `more` are settings of hypothesis."""
    many = _ASKED or (full if SOAK else max(_LEAST, full // (_CI if ALL else _FEWER)))
    usual = {"deadline": None, "derandomize": not _ASKED, "suppress_health_check": [HealthCheck.too_slow]}
    return settings(max_examples=many, **(usual | more))


def load() -> None:
    """Make the number of a test that names none follow the same rule."""
    settings.register_profile("l10n", examples(100))
    settings.load_profile("l10n")
