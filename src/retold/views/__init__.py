"""What a page or a command shows, as data: read from one snapshot, nothing printed."""

from retold.views.agreement import Agreement, Truth, agreement, truth_of
from retold.views.comparison import ComparisonView, comparison_view
from retold.views.naming import article_named
from retold.views.passages import PassageView, WordingView
from retold.views.story import RenditionView, ReportView, StoryView, only_report, story_view
from retold.views.story_list import StoryFilters, story_list

__all__ = [
    "Agreement",
    "ComparisonView",
    "PassageView",
    "RenditionView",
    "ReportView",
    "StoryFilters",
    "StoryView",
    "Truth",
    "WordingView",
    "agreement",
    "article_named",
    "comparison_view",
    "only_report",
    "story_list",
    "story_view",
    "truth_of",
]
