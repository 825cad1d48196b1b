"""What somebody changes by hand in a built article comes back into its PO file, and nothing else does."""

import random
import re
from collections import Counter

import pytest

from tests.examples import examples

ARTICLES = {
    "a.md": "# The harbor\n\nThe ferry waits at pier 3.\n\n- Bring a coat\n- Bring *bread*\n\n"
    "| Day | Boat |\n| --- | --- |\n"
    "| Monday | Gull |\n",
    "b.html": '<html lang="en"><head><title>Boats</title></head>'
    "<body><h1>Boats</h1><p>Two boats &amp; a net."
    "</p>"
    '<p><img src="x.png" alt="A red boat"> sails.</p></body></html>\n',
    "c.txt": "Tide tables\n\nHigh tide comes at noon.\n\nLow tide comes later.\n",
    "d.mdx": '---\ntitle: "The pier"\n---\n\nThe pier is *old*.\n\n'
    '<Note title="Mind the gap">Boards are loose.</Note>\n',
}


@pytest.fixture
def desk(site):
    site.configure('locales = ["ko"]\n')
    for name, text in ARTICLES.items():
        site.write(f"articles/{name}", text)
    site.ok("extract")
    for name in ARTICLES:
        po = f"locales/ko/{name}.po"
        text = re.sub(r'msgid "(.+)"\nmsgstr ""', r'msgid "\1"\nmsgstr "\1 na"', site.read(po))
        site.write(po, text)
    site.ok("build")
    return site


def test_an_edit_comes_back_and_builds_the_edited_file(desk):
    edited = desk.read("build/ko/a.md").replace("waits at pier 3", "sleeps at pier 4")
    desk.write("build/ko/a.md", edited)
    desk.ok("import", "-l", "ko", "--built", "--trust", "build/ko/a.md")
    assert 'msgstr "The ferry sleeps at pier 4. na"' in desk.read("locales/ko/a.md.po")
    assert desk.read("locales/ko/a.md.po").count("# import: build/ko/a.md ") == 1
    desk.ok("build")
    assert desk.read("build/ko/a.md") == edited


def test_without_trust_an_edit_waits_for_a_person(desk):
    desk.write("build/ko/c.txt", desk.read("build/ko/c.txt").replace("noon", "dawn"))
    desk.ok("import", "-l", "ko", "--built", "build/ko/c.txt")
    assert "#, fuzzy" in desk.read("locales/ko/c.txt.po")


def test_what_belongs_to_no_text_is_refused_with_its_line_and_the_rest_is_carried(desk):
    edited = desk.read("build/ko/a.md").replace("| --- | --- |", "| :-- | --- |").replace("coat", "hat")
    desk.write("build/ko/a.md", edited)
    ran = desk.run("import", "-l", "ko", "--built", "--trust", "build/ko/a.md")
    assert ran.code != 0
    assert "build/ko/a.md:9: this change belongs to the article" in ran.err
    assert 'msgstr "Bring a hat na"' in desk.read("locales/ko/a.md.po")


def test_nothing_is_taken_where_the_po_file_changed_since_the_build(desk):
    desk.translate("locales/ko/c.txt.po", {"Tide tables": "Tides"})
    desk.write("build/ko/c.txt", desk.read("build/ko/c.txt").replace("noon", "dawn"))
    before = desk.read("locales/ko/c.txt.po")
    assert desk.run("import", "-l", "ko", "--built", "--trust", "build/ko/c.txt").code != 0
    assert desk.read("locales/ko/c.txt.po") == before


def test_check_writes_nothing(desk):
    desk.write("build/ko/c.txt", desk.read("build/ko/c.txt").replace("noon", "dawn"))
    before = desk.snapshot()
    assert desk.run("import", "-l", "ko", "--built", "--check", "build/ko/c.txt").code == 1
    assert desk.snapshot() == before


def test_random_edits_come_back_exactly_or_are_refused(desk):
    chance = random.Random(7)  # noqa: S311  no secret
    told: Counter[str] = Counter()
    for _ in range(examples(100).max_examples):
        name = chance.choice(list(ARTICLES))
        built, po = f"build/ko/{name}", f"locales/ko/{name}.po"
        whole, catalog = desk.read(built), desk.read(po)
        edited = _edit(whole, chance)
        if edited == whole:
            continue
        desk.write(built, edited)
        ran = desk.run("import", "-l", "ko", "--built", "--trust", built)
        if ran.code:
            assert built in ran.err
            assert desk.read(po) == catalog
            told["refused"] += 1
        else:
            desk.ok("build")
            assert desk.read(built) == edited
            told["carried"] += 1
        desk.write(po, catalog)
        desk.ok("build")
        assert desk.read(built) == whole
    print(dict(told))  # noqa: T201  the figures are asked for
    assert told["carried"]
    assert told["refused"]


def _edit(text, chance):
    words = list(re.finditer(r"\w+", text))
    one = chance.choice(words)
    way = chance.randrange(5)
    if way == 0:
        return text[: one.start()] + "wave" + text[one.end() :]
    if way == 1:
        return text[: one.end()] + " soft" + text[one.end() :]
    if way == 2:
        return text[: one.start()] + text[one.end() :].removeprefix(" ")
    at = chance.randrange(len(text))
    if way == 3:
        return text[:at] + chance.choice(["\n\n", "<b>", "|", "*", "&", "# ", '"', "{", "---\n"]) + text[at:]
    return text[:at] + text[at + chance.randrange(1, 12) :]
