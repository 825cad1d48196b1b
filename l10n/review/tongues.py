"""Owns which languages the pages speak, and what they say in each: English, and what a PO file has by its names.

The PO files are read as they are, by the reader that all catalogues have: nothing is compiled when a package is built,
so a checkout, an editable installation and a wheel speak alike, and a translator sees her text after a restart. A text
that is missing or marked fuzzy stays English, as in gettext. A name is the `msgctxt`, and the English the `msgid`: a
translation of an English text that has changed since is none.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from l10n import catalog, locales
from l10n.errors import L10nError
from l10n.languages import ENGLISH
from l10n.model import Key, State
from l10n.review.sayings import SAYINGS, known
from l10n.review.words import WORDS, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

__all__ = ["TONGUES", "asked", "keep", "preferred", "said", "told", "words"]

_HOME = resources.files("l10n.review").joinpath("locales")
_CODES = (ENGLISH, *sorted(one.name for one in _HOME.iterdir() if one.is_dir()))
TONGUES: Mapping[str, str] = {code: locales.display_name(code, within=code) for code in _CODES}
"""Code → what the language is called in itself; the first is spoken where none is asked for."""
_CHOICE = "lang"
"""The name of a cookie, and of what an address says."""
_YEAR = 365 * 24 * 3600


@cache
def words(tongue: str) -> Mapping[str, str]:
    """Return all that pages say in a language, by name."""
    return _within(WORDS, tongue)


def said(tongue: str, sentence: str) -> str:
    """Return a sentence of another part of the program in a language; as it is where it is not known."""
    found = known(sentence)
    return say(_within(SAYINGS, tongue), found[0], **found[1]) if found and tongue != ENGLISH else sentence


def told(tongue: str, err: L10nError) -> L10nError:
    """Return a refusal in a language, as far as its words are known."""
    message, remedy = said(tongue, err.message), said(tongue, err.remedy)
    return L10nError(message, path=err.path, line=err.line, remedy=remedy)


@cache
def _read(tongue: str) -> Mapping[Key, str]:
    path = f"{tongue}/review.po"
    data = _HOME.joinpath(path).read_bytes()
    read = catalog.decode(data, path=path, article="review", locale=tongue).catalog
    return {one.key: one.target for one in read.entries if one.state is State.REVIEWED and one.target}


def _within(texts: Mapping[str, str], tongue: str) -> Mapping[str, str]:
    if tongue == ENGLISH:
        return texts
    own = _read(tongue)
    return {name: own.get(Key(text, name), text) for name, text in texts.items()}


def asked(request: Request) -> str:
    """Return the language that a page is to speak: the one chosen on it or before, else what the browser prefers."""
    chosen = request.query_params.get(_CHOICE, request.cookies.get(_CHOICE, ""))
    return chosen if chosen in TONGUES else preferred(request.headers.get("accept-language", ""))


def keep(request: Request, answer: Response) -> None:
    """Have the browser keep the language that was chosen on this page."""
    chosen = request.query_params.get(_CHOICE, "")
    if chosen in TONGUES:
        answer.set_cookie(_CHOICE, chosen, max_age=_YEAR, httponly=True, samesite="strict", path="/")


def preferred(accepted: str) -> str:
    """Return the language that a header `Accept-Language` would have (RFC 9110, 12.5.4), by primary subtags."""
    best, most = next(iter(TONGUES)), 0.0
    for one in accepted.split(","):
        tag, *parameters = (part.strip().lower() for part in one.split(";"))
        code = tag.partition("-")[0]
        weight = next((_weight(part[2:]) for part in parameters if part.startswith("q=")), 1.0)
        if code in TONGUES and weight > most:
            best, most = code, weight
    return best


def _weight(written: str) -> float:
    try:
        return float(written)
    except ValueError:
        return 0.0
