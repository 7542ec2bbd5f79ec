"""Drafts: only passages that the model was shown can be cited, and the shipped weights fit what is measured."""

from scripted import ScriptedModel

from agent.answer.draft import MOST_TOKENS, DraftSentence, fit_passages, make_grammar, parse_draft, write_draft
from agent.evidence.features import NAMES
from agent.evidence.judgement import JUDGED
from agent.evidence.weights import load_weights


def test_a_draft_is_read_with_its_citation_numbers() -> None:
    assert parse_draft("The dam broke. [2][1]\nNobody was hurt [1] and more") == [
        DraftSentence("The dam broke.", (2, 1)),
        DraftSentence("Nobody was hurt", (1,)),
    ]


def test_whole_passages_are_left_out_where_the_context_is_small() -> None:
    passages = ["word " * 60, "word " * 60, "word " * 60]
    roomy, tight = ScriptedModel(), ScriptedModel(context_size=MOST_TOKENS + 64 + 200)
    assert fit_passages(roomy, "Who?", passages) == passages
    fitting = fit_passages(tight, "Who?", passages)
    assert 0 < len(fitting) < len(passages)
    assert "".join(write_draft(ScriptedModel(context_size=MOST_TOKENS), "Who?", passages)) == ""


def test_the_grammar_admits_existing_numbers_only() -> None:
    assert make_grammar(2).endswith('number ::= "1" | "2"\n')


def test_the_shipped_weights_are_those_of_the_measured_features() -> None:
    weights = load_weights()
    assert weights.first.names == NAMES
    assert weights.second.names == (*NAMES, "relevance")
    judged = list(weights.answers.values())
    assert {linear.names for linear in judged} == {JUDGED}
