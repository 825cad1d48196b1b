"""How likely a draft is wrong, told before anybody has read it: what is seen of it, what that weighs, and in words."""

from l10n.text.risk.score import Risk, risk
from l10n.text.risk.signs import Draft

__all__ = ["Draft", "Risk", "risk"]
