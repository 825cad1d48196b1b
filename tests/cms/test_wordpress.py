"""Articles are sent to WordPress: a stand-in always, and WordPress itself where it is installed."""

from __future__ import annotations

import contextlib
import json
import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

from tests.cms.real import wordpress
from tests.cms.stand_in import stand_in
from tests.conftest import ROOT, need
from tests.docs_runner import blocks, folder, steps
from tests.inside import run_together

BORDER = """---
title: The border opens
description: What travellers need to know.
---

The border is open.

Boats [leave] at noon.
"""
TEXTS = {
    "The border opens": "국경이 열렸다",
    "What travellers need to know.": "여행자가 알아야 할 것.",
    "The border is open.": "국경이 열려 있다.",
    "Boats [leave] at noon.": "배는 정오에 [떠난다].",
}
WRONG = "wrong wrong wrong"
ELSEWHERE = "elsewhere.example"
PO = "locales/ko/2026/border.md.po"
SLUG = "border-ko"


@pytest.fixture(scope="session")
def real(tmp_path_factory):
    with wordpress(tmp_path_factory.mktemp("press")) as press:
        yield press


@pytest.fixture(params=["stand-in", pytest.param("wordpress", marks=pytest.mark.system)])
def press(request):
    if request.param == "wordpress":
        one = request.getfixturevalue("real")
        one.empty()
        yield one
    else:
        with stand_in() as one:
            yield one


@pytest.fixture
def alone():
    with stand_in() as one:
        yield one


@pytest.fixture
def desk(site):
    """A project with one reviewed article."""
    site.write("articles/2026/border.md", BORDER)
    site.ok("extract")
    site.translate(PO, TEXTS)
    return site


class Sender:
    def __init__(self, site, press, user="editor"):
        self.site, self.press, self.user = site, press, user
        self.configure()

    def configure(self, locales='"ko"', policy="reviewed"):
        self.site.configure(
            f'locales = [{locales}]\nengines = ["pseudo"]\npolicy = "{policy}"\n'
            f'[tool.l10n.push.wordpress]\nurl = "{self.press.url}"\n'
        )

    def __call__(self, *args, **env):
        return self.site.run("push", "wordpress", *args, **{**self.press.env(self.user), **env})

    def verdicts(self, *args):
        done = self("--json", *args)
        assert done.code == 0, done.err
        return [(row["verdict"], row["status"]) for row in json.loads(done.out)["articles"]]


def retold(site, source, target):
    """Change one translation and leave it reviewed."""
    site.translate(PO, {source: target})


def test_an_article_becomes_a_draft_with_the_fields_that_it_states(desk, press):
    push = Sender(desk, press)
    assert push.verdicts("--dry-run") == [("create", "")]
    assert press.posts() == {}
    assert push.verdicts() == [("create", "draft")]
    post = press.post(SLUG)
    assert (post["title"]["raw"], post["excerpt"]["raw"]) == ("국경이 열렸다", "여행자가 알아야 할 것.")
    assert post["status"] == "draft"
    assert post["content"]["raw"].startswith("<p>국경이 열려 있다.</p>\n\n<p>배는 정오에 &#91;떠난다&#93;.</p>")


def test_a_second_time_nothing_is_sent(desk, press):
    push = Sender(desk, press)
    push()
    before = press.post(SLUG)
    assert push.verdicts() == [("unchanged", "draft")]
    assert press.post(SLUG) == before


def test_a_better_translation_takes_the_place_of_what_was_sent(desk, press):
    push = Sender(desk, press)
    push()
    retold(desk, "The border is open.", "국경이 열렸습니다.")
    assert push.verdicts("--dry-run") == [("update", "draft")]
    assert "국경이 열렸습니다." not in press.post(SLUG)["content"]["raw"]
    assert push.verdicts() == [("update", "draft")]
    assert "국경이 열렸습니다." in press.post(SLUG)["content"]["raw"]
    assert push.verdicts() == [("unchanged", "draft")]


@pytest.mark.parametrize(
    "edit",
    [
        {"title": "국경 열려"},
        {"excerpt": "짧게."},
        {"content": "<p>다시 썼다.</p>"},
    ],
)
def test_what_a_person_changed_there_is_told_and_left(desk, press, edit):
    push = Sender(desk, press)
    push()
    if "content" in edit:
        edit = {"content": press.post(SLUG)["content"]["raw"].replace("국경이 열려 있다.", "국경이 다시 열려 있다.")}
    press.edit(SLUG, **edit)
    before = press.post(SLUG)
    retold(desk, "The border is open.", "국경이 열렸습니다.")
    assert push.verdicts("--dry-run") == push.verdicts() == [("changed there", "draft")]
    assert press.post(SLUG) == before
    assert "a person has changed it" in push().out
    assert push.verdicts("--overwrite", "articles/2026/border.md") == [("update", "draft")]
    assert press.post(SLUG)["title"]["raw"] == "국경이 열렸다"
    assert push.verdicts() == [("unchanged", "draft")]


def test_a_new_address_and_other_tags_are_a_persons_and_no_change_of_the_text(desk, press):
    push = Sender(desk, press)
    push()
    press.edit(SLUG, slug="open-border")
    assert push.verdicts() == [("unchanged", "draft")]
    retold(desk, "The border is open.", "국경이 열렸습니다.")
    assert push.verdicts() == [("update", "draft")]
    assert list(press.posts()) == ["open-border"]


def test_a_post_whose_mark_an_editor_lost_is_found_by_its_address_and_left(desk, press):
    push = Sender(desk, press)
    push()
    press.edit(SLUG, content="<p>국경이 열려 있다.</p>")
    assert push.verdicts() == [("changed there", "draft")]
    assert len(press.posts()) == 1


def test_a_post_of_somebody_elses_with_that_address_is_left(desk, press):
    press.write(title="내 글", content="<p>내 글이다.</p>", slug=SLUG, status="publish")
    assert Sender(desk, press).verdicts() == [("changed there", "publish")]
    assert press.post(SLUG)["title"]["raw"] == "내 글"


def test_articles_of_one_name_are_two_posts(desk, press):
    push = Sender(desk, press)
    push()
    desk.write("articles/2025/border.md", BORDER)
    desk.ok("extract")
    assert push.verdicts() == [("create", "draft"), ("unchanged", "draft")]
    assert push.verdicts() == [("unchanged", "draft"), ("unchanged", "draft")]


def test_a_post_in_the_bin_is_not_made_again(desk, press):
    push = Sender(desk, press)
    push()
    press.throw_away(SLUG)
    assert push.verdicts() == push.verdicts("--overwrite", "2026/border.md") == [("changed there", "trash")]
    assert "in the bin" in push().out


def test_a_copy_of_a_post_is_not_taken_for_it(desk, press):
    push = Sender(desk, press)
    push()
    press.write(title="사본", content=press.post(SLUG)["content"]["raw"], slug="copy", status="draft")
    done = push()
    assert "several posts are it" in done.out
    assert push.verdicts() == [("changed there", "")]


def test_what_is_public_stays_so_and_drafts_are_published_when_that_is_asked_for(desk, press):
    push = Sender(desk, press)
    push()
    assert push.verdicts("--publish", "--dry-run") == [("update", "draft")]
    assert push.verdicts("--publish") == [("update", "publish")]
    assert push.verdicts("--publish") == push.verdicts() == [("unchanged", "publish")]
    retold(desk, "The border is open.", "국경이 열렸습니다.")
    assert push.verdicts() == [("update", "publish")]
    press.edit(SLUG, status="private")
    assert push.verdicts("--publish") == [("unchanged", "private")]


def test_a_new_post_is_public_at_once_where_that_is_asked_for(desk, press):
    assert Sender(desk, press).verdicts("--publish") == [("create", "publish")]


def test_what_is_held_is_not_sent(desk, press):
    push = Sender(desk, press)
    push.configure(policy="hold")
    retold(desk, "The border is open.", "")
    done = push()
    assert done.code == 0
    assert done.out.startswith("ko/2026/border.md: held: ")
    assert press.posts() == {}


def test_drafts_go_with_their_disclosure_alone(site, press):
    site.write("articles/2026/border.md", BORDER)
    site.ok("extract")
    push = Sender(site, press)
    push.configure(policy="drafts-labelled")
    site.ok("draft")
    push()
    content = press.post(SLUG)["content"]["raw"]
    site.ok("build")
    told = next(line for line in site.read("build/ko/2026/border.md").splitlines() if line.startswith("*"))
    assert content.startswith(f"<p><em>{told.strip('*')}</em></p>")


def test_what_a_site_filters_is_no_change_of_a_persons(desk, press):
    if hasattr(press, "filters"):
        press.filters = True
    desk.write("articles/2026/border.md", BORDER + '\n<iframe src="https://example.org/"></iframe>\n\nA & B "c" — d…\n')
    desk.ok("extract")
    push = Sender(desk, press, "author")
    assert push.verdicts() == [("create", "draft")]
    assert "<iframe" not in press.post(SLUG)["content"]["raw"]
    assert push.verdicts() == [("unchanged", "draft")]
    retold(desk, "The border is open.", "국경이 열렸습니다.")
    assert push.verdicts() == [("update", "draft")]
    assert push.verdicts() == [("unchanged", "draft")]


def test_nothing_in_an_article_is_called_as_a_shortcode_or_a_block(desk, press):
    desk.write("articles/2026/border.md", BORDER + "\n<!-- wp:latest-posts /-->\n\nSee the [gallery].\n")
    desk.ok("extract")
    desk.translate(PO, {"See the [gallery].": "[gallery] 사진."})
    Sender(desk, press)("--publish")
    content = press.post(SLUG)["content"]
    assert "wp:latest-posts" not in content["raw"]
    rendered = content.get("rendered", content["raw"]).replace("&#91;", "[").replace("&#93;", "]")
    assert "[gallery] 사진." in rendered


def test_the_page_shows_what_is_said(site, alone):
    page = (ROOT / "docs/cms.md").read_text(encoding="utf-8")
    found = blocks(page)
    shown = next(one for one in found if one.body.startswith("$ l10n push"))
    tried = folder(site.root)
    for one in found[: found.index(shown)]:
        tried.try_out(f"```{one.language} {' '.join(one.words)}\n{one.body}```\n")
    file = tried.root / "pyproject.toml"
    file.write_text(file.read_text().replace("https://press.example.org", alone.url))
    for step in steps(shown.body):
        done = run_together(tried.root, step.command.split()[1:], {**os.environ, **alone.env()})
        assert done.out.replace(alone.url, "https://press.example.org").strip() == step.output


@contextlib.contextmanager
def block_editor(press, slug):
    """Open a post in WordPress's own editor, as a person does; yield what runs a script there."""
    with (
        sync_playwright() as play,
        contextlib.closing(
            play.chromium.launch(
                executable_path=shutil.which("google-chrome") or need("chromium"), args=["--no-sandbox"]
            )
        ) as browser,
    ):
        tab = browser.new_page()
        tab.goto(f"{press.url}/wp-login.php")
        tab.fill("#user_login", "editor")
        tab.fill("#user_pass", press.login)
        tab.click("#wp-submit")
        tab.wait_for_selector("#wpadminbar")
        tab.goto(f"{press.url}/wp-admin/post.php?post={press.post(slug)['id']}&action=edit")
        tab.wait_for_function("window.wp?.data?.select('core/block-editor')?.getBlocks().length > 1")
        tab.wait_for_function("window.tinymce?.editors?.some((one) => one.initialized)")
        yield lambda script: tab.evaluate(
            f"async () => {{ {script}; await wp.data.dispatch('core/editor').savePost() }}"
        )


@pytest.mark.system
def test_saving_in_the_block_editor_changes_nothing_until_the_text_is(desk, real):
    real.empty()
    desk.write("articles/2026/border.md", BORDER + '\n## Times\n\n- One\n- Two "and" <br> three\n\n```\na\n  b\n```\n')
    desk.ok("extract")
    push = Sender(desk, real)
    push()
    with block_editor(real, SLUG) as run:
        run("wp.data.dispatch('core/editor').editPost({slug: 'other', status: 'publish'})")
        assert push.verdicts() == [("unchanged", "publish")]
        retold(desk, "The border is open.", "국경이 열렸습니다.")
        assert push.verdicts() == [("update", "publish")]
    with block_editor(real, "other") as run:
        run(
            "const one = wp.data.select('core/block-editor').getBlocks()[0];"
            "wp.data.dispatch('core/block-editor').replaceBlocks("
            "one.clientId, wp.blocks.rawHandler({HTML: wp.blocks.getBlockContent(one)}))"
        )
    assert "<!-- wp:paragraph -->" in real.post("other")["content"]["raw"]
    assert push.verdicts() == [("changed there", "publish")]


@pytest.mark.system
def test_readers_of_wordpress_see_the_article_and_nothing_else(desk, real):
    real.empty()
    desk.write("articles/2026/border.md", BORDER + "\nOne\nparagraph on\ntwo lines.\n\n```\na\n  b\n```\n")
    desk.ok("extract")
    desk.translate(PO, {"One paragraph on two lines.": "두 줄로 된 한 문단."})
    Sender(desk, real)("--publish")
    shown = real.post(SLUG)["content"]["rendered"]
    assert "<br" not in shown
    assert "<p>두 줄로 된 한 문단.</p>" in shown
    assert "a\n  b\n" in shown
    assert "l10n" not in shown


def test_who_is_not_known_there_is_told_what_to_do(desk, press):
    done = Sender(desk, press)(L10N_WORDPRESS_PASSWORD=WRONG)
    assert done.code == 3
    assert "does not know the user or the application password" in done.err
    assert "articles/2026/border.md" in done.err
    assert "wrong" not in done.err + done.out


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ("status 403", "does not let the user do this (403, rest_some_fault). Give the user"),
        ("status 400", "(rest_some_fault)"),
        ("text <html>", "the answer is not JSON"),
        ("text {}", "its answer is not understood"),
        ('text [{"id": 1}]', "may not edit posts there, or it is no WordPress"),
        ('text [{"id": 1, "status": "draft", "title": {"raw": 1}}]', "or it is no WordPress"),
    ],
)
def test_a_refusal_is_told_once_and_the_others_go_on(desk, alone, fault, says):
    desk.write("articles/second.md", "# Second\n\nThe border is open.\n")
    desk.ok("extract")
    alone.faults = [fault]
    done = Sender(desk, alone)()
    assert done.code == 3
    assert says in done.err
    assert list(alone.posts()) == [SLUG]


@pytest.mark.parametrize("fault", ["status 401", "status 404", "to http://127.0.0.2:9/", "to https://press.example/"])
def test_a_site_that_takes_nothing_is_asked_once(desk, alone, fault):
    desk.write("articles/second.md", "# Second\n\nThe border is open.\n")
    desk.ok("extract")
    alone.faults = [fault] * 9
    done = Sender(desk, alone)()
    assert (done.code, len(alone.asked)) == (3, 1)
    assert done.err.count("error:") == 1


def test_a_site_without_rest_is_named_with_its_remedy(desk, alone):
    alone.shown = False
    done = Sender(desk, alone)()
    assert done.code == 3
    assert "has no REST API for posts (404, rest_no_route). Check the url, choose permalinks" in done.err


@pytest.mark.parametrize("faults", [["status 429"], ["", "status 503"], ["", "", "lost"], ["status 429", "status 503"]])
def test_a_request_is_made_again_and_no_post_twice(desk, alone, faults, monkeypatch):
    monkeypatch.setattr("l10n.cms.wordpress.time.sleep", lambda _: None)
    alone.faults = list(faults)
    assert Sender(desk, alone)().code == 0
    assert list(alone.posts()) == [SLUG]


def test_a_site_that_stays_busy_is_given_up(desk, alone, monkeypatch):
    waited: list[float] = []
    monkeypatch.setattr("l10n.cms.wordpress.time.sleep", waited.append)
    alone.faults = ["status 429"] * 9
    done = Sender(desk, alone)()
    assert (done.code, waited, len(alone.faults)) == (3, [1.0, 1.0], 6)
    assert "is asked too often (429" in done.err


@pytest.mark.parametrize(("fault", "posts"), [("status 500", [SLUG]), ("status 503", [])])
def test_a_failure_that_one_article_may_cause_ends_nothing(desk, alone, fault, posts, monkeypatch):
    monkeypatch.setattr("l10n.cms.wordpress.time.sleep", lambda _: None)
    desk.write("articles/first.md", "# First\n")
    desk.ok("extract")
    alone.faults = [fault] * 3
    assert Sender(desk, alone)().code == 3
    assert list(alone.posts()) == posts


def test_the_password_goes_nowhere_that_its_owner_has_not_named(desk, alone):
    push = Sender(desk, alone)
    done = push(L10N_WORDPRESS_PASSWORD_HOST=ELSEWHERE)
    assert done.code == 2
    assert "the key of wordpress would be sent to 127.0.0.1" in done.err
    assert f"L10N_WORDPRESS_PASSWORD_HOST={alone.url.removeprefix('http://')}" in done.err
    assert alone.asked == []


def test_the_password_is_not_sent_unencrypted(desk, alone):
    desk.configure('locales = ["ko"]\n[tool.l10n.push.wordpress]\nurl = "http://press.example/"\n')
    done = desk.run("push", "wordpress", **{**alone.env(), "L10N_WORDPRESS_PASSWORD_HOST": "press.example"})
    assert done.code == 2
    assert done.err == "l10n: the key of wordpress would be sent unencrypted. Write https in its url.\n"


def test_the_owners_file_lets_the_password_go_there_too(desk, alone, tmp_path):
    folder = tmp_path / "config" / "l10n"
    folder.mkdir(parents=True)
    file = folder / "config.toml"
    file.write_text(f'[[key.wordpress]]\nvalue = "{alone.passwords["editor"]}"\nhost = "{alone.url[7:]}"\n')
    file.chmod(0o600)
    desk.configure(f'locales = ["ko"]\n[tool.l10n.push.wordpress]\nurl = "{alone.url}"\n')
    env = {"XDG_CONFIG_HOME": str(folder.parent), "L10N_WORDPRESS_USER": "editor", "HOME": str(tmp_path)}
    assert desk.run("push", "wordpress", **env).out.startswith("ko/2026/border.md: create")


def test_without_an_address_or_a_user_nothing_is_asked(desk, alone):
    done = desk.run("push", "wordpress", **alone.env())
    assert done.code == 2
    assert "no address of WordPress is set" in done.err
    done = Sender(desk, alone)(L10N_WORDPRESS_USER="")
    assert done.code == 2
    assert "Set L10N_WORDPRESS_USER and L10N_WORDPRESS_PASSWORD" in done.err
    assert "there is no system `joomla`" in desk.run("push", "joomla").err
    assert alone.asked == []


def test_all_posts_at_once_are_not_overwritten(desk, alone):
    done = Sender(desk, alone)("--overwrite")
    assert done.code == 2
    assert "Name the articles." in done.err


def test_what_lies_beside_the_article_is_told(desk, alone):
    desk.write("articles/2026/border.md", BORDER + "\n![Pier](pier.jpg) [more](more.md) [x](https://example.org/)\n")
    desk.ok("extract")
    assert "leads nowhere there: pier.jpg, more.md\n" in Sender(desk, alone)().out


def test_what_components_make_of_an_article_is_not_guessed_at(desk, alone):
    desk.write("articles/chart.mdx", "# Chart\n\n<Chart />\n")
    desk.ok("extract")
    done = Sender(desk, alone)()
    assert done.code == 3
    assert "articles/chart.mdx: is written in MDX" in done.err
    assert list(alone.posts()) == [SLUG]


def test_a_site_with_a_plug_in_for_languages_is_told_them_and_what_belongs_together(desk, alone):
    alone.languages = [
        {"slug": "en", "locale": "en_US"},
        {"slug": "ko", "locale": "ko_KR"},
        {"slug": "pt-br", "locale": "pt_BR"},
    ]
    original = alone.write(title="The border opens", content="<p>a</p>", slug="border", status="publish", lang="en")
    push = Sender(desk, alone)
    push.configure(locales='"ko", "pt_BR"')
    desk.ok("extract")
    done = push()
    assert done.code == 0, done.err
    korean, other = alone.kept[2], alone.kept[3]
    assert (korean["lang"], korean["translations"]) == ("ko", {"en": original})
    assert (other["lang"], other["translations"]) == ("pt-br", {"en": original, "ko": korean["id"]})
    retold(desk, "The border is open.", "국경이 열렸습니다.")
    assert push.verdicts() == [("update", "draft"), ("unchanged", "draft")]
    assert alone.kept[2]["translations"] == {"en": original}


def test_a_language_that_the_site_lacks_is_told(desk, alone):
    alone.languages = [{"slug": "en", "locale": "en_US"}]
    done = Sender(desk, alone)()
    assert done.code == 3
    assert "has no language for ko. Add it under Languages" in done.err
    assert alone.posts() == {}


def test_a_site_without_such_a_plug_in_is_sent_no_language(desk, alone):
    Sender(desk, alone)()
    assert alone.kept[1]["lang"] == ""
    assert "GET /wp-json/pll/v1/languages" not in alone.asked
