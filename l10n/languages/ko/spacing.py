"""Owns what Korean writes in one word and what in two.

Source: Hangul Orthography (2017), articles 41 to 47. Only forms that no other reading can save are named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.languages.ko.dependent import and_others, apart
from l10n.languages.ko.glued import glued
from l10n.languages.ko.rows import Respelling, behind, found, respelt
from l10n.languages.ko.torn import torn
from l10n.model import Flaw, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["misspaced", "split_particles", "wrong"]

_PARTICLES = (
    "(?<![갑과] )을|를|는|에|에서|에서는|에서도|에서의|에게|에게서|에게는|에게도|에는|에도|에만|"
    "으로|으로서|으로써|으로부터|으로는|로부터|로서|로써|까지|까지는|까지도|처럼|이라고|이라는|라고|라는"
)
_ALONE = re.compile(
    "(?:(?<=[가-힣A-Za-z0-9%)\\]”’」』》\ufffc])|(?<=[^\\s(][\"']))[ \u00a0]+"
    f"(?P<particle>{_PARTICLES})"
    "(?=[ \u00a0,.?!]|\\Z)"
)
"""Particles that are no word: whatever stands before belongs to them."""
_BOUND = re.compile("(?<![ \u00a0])[ \u00a0]+(?P<particle>은|가|의|과|와|로)(?=[ \u00a0])")
"""Particles that are words too (silver, department, come): told only behind a term, an acronym or a closing mark."""
_CLOSED = re.compile("(?:[)\\]”’」』》]|[^\\s(][\"'])\\Z")
_ACRONYM = re.compile("(?<![A-Za-z])[A-Z]{2,}\\Z")


def split_particles(text: str, terms: Iterable[tuple[int, int]] = ()) -> Iterator[Flaw]:
    """Yield the particles that a space divides from their word; `terms` are the places of glossary terms."""
    ends = {end for start, end in terms if end - start > 1}
    for match in _ALONE.finditer(text):
        yield _split(text, match)
    for match in _BOUND.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        if match.start() in ends or _CLOSED.search(before) or _ACRONYM.search(before):
            yield _split(text, match)


_SHOWN = 100
"""Characters of a word that are looked at."""


def _split(text: str, match: re.Match[str]) -> Flaw:
    before = text[max(0, match.start() - _SHOWN) : match.start()].rsplit(maxsplit=1)[-1]
    foreign = before[-1] == "\ufffc" or (before[-1].isascii() and before[-1].isalpha() and before.islower())
    said = f"{match['particle']} is a particle: no space before it"
    return Flaw(said, *match.span(), match["particle"], Severity.INFO if foreign else None)


_RIEUL = "".join(chr(ord("가") + 28 * at + 8) for at in range(399))
"""The syllables that close in ㄹ, as the form of a verb before 수 does."""
_TIMES = "년 월 일 주 달 시간 분 초 개월 주일 번"
_COUNTED = " ".join(f"[0-9]{unit}" for unit in _TIMES.split())
_SINCE = "떠난 지난 태어난 죽은 숨진 끝난 헤어진 만난 온 된 한 나간 들어간 돌아간 넘은"
"""Past forms before 지 that counts time: 떠난 지 10년."""
_LASTED = f"(?=[ \u00a0](?:[0-9]+|몇|한|두|세|수십)[ \u00a0]?(?:{'|'.join(_TIMES.split())})(?:[ 이만도가,.]|여|째|\\Z))"
_NOUN = f"(?<=[가-힣])(?<![{_RIEUL}다은는])"
_SPACING = (
    Respelling("수", " 수", before="(?<=[가-힣][할될을를릴킬칠볼낼줄갈올쓸알힐])", after="(?= ?(?:있|없)[가-힣])"),
    Respelling(
        "수", " 수", before="(?<![가-힣][할될볼낼줄갈올쓸알])(?<=[할될볼낼줄갈올쓸알])", after="(?= ?(?:있|없)[가-힣])"
    ),
    Respelling(" 밖에", "밖에", before=f"(?<=[{_RIEUL}] 수)", after="(?= ?(?:없|안 |못))"),
    Respelling(" 이", "이", before="(?<= 것)", after='(?=(?:다|라고|라는|라며|며|었다|고|지만)(?:[ ,.?!”’"]|\\Z))'),
    Respelling(" 입니다", "입니다", before="(?<= 것)"),
    Respelling("뿐만아니라", "뿐만 아니라", before="(?<=[가-힣])"),
    Respelling("뿐 만 아니라", "뿐만 아니라"),
    Respelling(" 마다", "마다", before="(?<=[가-힣])", after="(?=[ ,](?!않|하))"),
    Respelling(" 부터", "부터", before="(?<=[가-힣])", after="(?=[ ,])"),
    Respelling("지", " 지", before=behind(_SINCE), after=_LASTED),
    Respelling("만에", " 만에", before=behind(f"{_COUNTED} 하루 이틀 사흘 나흘 며칠")),
    Respelling("만의", " 만의", before=behind(f"{_COUNTED} 이틀 사흘 나흘")),
    Respelling(" 뿐", "뿐", before=_NOUN, after="(?=이[다며고었]|입니다|만 아니|만이 아니|이라)"),
    Respelling("제 ", "제", before="(?<![가-힣])", after="(?=[0-9]+(?:차|회|조|항|장|호|군단|사단)(?![가-힣]{3}))"),
)


def misspaced(text: str) -> Iterator[Flaw]:
    """Yield the words that are written apart or together where nothing else is possible: `할수 있다`, `것 이다`."""
    for start, end, row in found(text, _SPACING):
        yield respelt(text, start, end, row.right)


def wrong(text: str, terms: Iterable[tuple[int, int]] = (), *, unfinished: bool = False) -> Iterator[Flaw]:
    """Yield the spaces that are missing or too many; `terms` are the places of glossary terms in the text.

    `unfinished` says that the source has a list which is not finished (`and so on`).
    """
    if " " in text:
        yield from split_particles(text, terms)
        others = and_others(text, unfinished=unfinished)
        told: set[tuple[int, int]] = set()
        for flaw in (*misspaced(text), *torn(text), *glued(text), *apart(text), *others):
            if all(flaw.end < start or end < flaw.start for start, end in told):
                told.add((flaw.start, flaw.end))
                yield flaw
