"""Owns the quotation marks of languages; made by tools/cldr.py.

The data are from CLDR 48.2.0, Unicode License v3 (SPDX: Unicode-3.0), © 2004-2026 Unicode, Inc.
"""

from __future__ import annotations

__all__ = ["DELIMITERS"]

DELIMITERS: dict[str, str] = {
    "«» «»": "fr ht hy oc yav",
    "«» ‘’": "dua el_polyton ksf nb nn no rw",
    "«» “”": (
        "ast blo bm br ca cv dyo el es_US eu ewo ie it kab kk kk_Cyrl lij mg mua nnh pms pt_AO pt_CH pt_CV "
        "pt_GQ pt_GW pt_LU pt_MO pt_MZ pt_PT pt_ST pt_TL sc sg ti"
    ),
    "«» ”“": "fr_CA",
    "«» „“": "bas be bua ky os ru sah tyv uk",
    "«» „”": "shi shi_Latn shi_Tfng zgh",
    "«» ‹›": "am az_Arab az_Cyrl fa fr_CH gsw jgo kkj mzn rm sdh wae",
    "»« ›‹": "kk_Arab ug",
    "‘’ ‘’": "nl",
    "‘’ “”": "fur ia ti_ER tn",
    "“’ “”": "st",
    "“” «»": "eo",
    "“” ‘’": (
        "aa ab af ak an ann apc arn as asa az az_Latn ba bal bal_Arab bal_Latn bem bew bez bgc bgn bho blt "
        "bm_Nkoo bn bo bqi brx bss byn cad cch ccp ce ceb cgg cho chr cic ckb co cop csw cu cy da dav dje doi "
        "dv dz ebu ee en en_Dsrt en_Shaw es ff_Adlm fil fo frr fy ga gaa gd gez gl gn gu guz gv ha ha_Arab "
        "haw hi hi_Latn hnj hnj_Hmnp id ig ii io iu iu_Latn jbo jmc jv kaa kaa_Cyrl kaa_Latn kaj kam kcg kde "
        "kea kek ken kgp khq ki kl kln km kn ko kok kok_Deva kok_Latn kpe ks ks_Arab ks_Deva ksb ku ku_Arab "
        "ku_Latn kw kxv kxv_Deva kxv_Latn kxv_Orya kxv_Telu la lg lkt lmo ln lo lrc ltg lu luo lv lzz mai mas "
        "mdf mer mfe mgh mgo mhn mi mic ml mn mn_Mong mni mni_Beng mni_Mtei moh mr ms mt mus mww mww_Hmnp my "
        "myv naq nd ne nqo nr nso nus nv ny nyn oka om or osa pa pa_Arab pa_Guru pap pcm pi pi_Latn pis ps pt "
        "qu quc raj rhg rhg_Rohg rif rof rwk sa saq sat sat_Deva sat_Olck sbp scn sd sd_Arab sd_Deva seh ses "
        "shn si sid skr sma smj smn sms so sq ss ssy su su_Latn suz suz_Deva suz_Sunu sw ta te teo tg th tig "
        "to tok tpi tr trv trw ts tt twq tzm und uz_Arab uz_Cyrl vai vai_Latn vai_Vaii ve vec vi vmw vo vun "
        "wa wal wbp wo xh xnr xog yo yrl za zh zh_Hans zh_Latn zu"
    ),
    "“” ’‘": "uz uz_Latn",
    "“” “”": "tk",
    "”“ ’‘": "ar lld ms_Arab syr ur",
    "”” ’’": "fi he lag rn se sn sv yi",
    "„“ «»": "ka",
    "„“ ‚‘": "bs_Cyrl cs de dsb et hr hsb is ksh lb luy mk nds sk sl",
    "„“ „“": "bg lt prg sgs",
    "„” «»": "nmg pl ro",
    "„” »«": "hu szl",
    "„” ‘’": "bs bs_Latn",
    "„” ’’": "sr sr_Cyrl sr_Latn",
    "„” ‚’": "agq ff ff_Latn",
    "「」 『』": "ja yue yue_Hans yue_Hant zh_Hant",
}
"""Pairs for a quotation and for one inside of it, to the locales that have them."""
