"""A project file alone sends no key anywhere: hostile projects against servers that keep every byte they are sent."""

from __future__ import annotations

import base64
import contextlib
import itertools
import socket
import sys
import threading
from dataclasses import dataclass, field

import pytest

from l10n import project
from l10n.errors import L10nError
from tests.engines.online import PATHS, ask

KEY = "s3cret-key-1234"
WORD = "n3trc-passw0rd"
KEYED = ("deepl", "libre", "microsoft", "openai")
NAMES = ("{}_API_KEY", "L10N_{}_KEY", "", "AWS_SECRET_ACCESS_KEY", "STRIPE_API_KEY")
"""What `key-variable` names; `{}` is the engine."""
PLACES = {
    "this machine": "http://127.0.0.1:{port}",
    "this machine by name": "http://localhost:{port}",
    "this machine in IPv6": "http://[::1]:{port}",
    "this machine, encrypted": "https://127.0.0.1:{port}",
    "this machine in short": "http://127.1:{port}",
    "this machine as a number": "http://2130706433:{port}",
    "this machine by another address": "http://127.0.0.2:{port}",
    "IPv4 in IPv6": "http://[::ffff:127.0.0.1]:{port}",
    "a dot at the end": "http://localhost.:{port}",
    "capitals": "HTTP://LOCALHOST:{port}",
    "somewhere": "http://attacker.example",
    "somewhere, encrypted": "https://attacker.example",
    "with a user": "http://{own}@127.0.0.1:{port}",
    "with a backslash": "http://127.0.0.1:{port}\\\\@{own}",
    "another dot": "http://{own}\N{FULLWIDTH FULL STOP}attacker.example",
    "its service, but open": "http://{own}",
}
WAYS = ("environment", "table", "tables", "value")
"""How a user allows a place."""
OWN = {
    "deepl": "api.deepl.com",
    "libre": "libretranslate.com",
    "microsoft": "api.cognitive.microsofttranslator.com",
    "openai": "api.openai.com",
}
_ANSWER = "HTTP/1.1 {}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}"


@dataclass
class Recorder:
    """Servers of one port in IPv4 and IPv6 that keep every byte."""

    port: int = 0
    answer: str = _ANSWER.format("200 OK")
    heard: list[bytes] = field(default_factory=list)
    sockets: list[socket.socket] = field(default_factory=list)

    def listen(self) -> None:
        for family, host in ((socket.AF_INET, "0.0.0.0"), (socket.AF_INET6, "::1")):  # noqa: S104  127.0.0.2 as well
            with contextlib.suppress(OSError):
                one = socket.socket(family)
                one.bind((host, self.port))
                one.listen(64)
                self.port = one.getsockname()[1]
                self.sockets.append(one)
                threading.Thread(target=self.serve, args=(one,), daemon=True).start()

    def serve(self, server: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = server.accept()
                threading.Thread(target=self.hear, args=(connection,), daemon=True).start()

    def hear(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            said = b""
            while not _whole(said) and (more := connection.recv(65_536)):
                said += more
                self.heard.append(more)
            connection.sendall(self.answer.encode())
            while more := connection.recv(65_536):
                self.heard.append(more)

    def stop(self) -> None:
        for one in self.sockets:
            one.close()

    @property
    def told(self) -> bool:
        """A secret has come, plain or as Basic authorization has it."""
        said = b"".join(self.heard)
        packed = [base64.b64encode(f"{user}:{WORD}".encode()) for user in ("mona", "")]
        return any(one in said for one in (KEY.encode(), WORD.encode(), *packed))


def _whole(said: bytes) -> bool:
    head, end, body = said.partition(b"\r\n\r\n")
    length = next((int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0)
    return bool(end) and len(body) >= length


@pytest.fixture
def recorder():
    made = Recorder()
    made.listen()
    yield made
    made.stop()


@pytest.fixture
def user(tmp_path, monkeypatch, recorder):
    """A user with keys in the environment and passwords in `~/.netrc`; all foreign names lead to the recorder."""
    home = tmp_path / "home"
    home.mkdir()
    hosts = ("127.0.0.1", "localhost", "attacker.example")
    lines = [f"machine {host} login mona password {WORD}\n" for host in hosts]
    (home / ".netrc").write_text("".join([*lines, f"default login mona password {WORD}\n"]))
    (home / ".netrc").chmod(0o600)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    for name, variable in itertools.product(KEYED, NAMES):
        if variable:
            monkeypatch.setenv(variable.format(name.upper()), KEY)
    for scheme in ("HTTP", "HTTPS", "ALL"):
        monkeypatch.setenv(f"{scheme}_PROXY", f"http://127.0.0.1:{recorder.port}")
        monkeypatch.delenv(f"{scheme.lower()}_proxy", raising=False)
    for variable in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(variable, raising=False)
    return home


def allow(home, text):
    """Write the user's own file."""
    file = home / ".config" / "l10n" / "config.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.parent.chmod(0o700)
    file.write_text(text)
    file.chmod(0o600)


def setting(name, url, variable):
    settings = f'url = "{url}{PATHS[name]}"\nkey-variable = "{variable}"\nmodel = "tiny"\ntimeout = 5\n'
    return f'locales = ["ko"]\nengines = ["{name}"]\n[tool.l10n.engine.{name}]\n{settings}'


def try_out(root, name):
    """Draft with an engine of a project; return the refusal, or what its answers say."""
    try:
        engine = project.find(root).engine(name)
        return " ".join(f"{answer!r}" for answer in engine.draft(ask("The harbor is closed."), "en", "ko"))
    except L10nError as err:
        return str(err)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", KEYED)
@pytest.mark.usefixtures("user")
def test_no_key_and_no_password_leaves_without_the_users_leave(site, recorder, name, place):
    for variable in NAMES:
        url = PLACES[place].format(port=recorder.port, own=OWN[name])
        site.configure(setting(name, url, variable.format(name.upper())))
        said = try_out(site.root, name)
        assert not recorder.told, (variable, said)
        assert KEY not in said


@pytest.mark.parametrize(("name", "way"), [*itertools.product(KEYED, WAYS)])
def test_with_the_users_leave_the_key_arrives(site, user, recorder, monkeypatch, name, way):  # noqa: PLR0917  fixtures
    variable, place = f"L10N_{name.upper()}_KEY", f"127.0.0.1:{recorder.port}"
    other = f'[[key.{name}]]\nvariable = "{name.upper()}_API_KEY"\nhost = "other.example"\n'
    site.configure(setting(name, f"http://{place}", variable))
    if way == "environment":
        monkeypatch.setenv(f"{variable}_HOST", place)
    else:
        what = f'value = "{KEY}"' if way == "value" else f'variable = "{variable}"'
        head = f"[key.{name}]" if way == "table" else f"{other}[[key.{name}]]"
        allow(user, f'{head}\n{what}\nhost = "{place}"\n')
    if way == "value":
        monkeypatch.delenv(variable)
    try_out(site.root, name)
    assert recorder.told


@pytest.mark.parametrize("name", KEYED)
def test_the_refusal_has_the_lines_that_help_and_they_do(site, user, recorder, name):
    site.write("articles/a.md", "The harbor is closed.\n")
    site.ok("extract")
    site.configure(setting(name, f"http://127.0.0.1:{recorder.port}", f"L10N_{name.upper()}_KEY"))
    done = site.run("draft")
    assert done.code == 2
    assert f"L10N_{name.upper()}_KEY_HOST=127.0.0.1:{recorder.port}" in done.err
    file, _, rest = done.err.partition("add these lines to ")[2].partition(":\n\n")
    assert file == str(user / ".config/l10n/config.toml")
    allow(user, rest.partition("\n\nor ")[0])
    site.run("draft")
    assert recorder.told


@pytest.mark.parametrize(
    "leave", ["127.0.0.1", "127.0.0.1:1", "localhost:{port}", "127.0.0.1:{port}0", "http://127.0.0.1:{port}", "*", ""]
)
@pytest.mark.usefixtures("user")
def test_leave_for_one_place_is_none_for_another(site, recorder, monkeypatch, leave):
    monkeypatch.setenv("L10N_OPENAI_KEY_HOST", leave.format(port=recorder.port))
    site.configure(setting("openai", f"http://127.0.0.1:{recorder.port}", "L10N_OPENAI_KEY"))
    refusal = "no host to which a key could go" if leave == "*" or "//" in leave else "only you can allow"
    assert refusal in try_out(site.root, "openai")
    assert not recorder.told


@pytest.mark.parametrize("there", ["http://127.0.0.1:{}/", "http://localhost:{}/", "file:///etc/hosts", "//[", "\x1b"])
@pytest.mark.parametrize("status", ["301", "302", "303", "307", "308"])
@pytest.mark.usefixtures("user")
def test_a_redirect_takes_no_key_along(site, recorder, monkeypatch, status, there):
    other = Recorder()
    other.listen()
    line = f"{status} Moved\r\nLocation: {there.format(other.port)}"
    recorder.answer = _ANSWER.format(line)
    for name in KEYED:
        monkeypatch.setenv(f"L10N_{name.upper()}_KEY_HOST", f"127.0.0.1:{recorder.port}")
        site.configure(setting(name, f"http://127.0.0.1:{recorder.port}", f"L10N_{name.upper()}_KEY"))
        said = try_out(site.root, name)
        assert "\x1b" not in said
    assert recorder.told
    other.stop()
    assert not other.heard


def test_a_redirect_that_says_the_key_is_not_repeated(site, user, recorder, monkeypatch):
    assert user
    recorder.answer = _ANSWER.format(f"307 Moved\r\nLocation: http://{KEY.upper()}.example/")
    monkeypatch.setenv("L10N_DEEPL_KEY_HOST", f"127.0.0.1:{recorder.port}")
    site.configure(setting("deepl", f"http://127.0.0.1:{recorder.port}", "L10N_DEEPL_KEY"))
    said = try_out(site.root, "deepl")
    assert "redirects to another place, which" in said
    assert KEY not in said.casefold()


@pytest.mark.parametrize(
    "extra",
    [
        '[tool.l10n.locale.ko.engine.openai]\nurl = "{url}"\n',
        '[tool.l10n.locale.ko]\nurl = "{url}"\n',
        '[[tool.l10n.section]]\npath = "**"\nurl = "{url}"\n',
        '[tool.l10n.key.openai]\nvariable = "OPENAI_API_KEY"\nhost = "{url}"\n',
        '[tool.l10n.engine.openai]\nproxy = "{url}"\n',
        '[tool.l10n.engine.openai]\nheaders = {{ "X" = "$OPENAI_API_KEY" }}\n',
        '[tool.l10n.engine.openai]\nkey = "{url}"\n',
        '[tool.l10n.engine.openai]\nprompt = "$OPENAI_API_KEY"\n',
    ],
)
@pytest.mark.usefixtures("user")
def test_no_other_table_of_a_project_speaks_of_addresses_and_keys(site, recorder, extra):
    site.configure('locales = ["ko"]\nengines = ["openai"]\n' + extra.format(url=f"http://127.0.0.1:{recorder.port}"))
    assert site.run("draft").code == 2
    assert not recorder.heard


@pytest.mark.parametrize("where", ["the folder", "a folder above", "the user's home", "a relative XDG_CONFIG_HOME"])
def test_a_file_of_the_project_cannot_stand_for_the_users(site, user, recorder, monkeypatch, where):
    root = site.root
    site.configure(setting("openai", f"http://127.0.0.1:{recorder.port}", "L10N_OPENAI_KEY"))
    lines = f'[key.openai]\nvariable = "L10N_OPENAI_KEY"\nhost = "127.0.0.1:{recorder.port}"\n'
    for name in ("l10n/config.toml", ".config/l10n/config.toml", "config.toml", "deep/l10n/config.toml"):
        site.write(name, lines).chmod(0o600)
    site.write(".env", f"L10N_OPENAI_KEY_HOST=127.0.0.1:{recorder.port}\n")
    site.write(".netrc", f"default login mona password {WORD}\n").chmod(0o600)
    if where == "a folder above":
        root = site.root / "deep"
    elif where == "the user's home":
        monkeypatch.setenv("HOME", str(root))
    elif where == "a relative XDG_CONFIG_HOME":
        monkeypatch.setenv("XDG_CONFIG_HOME", ".")
    monkeypatch.chdir(root)
    said = try_out(root, "openai")
    assert "lies in a project" in said if where == "the user's home" else str(user) in said
    assert not recorder.heard


def test_a_file_that_others_may_write_is_not_the_users(site, user, recorder):
    site.configure(setting("openai", f"http://127.0.0.1:{recorder.port}", "L10N_OPENAI_KEY"))
    allow(user, f'[key.openai]\nvariable = "L10N_OPENAI_KEY"\nhost = "127.0.0.1:{recorder.port}"\n')
    (user / ".config/l10n/config.toml").chmod(0o666)
    assert "chmod go-w" in try_out(site.root, "openai")
    assert not recorder.heard


def test_a_value_that_its_user_bound_to_one_place_goes_to_no_other(site, user, recorder):
    allow(user, f'[key.openai]\nvalue = "{KEY}"\nhost = "llm.example"\n')
    site.configure(setting("openai", f"http://127.0.0.1:{recorder.port}", "L10N_OPENAI_NONE"))
    assert "only you can allow" in try_out(site.root, "openai")
    assert not recorder.heard


def test_a_user_without_a_home_can_still_draft(site, recorder, monkeypatch):
    monkeypatch.setenv("HOME", "")
    monkeypatch.setenv("XDG_CONFIG_HOME", "")
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    site.configure(setting("openai", f"http://127.0.0.1:{recorder.port}", ""))
    assert "not understood" in try_out(site.root, "openai")
    assert recorder.heard
    assert not recorder.told
