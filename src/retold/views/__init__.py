"""What a page or a command shows, as data: read from one snapshot, nothing printed."""

from retold.views.actor_list import ActorFilters, ActorRow, actor_list
from retold.views.agreement import Agreement, Truth, agreement, truth_of
from retold.views.comparison import ComparisonView, comparison_view
from retold.views.deeds import DeedView
from retold.views.event_list import EventActor, EventFilters, EventRow, event_list
from retold.views.naming import article_named
from retold.views.passages import PassageView, WordingView
from retold.views.sayings import SayingView
from retold.views.statement_list import StatementFilters, StatementRow, statement_list
from retold.views.story import RenditionView, ReportView, StoryView, only_report, story_view
from retold.views.story_list import StoryFilters, story_list
from retold.views.variants import VariantView, counts_of_rest

__all__ = [
    "ActorFilters",
    "ActorRow",
    "Agreement",
    "ComparisonView",
    "DeedView",
    "EventActor",
    "EventFilters",
    "EventRow",
    "PassageView",
    "RenditionView",
    "ReportView",
    "SayingView",
    "StatementFilters",
    "StatementRow",
    "StoryFilters",
    "StoryView",
    "Truth",
    "VariantView",
    "WordingView",
    "actor_list",
    "agreement",
    "article_named",
    "comparison_view",
    "counts_of_rest",
    "event_list",
    "only_report",
    "statement_list",
    "story_list",
    "story_view",
    "truth_of",
]
