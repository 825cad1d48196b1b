"""What is drawn of an article for a preview is harmless by itself, without the policy of the pages."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from l10n import formats
from l10n.publish.cleaning import cleaned
from l10n.publish.preview import PreviewSite
from tests.active.browser import chromium
from tests.active.payloads import payloads, sample
from tests.conftest import need
from tests.examples import ALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.active.browser import Browser

pytestmark = pytest.mark.system
CHOSEN = payloads() if ALL else sample(15)
SITE = PreviewSite("en", ("en",), "articles", ())


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium(shutil.which("google-chrome") or need("chromium")) as made:
        yield made


def target(written: str, picture: bool) -> str | None:  # noqa: FBT001  a callback's
    return None if picture else SITE.target("a.md", "en", written)


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_no_attack_lives_though_a_browser_would_let_it(name: str, browser: Browser) -> None:
    drawn = formats.load(name).drawn
    pages = [cleaned(drawn(piece), target) for payload in CHOSEN for piece in payload.pieces]
    shown = browser.show(pages)
    assert [(page, one) for page, one in zip(pages, shown, strict=True) if one.fired or one.requests] == []
