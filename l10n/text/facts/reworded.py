"""Owns what says the same as an English negation without one: `not the same`, 다르다."""

from __future__ import annotations

import re

__all__ = ["reworded"]

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
        r"(?:not|n[’']t|nothing|never)(?: \w+){0,2} (?:chang|mov|vari|budg)\w*",
        {
            "ko": "그대로|제자리|변함|유지|동결|보합|여전|마찬가지",
            "ja": "まま|横ばい|据え置",
            "zh": "依旧|依然|照旧|维持|保持|原样",
            "es": r"\b(?:igual|mism[oa]s?|sigue\w*|mantien\w+|mantuv\w+|estable)\b",
            "fr": r"\b(?:même|inchang\w+|stable|demeur\w+|reste\w*|maint\w+)\b",
            "de": r"\b(?:gleich\w*|weiterhin|stabil|blieb\w*|bleib\w*)\b",
            "ar": "ثابت|كما هو|ظل",
        },
    ),
    (
        r"(?:not|n[’']t)(?: \w+)? (?:true|right|correct|real|fair|honest|legal|genuine)",
        {
            "ko": "거짓|허위|틀[리렸린]|가짜|잘못|그르|그릇|어긋",
            "ja": "偽|嘘|誤|間違|違",
            "zh": "假|错|误|违",
            "es": r"\b(?:fals\w+|mentira\w*|ilegal\w*|error|equivoc\w+|injust\w+)\b",
            "fr": r"\b(?:faux|fausse\w*|illég\w+|tort|injust\w+|mensong\w+)\b",
            "de": r"\b(?:falsch\w*|illegal\w*|gelogen)\b",
            "ar": "كاذب|خاطئ|خطأ|كذب",
        },
    ),
    (
        r"(?:(?:can)?not|n[’']t|never)(?: \w+)? (?:win|won|beat|survive|live|eat|eaten|well|succeed|pass|pay|paid)",
        {
            "ko": "졌|지[고며는]|패[했배하]|숨[지졌진]|사망|죽|굶|아프|아파|앓|실패|낙[선제]|미[뤄뤘루룬]|체[납불]",
            "ja": "敗|負|死|亡|飢|病|滞",
            "zh": "输|败|死|亡|饿|病|落|欠|拖",
            "es": r"\b(?:perd\w+|derrot\w+|mur\w+|muri\w+|falleci\w+|hambre|enferm\w+|deb\w+)\b",
            "fr": r"\b(?:perd\w+|mort\w*|mour\w+|décéd\w+|faim|jeûn\w+|malade\w*)\b",
            "de": r"\b(?:verlor\w*|verlier\w*|starb\w*|gestorben|hunger\w*|krank\w*)\b",
            "ar": "خسر|مات|توفي|لقي|جائع|جوع|مريض",
        },
    ),
    (
        r"no longer",
        {
            "ko": "물러[나났난]|떠[나났난]|그만|사임|사퇴|은퇴|전직|옛|끝[나났난]|사라[졌진지]|지[났난]|벗어|전 ",
            "ja": "辞|退|元|去|終|消",
            "zh": "卸任|离开|前|已经|结束|消|停",
            "es": r"\b(?:ex\w*|antigu\w+|termin\w+|abandon\w+|ces\w+)\b",
            "fr": r"\b(?:ex|ancien\w*|fini\w*|quitt\w+|cess\w+)\b",
            "de": r"\b(?:ex|ehemalig\w*|früher\w*|vorbei|beendet|verlie\w+)\b",
            "ar": "السابق|سابق|انته|ترك|غادر",
        },
    ),
    (
        r"\bno \w",
        {
            "ko": "매진|멈[추췄춘춤]|끊[기겼긴]|미[뤄뤘루룬]|취소|결항|보류|연기|유보|전무|빈|비[었어]|동[났나]|바닥|"
            "촉박|모자라|제한|통제|전원|모두|면제|닫|막[혔힌히]|떨어졌|제로|적자|소수",
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
            "ko": "맨손|맨발|두고|남기고|벗[고은]|혼자|홀로|곧바로|즉시|버[거겁]|바닥|적[은었]|몇",
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
