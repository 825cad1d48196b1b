"""`l10n engine`: what is told of models that are added, listed and removed, behind proxies or with own certificates."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from l10n.engines import models
from tests.conftest import need
from tests.engines import marian
from tests.engines.mozilla import FILES, RECORDS, mozilla, running, sha
from tests.engines.test_firefox import needs_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["mozilla"]

WEIGHTS = "model.enko.intgemm.alphas.bin"


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """A cache folder of this test's own."""
    for name in (models.MODELS, "FXTRANSLATE_RECORDS_URL", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache/l10n/models/firefox"


def test_what_is_fetched_is_shown_first_and_then_where_it_is(site, mozilla, cache):
    done = site.ok("engine", "add", "firefox", "-l", "ko", "--from", mozilla.records)
    host = mozilla.url.removeprefix("http://")
    assert done.out.split("\n") == [
        "en-ko 3.0: 4 files, 0.4 MB to fetch, 0.5 MB on the disk",
        "  licence: MPL-2.0",
        f"  from: {host}",
        f"  to: {cache}/en-ko",
        f"en-ko: installed in {cache}/en-ko",
        "",
    ]
    assert "is installed already" in site.ok("engine", "add", "firefox", "-l", "ko", "--from", mozilla.records).out
    assert site.ok("engine", "list").out == f"firefox: en-ko: 3.0, 0.5 MB, MPL-2.0: {cache}/en-ko\n"
    assert site.ok("engine", "remove", "firefox", "-l", "ko").out == f"{cache}/en-ko: removed\n"
    assert "no model is installed" in site.ok("engine", "list").err


def test_without_a_locale_those_of_the_project_are_added_and_one_failure_does_not_keep_the_others(site, mozilla):
    site.configure('locales = ["ja", "ko"]\n')
    done = site.run("engine", "add", "firefox", "--from", mozilla.records)
    assert done.code == 3
    assert "there is no model from en to ja. From en there are: ko." in done.err
    assert "en-ko: installed" in done.out


def test_outside_of_a_project_the_language_has_to_be_named(site, mozilla):
    (site.root / "pyproject.toml").unlink()
    done = site.run("engine", "add", "firefox")
    assert (done.code, "which language is not said" in done.err) == (2, True)
    assert site.run("engine", "add", "firefox", "-l", "kr").code == 2
    assert site.run("engine", "add", "google", "-l", "ko").code == 2
    assert site.run("engine", "remove", "firefox", "-l", "ko").code == 2
    assert site.ok("engine", "add", "firefox", "-l", "ko", "--from", mozilla.records).code == 0


def test_the_lines_that_pin_a_model_go_into_the_configuration_and_hold(site, mozilla, cache):
    site.ok("engine", "add", "firefox", "-l", "ko", "--from", mozilla.records)
    lines = site.ok("engine", "list", "--digests").out
    assert f'"{WEIGHTS}" = "{sha(FILES[WEIGHTS])}"' in lines
    site.configure(f'locales = ["ko"]\n{lines}')
    site.ok("engine", "add", "firefox", "--from", mozilla.records)
    mozilla.serve({**FILES, WEIGHTS: b"another"}, version="3.9")
    done = site.run("engine", "add", "firefox", "--from", mozilla.records)
    assert done.code == 3
    assert f"{WEIGHTS} is not the file that `model-digests` pins" in done.err
    assert sha(b"another") in done.err
    assert (cache / "en-ko" / WEIGHTS).read_bytes() == FILES[WEIGHTS]


def test_a_digest_that_is_none_is_refused_with_its_line(site):
    site.configure(f'locales = ["ko"]\n[tool.l10n.engine.firefox]\nmodel-digests = {{ "{WEIGHTS}" = "abc" }}\n')
    done = site.run("engine", "add", "firefox")
    assert done.code == 2
    assert "pyproject.toml:4:" in done.err
    assert "64 hexadecimal digits" in done.err


def test_a_copied_folder_needs_no_network_and_another_folder_is_read_where_the_variable_names_it(site, mozilla, cache):
    site.ok("engine", "add", "firefox", "-l", "ko", "--from", mozilla.records)
    shutil.move(cache, site.root / "mirror")
    done = site.run("engine", "add", "firefox", "-l", "ko", "--from", "mirror", L10N_FIREFOX_MODELS="elsewhere")
    assert done.code == 0, done.err
    assert "L10N_FIREFOX_MODELS is set: drafts use the models in" in done.err
    named = site.ok("engine", "list", "--json").out
    (site.root / "mirror/en-ko/notes.txt").write_text("mine")
    other = json.loads(site.run("engine", "list", "--json", L10N_FIREFOX_MODELS="mirror").out)
    assert other["models"][0]["path"] == str(site.root / "mirror/en-ko")
    assert json.loads(named)["models"][0]["files"] == other["models"][0]["files"]


def test_a_folder_that_is_no_model_is_listed_as_an_error(site, cache):
    (cache / "en-ja").mkdir(parents=True)
    done = site.run("engine", "list", "--json")
    assert done.code == 3
    assert "is not a model" in json.loads(done.out)["errors"][0]["message"]


def test_files_that_nobody_vouches_for_are_told_with_the_lines_that_pin_them(site, tmp_path):
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    done = site.ok("engine", "add", "firefox", "-l", "ko", "--from", str(tmp_path))
    assert "nothing says what the files of en-ko should be" in done.err
    assert f'"{WEIGHTS}" = "{sha(FILES[WEIGHTS])}"' in done.err


def test_drafting_fetches_nothing_and_names_the_command(site, mozilla):
    site.configure('locales = ["ko"]\n')
    site.write("articles/a.md", "The harbor is closed.\n")
    site.ok("extract")
    done = site.run("draft", FXTRANSLATE_RECORDS_URL=mozilla.records)
    assert done.code == 3
    assert "l10n engine add firefox -l ko" in done.err
    assert "google" not in done.out
    assert mozilla.asked == []


@needs_library
def test_a_model_that_was_added_drafts_and_one_that_is_not_the_pinned_one_does_not(site, mozilla):
    files = marian.words({"▁The": "▁그", "▁keeper": "▁등대지기는", "▁came": "▁왔다", "▁at": "▁저녁", "▁night": "▁밤에"})
    mozilla.serve({marian.NAMES.get(kind, kind + ".{}.spm").format("enko"): data for kind, data in files.items()})
    site.configure('locales = ["ko"]\n')
    site.write("articles/a.md", "The keeper came at night.\n")
    site.ok("extract")
    site.ok("engine", "add", "firefox", "--from", mozilla.records)
    asked = len(mozilla.asked)
    lines = site.ok("engine", "list", "--digests").out
    site.configure(f'locales = ["ko"]\n{re.sub("= .[0-9a-f]{64}", chr(61) + " " + chr(34) + "0" * 64, lines, count=1)}')
    refused = site.run("draft")
    assert refused.code == 3
    assert "is not the file that `model-digests` pins" in refused.err
    site.configure(f'locales = ["ko"]\n{lines}')
    assert "1 by firefox" in site.ok("draft").out
    assert "그 등대지기는 왔다 저녁 밤에." in site.read("locales/ko/a.md.po")
    assert len(mozilla.asked) == asked


def test_without_the_library_a_model_is_added_and_the_library_is_named(site, mozilla):
    program = "import sys, l10n.cli; sys.modules['fxtranslate'] = None; l10n.cli.main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "engine", "add", "firefox", "-l", "ko", "--from", mozilla.records],
        cwd=site.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "pip install 'article-l10n[firefox]'" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")
def test_a_terminal_sees_how_far_it_is_and_a_file_does_not(site, mozilla):
    command = [sys.executable, "-m", "l10n", "engine", "add", "firefox", "-l", "ko", "--from", mozilla.records]
    ours, theirs = os.openpty()
    try:
        env = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
        done = subprocess.run(command, cwd=site.root, env=env, stderr=theirs, stdout=subprocess.PIPE, check=True)
        os.close(theirs)
        seen = b""
        with contextlib.suppress(OSError):
            while data := os.read(ours, 65_536):
                seen += data
    finally:
        os.close(ours)
    assert "━" in seen.decode()
    assert "en-ko" in seen.decode()
    assert b"installed" in done.stdout
    site.ok("engine", "remove", "firefox", "-l", "ko")
    assert site.ok(*command[3:]).err == ""


def certificate(folder: Path, *names: str) -> Path:
    """Make a certificate that nobody trusts, with its key in the same file."""
    file = folder / "own.pem"
    subprocess.run(
        [
            *(need("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=test", "-days", "2"),
            *("-addext", f"subjectAltName={','.join(names)}", "-keyout", str(file), "-out", str(folder / "cert.pem")),
        ],
        check=True,
        capture_output=True,
    )
    file.write_text(file.read_text() + (folder / "cert.pem").read_text())
    return file


def secured(file: Path):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return lambda plain: context.wrap_socket(plain, server_side=True)


def test_certificates_of_the_users_own_are_trusted_and_others_are_not(site, tmp_path):
    file = certificate(tmp_path, "IP:127.0.0.1")
    with running(secured(file)) as server:
        server.serve()
        command = ("engine", "add", "firefox", "-l", "ko", "--from", server.records.replace("http:", "https:"))
        done = site.run(*command)
        assert (done.code, "its certificate is not trusted" in done.err) == (3, True)
        missing = site.run(*command, SSL_CERT_FILE=str(tmp_path / "gone.pem"))
        assert (missing.code, "SSL_CERT_FILE names a file or folder that is not there" in missing.err) == (3, True)
        assert "installed" in site.run(*command, SSL_CERT_FILE=str(tmp_path / "cert.pem")).out


@contextlib.contextmanager
def proxy(port: int) -> Iterator[tuple[str, list[str]]]:
    """Run a proxy that leads every tunnel to one port of this machine; yield its address and what it was asked."""
    asked: list[str] = []

    def pump(one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(65_536):
                other.sendall(data)
        with contextlib.suppress(OSError):
            other.shutdown(socket.SHUT_WR)

    def serve(client: socket.socket) -> None:
        with client:
            tunnel(client)

    def tunnel(client: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head and (data := client.recv(4096)):
            head += data
        if not head:
            return
        asked.append(head.decode().rpartition(" HTTP")[0].split("\r\n")[0])
        with socket.create_connection(("127.0.0.1", port)) as there:
            client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=pump, args=(there, client), daemon=True)
            back.start()
            pump(client, there)
            back.join()

    def accept(listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=accept, args=(listener,), daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", asked


def test_the_proxy_of_the_environment_is_used(site, tmp_path):
    file = certificate(tmp_path, "DNS:mirror.example")
    with running(secured(file)) as server, proxy(int(server.url.rpartition(":")[2])) as (address, asked):
        server.serve()
        done = site.run(
            *("engine", "add", "firefox", "-l", "ko", "--from", f"https://mirror.example{RECORDS}"),
            HTTPS_PROXY=address,
            SSL_CERT_FILE=str(tmp_path / "cert.pem"),
        )
        assert done.code == 0, done.err
        assert set(asked) == {"CONNECT mirror.example:443"}
        assert "from: mirror.example\n" in done.out


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system of its own")
def test_a_disk_that_is_too_small_is_told_before_anything_is_fetched(site, mozilla, tmp_path):
    small = tmp_path / "small"
    small.mkdir()
    script = f"mount -t tmpfs -o size=3m tmpfs {small} && exec {sys.executable} -m l10n engine add firefox -l ko"
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode:
        pytest.skip("no file system can be made here")
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", f"{script} --from {mozilla.records}"],
        cwd=site.root,
        env={**os.environ, "XDG_CACHE_HOME": str(small)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert re.search(r"has \d MB free, and en-ko needs \d+ MB while it is installed", done.stderr), done.stderr
    assert len(mozilla.asked) == 1


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_stopped_leaves_no_half_model_and_the_next_goes_on(site, mozilla, cache, sign):
    mozilla.fail(WEIGHTS, "end:150000", "hang")
    command = ["engine", "add", "firefox", "-l", "ko", "--from", mozilla.records]
    process = subprocess.Popen([sys.executable, "-m", "l10n", *command], cwd=site.root, stderr=subprocess.PIPE)
    while len(mozilla.begins(WEIGHTS)) < 2 and process.poll() is None:
        time.sleep(0.05)
    process.send_signal(sign)
    _, said = process.communicate()
    assert process.returncode == (130 if sign == signal.SIGINT else -signal.SIGKILL), said
    assert not (cache / "en-ko").exists()
    mozilla.asked.clear()
    site.ok(*command)
    assert mozilla.begins(WEIGHTS) == [150_000]
    assert (cache / "en-ko" / WEIGHTS).read_bytes() == FILES[WEIGHTS]
