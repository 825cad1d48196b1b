"""What the chain does beyond asking: the house's terms, and answers that are each other's."""

import json
from datetime import date

import pytest

from l10n import project
from l10n.stages.draft import draft
from l10n.stages.extract import extract
from l10n.stages.workset import gather
from tests.engines.online import table

GLOSSARY = "source\ttarget\nMSS\t국가보위성\nborder guard\t국경경비대\n"


@pytest.fixture
def run(site, service):
    """A function that drafts texts with one engine and returns the targets by source, and what was done."""

    def drafted(texts, name="google"):
        site.configure(f'locales = ["ko"]\nengines = ["{name}"]\n' + table(name, service.url, "timeout = 2.0\n"))
        site.write("articles/a.md", "\n\n".join(texts) + "\n")
        work = gather(project.find(site.root))
        extract(work)
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


def test_answers_that_are_each_others_are_refused_whatever_the_engine(service, run):
    texts = list(NEWS)
    shifted = dict(zip(texts, [*list(NEWS.values())[1:], "그것뿐이다."], strict=True))
    service.translate = shifted
    targets, done = run(texts)
    assert not any(targets.values())
    assert len(done.left) == len(NEWS)
    assert any("each other's texts" in reason for left in done.left for reason in left.reasons)


def test_the_same_answers_in_their_places_become_drafts(service, run):
    service.translate = dict(NEWS)
    targets, done = run(list(NEWS))
    assert targets == NEWS
    assert not done.left
