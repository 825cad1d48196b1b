from __future__ import annotations

from dataclasses import replace

from tests.docs_runner import folder
from tests.test_docs import page


def test_the_examples_with_a_server_do_what_their_page_says(server, tmp_path):
    around = {"L10N_MEMORY": server.url(server.database(migrated=False)), "L10N_MEMORY_NAMES": "daily weekly"}
    trial = replace(folder(tmp_path), around=around)
    trial.try_out(page("shared-memory"), programs=frozenset({"postgres"}))
