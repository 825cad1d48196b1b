"""A WordPress of its own: Debian's package on PHP's server, with a database in a folder that is gone afterwards."""

from __future__ import annotations

import contextlib
import getpass
import os
import secrets
import socket
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.cms.press import Press
from tests.conftest import need

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = Path("/usr/share/wordpress")
_CONFIG = """<?php
define('DB_NAME', 'press'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{folder}/socket'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_ENVIRONMENT_TYPE', 'local'); define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true); define('WP_HOME', '{url}'); define('WP_SITEURL', '{url}');
define('WP_CONTENT_DIR', __DIR__ . '/wp-content');
$table_prefix = 'wp_';
require_once ABSPATH . 'wp-settings.php';
"""
_INSTALL = """<?php
define('WP_INSTALLING', true);
function wp_mail() { return true; }
require ABSPATH . 'wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
$made = wp_install('Press', 'editor', 'editor@example.org', true, '', '{login}');
update_option('permalink_structure', '/%postname%/');
flush_rewrite_rules();
$author = wp_insert_user(
    ['user_login' => 'author', 'user_pass' => wp_generate_password(), 'role' => 'author', 'user_email' => 'a@b.example']
);
foreach ([$made['user_id'], $author] as $user) {
    echo WP_Application_Passwords::create_new_application_password($user, ['name' => 'l10n'])[0], "\\n";
}
"""


@contextlib.contextmanager
def wordpress(folder: Path) -> Iterator[Press]:
    """Serve it on this machine as long as the block runs."""
    need("php")
    database = need("mariadbd")
    need(str(PROGRAM / "wp-load.php")) if not PROGRAM.is_dir() else None
    site = folder / "site"
    (site / "wp-content" / "plugins").mkdir(parents=True)
    (folder / "data").mkdir()
    for path in PROGRAM.iterdir():
        if path.name not in {"wp-config.php", "wp-content"}:
            (site / path.name).symlink_to(path)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    (site / "wp-config.php").write_text(_CONFIG.format(folder=folder, url=url))
    (folder / "root.php").write_text(f"<?php define('ABSPATH', '{site}/');")
    login = secrets.token_hex()
    (folder / "install.php").write_text(_INSTALL.replace("{login}", login))
    php = ["php", "-d", f"auto_prepend_file={folder}/root.php"]
    stored = [
        *(database, "--no-defaults", f"--user={getpass.getuser()}", f"--datadir={folder}/data"),
        *(f"--socket={folder}/socket", f"--pid-file={folder}/pid", "--skip-networking", "--skip-grant-tables"),
        *("--innodb-buffer-pool-size=16M", "--innodb-log-file-size=8M", "--innodb-flush-log-at-trx-commit=0"),
        f"--init-file={folder}/first.sql",
    ]
    (folder / "first.sql").write_text("CREATE DATABASE press CHARACTER SET utf8mb4;\n")
    with contextlib.ExitStack() as running:
        running.enter_context(_process(stored, folder / "database.log"))
        _until(lambda: _connects(socket.AF_UNIX, f"{folder}/socket"))
        done = subprocess.run([*php, f"{folder}/install.php"], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        editor, author = done.stdout.split()[-2:]
        running.enter_context(_process([*php, "-S", f"127.0.0.1:{port}", "-t", str(site)], folder / "php.log"))
        _until(lambda: _connects(socket.AF_INET, ("127.0.0.1", port)))
        yield Press(url, {"editor": editor, "author": author}, login)


@contextlib.contextmanager
def _process(command: list[str], log: Path) -> Iterator[None]:
    with log.open("wb") as said:
        running = subprocess.Popen(command, stdout=said, stderr=said, env={**os.environ, "PHP_CLI_SERVER_WORKERS": ""})
    try:
        yield
    finally:
        running.terminate()
        try:
            running.wait(20)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


def _connects(family: int, place: str | tuple[str, int]) -> bool:
    with socket.socket(family) as one:
        return one.connect_ex(place) == 0


def _until(good: object) -> None:
    for _ in range(300):
        if callable(good) and good():
            return
        time.sleep(0.1)
    raise AssertionError("it does not start")
