"""Owns the errors that errors_planted.py plants: a module a family, a table of words a language."""
