"""Every example of the documentation is run, and its tables are held against the program."""

import shutil

import pytest

from tests.conftest import ROOT
from tests.docs_runner import folder

PAGES = sorted(path.stem for path in (ROOT / "docs").glob("*.md") if path.stem not in {"architecture", "cli"})


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_of_a_page_do_what_it_says(page, tmp_path):
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    folder(tmp_path).try_out(text)
