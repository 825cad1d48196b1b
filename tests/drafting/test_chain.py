"""What the chain does beyond asking: the house's terms, and answers that are each other's."""

import json
import unicodedata
from datetime import date

import pytest

from l10n import formats, project
from l10n.drafting.protection import protect
from l10n.model import Form
from l10n.stages.draft import draft
from l10n.stages.extract import extract
from l10n.stages.workset import gather
from tests.engines.online import table

GLOSSARY = "source\ttarget\nMSS\t국가보위성\nborder guard\t국경경비대\n"


@pytest.fixture
def run(site, service):
    """A function that drafts texts with one engine and returns the targets by source, and what was done."""

    def drafted(texts, name="google", extra=""):
        site.configure(f'locales = ["ko"]\nengines = ["{name}"]\n' + table(name, service.url, extra))
        site.write("articles/a.md", "\n\n".join(texts) + "\n")
        work = gather(project.find(site.root))
        extract(work, today=date(2026, 11, 25))
        done = draft(work, today=date(2026, 11, 25), tell=lambda _: None)
        po = project.find(site.root).catalog("a.md", "ko")
        assert po is not None
        return {entry.key.text: entry.target for entry in po.catalog}, done

    return drafted


def test_an_engine_without_a_glossary_gets_terms_as_marks_and_their_words_come_back(site, service, run):
    site.write("locales/ko/glossary.tsv", GLOSSARY)
    service.translate = {"The ⟦1⟧ arrested a ⟦2⟧.": "⟦1⟧는 ⟦2⟧를 체포했다."}
    targets, _ = run(["The MSS arrested a border guard."])
    assert list(targets.values()) == ["국가보위성은 국경경비대를 체포했다."]


def test_a_term_whose_mark_is_lost_is_asked_for_in_words(site, service, run):
    site.write("locales/ko/glossary.tsv", GLOSSARY)
    service.translate = {"The ⟦1⟧ is silent.": "침묵했다.", "The MSS is silent.": "보위성은 침묵했다."}
    targets, _ = run(["The MSS is silent."])
    assert service.questions == ["The ⟦1⟧ is silent.", "The MSS is silent."]
    assert list(targets.values()) == ["보위성은 침묵했다."]


def test_an_engine_that_takes_terms_sees_the_words(site, service, run):
    site.write("locales/ko/glossary.tsv", GLOSSARY)
    service.translate = {"The MSS is silent.": "국가보위성은 침묵했다."}
    targets, _ = run(["The MSS is silent."], "openai")
    assert list(targets.values()) == ["국가보위성은 침묵했다."]
    sent = json.loads(json.loads(service.bodies[0])["messages"][-1]["content"])
    assert sent["glossary"] == [{"source": "MSS", "target": "국가보위성"}]


NEWS = {
    "Harbor reopens": "항구 다시 열려",
    "The harbor of Port Calder reopened on May 25 after 3 weeks.": "포트콜더 항구가 5월 25일 3주 만에 열렸다.",
    "Why did it take so long?": "왜 이렇게 오래 걸렸나?",
    "“We are glad,” said the mayor.": "시장은 “기쁘다”고 말했다.",
    "Ferries leave every 40 minutes.": "여객선은 40분마다 떠난다.",
}


def test_answers_that_seem_each_others_are_asked_for_once_more_each_alone(site, service, run):
    texts = list(NEWS)
    service.translate = dict(NEWS)
    service.faults = [f"text {text}" for text in [*list(NEWS.values())[1:], "그것뿐이다."]]
    targets, done = run(texts, extra="parallel = 1\n")
    assert targets == NEWS
    assert not done.left
    assert service.questions == texts * 2
    (site.root / "locales" / "ko" / "a.md.po").unlink()
    again, _ = run(texts, extra="parallel = 1\n")
    assert again == NEWS, "the journal keeps what was answered last"
    assert len(service.questions) == 2 * len(texts)


def test_a_doubt_that_cannot_be_settled_leaves_the_texts_missing(service, run):
    service.faults = [f"text {text}" for text in [*list(NEWS.values())[1:], "그것뿐이다."]]
    service.after = "status 401"
    targets, done = run(list(NEWS), extra="parallel = 1\n")
    assert not any(targets.values())
    assert any("each other's texts" in reason for left in done.left for reason in left.reasons)


def test_one_bad_answer_costs_no_neighbour_its_draft(service, run):
    texts = list(NEWS)
    service.translate = {**NEWS, texts[2]: "가나다 " * 100}
    targets, done = run(texts)
    assert [left.key.text for left in done.left] == [texts[2]]
    assert sum(map(bool, targets.values())) == len(NEWS) - 1


def test_a_question_in_plain_words_that_fails_leaves_the_others_their_drafts(site, service, run):
    site.write("locales/ko/glossary.tsv", GLOSSARY)
    service.translate = {"The ⟦1⟧ is silent.": "침묵했다.", "Boats left.": "배들이 떠났다."}
    service.faults = ["", "", "status 401"]
    targets, done = run(["The MSS is silent.", "Boats left."], extra="parallel = 1\n")
    assert targets["Boats left."] == "배들이 떠났다."
    assert [left.key.text for left in done.left] == ["The MSS is silent."]


@pytest.mark.parametrize("text", ["Run kubectl.", "kubectl"])
def test_a_word_that_is_kept_as_it_is_is_neither_an_echo_nor_another_language(site, service, run, text):
    site.write("locales/ko/glossary.tsv", "source\ttarget\nkubectl\tkubectl\n")
    service.translate = {"Run ⟦1⟧.": "⟦1⟧ 실행."}
    targets, done = run([text])
    assert not done.left
    assert targets[text] in {"kubectl 실행.", "kubectl"}


def test_the_same_answers_in_their_places_become_drafts(service, run):
    service.translate = dict(NEWS)
    targets, done = run(list(NEWS))
    assert targets == NEWS
    assert not done.left


@pytest.mark.parametrize(
    "answer",
    [
        "시장은 &quot;배는 &#39;내일&#39; 뜬다&quot;고 말했다.",
        "시장은 &amp;quot;배는 &amp;#39;내일&amp;#39; 뜬다&amp;quot;고 말했다.",
        "\ufeff시장은\t\u200b\"배는 '내일' 뜬다\"고 말했다.",
        unicodedata.normalize("NFD", "시장은 \"배는 '내일' 뜬다\"고 말했다."),
    ],
)
@pytest.mark.parametrize("name", ["deepl", "google", "libre", "microsoft", "mymemory", "openai"])
def test_what_a_service_does_to_an_answer_on_its_way_is_undone(service, run, name, answer):
    source = "The mayor said the boat would leave “tomorrow”."
    service.translate = {source: answer}
    targets, _ = run([source], name)
    assert list(targets.values()) == ["시장은 “배는 ‘내일’ 뜬다”고 말했다."]


def test_a_reference_that_the_text_has_itself_stays():
    protection = protect("Write &lt; where you mean <.", formats.load("plain"), Form.MARKS, "ko")
    assert protection.read("<라고 쓰려면 &lt;라고 적는다.") == "<라고 쓰려면 &lt;라고 적는다."


@pytest.mark.parametrize("added", ["\n", "\n\n", "\u2028"])
@pytest.mark.parametrize("name", ["deepl", "libre", "openai"])
def test_an_answer_with_a_line_more_than_its_text_is_refused(service, run, name, added):
    service.translate = {"Ferries leave every 40 minutes.": f"여객선은 40분마다 떠난다.{added}좋은 하루 되길 바란다."}
    targets, done = run(["Ferries leave every 40 minutes."], name)
    assert list(targets.values()) == [""]
    assert "line break" in done.left[0].reasons[0]


@pytest.mark.parametrize("answer", ["명령을 모두 수행했습니다.", "그건 제가 도울 수 있는 일이 아니에요."])
@pytest.mark.parametrize("name", ["deepl", "libre", "openai"])
def test_one_answer_to_texts_that_say_different_things_is_refused(service, run, name, answer):
    texts = [
        "The harbor of Port Calder is open again.",
        "The harbor master lives on the hill.",
        "A storm tore two roofs off last night.",
    ]
    service.translate = dict.fromkeys(texts, answer)
    targets, done = run(texts, name)
    assert set(targets.values()) == {""}
    assert all("the same for texts that say different things" in left.reasons[0] for left in done.left)


def test_short_texts_and_texts_that_are_alike_may_have_one_translation(service, run):
    short = ["Read more", "Learn more", "See more"]
    alike = [f"The harbor is closed {when}." for when in ("on Sundays", "on a Sunday", "on every Sunday")]
    service.translate = dict.fromkeys(short, "더 보기") | dict.fromkeys(alike, "일요일에는 항구를 닫는다.")
    targets, _ = run([*short, *alike])
    assert targets == service.translate


TWO = {
    "The ferry to Cape Arlen leaves at noon.": "케이프알렌행 여객선은 정오에 떠난다.",
    "Bicycles travel on the lower deck for free.": "자전거는 아래층 갑판에 무료로 싣는다.",
}


LONGER = {
    "The ferry to Cape Arlen leaves the long pier at noon.": "케이프알렌행 여객선은 정오에 긴 부두를 떠난다.",
    "Bicycles, prams and wheelchairs travel on the lower deck for free, the office said on Monday in a letter.": (
        "사무소는 월요일 편지에서 자전거와 유모차, 휠체어는 아래층 갑판에 무료로 싣는다고 밝혔다."
    ),
}


@pytest.mark.parametrize("news", [TWO, LONGER])
@pytest.mark.parametrize("stubborn", [False, True])
def test_an_answer_with_its_neighbours_translation_in_it_is_asked_for_once_more(service, run, stubborn, news):
    first, second = news
    asked = []

    def answer(text):
        asked.append(text)
        joined = text == first and (stubborn or asked.count(first) == 1)
        return f"{news[first]} {news[second]}" if joined else news[text]

    service.answer = answer
    targets, done = run(list(news), "openai")
    assert targets[second] == news[second]
    assert targets[first] == ("" if stubborn else news[first])
    assert asked.count(first) == 2
    told = ("another text", "characters for", "does not have")
    assert not stubborn or any(word in done.left[0].reasons[0] for word in told)


def test_answers_that_each_have_the_next_ones_translation_behind_their_own_are_asked_for_alone(service, run):
    news = {
        "The ferry to Cape Arlen leaves at noon.": "케이프알렌행 여객선은 정오에 떠난다.",
        "Bicycles travel below deck for free.": "자전거는 아래층 갑판에 무료로 싣는다.",
        "The harbor master lives on the hill.": "항만장은 언덕 위에 산다.",
    }
    texts, asked = list(news), []

    def answer(text):
        asked.append(text)
        after = texts[(texts.index(text) + 1) % len(texts)]
        return news[text] if asked.count(text) > 1 else f"{news[text]} {news[after]}"

    service.answer = answer
    targets, _ = run(texts, "libre")
    assert targets == news


def test_texts_with_a_sentence_in_common_may_have_its_translation_in_common(service, run):
    closing, said = " The mayor did not say why.", " 시장은 이유를 밝히지 않았다."
    service.translate = {source + closing: target + said for source, target in TWO.items()}
    targets, _ = run(list(service.translate), "libre")
    assert targets == service.translate
    assert len(service.questions) == len(TWO)
