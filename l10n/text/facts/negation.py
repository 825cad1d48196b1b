"""Owns the words that turn a sentence into its opposite, in English and in the languages it is translated into."""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["LANGUAGES", "denied", "negations", "negative"]

_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|hardly|barely|scarcely|"
    r"den(?:y|ies|ied)|refus(?:e|es|ed)|fail(?:s|ed)?|lack(?:s|ed)?|unable|un(?:likely|true))\b|\w+n[’']t\b",
    re.IGNORECASE,
)


def negations(text: str) -> Counter[str]:
    """Count the negating words of an English text; contractions (`don't`) count as `not`."""
    return Counter(
        "not" if word.endswith(("n't", "n’t", "cannot")) else word
        for word in (match.group().lower() for match in _NEGATION.finditer(text))
    )


_CLEAR = re.compile(
    r"\b(?:cannot|never(?!-| ?mind| again| before)|no longer|unable|neither|(?-i:none)(?! other)|nobody|"
    r"nothing(?! but| short of| less than)|"
    r"not(?! only| just| least| merely| simply| solely| quite| to mention| until| so much| unlike| un\w+| in\w+able|"
    r" enough| too| all that| necessarily)|no(?= "
    r"(?:evidence|reason|one|idea|plans?|sign|need|intention|chance|time|choice)\b)|"
    r"(?<=there is )no|(?<=there are )no|(?<=there was )no|(?<=there were )no|(?<=has )no|(?<=have )no|(?<=had )no|"
    r"(?-i:No)(?= (?:\w+ )?\w+ (?:is|are|was|were|has|have|had|will|would|can|could|did|does|do)\b)|"
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must)n[’']t)\b"
    r"|\b(?:ca|wo)n[’']t\b",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:refus(?:e|es|ed|ing) to|fail(?:s|ed|ing)? to|hardly(?! ever)|"
    r"without(?= (?:an?|any|the|his|her|its|their|our|my|your) |\W\w+ing\b)(?! (?:\w+ )?(?:doubt|fail|"
    r"question|exception|delay|hesitation|hesitating|incident|warning|help|notice|trouble|much|further)\b)"
    r"(?<!or without))\b",
    re.IGNORECASE,
)
"""Words that negate what depends on them; told only where nothing else in the sentence negates."""
_IDIOM = re.compile(
    r"\b(?:until|unless|except|but for|other than|rather than|anything but|whether or not|if not|why not|"
    r"(?:no|any) (?:more|less|longer|later|fewer) than|avoid\w*|forget|"
    r"hesitate|hardly (?:\w+ ){0,4}(?:worse|better|more|greater|clearer)|hardly (?:an?|be|the|surpris\w+|alone)|"
    r"help (?:but|\w+ing)|wait to|agree more|doubt\w*|wonder\w*|since|out of|for nothing|"
    r"no (?:\w+ )?(?:shortage|lack|end|limit|doubt|question|wonder|surprise|secret|stranger|matter|problem|exception|"
    r"joke|coincidence|accident|small|mean|ordinary|better|other|match|fan|rush|hurry)\b|"
    r"no(?: |-)?(?:one|body) (?:under|over|below|above|younger|older|but|else|knows|can)|"
    r"(?:any|no|none)(?:thing|[ -]one|body)? (?:else|other)|any(?:thing|one|body)? (?:more|less)|"
    r"(?:be|been) (?:more|better|happier)|impossible|never more)\b"
    r"|(?:\bnot|n[’']t)(?: \w+)? (?:as \w+|(?:hard|difficult|easy|far|bad|alone|lightly|rare|uncommon|unusual|"
    r"unheard|new|small|few|little|cheap|long|wrong|surpris\w+|strange|simple|ideal|optional|unlike)\b)"
    r"|n[’']t (?:i|you|he|she|it|we|they|there|that|this)\b(?=\s*[?,])|\bwhy\b|\bnot\b\s*[,;:—–-]|[,—–-]\s*not\b|\?"
    r"|n[’']t (?:and|or|but)\b|(?:\bnot|n[’']t)\W*\Z",
    re.IGNORECASE,
)
"""What makes a negation one that a translation may turn round: exception, question, contrast, litotes, a lone `not`."""
_DOUBLE = re.compile(r"\b(?:without|fail\w*|den(?:y|ied|ies|ying)|refus\w+|lack\w*)\b", re.IGNORECASE)
"""What may undo a negation."""
_SENTENCE = re.compile(r"(?<=[.!?…][\"”’)])\s+|(?<=[.!?…])\s+")


def denied(text: str) -> str | None:
    """Return a word of an English text that clearly negates its sentence; None where there is none.

    Idioms (`not only`, `no doubt`, `can't help`), questions, double negation and `not … until` are not clear.
    """
    for sentence in _SENTENCE.split(text) if _CLEAR.search(text) or _WEAK.search(text) else ():
        if _IDIOM.search(sentence):
            continue
        match = _CLEAR.search(sentence)
        if match and not _DOUBLE.search(sentence):
            return match.group()
        match = _WEAK.search(sentence)
        if match and negations(sentence).total() == 1:
            return match.group()
    return None


_NEGATIVES: dict[str, str] = {
    "ko": (
        r"않|없|못|아니|아닌|아닐|아님|아닙|아냐|모르|모른|모를|몰랐|몰라|(?<!점)잖|(?<!괜)찮"
        r"|(?<![가-힣])안 (?=[가-힣])|(?<![가-힣])안(?:돼|되|된|됐|됩|될|했|하|한|할|해)"
        r"|지[는도만를]?[\s*_]*[마말맙]|말(?:라|아야|자)"
        r"|전혀|희박|미미[하한했]|역부족|불가|불능|금지|거부|거절|사양|고사했|고사하|뿌리[치친쳤]|불응|함구|침묵|다[물문]"
        r"|실패|무산|좌절|불발|놓[치쳤친]|그[쳤치친]|미달|미흡|부결|결렬|몰래|제외|빼고|빠[진져졌]|겨우|간신히"
        r"|드[물문뭅]|덜 |커녕|싫|꺼리|꺼려|어렵|어려[워운울]|힘들|반대하|막[는습았아]|중단|그만|부인[했하]"
        r"|불(?:확실|분명|투명|충분|필요|완전|공정|일치|이행|복종|안정|합격|통과|편|허|응|법|참|만|신|발|임|순|량|치|구속|기소)"
        r"|비(?:정상|공개|공식|회원|정규|무장|협조|현실|합법|영리|거주)"
        r"|부(?:적합|적절|적격|정확|당|재|정[적했하]|진|실|결|도덕|주의)"
        r"|미(?:확인|공개|정|납|달|지급|제출|성년|완|흡|숙|등록|해결|이행|복귀|가입|참여)|몰상식|몰지각|결[근석강]"
        r"|무(?:관|의미|응답|효|죄|급|단|반주|료|소속|허가|사히|보수|혐의|명|조건|기한|직|관심|시[했하당]|지[했하]|근|보도|승부|득점|실점|산)"
    ),
    "ja": (
        r"な[いかくけさよ]|[うくぐすつぬぶむる]な(?=[」』。！!]|と(?![いりるくっ])|\Z)|ナイ"
        r"|(?<!必)(?<![、。「]ま)(?<!\Aま)ず[、。にはと]|ぬ|ません|ませ|ねえ|なし|無し|まい|[不無否没]|非(?!常)|未(?!来)|拒|禁|中止|失"
        r"|難し|欠|断(?=[らりるろっわ念絶交水])|避け|いいえ|外れ|だけ|しか|悪|困|逆"
    ),
    "zh": (
        r"[没沒勿莫否拒禁缺免毫]|不(?![仅僅过過久断斷丹])|[无無](?!人机|人機|线|線|论|論)|未(?![来來])"
        r"|(?<![东南西北東])非(?![常洲裔盟])|(?<![特分区區个個性级級类類识識])[别別](?![墅处處])|(?<![灾災])[难難](?![民])"
        r"|(?<![损損])失(?![业業踪蹤])"
    ),
    "es": (
        r"\b(?:no|nunca|jamás|ni|nadie|nada|ning[uú]n[ao]?s?|tampoco|sin|apenas|imposib\w+|incapa\w+|neg\w+|impid\w+|impedi\w+|"
        r"dej\w+|rechaz\w+|fracas\w+|falta\w*|carec\w+|in\w+[bd]les?|des\w+|evit\w+)\b"
    ),
    "fr": (
        r"\b(?:ne|non|sans|ni|jamais|aucune?s?|rien|personne|pas|nulle?|guère|impossib\w+|incapa\w+|refus\w+|priv\w+|dépourv\w+|échou\w+|échec|manqu\w+|"
        r"empêch\w+|in\w+bles?|cess\w+|évit\w+|absen\w+|rares?|peu|contraires?|opposée?s?|loin|différe\w+|inverses?)\b|\bn[’']"
    ),
    "de": (
        r"\b(?:nicht\w*|kein\w*|nie|niemals|niemand\w*|nichts|ohne|weder|noch|kaum|un\w+|nirgend\w*|fehl\w+|scheiter\w+|gescheitert\w*|verweiger\w+|"
        r"\w+los\w*|statt|weiger\w+|verzicht\w+|\w*unfähig\w*|nein|selten\w*|wenig\w*|anders|gegenteil)\b"
    ),
    "ar": (
        r"(?<!\w)[وفأ]?(?:لا|لم|لن|ليس\w*|لست\w*|ليسوا|لسنا|غير|بغير|عدم|بعدم|لعدم|دون\w*|بدون\w*|ما|لما|نفى|ينفي|رفض\w*|يرفض\w*|"
        r"فشل\w*|عجز\w*|يعجز\w*|استحال\w*|يستحيل|مستحيل\w*|منع\w*|يمنع|كلا|لئلا|ألا|إلا|أبد\w*|بلا|توقف\w*|نادر\w*)(?!\w)"
    ),
}
"""How each language negates, with the words that often stand in a negation's place; wide on purpose: only a translation
without any of them is told."""
_PATTERNS = {language: re.compile(words, re.IGNORECASE) for language, words in _NEGATIVES.items()}
_LONGEST = 15
"""Mean length of words from which an Arabic text has lost its spaces, and no word of it can be told."""
LANGUAGES = frozenset(_NEGATIVES)
"""Languages whose negative forms are known."""


def negative(text: str, language: str) -> bool:
    """Tell whether a text has a negative form, or an English one; raises `KeyError` for one not in `LANGUAGES`."""
    if language == "ar" and text.count(" ") * _LONGEST < len(text):
        return True
    return any(pattern.search(text) for pattern in (_PATTERNS[language], _CLEAR, _WEAK))
