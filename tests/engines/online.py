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
WAYS = (*sorted(PATHS), "translategemma")
"""Engines, and templates of one of them, as a test names them: everything that asks over HTTP."""
PATIENT = 60.0
"""Seconds that no answer of the local server takes on any machine."""
HASTY = 0.1
"""Seconds after which an answer that never comes is given up."""
ENDLESS = ("hang", "drip")
"""Faults of the local server that no answer comes of, however long one waits."""
LOCALES = {"apy": "es"}
"""The locale an engine is tried with, where it is not Korean."""


def ask(*texts: str) -> list[Request]:
    return [Request(Key(text), text) for text in texts]


def allow(monkeypatch, variable: str, value: str, service) -> None:
    """Be a user who has a key in the environment, and lets it go to the local server."""
    monkeypatch.setenv(variable, value)
    monkeypatch.setenv(f"{variable}_HOST", service.url.removeprefix("http://"))


def patience(fault: str) -> float:
    """Return how long to wait for answers in which there is a fault."""
    return HASTY if fault in ENDLESS else PATIENT


def engine(name, service, naps=None, **settings):
    """Make an engine that asks the local server and notes its rests instead of resting."""
    settings = {"timeout": PATIENT, "model": "tiny", **settings}
    kind = called(name)
    if kind != name:
        settings = {"options": {"template": name}, **settings}
    made = engines.load(kind, EngineSettings(url=service.url + PATHS[kind], **settings))
    vars(made)["_clock"] = Clock(sleep=(naps if naps is not None else []).append, dice=lambda: 0.0)
    return made


def table(name: str, url: str, extra: str = "", *, timeout: float = PATIENT) -> str:
    """Return an engine's table for a project's configuration."""
    kind = called(name)
    settings = f'url = "{url}{PATHS[kind]}"\nmodel = "tiny"\ntimeout = {timeout}\n'
    template = f'template = "{name}"\n' if kind != name else ""
    return f"[tool.l10n.engine.{kind}]\n{settings}{template}{extra}"


def called(name: str) -> str:
    """Return the engine's name in a configuration."""
    return name if name in PATHS else "openai"


class Book:
    """A store in memory, with a limit of characters."""

    def __init__(self, limit: int = 1_000_000) -> None:
        self.kept: dict[str, str] = {}
        self.left = limit

    def recall(self, key: str) -> str | None:
        return self.kept.get(key)

    def claim(self, key: str) -> str | None:
        return self.kept.get(key)

    def release(self, key: str) -> None:
        assert key

    def keep(self, key: str, engine: str, answer: str) -> None:
        assert engine
        self.kept[key] = answer

    def afford(self, engine: str, characters: int) -> bool:
        assert engine
        if characters > self.left:
            return False
        self.left -= characters
        return True
