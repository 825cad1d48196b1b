"""Tests of the files that others write."""
