"""One article is one unit of work: values that pickle, and the same in processes of a pool as here."""

import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime

import pytest

from l10n import project
from l10n.config import Policy
from l10n.drafting.jobs import DraftJob, DraftOutcome
from l10n.model import Catalog, Entry, Key, State
from l10n.publish.policy import Release
from l10n.stages.build import build
from l10n.stages.build_article import build_article
from l10n.stages.built import BuildInput
from l10n.stages.draft import draft
from l10n.stages.draft_article import DraftInput, accepted, draft_article
from l10n.stages.extract import extract
from l10n.stages.extract_article import ExtractInput, extract_article, merged
from l10n.stages.workset import gather
from tests.catalog.samples import document, reviewed

TODAY = date(2026, 11, 28)
ARTICLES = {
    "a.md": "---\ntitle: Harbor news\n---\n\nThe boats left at noon.\n\nThe mayor is *silent*.\n",
    "b.html": '<html lang="en"><body><h1>Other news</h1><p>It rained all day.</p></body></html>\n',
    "c.txt": "Third\n\nNobody came.\n",
    "e.html": "<p>It was cold.</p>\n<p>It was late.</p>\n",
}
KO = {"The boats left at noon.": "배들은 정오에 떠났다.", "It rained all day.": "종일 비가 내렸다."}


@pytest.fixture
def pool():
    """Processes that share nothing with this one."""
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        yield executor


@pytest.fixture
def newsroom(site):
    """A project with reviewed texts, a text that moves, a renamed article and one whose translation breaks it."""
    site.configure(
        'locales = ["ko", "ja"]\nengines = ["pseudo"]\n[tool.l10n.locale.ja]\npolicy = "drafts-labelled"\n'
        "min-coverage = 0\n"
    )
    for name, text in ARTICLES.items():
        site.write(f"articles/{name}", text)
    extract(gather(project.find(site.root)), today=TODAY)
    site.translate("locales/ko/a.md.po", {"The boats left at noon.": KO["The boats left at noon."]})
    site.translate("locales/ko/b.html.po", {"It rained all day.": KO["It rained all day."]})
    site.translate("locales/ko/c.txt.po", {"Nobody came.": "아무도 오지 않았다."})
    site.translate("locales/ko/e.html.po", {"It was cold.": "날이</p><p>추웠다."})
    draft(gather(project.find(site.root)), today=TODAY, tell=lambda _: None)
    site.write("articles/a.md", ARTICLES["a.md"].replace("The boats left at noon.\n\n", ""))
    site.write("articles/c.txt", ARTICLES["c.txt"] + "\nThe boats left at noon.\n")
    (site.root / "articles" / "b.html").rename(site.root / "articles" / "d.html")
    return site


def inputs_of(site):
    found = project.find(site.root)
    for article in gather(found).documents:
        for locale in ("ko", "ja"):
            yield found, article, locale


def extract_inputs(site):
    return [
        ExtractInput(
            article,
            locale,
            found.catalog_name(article.path, locale),
            TODAY,
            data=found.catalog_bytes(article.path, locale),
        )
        for found, article, locale in inputs_of(site)
    ]


NOW = datetime(2026, 11, 30, tzinfo=UTC)


def build_inputs(site):
    made = []
    for found, article, locale in inputs_of(site):
        po = found.catalog(article.path, locale)
        name = found.catalog_name(article.path, locale)
        made += [
            BuildInput(article, locale, po.catalog if po else None, name, NOW, Release(policy))
            for policy in (Policy.REVIEWED, Policy.DRAFTS_LABELLED, Policy.HOLD)
        ]
    return made


def tree(site):
    return {
        path.relative_to(site.root).as_posix(): path.read_bytes()
        for folder in ("locales", "build")
        for path in (site.root / folder).rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize(("inputs", "call"), [(extract_inputs, extract_article), (build_inputs, build_article)])
def test_what_goes_into_the_call_and_what_comes_out_pickles_and_is_the_same_behind_it(newsroom, inputs, call):
    for one in inputs(newsroom):
        result = call(one)
        assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301  made on the line itself
        assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301
        assert call(pickle.loads(pickle.dumps(one))) == result  # noqa: S301


def test_articles_are_extracted_and_built_in_other_processes_as_they_are_here(newsroom, pool):
    extracts, builds = extract_inputs(newsroom), build_inputs(newsroom)
    assert list(pool.map(extract_article, extracts)) == [extract_article(one) for one in extracts]
    assert list(pool.map(build_article, builds)) == [build_article(one) for one in builds]
    assert any(one.gone for one in map(extract_article, extracts))
    assert {bool(one.held) for one in map(build_article, builds)} == {True, False}
    assert any(one.findings for one in map(build_article, builds))


@pytest.mark.parametrize("dry", [True, False])
def test_a_verb_does_with_a_pool_what_it_does_alone(newsroom, pool, dry):
    before = tree(newsroom)

    def everything(executor):
        work = gather(project.find(newsroom.root))
        return [
            extract(work, today=TODAY, dry=dry, executor=executor),
            draft(work, today=TODAY, tell=lambda _: None, executor=executor),
            build(work, dry=dry, executor=executor),
        ]

    there, with_pool = everything(pool), tree(newsroom)
    for path in with_pool:
        (newsroom.root / path).unlink()
    for path, data in before.items():
        newsroom.write(path, data)
    (newsroom.root / ".l10n" / "built.json").unlink(missing_ok=True)
    assert everything(None) == there
    assert tree(newsroom) == with_pool
    assert (with_pool == before) is dry


def test_a_catalogue_that_cannot_be_read_is_a_failure_that_pickles(newsroom):
    one = extract_inputs(newsroom)[0]
    broken = ExtractInput(one.document, "ko", one.name, TODAY, b'msgid "cut off')
    result = extract_article(broken)
    again = pickle.loads(pickle.dumps(result))  # noqa: S301  made on the line itself
    assert str(again.failure) == str(result.failure) != "None"
    assert again.failure.path == one.name


def test_a_catalogue_somebody_is_just_saving_is_looked_at_once_more(newsroom):
    found = project.find(newsroom.root)
    half = [True]

    def reading(name):
        data = found.read(name)
        if isinstance(data, bytes) and name == "locales/ko/a.md.po" and half:
            half.pop()
            return data[: len(data) // 2]
        return data

    done = extract(gather(project.ProjectFolder(found.root, found.config, reading)), today=TODAY)
    assert not half
    assert not done.failures
    assert "locales/ko/a.md.po" in done.changed
    moved = found.catalog("c.txt", "ko")
    assert moved is not None
    assert KO["The boats left at noon."] in [entry.target for entry in moved.catalog], (
        "what it loses is known all the same"
    )


def test_drafting_an_article_is_two_functions_of_values(newsroom):
    found = project.find(newsroom.root)
    extract(gather(found), today=TODAY)
    for _, article, locale in inputs_of(newsroom):
        po = found.catalog(article.path, locale)
        assert po is not None
        order = draft_article(DraftInput(article, po.catalog, ("pseudo",)))
        assert pickle.loads(pickle.dumps(order)) == order  # noqa: S301  made on the line itself
        assert order.in_step
        drafts = {job.key: DraftOutcome(job, "⟪x⟫", "pseudo") for job in order.jobs}
        filled = accepted(po.catalog, drafts=drafts, today=TODAY)
        assert {entry.key for entry in filled if entry not in po.catalog.entries} == set(drafts)
        assert not draft_article(DraftInput(article, filled, ("pseudo",))).jobs
        assert all(entry.state is not State.MISSING for entry in filled)


def test_merging_again_from_what_a_person_saved_meanwhile_keeps_it(newsroom):
    one = extract_inputs(newsroom)[0]
    found = project.find(newsroom.root)
    newsroom.translate("locales/ko/a.md.po", {"The mayor is *silent*.": "시장은 *말이 없다*."})
    saved = found.catalog("a.md", "ko")
    assert saved is not None
    kept = {entry.key.text: entry for entry in merged(saved.catalog, one=one)}
    assert kept["The mayor is *silent*."].target == "시장은 *말이 없다*."
    assert kept["The mayor is *silent*."].state is State.REVIEWED


def test_an_article_is_asked_for_what_is_missing_once_with_its_neighbours():
    entries = (reviewed("Title", "제목"), Entry(Key("One.")), Entry(Key("Two."), "둘.", State.STALE))
    order = draft_article(
        DraftInput(document("Title", "One.", "Two.", "One."), Catalog("a.md", "ko", entries), ("pseudo",))
    )
    assert order.jobs == (DraftJob("a.md", "plain", Key("One."), ("pseudo",), "Title", "Two."),)
    assert order.in_step


@pytest.mark.parametrize("catalog", [None, Catalog("a.md", "ko", (reviewed("Title", "제목"),))])
def test_an_article_whose_catalogue_lacks_a_text_is_not_in_step(catalog):
    order = draft_article(DraftInput(document("Title", "One."), catalog, ("pseudo",)))
    assert (order.jobs, order.in_step) == ((), False)
