"""Owns the programs of development: what generates data, and what reports on it."""
