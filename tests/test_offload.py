"""What a GPU changes is computed twice; here there is none."""

from contextlib import closing

import pytest
from click.testing import CliRunner

from agent.evaluation import offload
from agent.models.native import supports_gpu


@pytest.mark.skipif(supports_gpu(), reason="this llama.cpp uses a GPU")
def test_without_a_gpu_it_says_so_and_computes_nothing() -> None:
    run = CliRunner().invoke(offload.main, ["--gpu", "20"])
    assert run.exit_code == 1 and "README" in run.output and "scores" not in run.output


def test_every_sentence_is_scored_for_every_question_and_text_is_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(offload, "TIMES", 1)
    monkeypatch.setattr(offload, "WRITTEN", 8)
    sentences = offload.read_sentences()[:4]
    with closing(offload.load(None, "off")) as model:
        scores, text = offload.compute(model, sentences)
        assert model.layers_on_gpu == 0
    assert len(scores) == len(offload.QUESTIONS) * 4 + 3 and text
    assert f"{len(scores)} scores" in capsys.readouterr().out
