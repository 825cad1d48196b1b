"""What tests of several online engines share: their settings against the local server, and short rests."""

from __future__ import annotations

from l10n import engines
from l10n.engines import EngineSettings
from l10n.engines.dispatcher import Clock
from l10n.model import Key, Request

PATHS = {
    "apy": "/translate",
    "deepl": "/v2/translate",
    "google": "/m",
    "libre": "/",
    "microsoft": "/translate",
    "mymemory": "/get",
    "openai": "/v1",
}
"""Engine to the path of its address on the local server."""
LOCALES = {"apy": "es"}
"""The locale an engine is tried with, where it is not Korean."""


def ask(*texts: str) -> list[Request]:
    return [Request(Key(text), text) for text in texts]


def engine(name, service, naps=None, **settings):
    """Make an engine that asks the local server and notes its rests instead of resting."""
    made = engines.load(
        name,
        EngineSettings(url=service.url + PATHS[name], timeout=settings.pop("timeout", 2.0), model="tiny", **settings),
    )
    vars(made)["_clock"] = Clock(sleep=(naps if naps is not None else []).append, dice=lambda: 0.0)
    return made


def table(name: str, url: str, extra: str = "") -> str:
    """Return an engine's table for a project's configuration."""
    return f'[tool.l10n.engine.{name}]\nurl = "{url}{PATHS[name]}"\nmodel = "tiny"\n{extra}'


class Book:
    """A store in memory, with a limit of characters."""

    def __init__(self, limit: int = 1_000_000) -> None:
        self.kept: dict[str, str] = {}
        self.left = limit

    def recall(self, key: str) -> str | None:
        return self.kept.get(key)

    def keep(self, key: str, engine: str, answer: str) -> None:
        assert engine
        self.kept[key] = answer

    def afford(self, engine: str, characters: int) -> bool:
        assert engine
        if characters > self.left:
            return False
        self.left -= characters
        return True
