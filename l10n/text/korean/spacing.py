"""Owns what Korean writes in one word and what in two, and spellings that are always wrong.

Sources: Hangul Orthography (2017), articles 41 to 47 on spacing, 6, 19, 25, 30, 40 and 53 on spelling; the
Standard Language Regulations. Only forms that no other reading can save are named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Respelling", "misspaced", "misspelt", "split_particles"]


class Respelling(NamedTuple):
    """A stretch of a text and how it is written; offsets into the text that was asked about."""

    start: int
    end: int
    right: str


_PARTICLES = (
    "(?<![갑과] )을|를|는|에|에서|에서는|에서도|에서의|에게|에게서|에게는|에게도|에는|에도|에만|"
    "으로|으로서|으로써|으로부터|으로는|로부터|로서|로써|까지|까지는|까지도|처럼|이라고|이라는|라고|라는"
)
_ALONE = re.compile(
    "(?<=[가-힣A-Za-z0-9%)\\]”’」』》\ufffc])[ \u00a0]+" + f"(?P<particle>{_PARTICLES})" + "(?=[ \u00a0,.?!]|\\Z)"
)
"""Particles that are no word: whatever stands before belongs to them."""
_BOUND = re.compile("[ \u00a0]+(?P<particle>은|가|의|과|와|로)(?=[ \u00a0])")
"""Particles that are words too (silver, department, come): told only behind a term, an acronym or a closing mark."""
_CLOSED = re.compile("[)\\]”’」』》]\\Z")
_ACRONYM = re.compile("(?<![A-Za-z])[A-Z]{2,}\\Z")


def split_particles(text: str, terms: Iterable[tuple[int, int]] = ()) -> Iterator[Respelling]:
    """Yield the particles that a space divides from their word; `terms` are the places of glossary terms."""
    ends = {end for start, end in terms if end - start > 1}
    for match in _ALONE.finditer(text):
        yield Respelling(match.start(), match.end(), match["particle"])
    for match in _BOUND.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        if match.start() in ends or _CLOSED.search(before) or _ACRONYM.search(before):
            yield Respelling(match.start(), match.end(), match["particle"])


_RIEUL = "".join(chr(ord("가") + 28 * at + 8) for at in range(399))
"""The syllables that close in ㄹ, as the form of a verb before 수 does."""
_SPACING = (
    (r"(?<=[가-힣][할될을를릴킬칠볼낼줄갈올쓸알힐])(?=수 ?(?:있|없)[가-힣])", " "),
    (r"(?<![가-힣])(?P<verb>[할될볼낼줄갈올쓸알])(?=수 ?(?:있|없)[가-힣])", r"\g<verb> "),
    (rf"(?<=[{_RIEUL}] 수) (?=밖에 ?(?:없|안 |못))", ""),
    (r"(?<= 것) (?=이(?:다|라고|라는|라며|며|었다|고|지만)(?:[ ,.?!”’\"]|\Z)|입니다)", ""),
    (r"(?<=[가-힣]뿐만)(?=아니라)", " "),
    (r"(?<=뿐) (?=만 아니라)", ""),
    (r"(?<=[가-힣]) (?=마다[ ,](?!않|하))", ""),
    (r"(?<=[가-힣]) (?=부터[ ,])", ""),
)
_SPELLING = (
    ("몇일(?!본)|몇 일(?=[ 간째에,.?]|동안|\\Z)", "며칠"),
    ("되요", "돼요"),
    ("됬", "됐"),
    ("어떻해", "어떡해"),
    ("왠만(?=[하한해히])", "웬만"),
    ("웬지(?![가-힣])", "왠지"),
    ("왠일", "웬일"),
    ("희안(?=[하한해])", "희한"),
    ("설겆이", "설거지"),
    ("(?<![가-힣])역활(?![동성용력발자])", "역할"),
    ("(?<![가-힣])댓가", "대가"),
    ("(?<![가-힣])갯수", "개수"),
    ("(?<![가-힣])촛점", "초점"),
    ("(?<![가-힣])헛점", "허점"),
    ("오랫만", "오랜만"),
    ("(?<![가-힣])어의(?= ?없[이는다었])", "어이"),
    ("깨끗히", "깨끗이"),
    ("일일히", "일일이"),
    ("곰곰히", "곰곰이"),
    ("틈틈히", "틈틈이"),
    ("더우기", "더욱이"),
    ("일찌기", "일찍이"),
    ("(?<![가-힣])통채로", "통째로"),
    ("눈쌀", "눈살"),
    ("닥달(?=[하한해])", "닦달"),
    ("할려고", "하려고"),
    ("뵈요", "봬요"),
    ("(?<![가-힣])(?<!지 )않되", "안 되"),
    ("(?<![가-힣])않된", "안 된"),
    ("(?<![가-힣])않하", "안 하"),
    ("짜집기", "짜깁기"),
    ("(?<=[있없])슴(?![가-힣])", "음"),
    ("(?<=[있없했었았겠])읍니다", "습니다"),
    ("뇌졸증", "뇌졸중"),
    ("어짜피", "어차피"),
    ("느즈막", "느지막"),
    ("내노라하", "내로라하"),
    ("절대절명", "절체절명"),
    ("홀홀단신", "혈혈단신"),
    ("풍지박산", "풍비박산"),
    ("(?<=[할갈올될을줄])께요", "게요"),
    ("습닌다", "습니다"),
    ("구렛나루", "구레나룻"),
    ("(?<![가-힣])금새(?= )", "금세"),
    ("단언컨데", "단언컨대"),
    ("요컨데", "요컨대"),
    ("예컨데", "예컨대"),
    ("승락", "승낙"),
    ("허락치", "허락지"),
    ("익숙치", "익숙지"),
    ("생각치(?= ?[않못도])", "생각지"),
    ("넉넉치", "넉넉지"),
    ("거북치", "거북지"),
)


def _compiled(table: Iterable[tuple[str, str]]) -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]:
    """Return one pattern that tells whether any row stands in a text, and the rows."""
    rows = tuple(table)
    first = re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern) for pattern, _ in rows))
    return first, tuple((re.compile(pattern), right) for pattern, right in rows)


_TRAPS = _compiled(_SPACING)
_MISSPELT = _compiled(_SPELLING)


def misspaced(text: str) -> Iterator[Respelling]:
    """Yield the words that are written apart or together where nothing else is possible: `할수 있다`, `것 이다`."""
    yield from _found(text, *_TRAPS)


def misspelt(text: str) -> Iterator[Respelling]:
    """Yield the spellings that no dictionary has: `됬다`, `몇일`."""
    yield from _found(text, *_MISSPELT)


def _found(text: str, first: re.Pattern[str], rows: Iterable[tuple[re.Pattern[str], str]]) -> Iterator[Respelling]:
    if first.search(text):
        for pattern, right in rows:
            for match in pattern.finditer(text):
                yield Respelling(match.start(), match.end(), match.expand(right))
