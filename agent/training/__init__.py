"""Training: how the adapter came about that makes the bundled model a reranker (`agent/models/reranker.gguf`).

Nothing here is needed to use Concord. `python -m agent.training.sets FOLDER EXAMPLES.jsonl` makes examples of public
sets, `python -m agent.training EXAMPLES.jsonl ADAPTER.gguf` trains an adapter on them (`pip install -e ".[training]"`,
and a GPU: 46,000 examples take a CPU of two cores days).

The adapter that comes with Concord was trained on half of SQuAD 2.0's development set (6,078 questions, 3,168 of them
unanswerable; CC BY-SA 4.0), SelQA's development and test sets (2,375; Apache-2.0), part of QAMR's (9,955; MIT),
sentences and questions of SQuAD 1.1 as Du et al. (2017) split them (22,447; CC BY-SA 4.0), claims of Climate-FEVER and
of FEVER's symmetric set (CC BY-SA 3.0) asked as questions (2,955), and 2,439 questions of these with a name or number
exchanged: three quarters of an epoch in 5.5 minutes on half an H200. Climate-FEVER is published without a licence. No
text of theirs is in this project, and no question or story on which Concord is calibrated or measured was among them.
The code is that of this run, put in order afterwards; a test trains a few steps with it where the extra is installed.
"""
