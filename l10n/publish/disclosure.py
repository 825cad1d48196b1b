"""Owns what a published article says of machine-made text: the sentence for readers and the fields for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n import locales
from l10n.model import Edition, State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.model import Coverage, Entry

__all__ = ["SENTENCES", "edition"]

SENTENCES: dict[str, tuple[str, str]] = {
    "ar": (
        "تُرجم هذا المقال آليًا ولم يراجعه أي شخص.",
        "تُرجمت أجزاء من هذا المقال آليًا ولم يراجعها أي شخص.",
    ),
    "bg": (
        "Тази статия е преведена машинно и не е прегледана от човек.",
        "Части от тази статия са преведени машинно и не са прегледани от човек.",
    ),
    "ca": (
        "Aquest article s’ha traduït automàticament i cap persona no l’ha revisat.",
        "Parts d’aquest article s’han traduït automàticament i cap persona no les ha revisades.",
    ),
    "cs": (
        "Tento článek byl přeložen strojově a nikdo jej nezkontroloval.",
        "Části tohoto článku byly přeloženy strojově a nikdo je nezkontroloval.",
    ),
    "da": (
        "Denne artikel er maskinoversat og er ikke gennemgået af et menneske.",
        "Dele af denne artikel er maskinoversat og er ikke gennemgået af et menneske.",
    ),
    "de": (
        "Dieser Artikel wurde maschinell übersetzt und nicht von einem Menschen geprüft.",
        "Teile dieses Artikels wurden maschinell übersetzt und nicht von einem Menschen geprüft.",
    ),
    "el": (
        "Αυτό το άρθρο μεταφράστηκε αυτόματα και δεν έχει ελεγχθεί από άνθρωπο.",
        "Τμήματα αυτού του άρθρου μεταφράστηκαν αυτόματα και δεν έχουν ελεγχθεί από άνθρωπο.",
    ),
    "en": (
        "This article was translated by machine and has not been reviewed by a person.",
        "Parts of this article were translated by machine and have not been reviewed by a person.",
    ),
    "eo": (
        "Ĉi tiu artikolo estis maŝine tradukita kaj ne estis kontrolita de homo.",
        "Partoj de ĉi tiu artikolo estis maŝine tradukitaj kaj ne estis kontrolitaj de homo.",
    ),
    "es": (
        "Este artículo se ha traducido automáticamente y ninguna persona lo ha revisado.",
        "Partes de este artículo se han traducido automáticamente y ninguna persona las ha revisado.",
    ),
    "fa": (
        "این مقاله با ماشین ترجمه شده و هیچ انسانی آن را بازبینی نکرده است.",
        "بخش‌هایی از این مقاله با ماشین ترجمه شده و هیچ انسانی آن‌ها را بازبینی نکرده است.",
    ),
    "fi": (
        "Tämä artikkeli on konekäännetty, eikä ihminen ole tarkistanut sitä.",
        "Osia tästä artikkelista on konekäännetty, eikä ihminen ole tarkistanut niitä.",
    ),
    "fr": (
        "Cet article a été traduit automatiquement et n’a pas été relu par une personne.",
        "Certaines parties de cet article ont été traduites automatiquement et n’ont pas été relues par une personne.",
    ),
    "gl": (
        "Este artigo traduciuse automaticamente e ningunha persoa o revisou.",
        "Partes deste artigo traducíronse automaticamente e ningunha persoa as revisou.",
    ),
    "he": (
        "מאמר זה תורגם בתרגום מכונה ולא נבדק בידי אדם.",
        "חלקים ממאמר זה תורגמו בתרגום מכונה ולא נבדקו בידי אדם.",
    ),
    "hi": (
        "इस लेख का अनुवाद मशीन से किया गया है और किसी व्यक्ति ने इसकी समीक्षा नहीं की है।",
        "इस लेख के कुछ भागों का अनुवाद मशीन से किया गया है और किसी व्यक्ति ने उनकी समीक्षा नहीं की है।",
    ),
    "hu": (
        "Ezt a cikket gép fordította, és ember nem ellenőrizte.",
        "E cikk egyes részeit gép fordította, és ember nem ellenőrizte.",
    ),
    "id": (
        "Artikel ini diterjemahkan oleh mesin dan belum ditinjau oleh manusia.",
        "Sebagian artikel ini diterjemahkan oleh mesin dan belum ditinjau oleh manusia.",
    ),
    "it": (
        "Questo articolo è stato tradotto automaticamente e nessuna persona lo ha rivisto.",
        "Alcune parti di questo articolo sono state tradotte automaticamente e nessuna persona le ha riviste.",
    ),
    "ja": (
        "この記事は機械翻訳によるもので、人による確認を受けていない。",
        "この記事の一部は機械翻訳によるもので、人による確認を受けていない。",
    ),
    "ko": (
        "이 기사는 기계로 번역됐으며 사람의 검수를 거치지 않았다.",
        "이 기사의 일부는 기계로 번역됐으며 사람의 검수를 거치지 않았다.",
    ),
    "nb": (
        "Denne artikkelen er maskinoversatt og er ikke gjennomgått av et menneske.",
        "Deler av denne artikkelen er maskinoversatt og er ikke gjennomgått av et menneske.",
    ),
    "nl": (
        "Dit artikel is door een machine vertaald en niet door een mens nagekeken.",
        "Delen van dit artikel zijn door een machine vertaald en niet door een mens nagekeken.",
    ),
    "pl": (
        "Ten artykuł został przetłumaczony maszynowo i nie został sprawdzony przez człowieka.",
        "Części tego artykułu zostały przetłumaczone maszynowo i nie zostały sprawdzone przez człowieka.",
    ),
    "pt": (
        "Este artigo foi traduzido automaticamente e não foi revisto por uma pessoa.",
        "Partes deste artigo foram traduzidas automaticamente e não foram revistas por uma pessoa.",
    ),
    "pt_BR": (
        "Este artigo foi traduzido automaticamente e não foi revisado por uma pessoa.",
        "Partes deste artigo foram traduzidas automaticamente e não foram revisadas por uma pessoa.",
    ),
    "ro": (
        "Acest articol a fost tradus automat și nu a fost revizuit de o persoană.",
        "Părți ale acestui articol au fost traduse automat și nu au fost revizuite de o persoană.",
    ),
    "ru": (
        "Эта статья переведена машиной и не проверена человеком.",
        "Части этой статьи переведены машиной и не проверены человеком.",
    ),
    "sv": (
        "Den här artikeln är maskinöversatt och har inte granskats av en människa.",
        "Delar av den här artikeln är maskinöversatta och har inte granskats av en människa.",
    ),
    "th": (
        "บทความนี้แปลด้วยเครื่องและยังไม่มีบุคคลตรวจทาน",
        "บางส่วนของบทความนี้แปลด้วยเครื่องและยังไม่มีบุคคลตรวจทาน",
    ),
    "tr": (
        "Bu makale makine tarafından çevrilmiş ve bir insan tarafından gözden geçirilmemiştir.",
        "Bu makalenin bazı bölümleri makine tarafından çevrilmiş ve bir insan tarafından gözden geçirilmemiştir.",
    ),
    "uk": (
        "Цю статтю перекладено машиною, і людина її не перевіряла.",
        "Частини цієї статті перекладено машиною, і людина їх не перевіряла.",
    ),
    "vi": (
        "Bài viết này được dịch bằng máy và chưa được người kiểm duyệt.",
        "Một số phần của bài viết này được dịch bằng máy và chưa được người kiểm duyệt.",
    ),
    "zh": ("本文由机器翻译，未经人工审校。", "本文部分内容由机器翻译，未经人工审校。"),
    "zh_TW": ("本文由機器翻譯，未經人工審校。", "本文部分內容由機器翻譯，未經人工審校。"),
}
"""For readers, by gettext name or language: all of the text is machine-made, a part of it is."""

_TRADITIONAL = ("zh_TW", "zh_HK", "zh_MO", "zh_Hant")


def edition(locale: str, coverage: Coverage, published: Iterable[Entry]) -> Edition:
    """State what an article made of `published` entries is; drafts among them are disclosed.

    `published` has an entry for each segment that is not in English, an entry twice where its text occurs twice.
    """
    entries = list(published)
    drafts = [entry for entry in entries if entry.state is State.DRAFT]
    base = Edition(locales.tag(locale), locales.direction(locale), translated=bool(entries))
    if not drafts:
        return base
    whole, part = _sentences(locale)
    everything = len(drafts) == coverage.segments.total
    human = len(drafts) < len(entries)
    engines = sorted({entry.origin.by if entry.origin else "unknown" for entry in drafts})
    return Edition(
        language=base.language,
        direction=base.direction,
        disclosure=whole if everything else part,
        provenance={
            "status": "partly-reviewed" if human else "machine-draft",
            "engine": ", ".join(engines),
            "reviewed": f"{coverage.percent:.0f}%",
            "source": coverage.article,
        },
    )


def _sentences(locale: str) -> tuple[str, str]:
    if locale.startswith(_TRADITIONAL):
        return SENTENCES["zh_TW"]
    for name in (locale, locales.language(locale), {"no": "nb", "nn": "nb"}.get(locales.language(locale), "")):
        if name in SENTENCES:
            return SENTENCES[name]
    return SENTENCES["en"]
