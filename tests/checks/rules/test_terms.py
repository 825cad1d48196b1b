"""Glossary and names: what a rule blames, where, and what it would put there instead."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from l10n import checks, formats
from l10n.model import Severity, Term
from l10n.protocols import Pair, Scope

MSS = Term("MSS", "국가보위성", variants=("보위성",), forbidden=("국가안보부", "보위처"), note="내부 지침")
MINISTRY = Term("Ministry of State Security", "국가보위성", forbidden=("국가안보부",))


def found(rule, *texts, terms=(), locale="ko", draft=False):
    fmt = formats.load("markdown")
    pairs = [
        Pair(
            source, target, locale, fmt.inline(source), fmt.inline(target), terms=terms, article=f"{at}.md", draft=draft
        )
        for at, (source, target) in enumerate(texts)
    ]
    return [
        (pairs[index].target[flaw.start : flaw.end], flaw.fix, flaw.severity or one.severity, flaw.message)
        for index, one, flaw in checks.inspect(pairs, checks.chosen([rule]), scopes=tuple(Scope))
    ]


def mended(rule, source, target, *, terms=(), locale="ko"):
    pair = Pair(source, target, locale, terms=terms)
    ((_, _, flaw),) = checks.inspect([pair], checks.chosen([rule]), scopes=tuple(Scope))
    return None if flaw.fix is None else target[: flaw.start] + flaw.fix + target[flaw.end :]


@pytest.mark.parametrize(
    ("target", "right"),
    [
        ("국가안보부는 부인했다.", "국가보위성은 부인했다."),
        ("국가안보부가 부인했다.", "국가보위성이 부인했다."),
        ("그는 국가안보부(MSS)를 떠났다.", "그는 국가보위성(MSS)을 떠났다."),
        ("그는 **국가안보부**로 갔다.", "그는 **국가보위성**으로 갔다."),
        ("국가안보부에서 나왔다.", "국가보위성에서 나왔다."),
        ("국가안보부 요원이 부인했다.", "국가보위성 요원이 부인했다."),
        ("국가안보부장이 부인했다.", None),
        ("국가안보부라서 부인했다.", "국가보위성이라서 부인했다."),
    ],
)
def test_a_forbidden_word_is_replaced_with_the_particle_that_fits(target, right):
    assert mended("term-forbidden", "The MSS denied it.", target, terms=(MSS,)) == right


def test_a_forbidden_word_is_shown_where_it_stands():
    ((word, _, severity, message),) = found(
        "term-forbidden", ("The MSS denied it.", "어제 국가안보부에서 부인했다."), terms=(MSS,)
    )
    assert (word, severity) == ("국가안보부", Severity.ERROR)
    assert message == "“국가안보부” is not to be used for “MSS”: write “국가보위성” (내부 지침)"


def test_a_word_that_two_terms_forbid_is_told_once():
    text = ("The Ministry of State Security (MSS) denied it.", "국가안보부(MSS)는 부인했다.")
    assert len(found("term-forbidden", text, terms=(MINISTRY, MSS))) == 1
    assert not found("term-missing", text, terms=(MINISTRY, MSS))


def test_drafts_are_told_one_level_lower():
    wrong, lacking = ("The MSS denied it.", "국가안보부는 부인했다."), ("The MSS denied it.", "경찰은 부인했다.")
    assert [one[2] for one in found("term-forbidden", wrong, terms=(MSS,), draft=True)] == [Severity.WARNING]
    assert [one[2] for one in found("term-missing", lacking, terms=(MSS,), draft=True)] == [Severity.INFO]
    assert [one[2] for one in found("term-missing", lacking, terms=(MSS,))] == [Severity.WARNING]


def test_a_text_in_the_language_of_the_source_has_no_terms():
    assert not found("term-missing", ("The MSS denied it.", "Thé MSS dénied ît."), terms=(MSS,), locale="en")


def test_terms_in_code_are_no_terms():
    assert not found("term-missing", ("Run `MSS` now.", "지금 `MSS`를 실행하라."), terms=(MSS,))


@pytest.mark.parametrize(
    ("locale", "target", "right"),
    [
        ("ja", "昨日、公安局は否定した。", "昨日、国家保衛省は否定した。"),
        ("ja", "昨日、公安局長は否定した。", None),
        ("zh_CN", "公安局，昨天否认。", "国家保衛省，昨天否认。"),
        ("es", "La Oficina lo negó.", None),
    ],
)
def test_a_word_is_replaced_only_where_it_is_a_word_and_nothing_around_it_changes(locale, target, right):
    term = Term("MSS", "国家保衛省", forbidden=("公安局", "Oficina"))
    assert mended("term-forbidden", "The MSS denied it.", target, terms=(term,), locale=locale) == right


def test_a_term_with_other_spaces_is_shown_and_mended():
    guard = Term("border guard", "국경경비대")
    text = ("Border guards left.", "국경 경비대가 떠났다.")
    assert found("term-missing", text, terms=(guard,)) == [
        ("국경 경비대", "국경경비대", Severity.WARNING, "“국경 경비대” is “국경경비대” in the glossary")
    ]
    assert not found("term-missing", ("Border guards left.", "국경경비대원들이 떠났다."), terms=(guard,))


def test_a_misspelt_term_is_shown():
    text = ("The MSS left.", "어제 국가보위선은 떠났다.")
    assert [one[:2] for one in found("term-missing", text, terms=(MSS,))] == [("국가보위선", None)]
    assert [one[:2] for one in found("term-missing", ("The MSS left.", "경찰은 떠났다."), terms=(MSS,))] == [("", None)]


def test_the_human_translation_of_a_news_article_has_every_term(corpus):
    rows = (
        Term("Ministry of State Security", "국가보위성", variants=("보위성",), forbidden=("국가안보부",)),
        Term("MSS", "국가보위성", variants=("보위성", "보위원"), forbidden=("국가안보부",)),
        Term("MSS agent", "보위원", forbidden=("안보원",)),
        Term("South Hamgyong Province", "함경남도"),
        Term("North Hamgyong Province", "함경북도"),
        Term("border guard", "국경경비대"),
        Term("a source", "소식통"),
        Term("the Party", "당", variants=("노동당",), case=True),
        Term("Daily NK", "데일리NK"),
        Term("Anti-Socialist Group", "비사회주의 그루빠", variants=("비사회주의 구루빠",)),
    )
    sources, targets = (
        (corpus / "news-article" / f"security-agents.{end}").read_text(encoding="utf-8").strip().split("\n\n")
        for end in ("txt", "ko.txt")
    )
    texts = list(zip(sources, targets, strict=True))
    for rule in ("term-missing", "term-forbidden", "first-mention", "bracket-space", "name-spelling"):
        assert not found(rule, *texts, terms=rows)
    worse = [(source, re.sub("(?:국가)?보위성", "국가안보부", target)) for source, target in texts]
    assert len(found("term-forbidden", *worse, terms=rows)) == 2


INTRODUCED = "The Harbor Police Office (HPO) closed."


@pytest.mark.parametrize(
    ("targets", "severity"),
    [
        (["항만경찰청이 문을 닫았다.", "HPO는 말이 없다."], Severity.WARNING),
        (["항만경찰청이 문을 닫았다.", "경찰청은 말이 없다."], Severity.INFO),
        (["HPO가 문을 닫았다.", "경찰청은 말이 없다."], Severity.WARNING),
        (["항만경찰청(HPO)이 문을 닫았다.", "HPO는 말이 없다."], None),
        (["항만경찰청(이하 HPO)이 문을 닫았다.", "HPO는 말이 없다."], None),
        (["HPO(항만경찰청)가 문을 닫았다.", "HPO는 말이 없다."], None),
    ],
)
def test_an_acronym_is_introduced_where_the_source_does_it(targets, severity):
    texts = list(zip([INTRODUCED, "The HPO is silent."], targets, strict=True))
    assert [one[2] for one in found("first-mention", *texts)] == ([severity] if severity else [])


def test_an_acronym_that_is_never_used_again_needs_no_introduction():
    assert not found("first-mention", (INTRODUCED, "항만경찰청이 문을 닫았다."), ("It is silent.", "말이 없다."))


def test_an_acronym_that_readers_know_needs_no_introduction():
    source = "The United Nations (UN) met. The UN is old."
    assert not found("first-mention", (source, "국제연합이 모였다. UN은 오래됐다."))


def test_the_bracket_is_put_behind_the_word_of_the_glossary():
    source, target = (
        "The Ministry of State Security (MSS) left. The MSS is old.",
        "국가보위성이 떠났다. MSS는 오래됐다.",
    )
    assert mended("first-mention", source, target, terms=(MINISTRY,)) == ("국가보위성(MSS)이 떠났다. MSS는 오래됐다.")


@pytest.mark.parametrize(
    ("target", "right"),
    [
        ("국가보위성 (MSS)은 부인했다.", "국가보위성(MSS)은 부인했다."),
        ("하이메 로페스 (Jaime Lopez)는 부인했다.", "하이메 로페스(Jaime Lopez)는 부인했다."),
        ("후안 데 로페스 (Juan de Lopez)는 부인했다.", "후안 데 로페스(Juan de Lopez)는 부인했다."),
    ],
)
def test_a_space_before_the_bracket_with_the_original_is_deleted(target, right):
    assert mended("bracket-space", "They denied it.", target) == right


@pytest.mark.parametrize(
    "target", ["그는 (MSS에 따르면) 부인했다.", "보기 (A)는 틀렸다.", "배 (3척)가 떠났다.", "`보위성 (MSS)`은 코드다."]
)
def test_other_brackets_may_have_a_space(target):
    assert not found("bracket-space", ("They denied it.", target))


JAIME = [
    ("Police arrested Jaime in May.", "경찰은 5월 하이메를 체포했다."),
    ("A judge freed Jaime.", "판사는 하이메를 풀어 주었다."),
]


@pytest.mark.parametrize(
    ("target", "word"),
    [
        ("하이매의 변호사는 기뻐했다.", "하이매"),
        ("변호사는 하이미를 만났다.", "하이미"),
        ("하이메의 변호사는 기뻐했다.", None),
        ("변호사는 Jaime를 만났다.", None),
        ("변호사는 기뻐했다.", None),
    ],
)
def test_a_name_is_spelt_as_elsewhere(target, word):
    flaws = found("name-spelling", *JAIME, ("The lawyer of Jaime was glad.", target))
    assert [one[0] for one in flaws] == ([word] if word else [])


def test_the_message_quotes_the_usual_spelling_and_its_article():
    ((word, fix, severity, message),) = found(
        "name-spelling",
        *JAIME,
        ("We like Jaime.", "우리는 하이메가 좋다."),
        ("The lawyer of Jaime was glad.", "하이매의 변호사는 기뻐했다."),
    )
    assert (word, fix, severity) == ("하이매", None, Severity.WARNING)
    assert message == "“Jaime” is spelt in two ways: “하이매” here, and “하이메” (3 texts, first in 0.md)"


def test_two_texts_against_one_are_a_hint():
    text = ("The lawyer of Jaime was glad.", "하이매의 변호사는 기뻐했다.")
    assert [one[2] for one in found("name-spelling", *JAIME, text)] == [Severity.INFO]


def test_two_spellings_that_stand_once_each_are_a_hint():
    texts = [("They left Vegas.", "그들은 베거스를 떠났다."), ("We like Vegas.", "우리는 베가스를 좋아한다.")]
    assert [one[:3] for one in found("name-spelling", *texts)] == [("베가스", None, Severity.INFO)]
    same = [("They left Vegas.", "그들은 베가스를 떠났다."), ("We like Vegas.", "우리는 베가스는 좋아한다.")]
    assert not found("name-spelling", *same)


def test_a_name_of_the_glossary_is_left_to_the_glossary():
    texts = [*JAIME, ("The lawyer of Jaime was glad.", "하이매의 변호사는 기뻐했다.")]
    assert not found("name-spelling", *texts, terms=(Term("Jaime", "하이메"),))


def test_katakana_and_latin_names_are_compared_too():
    sources = ["They left Somerset.", "We like Somerset.", "People in Somerset sing."]
    japanese = ["彼らはサマセットを去った。", "サマセットが好きだ。", "サマーセットの人は歌う。"]
    french = ["Ils ont quitté Somerset.", "On aime Somerset.", "Les gens du Sommerset chantent."]
    assert [one[0] for one in found("name-spelling", *zip(sources, japanese, strict=True), locale="ja")] == [
        "サマーセット"
    ]
    assert [one[0] for one in found("name-spelling", *zip(sources, french, strict=True), locale="fr")] == ["Sommerset"]


def test_drafts_in_the_language_of_the_source_spell_no_name():
    texts = [*JAIME, ("The lawyer of Jaime was glad.", "하이매의 변호사는 기뻐했다.")]
    pairs = [Pair(source, target, "ko") for source, target in texts]
    pseudo = [replace(pair, locale="en") for pair in pairs]
    rules = checks.chosen(["name-spelling"])
    assert not list(checks.inspect(pseudo, rules, scopes=(Scope.LOCALE,)))


BOLENA = [
    ("They met Anna Bolena.", "그들은 안나 볼레나(Anna Bolena)를 만났다."),
    ("We like Anna Bolena.", "우리는 안나 볼레나(Anna Bolena)를 좋아한다."),
    ("Did Anna Bolena sing?", "아나 볼레냐(Anna Bolena)는 노래했나?"),
]


def test_a_name_that_is_spelt_in_two_ways_is_told_once():
    told = found("name-spelling", *BOLENA)
    assert len(told) == 1
    assert "in two ways" in told[0][3]
    assert [one[0] for one in found("name-spelling", *BOLENA[1:])] == ["볼레냐"]


def test_a_name_of_the_name_memory_is_for_its_own_rule():
    names = (Term("Anna Bolena", "안나 볼레나", case=True), Term("Bolena", "볼레나", case=True))
    pairs = [Pair(source, target, "ko", names=names, article="a.md") for source, target in BOLENA]
    rules = checks.chosen(["name-spelling", "name-memory"])
    told = [(index, rule.id) for index, rule, _ in checks.inspect(pairs, rules, scopes=tuple(Scope))]
    assert told == [(2, "name-memory")]


def test_a_name_in_a_draft_is_a_remark_with_a_mend():
    name = Term("Anna Bolena", "안나 볼레나", case=True)
    pair = Pair("They met Anna Bolena.", "그들은 아나 볼레나를 만났다.", "ko", names=(name,), draft=True)
    ((_, _, flaw),) = checks.inspect([pair], checks.chosen(["name-memory"]), scopes=tuple(Scope))
    assert (flaw.severity, flaw.fix) == (Severity.INFO, "안나 볼레나")
