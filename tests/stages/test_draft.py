"""The engine chain: who drafts what, what is refused, and what a person's text is worth."""

from datetime import date
from pathlib import Path

import pytest

from l10n import project
from l10n.stages.draft import draft
from l10n.stages.extract import extract
from l10n.stages.workset import gather

ARTICLE = "The harbor is open\n\nThe boats left at noon.\n\nIt cost $48 million.\n"
TODAY = date(2026, 11, 23)


@pytest.fixture
def drafted(site, service):
    """A function that drafts the article into Korean with a chain, and returns the result and the PO file's text."""

    def run(chain, *, extra=""):
        site.configure(
            f'locales = ["ko"]\nengines = [{", ".join(chain)}]\n{extra}'
            f'[tool.l10n.engine.google]\nurl = "{service.url}/m"\ntimeout = 2.0\n'
            f'[tool.l10n.engine.mymemory]\nurl = "{service.url}/get"\n'
        )
        site.write("articles/a.txt", ARTICLE)
        work = gather(project.find(site.root))
        extract(work)
        done = draft(work, today=TODAY, tell=lambda _: None)
        return done, site.read("locales/ko/a.txt.po")

    return run


def test_an_engine_drafts_what_the_ones_before_left(drafted, service):
    service.translate = {"The harbor is open": "항구가 열려 있다", "It cost $48 million.": "비용은 4800만 달러였다."}
    service.translate["The boats left at noon."] = "The boats left at noon."
    done, po = drafted(['"google"', '"pseudo"'])
    assert done.engines == {"ko": {"google": 2, "pseudo": 1}}
    assert not done.left
    assert po.count("# draft: google 2026-11-23 ") == 2
    assert po.count("# draft: pseudo 2026-11-23 ") == 1


def test_a_lie_is_refused_and_told_and_the_segment_stays_missing(drafted, service):
    service.translate = {
        "The harbor is open": "항구가 열려 있다",
        "The boats left at noon.": "배들은 정오에 떠났다.",
        "It cost $48 million.": "비용은 480만 달러였다.",
    }
    done, po = drafted(['"google"'])
    (left,) = done.left
    assert left.key.text == "It cost $48 million."
    assert left.reasons[0].startswith("google: numbers changed")
    assert "480만" not in po


def test_a_service_that_is_down_is_asked_once_and_the_next_one_drafts(drafted, service):
    service.after = "status 500"
    done, _ = drafted(['"google"', '"pseudo"'])
    assert done.engines == {"ko": {"pseudo": 3}}
    assert any("google cannot be used now" in notice for notice in done.notices)
    assert len({form["q"] for form in service.asked}) == 1


def test_equal_texts_are_asked_once(site, service):
    site.configure(f'locales = ["ko"]\nengines = ["google"]\n[tool.l10n.engine.google]\nurl = "{service.url}/m"\n')
    for name in ("a.txt", "b.txt"):
        site.write(f"articles/{name}", "Harbor news\n\nThe boats left at noon.\n")
    service.translate = {"Harbor news": "항구 소식", "The boats left at noon.": "배들은 정오에 떠났다."}
    work = gather(project.find(site.root))
    extract(work)
    done = draft(work, today=TODAY, tell=lambda _: None)
    assert done.engines == {"ko": {"google": 4}}
    assert sorted(form["q"] for form in service.asked) == ["Harbor news", "The boats left at noon."]


def test_markup_is_kept_from_the_engine_and_comes_back(site, service):
    site.configure(f'locales = ["ko"]\nengines = ["google"]\n[tool.l10n.engine.google]\nurl = "{service.url}/m"\n')
    site.write("articles/a.md", "Run `make demo` and read [the guide](https://example.org/guide).\n")
    service.translate = {"Run ⟦1⟧ and read ⟦2⟧the guide⟦3⟧.": "⟦1⟧을 실행하고 ⟦2⟧안내서⟦3⟧를 읽어라."}
    work = gather(project.find(site.root))
    extract(work)
    draft(work, today=TODAY, tell=lambda _: None)
    assert "`make demo`을 실행하고 [안내서](https://example.org/guide)를 읽어라." in site.read("locales/ko/a.md.po")


def test_a_draft_that_a_person_has_changed_is_never_replaced(drafted, site):
    drafted(['"pseudo"'])
    path = "locales/ko/a.txt.po"
    site.write(path, site.read(path).replace("⟪", "사람이 고친 ⟪", 1))
    before = site.read(path)
    done, after = drafted(['"pseudo"'])
    assert after == before
    assert done.engines == {}


def test_a_stale_text_is_left_to_its_translator(drafted, site):
    drafted(['"pseudo"'])
    site.translate("locales/ko/a.txt.po", {"The boats left at noon.": "배들은 정오에 떠났다."})
    site.write("articles/a.txt", ARTICLE.replace("at noon", "at seven"))
    work = gather(project.find(site.root))
    extract(work)
    before = site.read("locales/ko/a.txt.po")
    assert "배들은 정오에 떠났다." in before
    draft(work, today=TODAY, tell=lambda _: None)
    assert site.read("locales/ko/a.txt.po") == before


def test_the_memory_can_be_deleted_and_is_made_again(drafted, site):
    drafted(['"memory"', '"pseudo"'])
    site.translate("locales/ko/a.txt.po", {"The boats left at noon.": "배들은 정오에 떠났다."})
    site.write("articles/b.txt", "Other news\n\nThe boats left at noon.\n")
    work = gather(project.find(site.root))
    extract(work)
    memory = site.root / ".l10n" / "memory.sqlite"
    memory.unlink(missing_ok=True)
    done = draft(work, today=TODAY, tell=lambda _: None)
    assert done.engines["ko"]["memory"] == 1
    assert memory.is_file()
    assert "배들은 정오에 떠났다." in site.read("locales/ko/b.txt.po")


def test_a_corrupt_memory_is_set_aside(drafted, site):
    site.write(".l10n/memory.sqlite", b"not a database" * 100)
    done, _ = drafted(['"memory"', '"pseudo"'])
    assert not done.failures
    assert Path(site.root / ".l10n" / "memory.sqlite.broken").is_file()


def test_the_chain_may_differ_by_section(drafted, service):
    service.after = "status 500"
    done, _ = drafted(['"google"'], extra='[[tool.l10n.section]]\npath = "*.txt"\nengines = ["pseudo"]\n')
    assert done.engines == {"ko": {"pseudo": 3}}
    assert service.asked == []
