"""Drafting with an engine that answers carelessly: what is stored, what is told, and what is kept as it came."""

import json
from dataclasses import replace
from datetime import date

import pytest

from l10n import engines, formats, project
from l10n.drafting.chain import Chain
from l10n.drafting.jobs import Brief, DraftJob
from l10n.engines import EngineSettings
from l10n.memory import open_memory
from l10n.model import Flaw, Key, Severity
from l10n.protocols import Rule
from l10n.stages.draft import draft
from l10n.stages.extract import extract
from l10n.stages.workset import gather
from l10n.text.digest import digest
from tests.engines.online import table

TODAY = date(2026, 11, 23)
LOW = "The ferry leaves in 30 minutes."
HIGH = "The harbor closes at night."
ANSWERS = {LOW: "여객선은 30 분 뒤에 출발 합니다.", HIGH: "항구는 밤에 닫는다."}


@pytest.fixture
def news(site, service):
    """A function that makes a project whose engine is careless, and returns its result and a PO file's text."""
    service.translate = dict(ANSWERS)

    def run(settings="", articles=None, *, engines='"google"'):
        site.configure(f'locales = ["ko"]\nengines = [{engines}]\n{settings}' + table("google", service.url))
        for name, text in (articles or {"a.txt": f"{LOW}\n\n{HIGH}\n"}).items():
            site.write(f"articles/{name}", text)
        work = gather(project.find(site.root))
        extract(work, today=TODAY)
        return draft(work, today=TODAY, tell=lambda _: None)

    return run


def test_the_finished_text_is_stored_and_its_digest_is_that_of_the_draft(news, site):
    done = news()
    po = site.read("locales/ko/a.txt.po")
    text = "여객선은 30분 뒤에 출발합니다."
    assert f'msgstr "{text}"' in po
    assert f"# draft: google 2026-11-23 {digest(text)} {digest(LOW)}" in po
    (told,) = done.finished
    assert (told.article, told.key.text) == ("a.txt", LOW)
    assert [(one.fix, one.before, one.after) for one in told.changes] == [
        ("unit-space", "30 분", "30분"),
        ("spacing", "출발 합니다.", "출발합니다."),
    ]
    assert not draft(gather(project.find(site.root)), today=TODAY, tell=lambda _: None).changed


def test_the_command_sums_up_and_its_json_has_each_fix(site, service):
    service.translate = dict(ANSWERS)
    site.configure('locales = ["ko"]\nengines = ["google"]\n' + table("google", service.url))
    site.write("articles/a.txt", f"{LOW}\n")
    site.ok("extract")
    assert "ko: 1 draft finished (1 spacing, 1 unit-space)" in site.ok("draft").out
    site.write("articles/b.txt", f"{LOW} \n\n{HIGH}\n")
    site.ok("extract")
    told = json.loads(site.ok("draft", "--json").out)["finished"]
    assert [(one["article"], [fix["after"] for fix in one["changes"]]) for one in told] == [
        ("b.txt", ["30분", "출발합니다."])
    ]


def test_the_journal_keeps_the_answer_as_it_came(news, site, service):
    news()
    asked = len(service.asked)
    for po in (site.root / "locales" / "ko").glob("*.po"):
        po.unlink()
    site.configure(
        'locales = ["ko"]\nengines = ["google"]\ncheck = { ignore = ["unit-space", "spacing"] }\n'
        + table("google", service.url)
    )
    site.ok("extract")
    site.ok("draft")
    assert len(service.asked) == asked
    assert ANSWERS[LOW] in site.read("locales/ko/a.txt.po")


def test_equal_texts_of_two_sections_have_each_its_register(news, site):
    section = '[[tool.l10n.section]]\npath = "guide/**"\nregister = "hapsyo"\n'
    both = {"news/a.txt": f"{LOW}\n\n{HIGH}\n", "guide/a.txt": f"{LOW}\n\n{HIGH}\n"}
    news(f'register = "haera"\n{section}', both)
    assert "30분 뒤에 출발한다." in site.read("locales/ko/news/a.txt.po")
    assert "밤에 닫는다." in site.read("locales/ko/news/a.txt.po")
    assert "30분 뒤에 출발합니다." in site.read("locales/ko/guide/a.txt.po")
    assert "밤에 닫습니다." in site.read("locales/ko/guide/a.txt.po")


def test_a_paragraph_inside_of_a_quotation_keeps_its_register(news, site, service):
    service.translate |= {
        '"We wait.': '"우리는 기다립니다.',
        "It rains.": "비가 옵니다.",
        'It ends," she said.': '끝납니다"라고 그녀는 말했습니다.',
    }
    news('register = "haera"\n', {"a.txt": '"We wait.\n\nIt rains.\n\nIt ends," she said.\n\nIt rains.\n'})
    po = site.read("locales/ko/a.txt.po")
    assert "비가 옵니다." in po
    assert "말했다." in po


def test_an_article_that_mixes_registers_is_told_where_none_is_chosen(news, service):
    service.translate |= {"It rains.": "비가 온다.", "It snows.": "눈이 온다."}
    text = {"a.txt": f"{LOW}\n\n{HIGH}\n\nIt rains.\n\nIt snows.\n"}
    told = [one for one in news("", text).notices if "another register" in one]
    (said,) = told
    assert said.startswith("ko: a.txt: 1 of 4 drafts are in another register than the rest; ")
    assert said.endswith('("haera" or "hapsyo")')


def test_where_one_is_chosen_nothing_mixes_and_nothing_is_told(news, service):
    service.translate |= {"It rains.": "비가 온다.", "It snows.": "눈이 온다."}
    text = {"a.txt": f"{LOW}\n\n{HIGH}\n\nIt rains.\n\nIt snows.\n"}
    assert not [one for one in news('register = "haera"\n', text).notices if "register" in one]


def test_what_the_memory_knows_of_a_paragraph_stays_as_a_person_wrote_it(news, site, service):
    service.translate["It rains in 5 hours."] = "5 시간 뒤에 비가 온다."
    site.write("articles/old.txt", f"{LOW}\n")
    site.configure('locales = ["ko"]\nengines = ["memory"]\n')
    site.ok("extract")
    po = site.read("locales/ko/old.txt.po")
    site.write(
        "locales/ko/old.txt.po",
        po.replace(f'msgid "{LOW}"\nmsgstr ""', f'msgid "{LOW}"\nmsgstr "배는 30 분 뒤에 간다."'),
    )
    news("", {"a.txt": f"{LOW} It rains in 5 hours.\n", "b.txt": f"{LOW}\n"}, engines='"memory", "google"')
    assert "배는 30 분 뒤에 간다. 5시간 뒤에 비가 온다." in site.read("locales/ko/a.txt.po")
    assert 'msgstr "배는 30 분 뒤에 간다."' in site.read("locales/ko/b.txt.po")


def _halved(_pair):
    yield Flaw("", 5, 7, "15")


def test_what_the_guard_would_not_have_stays_as_it_came(service, tmp_path):
    service.translate = {LOW: "여객선은 30분 뒤에 출발한다."}
    rule = Rule("halved", Severity.INFO, "", (), (), _halved, finishes=True)
    brief = Brief("en", "ko", (), formats.load)
    memory = open_memory(tmp_path / "memory.sqlite")
    job = DraftJob("a.txt", "plain", Key(LOW), ("google",), "", "")

    def drafted(brief):
        chain = Chain(brief, memory, lambda name: engines.load(name, EngineSettings(url=service.url)), lambda _: None)
        return chain.draft([job])[0]

    outcome = drafted(replace(brief, finishers=(rule,)))
    assert (outcome.text, outcome.changes) == (service.translate[LOW], ())
    memory.close()
