"""Lets tests import the benchmarks, which are scripts: the first of their names are those of this folder."""

import sys

from tests.conftest import ROOT

sys.path.append(str(ROOT / "benchmarks"))
