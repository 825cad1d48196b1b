"""Asking services over HTTP: one bounded request, what its failure means, and where keys may go."""
