"""Owns the paths that name fields of front matter: `tags`, `sidebar.label`, `faq[].answer`, `hero.*`, `!caption`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

__all__ = [
    "ALWAYS",
    "LIKELY",
    "RESERVED",
    "FieldPath",
    "FieldPlace",
    "Step",
    "by_default",
    "nameable",
    "parse",
    "spelled",
]

RESERVED = frozenset({"lang", "translation"})
"""The fields that publishing writes."""
ALWAYS = ("title", "description", "summary", "subtitle", "caption")
"""Translated whatever they hold, as long as it has a letter."""
LIKELY = (
    *("excerpt", "lede", "lead", "intro", "teaser", "headline", "question", "image_alt", "nav_title", "linkTitle"),
    *("sidebar.label", "hero.*", "features[].*"),
)
"""Translated where they hold text: names of Hugo, Jekyll, Docusaurus, Starlight, VitePress and newsrooms."""
_LONGEST = 64
_BARE = re.compile(r"""[^\s.\[\]"'*!,\\](?:[^.\[\]"'*!,\\]*[^\s.\[\]"'*!,\\])?""")
_PIECE = re.compile(rf"""(?P<bare>{_BARE.pattern})|"(?P<double>(?:[^"\\]|\\["\\])+)"|'(?P<single>[^']+)'|(?P<any>\*)""")


class Step(Enum):
    """A step of a path that is no name."""

    ITEM = "[]"
    """Each item of a list."""
    ANY = "*"
    """Any name; at the end of a path all that lies below."""


FieldPlace = tuple[str | Step, ...]
"""Where a value stands: names, and `Step.ITEM` for each list it is in."""


@dataclass(frozen=True, slots=True)
class FieldPath:
    """What one text of the key `front-matter` says."""

    steps: FieldPlace
    """Never empty; without a `Step.ITEM` at the end, as texts in a list are named like the list."""
    taken_away: bool = False
    """It begins with `!`: the fields it names are not translated by default."""

    @property
    def wild(self) -> bool:
        """It names fields that its author may not know of."""
        return Step.ANY in self.steps

    def matches(self, place: FieldPlace) -> bool:
        """Tell whether the value at a place is meant; what is taken away is so with all below it."""
        steps, place = self.steps, _plain(place)
        deep = self.taken_away
        if steps[-1] is Step.ANY:
            steps, deep = steps[:-1], True
            if len(place) <= len(steps):
                return False
        if len(place) < len(steps) or (len(place) > len(steps) and not deep):
            return False
        return all(
            one == other or (one is Step.ANY and isinstance(other, str))
            for one, other in zip(steps, place, strict=False)
        )


def _plain(place: FieldPlace) -> FieldPlace:
    end = len(place)
    while end > 1 and place[end - 1] is Step.ITEM:
        end -= 1
    return place[:end]


def parse(text: str) -> FieldPath:
    """Read a path; raises `ValueError` that says what is wrong with it."""
    inner = text.strip()
    away = inner.startswith("!")
    inner = inner.removeprefix("!").strip()
    steps: list[str | Step] = []
    at = 0
    while piece := _PIECE.match(inner, at):
        name = piece["bare"] or piece["single"] or re.sub(r"\\(.)", r"\1", piece["double"] or "")
        if not piece["any"] and not nameable(name):
            raise ValueError(f"“{text}” is no path of a field: a name has at most {_LONGEST} characters, on one line")
        steps.append(Step.ANY if piece["any"] else name)
        at = piece.end()
        while inner.startswith("[]", at):
            steps.append(Step.ITEM)
            at += 2
        if not inner.startswith(".", at):
            break
        at += 1
    if not steps or at < len(inner) or inner.endswith("."):
        raise ValueError(
            f"“{text}” is no path of a field: write `excerpt`, `sidebar.label`, `features[].title` or `hero.*`, "
            'and a name with other signs in quotation marks, `seo."og.title"`'
        )
    if steps[0] in RESERVED and not away:
        raise ValueError(f"“{text}” cannot be translated: publishing writes the field `{steps[0]}`")
    return FieldPath(_plain(tuple(steps)), away)


def by_default(path: FieldPath) -> bool:
    """Tell whether a path names a field that is translated by default, or one of them."""
    defaults = map(parse, (*ALWAYS, *LIKELY))
    return any(path.matches(default.steps) or default.matches(path.steps) for default in defaults)


def nameable(name: str) -> bool:
    """Tell whether a path can name a field."""
    return 0 < len(name) <= _LONGEST and name.isprintable()


def spelled(place: FieldPlace) -> str:
    """Return the path that names the value at a place, the way `parse` reads it."""
    out = ""
    for step in _plain(place):
        if step is Step.ITEM:
            out += "[]"
        else:
            name = step if isinstance(step, str) else "*"
            if isinstance(step, str) and not _BARE.fullmatch(step):
                name = '"' + re.sub(r'(["\\])', r"\\\1", step) + '"'
            out += f".{name}" if out else name
    return out
