"""One article is one call: values go in and come out, here or in another process; rules about a locale get digests."""

import operator
import pickle
from concurrent.futures import ProcessPoolExecutor
from datetime import date

import pytest

from l10n import project
from l10n.checks.selection import CheckOptions
from l10n.config import Config
from l10n.model import Segmentation
from l10n.protocols import ParseOptions
from l10n.stages.articles import ArticleInput
from l10n.stages.check import check
from l10n.stages.examine_article import examine_article
from l10n.stages.extract import extract
from l10n.stages.fix import fix
from l10n.stages.mapping import mapped
from l10n.stages.outcomes import inputs
from l10n.stages.workset import gather
from l10n.values import unpacked

TODAY = date(2026, 11, 28)

TEXTS = {
    "a.md": {
        "Police arrested Jaime in the old town on Monday.": "경찰은 월요일 구시가지에서 하이메를 체포했다.",
        "A judge freed Jaime.": "판사는 하이메를 풀어 주었다.",
        "It cost $1.5 billion.": "15만  달러였다.",
        "The harbor council voted against it.": "항구 council은 반대했다.",
    },
    "b.md": {
        "The lawyer of Jaime was glad.": "하이매의 변호사는 기뻐했다.",
        "A judge freed Jaime.": "재판관이 하이메를 놓아주었다.",
        "Nobody had seen such a storm before that one.": "경찰은 월요일 구시가지에서 하이메를 체포했다.",
        "The ship left.": "배가 떠났다.",
    },
    "c.md": {"The ship left.": "선박이 출항했다.", "They call it the council.": "그것을 council이라 한다."},
}
E = "locales/ko/e.md.po"
WIDE = {"inconsistent", "same-target", "name-spelling", "leftover-english"}


@pytest.fixture
def work(site):
    for article, pairs in TEXTS.items():
        site.write(f"articles/{article}", "\n\n".join(pairs) + "\n")
    extract(gather(project.find(site.root)), today=TODAY)
    for article, pairs in TEXTS.items():
        site.translate(f"locales/ko/{article}.po", pairs)
    site.write("locales/ko/glossary.tsv", "source\ttarget\nold town\t구시가지\n")
    return gather(project.find(site.root))


def test_many_processes_find_what_one_finds(site, work):
    site.write("articles/d.md", b"\xff")
    site.write("articles/e.md", "It rained.\n")
    site.write("articles/f.md", "---\ntitle: [\n---\n\nIt rained.\n")
    site.write(E, "<<<<<<<\n")
    work = gather(project.find(site.root))
    here = check(work)
    with ProcessPoolExecutor(2) as pool:
        there = check(work, executor=pool)
        planned = fix(work, CheckOptions(), reviewed=True, dry=True, executor=pool)
    assert {one.rule for one in here.findings} >= WIDE
    assert (there.findings, there.places, there.articles) == (here.findings, here.places, here.articles)
    assert list(map(repr, there.failures)) == list(map(repr, here.failures))
    assert [str(one).split(": ")[0] for one in there.failures] == ["articles/d.md:1", "articles/f.md:3", f"{E}:1"]
    assert planned.mends == fix(work, CheckOptions(), reviewed=True, dry=True).mends
    assert planned.mends


def test_an_article_is_examined_without_a_project():
    source = "The ship left.\n\nIt rained.\n"
    options = ParseOptions(segmentation=Segmentation.PARAGRAPH)
    config = Config(locales=("ko",))
    po = (
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        + 'msgid "The ship left."\nmsgstr "배가  떠났다."\n'.encode()
    )
    done = examine_article(ArticleInput("a.md", source, options, config, {"ko": po}, {"ko": ()}))
    (row,) = done.locales
    assert [(one.rule, one.line, one.po) for one in row.findings] == [("white-space", 4, "locales/ko/a.md.po")]


def test_what_goes_in_and_comes_out_pickles(work):
    for given in inputs(work, []):
        done = examine_article(given)
        assert pickle.loads(pickle.dumps(given)) == given  # noqa: S301  our own
        assert pickle.loads(pickle.dumps(done)) == done  # noqa: S301  our own


def test_a_digest_is_smaller_than_the_catalogue_it_is_of(site, work):
    pairs = {
        f"The harbor council of town {number} voted on Monday against a new pier.": (
            f"제{number} 시의회는 월요일에 새 부두를 짓는 것에 반대하기로 표결했다."
        )
        for number in range(200)
    }
    site.write("articles/long.md", "\n\n".join(pairs) + "\n")
    extract(gather(project.find(site.root)), today=TODAY)
    site.translate("locales/ko/long.md.po", pairs)
    work = gather(project.find(site.root), articles=["long.md"])
    (given,) = inputs(work, [])
    (row,) = examine_article(given).locales
    assert set(row.digests) == WIDE | {"link-changed"}
    for name, digest in row.digests.items():
        assert len(pickle.dumps(unpacked(digest))) < len(given.catalogs["ko"] or b""), name


def test_without_rules_about_the_locale_a_result_keeps_texts_with_comments_only(work):
    given = next(iter(inputs(work, [])))
    row = examine_article(given).locales[0]
    assert (len(unpacked(row.texts)), row.commented) == (len(TEXTS["a.md"]), {})
    row = examine_article(given, CheckOptions(select=("numbers",))).locales[0]
    assert (row.digests, row.texts, row.commented) == ({}, b"", {})


def test_an_input_is_taken_when_its_result_is_asked_for(work):
    taken = []

    def given():
        for one in inputs(work, []):
            taken.append(one.article)
            yield one

    done = mapped(operator.attrgetter("article"), given(), [], doing="naming")
    assert taken == []
    assert next(done) == "a.md"
    assert taken == ["a.md"]
    assert len(list(done)) == len(taken) - 1


def test_a_catalogue_that_is_being_saved_is_looked_at_again(site, work, monkeypatch):
    po = "locales/ko/a.md.po"
    whole = site.read(po)
    before = check(work).findings
    site.write(po, whole[: len(whole) // 2])
    read = type(work.project).catalog

    def saved(self, article, locale):
        site.write(po, whole)
        return read(self, article, locale)

    monkeypatch.setattr(type(work.project), "catalog", saved)
    done = check(work)
    assert (done.findings, done.failures) == (before, ())
