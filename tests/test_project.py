"""A project reads through one door, in which an editor's buffer can stand in front of the disk."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from l10n import project
from l10n.errors import ArticleError, CatalogError, StorageError, UsageError
from l10n.model import State
from l10n.project import ProjectFolder
from l10n.stages.build import build
from l10n.stages.check import check
from l10n.stages.coverage import coverage
from l10n.stages.extract import extract
from l10n.stages.workset import gather

if TYPE_CHECKING:
    from tests.conftest import Site

PO = "locales/ko/a.md.po"
TODAY = date(2026, 11, 28)


@pytest.fixture
def known(site: Site) -> ProjectFolder:
    """A project with an article of which a person translated one text."""
    site.write("articles/a.md", "# Harbor\n\nIt rained for 3 days.\n")
    found = project.find(site.root)
    assert extract(gather(found), today=TODAY).failures == ()
    site.translate(PO, {"It rained for 3 days.": "3일 동안 비가 왔다."})
    return found


def buffered(known: ProjectFolder, **texts: str | bytes) -> ProjectFolder:
    buffers = {{"article": "articles/a.md", "po": PO}[name]: text for name, text in texts.items()}
    return ProjectFolder(known.root, known.config, read=lambda name: buffers.get(name) or known.read(name))


def test_the_disk_is_what_is_read_where_nothing_stands_in_front(known: ProjectFolder) -> None:
    assert known.read(PO) == (known.root / PO).read_bytes()
    assert known.read("locales/ko/none.md.po") is None
    assert pickle.loads(pickle.dumps(known)).read(PO) == known.read(PO)  # noqa: S301 - our own bytes
    assert replace(known) == known


@pytest.mark.parametrize("kind", [str, bytes])
def test_a_buffer_stands_in_front_of_an_article_and_of_a_catalogue(known: ProjectFolder, kind: type) -> None:
    article = "# Harbor\n\nIt rained for 4 days.\n\nIt snowed.\n"
    seen = buffered(known, article=article if kind is str else article.encode())
    assert [segment.key.text for segment in seen.document("a.md").segments][1:] == [
        "It rained for 4 days.",
        "It snowed.",
    ]
    assert len(known.document("a.md").segments) == len(["Harbor", "It rained for 3 days."])
    text = (known.root / PO).read_bytes().decode().replace("3일", "5일")
    seen = buffered(known, po=text if kind is str else text.encode())
    po = seen.catalog("a.md", "ko")
    assert po is not None
    assert [entry.target for entry in po.catalog if entry.state is State.REVIEWED] == ["5일 동안 비가 왔다."]


def test_the_verbs_that_only_read_see_the_buffer(known: ProjectFolder) -> None:
    text = (known.root / PO).read_bytes().decode()
    before = {path: path.read_bytes() for path in known.root.rglob("*") if path.is_file()}
    wrong = gather(buffered(known, po=text.replace("3일", "5일")))
    assert [finding.rule for finding in check(wrong).findings if finding.text] == ["numbers"]
    emptied = gather(buffered(known, po=text.replace("3일 동안 비가 왔다.", "")))
    (row,) = coverage(emptied).rows
    assert row.segments.reviewed == 0
    assert build(gather(buffered(known, po=text)), dry=True).changed == ("build/ko/a.md",)
    longer = gather(buffered(known, article="# Harbor\n\nIt rained for 3 days.\n\nIt snowed.\n"))
    assert set(extract(longer, today=TODAY, dry=True).changed) == {PO, "locales/templates/a.md.pot"}
    assert {path: path.read_bytes() for path in known.root.rglob("*") if path.is_file()} == before


def test_what_is_written_is_worked_out_from_the_disk(known: ProjectFolder) -> None:
    text = (known.root / PO).read_bytes().decode().replace("3일", "5일")
    extract(gather(buffered(known, po=text, article="# Harbor\n\nIt rained for 3 days.\n\nIt snowed.\n")), today=TODAY)
    written = (known.root / PO).read_bytes().decode()
    assert "It snowed." in written
    assert "3일 동안 비가 왔다." in written


@pytest.mark.parametrize(("text", "message", "line"), [("One.\n\nTwo\0.\n", "NUL", 3), (b"One.\n\n\xff\n", "UTF-8", 3)])
def test_a_buffer_is_refused_as_a_file_is(known: ProjectFolder, text: str | bytes, message: str, line: int) -> None:
    with pytest.raises(ArticleError, match=message) as caught:
        buffered(known, article=text).document("a.md")
    assert (caught.value.path, caught.value.line) == ("articles/a.md", line)


def test_a_broken_buffer_of_a_catalogue_and_an_article_that_is_nowhere_are_refused_by_name(
    known: ProjectFolder,
) -> None:
    with pytest.raises(CatalogError) as caught:
        buffered(known, po='msgid "a"\nmsgstr').catalog("a.md", "ko")
    assert caught.value.path == PO
    with pytest.raises(StorageError, match=r"articles/a\.md"):
        ProjectFolder(known.root, known.config, read=lambda _: None).document("a.md")


@pytest.mark.parametrize(
    "name", ["articles/x.html", "link/x.html", "../x.html", ".git/x.html", "nul.html", "a\nb.html"]
)
def test_what_a_person_asks_for_is_written_beside_nothing_that_is_kept(known: ProjectFolder, name: str) -> None:
    (known.root / "link").symlink_to(known.root / "articles")
    with pytest.raises(UsageError):
        known.place(name)
    assert known.place("reports/x.html") == "reports/x.html"
