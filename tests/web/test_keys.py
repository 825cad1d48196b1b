"""Keys: where they come from, where they may go, and that they never show."""

import logging
import os
import re
import sys

import pytest

from l10n.engines import EngineSettings, load
from l10n.errors import ConfigError, EngineError
from l10n.web.keys import Secret, key
from l10n.web.userfile import user_file
from tests.engines.online import PATHS, allow, ask, engine, patience

KEYED = ("deepl", "libre", "microsoft", "openai")
OWN = {
    "deepl": "https://api.deepl.com/v2/translate",
    "libre": "https://libretranslate.com/",
    "microsoft": "https://api.cognitive.microsofttranslator.com/translate",
    "openai": "https://api.openai.com/v1",
}
KEY = "s3cret-key-1234"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A user without a configuration and without keys."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DEEPL", "OPENAI", "MICROSOFT", "LIBRE"):
        monkeypatch.delenv(f"{name}_API_KEY", raising=False)
    return tmp_path


def write(text, mode=0o600):
    user_file().parent.mkdir(parents=True, exist_ok=True)
    user_file().parent.chmod(0o700)
    user_file().write_text(text)
    user_file().chmod(mode)


@pytest.mark.parametrize("name", KEYED)
def test_a_project_cannot_send_a_key_to_a_host_of_its_own(name, monkeypatch):
    monkeypatch.setenv(f"{name.upper()}_API_KEY", KEY)
    monkeypatch.setenv(f"L10N_{name.upper()}_KEY", KEY)
    for variable in (f"{name.upper()}_API_KEY", f"L10N_{name.upper()}_KEY"):
        assert key(name, variable, OWN[name]).value == KEY
        with pytest.raises(ConfigError, match=r"would be sent to attacker\.example"):
            key(name, variable, "https://attacker.example/")
    assert not key(name, "", "https://attacker.example/")
    assert not key(name, "", "http://127.0.0.1:8080/")


@pytest.mark.parametrize("variable", ["STRIPE_API_KEY", "L10N_DEEPL_KEY"])
def test_a_project_cannot_send_the_key_of_something_else(variable, monkeypatch):
    monkeypatch.setenv(variable, KEY)
    for url in (OWN["openai"], "http://127.0.0.1:8080/"):
        with pytest.raises(ConfigError, match="would be sent"):
            key("openai", variable, url)


@pytest.mark.parametrize("name", KEYED)
def test_a_key_never_goes_unencrypted_over_a_network(name, monkeypatch):
    monkeypatch.setenv(f"{name.upper()}_API_KEY", KEY)
    with pytest.raises(ConfigError, match="unencrypted"):
        key(name, f"{name.upper()}_API_KEY", OWN[name].replace("https", "http"))


def test_the_user_binds_a_key_to_a_host_in_the_environment(monkeypatch):
    monkeypatch.setenv("GROQ_API_KEY", KEY)
    monkeypatch.setenv("GROQ_API_KEY_HOST", "llm.example")
    assert key("openai", "GROQ_API_KEY", "https://llm.example/v1").value == KEY
    with pytest.raises(ConfigError):
        key("openai", "GROQ_API_KEY", "https://other.example/v1")


def test_the_user_binds_a_key_to_a_host_in_her_own_file(monkeypatch):
    write('[key.openai]\nvariable = "MY_LLM"\nhost = "llm.example"\n', 0o644)
    monkeypatch.setenv("MY_LLM", KEY)
    assert key("openai", "", "https://llm.example/v1").value == KEY
    assert not key("openai", "", "https://attacker.example/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "another-key-5678")
    with pytest.raises(ConfigError):
        key("openai", "OPENAI_API_KEY", "https://llm.example/v1")


def test_a_key_in_the_users_file_needs_a_file_that_only_she_can_read():
    write(f'[key.deepl]\nvalue = "{KEY}"\n')
    assert key("deepl", "", OWN["deepl"]).value == KEY
    write(f'[key.deepl]\nvalue = "{KEY}"\n', 0o644)
    with pytest.raises(ConfigError, match="chmod 600") as caught:
        key("deepl", "", OWN["deepl"])
    assert KEY not in str(caught.value)


@pytest.mark.skipif(os.name != "posix", reason="no such permissions")
@pytest.mark.parametrize("mode", [0o664, 0o646, 0o666])
@pytest.mark.parametrize("text", ['[key.deepl]\nhost = "a.example"\n', '[[key.libre]]\nhost = "a.example"\n'])
def test_the_users_file_and_its_folder_are_hers_alone_to_write(mode, text, home):
    write(text, 0o644)
    assert not key("deepl", "", OWN["deepl"])
    user_file().chmod(mode)
    with pytest.raises(ConfigError, match=re.escape(f"Run: chmod go-w {user_file()}") + r"\Z"):
        key("deepl", "", OWN["deepl"])
    user_file().chmod(0o644)
    user_file().parent.chmod(mode | 0o111)
    with pytest.raises(ConfigError, match=re.escape(f"Run: chmod go-w {user_file().parent}") + r"\Z"):
        key("deepl", "", OWN["deepl"])
    user_file().parent.chmod(0o700)
    real = home / "my dotfiles" / "l10n.toml"
    real.parent.mkdir()
    user_file().rename(real)
    user_file().symlink_to(real)
    real.parent.chmod(mode | 0o111)
    with pytest.raises(ConfigError, match=re.escape(f"Run: chmod go-w '{real.parent}'") + r"\Z"):
        key("deepl", "", OWN["deepl"])


@pytest.mark.parametrize("text", [f"[key.deepl]\nvalue = {KEY}\n", f'[key.deepl]\nother = "{KEY}"\n', "key = 5\n"])
def test_a_file_that_is_not_understood_is_named_and_not_quoted(text):
    write(text)
    with pytest.raises(ConfigError) as caught:
        key("deepl", "", OWN["deepl"])
    assert "config.toml" in str(caught.value)
    assert KEY not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[[key.openia]]\nhost = "a.example"\n', r"\[key\.openia\] is not understood.*deepl .*openai"),
        ('[[keys.openai]]\nhost = "a.example"\n', r"\[keys\] is not understood.*\[\[key\.NAME\]\]"),
        ('[key.deepl]\n\nhost = "a.example\n', r"config\.toml:3: cannot be read as TOML: .+"),
        ("a = " + "[" * 9999, r"config\.toml:1: cannot be read as TOML: more than 8 levels"),
        ('[[key.deepl]]\nhost = "http://127.0.0.1:18080/v1"\n', r"host of \[key\.deepl\] .*as `127\.0\.0\.1:18080`"),
        ('[[key.deepl]]\nhost = "a.example/v1"\n', "without scheme and path"),
    ],
)
def test_what_nothing_would_ever_read_of_the_users_file_is_named(text, says):
    write(text)
    with pytest.raises(ConfigError, match=says) as caught:
        key("deepl", "", OWN["deepl"])
    assert caught.value.path == str(user_file())


def test_a_users_file_that_is_not_utf8_is_named_with_its_line():
    write("")
    user_file().write_bytes(b"# a\n# \xff\n")
    with pytest.raises(ConfigError, match=r"config\.toml:2: not UTF-8"):
        key("deepl", "", OWN["deepl"])


def test_a_host_in_the_environment_is_written_without_scheme_and_path(monkeypatch):
    monkeypatch.setenv("L10N_OPENAI_KEY", KEY)
    monkeypatch.setenv("L10N_OPENAI_KEY_HOST", "http://127.0.0.1:18080/v1")
    with pytest.raises(ConfigError, match=r"L10N_OPENAI_KEY_HOST is no host .* as `127\.0\.0\.1:18080`"):
        key("openai", "L10N_OPENAI_KEY", "http://127.0.0.1:18080/v1")
    monkeypatch.setenv("L10N_OPENAI_KEY_HOST", "[::1]:18080")
    assert key("openai", "L10N_OPENAI_KEY", "http://[::1]:18080/v1").value == KEY


@pytest.mark.parametrize("fault", ["status 401", "status 403"])
@pytest.mark.parametrize(("variable", "says"), [("L10N_OPENAI_KEY", ", as L10N_OPENAI_KEY is empty"), ("", "")])
def test_a_server_that_refuses_an_engine_without_a_key_is_told_so(service, monkeypatch, fault, variable, says):
    service.after = fault
    said = f"it refuses access ({fault[-3:]}): no key was sent{says or ', as OPENAI_API_KEY is empty'}"
    with pytest.raises(EngineError, match=re.escape(said)):
        engine("openai", service, key_variable=variable).draft(ask("Hello there."), "en", "ko")
    allow(monkeypatch, "L10N_OPENAI_KEY", KEY, service)
    with pytest.raises(EngineError, match=re.escape(f"it refuses access ({fault[-3:]})")) as caught:
        engine("openai", service, key_variable="L10N_OPENAI_KEY").draft(ask("Hello there."), "en", "ko")
    assert "no key" not in str(caught.value)


def test_a_secret_does_not_show_itself():
    assert KEY not in f"{Secret(KEY)} {Secret(KEY)!r} {[Secret(KEY)]}"
    assert not Secret("")
    assert not Secret("abc").stands_in("abc")


@pytest.mark.parametrize("name", KEYED)
def test_no_message_log_or_draft_ever_holds_the_key(name, service, monkeypatch, caplog):
    variable = f"L10N_{name.upper()}_KEY"
    allow(monkeypatch, variable, KEY, service)
    caplog.set_level(logging.DEBUG)
    told = []
    for fault in ("", "status 401", f"refuse bad key {KEY}", f"say {KEY}", f"text {KEY}", "reset", "hang"):
        service.after = fault
        made = engine(name, service, timeout=patience(fault), key_variable=variable)
        try:
            told += [f"{answer!r}" for answer in made.draft(ask("Hello there."), "en", "ko")]
        except EngineError as err:
            told.append(f"{err} {err.__cause__!r} {vars(made).get('nothing')}")
        told.append(repr(made))
    assert any(KEY in str(headers) for headers in service.headers) or any(KEY in body for body in service.bodies)
    assert KEY not in "".join(told) + caplog.text
    assert not any(KEY in path for path in service.paths)


@pytest.mark.parametrize("name", sorted(PATHS))
def test_without_a_key_no_field_of_one_is_sent(name, service):
    engine(name, service).draft(ask("Hello there."), "en", "es")
    assert not any("uthorization" in field for headers in service.headers for field in headers)
    assert not any("api_key" in body for body in service.bodies)


def test_the_file_lies_where_the_platform_keeps_configurations(home, monkeypatch):
    assert user_file() == home / "config" / "l10n" / "config.toml"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert user_file().parts[-4:] == ("Library", "Application Support", "l10n", "config.toml")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("APPDATA", str(home))
    assert user_file() == home / "l10n" / "config.toml"


def test_a_key_bound_to_one_deployment_is_not_used_by_another_engine(monkeypatch):
    write('[key.deepl]\nvariable = "DEEPL_API_KEY"\nhost = "deepl.example"\n')
    monkeypatch.setenv("DEEPL_API_KEY", KEY)
    assert load("deepl", EngineSettings(url="https://deepl.example/")).destination == "deepl.example"
    with pytest.raises(ConfigError):
        key("libre", "DEEPL_API_KEY", "https://deepl.example/")
