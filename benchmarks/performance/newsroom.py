"""Owns made-up news: articles as a newsroom files them, what three languages say for them, and the PO files of a share.

The same number is the same article, whatever else is made: an archive of ten thousand begins with that of a hundred.
"""

from __future__ import annotations

import hashlib
import json
import random
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LOCALES = ("ko", "ja", "es")
_TABLE = tomllib.loads(Path(__file__).with_name("newsroom.toml").read_text(encoding="utf-8"))
_HEAD = """\
msgid ""
msgstr ""
"Language: {locale}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December",
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
)
_DAYS = 365 * 20
_DRAFTED = "firefox 2026-11-02"
_PER_FOLDER = 250
_QUOTED = 0.3
"""The share of paragraphs that are quotations."""
_REVIEWED, _DRAFT = 6, 8
"""Of ten articles so many are reviewed, and up to so many drafted; the others have no translation."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in English and in each locale."""

    source: str
    targets: dict[str, str]
    field: str = ""
    """The field of the front matter it stands in."""


@dataclass(frozen=True, slots=True)
class Article:
    """A made-up article."""

    path: str
    """In the folder of articles."""
    source: str
    texts: tuple[Text, ...]
    """What there is to translate, in order; the same text may come twice."""

    def catalog(self, locale: str, *, drafts: bool) -> str:
        """Return its PO file with all texts reviewed, or all drafted by a machine."""
        entries = {(text.field, text.source): text for text in self.texts}
        return "\n".join((_HEAD.format(locale=locale), *(_entry(one, locale, drafts) for one in entries.values())))


def article(number: int) -> Article:
    """Return the article of a number."""
    chance = random.Random(f"news {number}")  # noqa: S311  made-up texts
    day = date(2006, 1, 1) + timedelta(chance.randrange(_DAYS))
    title, lede = (_sentences(at, 1, chance, day)[0] for at in ("headline", "lede"))
    head = f"---\ntitle: {title.source}\ndate: {day.isoformat()}\nauthor: desk\n---\n"
    texts, blocks = [Text(title.source, title.targets, "title"), lede], [head, lede.source]
    for part in range(chance.randint(4, 9)):
        if part and part % 3 == 0:
            below = _sentences("headline", 1, chance, day)[0]
            blocks.append(f"## {below.source}")
            texts.append(below)
        at, most = ("quote", 1) if chance.random() < _QUOTED else ("body", chance.randint(1, 3))
        text = _joined(_sentences(at, most, chance, day))
        blocks.append(text.source)
        texts.append(text)
    path = f"{number // _PER_FOLDER:04}/{day.isoformat()}-{number}.md"
    return Article(path, "\n\n".join(blocks) + "\n", tuple(texts))


def write(root: Path, many: int, locales: tuple[str, ...] = LOCALES, *, drafts: bool = True) -> int:
    """Write so many articles, and PO files for a share of them; return how many texts were reviewed in one locale.

    `drafts` leaves drafted articles out.
    """
    reviewed = 0
    for number in range(many):
        one = article(number)
        _put(root / "articles" / one.path, one.source)
        share = number % 10
        if share >= (_DRAFT if drafts else _REVIEWED):
            continue
        reviewed += len(one.texts) if share < _REVIEWED else 0
        for locale in locales:
            text = one.catalog(locale, drafts=share >= _REVIEWED)
            _put(root / "locales" / locale / f"{one.path}.po", text)
    return reviewed


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _entry(text: Text, locale: str, drafts: bool) -> str:  # noqa: FBT001  of this module alone
    target = text.targets[locale]
    lines = [f"# draft: {_DRAFTED} {_digest(target)} {_digest(text.source)}", "#, fuzzy"] if drafts else []
    lines += [f"msgctxt {_quoted(text.field)}"] if text.field else []
    return "\n".join((*lines, f"msgid {_quoted(text.source)}", f"msgstr {_quoted(target)}", ""))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _sentences(at: str, many: int, chance: random.Random, day: date) -> list[Text]:
    """Return so many different sentences of a kind, with values for their slots."""
    made = []
    for row in chance.sample([one for one in _TABLE["sentence"] if one["at"] == at], many):
        values = {name: value(chance, day) for name, value in _SLOTS.items()}
        said = {
            locale: row[locale].format_map({name: value[locale] for name, value in values.items()})
            for locale in ("en", *LOCALES)
        }
        made.append(Text(said.pop("en"), said))
    return made


def _joined(sentences: list[Text]) -> Text:
    """Return a paragraph of sentences, joined as each language joins them."""
    targets = {
        locale: ("" if locale == "ja" else " ").join(one.targets[locale] for one in sentences) for locale in LOCALES
    }
    return Text(" ".join(one.source for one in sentences), targets)


def _same(text: str) -> dict[str, str]:
    return dict.fromkeys(("en", *LOCALES), text)


def _money(chance: random.Random, _: date) -> dict[str, str]:
    thousands = chance.randint(2, 9) * 10_000
    return {
        "en": f"${thousands:,}",
        "ko": f"{thousands // 10_000}만 달러",
        "ja": f"{thousands // 10_000}万ドル",
        "es": f"{thousands // 1000}.000 dólares",
    }


def _day(chance: random.Random, day: date) -> dict[str, str]:
    at = day + timedelta(chance.randrange(300))
    english, spanish = (names.split("|")[at.month - 1] for names in _MONTHS)
    return {
        "en": f"{english} {at.day}, {at.year}",
        "ko": f"{at.year}년 {at.month}월 {at.day}일",
        "ja": f"{at.year}年{at.month}月{at.day}日",
        "es": f"{at.day} de {spanish} de {at.year}",
    }


_SLOTS: dict[str, Callable[[random.Random, date], dict[str, str]]] = {
    "place": lambda chance, _: chance.choice(_TABLE["place"]),
    "person": lambda chance, _: chance.choice(_TABLE["person"]),
    "few": lambda chance, _: _same(str(chance.randint(11, 48))),
    "many": lambda chance, _: _same(str(chance.randint(101, 999))),
    "money": _money,
    "date": _day,
    "year": lambda chance, day: _same(str(day.year - chance.randint(1, 15))),
}
