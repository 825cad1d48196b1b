"""Owns what a server lists of models: Mozilla's Remote Settings records, or the `model.json` of a copied model.

A record is one file of one model, as the collection `translations-models-v2` has them: `name fileType sourceLanguage
targetLanguage version architecture filter_expression decompressedHash decompressedSize attachment{location hash
size}`. It is written by somebody else: a name is taken only where it is that of a model's file, a place only where it
leads down from where all files are, a size only within bounds.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from l10n.engines.models import DIGEST, MOST, ModelFile, Role, card, codes, complete, role
from l10n.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["LICENCE", "MOST_LISTED", "Offer", "RemoteFile", "of_card", "of_records"]

LICENCE = "MPL-2.0"
"""Of all models in Mozilla's collection (github.com/mozilla/firefox-translations-models)."""
MOST_LISTED = 1 << 23
"""Bytes of a list; Mozilla's has less than a million."""
_MAJOR = 3
"""Version of the models' form that fxtranslate reads (0.5 passes over all others)."""
_MOST_RECORDS = 20_000
_LONGEST = 300
"""Characters of a place and of a filter."""
_VERSION = re.compile(r"(\d{1,4})\.(\d{1,4})([a-z]\d{0,3})?")
_CODE = re.compile("[A-Za-z0-9-]{2,20}")
_PLACE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")
"""A path that only leads down, and means the same in an address and on a disk."""


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """One file of a model, as it is fetched."""

    file: ModelFile
    """What it is, unpacked."""
    place: str
    """Where it lies below the root of all files, with `/`."""
    size: int
    """Bytes that are fetched; -1 where nothing says it."""
    digest: str
    """SHA-256 of what is fetched; empty where nothing says it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A model that can be fetched."""

    source: str
    target: str
    """In Mozilla's codes."""
    release: str
    licence: str
    files: dict[Role, RemoteFile]

    @property
    def name(self) -> str:
        """Return the name of the pair, and of its folder."""
        return f"{self.source}-{self.target}"

    @property
    def size(self) -> int:
        """Return how many bytes are fetched, as far as that is said."""
        return sum(max(0, file.size) for file in self.files.values())

    @property
    def unpacked(self) -> int:
        """Return how many bytes it takes on the disk, as far as that is said."""
        return sum(max(0, file.file.size) for file in self.files.values())


def of_card(body: bytes, source: str, target: str) -> Offer:
    """Return the model that the `model.json` in the folder of a pair describes; raises `EngineError`.

    `source` and `target` are Mozilla's codes, of which the folder's name is made.
    """
    pair = f"{source}-{target}"
    told = card(_json(body))
    if told is None:
        raise EngineError(f"model.json of {pair} does not say what a model is made of")
    files = {}
    for name, (size, digest) in sorted(told.files.items(), reverse=True):
        kind = role(name)
        if kind and 0 < size <= MOST:
            files[kind] = RemoteFile(ModelFile(name, size, digest), f"{pair}/{name}", size, digest)
    if not complete(set(files)):
        raise EngineError(f"model.json of {pair} does not name all files of a model")
    return Offer(source, target, told.release, told.licence, files)


def of_records(body: bytes, source: str, target: str) -> Offer:
    """Return the newest released model for two locales, by their gettext names; raises `EngineError`.

    Of several of one version the largest is taken: the smaller ones are made for phones.
    """
    value = _json(body)
    data = value.get("data") if isinstance(value, dict) else None
    if not isinstance(data, list) or len(data) > _MOST_RECORDS:
        raise EngineError("the answer is no list of models, as Mozilla's `records` are")
    groups: dict[tuple[str, str, str, str], dict[Role, RemoteFile]] = defaultdict(dict)
    for pair, release, architecture, file in _usable(data):
        kept = groups[*pair, release, architecture]
        kind = Role(file.file.name.partition(".")[0])
        if kind not in kept or file.file.name < kept[kind].file.name:
            kept[kind] = file
    whole = {key: files for key, files in groups.items() if complete(set(files))}
    for one in codes(source):
        for other in codes(target):
            found = [(_rank(key[2]), files[Role.MODEL].file.size, key) for key, files in whole.items()
                     if key[:2] == (one, other)]  # fmt: skip
            if found:
                key = max(found)[2]
                return Offer(one, other, key[2], LICENCE, whole[key])
    targets = sorted({key[1] for key in whole if key[0] in codes(source)})
    raise EngineError(
        f"there is no model from {source} to {target}",
        remedy=f"From {source} there are: {', '.join(targets)}." if targets else "Name another place with `--from`.",
    )


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise EngineError("the answer is no JSON") from None


def _usable(data: Iterable[Any]) -> Iterator[tuple[tuple[str, str], str, str, RemoteFile]]:
    """Yield pair, version, architecture and file of each record that a released program on a computer would take."""
    for record in data:
        if not isinstance(record, dict) or not isinstance(record.get("attachment"), dict):
            continue
        texts = [record.get(key) or "" for key in ("sourceLanguage", "targetLanguage", "version", "architecture")]
        if not all(isinstance(text, str) for text in texts) or not _fits(record.get("filter_expression") or ""):
            continue
        source, target, release, architecture = texts
        version = _VERSION.fullmatch(release)
        if version is None or int(version[1]) != _MAJOR or not (_CODE.fullmatch(source) and _CODE.fullmatch(target)):
            continue
        file = _file(record, record["attachment"])
        if file is not None:
            yield (source, target), release, architecture, file


def _file(record: Mapping[str, Any], attachment: Mapping[str, Any]) -> RemoteFile | None:
    name, place = str(record.get("name")), str(attachment.get("location"))
    digest, size = attachment.get("hash"), attachment.get("size")
    own, length = record.get("decompressedHash") or "", record.get("decompressedSize") or -1
    named = role(name) is not None and len(place) < _LONGEST and _PLACE.fullmatch(place)
    if not named or not DIGEST.fullmatch(str(digest)) or not DIGEST.fullmatch(str(own or digest)):
        return None
    if not isinstance(size, int) or not isinstance(length, int) or not 0 < size <= MOST or length > MOST:
        return None
    return RemoteFile(ModelFile(name, length, str(own)), place, size, str(digest))


def _rank(release: str) -> tuple[bool, int, int, str]:
    """Order versions: a finished one is above all that are tried out."""
    version = _VERSION.fullmatch(release)
    assert version  # noqa: S101  see `_usable`
    return not version[3], int(version[1]), int(version[2]), version[3] or ""


_TOKEN = re.compile(r"\s*(?:(==|!=|&&|\|\||[()])|'([^']*)'|\"([^\"]*)\"|(env\.[A-Za-z.]+))")
_HERE = {"env.appinfo.OS": "desktop", "env.channel": "release"}
"""What a filter may ask about. No operating system has the first value: a model is for phones, or for computers."""


def _fits(expression: Any) -> bool:
    """Tell whether a record is for a released program on a computer, by its filter in Mozilla's notation (JEXL).

    Only comparisons of texts, joined by `&&` and `||`, are understood; a record with another filter is passed over.
    """
    if not isinstance(expression, str) or len(expression) > _LONGEST:
        return False
    tokens: _Tokens = []
    at = 0
    text = expression.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            return False
        sign, one, other, name = match.groups()
        if name is not None and name not in _HERE:
            return False
        tokens.append(("sign", sign) if sign else ("value", _HERE[name] if name else one or other or ""))
        at = match.end()
    try:
        fits = not tokens or _either(tokens)
    except (IndexError, ValueError):
        return False
    return fits and not tokens


_Tokens = list[tuple[str, str]]


def _either(tokens: _Tokens) -> bool:
    fits = _both(tokens)
    while tokens and tokens[0] == ("sign", "||"):
        tokens.pop(0)
        fits = _both(tokens) or fits
    return fits


def _both(tokens: _Tokens) -> bool:
    fits = _one(tokens)
    while tokens and tokens[0] == ("sign", "&&"):
        tokens.pop(0)
        fits = _one(tokens) and fits
    return fits


def _one(tokens: _Tokens) -> bool:
    """Read a comparison, or what stands in brackets; raises `IndexError` or `ValueError` for anything else."""
    if tokens[0] == ("sign", "("):
        tokens.pop(0)
        fits = _either(tokens)
        _take(tokens, "sign", ")")
        return fits
    left = _take(tokens, "value")
    sign = _take(tokens, "sign", "==", "!=")
    return (left == _take(tokens, "value")) is (sign == "==")


def _take(tokens: _Tokens, kind: str, *allowed: str) -> str:
    found, text = tokens.pop(0)
    if found != kind or (allowed and text not in allowed):
        raise ValueError(text)
    return text
