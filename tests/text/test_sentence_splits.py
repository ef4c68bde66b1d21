"""Where sentences end: hard cases written by hand, and what must hold for every text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text import normal, sentence_key, sentences_of

# "|" marks where one sentence ends and the next begins.
ONE_PARAGRAPH = [
    # full stops and other marks
    "Talks began on Monday. | They ended on Friday.",
    "Will they meet? | Nobody knows! | The aides were silent.",
    "You did what?! | The room fell silent.",
    "The vote passed 6-3. | Two members were absent.",
    "Inflation fell to 3.5 percent in May. | It was 4.1 percent in April.",
    "Troops crossed the river: The bridge was gone.",
    "The first talks failed; The second ones did not.",
    "The army (it had lost a brigade.) | Then it withdrew.",
    "The ship sank (all were saved). | An inquiry was opened.",
    "The ministry agreed.[3] | A spokesman declined to comment.",
    # quotation marks
    '"We do not know," he said.',
    '"Go!" she said.',
    "“We will go.” he said.",
    '"Will you resign?" the reporter asked.',
    '"Will you resign?" Mr. Orlov asked.',
    '"Will you resign?" Irene Mbeki asked her deputy.',
    '"No war!" | Thousands marched through the town.',
    'He said: "It is over." | Then he left.',
    "He said: “It is over.” | Then he left.",
    "He said: ‘It is over.’ | Then he left.",
    "Er sagte: „Es ist vorbei.“ | Dann ging er.",
    "Er sagte: »Es ist vorbei.« | Dann ging er.",
    "Il a dit : « C’est fini. » | Puis il est parti.",
    "Он сказал: «Всё кончено». | Потом он ушёл.",
    '"We will go. | We will win," he said.',
    "“We will go. | We will win. | We will return,” he said. | “Wait for us.”",
    '"It is over." | "We know."',
    "“They said ‘never again.’” | The crowd cheered.",
    "“They said ‘never again.’ ” | The crowd cheered.",
    'He called it "a mistake. " | The court disagreed.',
    'The minister spoke of "dignity and bread." | Beijing did not reply.',
    "He spoke of “dignity and bread”. | Beijing did not reply.",
    # titles and initials
    "Mr. Lee met Dr. Anna Weiss. | Mrs. Lee did not.",
    "Lt. Col. Ivan Petrov and Gen. He Weidong spoke.",
    "Sen. Ruth Cole and Rep. Dan Pike met Gov. Ann Lowe.",
    "J. K. Rowling wrote it. | J.R.R. Tolkien did not.",
    "George W. Bush and D. Trump disagreed.",
    "The envoy, Robert S. Kowalski, arrived. | He left at once.",
    "SEN. ROTH: We object. | REP. PIKE: We do not.",
    "В. В. Путин прибыл. | А. С. Орлов уехал.",
    "Supporters chose Plan B. | The party kept Plan A.",
    # abbreviations that may end a sentence
    "They trained in the U.S. | The president welcomed them.",
    "It is what the U.S. President Joe Biden wants.",
    "The U.N. Security Council and the E.U. Commission met.",
    "He was born in Washington, D.C. | His parents were diplomats.",
    "The talks begin at 5 p.m. | The delegations arrive earlier.",
    "The talks begin at 5 p.m. Friday at the latest.",
    "The talks begin at 5 p.m. GMT in Geneva.",
    "The talks begin at 5 p.m. | Delegations arrive earlier.",
    "Acme Inc. Chief Executive Jo Park and Bolt Ltd. | But the deal failed.",
    "He holds a Ph.D. | He does not use it.",
    "Sen. Ruth Cole (D-Calif.) and Ann Lowe, R-Pa., agreed.",
    "She lives in St. Petersburg. | He lives on Main St. | They rarely meet.",
    "BANGOR, Me. — The ferry sank.",
    "They sell arms, trucks, etc. | Business is good.",
    # abbreviations that never do, or only before something other than a number
    "Some goods, e.g. Steel and i.e. Iron, are taxed.",
    "The case is Roe vs. Wade and Smith et al. | Others follow.",
    "M. Le Goff et Mme Roy sont venus. | Le ministre est resté.",
    "It hit No. 5 on the list. | No. | We will not sign.",
    "On Sept. 11 they met in Vol. 3 of Fig. 2.",
    "They met in Sept. | The treaty came later.",
    "Approx. 500 people, or ca. 20 percent, fled.",
    "Am 5. Oktober trafen sie sich. | Am 6. Oktober nicht.",
    "Das gilt z.B. Für Nr. 7 und Dr. Weber. | Mehr nicht.",
    "El Sr. Ruiz y la Sra. Gil llegaron. | No hablaron.",
    "Многие страны, т.е. Россия и Китай, согласны. | В 2022 г. Россия возражала.",
    # addresses
    "See www.example.org/a.b?c=d. | Write to press.office@example.org. | Thanks.",
    "The site news.example.com was down. | It is back.",
    # dots that trail off
    "Two ports... one harbour master between them.",
    "They waited... | And then they left.",
    "They waited… | And then they left.",
    "They waited … and then they left.",
    "“We must act. ... | We must win,” she said.",
    "... They waited. | They left.",
    "The treaty [...] and its annex were signed.",
    # numbered items
    "1. First we talk. | 2. Then we sign.",
    "(a) The parties agree. | (b) They sign.",
    # damaged text
    'said Mia Holm, of the port authority. more".',
    "It runs on Node.js and costs 5.Oder not.",
    "It was open until 11 p.m. , with many guests.",
    # other scripts
    "我们走。 | 他们留下！ | 为什么？ | 没有人知道。",
    "“我们走。”他说。 | 然后他离开了。",
    "「行こう。」 | それから彼は去った。",
    "हम जाएंगे। | वे रुकेंगे।",
    "هل تذهب؟ | لا أعرف. | ذهبوا، ثم عادوا.",
    "کیا وہ آئیں گے؟ | وہ آئیں گے۔ | ہم نہیں جانتے۔",
]


# The white space after a full stop was lost.
GLUED = [
    "Sanctions were lifted.|The ministry confirmed it.",
    "They left in 2022.|The rest stayed.",
    "“They lost.”|The rest is known.",
    'He said "They lost."|The rest is known.',
    'They lost.|"We know," he said.',
]


@pytest.mark.parametrize("marked", ONE_PARAGRAPH)
def test_a_paragraph_falls_into_its_sentences(marked: str) -> None:
    expected = [part.strip() for part in marked.split("|")]
    sentences = sentences_of("a", " ".join(expected))
    assert [sentence.text for sentence in sentences] == expected
    assert {sentence.paragraph for sentence in sentences} == {0}


@pytest.mark.parametrize("marked", GLUED)
def test_lost_white_space_does_not_join_sentences(marked: str) -> None:
    assert [s.text for s in sentences_of("a", marked.replace("|", ""))] == marked.split("|")


def test_chinese_needs_no_spaces_between_sentences() -> None:
    assert [s.text for s in sentences_of("a", "我们走。他们留下！")] == ["我们走。", "他们留下！"]


def test_blank_lines_separate_paragraphs() -> None:
    sentences = sentences_of("a", "One is here. Two is here.\n \n\nThree is here.\r\n\r\nFour is here.")
    assert [(s.sentence, s.paragraph) for s in sentences] == [(0, 0), (1, 0), (2, 1), (3, 2)]


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    sentences = sentences_of(
        "a", "Talks fail\nThe talks failed on Monday. Nobody signed.\nA new round is planned."
    )
    assert [s.paragraph for s in sentences] == [0, 1, 1, 2]


WRAPPED = """The two governments said on Monday that they would
resume the talks which had been broken off in spring
after a dispute over the border. Neither side named
a date.

A spokesman declined to comment.
"""


def test_hard_wrapped_lines_join() -> None:
    sentences = sentences_of("a", WRAPPED)
    assert [s.paragraph for s in sentences] == [0, 0, 1]
    assert sentences[1].text == "Neither side named\na date."


def test_equal_sentences_have_equal_keys_however_they_are_wrapped() -> None:
    wrapped = sentences_of("a", WRAPPED)[1]
    assert wrapped.sentence_key == sentence_key("Neither side named a date.")


@pytest.mark.parametrize("mark", ["•", "-", "*", "–", "1.", "2)"])
def test_items_of_a_list_are_sentences_without_a_full_stop(mark: str) -> None:
    text = f"{WRAPPED}\n{mark} talks in Geneva and\n{mark} talks in Vienna"
    assert [s.text for s in sentences_of("a", text)][-2:] == [
        f"{mark} talks in Geneva and",
        f"{mark} talks in Vienna",
    ]


def test_bullets_inside_a_line_separate_items() -> None:
    assert [s.text for s in sentences_of("a", "• Talks fail • Markets fall")] == [
        "• Talks fail",
        "• Markets fall",
    ]


def test_a_headline_is_a_sentence_of_its_own() -> None:
    sentences = sentences_of("a", "A cold winter for trade\n\nThe tariffs stay.")
    assert [s.text for s in sentences] == ["A cold winter for trade", "The tariffs stay."]


def test_a_text_without_words_has_no_or_one_sentence() -> None:
    assert sentences_of("a", " \n\t ") == []
    assert [s.text for s in sentences_of("a", " ... . ! ")] == ["... . !"]


pieces = [
    "U.S.",
    "Mr.",
    "5 p.m. ",
    ". ",
    "\n\n",
    *"aB9 .!?…\"'“”‘’«»()[]-–•:;,\n\r\u00a0\u200b。！”中د؟।@/#*&",
]
newsy = st.lists(st.sampled_from(pieces) | st.characters(), max_size=60).map("".join)


@given(newsy)
def test_every_visible_character_lies_in_exactly_one_sentence(text: str) -> None:
    covered = [0] * len(text)
    for sentence in sentences_of("a", text):
        for place in range(sentence.start, sentence.end):
            covered[place] += 1
    assert all(count == 1 for character, count in zip(text, covered, strict=True) if not character.isspace())
    assert max(covered, default=0) <= 1


@given(newsy)
def test_sentences_are_stripped_slices_in_order(text: str) -> None:
    sentences = sentences_of("a", text)
    assert [s.sentence for s in sentences] == list(range(len(sentences)))
    assert all(s.text == text[s.start : s.end] == s.text.strip() != "" for s in sentences)
    assert all(one.end <= two.start for one, two in pairwise(sentences))
    paragraphs = [s.paragraph for s in sentences]
    assert paragraphs == sorted(paragraphs)
    assert set(paragraphs) == set(range(len(set(paragraphs))))


@given(newsy)
def test_the_key_is_that_of_the_wording_alone(text: str) -> None:
    for sentence in sentences_of("a", text):
        assert sentence.sentence_key == sentence_key(sentence.text) == sentence_key(normal(sentence.text))


@pytest.mark.parametrize("marked", ONE_PARAGRAPH)
def test_no_sentence_splits_further_when_it_stands_alone(marked: str) -> None:
    for part in marked.split("|"):
        assert len(sentences_of("a", part)) == 1


@given(
    st.lists(st.sampled_from([part.strip() for row in ONE_PARAGRAPH for part in row.split("|")]), max_size=6)
)
def test_paragraphs_do_not_influence_each_others_ends(paragraphs: list[str]) -> None:
    sentences = sentences_of("a", "\n\n".join(paragraphs))
    assert [s.text for s in sentences] == paragraphs


MEGABYTE = 1_000_000
MONOTONOUS = [
    *[
        "a",
        ".",
        ". ",
        '"',
        '."',
        '. " ',
        "\n",
        "A. ",
        " ",
        ")",
        '!" ',
        "- ",
        "。",
        "1,000",
        "ab.Ab",
        "'",
        "«",
        "\u200b",
        "\u0301",
    ],
    *["a" + " " * 999, "U.S. " * 20, "a\n" * 5 + "\n", "• " + "a" * 40, "。”" + "中" * 20, '?" A' + "a" * 40],
]


@pytest.mark.parametrize("unit", MONOTONOUS)
def test_a_megabyte_of_anything_is_read(unit: str) -> None:
    """Backtracking would take hours on one of these, not seconds."""
    text = unit * (MEGABYTE // len(unit))
    sentences = sentences_of("a", text)
    assert sum(len("".join(s.text.split())) for s in sentences) == len("".join(text.split()))
