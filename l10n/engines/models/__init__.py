"""Owns the installed translation models of Firefox: where they lie, which files one is made of, whether they are whole.

A model is a folder `<source>-<target>` in Mozilla's codes, with the unpacked files under Mozilla's names and a
`model.json` that says what they are: `{"version": 1, "source": "en", "target": "ko", "release": "3.0", "licence":
"MPL-2.0", "from": "…", "files": {"model.enko.intgemm.alphas.bin": {"size": 1, "sha256": "…"}}}`. The folder of all
models lies in the user's cache folder; `L10N_FIREFOX_MODELS` names another, of the same shape, that is read only.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from l10n import cache, disk, languages, locales
from l10n.errors import EngineError
from l10n.languages import cldr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = [
    "DIGEST",
    "LISTING",
    "MODELS",
    "MOST",
    "Model",
    "ModelCard",
    "ModelFile",
    "ModelParts",
    "Role",
    "card",
    "check_pins",
    "codes",
    "command",
    "complete",
    "describe",
    "find",
    "folder",
    "installed",
    "listing",
    "role",
    "store",
]

MODELS = "L10N_FIREFOX_MODELS"
"""The environment variable that names another folder of models."""
LISTING = "model.json"
_VERSION = 1
MOST = 1 << 29
"""Bytes of one unpacked file; the largest that Mozilla publishes has a fifth of it."""
_MOST_LISTED = 1 << 16
DIGEST = re.compile("[0-9a-f]{64}")
"""SHA-256 as it is written everywhere here."""
_PAIR = re.compile("([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)-([a-z]{2,3}(?:-[A-Z][A-Za-z0-9]{1,7})*)")
"""Name of a model's folder: of two codes, subtags of the second begin with a capital letter."""
_NAME = re.compile("[A-Za-z0-9][A-Za-z0-9_-]*(?:[.][A-Za-z0-9_-]+)+")
"""Name of a model's file on any system; no path, and nothing hidden."""
_LONGEST = 100
"""Characters of such a name, and of what a list says of a model."""


class Role(StrEnum):
    """What a file of a model is for; the value is how its name begins."""

    MODEL = "model"
    SHORTLIST = "lex"
    VOCABULARY = "vocab"
    """Of both languages; else there are two."""
    SOURCE_VOCABULARY = "srcvocab"
    TARGET_VOCABULARY = "trgvocab"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One unpacked file."""

    name: str
    """Mozilla's own; its beginning tells its role."""
    size: int
    """Bytes; -1 where nothing says it."""
    digest: str
    """SHA-256 in small hexadecimal digits; empty where nothing says it."""


@dataclass(frozen=True, slots=True)
class ModelParts:
    """What `fxtranslate.Translator` is made from."""

    model: bytes
    source_vocabulary: bytes
    target_vocabulary: bytes
    """The same as the other where the languages share one."""
    shortlist: bytes | None


@dataclass(frozen=True, slots=True)
class Model:
    """An installed model."""

    source: str
    target: str
    """In Mozilla's codes: `en`, `ko`, `zh-Hans`."""
    release: str
    """Version of the model, as `3.0`; empty where nothing says it."""
    licence: str
    origin: str
    """Host or folder that it was fetched from."""
    path: Path
    files: dict[Role, ModelFile]

    @property
    def name(self) -> str:
        """Return the name of its folder, and of the pair in the configuration and in messages."""
        return f"{self.source}-{self.target}"

    @property
    def size(self) -> int:
        """Return how many bytes it takes on the disk."""
        return sum(max(0, file.size) for file in self.files.values())

    def file(self, role: Role) -> Path | None:
        """Return where the file of a role lies; for one vocabulary of two, the shared one serves."""
        shared = (Role.VOCABULARY,) if role in {Role.SOURCE_VOCABULARY, Role.TARGET_VOCABULARY} else ()
        return next((self.path / self.files[one].name for one in (role, *shared) if one in self.files), None)

    def read(self, pins: Mapping[str, str]) -> ModelParts:
        """Read all files; raises `EngineError` for one that is not what its `model.json`, or a pinned digest, says."""
        check_pins(self.name, list(self.files.values()), pins)
        data = {role: self._read(file, pins.get(file.name, "")) for role, file in self.files.items()}
        shared = data.get(Role.VOCABULARY, b"")
        return ModelParts(
            data[Role.MODEL],
            data.get(Role.SOURCE_VOCABULARY, shared),
            data.get(Role.TARGET_VOCABULARY, shared),
            data.get(Role.SHORTLIST),
        )

    def _read(self, file: ModelFile, pinned: str) -> bytes:
        path = self.path / file.name
        try:
            data = disk.read(path, most=MOST)
        except OSError as err:
            raise EngineError(
                f"a file of the model {self.name} cannot be read: {err.strerror}", path=str(path), remedy=self._remedy()
            ) from err
        digest = hashlib.sha256(data).hexdigest() if file.digest or pinned else ""
        if file.digest and digest != file.digest:
            raise EngineError(f"the model {self.name} is damaged", path=str(path), remedy=self._remedy())
        if pinned and digest != pinned:
            raise _differs(file.name, digest, pinned)
        return data

    def _remedy(self) -> str:
        return f"Run `{command(self.target)}` again."


def check_pins(pair: str, files: list[ModelFile], pins: Mapping[str, str]) -> None:
    """Refuse files that the project's `model-digests` do not allow, by name; raises `EngineError`.

    Where anything is pinned, all files of all models have to be: a name that is written wrongly would pin nothing.
    """
    for file in files if pins else ():
        if file.name not in pins:
            raise EngineError(
                f"{file.name} of the model {pair} is not in `model-digests`",
                remedy="Add it in pyproject.toml if you trust it: `l10n engine list --digests` shows the lines.",
            )
        if file.digest and file.digest != pins[file.name]:
            raise _differs(file.name, file.digest, pins[file.name])


def _differs(name: str, digest: str, pinned: str) -> EngineError:
    return EngineError(
        f"{name} is not the file that `model-digests` pins: its SHA-256 is {digest}, and {pinned} is wanted",
        remedy="Add the model from where that file is, or change `model-digests` in pyproject.toml if you trust this.",
    )


def command(locale: str) -> str:
    """Return what a user types to add a model."""
    return f"l10n engine add firefox -l {locale}"


def role(name: str) -> Role | None:
    """Tell what a file is for by its name; None for a file of no model, or a name that could lead somewhere else."""
    if len(name) > _LONGEST or not _NAME.fullmatch(name):
        return None
    begin = name.partition(".")[0]
    return Role(begin) if begin in set(Role) else None


def complete(roles: set[Role]) -> bool:
    """Tell whether files of these roles make a model; a shortlist only makes it faster."""
    return Role.MODEL in roles and (
        Role.VOCABULARY in roles or {Role.SOURCE_VOCABULARY, Role.TARGET_VOCABULARY} <= roles
    )


def codes(locale: str) -> tuple[str, ...]:
    """Return the codes by which Mozilla may call a locale, the nearest first.

    `zh_TW` is `zh-TW`, `zh-Hant` or `zh`: the language with its script by CLDR's likely subtags, when it has several.
    """
    language = languages.of(locale)
    code = cldr.successor(language.code) or language.code
    script = cldr.script(language.code, language.script, language.territory)
    plain = locales.tag(locale)
    own = cldr.script(language.code)
    found = [plain, f"{code}-{script}"] if script else [plain]
    if script == own or not script:  # a language in another script than its usual one is another model's
        found += [code, *_KIN.get(code, ())]
    return tuple(dict.fromkeys(found))


_KIN = {"no": ("nb",), "nb": ("no",), "tl": ("fil",), "fil": ("tl",)}
"""One language under two codes."""


def store() -> Path | None:
    """Return the folder in the user's cache folder in which models are installed; None where there is none."""
    base = cache.base()
    return None if base is None else base / "models" / "firefox"


def folder() -> Path | None:
    """Return the folder in which models are looked for: the one that `L10N_FIREFOX_MODELS` names, or `store()`."""
    named = os.environ.get(MODELS, "")
    return Path(named).absolute() if named else store()


def find(source: str, target: str) -> Model | None:
    """Return the installed model for two locales, by their gettext names; None where there is none.

    Raises `EngineError` for a folder that is no model.
    """
    place = folder()
    for one in codes(source) if place else ():
        for other in codes(target):
            path = place / f"{one}-{other}"  # type: ignore[operator]  # see the loop above
            if path.is_dir():
                return describe(path)
    return None


def installed(place: Path | None) -> Iterator[Model | EngineError]:
    """Yield the models of a folder by name, and for each folder that has a model's name and is none, why."""
    if place is None or not place.is_dir():
        return
    for path in sorted(place.iterdir()):
        if _PAIR.fullmatch(path.name) and path.is_dir():
            try:
                yield describe(path)
            except EngineError as err:
                yield err


def describe(path: Path) -> Model:
    """Return the model in a folder by its `model.json`, or else by the names of its files; raises `EngineError`."""
    pair = _PAIR.fullmatch(path.name)
    said = _listed(path)
    files = {
        kind: ModelFile(name, size, digest)
        for name, (size, digest) in sorted((said.files if said else _looked(path)).items(), reverse=True)
        if (kind := role(name))
    }
    if pair is None or not complete(set(files)):
        raise EngineError(
            "is not a model: there have to be a file model.* and vocab.*, or srcvocab.* and trgvocab.*",
            path=str(path),
            remedy=f"Delete the folder, then run `{command(pair[2] if pair else 'LOCALE')}`.",
        )
    told = said or ModelCard()
    return Model(pair[1], pair[2], told.release, told.licence, told.origin, path, files)


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What a `model.json` says."""

    files: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    """Name → bytes and SHA-256."""
    release: str = ""
    licence: str = ""
    origin: str = ""


def _listed(path: Path) -> ModelCard | None:
    try:
        said = json.loads(disk.read(path / LISTING, most=_MOST_LISTED))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError):
        said = None
    told = card(said)
    if told is None:
        raise EngineError(
            "does not say what a model is made of",
            path=str(path / LISTING),
            remedy=f"Delete {path}, then add the model again.",
        )
    return told


def card(value: Any) -> ModelCard | None:
    """Return what the value of a `model.json` says; None where it is none."""
    if not isinstance(value, dict) or value.get("version") != _VERSION or not isinstance(value.get("files"), dict):
        return None
    files = {}
    for name, one in value["files"].items():
        size, digest = (one.get("size"), one.get("sha256")) if isinstance(one, dict) else (None, None)
        if role(name) is None or not isinstance(size, int) or not DIGEST.fullmatch(str(digest)):
            return None
        files[name] = (size, str(digest))
    texts = [str(value.get(key, "")) for key in ("release", "licence", "from")]
    return ModelCard(files, *(text[:_LONGEST] if text.isprintable() else "" for text in texts))


def listing(model: Model) -> bytes:
    """Return the bytes of a model's `model.json`."""
    files = {file.name: {"size": file.size, "sha256": file.digest} for file in model.files.values()}
    value = {
        "version": _VERSION,
        "source": model.source,
        "target": model.target,
        "release": model.release,
        "licence": model.licence,
        "from": model.origin,
        "files": files,
    }
    return json.dumps(value, indent=1, sort_keys=True).encode() + b"\n"


def _looked(path: Path) -> dict[str, tuple[int, str]]:
    try:
        return {one.name: (one.stat().st_size, "") for one in path.iterdir() if role(one.name) and one.is_file()}
    except OSError as err:
        raise EngineError(f"cannot be read: {err.strerror}", path=str(path), remedy="Check its permissions.") from err
