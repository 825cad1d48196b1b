"""Owns a small newsroom as each site generator wants it, and how the generator is asked to build it."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["CONFIGURED", "GENERATORS", "INSTALLED", "Generator", "build", "home", "picture"]

INSTALLED = Path(os.environ.get("L10N_GENERATORS", "/nowhere")).resolve()
"""Where `make generators` has put them."""
_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_HEAD = (
    '<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>\n{alternates}</head>'
    "<body>{content}</body></html>\n"
)


@dataclass(frozen=True)
class Generator:
    """A site generator: what its site consists of, and what comes of it."""

    articles: str
    files: dict[str, str]
    """Path → text of the articles, and of what else the site needs."""
    command: tuple[str, ...]
    """A program of the folder where it is installed, and what it is told."""
    public: str
    """Where the site is built."""
    build: str = ""
    """Where localized articles are built; empty where articles lie."""
    picture: str = ""
    localized: dict[str, str] = field(default_factory=dict)
    """Page of the site → its language."""
    absent: tuple[str, ...] = ()
    """Pages that are not there: those of an article that is held."""
    alternates: bool = True
    """Its pages name their versions."""


def picture() -> bytes:
    """Return a picture."""
    return _PIXEL


_CLOCK = "## How it runs\n\nIt is slow, see [above](#how-it-runs).\n\n## How it runs\n\nAgain.\n"
_PIER = "## Opening hours\n\nIt is open daily.\n"
_HELD = "## Why so\n\nNobody knows.\n"


def _titled(title: str, body: str, *more: str) -> str:
    return "\n".join(["---", f"title: {title}", *more, "---", "", body])


def _each(languages: Iterable[str], row: str, apart: str) -> str:
    """Return a row of a configuration for each language, with `{}` for its name on the web."""
    return apart.join(row.replace("{}", one) for one in languages)


_HUGO_PAGE = _HEAD.format(
    lang="{{ .Lang }}",
    title="{{ .Title }}",
    alternates='{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" '
    'href="{{ .Permalink }}">{{ end }}',
    content="{{ .Content }}",
)


def _hugo(languages: Sequence[str]) -> dict[str, str]:
    text = (
        'baseURL = "https://wire.example/"\ndefaultContentLanguage = "en"\n'
        'disableKinds = ["taxonomy", "term", "RSS"]\n[languages.en]\nweight = 1\n'
    )
    text += _each((one.lower() for one in languages), "[languages.{}]\nweight = 2\n", "")
    text += "[markup.goldmark.renderer]\nunsafe = true\n"
    return {"hugo.toml": text, "layouts/_default/single.html": _HUGO_PAGE, "layouts/_default/list.html": _HUGO_PAGE}


def _mkdocs(languages: Sequence[str]) -> dict[str, str]:
    text = (
        "site_name: Wire\nsite_url: https://wire.example/\ntheme: {name: material, font: false}\nplugins:\n  - i18n:\n"
        "      docs_structure: suffix\n      languages:\n"
        "        - {locale: en, default: true, name: English, build: true}\n"
    )
    return {"mkdocs.yml": text + _each(languages, "        - {locale: {}, name: {}, build: true}\n", "")}


_PELICAN = """SITEURL = ""
SITENAME = "Wire"
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "simple"
RELATIVE_URLS = True
ARTICLE_PATHS = ["news"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["img"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
MARKDOWN = {"extension_configs": {"markdown.extensions.meta": {}, "markdown.extensions.toc": {}}}
"""


def _pelican(_: Sequence[str]) -> dict[str, str]:
    return {"pelicanconf.py": _PELICAN}


def _vitepress(languages: Sequence[str]) -> dict[str, str]:
    text = "export default { title: 'Wire', themeConfig: { i18nRouting: false }, locales: {\n  "
    text += _each(["root", *languages], "'{}': { label: '{}', lang: '{}' }", ",\n  ").replace(
        "lang: 'root'", "lang: 'en'"
    )
    return {"docs/.vitepress/config.mjs": text + " } }\n"}


_CONTENT = """import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
"""


def _starlight(languages: Sequence[str]) -> dict[str, str]:
    rows = [f"'{one.lower()}': {{ label: '{one}', lang: '{one}' }}" for one in languages]
    text = (
        "import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\n"
        "export default defineConfig({ site: 'https://wire.example', integrations: [starlight({ title: 'Wire',\n"
        "  defaultLocale: 'root', locales: { root: { label: 'English', lang: 'en' },\n  "
    )
    return {
        "astro.config.mjs": text + ",\n  ".join(rows) + " } })] });\n",
        "src/content.config.ts": _CONTENT,
        "package.json": '{"type": "module", "dependencies": {"astro": "*", "@astrojs/starlight": "*"}}',
        "public/favicon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    }


def _docusaurus(languages: Sequence[str]) -> dict[str, str]:
    named = _each(["en", *languages], "'{}'", ", ")
    text = (
        "module.exports = { title: 'Wire', url: 'https://wire.example', baseUrl: '/', onBrokenLinks: 'throw',\n"
        "  markdown: { format: 'detect' },\n"
        f"  onBrokenAnchors: 'throw', i18n: {{ defaultLocale: 'en', locales: [{named}] }},\n"
        "  presets: [['classic', { docs: { routeBasePath: '/', sidebarPath: undefined }, blog: false }]] };\n"
    )
    return {"docusaurus.config.js": text, "package.json": "{}"}


_ELEVENTY = """import { IdAttributePlugin, InputPathToUrlTransformPlugin } from '@11ty/eleventy';
export default function (config) {
  config.addPlugin(IdAttributePlugin);
  config.addPlugin(InputPathToUrlTransformPlugin);
  config.addPassthroughCopy('content/**/*.png');
  config.addGlobalData('layout', 'page.njk');
  return { dir: { input: 'content', output: 'public' } };
}
"""
_ELEVENTY_PAGE = _HEAD.format(
    lang="{{ lang or 'en' }}", title="{{ title }}", alternates="", content="{{ content | safe }}"
)


def _eleventy(_: Sequence[str]) -> dict[str, str]:
    return {
        "eleventy.config.js": _ELEVENTY,
        "package.json": '{"type": "module"}',
        "content/_includes/page.njk": _ELEVENTY_PAGE,
    }


CONFIGURED: dict[str, Callable[[Sequence[str]], dict[str, str]]] = {
    "docusaurus": _docusaurus,
    "eleventy": _eleventy,
    "hugo": _hugo,
    "mkdocs": _mkdocs,
    "pelican": _pelican,
    "starlight": _starlight,
    "vitepress": _vitepress,
}
"""Generator → the files that make it ready for some languages besides English."""


def home(name: str, otherwise: Path) -> Path:
    """Return the folder of a site, emptied: modules of Node are found in the folder of the site alone."""
    folder = INSTALLED / "node" / name
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_dir() and path.name != "node_modules":
            shutil.rmtree(path)
    return folder.resolve() if folder.is_dir() else otherwise


def build(generator: Generator, folder: Path) -> str:
    """Have a site built by its generator; return what it says where it fails, and nothing where it does not."""
    program, *arguments = generator.command
    if not (INSTALLED / program).is_file():
        return f"{program} is not installed in {INSTALLED}"
    done = subprocess.run(
        [str(INSTALLED / program), *arguments],
        cwd=folder,
        env={**os.environ, "ASTRO_TELEMETRY_DISABLED": "1", "PATH": f"{INSTALLED}/bin:{os.environ['PATH']}"},
        capture_output=True,
        check=False,
    )
    return (done.stdout.decode()[-3000:] + done.stderr.decode()[-3000:]) if done.returncode else ""


GENERATORS: dict[str, Generator] = {
    "hugo": Generator(
        "content",
        {
            "content/_index.md": _titled(
                "The river clock",
                "[pier](news/pier.md#opening-hours), [held](/news/held/), [port](/port/), "
                f"![clock](/img/clock.png)\n\n{_CLOCK}",
            ),
            "content/news/pier.md": _titled(
                "The pier", f"{_PIER}\n[home](../_index.md), [held](held.md#why-so), [port](/news/port/)\n"
            ),
            "content/news/held.md": _titled("Held back", _HELD),
            "content/news/port/index.md": _titled(
                "The port", "![boat](clock.png), [held](../held.md), [pier](/news/pier/#opening-hours)\n", "url: /port/"
            ),
        },
        ("bin/hugo", "--quiet"),
        "public",
        picture="static/img/clock.png content/news/port/clock.png",
        localized={
            "ko/index.html": "ko",
            "ko/news/pier/index.html": "ko",
            "ko/port/index.html": "ko",
            "pt-br/news/pier/index.html": "pt-br",
            "news/held/index.html": "en",
        },
        absent=("ko/news/held/index.html",),
    ),
    "mkdocs": Generator(
        "docs",
        {
            "docs/index.md": f"# The river clock\n\n[pier](news/pier.md#opening-hours), [held](news/held.md), "
            f"![clock](img/clock.png)\n\n{_CLOCK}\n[twice](#how-it-runs_1)\n",
            "docs/news/pier.md": f"# The pier\n\n{_PIER}\n[home](../index.md#how-it-runs), [held](held.md#why-so), "
            "![clock](../img/clock.png), [address](/news/pier/)\n",
            "docs/news/held.md": f"# Held back\n\n{_HELD}",
        },
        ("bin/mkdocs", "build", "-q", "--strict"),
        "site",
        picture="docs/img/clock.png",
        localized={"ko/index.html": "ko", "ko/news/pier/index.html": "ko", "news/held/index.html": "en"},
    ),
    "pelican": Generator(
        "content",
        {
            "content/pages/clock.md": _titled(
                "The river clock",
                "[pier]({filename}/news/pier.md#opening-hours), [held]({filename}../news/held.md#why-so), "
                f"![clock]({{static}}/img/clock.png)\n\n{_CLOCK}",
            ),
            "content/news/pier.md": _titled(
                "The pier", f"{_PIER}\n[clock]({{filename}}../pages/clock.md#how-it-runs)\n", "date: 2026-05-01"
            ),
            "content/news/held.md": _titled("Held back", _HELD, "date: 2026-05-01"),
        },
        ("bin/pelican", "-q", "--fatal", "errors", "content"),
        "output",
        picture="content/img/clock.png",
        localized={"pages/the-river-clock-ko.html": "ko", "the-pier-ko.html": "ko", "the-pier-pt-BR.html": "pt-BR"},
        absent=("held-back-ko.html",),
    ),
    "vitepress": Generator(
        "docs",
        {
            "docs/index.md": _titled(
                "The river clock",
                f"# The clock\n\n[pier](news/pier.md#opening-hours), [held](/news/held)\n\n{_CLOCK}",
                "hero:",
                "  actions:",
                "    - text: To the pier",
                "      link: /news/pier",
            ),
            "docs/news/pier.md": f"# The pier\n\n{_PIER}\n[home](../), [held](./held#why-so), [held](held.md), "
            "[port](port/), ![clock](../img/clock.png), [port](/news/port/)\n",
            "docs/news/held.md": f"# Held back\n\n{_HELD}",
            "docs/news/port/index.md": "# The port\n\n[held](../held.md), [pier](../pier#opening-hours)\n",
        },
        ("bin/node", "node_modules/vitepress/bin/vitepress.js", "build", "docs"),
        "docs/.vitepress/dist",
        picture="docs/img/clock.png",
        localized={"ko/index.html": "ko", "ko/news/pier.html": "ko", "pt-BR/news/port/index.html": "pt-BR"},
        absent=("ko/news/held.html",),
        alternates=False,
    ),
    "starlight": Generator(
        "src/content/docs",
        {
            "src/content/docs/index.mdx": _titled(
                "The river clock",
                f"[pier](/news/pier/#opening-hours), [held](/news/held/), ![clock](./img/clock.png)\n\n{_CLOCK}",
            ),
            "src/content/docs/news/pier.md": _titled(
                "The pier",
                f"{_PIER}\n[home](/), [held](../held/#why-so), ![clock](../img/clock.png), [port](../port/)\n",
            ),
            "src/content/docs/news/held.md": _titled("Held back", _HELD),
            "src/content/docs/news/harbor.md": _titled("The port", "[pier](../pier/)\n", "slug: news/port"),
        },
        ("bin/node", "node_modules/astro/bin/astro.mjs", "build"),
        "dist",
        picture="src/content/docs/img/clock.png",
        localized={
            "ko/index.html": "ko",
            "ko/news/pier/index.html": "ko",
            "ko/news/port/index.html": "ko",
            "pt-br/news/pier/index.html": "pt-BR",
        },
    ),
    "docusaurus": Generator(
        "docs",
        {
            "docs/index.mdx": _titled(
                "The river clock",
                f"[pier](news/pier.md#opening-hours), [held](/news/held), ![clock](./img/clock.png)\n\n{_CLOCK}",
                "slug: /",
            ),
            "docs/news/pier.md": _titled(
                "The pier",
                f"{_PIER}\n[home](../index.mdx#how-it-runs-1), [held](./held.md#why-so), ![clock](../img/clock.png)\n",
            ),
            "docs/news/held.md": _titled("Held back", _HELD),
        },
        ("bin/node", "node_modules/@docusaurus/core/bin/docusaurus.mjs", "build"),
        "build",
        build="i18n",
        picture="docs/img/clock.png",
        localized={"ko/index.html": "ko", "ko/news/pier/index.html": "ko", "news/held/index.html": "en"},
    ),
    "eleventy": Generator(
        "content",
        {
            "content/index.md": _titled(
                "The river clock",
                f"[pier](news/pier.md#opening-hours), [held](/news/held/), ![clock](img/clock.png)\n\n{_CLOCK}",
            ),
            "content/news/pier.md": _titled(
                "The pier", f"{_PIER}\n[home](/#how-it-runs), [held](held.md#why-so), [port](/port/)\n"
            ),
            "content/news/held.md": _titled("Held back", _HELD),
            "content/news/port.md": _titled(
                "The port", "[pier](/news/pier/#opening-hours), [held](held.md)\n", "permalink: /port/"
            ),
        },
        ("bin/node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"),
        "public",
        picture="content/img/clock.png",
        localized={
            "ko/index.html": "ko",
            "ko/news/pier/index.html": "ko",
            "ko/port/index.html": "ko",
            "pt-BR/news/pier/index.html": "pt-BR",
            "news/held/index.html": "en",
        },
        absent=("ko/news/held/index.html",),
        alternates=False,
    ),
}
