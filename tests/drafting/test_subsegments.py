"""Drafts put together from the sentences that people translated before, and one question for the rest."""

from datetime import date

import pytest

from l10n import project
from l10n.stages.draft import draft
from l10n.stages.extract import extract
from l10n.stages.workset import gather
from tests.engines.online import table

KNOWN = {
    "The harbor office is open again.": "항만사무소가 다시 문을 열었다.",
    "Ferries leave every 40 minutes.": "여객선은 40분마다 떠난다.",
}


@pytest.fixture
def newsroom(site, service):
    """A function that drafts an article whose newsroom has reviewed `KNOWN`; returns the stage's result."""

    def run(text, translations, *, name="a.md", engines='"memory", "google"'):
        service.translate = translations
        site.configure(f'locales = ["ko"]\nengines = [{engines}]\n' + table("google", service.url))
        site.write("articles/known.md", "\n\n".join(KNOWN) + "\n")
        site.ok("extract")
        site.translate("locales/ko/known.md.po", KNOWN)
        site.write(f"articles/{name}", text)
        work = gather(project.find(site.root), articles=[name])
        extract(work, today=date(2026, 11, 25))
        return draft(work, today=date(2026, 11, 25), tell=lambda _: None)

    return run


def targets(site, name="a.md"):
    po = project.find(site.root).catalog(name, "ko")
    assert po is not None
    return {entry.key.text: entry.target for entry in po.catalog}


def test_the_engine_is_asked_for_the_unknown_sentences_only_and_in_one_piece(site, service, newsroom):
    rest = "Nobody knows why it was closed. The mayor is silent."
    done = newsroom(
        f"The harbor office is open again. {rest} Ferries leave every 40 minutes.\n",
        {rest: "왜 닫혔는지 아무도 모른다. 시장은 말이 없다."},
    )
    assert service.questions == [rest]
    assert list(targets(site).values()) == [
        "항만사무소가 다시 문을 열었다. 왜 닫혔는지 아무도 모른다. 시장은 말이 없다. 여객선은 40분마다 떠난다."
    ]
    assert done.engines == {"ko": {"memory+google": 1}}
    assert "# draft: memory+google 2026-11-25 " in site.read("locales/ko/a.md.po")


def test_known_sentences_are_changed_in_their_numbers_as_a_near_match_is(site, newsroom):
    newsroom("Ferries leave every 25 minutes. The mayor is silent.\n", {"The mayor is silent.": "시장은 말이 없다."})
    assert list(targets(site).values()) == ["여객선은 25분마다 떠난다. 시장은 말이 없다."]


def test_a_text_that_does_not_pass_put_together_is_asked_for_whole(site, service, newsroom):
    text = "Ferries leave every 40 minutes. It cost $48 million."
    newsroom(
        text + "\n", {"It cost $48 million.": "비용은 480만 달러였다.", text: "40분마다 떠나며 4800만 달러가 들었다."}
    )
    assert service.questions == ["It cost $48 million.", text]
    assert list(targets(site).values()) == ["40분마다 떠나며 4800만 달러가 들었다."]


def test_a_part_that_would_not_pass_alone_is_not_hidden_among_known_sentences(site, service, newsroom):
    text = "The harbor office is open again. Ferries leave every 40 minutes. Is it true?"
    newsroom(text + "\n", {"Is it true?": "Is it true?", text: "사무소가 열렸고 여객선은 40분마다 떠난다. 사실일까?"})
    assert service.questions == ["Is it true?", text]
    assert list(targets(site).values()) == ["사무소가 열렸고 여객선은 40분마다 떠난다. 사실일까?"]


def test_markup_stays_with_its_sentence(site, service, newsroom):
    newsroom(
        "Ferries leave every 40 minutes. Read [the rules](/rules) first.\n",
        {"Read ⟦1⟧the rules⟦2⟧ first.": "먼저 ⟦1⟧규칙⟦2⟧을 읽는다."},
    )
    assert service.questions == ["Read ⟦1⟧the rules⟦2⟧ first."]
    assert list(targets(site).values()) == ["여객선은 40분마다 떠난다. 먼저 [규칙](/rules)을 읽는다."]


@pytest.mark.parametrize(
    ("text", "engines"),
    [
        ("**Ferries leave every 40 minutes. The mayor is silent.**", '"memory", "google"'),
        ("Ferries leave every 40 minutes. The mayor is silent.", '"google"'),
        ("Cats sleep all day long. The mayor is silent.", '"memory", "google"'),
    ],
)
def test_markup_over_two_sentences_or_no_memory_means_the_whole_text(service, newsroom, text, engines):
    newsroom(text + "\n", {}, engines=engines)
    assert len(service.questions) == 1
    assert service.questions[0].replace("⟦1⟧", "**").replace("⟦2⟧", "**") == text
