"""Owns the tokens in plain words that all languages write alike: addresses, handles, hashtags, telephones, files.

One table serves all who ask: they travel as marks to an engine, the guard refuses an answer without them, and a rule
tells of a translation that lost or changed one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from l10n.text.markup.links import same_page
from l10n.text.markup.pairing import likeness, paired
from l10n.text.punctuation.english import hide
from l10n.text.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.model import Inline

__all__ = ["Exact", "ExactChange", "ExactKind", "changes", "exact"]


class ExactKind(StrEnum):
    """What a token is; the value is how a message names it."""

    MAIL = "e-mail address"
    SITE = "web address"
    HANDLE = "handle"
    HASHTAG = "hashtag"
    PHONE = "telephone number"
    FILE = "file name"


@dataclass(frozen=True, slots=True)
class Exact:
    """A token in a text."""

    kind: ExactKind
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ExactChange:
    """A token of the source that its translation has not."""

    kind: ExactKind
    before: str
    after: Exact | None
    """What stands for it; None where it is lost."""
    sure: bool
    """False for what a person may do on purpose: name the page in another language, translate a hashtag."""


_DOMAINS = (
    "com|org|net|edu|gov|mil|int|info|biz|news|blog|dev|app|site|online|shop|wiki|cloud|page|tech|world|press|media"
    "|museum|agency|xyz|io|ai|tv|example|test"
)
_COUNTRIES = (
    "uk|kr|jp|cn|tw|hk|in|de|fr|es|it|pt|nl|be|ch|at|se|no|dk|fi|pl|cz|eu|us|ca|mx|br|ar|cl|au|nz|ie|ru|ua|tr|gr|il"
    "|za|sg|th|vn|id|ph|co|me|to|ly|gg|fm"
)
_LABEL = r"(?:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\.)"
_HOST = (
    rf"(?:www\.{_LABEL}*[a-z0-9-]+\.[a-z]{{2,}}"
    rf"|{_LABEL}+(?:{_DOMAINS})|{_LABEL}{{2,}}(?:{_COUNTRIES})|{_LABEL}(?:{_COUNTRIES})(?=/[a-z0-9]))"
    r"(?![A-Za-z0-9_-]|\.[A-Za-z0-9])"
)
_PATH = r"(?:[/?#](?:[A-Za-z0-9_~%/.?=&#+:@,;!*$-]*[A-Za-z0-9_~%/=&#+$-])?)?"
_FILES = (
    "pdf|docx?|xlsx?|csv|tsv|pptx?|odt|ods|rtf|txt|mdx?|rst|html?|xml|jsonl?|ya?ml|toml|ini|cfg|conf|png|jpe?g|gif|svg"
    "|webp|tiff?|mp3|mp4|mov|wav|avi|mkv|zip|tar|gz|tgz|bz2|7z|rar|exe|dmg|apk|iso|py|rb|rs|java|php|sql|css|scss|sh"
    "|bat|log|lock|pot?|epub|ipynb|jsx?|tsx?|mjs"
)
_PROGRAM = re.compile(r"[A-Za-z0-9]+\.[jt]s")
"""What is as likely a name: `Node.js`."""
_BEHIND = r"(?![A-Za-z0-9_]|[.@-][A-Za-z0-9])"
_TOKEN = re.compile(
    r"(?P<MAIL>(?<![\w.+-])[A-Za-z0-9][A-Za-z0-9_.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z0-9-]*[A-Za-z0-9])"
    rf"|(?P<SITE>(?<![\w.@/:+-])(?:https?://)?{_HOST}{_PATH})"
    r"|(?P<FILE>(?<![\w./@:~-])(?:[A-Za-z0-9_.-]+/)*[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?"
    rf"\.(?:{_FILES}){_BEHIND}(?!/))"
    rf"|(?P<HANDLE>(?<![\w@./+&\\-])@(?=[0-9_]*[A-Za-z])[A-Za-z0-9_]{{2,}}(?:-[A-Za-z0-9_]+)*"
    rf"(?:/[A-Za-z0-9_.-]*[A-Za-z0-9_])?{_BEHIND})"
    r"|(?P<HASHTAG>(?<![\w&/#{=.-])\#(?=[0-9_]*[A-Za-z])[A-Za-z0-9_]{2,}(?![A-Za-z0-9_-]))"
    r"|(?P<PHONE>(?<![\w.+$-])(?:\+\d{1,3}[ .-]?(?:\(\d{1,5}\)[ .-]?)?\d(?:[ .-]?\d){6,13}"
    r"|\(\d{2,5}\)[ -]?\d{2,5}(?:[ -]\d{2,5})*|(?:\d-)?\d{3}-\d{3}-\d{4}|\d{2,3}-\d{3,4}-\d{4}|555-\d{4})(?![\w-]))",
    re.ASCII,
)
_CALLED = re.compile(r"(?i)\b(?:call|dial|phone|telephone|tel|hotline|text|fax|mobile)\b[^.!?]{0,40}\Z")
_SHORT_PHONE = re.compile(r"(?<![\w.+$-])\d{3}-\d{3,4}(?![\w-])", re.ASCII)
_FAR = 60
"""Characters in front of a short number in which a word for a call is looked for."""
_MOST = 200
"""Tokens that are looked for one by one where a translation has not the same: each is a search in the whole text."""
_SIGNS = re.compile(r"[@#]|\.[A-Za-z0-9]|\+\d|\d-\d|\)[ -]?\d")


def exact(text: str, spans: Sequence[Inline] = ()) -> tuple[Exact, ...]:
    """Return the exact tokens in the plain words of a text, ascending and apart; its markup has none."""
    if not _SIGNS.search(text):
        return ()
    bare = hide(text, spans) if spans else text
    found = [
        Exact(ExactKind[match.lastgroup or ""], *match.span(), match.group())
        for match in _TOKEN.finditer(bare)
        if not _PROGRAM.fullmatch(match.group())
    ]
    taken = Ranges([(one.start, one.end) for one in found]).hold
    found += [
        Exact(ExactKind.PHONE, *match.span(), match.group())
        for match in _SHORT_PHONE.finditer(bare)
        if not taken(match.start()) and _CALLED.search(bare, max(0, match.start() - _FAR), match.start())
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def changes(
    source: str, source_spans: Sequence[Inline], target: str, target_spans: Sequence[Inline]
) -> Iterator[ExactChange]:
    """Yield the exact tokens of a source that stand nowhere in its translation, each once, with what became of it.

    One that the translation has inside of markup is kept, whatever its digits are written with.
    """
    wanted = {one.text: one for one in exact(source, source_spans)}
    if not wanted:
        return
    views = [unicodedata.normalize("NFKC", text) for text in (target, hide(target, target_spans))]
    given = {one.text for one in exact(target, target_spans)}
    missing = [one for one in wanted.values() if one.text not in given][:_MOST]
    lost = [one for one in missing if not any(_stands(one, view) for view in views)]
    if not lost:
        return
    known = [unicodedata.normalize("NFKC", text) for text in (source, hide(source, source_spans))]
    others = [one for one in exact(target, target_spans) if one.text not in wanted][:_MOST]
    new = [one for one in others if not any(_stands(one, view) for view in known)]
    for kind in dict.fromkeys(one.kind for one in lost):
        stand_ins = {one.text: one for one in new if one.kind is kind}
        gone = [one.text for one in lost if one.kind is kind]
        became = dict(paired(gone, list(stand_ins), likeness))
        for before in gone:
            after = stand_ins.get(became.get(before, ""))
            shortened = after is None and _pictured(source, wanted[before].start)
            yield ExactChange(kind, before, after, _sure(kind, before, after) and not shortened)


def _pictured(text: str, at: int) -> bool:
    """Tell whether a place is in the words for an image, which people shorten."""
    return text.rfind("![", 0, at) > text.rfind("](", 0, at)


def _stands(token: Exact, text: str) -> bool:
    """Tell whether a text has a token.

    A compound may begin with it (German `boats.csv-Datei`), and a handle may have its sign behind it where a script
    runs to the left.
    """
    word = re.escape(token.text)
    if token.kind is ExactKind.PHONE:
        return _called(token.text, text)
    if token.kind in {ExactKind.HANDLE, ExactKind.HASHTAG}:
        sign, name = token.text[0], re.escape(token.text[1:])
        word = f"(?:{word}|(?<![A-Za-z0-9_]){name}{sign})"
    before = r"(?<![A-Za-z0-9_-])(?<![A-Za-z0-9_][.@])"
    if token.kind is ExactKind.SITE:
        word = re.escape(re.sub(r"\A(?:https?://)?(?:www\.)?", "", token.text).rstrip("/"))
        before = r"(?<![A-Za-z0-9_@-])(?:(?<!\.)|(?<=www\.))"
    bound = "[-.@]" if token.kind is ExactKind.SITE and "/" in word else "[.@]"
    behind = rf"(?![A-Za-z0-9_]|{bound}[A-Za-z0-9]|-[0-9]|/[A-Za-z0-9])"
    return re.search(f"{before}{word}{behind}", text, re.IGNORECASE) is not None


_DIGITS = re.compile(r"\d+")


def _called(number: str, text: str) -> bool:
    """Tell whether a text has the digits of a number in their order, or its groups in reverse, however divided."""
    plain = "".join(str(unicodedata.digit(char, char)) for char in text)
    groups = _DIGITS.findall(number)
    for row in (groups, groups[::-1]):
        digits = r"[ ().\-‐-–]{0,3}".join("".join(row))
        if re.search(rf"(?<!\d){digits}(?!\d)|(?<=\d[ .-]){digits}(?!\d)", plain, re.ASCII):
            return True
    return False


def _sure(kind: ExactKind, before: str, after: Exact | None) -> bool:
    """Tell whether no person changes or leaves out a token like this on purpose."""
    if kind is ExactKind.HASHTAG:
        return after is not None
    if kind is ExactKind.SITE:
        whole = re.search("[/?#]", before.removeprefix("https://").removeprefix("http://")) is not None
        if after is None:
            return whole or before.startswith("www.")
        here, there = (one if "://" in one else f"https://{one}" for one in (before, after.text))
        return _host(here) != _host(there) or not same_page(here, there)
    return True


def _host(address: str) -> str:
    return address.partition("://")[2].partition("/")[0].removeprefix("www.")
