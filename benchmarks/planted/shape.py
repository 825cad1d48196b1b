"""Plants damage that needs no words of a language: what is lost, repeated, added, left in English or broken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planted.good import LATIN, WIDE, Good, Planted, once, put, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS, CLAUSE, LINE = 4, 0.25, 60
COMMA = re.compile(r"(?<!\d)[,、，،]\s*(?!\d)")
QUOTED = re.compile(r"[“\"„«「][^“”\"„«»「」]{25,}[”\"“»」]")


def planted(good: Good, kind: str, wrong: str, row: str = "") -> Planted:
    """Return an error in the translation of the corpus."""
    return Planted(kind, row, good.source, good.target, wrong)


def chunks(good: Good) -> list[str]:
    """Cut a translation into words, with the spaces in front; where there are none, into runs of some signs."""
    if good.locale in WIDE:
        return re.findall(r"[一-龥々]+[ぁ-ん]*|[ァ-ヴー]+[ぁ-ん]*|[A-Za-z0-9.,-]+|.", good.target, re.DOTALL)
    return re.findall(r"\s*\S+", good.target)


def lost(good: Good, _: dict[str, Any]) -> Iterator[Planted]:
    """Lose a sentence, a clause, a quotation, the end."""
    parts = good.sentences
    clauses = [match.span() for match in COMMA.finditer(good.target)]
    if len(parts) == 1 and len(clauses) > 1 and "," in good.source and not QUOTED.search(good.target):
        start, end = clauses[0][0], clauses[1][0]
        if end - start > CLAUSE * len(good.target):
            yield planted(good, "clause lost", good.target[:start] + good.target[end:])
    quotes = QUOTED.findall(good.target)
    if (
        len(quotes) == 1
        and good.target.count('"') in {0, 2}
        and len(re.findall(r'["“][^"“”]{30,}["”]', good.source)) == 1
    ):
        said = re.escape(quotes[0]) + r"(?:이?라[고며는]|고 |と|,|，|\.)?\s*"
        left = re.sub(said, "", good.target, count=1).strip()
        if len(left) > LINE // 3:
            yield planted(good, "quotation lost", left[0].upper() + left[1:])
    words = chunks(good)
    if len(words) > 2 * WORDS and len(good.target) > LINE and len(parts) == 1:
        yield planted(good, "end lost", "".join(words[: len(words) * 3 // 5]).rstrip(" ,、，،"))


def repeated(good: Good, _: dict[str, Any]) -> Iterator[Planted]:
    """Say a word or the end twice."""
    words = chunks(good)
    middle = range(len(words) // 3, len(words) - 1)
    for at in middle:
        word = words[at]
        if re.fullmatch(r"\s*[^\W\d_]{3,}", word) and word not in words[at + 1 : at + 2]:
            yield planted(good, "word doubled", "".join([*words[: at + 1], word, *words[at + 1 :]]))
            break
    for at in middle:
        alone = good.locale not in WIDE or words[at].isalpha()
        if alone and re.fullmatch(r"\s*(?:[A-ZÀ-Ý][\w’'-]{2,}|\d+\w*)", words[at]):
            yield planted(good, "name or number doubled", "".join([*words[: at + 1], words[at], *words[at + 1 :]]))
            break
    stop = re.search(r"([.。!?؟])\Z", good.target)
    if len(words) > 2 * WORDS and stop and len(good.sentences) == 1:
        tail = "".join(words[-WORDS:]).strip()
        yield planted(good, "end said twice", f"{good.target}{good.space}{tail}")
    if len(words) > 3 * WORDS:
        at = len(words) // 2
        run = words[at : at + 3]
        if all(re.fullmatch(r"\s*[^\W\d_]{2,}", word) for word in run):
            yield planted(good, "phrase doubled", "".join([*words[: at + 3], *run, *words[at + 3 :]]))


def added(good: Good, table: dict[str, Any]) -> Iterator[Planted]:
    """Add a sentence of another article, or a remark of the translator."""
    more = [one for one in sentences(good.elsewhere) if LINE // 3 < len(one) < 2 * LINE]
    if more and re.search(r"[.。]\Z", good.target):
        yield planted(good, "sentence added", good.target + good.space + more[0].strip())
    remarks = table["phrases"]["remarks"]
    remark = remarks[good.number % len(remarks)]
    wrong = remark.format(good.target) if "{}" in remark else f"{good.target} {remark}"
    yield planted(good, "translator's remark", wrong, remark)


def languages(good: Good, _: dict[str, Any]) -> Iterator[Planted]:
    """Leave English, or put in another language or another text."""
    english = re.findall(r"\S+", good.source)
    words = chunks(good)
    if len(english) > 2 * WORDS and len(words) > 3 * WORDS:
        runs = [english[at : at + WORDS] for at in range(len(english) // 3, len(english) - WORDS)]
        run = next((one for one in runs if all(re.fullmatch(r"[a-z]{2,}", word) for word in one)), None)
        if run:
            at = len(words) // 2
            text = " ".join(run)
            before, after = "".join(words[:at]).rstrip(), "".join(words[at + 3 :]).lstrip()
            yield planted(good, "English left in a sentence", f"{before} {text} {after}")
        word = next((one for one in english[2:] if re.fullmatch(r"[a-z]{6,}", one)), None)
        if word and good.locale not in LATIN:
            at = next((i for i in range(len(words) // 3, len(words)) if re.fullmatch(r"\s*\w{2,4}", words[i])), 0)
            if at:
                text = word if good.locale in WIDE else f" {word}"
                yield planted(good, "English word left", "".join([*words[:at], text, *words[at + 1 :]]))
    if len(good.source) > LINE:
        yield planted(good, "not translated", good.source)
        yield planted(good, "wrong language", good.stranger)
    if len(good.source) > LINE and good.beside != good.target:
        yield planted(good, "another text's translation", good.beside)


def paragraphs(good: Good, _: dict[str, Any]) -> Iterator[Planted]:
    """Lose a sentence of a text of two that follow each other, or leave it in another language."""
    whole = re.compile(r"[.。]\Z")
    if not good.after or not all(map(whole.search, (good.source, good.target, *good.after[:2]))):
        return
    english, text, foreign = good.after
    if min(len(text), len(good.target)) < LINE // 2:
        return
    source, right = f"{good.source} {english}", good.target + good.space + text
    for kind, row, wrong in (
        ("sentence lost", "last", good.target),
        ("sentence lost", "first", text),
        ("sentence left in English", "", good.target + good.space + english),
        ("sentence in another language", "", good.target + good.space + foreign),
        ("sentence said twice", "", f"{good.target}{good.space}{right}"),
        ("another sentence in its place", "", good.target + good.space + good.beside),
    ):
        yield Planted(kind, row, source, right, wrong)


def signs(good: Good, _: dict[str, Any]) -> Iterator[Planted]:
    """Break letters, spaces, marks and brackets."""
    text = good.target
    for match in re.finditer(r"\w{3,}", text):
        garbled = match.group().encode().decode("cp1252", errors="ignore")
        if garbled != match.group() and match.start() > len(text) // 3:
            yield planted(good, "mojibake", put(text, match, garbled))
            yield planted(good, "replacement character", put(text, match, f"{match.group()[:-1]}\ufffd"))
            break
    letter = re.search(r"(?<=[^\W\d_])[^\W\d_](?=[^\W\d_])", text[len(text) // 2 :])
    if letter:
        at = len(text) // 2 + letter.end()
        yield planted(good, "invisible character", f"{text[:at]}\u200b{text[at:]}")
    space = re.search(r"(?<=\w) (?=\w)", text[len(text) // 2 :])
    if space and good.locale not in WIDE:
        at = len(text) // 2 + space.end()
        yield planted(good, "double space", f"{text[:at]} {text[at:]}")
    for kind, opening, closing in (
        ("quotation mark lost", "“„«「『", "”“»」』"),
        ("bracket lost", "(（[", ")）]"),
    ):
        last = once(f"[{re.escape(closing)}]", text)
        first = once(f"[{re.escape(opening)}]", text)
        if first and last and first.end() < last.start():
            yield planted(good, kind, put(text, last, ""), "closing")
            yield planted(good, kind, put(text, first, ""), "opening")
    quote = once(r"[“”\"]", good.source) or once(r"(?<!\w)['’&]|['’](?=s\b)", good.source)
    mark = re.search(r"[“”\"’‘'&]", text)
    if quote and mark:
        yield planted(good, "entity left", put(text, mark, "&amp;" if mark.group() == "&" else "&quot;"))
    latin = once(r"(?<![A-Za-z])[A-Z][A-Za-z]*[AaCcEeOoPp][A-Za-z]+(?![A-Za-z])", text)
    if latin and latin.group() in good.source:
        letters = str.maketrans("aceop", "асеор")
        yield planted(good, "letter of another script", put(text, latin, latin.group().translate(letters)))


def latin(good: Good, _: dict[str, Any]) -> Iterator[Planted]:
    """Plant other letters in an acronym or a name that both sides write alike."""
    for match in re.finditer(r"(?<![A-Za-z&.-])[A-Z]{3,5}(?![A-Za-z&.-])", good.target):
        word = match.group()
        if word[1] != word[2] and once(rf"\b{word}\b", good.source) and once(rf"(?<![A-Z]){word}", good.target):
            wrong = put(good.target, match, word[0] + word[2] + word[1] + word[3:])
            yield planted(good, "acronym's letters", wrong, word)
            break
    for match in re.finditer(r"(?<![\w.@])[A-Z][a-z]{4,}(?![\w.@])", good.target):
        word = match.group()
        if word[2] != word[3] and once(rf"\b{word}\b", good.source) and once(word, good.target):
            wrong = put(good.target, match, word[:2] + word[3] + word[2] + word[4:])
            yield planted(good, "name misspelt", wrong, word)
            break


FAMILY = (paragraphs, lost, repeated, added, languages, signs, latin)
