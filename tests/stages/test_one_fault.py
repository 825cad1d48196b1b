"""One bad file is that file's fault: whatever the work on one article raises, the others go on."""

from __future__ import annotations

import pickle
import re

import pytest

from l10n import checks, coverage, formats
from l10n.catalog import lossless, store
from l10n.checks.run import BrokenRule, inspect
from l10n.drafting import asking, judging
from l10n.errors import ArticleError, BugError, CatalogError, L10nError, StorageError, blaming, collecting
from l10n.protocols import Pair
from l10n.stages import build_article, draft_article, examine_article, extract_article, fix
from tests.cli.test_bad_input import refused

NAMES = ("a.md", "b.md", "c.md")


@pytest.fixture
def three(site):
    """Three articles with a reviewed text in each, and one paragraph more that is not extracted yet."""
    for name in NAMES:
        site.write(f"articles/{name}", f"# Headline of {name}\n\nA paragraph that is good.\n")
    site.ok("run")
    for name in NAMES:
        site.translate(f"locales/ko/{name}.po", {f"Headline of {name}": "제목"})
        site.write(f"articles/{name}", f"# Headline of {name}\n\nA paragraph that is good.\n\nOne more.\n")
    return site


def failing(monkeypatch, owner, name, says="b.md"):
    """Make a function fail where an argument of it speaks of one article."""
    real = getattr(owner, name)

    def fails(*args, **kwargs):
        if says in repr((args, kwargs)):
            raise ZeroDivisionError("nobody foresaw this")
        return real(*args, **kwargs)

    monkeypatch.setattr(owner, name, fails)


@pytest.mark.parametrize(
    ("command", "owner", "name", "doing"),
    [
        ("run", formats, "parse", "articles/b.md: a bug in l10n while cutting it"),
        ("run", lossless, "read", "locales/ko/b.md.po: a bug in l10n while reading it"),
        ("run", extract_article, "merge", "locales/ko/b.md.po: a bug in l10n while extracting it"),
        ("extract --check", extract_article, "merge", "locales/ko/b.md.po: a bug in l10n while extracting it"),
        ("run", draft_article, "DraftJob", "b.md.po: a bug in l10n while looking what to draft of it in ko"),
        ("run", draft_article, "replace", "locales/ko/b.md.po: a bug in l10n while"),
        ("run", asking, "protect", "locales/ko/b.md.po: a bug in l10n while drafting 'Headline of b.md'"),
        ("run", judging, "fault", "locales/ko/b.md.po: a bug in l10n while drafting"),
        ("run", store, "encode", "locales/templates/b.md.pot: a bug in l10n while working it out"),
        ("run", examine_article, "checked_pairs", "locales/ko/b.md.po: a bug in l10n while checking it"),
        ("run", examine_article, "refused_entries", "b.md.po: a bug in l10n while putting its texts into the article"),
        ("run", build_article, "assemble", "locales/ko/b.md.po: a bug in l10n while building it in ko"),
        ("run", coverage, "_reviewed", "locales/ko/b.md.po: a bug in l10n while"),
        ("check --fix", fix, "plan", "articles/b.md: a bug in l10n while mending it"),
    ],
)
def test_what_nobody_foresaw_in_one_article_is_told_of_it_and_the_others_are_done(
    three, monkeypatch, *, command, owner, name, doing
):
    if name in {"protect", "fault"}:
        three.write("locales/ko/b.md.po", three.read("locales/ko/b.md.po").replace("제목", ""))
    failing(monkeypatch, owner, name, "of b.md" if name in {"protect", "fault"} else "b.md")
    refused(three, *command.split(), code=3, says=[doing, "ZeroDivisionError: nobody foresaw this", "L10N_DEBUG=1"])
    if command == "run":
        for good in ("a.md", "c.md"):
            assert "One more." in three.read(f"locales/ko/{good}.po")
            assert "# 제목" in three.read(f"build/ko/{good}")


def test_the_place_of_a_bug_is_printed_where_it_is_asked_for(three, monkeypatch):
    failing(monkeypatch, build_article, "assemble")
    assert "ZeroDivisionError" in three.run("build", L10N_DEBUG="1").err
    assert "Traceback" in three.run("build", L10N_DEBUG="1").err


def boom(_):
    raise OverflowError("too much for this rule")
    yield


@pytest.fixture
def broken_rule():
    """A rule that fails on every text."""
    (rule,) = checks.chosen(["white-space"])
    find = rule.find
    object.__setattr__(rule, "find", boom)
    yield rule
    object.__setattr__(rule, "find", find)


def test_a_rule_that_fails_is_named_with_its_text_and_the_other_rules_are_applied(three, broken_rule):
    three.ok("extract")
    three.translate("locales/ko/b.md.po", {"One more.": "하나 더 17억"})
    lines = three.read("locales/ko/b.md.po").split("\n")
    done = three.run("check")
    assert done.code == 3
    said = rf"locales/ko/b.md.po:(\d+): a bug in l10n in the rule `{broken_rule.id}` on this text"
    told = {int(line) for line in re.findall(said, done.err)}
    assert any("One more." in "".join(lines[line - 1 : line + 4]) for line in told)
    assert "17억" in done.out


def test_a_rule_that_fails_keeps_no_other_from_the_text(broken_rule):
    pair = Pair("It cost 5 dollars.", "6달러가  들었다", "ko")
    broken: list[BrokenRule] = []
    found = {rule.id for _, rule, _ in inspect([pair], broken=broken)}
    assert [(one.rule.id, one.index) for one in broken] == [(broken_rule.id, 0)]
    assert found
    with pytest.raises(OverflowError):
        list(inspect([pair]))


def test_a_fix_that_a_rule_fails_on_is_not_put_in(three):
    three.ok("extract")
    three.translate("locales/ko/b.md.po", {"One more.": "하나 더 ."})
    (rule,) = checks.chosen(["white-space"])
    find = rule.find
    object.__setattr__(rule, "find", lambda pair: boom(pair) if pair.target == "하나 더." else find(pair))
    try:
        three.run("check", "--fix-reviewed")
        assert "하나 더 ." in three.read("locales/ko/b.md.po")
    finally:
        object.__setattr__(rule, "find", find)
    three.run("check", "--fix-reviewed", "--no-cache")
    assert "하나 더." in three.read("locales/ko/b.md.po")


@pytest.mark.parametrize(
    ("raised", "kind", "says"),
    [
        (ZeroDivisionError("x"), BugError, "a.po:3: a bug in l10n while reading it: ZeroDivisionError: x"),
        (RecursionError(), BugError, "RecursionError"),
        (
            OSError(36, "File name too long"),
            StorageError,
            "a.po:3: cannot be used while reading it: File name too long",
        ),
        (ArticleError("broken", line=7), ArticleError, "a.po:7: broken"),
        (CatalogError("broken", path="b.po"), CatalogError, "b.po: broken"),
        (ValueError("x" * 5000), BugError, "x" * 200 + "…"),
    ],
)
def test_whatever_is_raised_becomes_an_error_that_names_the_file(raised, kind, says):
    failures: list[L10nError] = []
    with collecting(failures, "a.po", "reading it"):
        pass
    assert failures == []
    with pytest.raises(kind) as told, blaming("a.po", "reading it", line=3):
        raise raised
    assert says in str(told.value)
    assert str(pickle.loads(pickle.dumps(told.value))) == str(told.value)  # noqa: S301  made on the line itself


def test_an_interruption_is_no_fault_of_a_file():
    with pytest.raises(KeyboardInterrupt), blaming("a.po", "reading it"):
        raise KeyboardInterrupt


def test_a_translation_that_makes_an_article_unreadable_stays_out(site):
    site.write("articles/a.md", "+++\ntitle = 'Plus'\nsummary = '''Some\ntext'''\n+++\n\nBody text here.\n")
    site.write("articles/z.md", "# Fine\n")
    site.ok("extract")
    text = site.read("locales/ko/a.md.po")
    po = text.replace('"Some\\n"\n"text"\nmsgstr ""', '"Some\\n"\n"text"\nmsgstr "요약\\n+++\\n더"')
    po = po.replace('msgid "Some\\ntext"\nmsgstr ""', 'msgid "Some\\ntext"\nmsgstr "요약\\n+++\\n더"')
    assert po != text
    site.write("locales/ko/a.md.po", po)
    done = site.run("check")
    assert done.code == 1, done.err
    assert "would change the structure" in done.out
    assert site.run("build").code in {0, 1}
    assert "Some\ntext" in site.read("build/ko/a.md")
    assert "Fine" in site.read("build/ko/z.md")
