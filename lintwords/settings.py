"""What a rule weighs under a profile and a selection. Settings only hide or soften findings."""

from __future__ import annotations

from lintwords.model import Options, Severity
from lintwords.rule import Brief, Rule


def shown(rule: Rule | Brief, severity: Severity, options: Options) -> Severity | None:
    """The severity under the profile and the selection; None if the finding is hidden.

    A rule that is off or in preview is shown if it is selected by its own id.
    """
    own = {rule.id, *rule.aliases}
    named = {*own, rule.category}
    if not named.isdisjoint(options.ignore):
        return None
    if options.select and named.isdisjoint(options.select):
        return None
    treatment = rule.profiles.get(options.profile, "on" if rule.default else "off")
    if (treatment == "off" or rule.preview) and own.isdisjoint(options.select):
        return None
    severity = severity.weaker if treatment == "softer" else severity
    return severity if severity >= options.severity else None
