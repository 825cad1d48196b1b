"""The verbs of `engine`: add, list and remove the models of Firefox, for the user and not for one project."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from l10n.engines import models
from l10n.engines.models import installing, suppliers
from l10n.engines.models.fetching import Fetcher
from l10n.errors import EngineError, StorageError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from l10n.engines.models import Model
    from l10n.engines.models.records import Offer, RemoteFile

__all__ = ["FIREFOX", "AddedModel", "Order", "add", "installed", "remove", "runs_here"]

FIREFOX = "firefox"
"""The one engine that has models to add."""
_LIBRARY = "fxtranslate"


@dataclass(frozen=True, slots=True)
class Order:
    """Which model is wanted."""

    source: str
    target: str
    """Gettext names."""
    given: str = ""
    """Address or folder of a mirror; empty for the usual place."""
    pins: Mapping[str, str] | None = None
    """The project's `model-digests`."""


@dataclass(frozen=True, slots=True)
class AddedModel:
    """What became of an order."""

    model: Model
    fresh: bool
    """It was not there before."""
    unproved: tuple[str, ...]
    """Files of which nobody said beforehand what they should be."""


def add(
    order: Order,
    show: Callable[[Offer, str, Path], None],
    tell: Callable[[RemoteFile, int], None],
    *,
    fetcher: Fetcher | None = None,
) -> AddedModel:
    """Fetch a model and install it for the user; one that is there and whole already is left alone.

    `show` is given what will be fetched, from where and to where, before a file is; `tell` how many bytes of a file
    there are. Raises `EngineError` where it cannot be had or is not what it should be, `StorageError` where the disk
    refuses, `UsageError` for a place that is none.
    """
    pins = order.pins or {}
    store = _store()
    supplier = suppliers.supplier(order.given, fetcher or Fetcher.new())
    if supplier.plain and not pins:
        raise UsageError(
            f"{supplier.shown} is asked without https, so anybody on the way could change the model",
            remedy="Use an address with https, or pin `model-digests` in the project's configuration.",
        )
    offer = supplier.offer(order.source, order.target)
    with installing.changing(store):
        there = installing.current(store, offer, pins)
        if there is not None:
            return AddedModel(there, fresh=False, unproved=())
        installing.check(offer, store, pins)
        show(offer, supplier.shown, store / offer.name)
        model = installing.install(offer, supplier, store, pins, tell)
    unproved = [one.file.name for one in offer.files.values() if not (one.digest or one.file.digest or pins)]
    return AddedModel(model, fresh=True, unproved=tuple(unproved))


def runs_here() -> bool:
    """Tell whether the library that runs the models is installed."""
    return find_spec(_LIBRARY) is not None


def installed() -> Iterator[Model | EngineError]:
    """Yield the models that `draft` would find, and why a folder among them is none."""
    return models.installed(models.folder())


def remove(source: str, target: str) -> Path:
    """Delete the installed model for two locales and return where it was; raises `UsageError` where there is none."""
    store = _store()
    for one in models.codes(source):
        for other in models.codes(target):
            name = f"{one}-{other}"
            if (store / name).exists() or (store / name).is_symlink():
                with installing.changing(store):
                    installing.remove(store, name)
                return store / name
    raise UsageError(
        f"there is no model from {source} to {target} in {store}", remedy="`l10n engine list` shows what there is."
    )


def _store() -> Path:
    store = models.store()
    if store is None:
        raise StorageError("there is no folder for caches", remedy="Set XDG_CACHE_HOME to one.")
    return store
