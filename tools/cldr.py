"""Generates what l10n.languages takes from CLDR and babel does not ship: quotation marks, and numbers in words.

    python -m tools.cldr

fetches version 48.2.0 of `cldr-misc-full` and `cldr-rbnf` (Unicode License v3) with `npm pack`, and writes
`delimiters.py`, `spelled.jsonl` and `LICENSE.unicode` in l10n/languages/. They are committed; nothing is fetched at run
time.
"""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
import textwrap
import unicodedata
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from babel import Locale, UnknownLocaleError

from tools.rbnf import Rules, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

VERSION = "48.2.0"
_HERE = Path(__file__).parent.parent / "l10n" / "languages"
_SOURCE = f"CLDR {VERSION}, Unicode License v3 (SPDX: Unicode-3.0), © 2004-2026 Unicode, Inc."
_ROUND = frozenset({*range(21), *range(30, 101, 10), 1000, 10**6, 10**9})
"""Numbers of which a form in several words is kept: what lies between is put together by the reader."""
_POWERS = frozenset({100, 1000, 10**6, 10**9})
_CARDINALS = (*range(101), *range(200, 1000, 100), 1000, 10**6, 10**9)
_ORDINALS = (*range(1, 32), *range(40, 101, 10), 1000)


def _texts(package: str) -> Iterator[tuple[str, str]]:
    """Yield the JSON files of a package and its licence, with their paths."""
    with TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", f"{package}@{VERSION}"], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
        (packed,) = Path(folder).glob("*.tgz")
        with tarfile.open(fileobj=io.BytesIO(packed.read_bytes())) as archive:
            for member in sorted(archive.getmembers(), key=lambda one: one.name):
                found = archive.extractfile(member) if member.name.endswith((".json", "/LICENSE")) else None
                if found:
                    yield member.name.removeprefix("package/"), found.read().decode()


def _files(package: str) -> Iterator[tuple[str, Any]]:
    """Yield the data of a package with their paths."""
    for path, text in _texts(package):
        if path.endswith(".json"):
            yield path, json.loads(text)


def _marks() -> dict[str, str]:
    """Return locale to its outer and inner pair of marks, a locale with those of its language left out."""
    found: dict[str, str] = {}
    for path, data in _files("cldr-misc-full"):
        if path.endswith("/delimiters.json"):
            ((code, content),) = data["main"].items()
            marks = content["delimiters"]
            start, end = marks["quotationStart"], marks["quotationEnd"]
            inner = marks["alternateQuotationStart"] + marks["alternateQuotationEnd"]
            found[code.replace("-", "_")] = f"{start}{end} {inner}"
    return {
        code: marks
        for code, marks in found.items()
        if marks != next((found[one] for one in _shorter(code) if one in found), "")
    }


def _shorter(code: str) -> Iterator[str]:
    """Yield the locales that a locale inherits from: not over the border of a script."""
    while "_" in code and len(code.rpartition("_")[2]) != len("Latn"):
        code = code.rpartition("_")[0]
        yield code


def _delimiters() -> str:
    rows: dict[str, list[str]] = defaultdict(list)
    for code, marks in _marks().items():
        rows[marks].append(code)
    lines = [
        f'"""Owns the quotation marks of languages; made by tools/cldr.py.\n\nThe data are from {_SOURCE}\n"""',
        "",
        "from __future__ import annotations",
        "",
        '__all__ = ["DELIMITERS"]',
        "",
        "DELIMITERS: dict[str, str] = {",
    ]
    for marks, codes in sorted(rows.items()):
        text = textwrap.wrap(" ".join(sorted(codes)), 100)
        rest = [f'        "{line} "' for line in text[:-1]] + [f'        "{text[-1]}"']
        lines += [f'    "{marks}": (', *rest, "    ),"] if rest[1:] else [f'    "{marks}": "{text[0]}",']
    return "\n".join(
        [*lines, "}", '"""Pairs for a quotation and for one inside of it, to the locales that have them."""', ""]
    )


def _spelled() -> Iterator[dict[str, Any]]:
    yield {"source": _SOURCE}
    for path, data in _files("cldr-rbnf"):
        code = Path(path).stem.replace("-", "_")
        groups = data.get("rbnf", {}).get("rbnf", {}) if path.startswith("rbnf/") else {}
        sets = {name: rules for group in groups.values() for name, rules in group.items()}
        try:
            locale = Locale.parse(code) if sets else None
        except (UnknownLocaleError, ValueError):
            continue
        if locale is None:
            continue
        rules = Rules(sets, locale.plural_form, locale.ordinal_form)
        cardinals = [*rules.names("%spellout-cardinal"), *rules.names("%spellout-numbering")]
        cardinals = [name for name in cardinals if "year" not in name and "verbose" not in name]
        words = {
            "cardinals": _words(rules, cardinals, _CARDINALS),
            "ordinals": _words(rules, rules.names("%spellout-ordinal"), _ORDINALS),
        }
        if words["cardinals"]:
            yield {code: {name: rows for name, rows in words.items() if rows}}


def _words(rules: Rules, names: Iterable[str], numbers: Iterable[int]) -> dict[str, list[str]]:
    """Return number to its words in all genders and cases; `eintausend` gives `tausend` too."""
    found: dict[str, list[str]] = {}
    names = list(names)
    for number in numbers:
        forms = dict.fromkeys(form for name in names if (form := _form(rules, number, name)))
        ones = sorted(found.get("1", []), key=len, reverse=True) if number in _POWERS else []
        for form in list(forms):
            one = next((one for one in ones if form.startswith(one) and len(form) > len(one) + 1), "")
            forms[form[len(one) :].strip()] = None
        if forms:
            found[str(number)] = list(forms)
    return found


def _form(rules: Rules, number: int, name: str) -> str:
    """Return a number in words; empty where it has none, or is put together from those of others."""
    try:
        form = unicodedata.normalize("NFC", rules.spell(number, name)).lower()
    except Unreadable:
        return ""
    form = form.replace("\u00ad", "").replace("\u200b", "").strip()
    whole = number in _ROUND or not any(sign in form for sign in " -\u2010\u00a0")
    return form if whole and not any(map(str.isdigit, form)) else ""


def main() -> None:
    """Write the files anew."""
    (_HERE / "LICENSE.unicode").write_text(dict(_texts("cldr-rbnf"))["LICENSE"], encoding="utf-8")
    (_HERE / "delimiters.py").write_text(_delimiters(), encoding="utf-8")
    rows = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in _spelled())
    (_HERE / "spelled.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
