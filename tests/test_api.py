"""The public face: what other programs may use, and that it does what the commands do."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

import l10n
from l10n import api
from l10n.errors import LocaleError, UsageError
from l10n.model import Kind, Severity, Term
from tests.conftest import ROOT

TODAY = date(2026, 11, 28)
ARTICLE = "# Harbor news\n\nThe ferry left on May 25.\n"


@pytest.fixture
def opened(site):
    site.write("articles/a.md", ARTICLE)
    site.write("articles/b.txt", "Nobody came.\n")
    return l10n.Project.open(site.root / "articles")


def test_the_package_offers_what_the_api_has_and_nothing_else():
    assert set(l10n.__all__) - {"__version__"} == set(api.__all__)
    assert all(getattr(l10n, name) is getattr(api, name) for name in api.__all__)
    with pytest.raises(AttributeError, match="no attribute 'cheque'"):
        l10n.cheque  # noqa: B018  the look-up itself is tested


def test_the_package_itself_loads_nothing():
    code = "import l10n, sys; print([name for name in sys.modules if name.startswith('l10n.') or name == 'babel'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "['l10n.version']"


def test_a_changed_number_is_told_with_its_place():
    (found,) = l10n.check_text("It cost 300 dollars.", "비용은 400달러였다.", "ko", select=["facts"])
    assert (found.rule, found.severity, found.family) == ("numbers", Severity.ERROR, "facts")
    assert found.text[found.start : found.end] == "400"
    assert found.key is not None
    assert found.key.text == "It cost 300 dollars."


def test_a_text_is_checked_as_text_of_its_format_kind_and_glossary():
    pair = "Run `ls -l 5`.", "`ls -l 5`를 실행하라."
    assert not l10n.check_text(*pair, "ko")
    assert not l10n.check_text("He said so", "그가 그렇게 말했다", "ko", kind=Kind.HEADLINE)
    assert "term-missing" in {
        one.rule for one in l10n.check_text("The MSS left.", "그들은 떠났다.", "ko", terms=[Term("MSS", "국가보위성")])
    }
    assert {one.rule for one in l10n.check_text("<b>No</b>", "아니", "ko", format="html")} == {"markup"}


def test_rules_are_chosen_by_name_and_a_wrong_name_is_refused():
    pair = "It cost 300 dollars.", "비용은  400달러였다.", "ko"
    assert {one.rule for one in l10n.check_text(*pair, select=["white-space"])} == {"white-space"}
    assert "numbers" not in {one.rule for one in l10n.check_text(*pair, ignore=["numbers"])}
    with pytest.raises(UsageError, match="no rule"):
        l10n.check_text(*pair, select=["nombers"])
    with pytest.raises(LocaleError):
        l10n.check_text("a", "b", "kr")


def test_segments_say_where_they_stand():
    text = "---\ntitle: News\n---\n\nOne. Two.\n"
    found = l10n.segments(text)
    assert [text[one.start : one.start + len(one.raw)] for one in found] == ["News", "One. Two."]
    assert [one.key.text for one in l10n.segments(text, sentences=True)] == ["News", "One.", "Two."]
    with pytest.raises(UsageError, match="no format"):
        l10n.segments(text, "word")


def test_a_project_does_what_the_commands_do(opened, site):
    assert opened.root == site.root
    assert opened.articles == ("a.md", "b.txt")
    done = opened.extract(today=TODAY)
    assert (done.articles, done.segments, done.failures) == (2, 3, ())
    assert site.ok("extract", "--check").out == ""
    assert opened.draft(articles=["a.md"], today=TODAY).engines["ko"]["pseudo"] == 2
    site.translate("locales/ko/b.txt.po", {"Nobody came.": "모두  왔다."})
    assert {one.rule for one in opened.check(articles=["b.txt"]).findings} == {"negation", "white-space"}
    assert {one.rule for one in opened.check(ignore=["negation"]).findings} == {"white-space"}
    assert [row.article for row in opened.coverage(locales=["ko"]).rows] == ["a.md", "b.txt"]
    assert opened.build(dry=True).released == 2
    assert not (site.root / "build").exists()
    assert opened.build(articles=["b.txt"]).changed == ("build/ko/b.txt",)


def test_articles_are_worked_on_where_an_executor_does_it(opened):
    with ThreadPoolExecutor(2) as executor:
        assert opened.extract(today=TODAY, executor=executor).segments == 3
        assert opened.check(executor=executor) == opened.check()
        assert opened.build(executor=executor).changed == ("build/ko/a.md", "build/ko/b.txt")


def test_a_buffer_stands_in_front_of_the_disk(opened, site):
    opened.extract(today=TODAY)
    edited = l10n.Project.open(site.root, read={"articles/b.txt": "Nobody came.\n\nIt rained.\n"}.get)
    assert [row.segments.total for row in edited.coverage().rows] == [2, 2]
    assert [row.segments.total for row in opened.coverage().rows] == [2, 1]


def test_what_does_not_exist_is_refused(opened, tmp_path):
    with pytest.raises(UsageError, match="no article"):
        opened.coverage(articles=["c.md"])
    with pytest.raises(LocaleError, match="not a locale of this project"):
        opened.check(locales=["ja"])
    with pytest.raises(UsageError, match="no l10n project"):
        l10n.Project.open(tmp_path)
