"""A cluster that shares a memory and a journal: the same drafts, nothing paid for twice, and no more than allowed."""

from __future__ import annotations

import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.system.dask_rig import DaskCluster, need_dask

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Site
    from tests.service import Service

pytestmark = pytest.mark.system

KNOWN = {"The boats left at noon.": "배들은 정오에 떠났다.", "Nobody came to the harbor.": "아무도 항구에 오지 않았다."}


@pytest.fixture
def shared(url: str) -> dict[str, str]:
    """What says where the memory is."""
    return {"L10N_MEMORY": url, "L10N_MEMORY_NAMES": "paper"}


@pytest.fixture
def cluster(tmp_path: Path, shared: dict[str, str]) -> Iterator[DaskCluster]:
    """Two workers that share it."""
    need_dask()
    made = DaskCluster(tmp_path / "cluster").start(0)
    for _ in range(2):
        made.add(**shared)
    yield made
    made.end()


def quay(site: Site, engines: str, more: str = "") -> Site:
    """Articles that have texts in common, of which a person has translated some in one article."""
    site.configure(f'locales = ["ko"]\nmemory-name = "paper"\nengines = [{engines}]\n{more}')
    for number in range(150):
        texts = "\n\n".join((*KNOWN, f"Ferry {number % 7} took the way to the island."))
        site.write(f"articles/a{number:03}.md", f"# Harbor\n\n{texts}\n")
    site.ok("extract", "--jobs", "1")
    site.translate("locales/ko/a000.md.po", KNOWN)
    return site


def catalogs(site: Site) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (site.root / "locales/ko").iterdir()}


def test_the_memory_says_the_same_in_a_cluster(site: Site, cluster: DaskCluster, shared: dict[str, str]) -> None:
    quay(site, '"memory", "pseudo"')
    before = catalogs(site)
    assert site.run("draft", "--jobs", "1").code == 0
    alone = catalogs(site)
    for name, data in before.items():
        site.write(f"locales/ko/{name}", data)
    shutil.rmtree(site.root / ".l10n")
    done = site.run("draft", "--cluster", cluster.address, **shared)
    assert done.code == 0, done.err
    assert catalogs(site) == alone
    assert KNOWN["Nobody came to the harbor."] in alone["a149.md.po"].decode()
    assert not (site.root / ".l10n").exists()


def test_no_question_is_paid_for_twice(
    site: Site, cluster: DaskCluster, shared: dict[str, str], service: Service
) -> None:
    quay(site, '"libre"', f'[tool.l10n.engine.libre]\nurl = "{service.url}"\nprice = 10.0\n')
    service.translate |= KNOWN | {"Harbor": "항구"}
    service.translate |= {
        f"Ferry {one} took the way to the island.": f"연락선 {one}호는 섬으로 갔다." for one in range(7)
    }
    done = site.run("draft", "--cluster", cluster.address, **shared)
    assert done.code == 0, done.err
    asked = Counter(service.questions)
    assert len(asked) == 10
    assert set(asked.values()) == {1}
    assert "drafted (598 by libre)" in done.out
    shutil.rmtree(site.root / "locales" / "ko")
    site.ok("extract")
    done = site.run("draft", "--refresh", "--cluster", cluster.address, **shared)
    assert set(Counter(service.questions).values()) == {2}, "each once more, whoever of the workers came first"


def test_a_run_costs_no_more_than_allowed_on_all_workers(
    site: Site, cluster: DaskCluster, shared: dict[str, str], service: Service
) -> None:
    quay(site, '"libre"', f'[tool.l10n.engine.libre]\nurl = "{service.url}"\nprice = 1000000.0\n')
    done = site.run("draft", "--cluster", cluster.address, "--max-cost", "100", **shared)
    assert done.code == 3
    assert "stopped before `--max-cost` was exceeded" in done.err
    assert 0 < sum(map(len, service.questions)) <= 100


def test_workers_without_the_memory_are_refused(site: Site, cluster: DaskCluster, shared: dict[str, str]) -> None:
    quay(site, '"memory", "pseudo"')
    cluster.add()
    done = site.run("draft", "--cluster", cluster.address, **shared)
    while "shared memory" not in done.err:
        done = site.run("draft", "--cluster", cluster.address, **shared)
    assert "it has not the same shared memory. Set L10N_MEMORY" in done.err
    assert done.code == (0 if "came late" in done.err else 3)
