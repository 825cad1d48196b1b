"""Reviewing in a browser: a server on this machine whose pages show an article beside its translation."""
