"""A story as ninjs: what the standard asks for, and nothing that the article does not say."""

import json
import re
import uuid

import pytest

from l10n.exchange.ninjs import written
from l10n.model import Story

STORY = Story(
    "2026/border.md",
    "pt_BR",
    "A fronteira abre",
    "<p>A fronteira está aberta.</p>",
    summary="O que saber.",
    by=("Jane Doe", "Lee Min"),
    date="2026-03-01T09:00:00+09:00",
    slug="border",
)
PLAIN = Story("a.md", "ko", "", "<p>본문.</p>")
TEXTS = {
    "headlines": {"value", "role", "contenttype"},
    "descriptions": {"value", "role", "contenttype"},
    "bodies": {"value", "role", "contenttype", "charcount", "wordcount"},
}
"""Lists of texts, and what each of their rows may have."""
WORDS = {"uri", "type", "language", "version", "versioncreated", "by", "slugline", "ednote"}
KEYS = {
    "standard": {"name", "version", "schema"},
    "altids": {"role", "value"},
    "infosources": {"name", "role", "uri", "literal", "contactinfo"},
    "associations": {"name", "uri", "type", "language"},
}


def item(story):
    text = written(story, site="https://example.org/", source="en")
    assert text.endswith("}\n")
    assert text.count("\n") == 1
    return json.loads(text)


def faults(one):
    """Yield what ninjs 2.1 would not have: its items may hold no other fields, and of each only these kinds."""
    yield from (name for name in one if name not in WORDS | set(TEXTS) | set(KEYS))
    yield from (name for name in ("uri",) if name not in one)
    yield from (name for name in WORDS & set(one) if not isinstance(one[name], str) or not one[name])
    for name, keys in TEXTS.items():
        yield from (name for row in one.get(name, []) if set(row) - keys or not isinstance(row.get("value"), str))
    for name, keys in KEYS.items():
        rows = one.get(name, [])
        yield from (name for row in (rows if isinstance(rows, list) else [rows]) if set(row) - keys or not row)
    yield from (row for row in one.get("associations", []) if not {"name", "uri"} <= set(row))
    if not re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one["uri"]):
        yield "uri"
    time = one.get("versioncreated", "2026-03-01T00:00:00+00:00")
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d", time):
        yield "versioncreated"


@pytest.mark.parametrize("story", [STORY, PLAIN])
def test_an_item_is_what_the_standard_has(story):
    assert list(faults(item(story))) == []


def test_each_field_of_the_article_has_its_place():
    one = item(STORY)
    assert one["type"] == "text"
    assert one["language"] == "pt-BR"
    assert one["headlines"] == [{"value": "A fronteira abre"}]
    assert one["descriptions"] == [{"value": "O que saber."}]
    assert one["bodies"] == [{"contenttype": "text/html", "value": "<p>A fronteira está aberta.</p>"}]
    assert (one["by"], one["slugline"]) == ("Jane Doe, Lee Min", "border")
    assert one["versioncreated"] == "2026-03-01T09:00:00+09:00"
    assert one["altids"] == [{"role": "article", "value": "2026/border.md"}]


def test_what_is_not_stated_is_absent():
    assert set(item(PLAIN)) == {"standard", "uri", "type", "language", "version", "bodies", "altids", "associations"}


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("2026-03-01", ""),
        ("2026-03-01T09:00:00", ""),
        ("yesterday", ""),
        ("2026-03-01 09:00:00 +0900", "2026-03-01T09:00:00+09:00"),
        ("2026-03-01T09:00:00Z", "2026-03-01T09:00:00+00:00"),
    ],
)
def test_a_time_is_told_where_it_is_one_everywhere(stated, told):
    assert item(Story("a.md", "ko", "a", "b", date=stated)).get("versioncreated", "") == told


def test_items_and_their_original_have_the_same_names_in_every_export():
    one, other = item(STORY), item(Story("2026/border.md", "ko", "다른 글", "<p>a</p>"))
    assert one["uri"] == item(STORY)["uri"] != other["uri"]
    assert one["associations"] == other["associations"]
    original = uuid.uuid5(uuid.NAMESPACE_URL, "https://example.org/2026/border.md#en").urn
    assert one["associations"][0]["uri"] == original
    assert one["version"] != other["version"]


def test_an_editor_learns_of_machines_part_in_it():
    stated = {"status": "partly-reviewed", "engine": "firefox, google", "reviewed": "40%", "source": "a.md"}
    one = item(Story("a.md", "ko", "a", "b", provenance=stated))
    assert one["infosources"] == [{"name": "firefox"}, {"name": "google"}]
    assert one["ednote"] == (
        "Machine translation (partly-reviewed) by firefox, google; 40% of the words were reviewed by people."
    )
    assert list(faults(one)) == []
