"""Owns the names of failing tests, shown when they fail: with several workers pytest shows letters until the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from _pytest.terminal import TerminalReporter


class AtOnce:
    """Writes a line for each failure, between the letters of the progress."""

    def __init__(self, terminal: TerminalReporter) -> None:
        self._terminal = terminal

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            crash = getattr(report.longrepr, "reprcrash", None)
            reason = f" - {crash.message.splitlines()[0]}" if crash and crash.message else ""
            word = "FAILED" if report.when == "call" else "ERROR"
            self._terminal.write_line("")
            self._terminal.write_line(f"{word} {report.nodeid}{reason}", red=True)
            self._terminal.flush()


def install(config: pytest.Config) -> None:
    """Show failures at once where there is a terminal; the workers have none."""
    terminal = config.pluginmanager.get_plugin("terminalreporter")
    if terminal is not None:
        config.pluginmanager.register(AtOnce(terminal), "l10n-at-once")
