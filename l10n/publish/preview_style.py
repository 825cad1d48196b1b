"""Owns how a preview looks: one style sheet for all its pages, and the policy by which browsers load nothing else."""

from __future__ import annotations

import base64
import hashlib

__all__ = ["POLICY", "STYLE"]

STYLE = """
:root { color-scheme: light dark; --ink: #1d1d1f; --soft: #5c5f66; --paper: #fff; --panel: #f3f4f6; --line: #d9dce1;
  --link: #0b57d0; --reviewed: #1a7f4b; --draft: #a15c00; --stale: #7a3fb0; --english: #b3261e; --tint: #fdecea; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e7ea; --soft: #a2a6ae; --paper: #17181b; --panel: #212328; --line: #383b42; --link: #8ab4f8;
    --reviewed: #57c28a; --draft: #e0a458; --stale: #c39af0; --english: #f2938c; --tint: #3a2322; } }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
body { margin: 0; font: 1rem/1.65 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
:lang(ko) { font-family: "Pretendard", "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic",
  sans-serif; word-break: keep-all; line-break: strict; line-height: 1.75; }
:lang(ja) { font-family: "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic", sans-serif;
  line-break: strict; line-height: 1.8; }
:lang(zh) { font-family: "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
:lang(ar), :lang(fa), :lang(ur) { font-family: "Noto Naskh Arabic", "Geeza Pro", "Noto Sans Arabic", "Segoe UI",
  sans-serif; line-height: 1.9; }
:lang(en) { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; word-break: normal; }
a { color: var(--link); text-underline-offset: .15em; overflow-wrap: anywhere; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.bar { background: var(--panel); border-block-end: 1px solid var(--line); font-size: .875rem; line-height: 1.5; }
.bar > div, body > main { max-width: 46rem; margin-inline: auto; padding-inline: 1rem; }
.bar > div { padding-block: .625rem; }
.where { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; }
.where code { color: var(--soft); font-size: .8125rem; overflow-wrap: anywhere; }
.languages { display: flex; flex-wrap: wrap; gap: .375rem; list-style: none; margin: .5rem 0 0; padding: 0; }
.languages a, .languages b { display: inline-block; padding: .125rem .625rem; border: 1px solid var(--line);
  border-radius: 1rem; background: var(--paper); text-decoration: none; font-weight: 400; line-height: 1.6; }
.languages b { background: var(--ink); border-color: var(--ink); color: var(--paper); }
.languages .held { border-style: dashed; color: var(--soft); }
.state { margin: .5rem 0 0; color: var(--soft); }
.held-for { color: var(--english); }
.share { display: block; inline-size: 100%; block-size: .375rem; margin-block-start: .375rem; border-radius: .1875rem;
  overflow: hidden; }
.share .reviewed { fill: var(--reviewed); } .share .draft { fill: var(--draft); } .share .stale { fill: var(--stale); }
.share .missing { fill: var(--line); }
body > main { padding-block: 1.5rem 4rem; overflow-wrap: break-word; }
:is(em, i, cite):lang(ko), :is(em, i, cite):lang(ja), :is(em, i, cite):lang(zh), :is(em, i, cite):lang(ar),
:is(em, i, cite):lang(fa), :is(em, i, cite):lang(he) { font-style: normal; font-weight: 600; }
body > main > :is(p:first-child, h1:first-child + p) > em:only-child { font-weight: 400; color: var(--soft); }
h1 { font-size: 1.75rem; line-height: 1.35; text-wrap: balance; margin-block: .5rem 1rem; }
h2 { font-size: 1.3rem; line-height: 1.4; margin-block: 2rem .5rem; } h3 { font-size: 1.1rem; }
img { max-width: 100%; height: auto; vertical-align: bottom; }
pre { white-space: pre-wrap; font: inherit; margin: 0; }
pre code, code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .9em; }
pre:has(code) { background: var(--panel); padding: .75rem; border-radius: .375rem; overflow-x: auto; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid var(--line); padding: .375rem .625rem; text-align: start; vertical-align: top; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
figure { margin-inline: 0; } figcaption { color: var(--soft); font-size: .875rem; }
hr { border: 0; border-block-start: 1px solid var(--line); }
.l10n-disclosure { border-inline-start: 3px solid var(--draft); padding-inline-start: .75rem; color: var(--soft); }
[data-shown="english-marked"] { background: var(--tint); border-radius: .2em; box-decoration-break: clone;
  -webkit-box-decoration-break: clone; padding-inline: .15em; }
[data-shown="english-marked"]::before { content: attr(lang); text-transform: uppercase; font-size: .625em;
  font-weight: 700; letter-spacing: .04em;
  color: var(--english); margin-inline-end: .4em; vertical-align: .2em; }
[data-shown]:has(> img:only-child)::before { content: none; }
[data-shown="draft"] { text-decoration: underline dotted var(--draft) .08em; text-underline-offset: .25em; }
[data-shown="last-approved"] { text-decoration: underline dashed var(--stale) .08em; text-underline-offset: .25em; }
.key span { margin-inline-end: .75rem; }
.list { list-style: none; margin: 1rem 0 0; padding: 0; }
.list li { padding-block: .875rem; border-block-start: 1px solid var(--line); }
.list > li > a { font-weight: 600; font-size: 1.0625rem; }
.list > li, main :is(p, li, h1, h2, h3, h4, h5, h6, td, th, pre, figcaption) { unicode-bidi: plaintext;
  text-align: start; }
.list p { margin: .125rem 0 0; font-size: .8125rem; line-height: 1.5; color: var(--soft); }
@media print { .bar { border: 0; } [data-shown] { text-decoration: none; } }
"""
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; img-src 'self' file: data:; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"
)
"""No script, no frame and no font; pictures that lie beside the pages, wherever those are opened from."""
