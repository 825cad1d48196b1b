"""Owns the reading of CLDR's rule-based number formats (RBNF, Unicode Technical Standard #35) for whole numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["Rules", "Unreadable"]

_DEEPEST = 40
_BASE = re.compile(r"(?P<base>\d[\d,]*)(?:/(?P<radix>\d+))?(?P<lower>>*)")
_TOKEN = re.compile(
    r"\[(?P<optional>[^\]]*)\]"
    r"|\$\((?P<kind>cardinal|ordinal),(?P<forms>[^$]*)\)\$"
    r"|(?P<arrow>[→←=])(?P<what>%%?[^→←=]*|[#0][^→←=]*|→?)(?P=arrow)"
)
_FORM = re.compile(r"(\w+)\{([^}]*)\}")


class Unreadable(ValueError):  # noqa: N818  what the rules say, not what went wrong here
    """A number that the rules do not write in words."""


@dataclass(frozen=True, slots=True)
class _Rule:
    base: int
    divisor: int
    text: str

    @property
    def both(self) -> bool:
        """It has a place for the multiple and one for the rest: then a round number may belong to the rule before."""
        return "←" in self.text and "→" in self.text


@dataclass(frozen=True)
class Rules:
    """The rule sets of a language."""

    sets: Mapping[str, Sequence[tuple[str, str]]]
    """Name (`%spellout-cardinal`) to base and text of its rules, as CLDR's JSON has them."""
    plural: Callable[[int], str]
    """Number to its plural category, for cardinals."""
    ordinal: Callable[[int], str]

    @cached_property
    def _read(self) -> dict[str, list[_Rule]]:
        return {
            name: sorted(map(_rule, _numbered(rules)), key=lambda one: one.base) for name, rules in self.sets.items()
        }

    def names(self, start: str) -> list[str]:
        """Return the names of public rule sets that begin so."""
        return [name for name in self.sets if name.startswith(start)]

    def spell(self, number: int, name: str, depth: int = 0) -> str:
        """Write a number by a rule set; raises `Unreadable`."""
        rules = self._read.get(name)
        if not rules or depth > _DEEPEST:
            raise Unreadable(name)
        at = max((at for at, rule in enumerate(rules) if rule.base <= number), default=-1)
        if at < 0:
            raise Unreadable(f"{name} {number}")
        if at and rules[at].both and number % rules[at].divisor == 0 and rules[at].base % rules[at].divisor:
            at -= 1
        return self._written(number, name, at, depth)

    def _written(self, number: int, name: str, at: int, depth: int) -> str:
        rule = self._read[name][at]
        many, rest = divmod(number, rule.divisor)

        def part(match: re.Match[str]) -> str:
            if match["optional"] is not None:
                shown, _, other = match["optional"].partition("|")
                return _TOKEN.sub(part, shown if rest else other)
            if match["kind"]:
                category = (self.plural if match["kind"] == "cardinal" else self.ordinal)(many)
                forms = dict(_FORM.findall(match["forms"]))
                return str(forms.get(category, forms["other"]))
            value = {"→": rest, "←": many, "=": number}[match["arrow"]]
            if match["what"] == "→":
                return self._written(value, name, max(at - 1, 0), depth + 1)
            if match["what"].startswith(("#", "0")):
                raise Unreadable(f"{name} {number}")
            return self.spell(value, match["what"] or name, depth + 1)

        return _TOKEN.sub(part, rule.text)


def _numbered(rules: Sequence[tuple[str, str]]) -> list[tuple[re.Match[str], str]]:
    pairs = (row for row in rules if len(row) == len(("base", "text")))
    return [(match, text) for base, text in pairs if (match := _BASE.fullmatch(base))]


def _rule(found: tuple[re.Match[str], str]) -> _Rule:
    match, text = found
    base, radix = int(match["base"].replace(",", "")), int(match["radix"] or 10)
    exponent = 0
    while base and radix ** (exponent + 1) <= base:
        exponent += 1
    exponent = max(exponent - len(match["lower"]), 0)
    return _Rule(base, radix**exponent, text.removesuffix(";").removeprefix("'"))
