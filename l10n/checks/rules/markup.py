"""Owns the rules about markup: placeholders, tags, links and code must be those of the source."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from l10n.checks.rules import belonging, exact, moved
from l10n.model import Flaw, Severity, SpanKind
from l10n.protocols import Example, Rule
from l10n.text.markup import active, codes, emphasis, links, placeholders
from l10n.text.markup.active import ActiveKind
from l10n.text.markup.strengths import strength
from l10n.text.punctuation import quotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.model import Inline
    from l10n.protocols import Pair

__all__ = ["ACTIVE", "RULES"]

_REST = re.compile(r"\w{0,8}")
"""What is shown of the word that goes on behind a mark."""
_MARK = re.compile(r"⟦\s*\d+\s*⟧")


_BLOCK = re.compile(r"(?:```|~~~)[^\n`]*\n")
"""How a block of code begins, whose comments and texts may be translated."""
_SHOWN = 60
_FILLED = re.compile(r"%[sd]")


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _slots(pair: Pair) -> Iterator[Flaw]:
    """Yield `%s` and `%d` in plain words that were lost or came in: most likely a program fills them."""
    if not _FILLED.search(pair.source) and not _FILLED.search(pair.target):
        return
    before, after = (
        placeholders.slots(*one) for one in ((pair.source, pair.source_spans), (pair.target, pair.target_spans))
    )
    for slot in before - placeholders.slots(pair.target):
        yield Flaw(f"{slot} is lost", severity=Severity.WARNING)
    for slot in after - placeholders.slots(pair.source):
        at = pair.target.index(slot)
        yield Flaw(f"{slot} is not in the source", at, at + len(slot), severity=Severity.WARNING)


def _parity(pair: Pair) -> Iterator[Flaw]:
    yield from _slots(pair)
    if not pair.source_spans and not pair.target_spans:
        return
    found = _changes(pair)
    yield from _tags(pair, [change for change in found if change.kind is SpanKind.TAG])
    for change in found:
        if change.kind is SpanKind.VARIABLE or change.what == placeholders.IMAGE:
            place = (change.place.start, change.place.end) if change.place else (0, 0)
            again = change.kind is SpanKind.VARIABLE and change.what in (pair.source if change.place else pair.target)
            yield Flaw(change.message, *place, severity=Severity.WARNING if again else None)
    yield from _code(pair)
    yield from _links(pair)


def _changes(pair: Pair) -> list[placeholders.Change]:
    """Return what was lost or added, save what `active-content` tells."""
    found = placeholders.changes(pair.source, pair.source_spans, pair.target, pair.target_spans)
    told = [one for one in _added(pair) if one.kind is not ActiveKind.TAG]
    return [change for change in found if change.place is None or not _touched(change.place, told)]


def _touched(place: Inline, pieces: Iterable[active.Active]) -> bool:
    return any(one.start < place.end and place.start < one.end for one in pieces)


def _added(pair: Pair) -> list[active.Active]:
    return active.added(pair.source, pair.target, active.reading(pair.source, pair.source_spans))


_SURE = frozenset([ActiveKind.SCRIPT, ActiveKind.TEMPLATE])
_BROUGHT = {
    ActiveKind.SCRIPT: "runs on the page",
    ActiveKind.TEMPLATE: "is a call of a template, an expression or the like",
    ActiveKind.IMAGE: "is an image",
    ActiveKind.TAG: "is a tag that does more than set words, or is not closed",
    ActiveKind.ADDRESS: "is an address that is not of https",
}


def _active(pair: Pair) -> Iterator[Flaw]:
    for one in _added(pair):
        shown = one.escaped or not one.what.endswith(">")
        if one.kind is ActiveKind.TAG and (shown or _marked_up(pair, one)):
            continue
        short = one.what.startswith("[") and one.kind is ActiveKind.TEMPLATE
        does = "reads as a shortcode, which round brackets do not" if short else _BROUGHT[one.kind]
        said = f"{_short(pair.target[one.start : one.end])} {does}, and the source has none such"
        yield Flaw(said, one.start, one.end, severity=None if one.kind in _SURE else Severity.WARNING)


def _marked_up(pair: Pair, one: active.Active) -> bool:
    """Tell whether the rule `markup` tells of a tag."""
    return any(span.kind is SpanKind.TAG and _touched(span, [one]) for span in pair.target_spans)


_TAG = re.compile(r"<\s*(/?)\s*([A-Za-z][\w:.-]*)")
_TONGUE = re.compile(r" (?:dir|lang)=[^\s>]*")
"""Attributes that a translation into another script needs."""


def _tags(pair: Pair, found: Sequence[placeholders.Change]) -> Iterator[Flaw]:
    """Yield what is lost and added; tags that are added in pairs break nothing, and `_links` tells of links."""
    if not found:
        return
    depth: Counter[str] = Counter()
    for span in pair.target_spans:
        tag = _TAG.match(pair.target, span.start) if span.kind is SpanKind.TAG else None
        if tag:
            depth[tag[2].lower()] += -1 if tag[1] else 1
    lost = Counter({_TONGUE.sub("", one.what): one.count for one in found if one.place is None})
    added = Counter({_TONGUE.sub("", one.what): one.count for one in found if one.place})
    for change in found:
        name = _TAG.match(change.what)
        what, whole = _TONGUE.sub("", change.what), name is not None and depth[name[2]] == 0
        same = lost[what] == added[what]
        linked = whole and (what.startswith("<a href=") or what == "</a>")
        if same or linked:
            continue
        place = (change.place.start, change.place.end) if change.place else (0, 0)
        yield Flaw(change.message, *place, severity=Severity.WARNING if change.place and whole else None)


def _code(pair: Pair) -> Iterator[Flaw]:
    found = _compared(pair)
    for raw in found.lost:
        yield Flaw(f"code {_short(raw)} is lost")
    for one in found.changed:
        sure = one.sure and not _BLOCK.match(one.before)
        said = f"code {_short(one.before)} became {_short(one.after)}"
        yield Flaw(said, one.span.start, one.span.end, severity=None if sure else Severity.WARNING)
    for span in found.added:
        said = f"code {_short(pair.target[span.start : span.end])} is added"
        yield Flaw(said, span.start, span.end, severity=Severity.WARNING)


def _compared(pair: Pair) -> codes.Codes:
    return codes.compared(pair.source, pair.source_spans, pair.target, pair.target_spans)


def _bare(pair: Pair) -> Iterator[Flaw]:
    for start, end in _compared(pair).bare:
        yield Flaw(f"{_short(pair.target[start:end])} stands without backticks", start, end)


def _led(pair: Pair) -> tuple[dict[str, list[Inline]], dict[str, list[Inline]]]:
    return placeholders.goals(pair.source, pair.source_spans), placeholders.goals(pair.target, pair.target_spans)


def _links(pair: Pair) -> Iterator[Flaw]:
    before, after = _led(pair)
    found = links.compared(before, after)
    for goal in found.lost:
        yield Flaw(f"link {_short(goal)} is lost")
    for goal in found.fewer:
        yield Flaw(f"link {_short(goal)} is lost once", severity=Severity.WARNING)
    for one in found.moved:
        if not one.same:
            yield Flaw(f"link changed from {_short(one.before)} to {_short(one.after)}", one.span.start, one.span.end)
    brought = _added(pair)
    for span in (one for one in found.added if not _touched(one, brought)):
        yield Flaw("a link is added", span.start, span.end, severity=Severity.WARNING)
    for goal, spans in after.items():
        kinds = {span.kind for span in before.get(goal, ())}
        if kinds == {SpanKind.LINK} and {span.kind for span in spans} == {SpanKind.URL}:
            yield Flaw(f"the link is lost, its address {_short(goal)} stands bare", spans[0].start, spans[0].end)


def _emphasis(pair: Pair) -> Iterator[Flaw]:
    sides = (pair.source, pair.source_spans), (pair.target, pair.target_spans)
    before, after = (_strengths(text, spans) for text, spans in sides)
    if before == after:
        return
    before, after = (_strengths(text, [one for one in spans if one.kind is SpanKind.EMPHASIS]) for text, spans in sides)
    lost, added = before - after, after - before
    told = sum(lost for _, lost in _strays(pair))
    gone, more = lost.total() // 2 - told, added.total() // 2
    if gone > more:
        times = f" ({gone - more} times)" if gone - more > 1 else ""
        quoted = _quotations(pair.target, pair.locale) - _quotations(pair.source, pair.source_locale)
        if quoted >= gone - more:
            yield Flaw("emphasis became quotation marks", severity=Severity.INFO)
        else:
            yield Flaw(f"emphasis mark {next(iter(lost))} is lost{times}")
    elif gone < more:
        span = next(span for span in pair.target_spans if strength(pair.target, span) in added)
        yield Flaw("emphasis is added", span.start, span.end, severity=Severity.INFO)
    elif gone:
        torn = _torn(pair)
        place = torn or (0, 0)
        said = f"emphasis {next(iter(lost))} became {next(iter(added))}"
        yield Flaw(said, *place, severity=None if torn else Severity.INFO)


def _torn(pair: Pair) -> tuple[int, int] | None:
    """Return where a mark stays literal beside one that renders, as in `**words*`."""
    ends = {at for span in pair.target_spans if span.kind is SpanKind.EMPHASIS for at in (span.start, span.end)}
    for stray in emphasis.strays(pair.target, pair.target_spans):
        if stray.inner == stray.end and {stray.start, stray.end} & ends:
            return stray.start, stray.end
    return None


def _strengths(text: str, spans: Sequence[Inline]) -> Counter[str]:
    return Counter(mark for span in spans if (mark := strength(text, span)))


def _quotations(text: str, locale: str) -> int:
    return len(quotes.read(text, locale).quotations)


def _strays(pair: Pair) -> list[tuple[emphasis.Stray, bool]]:
    """Return the emphasis marks that stay literal and were not in the source, and whether its emphasis is lost so."""
    renders = _marked(pair.source_spans) + _marked(pair.target_spans) > 0
    found = emphasis.strays(pair.target, pair.target_spans, renders=renders)
    if not found:
        return []
    missing = (_marked(pair.source_spans) - _marked(pair.target_spans)) // 2
    sources = emphasis.strays(pair.source, pair.source_spans, renders=renders)
    meant = {pair.source[one.start : one.inner] for one in sources}
    emphasised, kept = _marked(pair.source_spans), []
    for stray in found:
        mark = pair.target[stray.start : stray.inner]
        inside = pair.target[stray.start - 1 : stray.start].isalnum() and len(mark) == 1
        lost = not stray.known and missing > 0 and not inside
        missing -= lost
        doubled = len(mark) > 1 and mark not in meant
        if lost or (doubled and not stray.known) or (stray.known and emphasised):
            kept.append((stray, lost))
    return kept


def _marked(spans: Sequence[Inline]) -> int:
    return sum(span.kind is SpanKind.EMPHASIS for span in spans)


_MOST_SPELT = 50
"""Marks of one text for which a spelling that renders is sought: each is tried in the whole text."""


def _literal(pair: Pair) -> Iterator[Flaw]:
    for count, (stray, lost) in enumerate(_strays(pair)):
        sought = count < _MOST_SPELT
        text, mark = pair.target, pair.target[stray.start : stray.inner]
        paired = stray.inner < stray.end
        if stray.known and not lost:
            fix = emphasis.respelt(text, stray, pair.locale) if sought else None
            shown = f"published as {fix}{_REST.match(text, stray.end)[0]}" if fix else "published as emphasis"  # type: ignore[index]
            yield Flaw(f"{shown}; other programs show the marks", stray.start, stray.end, fix, Severity.INFO)
        elif lost:
            fix = emphasis.respelt(text, stray, pair.locale) if sought else None
            before, after = text[max(stray.inner, stray.close - 1) : stray.close], text[stray.end : stray.end + 1]
            why = (
                f"{mark} between {before} and {after} does not close"
                if paired and before.strip() and after.strip()
                else ""
            )
            said = f"{why or f'{mark} does not render'}: a reader may see the mark itself"
            yield Flaw(said, stray.start, stray.end, fix)
        else:
            bare = text[stray.inner : stray.close] if paired else ""
            fix = bare if bare == bare.strip() else None
            said = f"{mark} is not in the source and does not render: a reader sees the mark itself"
            yield Flaw(said, stray.start, stray.end, fix, Severity.WARNING)


def _marks(pair: Pair) -> Iterator[Flaw]:
    for mark in dict.fromkeys(_MARK.findall(pair.target)):
        if mark not in pair.source:
            at = pair.target.index(mark)
            yield Flaw(f"the mark {mark} of a machine draft was left in the text", at, at + len(mark))


ACTIVE = Rule(
    id="active-content",
    severity=Severity.ERROR,
    reason="What the author of the article did not put on the page must not come to life in a translation.",
    failing=(
        Example("The ship came back.", "배가 <img src=x onerror=alert(1)> 돌아왔다."),
        Example("The ship came back.", "배가 {{ page.secret }} 돌아왔다."),
        Example("See the [report](https://a.org).", "[보고서](javascript:alert(1))를 보라."),
    ),
    passing=(
        Example("The ship came back.", "배가 <b>돌아왔다</b>."),
        Example("See [it](https://a.org/en).", "[그것](https://a.org/ko)을 보라."),
    ),
    find=_active,
)
RULES = (
    Rule(
        id="markup",
        severity=Severity.ERROR,
        reason="A lost link, tag, variable or piece of code breaks the published page.",
        failing=(Example("Read `config` first.", "먼저 설정을 읽는다."),),
        passing=(Example("Read `config` first.", "먼저 `config`를 읽는다."),),
        find=_parity,
    ),
    ACTIVE,
    Rule(
        id="code-bare",
        severity=Severity.WARNING,
        reason="Code without its backticks is set as words, and its quotation marks and dashes are changed.",
        failing=(Example("Read `config` first.", "먼저 ‘config’를 읽는다."),),
        passing=(Example("Read `config` first.", "먼저 `config`를 읽는다."),),
        find=_bare,
    ),
    *moved.RULES,
    Rule(
        id="emphasis",
        severity=Severity.WARNING,
        reason="What the source stresses has another sense when nothing is stressed.",
        failing=(Example("It is **not** open.", "열려 있지 않다."),),
        passing=(Example("It is **not** open.", "열려 있지 **않다**."),),
        find=_emphasis,
    ),
    Rule(
        id="emphasis-literal",
        severity=Severity.ERROR,
        reason="Marks that do not become emphasis stand in the published text as stars.",
        failing=(
            Example("The **ministry (MSS)** denied it.", "**국가보위성(MSS)**은 부인했다."),
            Example("The **ministry** denied it.", "** 국가보위성**은 부인했다."),
            Example("The ministry denied it.", "국가보위성은 **부인했다."),
        ),
        passing=(
            Example("The **ministry (MSS)** denied it.", "**국가보위성**(MSS)은 부인했다."),
            Example("2 * 3 * 4 is `2**3`.", "2 * 3 * 4는 `2**3`이다."),
        ),
        find=_literal,
    ),
    Rule(
        id="mark-left",
        severity=Severity.ERROR,
        reason="⟦1⟧ stands for markup while a machine translates; a reader must never see it.",
        failing=(Example("Read it.", "⟦1⟧ 읽어 보라."),),
        passing=(Example("Read it.", "읽어 보라."),),
        find=_marks,
    ),
    *exact.RULES,
    *belonging.RULES,
)
