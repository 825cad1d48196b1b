"""Owns the values on a command line that are what they should be as they stand: texts, names of a choice, paths.

typer converts every value, default ones too, through pydantic, which takes longer to import than most commands to run.
"""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path
from typing import Any

__all__ = ["lightly"]

_ASKED = ("exists", "resolve_path", "allow_dash", "writable", "parser")
"""What typer may be asked to do to a path; none of it is done here."""


def lightly(params: list[Any]) -> list[Any]:
    """Return parameters that convert what needs converting, and refuse what is refused, and do nothing else.

    Where typer keeps its converters elsewhere than it does now, nothing changes.
    """
    for param in params:
        if getattr(param, "_runtime_param", False) is None and hasattr(param, "get_runtime_param"):
            param._runtime_param = _Light()  # noqa: SLF001  there is no other way to it
    return params


class _Light:
    """Stands where typer's converter of a parameter will stand, once a value needs it."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return what typer's converter returns; raises what that raises."""
        several = param.multiple or param.nargs == -1
        if value is None:
            return () if several else None
        wanted = param.type_descriptor.annotation
        if several and wanted == list[str] and isinstance(value, list | tuple) and all(map(_is_text, value)):
            return list(value)
        if isinstance(wanted, type) and not several:
            found = _as(wanted, value, param.type_descriptor.parameter_info)
            if found is not None:
                return found
        param._runtime_param = None  # noqa: SLF001  see `lightly`
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


def _as(wanted: type, value: Any, told: Any) -> Any:
    """Return a value as that type; None where typer shall look at it."""
    if wanted is str:
        return value if _is_text(value) else None
    if issubclass(wanted, Enum):
        return next((one for one in wanted if value in (one, one.value)), None)
    if issubclass(wanted, Path) and not any(getattr(told, name, None) for name in _ASKED):
        if isinstance(value, Path):
            return value
        if _is_text(value) and (os.access(value, os.R_OK) or not os.path.lexists(value)):
            return wanted(value)
    return None


def _is_text(value: Any) -> bool:
    """Tell whether a value is a text and all of it was readable."""
    return isinstance(value, str) and not any("\ud800" <= char <= "\udfff" for char in value) and "\0" not in value
