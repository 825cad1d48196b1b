"""Plants errors in exact tokens and markup, in pairs put together from a text and the same token on both sides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planted.figures import shared
from planted.good import LATIN, Good, Planted, table

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGLISH = table("english")
EVERY, MOST = 9, 170
"""Of so many texts one is put together with a token; none that is longer."""
PLACES = ("harbour", "river-board", "nightdesk", "market", "council", "station", "library")


@dataclass(frozen=True, slots=True)
class Exact:
    """A kind of exact token: how it is written, and what it becomes."""

    kind: str
    phrase: str
    right: str
    wrong: str


TOKENS = (
    Exact("e-mail address", "contact", "{0}@{1}.example.org", "{0}@{1}.example.kr"),
    Exact("e-mail address", "contact", "{0}.{1}@example.com", "{1}.{0}@example.com"),
    Exact("site without a scheme", "site", "www.{0}.example.org/{1}", "www.{0}.example.com/{1}"),
    Exact("site without a scheme", "site", "{0}.org/{1}", "{0}.org/{1}s"),
    Exact("address", "site", "https://{0}.example.org/{1}", "https://{0}.example.org/{1}-2"),
    Exact("handle", "follow", "@{0}_{1}", "@{1}_{0}"),
    Exact("hashtag", "follow", "#{0}{1}", "#{0}{1}s"),
    Exact("telephone number", "phone", "+44 20 7946 0{2}", "+44 20 7964 0{2}"),
    Exact("telephone number", "phone", "(555) 01{2}", "(555) 10{2}"),
    Exact("file name", "file", "{0}-{1}.pdf", "{0}-{1}.doc"),
    Exact("file name", "file", "{0}_2018.csv", "{1}_2018.csv"),
    Exact("code changed", "version", "{0} --{1}", "{0} -{1}"),
    Exact("code changed", "version", "{0}_{1}()", "{0}{1}()"),
    Exact("link target changed", "key", "[{2}](https://{0}.example.org/{1})", "[{2}](https://{1}.example.org/{0})"),
    Exact("image lost", "photo", "![{2}](img/{0}.png)", "{2}"),
    Exact("code lost", "version", "{0}-{1}", "<lost>"),
)


def together(good: Good, table: dict[str, Any]) -> Iterator[Planted]:
    """Plant a token that was changed."""
    if len(good.source) > MOST or not re.search(r"[.。]\Z", good.target) or good.number % 2:
        return
    first, second = PLACES[good.number % 7].replace("-", ""), PLACES[(good.number // 7 + 1 + good.number % 7) % 7]
    second = second.replace("-", "") if second.replace("-", "") != first else "bridge"
    digits = str(100 + good.number % 800)
    for exact in TOKENS:
        right, wrong = (form.format(first, second, digits) for form in (exact.right, exact.wrong))
        phrase = table["phrases"][exact.phrase]
        source = f"{good.source} {ENGLISH[exact.phrase].format(right)}"
        text = f"{good.target}{good.space}{phrase.format(right)}"
        broken = f"{good.target}{good.space}{phrase.format(wrong)}".replace("`<lost>`", f"{right}")
        yield Planted(exact.kind, exact.right, source, text, broken, markup=True)


def exchanged(good: Good, table: dict[str, Any]) -> Iterator[Planted]:
    """Plant two links or two words of code in each other's place."""
    if len(good.source) > MOST or not re.search(r"[.。]\Z", good.target) or not good.number % 2:
        return
    at = good.number % 6
    one, two = PLACES[at].replace("-", ""), PLACES[at + 1].replace("-", "")
    for kind, phrase, words in (
        ("links exchanged", "two", (f"https://{one}.example", f"https://{two}.example")),
        ("links exchanged", "latin", (f"https://{one}.example/1", f"https://{two}.example/2")),
        ("code exchanged", "code", (f"{one}-get", f"{two}-put")),
    ):
        source = f"{good.source} {ENGLISH[phrase].format(*words)}"
        right, wrong = (table["phrases"][phrase].format(*order) for order in (words, words[::-1]))
        start = good.target + good.space
        yield Planted(kind, phrase, source, start + right, start + wrong, markup=True)


def emphasis(good: Good, _: dict[str, Any]) -> Iterator[Planted]:
    """Plant emphasis that was lost, or stands on another number, and a link that lost its brackets."""
    numbers = shared(good)
    if not numbers or re.search(r"[*_`\[\]<>]", good.source + good.target):
        return
    number, match = numbers[0]
    before, after = good.target[: match.start()], good.target[match.end() :]
    text = match.group()
    source = good.source.replace(number, f"**{number}**", 1)
    right = f"{before}**{text}**{after}"
    yield Planted("emphasis lost", "", source, right, good.target, markup=True)
    yield Planted("emphasis broken", "", source, right, f"{before}**{text}*{after}", markup=True)
    linked = good.source.replace(number, f"[{number}](https://news.example/{number})", 1)
    link = f"[{text}](https://news.example/{number})"
    whole = f"{before}{link}{after}"
    yield Planted("link lost", "", linked, whole, good.target, markup=True)
    yield Planted("link broken", "", linked, whole, f"{before}{link[:-1]}{after}", markup=True)
    if len(numbers) > 1 and good.locale not in LATIN:
        last = numbers[-1][1]
        if last.start() > match.end():
            moved = f"{good.target[: last.start()]}**{last.group()}**{good.target[last.end() :]}"
            yield Planted("emphasis on another word", "", source, right, moved, markup=True)


def clocks(good: Good, table: dict[str, Any]) -> Iterator[Planted]:
    """Plant another hour where the English has a clock of 24 hours."""
    if len(good.source) > MOST or not re.search(r"[.。]\Z", good.target) or good.number % 3:
        return
    hour, minute = 13 + good.number % 9, 10 + good.number % 49
    source = f"{good.source} {ENGLISH['doors'].format(hour, minute)}"
    start, phrases = good.target + good.space, table["phrases"]
    right, wrong = (start + phrases["doors"].format(at, minute) for at in (hour, hour - 10))
    yield Planted("clock: 24 hours", "hour", source, right, wrong)
    if "noon" in phrases:
        right, wrong = (start + phrase.format(hour - 12, minute) for phrase in phrases["noon"])
        yield Planted("clock: 24 hours", "noon", source, right, wrong)


FAMILY = (clocks, together, exchanged, emphasis)
