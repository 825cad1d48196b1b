"""Owns a small article in each format: its English text, the places in it, and a harmless translation of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.active import dialects
from tests.active.model import CODE, Article, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.active.payloads import Payload

__all__ = ["ARTICLES", "POSITIONS", "Attack", "attacks", "catalogue"]

POSITIONS = {"middle": "배가 {} 돌아왔다.", "alone": "{}", "beginning": "{} 배가 돌아왔다."}


@dataclass(frozen=True, slots=True)
class Attack:
    """A payload in a place of an article."""

    payload: Payload
    place: str
    position: str
    texts: tuple[tuple[str, str], ...]
    """Names of places and their texts; all others are harmless."""


def attacks(article: Article, payloads: tuple[Payload, ...], positions: tuple[str, ...]) -> Iterator[Attack]:
    """Yield each payload in each place in each position; what has several pieces begins in each place but the last.

    What frees code of the source goes where there is some.
    """
    for payload in payloads:
        for at, place in enumerate(article.places):
            taken = article.places[at : at + len(payload.pieces)]
            if len({one.source for one in taken}) < len(payload.pieces) or (
                payload.kind == "unwrap" and place.name != "code"
            ):
                continue
            for position in positions:
                texts = tuple(
                    (one.name, _text(article, one, piece, POSITIONS[position]))
                    for one, piece in zip(taken, payload.pieces, strict=True)
                )
                yield Attack(payload, place.name, position, texts)


def _text(article: Article, place: Place, piece: str, sentence: str) -> str:
    if "‹code" not in piece:
        return place.filled(sentence.replace("{}", piece))
    opened, inside, closed = article.code
    forms = {
        "‹code›": opened + inside + closed,
        "‹code bare›": CODE,
        "‹code without opening›": inside + closed,
        "‹code without closing›": opened + inside,
        "‹code with spaces›": f"{opened} {inside} {closed}",
        "‹code with a tab›": f"{opened}\t{inside}\t{closed}",
    }
    for name, form in forms.items():
        piece = piece.replace(name, form)
    return sentence.replace("{}", piece)


def catalogue(article: Article, texts: dict[str, str]) -> str:
    """Write the PO file in which a person reviewed every place: with these texts, and elsewhere harmless ones."""
    rows = ['msgid ""\nmsgstr ""\n"Language: ko\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n']
    told = sorted(article.places, key=lambda place: place.name not in texts)
    for place in {(one.source, one.context): one for one in reversed(told)}.values():
        context = f"msgctxt {_quoted(place.context)}\n" if place.context else ""
        target = texts.get(place.name, place.filled(place.harmless))
        rows.append(f"{context}msgid {_quoted(place.source)}\nmsgstr {_quoted(target)}\n")
    return "\n".join(rows)


_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\f": "\\f"})


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'


_LINK = 'Read [the full report](https://example.org/report "Report of the harbour office") today.'
_IMAGE = '![The ferry in the fog](/ferry.jpg "The ferry on its way home")'
_BODY = f"""# The ferry returned on Monday

The crew was tired. The harbour was calm.

- The tide was low.

> We are glad to be home.

| Place | Time |
| --- | --- |
| The old harbour | At noon |

{_IMAGE}

{_LINK}

Write `{CODE}` to break the page.

<figure><img src="/pier.jpg" alt="The pier at night"><figcaption>The pier in May</figcaption></figure>

```python
# Print the timetable
print(1)
```

The guide is [here][report].

The pier is old.[^1]

[^1]: It was built of oak.

[report]: https://example.org/guide "The guide of the harbour"
"""
_PLACES = (
    Place("title", "The ferry came back", context="title"),
    Place("description", "A short report.", context="description"),
    Place("headline", "The ferry returned on Monday"),
    Place("paragraph", "The crew was tired. The harbour was calm."),
    Place("list item", "The tide was low."),
    Place("quote", "We are glad to be home."),
    Place("cell", "The old harbour"),
    Place("second cell", "At noon"),
    Place("alt", _IMAGE, '![{}](/ferry.jpg "배")'),
    Place("image title", _IMAGE, '![배](/ferry.jpg "{}")'),
    Place("link text", _LINK, '오늘 [{}](https://example.org/report "보고서") 참고.'),
    Place("link title", _LINK, '오늘 [보고서](https://example.org/report "{}") 참고.'),
    Place("code", f"Write `{CODE}` to break the page.", f"{{}} `{CODE}` 라고 쓴다."),
    Place("attribute", "The pier at night"),
    Place("caption", "The pier in May"),
    Place("comment", "Print the timetable"),
    Place("reference", "The guide is [here][report].", "안내는 {} [여기][report] 있다."),
    Place("notes", "The pier is old.[^1]", "{} 부두는 낡았다.[^1]"),
    Place("footnote", "It was built of oak."),
    Place("definition", "The guide of the harbour"),
)
_SENTENCES = (
    Place("headline", "The ferry returned on Monday"),
    Place("first sentence", "The crew was tired."),
    Place("second sentence", "The harbour was calm."),
    Place("last sentence", "People waved."),
)
_CUT = "# The ferry returned on Monday\n\nThe crew was tired. The harbour was calm. People waved.\n"
_YAML = '---\ntitle: The ferry came back\ndescription: "A short report."\n---\n\n'
_TOML = '+++\ntitle = "The ferry came back"\ndescription = "A short report."\n+++\n\n'
_HTML = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>The ferry came back</title>
<meta name="description" content="A short report.">
</head>
<body>
<h1>The ferry returned on Monday</h1>
<p>The crew was tired. The harbour was calm.</p>
<ul><li>The tide was low.</li></ul>
<blockquote>We are glad to be home.</blockquote>
<table><tr><td>The old harbour</td><td>At noon</td></tr></table>
<p>Read <a href="https://example.org/report" title="Report">the full report</a> today.</p>
<p>Write <code>{CODE.replace("<", "&lt;")}</code> to break the page.</p>
<figure><img src="/pier.jpg" alt='The pier at night'><figcaption>The pier in May</figcaption></figure>
<p><input placeholder="Search the archive"><button aria-label=Close>Send</button></p>
<p>The pier is old.<sup><a href="#fn1">1</a></sup></p>
<p id="fn1">It was built of oak.</p>
</body>
</html>
"""
_HTML_LINK = 'Read <a href="https://example.org/report" title="Report">the full report</a> today.'
_SHOWN = CODE.replace("<", "&lt;")
_HTML_CODE = f"<code>{_SHOWN}</code>"
_HTML_PLACES = (
    Place("title", "The ferry came back"),
    Place("description", "A short report."),
    *_PLACES[2:8],
    Place("link text", _HTML_LINK, '오늘 <a href="https://example.org/report" title="보고">{}</a> 참고.'),
    Place("link title", _HTML_LINK, '오늘 <a href="https://example.org/report" title="{}">보고</a> 참고.'),
    Place("code", f"Write {_HTML_CODE} to break the page.", f"{{}} {_HTML_CODE} 라고 쓴다."),
    Place("attribute", "The pier at night"),
    Place("caption", "The pier in May"),
    Place("placeholder", "Search the archive"),
    Place("label", "Close"),
    Place("button", "Send"),
    Place("notes", 'The pier is old.<sup><a href="#fn1">1</a></sup>', '{} 낡았다.<sup><a href="#fn1">1</a></sup>'),
    Place("footnote", "It was built of oak."),
)
_JSX = """
<figure><img src="/pier.jpg" alt="The pier at night" /><figcaption>The pier in May</figcaption></figure>
"""
_MDX = _YAML + _BODY.replace('<figure><img src="/pier.jpg" alt="The pier at night">', _JSX.strip().split("<figcap")[0])
_PLAIN = "The ferry returned on Monday\n\nThe crew was tired. The harbour was calm.\n\nThe tide was low.\n"
_CUT_HTML = _CUT.replace("# The", "<h1>The").replace("Monday\n\n", "Monday</h1>\n<p>").replace("waved.", "waved.</p>")
ARTICLES = (
    Article("html", ".html", _HTML, _HTML_PLACES, code=("<code>", _SHOWN, "</code>")),
    Article("html sentences", "s/.html", _CUT_HTML, _SENTENCES),
    Article("markdown yaml", ".md", _YAML + _BODY, _PLACES),
    Article("markdown toml", "t/.md", _TOML + _BODY, _PLACES),
    Article("markdown sentences", "s/.md", _CUT, _SENTENCES),
    Article("mdx", ".mdx", _MDX, _PLACES),
    Article("mdx sentences", "s/.mdx", _CUT, _SENTENCES),
    Article("plain", ".txt", _PLAIN, _PLACES[2:5]),
    *dialects.ARTICLES,
)
