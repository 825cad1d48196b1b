"""Owns what becomes of a request that brought no answer: what it means, and whether another may fare better."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from l10n.web.keys import Secret

__all__ = ["Fault", "judge", "no_quota", "speaks_of_quota"]

_OK = range(200, 300)
_SERVER = 500


_FULL = 456
"""DeepL's status for a quota that is used up."""
_GONE = frozenset({404, 410})
"""Statuses of a place where nothing is: one text may have it by chance, several have not."""
_QUOTA = ("quota", "used all available", "free translations", "mymemory warning", "daily limit")
_DETAIL = 4000
_KEY = re.compile(r"\bapi[ _-]?key\b", re.IGNORECASE)
"""What servers speak of that refuse a missing or wrong key with a status of their own."""


@dataclass
class Fault(Exception):  # noqa: N818  not an error of the program: it becomes an answer's refusal or an EngineError
    """A request that brought no answer."""

    message: str
    """What happened, without addresses' queries or keys."""
    retry: bool = False
    """Asking again may help."""
    wait: float | None = None
    """Seconds that the server asked to wait."""
    fatal: bool = False
    """No other text would fare better."""
    repeated: str = ""
    """What it means once texts in a row have met it: the service's fault, told instead of `message`."""
    shared: bool = False
    """It is hardly ever the text's: a few in a row are enough, however patiently the service is asked otherwise."""
    slow: bool = False
    """The time was over."""
    status: int = 0
    """The HTTP status, where there was an answer; 0 otherwise."""
    detail: str = field(default="", repr=False)
    """What the server said, for the engine to decide by; never shown."""

    def __str__(self) -> str:
        return self.message


def speaks_of_quota(text: str) -> bool:
    """Tell whether a message of a service is about how much it translates for one caller."""
    return any(word in text.casefold() for word in _QUOTA)


def no_quota(**told: Any) -> Fault:
    """Return the fault of an answer that speaks of a quota.

    One such answer is its text's refusal: services count by the minute, too, and caches keep what one of them said.
    """
    return Fault("it speaks of a quota instead", repeated="its quota is used up", shared=True, **told)


def judge(status: int, text: str, wait: float | None, secret: Secret) -> None:
    """Raise the `Fault` that a status means, or none; `secret` is what was sent along."""
    if status in _OK:
        return
    told: dict[str, Any] = {"status": status, "detail": text[:_DETAIL]}
    if status == _FULL or (status < _SERVER and speaks_of_quota(text)):
        raise no_quota(status=status, detail=text[:_DETAIL])
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        raise Fault("it is asked too often (429)", retry=True, wait=wait, **told)
    if status in {401, 402, 403}:
        raise Fault(f"it refuses access ({status}){_keyless(secret)}", fatal=True, **told)
    if status < _SERVER and _KEY.search(text):
        raise Fault(f"it wants a key that it knows ({status}){_keyless(secret)}", **told)
    if status >= _SERVER or status == HTTPStatus.REQUEST_TIMEOUT:
        raise Fault(f"it has an error of its own ({status})", retry=True, wait=wait, **told)
    everywhere = f"the address is gone ({status})" if status in _GONE else f"it refuses every text ({status})"
    raise Fault(f"it refuses this text ({status})", repeated=everywhere, **told)


def _keyless(secret: Secret) -> str:
    """Say that no key was sent, if so, and why."""
    why = f", as {secret.variable} is empty" if secret.variable else ""
    return "" if secret else f": no key was sent{why}"
