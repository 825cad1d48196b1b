"""The whole program on real texts: nothing fails, nothing is lost, and every PO file is one for gettext."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date

import pytest

from l10n import formats, project
from l10n.model import Segmentation, State
from l10n.protocols import ParseOptions
from l10n.stages.build import build
from l10n.stages.draft import draft
from l10n.stages.extract import extract
from l10n.stages.workset import gather
from tests.conftest import Site, need

FOLDERS = {"opensource-guide": ("opensource-guide/articles", 13), "comprehensive-rust": ("comprehensive-rust/src", 574)}


@pytest.fixture(scope="session", params=FOLDERS)
def drafted(request, tmp_path_factory, corpus):
    """A project on one of the corpora, extracted and drafted with the pseudo engine; to be copied."""
    folder, count = FOLDERS[request.param]
    made = Site(tmp_path_factory.mktemp(request.param))
    shutil.copytree(corpus / folder, made.root / "articles")
    made.configure('locales = ["ko"]\nengines = ["pseudo"]\npolicy = "drafts-labelled"\n')
    work = gather(project.find(made.root))
    assert len(work.documents) == count
    assert extract(work, today=date(2026, 11, 23)).failures == ()
    done = draft(work, today=date(2026, 11, 23), tell=lambda _: None)
    assert (done.left, done.failures) == ([], [])
    return made.root


@pytest.fixture
def work(drafted, site):
    """A drafted project of one's own."""
    shutil.copytree(drafted, site.root, dirs_exist_ok=True)
    return gather(project.find(site.root))


def test_every_article_is_drafted_and_built_with_its_structure(work):
    done = build(work)
    assert (done.findings, done.failures, done.held) == ((), (), ())
    assert done.released == len(work.documents)
    for document in work.documents:
        fmt = formats.load(document.format)
        built = (work.project.root / work.project.build_name(document.path, "ko")).read_bytes().decode()
        again = formats.parse(document.path, built, ParseOptions(Segmentation.PARAGRAPH))
        assert len(again.segments) >= len(document.segments), document.path
        assert built.count("⟪") >= len(document.segments), document.path
        assert fmt.skeleton(document.source), document.path


def test_english_in_its_own_place_is_the_source_byte_for_byte(work):
    for document in work.documents:

        def identity(catalog):
            entries = (replace(entry, target=entry.key.text, state=State.REVIEWED, origin=None) for entry in catalog)
            return replace(catalog, entries=tuple(entries))

        work.project.update_catalog(document.path, "ko", identity)
    done = build(work, verbatim=True)
    assert (done.findings, done.failures) == ((), ())
    for document in work.documents:
        source = (work.project.root / "articles" / document.path).read_bytes()
        built = (work.project.root / work.project.build_name(document.path, "ko")).read_bytes()
        assert built == source, document.path


def test_a_second_run_writes_nothing(work, site):
    build(work)
    before = site.snapshot()
    assert extract(work, today=date(2026, 11, 23)).changed == ()
    assert draft(work, today=date(2027, 1, 1), tell=lambda _: None).changed == []
    assert build(work).changed == ()
    assert site.snapshot() == before


@pytest.mark.system
def test_gettext_accepts_every_po_file(work, site):
    program, other = need("msgfmt"), need("msgcat")
    files = sorted((site.root / "locales").rglob("*.po*"))
    assert len(files) == 2 * len(work.documents)
    for start in range(0, len(files), 100):
        batch = [str(file) for file in files[start : start + 100]]
        for file in batch:
            done = subprocess.run(
                [program, "--check-format", "-o", "/dev/null", file], capture_output=True, check=False
            )
            assert done.returncode == 0, done.stderr
        done = subprocess.run([other, "--use-first", *batch], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
