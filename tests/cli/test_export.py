"""What may be published is given to other programs, by the policy of the build."""

import json

import pytest

HARBOR = "---\ntitle: The harbor\nauthor: Jane Doe\n---\n\nThe harbor is closed.\n"
TEXTS = {"The harbor": "항구", "The harbor is closed.": "항구가 닫혔다."}
BASE = 'locales = ["ko"]\nengines = ["pseudo"]\nsite = "https://example.org/"\n'


@pytest.fixture
def desk(site):
    site.configure(BASE)
    site.write("articles/news/harbor.md", HARBOR)
    site.write("articles/pier.md", "# The pier\n")
    site.ok("extract")
    site.translate("locales/ko/news/harbor.md.po", TEXTS)
    return site


def test_each_article_is_a_line(desk):
    done = desk.ok("export", "--format", "ninjs")
    pier, harbor = map(json.loads, done.out.splitlines())
    assert (harbor["headlines"], harbor["by"]) == ([{"value": "항구"}], "Jane Doe")
    assert harbor["bodies"] == [{"contenttype": "text/html", "value": "<p>항구가 닫혔다.</p>\n"}]
    assert pier["altids"] == [{"role": "article", "value": "pier.md"}]
    assert done.err == "2 localized articles exported, 0 held\n"


def test_files_are_written_once(desk):
    path = "out/ko/news/harbor.md.ninjs.json"
    assert desk.ok("export", "-o", "out", "news").out == f"{path}\n"
    assert json.loads(desk.read(path))["language"] == "ko"
    before = desk.snapshot()
    assert desk.ok("export", "-o", "out", "news").out == ""
    assert desk.snapshot() == before


def test_what_is_held_is_left_out_and_told(desk):
    desk.configure(BASE + 'policy = "hold"\n')
    done = desk.ok("export", "-o", "out")
    assert done.out == "out/ko/news/harbor.md.ninjs.json\n"
    assert done.err.startswith("ko/pier.md: held: ")


def test_drafts_say_that_they_are_to_readers_and_to_editors(desk):
    desk.configure(BASE + 'policy = "drafts-labelled"\n')
    desk.ok("draft")
    one = json.loads(desk.ok("export", "pier.md").out)
    assert one["infosources"] == [{"name": "pseudo"}]
    assert one["ednote"].startswith("Machine translation (machine-draft) by pseudo; 0% ")
    assert "<p><em>" in one["bodies"][0]["value"]


@pytest.mark.parametrize("folder", ["articles", "Articles/x", "locales/ko", "build", ".", "../out", "/out", ".git/x"])
def test_nothing_is_written_into_other_folders(desk, folder):
    before = desk.snapshot()
    assert desk.run("export", "-o", folder).code == 2
    assert desk.snapshot() == before


def test_a_link_leads_no_file_out_of_the_project(desk, tmp_path):
    (tmp_path / "away").mkdir()
    (desk.root / "out").symlink_to(tmp_path / "away")
    done = desk.run("export", "-o", "out")
    assert done.code == 3
    assert "leads out of the project" in done.err
    assert list((tmp_path / "away").iterdir()) == []


def test_without_a_site_there_are_no_names_for_all_the_world(desk):
    desk.configure('locales = ["ko"]\n')
    done = desk.run("export")
    assert done.code == 2
    assert "`site` is not set. Write the address of your site" in done.err


def test_another_form_is_refused_with_those_that_there_are(desk):
    done = desk.run("export", "--format", "pdf")
    assert (done.code, done.err) == (2, "l10n: nothing is exported as `pdf`. Use one of: ninjs, xliff, xliff-1.2.\n")
