"""What `l10n review` says before it serves anything."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from l10n import history

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Site


def test_without_its_libraries_it_says_how_to_get_them(site: Site) -> None:
    program = (
        "import sys; sys.modules['starlette'] = None; sys.argv = ['l10n', 'review', '--no-browser']; "
        "from l10n.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=site.root, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install 'article-l10n[review]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_article_that_is_none_is_told_before_anything_listens(site: Site) -> None:
    done = site.run("review", "--no-browser", "no.md")
    assert done.code == 2
    assert "no.md" in done.err


def test_who_reviews_is_who_the_user_is_to_git(tmp_path: Path) -> None:
    for command in (["init", "-q"], ["config", "user.name", "김기자"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    assert history.user_name(tmp_path) == "김기자"
