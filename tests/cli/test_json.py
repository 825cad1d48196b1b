"""What `--json` prints is what its schema says, for every command that has it."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from l10n.errors import UsageError
from l10n.report import schemas
from tests import json_reference
from tests.cli.test_reference import BY_NAME
from tests.conftest import ROOT

WITH_JSON = sorted(name for name, command in BY_NAME.items() if any("--json" in param.opts for param in command.params))
ARTICLE = "# The Harbor\n\nThe Ferry left Port Calder on May 25.\n\nThe Ferry came back to Port Calder at night.\n"


def strict(schema: Any) -> Any:
    """Return a schema that allows no field it does not name."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {"additionalProperties": False} if "properties" in schema and schema.get("type") == "object" else {}
    return {**closed, **{key: strict(value) for key, value in schema.items()}}


def empty(schema: Any, value: Any, at: str = "") -> list[str]:
    """Return the paths of arrays and maps that are empty, so that nothing was seen of what they hold."""
    if isinstance(value, dict) and "properties" in schema:
        fields = ((key, schema["properties"][key], one) for key, one in value.items())
        return [path for key, inner, one in fields for path in empty(inner, one, f"{at}.{key}")]
    inner = schema.get("items") or schema.get("additionalProperties")
    if isinstance(inner, dict):
        members = list(value.values() if isinstance(value, dict) else value)
        return [at] if not members else [path for one in members for path in empty(inner, one, f"{at}[]")]
    return []


@pytest.fixture
def project(site):
    site.configure('locales = ["ko"]\nengines = ["memory", "pseudo"]')
    site.write("articles/a.md", ARTICLE)
    site.write("articles/b.md", "The Ferry left Port Calder on May 26.\n")
    return site


def printed(site, command: str, *options: str) -> Any:
    return json.loads(site.run(*command.split(), *options, "--json").out)


def check(command: str, value: Any, *, errors: int = 0) -> set[str]:
    """Hold what was printed against its schema; return the fields that were empty, save that of errors."""
    schema = schemas.load(command)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(value, strict(schema))
    assert len(value["errors"]) == errors
    return set(empty(schema, value)) - {".errors"}


def test_every_command_with_json_has_a_schema_and_no_schema_is_left_over():
    assert {name.partition(" --")[0] for name in schemas.COMMANDS} == set(WITH_JSON)
    files = {path.stem for path in (ROOT / "l10n" / "report" / "schemas").glob("*.json")}
    assert files == set(schemas.COMMANDS.values())


def test_the_page_of_the_json_is_current():
    assert (ROOT / "docs" / "json.md").read_text(encoding="utf-8") == json_reference.render(), "run `make docs`"


def test_a_command_without_json_has_no_schema():
    with pytest.raises(UsageError, match="prints no JSON"):
        schemas.load("init")


def test_extract_draft_coverage_build_and_run_print_what_their_schemas_say(project):
    assert check("extract", printed(project, "extract")) == set()
    assert check("draft", printed(project, "draft")) == {".left", ".finished", ".unusable", ".advice"}
    assert check("coverage", printed(project, "coverage")) == set()
    assert check("build", printed(project, "build")) == {".held", ".removed"}
    assert check("run", printed(project, "run")) == set()


def test_import_prints_what_its_schema_says(project):
    project.write(
        "old/a.md", "# 항구\n\n페리는 5월 25일 포트콜더를 떠났다.\n\n[새 이름](https://example.org/).\n\n1234\n"
    )
    value = printed(project, "import", "-l", "ko", "old")
    assert check("import", value) == {".refused"}
    assert value["texts"][0]["became"] == "in work"


def test_the_manifest_of_a_build_is_what_its_schema_says(project):
    project.ok("extract")
    project.ok("draft")
    project.ok("build", "--manifest", "manifest.json")
    value = json.loads(project.read("manifest.json"))
    assert check("build --manifest", value) == {".bulk", ".articles[].reviewers"}


def test_segments_are_printed_as_the_schema_says(project):
    project.ok("extract")
    project.ok("draft")
    value = printed(project, "coverage", "--segments")
    assert check("coverage", value) == {".segments[].urgent"}
    assert "segments" not in printed(project, "coverage")


def test_the_risk_of_drafts_is_printed_as_the_schemas_say(project):
    project.ok("extract")
    project.ok("draft")
    told = printed(project, "coverage", "--risk")
    assert check("coverage", told) == set()
    assert check("check", printed(project, "check")) == {".findings", ".unchecked"}


def test_what_stays_without_a_draft_and_what_is_held_is_printed(project):
    project.configure('locales = ["ko"]\nengines = ["memory", "apertium"]\npolicy = "hold"')
    project.ok("extract")
    assert check("draft", printed(project, "draft")) == {".drafted", ".left[].reasons", ".changed", ".finished"}
    assert check("build", printed(project, "build")) == {".changed", ".removed"}


def test_findings_and_fixes_are_printed_as_their_schema_says(project):
    project.ok("extract")
    project.translate("locales/ko/b.md.po", {"The Ferry left Port Calder on May 26.": "배는  5월 27일 떠났다."})
    found = printed(project, "check")
    assert check("check", found) == {".unchecked", ".risk"}
    assert found["findings"]
    mended = printed(project, "check", "--fix-reviewed")
    assert check("check", mended) == {".unchecked", ".risk"}
    assert mended["fixed"]


def test_what_could_not_be_looked_for_is_printed(project):
    project.configure('locales = ["th"]\nengines = ["pseudo"]')
    project.ok("extract")
    project.ok("draft")
    assert check("check", printed(project, "check")) == {".findings"}


def test_the_estimate_is_printed_as_its_schema_says(project):
    project.configure('locales = ["ko"]\nengines = ["google"]\n[tool.l10n.engine.google]\nprice = 20.0')
    project.ok("extract")
    assert check("draft --estimate", printed(project, "draft", "--estimate")) == set()


def test_the_memory_is_printed_as_its_schemas_say(project):
    project.ok("extract")
    project.translate("locales/ko/b.md.po", {"The Ferry left Port Calder on May 26.": "배는 5월 26일 떠났다."})
    assert check("tm rebuild", printed(project, "tm rebuild")) == set()
    assert check("tm stats", printed(project, "tm stats")) == set()
    assert check("tm search", printed(project, "tm search", "The Ferry left Port Calder on May 26.")) == set()


def test_models_are_printed_as_their_schema_says(project, tmp_path):
    folder = tmp_path / "models" / "en-ko"
    folder.mkdir(parents=True)
    for name in ("model.enko.bin", "vocab.enko.spm"):
        (folder / name).write_bytes(b"data")
    done = project.run("engine", "list", "--json", L10N_FIREFOX_MODELS=str(tmp_path / "models"))
    assert check("engine list", json.loads(done.out)) == set()


def test_the_glossary_is_printed_as_its_schemas_say(project):
    project.ok("extract")
    assert check("glossary candidates", printed(project, "glossary candidates")) == set()
    project.write("locales/ko/glossary.tsv", "source\ttarget\nferry\t여객선\n")
    project.translate("locales/ko/b.md.po", {"The Ferry left Port Calder on May 26.": "배는 5월 26일 떠났다."})
    assert check("glossary check", printed(project, "glossary check")) == {".unchecked"}


def test_purge_and_repair_are_printed_as_their_schemas_say(project):
    project.ok("extract")
    project.write("articles/c.md", "A third one.\n")
    project.ok("extract")
    text = "The Ferry left Port Calder on May 26."
    project.translate("locales/ko/b.md.po", {text: "배는 5월 26일 떠났다."})
    project.write("articles/b.md", "Nothing of it is left here at all, not a word.\n")
    (project.root / "articles" / "c.md").unlink()
    project.ok("extract")
    assert check("purge", printed(project, "purge", "--obsolete", "--orphans")) == set()
    po = project.read("locales/ko/a.md.po")
    project.write("locales/ko/a.md.po", po + '\nmsgid "broken\n')
    assert check("repair", printed(project, "repair")) == set()
