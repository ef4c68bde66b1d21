"""The actors of a snapshot, filtered, those named in most articles first."""

from __future__ import annotations

from dataclasses import dataclass

from retold.archive.query import query
from retold.archive.store import Snapshot
from retold.model import Alias
from retold.schema import rows_of
from retold.views.conditions import contains, literal


@dataclass(frozen=True, slots=True)
class ActorFilters:
    """Which actors are wanted; all conditions must hold.

    `country`: ISO 3166-1 alpha-3. `sector`: one of PLOVER's. `kind`: person, country, organisation ... `search`: part
    of the name or of another form of it. `articles`: in how many they are named at least. `limit`: how many at most.
    """

    country: str | None = None
    sector: str | None = None
    kind: str | None = None
    search: str | None = None
    articles: int = 1
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor, and in how many articles and places it is named; `support`: articles that have the name itself."""

    actor_id: str
    name: str
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    in_dictionary: bool
    articles: int
    mentions: int
    support: int
    aliases: tuple[Alias, ...]


def actor_list(snapshot: Snapshot, filters: ActorFilters) -> list[ActorRow]:
    """The actors that pass the filters."""
    sql = f"""
        WITH named AS (
            SELECT actor_id, count(DISTINCT article_id) AS articles, count(*) AS mentions
            FROM mentions GROUP BY actor_id
        )
        SELECT actors.actor_id, name, kind, country, sectors, in_dictionary, articles, mentions, support,
            aliases
        FROM actors JOIN named ON actors.actor_id = named.actor_id
        WHERE {" AND ".join(_conditions(filters))}
        ORDER BY articles DESC, mentions DESC, name, actors.actor_id
    """
    if filters.limit is not None:
        sql += f" LIMIT {filters.limit}"
    return rows_of(ActorRow, query(snapshot, sql))


def _conditions(filters: ActorFilters) -> list[str]:
    found = [f"articles >= {filters.articles}"]
    if filters.country:
        found.append(f"country = {literal(filters.country.upper())}")
    if filters.kind:
        found.append(f"kind = {literal(filters.kind)}")
    if filters.sector:
        found.append(f"list_contains(sectors, {literal(filters.sector.upper())})")
    if filters.search:
        forms = "array_to_string([alias.text FOR alias IN aliases], ' | ')"
        found.append(f"({contains('name', filters.search)} OR {contains(forms, filters.search)})")
    return found
