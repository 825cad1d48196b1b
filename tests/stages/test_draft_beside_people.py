"""Drafting while people work: their text wins, and what they joined is no pair for the memory."""

from datetime import date

from l10n import project
from l10n.stages.draft import draft
from l10n.stages.extract import extract
from l10n.stages.workset import gather
from tests.engines.online import table

TODAY = date(2026, 11, 23)


def extracted(site):
    work = gather(project.find(site.root))
    extract(work, today=TODAY)
    return work


def test_what_a_person_saves_while_an_engine_answers_is_kept(site):
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\n')
    site.write("articles/a.txt", "Harbor news\n\nThe boats left at noon.\n\nIt rained.\n")
    work = extracted(site)

    def save(_):
        site.translate("locales/ko/a.txt.po", {"The boats left at noon.": "배들은 정오에 떠났다."})

    done = draft(work, today=TODAY, tell=save)
    po = site.read("locales/ko/a.txt.po")
    assert 'msgid "The boats left at noon."\nmsgstr "배들은 정오에 떠났다."' in po
    assert po.count("# draft: pseudo") == 2
    assert not done.failures


def test_a_text_that_covers_two_sentences_is_not_remembered_for_one(site):
    site.configure('locales = ["ko"]\nsegmentation = "sentence"\nengines = ["memory"]\n')
    site.write("articles/a.txt", "Harbor news\n\nIt rained all day. It was cold.\n")
    extracted(site)
    path = "locales/ko/a.txt.po"
    site.translate(path, {"It rained all day.": "종일 비가 내리고 추웠다."})
    joined = site.read(path).replace('#. paragraph\n#: a.txt\nmsgid "It was cold."', '# joined\nmsgid "It was cold."')
    assert "# joined" in joined
    site.write(path, joined)
    site.write("articles/b.txt", "Other news\n\nIt rained all day. Nobody came.\n")
    done = draft(extracted(site), today=TODAY, tell=lambda _: None)
    assert done.engines == {}
    assert "종일" not in site.read("locales/ko/b.txt.po")


def test_a_service_that_cannot_be_reached_is_not_tried_for_every_locale(site, service):
    site.configure('locales = ["ko", "ja", "es"]\nengines = ["google"]\n' + table("google", service.url))
    site.write("articles/a.txt", "The harbor is open\n")
    service.after = "status 403"
    done = draft(extracted(site), today=TODAY, tell=lambda _: None)
    assert len(service.asked) == 1
    assert len(done.left) == 3
