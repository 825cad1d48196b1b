"""All cores: the same bytes and findings with any number of workers, and what becomes of workers that die."""

from __future__ import annotations

import os
import pickle
import signal
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from l10n import project, state
from l10n.errors import ArticleError
from l10n.stages.articles import ArticleInput
from l10n.stages.coverage import coverage
from l10n.stages.mapping import Failure, spread
from l10n.stages.outcomes import Desk, batches, worked_on
from l10n.stages.sharing import LITTLE, cores, pool
from l10n.stages.workers import WorkerPool
from l10n.stages.workset import gather

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from l10n.stages.workset import Workset
    from tests.conftest import Site

FORMS = {
    "md": "---\ntitle: Harbor {0}\n---\n\nThe boats left at *noon*, number {0}.\n\nNobody came.\n\n- one\n- two\n",
    "mdx": "# Quay {0}\n\n<Note>The crane stands still for {0} days.</Note>\n\nNobody came.\n",
    "html": '<html lang="en"><body><h1>Pier {0}</h1><p>It cost {0} dollars.</p><p>Nobody came.</p></body></html>\n',
    "txt": "Ferry {0}\n\nThe ferry carried {0} people on Monday.\n\nNobody came.\n",
}
KO = {"Nobody came.": "아무도  오지 않았다."}


@pytest.fixture
def harbor(site: Site) -> Site:
    """Articles of all formats, half translated, with findings, a moved text, a renamed article and a broken file."""
    site.configure(
        'locales = ["ko", "ja"]\nengines = ["pseudo"]\n[tool.l10n.locale.ja]\npolicy = "drafts-labelled"\n'
        "min-coverage = 0\n"
    )
    for number in range(6):
        for ending, text in FORMS.items():
            site.write(f"articles/part{number % 2}/{ending}{number}.{ending}", text.format(number + 7))
    site.ok("extract", "--jobs", "1")
    for number in range(0, 6, 2):
        for ending in FORMS:
            site.translate(f"locales/ko/part0/{ending}{number}.{ending}.po", KO)
    moved = "The boats left at *noon*, number 7."
    site.translate("locales/ko/part0/md0.md.po", {moved: "배들은 *정오*에 떠났다, 7번."})
    site.write("articles/part0/md0.md", site.read("articles/part0/md0.md").replace(f"{moved}\n\n", ""))
    site.write("articles/part1/txt1.txt", site.read("articles/part1/txt1.txt") + f"\n{moved}\n")
    (site.root / "articles/part0/html2.html").rename(site.root / "articles/part1/gate.html")
    site.write("articles/part1/md3.md", "---\ntitle: [\n---\n\nText.\n")
    site.write("locales/ko/part1/txt3.txt.po", 'msgid "cut off')
    return site


def files(root: Path) -> dict[str, bytes]:
    folders = "locales", "build"
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in folders
        for path in (root / folder).rglob("*")
        if path.is_file()
    }


def told(site: Site, jobs: str) -> list[tuple[int, str, str]]:
    commands = (
        ["extract", "--check"],
        ["run"],
        ["check", "--json"],
        ["coverage", "--json", "--segments"],
        ["build", "--check"],
        ["extract"],
        ["draft"],
    )
    done = [site.run(*command, "--jobs", jobs) for command in commands]
    return [(one.code, one.out, one.err) for one in done]


def test_any_number_of_workers_says_and_writes_the_same(harbor: Site) -> None:
    before = {name: data for name, data in files(harbor.root).items() if name.startswith("locales")}
    seen: dict[str, Any] = {}
    for jobs in ("1", "2", "4"):
        for name in files(harbor.root):
            (harbor.root / name).unlink()
        for name, data in before.items():
            harbor.write(name, data)
        seen[jobs] = told(harbor, jobs), files(harbor.root)
    assert seen["1"] == seen["2"] == seen["4"]
    said, there = seen["1"]
    assert said[1][0] == 3
    assert "articles/part1/md3.md" in said[1][2]
    assert "locales/ko/part1/txt3.txt.po" in said[1][2]
    assert "배들은 *정오*에 떠났다, 7번." in there["locales/ko/part1/txt1.txt.po"].decode()
    assert KO["Nobody came."] in there["locales/ko/part1/gate.html.po"].decode()
    assert "white-space" in said[2][1]


@pytest.mark.parametrize("jobs", ["0", "-1", "many"])
def test_a_number_of_jobs_that_is_none_is_refused(harbor: Site, jobs: str) -> None:
    done = harbor.run("check", "--jobs", jobs)
    assert done.code == 2
    assert "--jobs" in done.err
    assert harbor.run("check", L10N_JOBS=jobs).code == 2


def test_workers_are_not_for_what_is_no_file_nor_for_one_at_a_time(harbor: Site) -> None:
    work = gather(project.find(harbor.root))
    with pool(work, 1) as executor:
        assert executor is None
    with pool(work, 2) as executor:
        assert executor is not None
        assert getattr(executor, "jobs", 0) == 2
    buffered = replace(work, project=project.ProjectFolder(work.project.root, work.project.config, work.project.read))
    with pool(buffered, 2) as executor:
        assert executor is not None
    other = replace(work, project=project.ProjectFolder(work.project.root, work.project.config, lambda _: None))
    with pool(other, 2) as executor:
        assert executor is None, "what stands in front of the disk is in this process alone"


class Noted(ThreadPoolExecutor):
    """What is handed over is counted."""

    def __init__(self, least: int) -> None:
        super().__init__(1)
        self.least = least
        self.batches = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.batches += 1
        return super().submit(fn, *args, **kwargs)


def batches_of(work: Workset, least: int) -> int:
    with Noted(least) as executor:
        assert not coverage(work, executor=executor).failures
        return executor.batches


def test_little_work_is_done_here_unless_workers_are_asked_for(site: Site) -> None:
    site.write("articles/long.md", "Words and words.\n\n" * (LITTLE // 16))
    site.write("articles/short.md", "Words.\n")
    work = gather(project.find(site.root))
    assert batches_of(replace(work, articles=("short.md",)), LITTLE) == 0
    assert batches_of(replace(work, articles=("short.md",)), 0) == 1
    assert batches_of(work, LITTLE) == 2
    with pool(work, None) as executor:
        assert getattr(executor, "jobs", 1) == cores()
        assert getattr(executor, "least", LITTLE) == LITTLE
    with pool(work, 2) as executor:
        assert getattr(executor, "least", LITTLE) == 0


def test_what_is_known_already_asks_for_no_workers(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "_now", lambda: time.time_ns() + 10**10)
    site.write("articles/long.md", "Words and words.\n\n" * (LITTLE // 16))
    site.write("articles/short.md", "Words.\n")
    work = gather(project.find(site.root))
    known = state.ProjectState(site.root)
    work = replace(work, state=known)
    assert batches_of(work, LITTLE) == 2
    site.write("articles/short.md", "Other words.\n")
    assert batches_of(work, LITTLE) == 0
    known.close()


def test_batches_hold_every_article_once_in_order(harbor: Site) -> None:
    work = gather(project.find(harbor.root))
    assert [name for batch in batches(work) for name in batch] == list(work.articles)
    big = harbor.write("articles/part0/big.txt", "x" * (1 << 18))
    work = gather(project.find(harbor.root))
    sizes = [len(batch) for batch in batches(work)]
    assert len(sizes) > 1
    assert sum(sizes) == len(work.articles)
    assert big.exists()


def test_what_goes_to_workers_pickles(harbor: Site) -> None:
    work = gather(project.find(harbor.root))
    desk = Desk.of(work, terms=True)
    again = pickle.loads(pickle.dumps(desk))  # noqa: S301  made on the line itself
    assert again == desk
    given = again.read(work.articles[0])
    assert given == desk.read(work.articles[0])
    assert isinstance(given, ArticleInput)


class Named:
    """What came of an article in these tests."""

    def __init__(self, article: str) -> None:
        self.article = article
        self.failures: tuple[Failure, ...] = ()


def dies_once(given: ArticleInput, mark: str, name: str) -> Named:
    """Kill the worker at one article; where the mark is there, not any more."""
    if given.article == name and (not mark or not os.path.exists(mark)):  # noqa: PTH110
        if mark:
            os.close(os.open(mark, os.O_CREAT))
        os.kill(os.getpid(), signal.SIGKILL)
    if given.article.endswith("md5.md"):
        raise ArticleError("nobody likes it")
    return Named(given.article)


def worked(harbor: Site, mark: str, executor: Any = None) -> list[tuple[str, str]]:
    work = gather(project.find(harbor.root))
    function = partial(dies_once, mark=mark, name="part0/txt2.txt")
    with WorkerPool(2) as own:
        done = worked_on(work, function, executor or own, doing="naming", desk=Desk.of(work))
        return [(one.article, str(one.error) if isinstance(one, Failure) else "") for one in done]


def test_a_worker_that_is_killed_loses_nothing(harbor: Site, tmp_path: Path) -> None:
    found = worked(harbor, str(tmp_path / "mark"))
    assert (tmp_path / "mark").exists()
    work = gather(project.find(harbor.root))
    assert [article for article, _ in found] == list(work.articles)
    assert [article for article, said in found if said] == ["part1/md5.md"]
    assert dict(found)["part1/md5.md"] == "articles/part1/md5.md: nobody likes it"


def test_an_article_that_workers_die_of_is_named_and_the_others_are_done(harbor: Site, monkeypatch: Any) -> None:
    monkeypatch.setattr("l10n.stages.outcomes._ARTICLES", 2)
    found = worked(harbor, "")
    work = gather(project.find(harbor.root))
    assert [article for article, _ in found] == list(work.articles)
    lost = [article for article, said in found if "ended from outside" in said]
    assert "part0/txt2.txt" in lost
    assert len(lost) <= 2
    assert dict(found)["part0/txt2.txt"].startswith("articles/part0/txt2.txt: ")


def test_an_executor_that_cannot_go_on_loses_what_is_left_and_says_so(harbor: Site) -> None:
    with ProcessPoolExecutor(1) as plain:
        found = worked(harbor, "", plain)
    assert len(found) == len(gather(project.find(harbor.root)).articles)
    assert any("ended from outside" in said for _, said in found)


def double(batch: Sequence[int]) -> list[int]:
    return [2 * one for one in batch]


def test_few_batches_are_with_an_executor_at_a_time() -> None:
    taken: list[int] = []

    def given() -> Any:
        for number in range(100):
            taken.append(number)
            yield [number]

    with WorkerPool(2) as executor:
        results = spread(double, given(), executor, lambda one: -one)
        assert next(results) == 0
        assert len(taken) <= 6
        assert list(results) == [2 * number for number in range(1, 100)]
