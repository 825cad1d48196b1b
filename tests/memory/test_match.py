from __future__ import annotations

import calendar
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.languages.ko.josa import attach
from l10n.memory.match import Candidate, Matcher
from l10n.model import Term
from l10n.text.numbers import values
from tests.examples import examples

SOURCE = "He reported that 70% of the cargo was salted cod on May 25, and the rest was herring."
TARGET = "그는 5월 25일 화물의 70%가 소금에 절인 대구였고 나머지는 청어였다고 적었다."


def suggest(wanted, source=SOURCE, target=TARGET, locale="ko", terms=()):
    return Matcher(wanted, "en", locale, terms).adapt(Candidate(source, target, "a.md"))


def test_the_same_text_suggests_its_translation():
    assert suggest(SOURCE) == (TARGET, 1.0)


@pytest.mark.parametrize(
    "wanted",
    [
        SOURCE.replace("He reported", "He has reported"),
        SOURCE.replace("and the rest", "and that the rest"),
        SOURCE.replace(", and", " and"),
    ],
)
def test_a_small_change_of_wording_suggests_the_old_translation(wanted):
    text, score = suggest(wanted)
    assert text == TARGET
    assert 0.85 <= score < 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the rest was", "the rest was not"),
        ("He reported", "He never reported"),
        ("salted cod", "salted Cod Liver"),
        ("He reported that 70%", "He reported that 70% or 80%"),
        ("He reported", "Kim reported"),
        ("He reported", "She reported"),
        ("70%", "$70"),
        ("and the rest", "and three of the rest"),
        ("salted cod", "“salted” cod"),
    ],
)
def test_a_changed_number_negation_name_or_quotation_suggests_nothing(old, new):
    assert suggest(SOURCE.replace(old, new)) is None


def test_plain_numbers_are_put_in():
    text, score = suggest(SOURCE.replace("70%", "45%").replace("25", "26"))
    assert text == "그는 5월 26일 화물의 45%가 소금에 절인 대구였고 나머지는 청어였다고 적었다."
    assert score >= 0.85


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        (
            "The group has 12 members and 12 houses in town.",
            "그 단체는 시내에 회원 12명과 집 12채가 있다.",
            "The group has 13 members and 12 houses in town.",
        ),
        (
            "The group has about 12 members in the town.",
            "그 단체는 시내에 회원이 열두 명 있다.",
            "The group has about 13 members in the town.",
        ),
        (
            "It began at 6:30 p.m. in the town hall of the city.",
            "시청에서 18시 30분에 시작됐다.",
            "It began at 7:30 p.m. in the town hall of the city.",
        ),
        (
            "It began at 6 a.m. in the town hall.",
            "시청에서 오전 6시에 시작됐다.",
            "It began at 6 p.m. in the town hall.",
        ),
        (
            "The party won 12 seats in the town.",
            "그 당은 시내에서 12석을 얻었다.",
            "The party lost 12 seats in the town.",
        ),
        (
            "They waited for three days at the port.",
            "그들은 항구에서 사흘을 기다렸다.",
            "They waited for five days at the port.",
        ),
        (
            "The dam lost 3 km of its wall in May.",
            "댐은 5월 벽 3km를 잃었다.",
            "The dam lost 3 miles of its wall in May.",
        ),
        (
            "The men of 12 villages came to the town.",
            "12은근한 마을의 남자들이 왔다.",
            "The men of 13 villages came to the town.",
        ),
        ("The group has 12 members in town.", "회원 12명, 곧 그 12명이 있다.", "The group has 13 members in town."),
        ("It rained there. Kim left the town.", "비가 왔다. 김 씨는 떠났다.", "It rained there. Lee left the town."),
        ("The boats met the US ship at sea.", "배들은 미국 배를 만났다.", "The boats met the ship at sea."),
    ],
)
def test_what_cannot_be_placed_safely_suggests_nothing(source, target, wanted):
    assert suggest(wanted, source, target) is None


@pytest.mark.parametrize(
    ("source", "target", "old", "new", "fitted"),
    [
        (
            "He said so on May 25 in the town.",
            "그는 5월 25일 시내에서 말했다.",
            "May 25",
            "June 5",
            "그는 6월 5일 시내에서 말했다.",
        ),
        (
            "He said so on May 5 in the town.",
            "그는 5월 5일 시내에서 말했다.",
            "May 5",
            "July 9",
            "그는 7월 9일 시내에서 말했다.",
        ),
        (
            "The port cost $48 million to build.",
            "항구 건설에 4800만 달러가 들었다.",
            "48",
            "120",
            "항구 건설에 1억2000만 달러가 들었다.",
        ),
        (
            "The group has 12,000 members.",
            "그 단체는 회원이 1만2천 명이다.",
            "12,000",
            "35,000",
            "그 단체는 회원이 3만5천 명이다.",
        ),
        (
            "The group has 12,000 members.",
            "그 단체는 회원이 1만 2,000명이다.",
            "12,000",
            "13,400",
            "그 단체는 회원이 1만 3,400명이다.",
        ),
        ("About 900 people came to the port.", "약 900명이 항구에 왔다.", "900", "1,200", "약 1,200명이 항구에 왔다."),
        (
            "Between 12 and 15 members came.",
            "12~15명의 회원이 왔다.",
            "12 and 15",
            "15 and 12",
            "15~12명의 회원이 왔다.",
        ),
        (
            "Prices rose by 70% in the port town.",
            "항구 도시의 물가가 70% 올랐다.",
            "70",
            "4.5",
            "항구 도시의 물가가 4.5% 올랐다.",
        ),
        ("Read the article of the year 2019.", "읽은 것은 2019는 아니다.", "2019", "2018", "읽은 것은 2018은 아니다."),
        (
            "The clock stopped at 6:30 p.m. in town.",
            "시계는 오후 6시 30분에 멈췄다.",
            "6:30",
            "7:45",
            "시계는 오후 7시 45분에 멈췄다.",
        ),
        (
            "It weighs 5 kg and is new to the town.",
            "무게 5kg으로 시내에 새로 왔다.",
            "5",
            "14",
            "무게 14kg으로 시내에 새로 왔다.",
        ),
    ],
)
def test_numbers_and_dates_are_written_as_the_translation_writes_them(source, target, old, new, fitted):
    text, score = suggest(source.replace(old, new), source, target)
    assert text == fitted
    assert 0.85 <= score < 1


@pytest.mark.parametrize(
    ("locale", "source", "target", "old", "new", "fitted"),
    [
        ("es", "It has 12,000 members.", "Tiene 12.000 miembros.", "12,000", "13,500", "Tiene 13.500 miembros."),
        ("es", "It cost $48 million.", "Costó 48 millones de dólares.", "48", "3.5", "Costó 3,5 millones de dólares."),
        ("es", "It cost $48 million.", "Costó 48 millones de dólares.", "48", "1", None),
        (
            "es",
            "He came on May 25 to see it.",
            "Vino el 25 de mayo a verlo.",
            "May 25",
            "April 3",
            "Vino el 3 de abril a verlo.",
        ),
        ("es", "It has 2 ports on this coast.", "Tiene 2 puertos en esta costa.", "2", "1", None),
        (
            "de",
            "He came on May 25 to see it.",
            "Er kam am 25. Mai, um es zu sehen.",
            "May",
            "June",
            "Er kam am 25. Juni, um es zu sehen.",
        ),
        ("ja", "He came on May 25 to see it.", "彼は5月25日に見に来た。", "May 25", "June 3", "彼は6月3日に見に来た。"),
        ("ja", "It has 48 million members.", "会員は4800万人だ。", "48", "150", "会員は1億5000万人だ。"),
        ("ar", "It has 12 ports on this coast.", "لديها 12 ميناء على هذا الساحل.", "12", "5", None),
    ],
)
def test_numbers_follow_the_habits_of_their_language(  # noqa: PLR0917
    locale, source, target, old, new, fitted
):
    found = suggest(source.replace(old, new), source, target, locale)
    assert (found and found[0]) == fitted


TERMS = (
    Term("border guard", "국경경비대"),
    Term("South Hamgyong Province", "함경남도"),
    Term("North Hamgyong Province", "함경북도", variants=("함북",)),
    Term("MSS", "국가보위성", variants=("보위성",)),
    Term("police", "경찰"),
    Term("river port", "강항"),
)


@pytest.mark.parametrize(
    ("source", "target", "wanted", "fitted"),
    [
        (
            "The border guards in North Hamgyong Province sold 30 phones.",
            "함경북도의 국경경비대는 전화기 30대를 팔았다.",
            "The MSS in South Hamgyong Province sold 45 phones.",
            "함경남도의 국가보위성은 전화기 45대를 팔았다.",
        ),
        (
            "The MSS’s agents left the town.",
            "보위성이 시내를 떠났다.",
            "The police’s agents left the town.",
            "경찰이 시내를 떠났다.",
        ),
        (
            "They left for the police early.",
            "그들은 일찍 경찰로 떠났다.",
            "They left for the river port early.",
            "그들은 일찍 강항으로 떠났다.",
        ),
        ("The MSS and the MSS left town.", "보위성과 보위성이 떠났다.", "The MSS and the police left town.", None),
        ("The MSS and the MSS left the town.", "보위성이 떠났다.", "The MSS and the police left the town.", None),
        (
            "He met 12 of the town’s agents.",
            "그는 시내의 요원 12명을 만났다.",
            "He met police of the town’s agents.",
            None,
        ),
        ("The MSS left the town early.", "그들은 일찍 떠났다.", "The police left the town early.", None),
        ("The MSS left the town early.", "보위성은, 그 보위성은 일찍 떠났다.", "The police left the town early.", None),
    ],
)
def test_terms_of_the_glossary_are_put_in_with_their_particles(source, target, wanted, fitted):
    found = suggest(wanted, source, target, terms=TERMS)
    assert (found and found[0]) == fitted


def test_terms_are_not_put_in_where_a_noun_asks_for_agreement():
    terms = (Term("port", "puerto"), Term("island", "isla"))
    assert (
        suggest("The old island was closed.", "The old port was closed.", "El viejo puerto cerró.", "es", terms) is None
    )


AMOUNT = st.one_of(
    st.integers(2, 40_000_000).map("{:,}".format),
    st.integers(2, 999).map("{} million".format),
    st.integers(2, 99).map("{} billion".format),
    st.decimals("0.1", "99.9", places=1).map(str),
)
MONTHS = list(calendar.month_name)[1:]
STYLES = ["{:,}", "{}", "만", "천"]


def korean(amount, style):
    """Write an amount as a Korean newspaper may, on its own terms."""
    (number,) = (number for number in values(amount, "en") if number.required)
    value = max(number.readings)
    if value != int(value) or (style == "만" and value < 10000):
        return f"{value.normalize():f}"
    if style == "만":
        big, rest = divmod(int(value), 10000)
        high, low = divmod(big, 10000)
        return (f"{high}억" if high else "") + (f"{low}만" if low else "") + (str(rest) if rest else "")
    return (style if "{" in style else "{:,}").format(int(value))


@examples(300)
@given(
    before=st.tuples(AMOUNT, st.sampled_from(MONTHS), st.integers(1, 28)),
    after=st.tuples(AMOUNT, st.sampled_from(MONTHS), st.integers(1, 28)),
    style=st.sampled_from(STYLES),
    terms=st.tuples(st.sampled_from(TERMS), st.sampled_from(TERMS)),
    particle=st.sampled_from(["은", "이", "와"]),
)
def test_a_suggestion_never_holds_a_wrong_number_date_or_name(before, after, style, terms, particle):
    sentence = "In the old town, the {} spent ${} on houses and roads on {} {}, a source said."
    source = sentence.format(terms[0].source, *before)
    wanted = sentence.format(terms[1].source, *after)
    date = f"{MONTHS.index(before[1]) + 1}월 {before[2]}일"
    target = f"{date} {attach(terms[0].target, particle)} {korean(before[0], style)} 달러를 썼다."
    found = suggest(wanted, source, target, terms=TERMS)
    if found is None:
        return
    text = found[0]
    right = f"{MONTHS.index(after[1]) + 1}월 {after[2]}일 {attach(terms[1].target, particle)} "
    assert text.startswith(right)
    assert text.endswith(" 달러를 썼다.")
    spent = text.removeprefix(right).removesuffix(" 달러를 썼다.")
    (real,) = (number for number in values(spent, "ko") if number.required)
    (asked,) = (number for number in values(f"${after[0]}", "en") if number.required)
    assert real.readings == asked.readings
    assert real.text == spent


NAMES = ["Kim", "Lee", "Calder", "Aske", "Port Nord", "Seoul"]
WORDS = ["not", "never", "15", "three", "“so”", "said", "quickly", "south", "won", "a.m."]


@examples(300)
@given(
    at=st.integers(0, 14),
    name=st.sampled_from(NAMES),
    word=st.sampled_from(WORDS),
    drop=st.booleans(),
    start=st.booleans(),
)
def test_a_telling_word_more_or_less_never_passes(at, name, word, drop, start):
    words = re.findall(r"\w+", "The boats of the harbor came back to the old town after a storm at sea")
    base = [name, *words[1:]] if start else words
    changed = [*base[:at], word, *base[at:]]
    other = next(one for one in NAMES if one != name)
    one, two = (changed, base) if drop else (base, changed)
    if word not in {"said", "quickly"}:
        assert suggest(" ".join(two) + ".", " ".join(one) + ".", "배들이 돌아왔다.") is None
    renamed = [other, *words[1:]]
    assert suggest(" ".join(renamed) + ".", " ".join([name, *words[1:]]) + ".", "배들이 돌아왔다.") is None


def test_an_unlike_text_suggests_nothing():
    assert suggest("The border guards go from house to house.") is None


def test_the_best_is_the_most_alike_then_the_most_used_then_the_first():
    wanted = SOURCE.replace("He reported", "He has reported")
    alike = Candidate(SOURCE.replace("He reported", "He had reported"), "가까운", "z.md")
    far = Candidate(SOURCE, "먼", "a.md", uses=9)
    first, second = (
        Matcher(wanted, "en", "ko").best([far, other]) for other in (alike, Candidate(SOURCE, "같은", "b.md", uses=9))
    )
    assert first is not None
    assert first[0] == "가까운"
    assert second is not None
    assert second[0] == "먼"
    assert Matcher(wanted, "en", "ko").best([]) is None


@pytest.mark.parametrize(
    ("known", "wanted"),
    [
        ("The jury found the mayor guilty on Monday.", "The jury found the mayor innocent on Monday."),
        ("The council voted against the new bridge.", "The council voted for the new bridge."),
        ("The ships that came from the island were empty.", "The ships that came to the island were empty."),
        ("The council did not respond to the request.", "The landlord did not respond to the request."),
        ("The union accused the port of the delay.", "The port accused the union of the delay."),
    ],
)
def test_one_word_with_another_meaning_suggests_nothing(known, wanted):
    assert Matcher(wanted, "en", "ko").adapt(Candidate(known, "무엇이든", "a.md")) is None


@pytest.mark.parametrize(
    ("known", "wanted"),
    [
        ("The council did not respond to a request.", "The council did not respond to our request."),
        ("He reported the delay to the port office.", "He has reported the delay to the port office."),
        ("The museum opens its doors to visitors.", "The museum opens its doors to the visitors."),
    ],
)
def test_another_article_tense_or_ending_is_near(known, wanted):
    answer = Matcher(wanted, "en", "ko").adapt(Candidate(known, "무엇이든", "a.md"))
    assert answer is not None
    assert answer[1] >= 0.85


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("It fell to -5 degrees at night.", "밤에 영하 5도까지 떨어졌다.", "It fell to 5 degrees at night."),
        ("It fell to 5 degrees at night.", "밤에 5도까지 떨어졌다.", "It fell to -8 degrees at night."),
        ("Ferries leave on time.", "여객선은 제때 떠난다.", "Ferries leave on time?"),
        ("It cost $2.5 million to repair.", "수리에 250만 달러가 들었다.", "It cost $2.50 million to repair."),
    ],
)
def test_a_sign_a_question_or_a_last_zero_that_cannot_be_placed_suggests_nothing(source, target, wanted):
    assert suggest(wanted, source, target) is None


def test_a_last_zero_is_kept_where_the_translation_has_the_very_digits():
    source, target = "Version 2.1 needs 4 GB.", "버전 2.1은 4GB가 필요하다."
    assert suggest("Version 2.10 needs 4 GB.", source, target)[0] == "버전 2.10은 4GB가 필요하다."
    assert suggest("Version 3.0 needs 8 GB.", source, target)[0] == "버전 3.0은 8GB가 필요하다."
    assert (
        suggest("It fell to -12 degrees.", "It fell to -5 degrees.", "영하 5도로 떨어졌다.")[0]
        == "영하 12도로 떨어졌다."
    )
