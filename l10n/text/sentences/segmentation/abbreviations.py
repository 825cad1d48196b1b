"""Owns the words after which an English full stop need not end a sentence, and those that begin one."""

from __future__ import annotations

__all__ = ["BEFORE_NAME", "BEFORE_NUMBER", "BRANDS", "CLOCK", "INSIDE", "LAST", "SAYING", "STARTERS", "TIME"]


def _set(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


BEFORE_NAME = _set(
    """
    Adm Ald Amb Atty Brig Bro Capt Cdr Cmdr Col Comdr Cpl Cpt Det Dr Ens Fr Ft Gen Gov Govs Hon Insp Lt Maj
    Messrs Mlle Mme Mmes Mr Mrs Ms Msgr Mt Mx Pfc Pres Prof Profs Pt Pte Pvt Rep Reps Rev Sen Sens Sgt Spc Sr
    Sra Srta Supt Treas Rt Vice-Adm Hr
    """
)
"""Titles, ranks and parts of place names: a name follows, the sentence goes on."""

BEFORE_NUMBER = _set(
    """
    No Nos no nos Art art Arts Bk Ch ch Chap Eq Ex Fig fig Figs figs Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct
    Nov Dec p pp para Para Pt pt Sec sec Secs Sect Vol vol Vols v ver Ver approx Approx ca Ca c est Est Op op
    Rm Ste Apt Tel tel Ext ext Rte Hwy Res lot Lot
    """
)
"""Abbreviations that a number follows."""

INSIDE = _set(
    """
    e.g i.e E.g I.e cf Cf viz vs Vs v a.k.a A.k.a f.k.a n.b N.B incl Incl esp Dept dept Univ Gvt Govt govt
    Natl Intl
    """
)
"""Abbreviations that never end a sentence."""

LAST = _set(
    """
    Ala Ariz Ark Ave al Assn Assoc Bldg Blvd Bros Calif Co co Colo Conn Corp corp Cos Cie Ct Del Dist Esq esq
    etc Fla ft Ga hr hrs Ill in Inc inc Ind Jr jr Kan Kans Ky La lb lbs LLC Ltd ltd Mass Md Mfg Mich min Minn
    Miss Mo Mont Neb Nev Okla Ont Ore oz Pa Pl PLC Plc Que Rd sec Sq sq Sr sr St st Tenn Ter Tex Va Vt Wash
    Wis Wyo yr yrs Yrs
    """
)
"""Abbreviations that end a sentence when a word follows that begins one."""

STARTERS = _set(
    """
    A About According Across After Again Against All Almost Along Already Also Although Among An And Another
    Any Anyone Are As At Because Before Being Both But By Can Could Despite Did Do Does During Each Earlier
    Even Eventually Every Few Finally First For From Given Has Have He Her Here His How However I If In Indeed
    Instead Is It Its Last Later Let Like Many Maybe Meanwhile More Moreover Most Much My Nearly Neither Never
    Nevertheless Next No Nobody None Nor Not Nothing Now Of Officials On Once One Only Or Other Others Our
    Over People Perhaps Please Police Prosecutors Recently Reporters Several She Should Since So Some Soon
    Still Such That The Their Then There Therefore These They This Those Though Through Thus Today Together
    Tomorrow Two Under Unlike Until Upon Was We Were What When Where Whether Which While Who Why Will With
    Within Without Would Yesterday Yet You Your
    """
)
"""Capitalised words that are rarely part of a name."""

TIME = _set(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    January February March April May June July August September October November December Jan Feb Mar Apr Jun
    Jul Aug Sep Sept Oct Nov Dec Eastern Central Pacific Mountain Central Greenwich Local GMT UTC
    """
)
"""What may follow `6 p.m.` in the same sentence."""

CLOCK = frozenset(("a.m", "p.m", "A.M", "P.M"))

BRANDS = frozenset(["Yahoo", "Jeopardy", "Yum", "Oklahoma", "Moulin"])
"""Names that are written with an exclamation mark."""

SAYING = (
    r"(?:said|says|asked|asks|added|adds|told|replied|answered|wrote|writes|shouted|cried|exclaimed|demanded|wondered|"
    r"inquired|continued|explained|whispered|yelled|noted|recalled|warned|insisted|screamed)\b"
)
"""Verbs of an attribution, a pattern."""
