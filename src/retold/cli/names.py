"""What the tellings of a report are called on the screen, and lists of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from retold.cli.output import printable
from retold.views import ReportView

# Outlets named in one line; the rest is counted.
NAMED = 6

Names = Mapping[str, str]
"""Names by the id of the article."""


def names_in(report: ReportView) -> Names:
    """The outlets of the tellings of a report, numbered where one has several."""
    names: dict[str, str] = {}
    seen = Counter[str]()
    for telling in report.renditions:
        name = printable(telling.source or telling.external_id or telling.url or telling.article_id[:8])
        seen[name] += 1
        names[telling.article_id] = f"{name} ({seen[name]})" if seen[name] > 1 else name
    return names


def listed(articles: Sequence[str], names: Names, most: int = NAMED) -> str:
    """The names in their order among the tellings, at most so many."""
    held = set(articles)
    shown = [name for article, name in names.items() if article in held]
    rest = len(shown) - most
    return ", ".join(shown[:most]) + (f" and {rest} more" if rest > 0 else "")
