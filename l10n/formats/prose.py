"""Owns the looks of a value that stands by itself: whether it is text, and whether it reads like prose."""

from __future__ import annotations

import re

__all__ = ["has_looks", "is_prose", "is_text", "lettered"]

_CODE = re.compile(r"<[^<>]*>|\{\{[^{}]*\}\}|\{%[^%]*%\}|\$\{[^{}]*\}|:[a-z0-9_+-]+:|&\w+;")
"""Markup, template calls and short codes of emoji: they are not the words of a text."""
_ADDRESS = re.compile(
    r"""[a-zA-Z][\w+.-]*+:(?://)?\S+|(?:\.{0,2}/|[#@~?])\S*|www\.\S+|[^\s@]++@[^\s@]++   # scheme, path, anchor, mail
    |[\w./%+-]*[\w%+-]\.[A-Za-z]\w{0,9}(?:[?\#]\S*)?   # a file or a host
    |(?:[a-z]++://|\.{0,2}/)[^\n]*\.\w{2,5}""",
    re.VERBOSE,
)
_DATE = re.compile(
    r"""v?\d[\d.,:/+TZ~_-]*(?:[a-z]{1,5}[.\d]*)?   # 2024-05-01T10:00Z, v0.1.2, 12px
    |(?:[^\W\d_]+\.?,?[ ])?   # a weekday
     (?:[^\W\d_]+\.?[ ]\d{1,2}(?:[^\W\d_]{2})?|\d{1,2}(?:\.|[^\W\d_]{2})?[ ](?:of[ ])?[^\W\d_]+\.?),?[ ]\d{4}
     (?:,?[ ](?:[^\W\d_]+[ ])?\d{1,2}:\d\d.*)?""",
    re.VERBOSE | re.IGNORECASE,
)
"""A date, a time, a version or a measure; the names of months are any words."""
_SLUG = re.compile(r"[^\W_]++(?:-[^\W_]++){2,}+|[^\W_]*+_\w*+|[0-9a-fA-F]{8,}+|\w++\([^\n]*\)")
"""A word that a machine made of others, a digest, or a call such as `rgb(0, 0, 0)`."""
_INNER = re.compile(r"[\d/:=|]")
_HUMP = re.compile(r"[^\W\d_A-Z][A-Z]")
"""A sign, or a capital, inside of a word: a name in a program as often as one that is read."""
_FILES = frozenset(
    (
        *("Appfile", "Berksfile", "Brewfile", "Caddyfile", "Containerfile", "Dockerfile", "Earthfile", "Fastfile"),
        *("Gemfile", "Guardfile", "Jenkinsfile", "Justfile", "Makefile", "Pipfile", "Podfile", "Procfile", "Rakefile"),
        *("Snakefile", "Tiltfile", "Vagrantfile"),
    )
)
"""Names of files without an ending that look like words."""
_ENDS = re.compile(r"[.,;:!?…—–]")


def is_text(text: str) -> bool:
    """Tell whether a value of a field that holds text is one, and no address, date, slug, truth value or markup."""
    bare = " ".join(_CODE.sub(" ", text).split())
    if not lettered(bare) or _ADDRESS.fullmatch(bare) or _DATE.fullmatch(bare):
        return False
    return bare.casefold() not in {"true", "false"} and not all(_SLUG.fullmatch(word) for word in bare.split())


def is_prose(text: str) -> bool:
    """Tell whether a value is text and reads like prose, and is no name of a file or of a program."""
    return is_text(text) and has_looks(text) and text.strip() not in _FILES


def has_looks(text: str) -> bool:
    """Tell prose from ids by its looks: several words with a capital or a mark between, or one with a capital."""
    text = " ".join(_CODE.sub(" ", text).split())
    words = [word for word in text.split() if lettered(word)]
    cores = (word.strip("\"'“”‘’()[].,;:!?…") for word in words)
    plain = [core for core in cores if core and not _INNER.search(core) and not _SLUG.fullmatch(core)]
    if any(_caseless(word) for word in plain):
        return True
    if not any(char.islower() for word in plain for char in word):
        return False
    if len(words) == 1:
        return bool(plain) and words[0][0].isupper() and not _HUMP.search(words[0])
    return len(plain) > 2 or (len(plain) > 1 and (plain[0][0].isupper() or bool(_ENDS.search(text))))  # noqa: PLR2004


def _caseless(word: str) -> bool:
    """Tell whether a word is written in a script without capitals, where looks tell nothing more."""
    return any(char.isalpha() and char.lower() == char.upper() for char in word)


def lettered(text: str) -> bool:
    """Tell whether there is a letter in a text."""
    return any(map(str.isalpha, text))
