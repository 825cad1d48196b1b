"""The engine chain: who drafts what, what is refused, and what a person's text is worth."""

import json
from datetime import date
from pathlib import Path

import pytest

from l10n import project
from l10n.engines.keyless import keyless
from l10n.project import ProjectFolder
from l10n.stages.draft import draft
from l10n.stages.extract import extract
from l10n.stages.workset import gather
from tests.engines.online import LOCALES, WAYS, called, table

ARTICLE = "The harbor is open\n\nThe boats left at noon.\n\nIt cost $48 million.\n"
TODAY = date(2026, 11, 23)


@pytest.fixture
def drafted(site, service):
    """A function that drafts the article into Korean with a chain, and returns the result and the PO file's text."""

    def run(chain, *, extra=""):
        site.configure(
            f'locales = ["ko"]\nengines = [{", ".join(chain)}]\n{extra}'
            + table("google", service.url)
            + table("mymemory", service.url)
        )
        site.write("articles/a.txt", ARTICLE)
        work = gather(project.find(site.root))
        extract(work, today=TODAY)
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
    extract(work, today=TODAY)
    done = draft(work, today=TODAY, tell=lambda _: None)
    assert done.engines == {"ko": {"google": 4}}
    assert sorted(form["q"] for form in service.asked) == ["Harbor news", "The boats left at noon."]


def test_markup_is_kept_from_the_engine_and_comes_back(site, service):
    site.configure(f'locales = ["ko"]\nengines = ["google"]\n[tool.l10n.engine.google]\nurl = "{service.url}/m"\n')
    site.write("articles/a.md", "Run `make demo` and read [the guide](https://example.org/guide).\n")
    service.translate = {"Run ⟦1⟧ and read ⟦2⟧the guide⟦3⟧.": "⟦1⟧을 실행하고 ⟦2⟧안내서⟦3⟧를 읽어라."}
    work = gather(project.find(site.root))
    extract(work, today=TODAY)
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
    extract(work, today=TODAY)
    before = site.read("locales/ko/a.txt.po")
    assert "배들은 정오에 떠났다." in before
    draft(work, today=TODAY, tell=lambda _: None)
    assert site.read("locales/ko/a.txt.po") == before


def test_the_memory_can_be_deleted_and_is_made_again(drafted, site):
    drafted(['"memory"', '"pseudo"'])
    site.translate("locales/ko/a.txt.po", {"The boats left at noon.": "배들은 정오에 떠났다."})
    site.write("articles/b.txt", "Other news\n\nThe boats left at noon.\n")
    work = gather(project.find(site.root))
    extract(work, today=TODAY)
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
    assert Path(site.root / ".l10n" / "memory.sqlite.damaged-1").is_file()


def test_the_chain_may_differ_by_section(drafted, service):
    service.after = "status 500"
    done, _ = drafted(['"google"'], extra='[[tool.l10n.section]]\npath = "*.txt"\nengines = ["pseudo"]\n')
    assert done.engines == {"ko": {"pseudo": 3}}
    assert service.asked == []


def test_tags_stand_for_markup_where_an_engine_takes_tags(site, service):
    site.configure(
        f'locales = ["ko"]\nengines = ["deepl"]\n[tool.l10n.engine.deepl]\nurl = "{service.url}/v2/translate"\n'
    )
    site.write("articles/a.md", "Run `make <demo>` & read [the guide](https://example.org/guide) at 5 < 6.\n")
    asked = 'Run <x id="1"/> &amp; read <x id="2"/>the guide<x id="3"/> at 5 &lt; 6.'
    service.translate = {asked: '<x id="2"></x>안내서<x id="3" />를 읽고 <x id="1"/>을 실행하라 &amp; 5 &lt; 6.'}
    work = gather(project.find(site.root))
    extract(work, today=TODAY)
    done = draft(work, today=TODAY, tell=lambda _: None)
    assert service.questions == [asked]
    assert not done.left
    po = project.find(site.root).catalog("a.md", "ko")
    assert po is not None
    target = po.catalog.entries[0].target
    assert "[안내서](https://example.org/guide)를 읽고 `make <demo>`을 실행하라 & 5 < 6." in target


def test_a_lost_placeholder_is_told_as_that(site, service):
    site.configure(f'locales = ["ko"]\nengines = ["google"]\n[tool.l10n.engine.google]\nurl = "{service.url}/m"\n')
    site.write("articles/a.md", "Run `make demo` today.\n")
    service.after = "text 오늘 실행하라."
    work = gather(project.find(site.root))
    extract(work, today=TODAY)
    (left,) = draft(work, today=TODAY, tell=lambda _: None).left
    assert "placeholders" in left.reasons[0]


def test_the_terms_of_a_text_go_to_an_engine_that_takes_them(site, service):
    site.configure(
        f'locales = ["ko"]\nengines = ["openai"]\n[tool.l10n.engine.openai]\nurl = "{service.url}/v1"\nmodel = "tiny"\n'
    )
    site.write("locales/ko/glossary.tsv", "source\ttarget\nharbor\t항만\nferry\t여객선\n")
    site.write("articles/a.txt", "The harbor is open.\n")
    service.translate = {"The harbor is open.": "항만이 열려 있다."}
    work = gather(project.find(site.root))
    extract(work, today=TODAY)
    done = draft(work, today=TODAY, tell=lambda _: None)
    assert done.engines == {"ko": {"openai": 1}}
    sent = json.loads(json.loads(service.bodies[0])["messages"][1]["content"])
    assert sent["glossary"] == [{"source": "harbor", "target": "항만"}]
    assert "ferry" not in service.bodies[0]
    assert "# draft: openai/tiny 2026-11-23 " in site.read("locales/ko/a.txt.po")


def test_a_large_catalogue_is_saved_a_few_times_and_a_small_one_when_it_is_done(site, monkeypatch):
    monkeypatch.setattr("l10n.stages.draft.BATCH", 4)
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\n')
    site.write("articles/large.md", "\n\n".join(f"Boat {at} left the harbor." for at in range(160)) + "\n")
    for at in range(3):
        site.write(f"articles/small{at}.md", f"Pier {at} is old.\n\nIt is {at} meters long.\n\nNobody is there.\n")
    saves: list[str] = []
    update = ProjectFolder.update_catalogs

    def counted(self, computes):
        saves.extend(article for article, _, _ in computes)
        return update(self, computes)

    work = gather(project.find(site.root))
    extract(work, today=TODAY)
    monkeypatch.setattr(ProjectFolder, "update_catalogs", counted)
    done = draft(work, today=TODAY, tell=lambda _: None)
    assert done.engines["ko"]["pseudo"] == 169
    assert not done.left
    assert 2 <= saves.count("large.md") <= 8
    assert sorted(saves[saves.index("small0.md") :]) == ["small0.md", "small1.md", "small2.md"]
    po = (site.root / "locales/ko/large.md.po").read_text(encoding="utf-8")
    assert po.count("# draft: pseudo ") == 160


def left_in(site, configured, *locales):
    """Draft an article with a configuration, and return what was done."""
    names = ", ".join(f'"{name}"' for name in locales)
    site.configure(f"locales = [{names}]\n{configured}")
    site.write("articles/a.txt", ARTICLE)
    work = gather(project.find(site.root))
    extract(work, today=TODAY)
    return draft(work, today=TODAY, tell=lambda _: None)


@pytest.mark.parametrize("fault", ["status 500", "status 401", "status 404", "hang"])
def test_an_engine_that_failed_is_told_and_not_recommended(site, service, fault):
    service.after = fault
    done = left_in(site, 'engines = ["google"]\n' + table("google", service.url, timeout=0.2), "ko")
    assert [(one.locale, one.engine) for one in done.unusable] == [("ko", "google")]
    assert [one.engine for one in done.advice] == ["firefox"]
    assert not any("can be asked" in notice for notice in done.notices)


def test_an_engine_that_was_asked_for_all_that_is_left_is_not_recommended(site, service):
    service.after = "echo"
    done = left_in(site, 'engines = ["google"]\n' + table("google", service.url), "ko")
    assert len(done.left) == 3
    assert done.unusable == []
    assert [one.engine for one in done.advice] == ["firefox"]


def test_what_failed_in_one_locale_is_not_recommended_for_the_next(site, service):
    service.after = "status 500"
    done = left_in(
        site,
        'engines = []\n[tool.l10n.locale.ko]\nengines = ["google"]\n' + table("google", service.url),
        "ko", "ja",
    )  # fmt: skip
    assert {one.locale for one in done.left} == {"ko", "ja"}
    assert [one.engine for one in done.advice] == ["firefox", "firefox"]


def test_an_engine_that_was_not_asked_is_recommended_one_of_this_machine_first(site):
    done = left_in(site, 'engines = ["memory"]\n', "ko", "es", "xh")
    assert [(one.locale, one.engine, one.destination) for one in done.advice if not one.command] == [
        ("ko", "google", "translate.google.com"),
        ("es", "apertium", ""),
        ("xh", "google", "translate.google.com"),
    ]
    told = [notice for notice in done.notices if "can be asked" in notice]
    assert "it sends their text to translate.google.com" in told[0]
    assert "their text stays here" in told[1]


@pytest.mark.parametrize("chain", ["", '"firefox"'])
def test_a_model_that_may_be_had_is_named_before_what_sends_texts_out_unless_it_was_asked(site, chain):
    done = left_in(site, f"engines = [{chain}]\n", "ko")
    maybe = [] if chain else [("firefox", "", "l10n engine add firefox -l ko")]
    assert [(one.engine, one.destination, one.command) for one in done.advice] == [
        *maybe,
        ("google", "translate.google.com", ""),
    ]
    first = done.notices[-2] if not chain else done.notices[0]
    assert "l10n engine add firefox -l ko" in first


def test_an_article_in_another_language_than_english_has_no_model_to_look_for():
    assert [one.name for one in keyless("es", "ko")] == ["google"]


def test_a_language_that_an_engine_has_not_is_no_reason_to_recommend_it(site):
    done = left_in(site, 'engines = ["memory"]\n', "sr@latin", "dsb")
    assert [(one.locale, one.engine) for one in done.advice if not one.command] == [("sr@latin", "apertium")]


def test_a_section_whose_chain_has_not_the_engine_may_still_ask_it(site):
    done = left_in(
        site, 'engines = ["memory"]\n[[tool.l10n.section]]\npath = "b*"\nempty = true\nengines = ["google"]\n', "ko"
    )
    assert [one.engine for one in done.advice] == ["firefox", "google"]


def test_programs_are_told_of_unusable_engines_and_advice(site, service):
    service.after = "status 500"
    site.configure(
        'locales = ["ko", "es"]\nengines = ["memory"]\n[tool.l10n.locale.ko]\nengines = ["google"]\n'
        + table("google", service.url)
    )
    site.write("articles/a.txt", ARTICLE)
    site.ok("extract")
    told = json.loads(site.run("draft", "--json").out)
    (unusable,) = told["unusable"]
    assert (unusable["locale"], unusable["engine"]) == ("ko", "google")
    assert "has an error of its own (500)" in unusable["message"]
    assert unusable["remedy"]
    firefox, apertium = [one for one in told["advice"] if one["locale"] == "es"]
    assert firefox == {**apertium, "engine": "firefox", "command": "l10n engine add firefox -l es"}
    assert apertium == {"locale": "es", "engine": "apertium", "destination": "", "command": ""}


@pytest.mark.parametrize("name", WAYS)
def test_a_question_names_no_article_and_holds_no_translation(site, service, name):
    locale = LOCALES.get(name, "ko")
    site.configure(f'locales = ["{locale}"]\nengines = ["{called(name)}"]\n' + table(name, service.url))
    site.write("articles/embargoed/minister.txt", ARTICLE)
    site.write("pyproject.toml", site.read("pyproject.toml") + '[project]\nname = "the-desk"\n')
    site.ok("extract")
    site.translate(f"locales/{locale}/embargoed/minister.txt.po", {"The harbor is open": "Traducción confidencial"})
    site.run("draft")
    told = [*service.bodies, *service.paths, *map(json.dumps, [*service.asked, *service.headers])]
    assert any("left" in one for one in told)
    for word in ("embargoed", "minister", "the-desk", "confidencial", str(site.root)):
        assert not any(word in one for one in told)


def test_an_engine_in_disguise_asks_neither_rules_nor_the_memory(drafted, monkeypatch):
    for name in ("learn", "finishers", "judges"):
        monkeypatch.setattr(f"l10n.stages.draft.{name}", lambda *_: pytest.fail("nobody asks for it"))
    done, _ = drafted(['"pseudo"'])
    assert done.engines == {"ko": {"pseudo": 3}}
