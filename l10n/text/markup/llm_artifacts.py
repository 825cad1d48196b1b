"""Owns what a language model leaves around a translation: labels, notes, refusals, fences and wrappers.

Nothing is debris that the source speaks of itself: a text about translations may begin with "Translation:".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.model import Flaw, Severity
from l10n.text.hints import hinted
from l10n.text.punctuation import quotes
from l10n.text.sentences.similarity import ratio

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["debris", "shape", "tokens"]


_DOUBTED = Severity.WARNING
"""Of what a translator may have written; the rest nobody does."""
_HONEST = Severity.INFO
"""Of a note in brackets that says it is the translator's, as people write it."""
_TONGUES = (
    "Korean|Japanese|Spanish|Chinese|French|German|Arabic"
    "|한국어|日本語|中文|español|castellano|français|deutsch|العربية"
)
_EDGE = '[\\s\u2060*_#>"“„«「『]*'
_COLON = "[\u2060*_]*\\s?[:：]"
_WORD = (
    "번역(?:문|본| ?결과)?|한국어 ?번역(?:문|본)?|번역된 (?:글|문장|텍스트)"
    "|翻訳(?:文|結果)?|日本語訳|和訳|訳文?|译文|翻译(?:结果)?|中文(?:翻译|译文)|الترجمة(?: العربية)?|النص المترجم"
    "|(?:Korean |Japanese |Spanish |Chinese |French |German |Arabic )?Translation|Translated text"
    "|Traducción(?: al español)?|Texto traducido|Traduction(?: (?:en )?française?)?|Texte traduit"
    "|(?:Deutsche )?Übersetzung|Übersetzter Text"
)
_INTRODUCED = (
    "(?:다음은|아래는)[^.!?\n:：]{0,40}번역(?:문|본|한 (?:것|글|내용))?(?:입니다|이에요|이다)?[.:：]"
    "|[^.!?\n:：]{0,30}번역(?:문|본)?[은는] (?:다음과|아래와) 같습니다[.:：]"
    "|(?:물론|네|예|알겠습니다)[^\n]{0,24}번역(?:해 드리|하겠|입니다)[^\n.:：]{0,20}[.:：!]"
    "|(?:以下|こちら)[はが][^。\n]{0,30}(?:翻訳|訳文?)(?:です|になります|である)?[。:：]"
    "|以下(?:是|为)[^。\n]{0,30}(?:翻译|译文)[^。\n]{0,8}[。:：]"
    "|(?:Sure|Certainly|Of course)[,!.][^\n]{0,40}\\btranslat[^\n:]{0,40}:"
    "|Here(?:[’']s| is| are)[^.\n]{0,30}\\btranslat[^\n:.]{0,40}[:.]"
    "|(?:¡Claro![^\n]{0,20})?(?:Aquí (?:está|tienes?|tiene)|Esta es|La siguiente es|A continuación)"
    "[^.\n]{0,30}\\btraducción\\b[^\n:.]{0,40}[:.]"
    "|(?:Bien sûr[^\n]{0,20})?Voici[^.\n]{0,30}\\btraduction\\b[^\n:.]{0,40}[:.]"
    "|(?:Hier ist|Hier die|Nachfolgend)[^.\n]{0,40}Übersetzung\\b[^\n:.]{0,40}[:.]"
    "|(?:إليك|إليكم|فيما يلي|هذه هي)[^.\n]{0,20}(?:الترجمة|ترجمة)[^\n:.]{0,30}[:.]"
)
_LABEL = re.compile(
    f"{_EDGE}(?P<said>(?:{_WORD}|{_TONGUES}){_COLON}|{_INTRODUCED}|[(\\[【](?:{_WORD})[)\\]】]"
    f"|(?<=# )번역(?:문|본)?(?=[\u2060*_]*\\n)){_EDGE}",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"translat|\blanguages?\b|\bversion|\bsubtitle|\bdub(?:bed|s)\b|\brender|\binterpret", re.IGNORECASE
)
_TONGUE = re.compile(f"(?:{_TONGUES})\\b", re.IGNORECASE)

_REFUSALS = hinted(
    "번역(?:을|은)? ?(?:해 ?드릴|할|하거나|제공할|도와드릴)[^.\n]{0,12} ?수(?:가|는)? 없(?:습니다|어요|네요)"
    "|요청(?:을|은|하신)?[^.\n]{0,20}(?:도와드릴|처리할|수행할|이행할|응할|들어드릴) 수(?:가|는)? 없"
    "|번역할 (?:텍스트|글|문장|내용|원문)[을를이가][^.\n]{0,16}(?:제공|입력|알려|보내|없)"
    "|翻訳(?:を?[^。\n]{0,6})(?:できません|いたしかねます|することはできません)"
    "|翻訳(?:する|したい)(?:テキスト|文章|文)を[^。\n]{0,12}(?:提供|入力|お送り)"
    "|(?:无法|不能)(?:为您)?(?:提供)?翻译|请提供[^。\n]{0,8}翻译"
    "|no puedo (?:traducir|ayudar)[^.\n]{0,30}(?:texto|solicitud|contenido|esto|eso)"
    "|je ne peux pas (?:traduire|vous aider)|(?:kann|konnte)[^.\n]{0,40} nicht übersetzen"
    "|لا (?:أستطيع|يمكنني) ترجمة"
    "|I(?:[’']m| am) sorry,? but I (?:can(?:[’']?t|not)|am (?:unable|not able))"
    "|I (?:can(?:[’']?t|not)|am unable to) (?:translate|assist|help) (?:with |you with )?(?:this|that)"
    "|please provide (?:me )?(?:with )?the (?:\\w+ )?text|as an? (?:AI|artificial intelligence)\\b"
    "|(?:저는|제가) (?:AI|인공지능) ?(?:언어 ?)?모델|(?:AI|인공지능) ?언어 ?모델(?:로서|이므로|이기 때문)"
    "|(?:AI|人工知能|大規模)(?:の)?言語モデルとして|作为(?:一个)?(?:AI|人工智能)(?:语言)?(?:模型|助手)"
    "|como (?:modelo de (?:lenguaje|IA)|IA\\b)|en tant qu[’'](?:IA|intelligence artificielle|assistant)"
    "|als (?:KI|Sprachmodell)\\b[^.\n]{0,30}(?:kann|bin)",
    re.IGNORECASE,
)
_EXCUSED = re.compile(
    r"\bsorry\b|\bapolog|translat|\bhelp|\brequest|\blanguage model|\bAI\b|\bartificial|\bassist|\bprovide\b",
    re.IGNORECASE,
)

_NOTE = (
    "역주|역자 ?주|번역자 ?주|번역 ?(?:주|노트|참고)|옮긴이 ?주?|참고(?: ?사항)?|비고|설명"
    "|訳注|訳者注|訳者註|注記|備考|译注|译者注|译者按|备注|注释?"
    "|Note|Translat(?:or|ion)[’']?s? note|T/?N|Nota(?: del? (?:la )?(?:traductora?|traducción|t\\.))?|N\\. ?del? T\\.?"
    "|Note (?:du|de la|de) (?:traducteur|traductrice|traduction)|N\\.? ?[Dd]\\.? ?[Tt]\\.?|Remarque"
    "|Anmerkung(?: (?:des|der) (?:Übersetzers|Übersetzerin|Übers\\.))?|Anm\\. ?d\\. ?Ü(?:bers)?\\.?|Hinweis"
    "|ملاحظة(?: المترجم)?"
)
_NOTED = re.compile(f"[(\\[（［【]\\s*(?:{_NOTE}){_COLON}[^)\\]）］】\n]{{0,500}}[)\\]）］】]", re.IGNORECASE)
_LINE = re.compile(
    f"\n(?:[^\\S\n]|[\u2060*_#>-])*(?P<said>(?:{_NOTE}|원문|原文|Original(?: text)?|Source){_COLON}"
    f"|(?:이|위|본) 번역[은에문본])[^\n]*",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r"\b(?:note[sd]?|N\.?B|remarks?|notice|editor|hint|tips?|caution|warning|original|source|explanation|reference|see)\b|translat",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[(\[（［【]\s*(?:N\.? ?(?:d\.?|del) ?T|T/?N|Anm\. ?d\. ?Ü)", re.IGNORECASE)
_TRANSLATOR = re.compile("번역|옮긴|역자|역주|訳|译|translat|traduc|übers|ترجم", re.IGNORECASE)

_TOKEN = hinted(
    r"```|</?(?:think|thinking|translation|translated|target|output|answer)>|<[|｜][a-z_▁]{2,30}[|｜]>|\[/?INST\]"
    r"|<</?SYS>>|<(?:start|end)_of_turn>|</?s>|<(?:bos|eos|pad|unk)>|<0x[0-9a-f]{2}>|[▁⁇]|【\d+[^】\n]{0,3}†[^】\n]{0,100}】"
    r"|:contentReference\[|\\u[0-9a-f]{4}",
    re.IGNORECASE,
)
_JSON = re.compile(r"\s*(?:\{\s*[\"'][\w ]+[\"']\s*:|\[\s*[\"{]).*[\]}]\s*", re.DOTALL)
_WRAPPERS = frozenset({'""', "“”", "‘’", "«»", "「」", "„“", "»«"})
_MARKS = frozenset("\"“”«»„「」『』‘’'")
_SLASH = re.compile(r"(?<=\S) / (?=\S)")
_ALIKE, _SHORTEST, _LONGEST = 0.5, 6, 10_000
"""How alike two translations are, and of how many characters; a longer text is nobody's answer."""


def debris(source: str, target: str, locale: str) -> Iterator[Flaw]:
    """Yield what stands in a translation and is none of it; markup in both texts is best covered (`mask`)."""
    yield from _label(source, target)
    refusal = _REFUSALS.search(target)
    if refusal and not _EXCUSED.search(source):
        yield Flaw("a refusal or a question of an engine", *refusal.span())
    yield from _notes(source, target)
    yield from _wrapped(source, target, locale)
    slashes = _SLASH.findall(target) if " / " in target and "/" not in source and len(target) <= _LONGEST else ()
    if len(slashes) == 1:
        at = target.index(" / ")
        one, other = target[:at].strip(), target[at + 3 :].strip()
        if min(len(one), len(other)) >= _SHORTEST and ratio(one, other, cutoff=_ALIKE):
            yield Flaw("two translations, one beside the other", at, at + 3, severity=_DOUBTED)


def _label(source: str, target: str) -> Iterator[Flaw]:
    label = _LABEL.match(target)
    if label is None or _ABOUT.search(source):
        return
    tongue = _TONGUE.match(label["said"])
    if tongue and re.search(
        r"\b(?:Korea|Japan|Spa[in]|Castil|Chin|Mandarin|Hangul|Fr(?:ance|ench)|German|Arab)", source
    ):
        return
    whole = label.end("said") == len(target.rstrip("\u2060*_ \n"))
    end = label.end("said") + len(target[label.end("said") :]) - len(target[label.end("said") :].lstrip())
    bare = label.start("said") == 0 and not whole and "\u2060" not in target[:end]
    yield Flaw("a label before the translation", label.start("said"), end, fix="" if bare else None)


def tokens(source: str, target: str) -> Iterator[Flaw]:
    """Yield the first mark of an engine's format in a translation with its markup: a fence, `<think>`, JSON."""
    found = list(_TOKEN.finditer(target))
    low = source.lower() if found else ""
    known = {token.group() for token in _TOKEN.finditer(low)}
    for token in found:
        said = token.group().lower()
        if said not in known and said not in low:
            yield Flaw("a mark of an engine", *token.span())
            return
    if target.lstrip()[:1] in {"{", "["} and _JSON.fullmatch(target) and not _JSON.fullmatch(source):
        yield Flaw("the data around a translation", 0, len(target))


_BLOCK = re.compile(r"\s*(?:#{1,6}|[-*+•>])(?=\s)")


def shape(source: str, target: str) -> Iterator[Flaw]:
    """Yield the mark of a heading, a list or a quotation before a translation, and lines that its source has not."""
    block = _BLOCK.match(target)
    spoken = block and block.group().strip() == "-" and source.lstrip()[:1] in _MARKS
    if block and not spoken and not _BLOCK.match(source):
        yield Flaw("the mark of a heading or a list", *block.span(), severity=_DOUBTED)
    rows = target.strip().splitlines(keepends=True)
    more = len(source.strip().splitlines())
    if len(rows) > max(1, more):
        start = len(target) - len(target.lstrip()) + sum(map(len, rows[:more]))
        end = min(start + len(rows[more]), len(target.rstrip()))
        yield Flaw("a line break that the source does not have", start, end, severity=_DOUBTED)


def _notes(source: str, target: str) -> Iterator[Flaw]:
    found = _NOTED.search(target) or ("\n" in target and _LINE.search(target)) or None
    if found is None or _SPOKEN_OF.search(source):
        return
    loose = found.re is _LINE
    start = found.start("said") if loose else found.start()
    head = re.split("[:：]", found.group(), maxsplit=1)[0]
    signed = bool(_TRANSLATOR.search(head) or _INITIALS.match(head))
    sure = loose and bool(_TRANSLATOR.search(found.group()))
    level = None if sure else _HONEST if signed and not loose else _DOUBTED
    yield Flaw("a note that the source does not have", start, found.end(), severity=level)


def _wrapped(source: str, target: str, locale: str) -> Iterator[Flaw]:
    text, original = target.strip(), source.strip()
    if text[:1] + text[-1:] not in _WRAPPERS or original[:1] in _MARKS or original[-1:] in _MARKS or "\u2060" in source:
        return
    for one in quotes.read(text, locale).quotations:
        if one.start == 0 and one.end == len(text):
            at = target.index(text)
            yield Flaw("quotation marks around the whole text", at, at + len(text), severity=_DOUBTED)
