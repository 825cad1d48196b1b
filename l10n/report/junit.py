"""Owns the findings as JUnit XML, which most CI servers show: a suite a locale, a case an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from l10n.model import Severity
from l10n.report.lines import headline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.errors import L10nError
    from l10n.model import Finding, Inspection

__all__ = ["inspection"]

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot say, not even escaped."""
_UNREAD = "unread"
"""The suite of what could not be read."""
_SOURCE = "source"
"""The suite of findings about the articles themselves."""


def inspection(done: Inspection) -> str:
    """Return all articles that were looked at; an error fails its case, anything less is its output.

    What could not be read has a suite of its own.
    """
    places = list(dict.fromkeys([*done.places, *((one.article, one.locale) for one in done.findings)]))
    cases: dict[str, dict[str, list[Finding]]] = {}
    for article, locale in places:
        cases.setdefault(locale, {})[article] = []
    for finding in done.findings:
        cases[finding.locale][finding.article].append(finding)
    failed = sum(bool(_errors(found)) for suite in cases.values() for found in suite.values())
    broken, tests = len(done.errors), len(places) + len(done.errors)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f'<testsuites name="l10n check" tests="{tests}" failures="{failed}" errors="{broken}">')
    for locale, suite in cases.items():
        lines += _suite(locale or _SOURCE, suite)
    lines += _unread(done.errors) if done.errors else ()
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _unread(errors: Sequence[L10nError]) -> Iterator[str]:
    """Yield a suite of what could not be read: a case a file, with an error."""
    many = len(errors)
    yield f'  <testsuite name="{_UNREAD}" tests="{many}" failures="0" errors="{many}" skipped="0">'
    for error in errors:
        yield f'    <testcase classname="{_UNREAD}" name={_attribute(error.path or "l10n")}>'
        kind = _attribute(type(error).__name__)
        yield f"      <error type={kind} message={_attribute(error.message)}>{escape(_sayable(str(error)))}</error>"
        yield "    </testcase>"
    yield "  </testsuite>"


def _suite(name: str, suite: dict[str, list[Finding]]) -> Iterator[str]:
    failed = sum(bool(_errors(found)) for found in suite.values())
    yield f'  <testsuite name={_attribute(name)} tests="{len(suite)}" failures="{failed}" errors="0" skipped="0">'
    for article, found in suite.items():
        opening = f"    <testcase classname={_attribute(name)} name={_attribute(article)}"
        if not found:
            yield f"{opening}/>"
            continue
        yield f"{opening}>"
        errors = _errors(found)
        others = [one for one in found if one not in errors]
        if errors:
            first = f"{len(errors)} errors" if len(errors) > 1 else errors[0].message
            opened = f"<failure type={_attribute(errors[0].rule)} message={_attribute(first)}>"
            yield f"      {opened}{_body(errors)}</failure>"
        if others:
            yield f"      <system-out>{_body(others)}</system-out>"
        yield "    </testcase>"
    yield "  </testsuite>"


def _errors(found: Sequence[Finding]) -> list[Finding]:
    return [one for one in found if one.severity is Severity.ERROR]


def _body(found: Sequence[Finding]) -> str:
    return escape(_sayable("\n".join(map(headline, found))))


def _attribute(text: str) -> str:
    return quoteattr(_sayable(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _sayable(text: str) -> str:
    return _FORBIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
