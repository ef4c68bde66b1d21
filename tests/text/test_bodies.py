"""The lines of a body, read without cutting them into sentences, are those of its sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text import sentences_of
from retold.text.bodies import body_of

PARAGRAPHS = [
    "The ministers met in Geneva on Monday, for the first time since the fall of the old government. They agreed on "
    "little, and dined apart.",
    "“We came to listen, and we have listened for nine hours without a break,” said Mr. Osei, the envoy of Ghana.",
    "Bread was short in the valley.",
    "Will they meet again?",
    "The envoy of Norway, who had asked for the meeting, left by the back door; his car had been waiting there, with "
    "its engine running, since the early afternoon, reporters who stood at the gate of the villa on the lake said. "
    "Nobody saw him smile.",
]
HEADINGS = [
    "A cold winter for trade",
    "What the treaty says about missiles",
    "TWO MAYORS, ONE BRIDGE",
    "## Next",
]
FURNITURE = [
    "File photo: Ministers at the table.",
    "Photo by Anna Weiss",
    "Ministers arrive in Geneva. Credit Anna Weiss for Example News",
    "Follow us on Twitter and Facebook.",
    "Sign up for our newsletter.",
    "Read more: What the treaty says",
    "© 2022 Example News. All rights reserved.",
    "Advertisement",
    "* * *",
]
NEWS = st.lists(st.sampled_from(PARAGRAPHS + HEADINGS + FURNITURE), max_size=12)


def body_of_sentences(text: str) -> list[str]:
    return " ".join(part.text for part in sentences_of("", text) if part.kind == "body").split()


def words(lines: list[str]) -> list[str]:
    return " ".join(lines).split()


@given(NEWS, st.sampled_from(["\n", "\n\n", " \r\n\n"]))
def test_the_body_is_that_of_the_sentences(paragraphs: list[str], between: str) -> None:
    text = between.join(paragraphs)
    assert words(body_of(text)) == body_of_sentences(text)


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_news_is_body(paragraph: str) -> None:
    assert body_of(f"{paragraph}\n\n{PARAGRAPHS[0]}") == [paragraph, PARAGRAPHS[0]]


@pytest.mark.parametrize("paragraph", HEADINGS + FURNITURE)
def test_what_stands_around_the_news_is_not(paragraph: str) -> None:
    assert body_of(f"{PARAGRAPHS[4]}\n\n{paragraph}\n\n{PARAGRAPHS[0]}") == [PARAGRAPHS[4], PARAGRAPHS[0]]


def test_a_heading_needs_text_after_it() -> None:
    text = "\n\n".join([PARAGRAPHS[4], HEADINGS[0], HEADINGS[1], FURNITURE[3]])
    assert body_of(text) == [PARAGRAPHS[4], HEADINGS[1]]


def test_a_line_of_two_sentences_without_a_final_mark_is_no_heading() -> None:
    assert (
        body_of(f"He left early. Nobody knows why\n\n{PARAGRAPHS[4]}")[0] == "He left early. Nobody knows why"
    )


def test_a_caption_run_into_the_news_is_cut_off() -> None:
    news = f"FILE - Ministers at the table, May 5, 2019. {PARAGRAPHS[4]}"
    assert words(body_of(news)) == body_of_sentences(news)


def test_lines_broken_for_their_width_are_put_together() -> None:
    wrapped = "The ministers met in Geneva on Monday and agreed on\nlittle, they said. They dined apart, and the\nband"
    assert body_of(f"{wrapped} played on.") == [
        "The ministers met in Geneva on Monday and agreed on little, they said. They dined apart, and the band "
        "played on."
    ]


@pytest.mark.parametrize("text", ["", "\n\n", " \u200b ", "Advertisement", "* * *\n\nShare this article"])
def test_without_news_there_is_no_body(text: str) -> None:
    assert body_of(text) == []


LETTERS = st.sampled_from(list("abM.!?”“\"'#*: \n\r\u2028\x00\ud800中。é"))


@given(st.text(LETTERS) | st.text())
def test_a_body_has_nothing_that_the_text_has_not(text: str) -> None:
    left = iter(text)
    assert all(letter in left for letter in "".join(words(body_of(text))))
