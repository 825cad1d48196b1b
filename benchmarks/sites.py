"""Owns the acceptance figures of layouts: `python benchmarks/sites.py [GENERATOR …]`, judged by generators' own builds.

The guide of the corpus is brought into four languages, one of them written from the right, and put on a site of each
generator that `make generators` has installed; a part of the texts is taken out again, so that English stands between
them. Prints how many pages come of it, which links of localized pages lead nowhere though those of the English page
do, which pages say that they are in another language, and how many paragraphs of English are not marked. Exits 1 where
there is one of these.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("L10N_GENERATORS", str(ROOT / ".venv-generators"))

import corpora  # noqa: E402

from tests.conftest import Site  # noqa: E402
from tests.system.built_site import broken, pages  # noqa: E402
from tests.system.generators import CONFIGURED, GENERATORS, build, picture  # noqa: E402
from tests.system.generators import home as folder_of  # noqa: E402

LANGUAGES = ("ko", "ja", "ar", "de")
_EVERY = 5
"""Each fifth text is taken out again."""
_LINK = re.compile(r"\]\(\.\./([a-z-]+)/?(?=[)#])")
_PLACES = {"docusaurus": "static", "hugo": "static", "starlight": "public", "vitepress": "docs/public"}
"""Where a generator keeps files that are served from the root of the site, if not among its pages."""
_LINKS = {"pelican": "]({filename}\\1.md", "starlight": "](/guide/\\1/", "eleventy": "](/guide/\\1/"}
"""How an author links to an article beside hers, if not by its file."""


class _English(HTMLParser):
    """Finds the paragraphs of a page that are English, marked as such or not; neither in lists nor of one word."""

    def __init__(self, text: str, english: set[str]) -> None:
        super().__init__()
        self.marked = 0
        self.bare: list[str] = []
        self._english = english
        self._lists = 0
        self._text = ""
        self._said = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph, or note that what is in it says its language."""
        self._lists += tag == "li"
        if tag == "p":
            self._text, self._said = "", False
        self._said = self._said or (dict(attrs).get("lang") == "en")

    def handle_data(self, data: str) -> None:
        """Take the words of a paragraph."""
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        """Count a paragraph where it is English."""
        self._lists -= tag == "li"
        if tag == "p" and not self._lists and _words(self._text) in self._english:
            self.marked += self._said
            self.bare += [] if self._said else [self._text]
        if tag == "p":
            self._text = ""


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


def _written(site: Site, name: str) -> int:
    """Put the guide where a generator reads its pages; return how many articles there are."""
    generator = GENERATORS[name]
    folder = "pages" if name == "pelican" else "guide"
    assets: set[str] = set()
    found = sorted((corpora.CORPUS / "opensource-guide" / "articles").glob("*.md"))
    for path in found:
        text = _LINK.sub(_LINKS.get(name, "](\\1.md"), path.read_text(encoding="utf-8"))
        text = text.replace("](/notices/)", "](https://example.org/notices/)")
        assets |= set(re.findall(r"/assets/[\w./-]+", text))
        site.write(f"{generator.articles}/{folder}/{path.name}", text)
    home = {"hugo": "_index.md", "pelican": f"{folder}/index.md"}.get(name, "index.md")
    site.write(f"{generator.articles}/{home}", "---\ntitle: Guide\n---\n\nRead on.\n")
    for one in assets:
        site.write(f"{_PLACES.get(name, generator.articles)}{one}", picture())
    return len(found)


def _drafted(site: Site) -> set[str]:
    """Draft all, take some texts out again, and build; return the words of the English that is left."""
    site.ok("extract")
    site.ok("draft")
    for po in sorted((site.root / "locales").rglob("*.po")):
        head, *entries = po.read_text(encoding="utf-8").split("\n\n")
        kept = [
            re.sub(r"(?m)^(?:# draft|#, fuzzy).*\n|^msgstr (?:.*\n?)+", "", one) + '\nmsgstr ""\n'
            if at % _EVERY == 0 and "#. paragraph" in one
            else one
            for at, one in enumerate(entries)
        ]
        po.write_text("\n\n".join([head, *(one.strip("\n") for one in kept)]) + "\n", encoding="utf-8")
    site.run("build")
    told = json.loads(site.ok("coverage", "--json", "--segments", "-l", "ko").out)
    left = {_words(one["key"]) for one in told["segments"] if one["state"] == "missing"}
    return {one for one in left if " " in one}


def judged(name: str, root: Path) -> bool:
    """Build the site of a generator, and print what is wrong with it; return whether nothing is."""
    generator, site = GENERATORS[name], Site(folder_of(name, root))
    site.configure(
        f'locales = {json.dumps(LANGUAGES)}\nengines = ["pseudo"]\npolicy = "drafts-labelled"\nlayout = "{name}"\n'
        f'articles = "{generator.articles}"\nbuild = "{generator.build or generator.articles}"\n'
    )
    for path, text in CONFIGURED[name](LANGUAGES).items():
        site.write(path, text)
    articles = _written(site, name)
    english = _drafted(site)
    if told := build(generator, site.root):
        print(f"{name}: the build fails\n{told}")
        return False
    folder = site.root / generator.public
    built = pages(folder)
    localized = {page: lang for page in built if (lang := _language(page))}
    own = {target for page, target in broken(folder, built) if page not in localized}
    dead = [(page, target) for page, target in broken(folder, built) if page in localized and target not in own]
    astray = [page for page, lang in localized.items() if built[page].lang.lower() != lang]
    told_of = [_English((folder / page).read_text(encoding="utf-8"), english) for page in localized]
    bare, marked = [text for one in told_of for text in one.bare], sum(one.marked for one in told_of)
    print(
        f"{name}: {articles} articles, {len(built)} pages, {len(localized)} localized, "
        f"{len(own)} dead links in English; "
        f"{len(dead)} more in localized pages, {len(astray)} in another language, "
        f"English paragraphs {marked} marked, {len(bare)} not"
    )
    for one in [*dead[:5], *astray[:5], *bare[:5]]:
        print(f"  {one}")
    return not (dead or astray or bare or len(localized) < articles * len(LANGUAGES))


def _language(page: str) -> str:
    """Return the language that the address of a page says it is in; empty for English."""
    first, stem = page.partition("/")[0], page.removesuffix(".html")
    return next((one for one in LANGUAGES if first == one or stem.endswith(f"-{one}")), "")


def main() -> int:
    """Judge the sites of the generators that are named, or of all that are installed."""
    good = True
    for name in sys.argv[1:] or GENERATORS:
        with tempfile.TemporaryDirectory() as root:
            good = judged(name, Path(root)) and good
    return not good


if __name__ == "__main__":
    raise SystemExit(main())
