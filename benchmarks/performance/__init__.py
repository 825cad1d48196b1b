"""Owns the measuring of l10n beside its peers: the same work in one run, no time without a right result."""
