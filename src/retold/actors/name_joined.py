"""Forms of names joined two by two, and what hangs together."""

from __future__ import annotations

from collections import defaultdict

Form = tuple[str, ...]


class Joined:
    """Forms joined two by two, and what hangs together."""

    def __init__(self) -> None:
        self._above: dict[Form, Form] = {}

    def join(self, one: Form, other: Form) -> None:
        """From now on the two are in one set."""
        first, second = sorted((self.first(one), self.first(other)))
        self._above[second] = first

    def first(self, form: Form) -> Form:
        """The first form of the set that a form is in."""
        while (above := self._above.setdefault(form, form)) != form:
            self._above[form] = self._above[above]
            form = above
        return form

    def sets(self) -> list[list[Form]]:
        """All sets, sorted."""
        found: dict[Form, list[Form]] = defaultdict(list)
        for form in sorted(self._above):
            found[self.first(form)].append(form)
        return [found[first] for first in sorted(found)]
