"""Owns what a localized article says of its history: who translated and reviewed it, of what, and when it changed."""

from __future__ import annotations

import html
import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from l10n import locales
from l10n.languages import direction
from l10n.model import Edition
from l10n.publish.disclosure import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from l10n.config import DisclosureTable
    from l10n.model import HeadPlace, SlotPlace, WorkHistory
    from l10n.protocols import Format

__all__ = ["credit", "facts", "filled", "json_ld"]

_SIGNS = dict.fromkeys(map(ord, "<>{}[]()@$%#`\\|^~=*_:/&;"))
"""What markup, a template, a shortcode or an address is written with; no name needs any of it."""
_WEB = re.compile(r"\bwww\.", re.IGNORECASE)
"""What renderers make a link of by itself."""
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BETWEEN = " · "
_LONGEST = 100
"""Characters of a name."""
_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def credit(locale: str, known: WorkHistory, own: DisclosureTable) -> str:
    """Return who translated and reviewed an article, as its readers are told; empty where nobody is known."""
    told = sentences(locale, own)
    said = ((told.translated, known.translators), (told.reviewed, known.reviewers))
    return _BETWEEN.join(
        wording.replace("{names}", ", ".join(names)) for wording, people in said if (names := _shown(people))
    )


def filled(
    places: Iterable[SlotPlace], fmt: Format, locale: str, known: WorkHistory, own: DisclosureTable
) -> Iterator[tuple[int, int, str]]:
    """Yield what is written into the slots of a built text, which waited for it: start, end, and the new text."""
    edition = Edition(
        language=locales.tag(locale),
        direction=direction(locale),
        credits=credit(locale, known, own),
        provenance=facts(known),
    )
    for one in places:
        new = fmt.fill(one.slot, edition)
        if new != one.slot.raw:
            yield one.start, one.start + len(one.slot.raw), new


def facts(known: WorkHistory) -> Mapping[str, str]:
    """Return the same for programs: field to value, in the order to print, without what is not known."""
    people = (("translated-by", known.translators), ("reviewed-by", known.reviewers))
    fields = {field: ", ".join(_shown(names)) for field, names in people}
    return {field: value for field, value in (*fields.items(), ("modified", known.modified)) if value}


def json_ld(known: WorkHistory, locale: str, source: str, addresses: tuple[str, str], head: HeadPlace) -> str:
    """Return what search engines are told of a page; `addresses` are its own and the source's."""
    own, original = addresses
    page: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "url": own,
        "inLanguage": locales.tag(locale),
    }
    if known.modified:
        page["dateModified"] = known.modified
    for field, people in (("translator", known.translators), ("editor", known.reviewers)):
        if names := _shown(people):
            page[field] = [{"@type": "Person", "name": name} for name in names]
    page["translationOfWork"] = {"@type": "WebPage", "url": original, "inLanguage": locales.tag(source)}
    written = json.dumps(page, ensure_ascii=False).translate(_IN_SCRIPT)
    return f'<script type="application/ld+json">{written}</script>{head.newline}'


def _shown(names: Iterable[str]) -> list[str]:
    """Return names as words that are nothing but words, wherever they stand; each once."""
    return list(dict.fromkeys(filter(None, map(_plain, names))))


def _plain(name: str) -> str:
    bare = _WEB.sub("www ", _TURNS.sub("", html.unescape(name).translate(_SIGNS)))
    words = "".join(" " if unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} else sign for sign in bare).split()
    return " ".join(word for word in words if any(map(str.isalnum, word)))[:_LONGEST].rstrip()
