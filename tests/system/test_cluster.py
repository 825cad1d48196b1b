"""`--cluster`: the same bytes as on one machine, and who is refused before anything is written."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import ROOT
from tests.docs_runner import folder
from tests.system.dask_rig import DaskCluster, need_dask, start
from tests.system.rig import pause

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Site
    from tests.service import Service

pytestmark = pytest.mark.system

FORMS = {
    "md": "---\ntitle: Harbor {0}\n---\n\nThe boats left at *noon*, number {0}.\n\n[It](md{1}.md).\n\nNobody came.\n",
    "mdx": "# Quay {0}\n\n<Note>The crane stands still for {0} days.</Note>\n\nNobody came.\n",
    "html": '<html lang="en"><body><h1>Pier {0}</h1><p>It cost {0} dollars.</p><p>Nobody came.</p></body></html>\n',
    "txt": "Ferry {0}\n\nThe ferry carried {0} people on Monday.\n\nNobody came.\n",
}
KO = {"Nobody came.": "아무도  오지 않았다."}
OF_THE_CLUSTER = re.compile(r" open\)$|^  dashboard: http|^  \d+ of \d+ articles, \d workers?$")
PSEUDO = 'locales = ["ko", "ja"]\nengines = ["pseudo"]\npolicy = "drafts-labelled"\n'


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DaskCluster]:
    """Two workers, for tests that leave them as they are."""
    need_dask()
    made = DaskCluster(tmp_path_factory.mktemp("cluster")).start(2)
    yield made
    made.end()


def harbor(site: Site, config: str = PSEUDO) -> Site:
    """Articles of all formats, some translated, with findings, a moved text, a renamed article and broken files."""
    site.configure(config)
    for number in range(6):
        for ending, text in FORMS.items():
            site.write(
                f"articles/part{number % 2}/{ending}{number}.{ending}", text.format(number + 7, (number + 2) % 6)
            )
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


def files(site: Site) -> dict[str, bytes]:
    paths = (path for one in ("locales", "build") for path in (site.root / one).rglob("*") if path.is_file())
    return {path.relative_to(site.root).as_posix(): path.read_bytes() for path in paths}


COMMANDS = (("run",), ("check", "--output-format", "json"), ("extract",), ("build", "--no-cache"), ("draft",))


def told(site: Site, *how: str) -> list[tuple[str, int, str, set[str]]]:
    """Run the commands; what is told of the cluster itself, and whom this process asks, is left aside."""
    said: list[tuple[str, int, str, set[str]]] = []
    for command in COMMANDS:
        done = site.run(*command, *how)
        aside = {line for line in done.err.splitlines() if not OF_THE_CLUSTER.search(line)}
        said.append((command[0], done.code, done.out, aside))
    return said


def same_everywhere(site: Site, cluster: DaskCluster) -> dict[str, bytes]:
    """Do it all in this process, in others and in a cluster, from the same state each time; return the files."""
    before = {name: data for name, data in files(site).items() if name.startswith("locales")}
    seen: list[Any] = []
    for how in (("--jobs", "1"), ("--jobs", "2"), ("--cluster", cluster.address)):
        for name in ("locales", "build", ".l10n"):
            shutil.rmtree(site.root / name, ignore_errors=True)
        for name, data in before.items():
            site.write(name, data)
        seen.append((told(site, *how), files(site)))
    assert seen[0] == seen[1]
    for alone, afar in zip(seen[0][0], seen[2][0], strict=True):
        assert alone[:3] == afar[:3]
        assert alone[3] ^ afar[3] == set()
    assert seen[0][1] == seen[2][1]
    there: dict[str, bytes] = seen[0][1]
    return there


def test_a_cluster_says_and_writes_the_same(site: Site, cluster: DaskCluster) -> None:
    there = same_everywhere(harbor(site), cluster)
    assert "배들은 *정오*에 떠났다, 7번." in there["locales/ko/part1/txt1.txt.po"].decode()
    assert KO["Nobody came."] in there["locales/ko/part1/gate.html.po"].decode()
    assert "build/ja/part0/md2.md" in there


def test_links_are_settled_alike_in_a_cluster(site: Site, cluster: DaskCluster) -> None:
    config = PSEUDO + 'layout = "hugo"\nsite = "https://example.org"\n'
    same_everywhere(harbor(site, config), cluster)


def test_an_engine_over_http_drafts_alike_in_a_cluster(site: Site, cluster: DaskCluster, service: Service) -> None:
    config = f'locales = ["ko", "ja"]\nengines = ["libre"]\n[tool.l10n.engine.libre]\nurl = "{service.url}"\n'
    same_everywhere(harbor(site, config), cluster)
    assert service.questions


def refused(site: Site, *args: str, **env: str) -> str:
    """Run a command that has to be refused with nothing written; return what is said."""
    before = site.snapshot()
    done = site.run("run", *args, **env)
    assert done.code in {2, 3}
    assert site.snapshot() == before
    return done.err


def test_a_scheduler_that_is_not_there_is_told(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    need_dask()
    monkeypatch.setattr("l10n.stages.cluster._CONNECT", 0.5)
    harbor(site)
    said = refused(site, "--cluster", "tcp://127.0.0.1:9")
    assert "tcp://127.0.0.1:9 cannot be reached" in said
    assert "dask scheduler" in said


@pytest.mark.parametrize(
    "address", ["no address", "http://127.0.0.1:9", "tcp://", "tcp://me:secret@127.0.0.1:9", "inproc://x"]
)
def test_what_is_no_address_of_a_scheduler_is_not_asked_nor_told(site: Site, address: str) -> None:
    need_dask()
    said = refused(harbor(site), L10N_CLUSTER=address)
    assert "Write tcp://HOST:PORT" in said
    assert "secret" not in said


def test_a_place_that_is_no_whole_path_is_refused(site: Site) -> None:
    need_dask()
    said = refused(harbor(site), "--cluster", "tcp://127.0.0.1:9", "--project-at", "~/paper")
    assert "`--project-at` is no whole path" in said


@pytest.fixture
def own(tmp_path: Path) -> Iterator[DaskCluster]:
    """A cluster for one test, which begins with no worker."""
    need_dask()
    made = DaskCluster(tmp_path / "cluster").start(0)
    yield made
    made.end()


def other_program(folder: Path) -> dict[str, str]:
    """Make a copy of the program that differs in one line; return what has a process import it."""
    shutil.copytree(ROOT / "l10n", folder / "l10n", ignore=shutil.ignore_patterns("__pycache__"))
    with (folder / "l10n" / "pace.py").open("a") as file:
        file.write("# another\n")
    return {"PYTHONPATH": str(folder)}


def test_a_worker_with_another_program_is_refused_by_name(site: Site, own: DaskCluster, tmp_path: Path) -> None:
    own.add("--name", "odd", **other_program(tmp_path / "other"))
    said = refused(harbor(site), "--cluster", own.address)
    assert re.search(r"the worker tcp://127\.0\.0\.1:\d+ cannot do it: its program has other code", said)


def test_a_worker_with_several_threads_is_refused(site: Site, own: DaskCluster) -> None:
    own.add("--nthreads", "2")
    assert "Start it with `--nthreads 1`" in refused(harbor(site), "--cluster", own.address)


def test_a_scheduler_without_workers_is_told(site: Site, own: DaskCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("l10n.stages.cluster._WORKERS", 0.5)
    assert f"the scheduler {own.address} has no worker" in refused(harbor(site), "--cluster", own.address)


def test_where_workers_do_not_see_the_project_they_are_refused(
    site: Site, cluster: DaskCluster, tmp_path: Path
) -> None:
    harbor(site)
    how = "--cluster", cluster.address, "--project-at"
    assert "it sees no project at /no/such" in refused(site, *how, "/no/such")
    shutil.copytree(site.root, tmp_path / "copy")
    assert "it sees a copy of the project" in refused(site, *how, str(tmp_path / "copy"))
    (tmp_path / "copy" / "pyproject.toml").write_text("[tool.l10n]\nlocales = ['ko']\n")
    assert "its pyproject.toml says something else" in refused(site, *how, str(tmp_path / "copy"))


def test_workers_that_see_the_project_elsewhere_work_on_it(site: Site, cluster: DaskCluster, tmp_path: Path) -> None:
    harbor(site)
    (tmp_path / "mounted").symlink_to(site.root)
    site.run("run", "--cluster", cluster.address, "--project-at", str(tmp_path / "mounted"))
    assert (site.root / "build/ko/part0/md2.md").exists()


def test_what_has_to_be_kept_for_all_is_not_asked_without_a_common_place(site: Site, cluster: DaskCluster) -> None:
    harbor(site)
    site.configure('locales = ["ko"]\nengines = ["memory", "pseudo"]\n')
    said = refused(site, "--cluster", cluster.address)
    assert "the memory cannot be asked by the workers of a cluster" in said
    site.configure(
        'locales = ["ko"]\nengines = ["pseudo"]\n[[tool.l10n.section]]\npath = "part0/**"\nengines = ["google"]\n'
    )
    assert "google, whose answers are kept, cannot be asked" in refused(site, "--cluster", cluster.address)


def test_a_worker_that_comes_late_and_differs_is_given_nothing(site: Site, own: DaskCluster, tmp_path: Path) -> None:
    harbor(site)
    for number in range(150):
        site.write(f"articles/more/a{number}.md", f"# More {number}\n\n" + f"Some words of {number}.\n\n" * 40)
    own.add()
    command = start(site.root, "run", "--cluster", own.address)
    while not (site.root / "locales/ko/more").exists():
        pause(0.05)
    own.add(**other_program(tmp_path / "other"))
    _, err = command.communicate()
    assert command.returncode == 3, "of the two broken files"
    assert "came late and is given nothing: its program has other code" in err
    assert len(list((site.root / "build/ja/more").iterdir())) == 150


def test_the_examples_with_dask_do_what_their_page_says(tmp_path: Path) -> None:
    need_dask()
    folder(tmp_path).try_out((ROOT / "docs/cluster.md").read_text(encoding="utf-8"), programs=frozenset({"dask"}))
