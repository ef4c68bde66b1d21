"""What is body, heading, caption and boilerplate."""

import pytest

from retold.text import sentences_of

BODY = "The ministers met in Geneva on Monday. They agreed on little."


def kinds_of(paragraph: str) -> set[str]:
    """The kinds of a paragraph's sentences when it stands between two paragraphs of body text."""
    return {s.kind for s in sentences_of("a", f"{BODY}\n\n{paragraph}\n\n{BODY}") if s.paragraph == 1}


@pytest.mark.parametrize(
    "paragraph",
    [
        "A cold winter for trade",
        "Lisbon is 'quite sure'",
        "“A dangerous moment”",
        "TWO MAYORS, ONE BRIDGE",
        "Mending roads after Norway's floods in autumn",
        "What the treaty says about missiles, and what it does not",
        "Отношения с Китаем",
        "العلاقات مع الصين",
        "中美关系",
        "## What comes next?",
        "# The talks failed.",
    ],
)
def test_a_short_line_without_a_final_mark_is_a_heading(paragraph: str) -> None:
    assert kinds_of(paragraph) == {"heading"}


def test_a_heading_needs_text_after_it() -> None:
    assert [s.kind for s in sentences_of("a", "A cold winter for trade")] == ["body"]
    assert [s.kind for s in sentences_of("a", f"{BODY}\n\nA cold winter for trade")][-1] == "body"


@pytest.mark.parametrize(
    "paragraph",
    [
        "File photo: Ministers at the table.",
        "FILE - In this May 5, 2019, photo, ministers sit at a table.",
        "Photo by Anna Weiss",
        "(Photo: AFP)",
        "Ministers at the table (Photo: AFP)",
        "Image: The lake at dawn",
        "Picture: Anna Weiss",
        "archival",
        "Getty Images",
        "Ministers at the table in Geneva. They did not smile. Anna Weiss/Getty Images",
        "Ministers arrive in Geneva. Credit Anna Weiss for Example News",
        "AP Photo/Anna Weiss",
        "Symbolbild",
        "Архивное фото",
        "أرشيفية",
    ],
)
def test_what_describes_or_credits_a_picture_is_a_caption(paragraph: str) -> None:
    assert kinds_of(paragraph) == {"caption"}


@pytest.mark.parametrize(
    "paragraph",
    [
        "Follow our weather desk and our market reports on every channel",
        "Follow us on Twitter and Facebook.",
        "picture",
        "Advertisement",
        "ADVERTISEMENT",
        "Share this article",
        "Share this article:",
        "Sign up for our newsletter.",
        "Sign up for our newsletter. It comes every morning.",
        "Subscribe",
        "Read more: What the treaty says",
        "READ MORE: Talks fail. What now?",
        "Also read: Talks fail",
        "Related: What the treaty says",
        "Click here to see the map",
        "Copyright © 2022 Example News",
        "© 2022 Example News. All rights reserved.",
        "All rights reserved",
        "This story was auto-generated from a syndicated feed.",
        "Download our app",
        "We use cookies to improve this site.",
        "Leave a comment",
        "12 comments",
        "- AFP",
        "(Reuters)",
        "— AFP/dpa",
        "Reporting by Anna Weiss; Editing by Jo Park",
        "(Additional reporting by Anna Weiss in Geneva)",
        "By Anna Weiss and Jo Park",
        "Updated 5:30 p.m. ET, July 16, 2018",
        "3 min read",
        "https://www.example.org/talks",
        "* * *",
        "Lesen Sie auch: Gespräche gescheitert",
        "Lire aussi : Les pourparlers échouent",
        "Síguenos en Twitter",
        "Читайте также: Переговоры сорваны",
        "تابعونا على تويتر",
    ],
)
def test_what_pages_put_around_the_news_is_boilerplate(paragraph: str) -> None:
    assert kinds_of(paragraph) == {"boilerplate"}


@pytest.mark.parametrize(
    "paragraph",
    [
        "Follow the money, said the minister, and you find the culprit.",
        "Advertisement revenue fell by half.",
        "Copyright lawyers expect a long trial.",
        "By signing up to the treaty, the country gave up its missiles.",
        "By continuing to fund the war, they made peace harder.",
        "Published on Monday, the report blames both sides.",
        "More on that later, she said, and left.",
        "Reporting by two newspapers showed that the minister knew.",
        "Share prices fell.",
        "Picture the scene, he told the court.",
        "The photographs show burnt vehicles.",
        "Subscribe to that view and you give up, he said, all hope.",
        "Related companies were also fined.",
        "Click, clack: the sound of the looms has gone.",
        "At the press conference, the president said:",
        "Will they meet again?",
        "• Two mayors... and a bridge that nobody paid for.",
        '"Twitter." That was his whole answer. He left.',
    ],
)
def test_news_that_looks_like_furniture_stays_body(paragraph: str) -> None:
    assert kinds_of(paragraph) == {"body"}


def test_an_appeal_inside_a_paragraph_leaves_its_neighbours_alone() -> None:
    sentences = sentences_of("a", f"{BODY} Sign up for our newsletter. {BODY}")
    assert [s.kind for s in sentences] == ["body", "body", "boilerplate", "body", "body"]


def test_news_run_into_an_appeal_stays_body() -> None:
    text = "Share this article: GENEVA (Example) - The ministers met on Monday and agreed on little."
    assert [s.kind for s in sentences_of("a", text)] == ["body"]
