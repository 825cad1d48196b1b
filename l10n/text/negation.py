"""Owns the words that turn a sentence into its opposite, in English and in the languages it is translated into."""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["LANGUAGES", "denied", "negations", "negative", "reworded"]

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
    r"\b(?:refus(?:e|es|ed|ing) to|fail(?:s|ed|ing)? to|hardly(?! ever)|without(?! (?:\w+ )?(?:doubt|fail|"
    r"question|exception|delay|hesitation|hesitating|incident|warning|help|notice|trouble|much|further)\b)"
    r"(?<!or without))\b",
    re.IGNORECASE,
)
"""Words that negate what depends on them; told only where nothing else in the sentence negates."""
_IDIOM = re.compile(
    r"\b(?:until|unless|except|but for|other than|rather than|anything but|whether or not|if not|why not|"
    r"(?:no|any) (?:more|less|longer|later|fewer) than|avoid\w*|forget|"
    r"hesitate|help (?:but|\w+ing)|wait to|agree more|doubt\w*|wonder\w*|since|out of|for nothing|"
    r"no (?:\w+ )?(?:shortage|lack|end|limit|doubt|question|wonder|surprise|secret|stranger|matter|problem|exception|"
    r"joke|coincidence|accident|small|mean|ordinary|better|other|match|fan|rush|hurry)\b|"
    r"no(?: |-)?(?:one|body) (?:under|over|below|above|younger|older|but|else|knows|can)|"
    r"(?:any|no|none)(?:thing|[ -]one|body)? (?:else|other)|any(?:thing|one|body)? (?:more|less)|"
    r"(?:be|been) (?:more|better|happier)|impossible|never more)\b"
    r"|(?:\bnot|n[’']t)(?: \w+)? (?:as \w+|(?:hard|difficult|easy|far|bad|alone|lightly|rare|uncommon|unusual|"
    r"unheard|new|small|few|little|cheap|long|wrong|surpris\w+|strange|simple|ideal|optional|unlike)\b)"
    r"|n[’']t (?:i|you|he|she|it|we|they|there|that|this)\b(?=\s*[?,])|\bwhy\b|\bnot\b\s*[,;:—–-]|[,—–-]\s*not\b|\?"
    r"|(?:\bnot|n[’']t)\W*\Z",
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
        r"|(?<![가-힣])안 (?=[가-힣])|(?<![가-힣])안(?:돼|되|된|됐|됩|될|했|하|한|할|해)|지 ?[마말]|말(?:라|아야|자)"
        r"|불가|불능|금지|거부|거절|사양|고사했|고사하|뿌리[치친쳤]|불응|함구|침묵|다[물문]"
        r"|실패|무산|좌절|불발|놓[치쳤친]|그[쳤치친]|미달|미흡|부결|결렬|몰래|제외|빼고|빠[진져졌]|겨우|간신히"
        r"|드[물문뭅]|덜 |커녕|싫|꺼리|꺼려|어렵|어려[워운울]|힘들|반대하|막[는습았아]|중단|그만|부인[했하]"
        r"|불(?:확실|분명|투명|필요|충분|편|허|응)|비정상|부(?:적합|적절|적격|정확|당|재)|미(?:확인|공개|정)|무(?:관|의미|응답|효)"
    ),
    "ja": (
        r"な[いかくけさよ]|ナイ|ず[、。にはと]|ぬ|ません|ませ|ねえ|なし|無し|まい|[不無非未否没]|拒|禁|中止|失|難し|欠|断|避け|いいえ|外れ|だけ|しか|悪|困|逆"
    ),
    "zh": r"[不没沒无無未非别別勿莫否拒禁难難缺失免]|毫",
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


_ELSE: tuple[tuple[str, dict[str, str]], ...] = (
    (
        r"(?:(?:can)?not|n[’']t)(?: to)? (?:be|being|to) (?:\w+ )?(?:named|identified|quoted|reveal \w+ names?)",
        {
            "ko": "익명|가명",
            "ja": "匿名|仮名",
            "zh": "匿名|化名",
            "es": r"an[oó]nim\w+",
            "fr": r"anonym\w+",
            "de": r"anonym\w*",
            "ar": "مجهول|اسم مستعار",
        },
    ),
    (
        r"(?:not|n[’']t)(?: \w+)? (?:all|every\w*|always|entirely|completely|fully|both|exclusively)",
        {
            "ko": "일부|몇몇|때로|때때로|가끔|부분|한쪽|[가-힣]만(?![가-힣])|뿐",
            "ja": "一部|時に|時々|部分|のみ",
            "zh": "部分|一些|有些|有时|只|仅",
            "es": r"\balgun\w+|\bparte|\bveces|\bs[oó]lo",
            "fr": r"\bcertain\w+|\bpart|\bparfois|\bseul\w*",
            "de": r"\bmanch\w*|\beinige\w*|\bteil\w*|\bnur",
            "ar": "بعض|أحيان|جزئي",
        },
    ),
    (
        r"(?:not|n[’']t)(?: \w+)? (?:the same|identical|equal|alike|similar)|no different",
        {
            "ko": "다르|다른|다릅|달라|달랐|차이|별개",
            "ja": "違|異な|別",
            "zh": "两码事|两回事|另一回事|两样|有别|差|异",
            "es": r"\bdistint\w+|\bdiferen\w+|\botr[oa]s?\b",
            "fr": r"\bdiffér\w+|\bautres?\b",
            "de": r"\bander\w*|\bunterschied\w*|\bverschieden\w*",
            "ar": "مختلف|يختلف|تختلف|اختلاف",
        },
    ),
    (
        r"not yet (?:\d|a (?:teen|adult)|of age|old)",
        {"ko": r"\d\s?[세살]|미만|이하|전", "ja": r"\d\s?[歳才]|前", "zh": r"\d\s?[岁歲]|以下|才"},
    ),
    (
        r"(?:not|n[’']t) (?:\w+ )?(?:agree|concur|see eye)",
        {
            "ko": "이견|이의|엇갈|갈[렸린려]|논란|입장 차|의견 차|이론|다르|다른|달라|달랐|맞[서섰]",
            "ja": "異|反対|対立|割れ|違",
            "zh": "分歧|反对|异议",
            "es": r"\bdiscrep\w+|\bdesacuerdo",
            "fr": r"\bdésaccord\w*|\bdivis\w+|\bdiverg\w+",
            "de": r"\buneinig\w*|\bwiderspr\w+|\bstreit\w*",
        },
    ),
    (
        r"\bno \w",
        {
            "ko": "매진|멈[추췄춘춤]|끊[기겼긴]|미[뤄루룬]|취소|결항|보류|연기|유보|전무|빈|비[었어]|동[났나]|바닥|"
            "촉박|모자라|면제|닫|막[혔힌히]|떨어졌|제로|적자|소수",
            "ja": "休|止|切れ|尽き|満席|完売|消|足り|ゼロ",
            "zh": "停|断|取消|售罄|空|光|推迟|零",
            "es": r"\b(?:suspen|cancel|agot|par[óa]|cort|aplaz|cero|interrump)\w*",
            "fr": r"\b(?:suspen|annul|coup|épuis|arrêt|report|zéro|interromp)\w*",
            "de": r"\b(?:fallen|fällt|fielen|fiel|ausfall\w*|ausgefallen|\w*gestoppt|abgesagt|leer|verschoben|null)\b",
            "ar": "توقف|ألغي|إلغاء|نفد|انقطع|خال",
        },
    ),
    (
        r"(?:refus|fail)\w+ to",
        {
            "ko": "피[했하해]|버[티텼]|탈락|졌|[고외]사|일축|돌[리려렸]|저항|어[기겼긴]|위반|넘[기겼긴]|패[했하배]",
            "ja": "敗|落|逃|負|断|避|違反",
            "zh": "输|败|落|错过|回避|违",
            "es": r"\b(?:perd|elud|incumpl|rehus|rehús)\w*",
            "fr": r"\b(?:perd|rat|élud|esquiv)\w*",
            "de": r"\b(?:verl[oi]|verpass|verfehl|lehn|abgelehnt|ablehn|versäum)\w*",
            "ar": "خسر|أخفق|امتنع|أبى",
        },
    ),
    (
        r"(?:without|hardly)\b",
        {
            "ko": "두고|남기고|벗[고은]|혼자|홀로|곧바로|즉시|버[거겁]|바닥|적[은었]|몇",
            "ja": "一人|すぐ|置い|残し",
            "zh": "独自|立即|仅|几",
            "es": r"\b(?:sol[oa]s?|poc[oa]s?|inmediat\w+)\b",
            "fr": r"\b(?:seule?s?|peu|immédiat\w+|aussitôt|à peine)\b",
            "de": r"\b(?:allein\w*|sofort|frei\w*|\w+frei\w*)\b",
            "ar": "وحده|فور|بالكاد",
        },
    ),
    (
        r"never\b",
        {
            "ko": "처음|최초|사상|유례|전례|초유|첫",
            "ja": "初|史上|前例",
            "zh": "首|第一次|初次|前所|史上",
            "es": r"\bprimer\w*|\binédit\w+",
            "fr": r"\bpremi\w+|\binédit\w*",
            "de": r"\berst\w*",
            "ar": "الأول|لأول|أول",
        },
    ),
)
"""English negation to what says the same without one, by language."""
_REWORDED = tuple(
    (
        re.compile(rf"(?:\b|(?=n[’']t)){english}", re.IGNORECASE),
        {language: re.compile(words, re.IGNORECASE) for language, words in forms.items()},
    )
    for english, forms in _ELSE
)


def reworded(source: str, target: str, language: str) -> bool:
    """Tell whether a translation of an English text says without a negation what that says with one (다르다)."""
    return any(
        english.search(source) and language in forms and forms[language].search(target) for english, forms in _REWORDED
    )
