"""Training: how the adapter came about that makes the bundled model a reranker (`agent/models/reranker.gguf`).

Nothing here is needed to use Concord. `python -m agent.training.sets FOLDER EXAMPLES.jsonl` makes examples of public
sets, `python -m agent.training EXAMPLES.jsonl ADAPTER.gguf` trains an adapter on them (`pip install -e ".[training]"`,
and a GPU: 46,000 examples take a CPU of two cores days). `python -m agent.training.stories` makes examples of made-up
stories, `python -m agent.training.texts` of real texts, and `--begin` goes on from an adapter.

The adapter that comes with Concord was trained in seven courses. The first was on half of SQuAD 2.0's development set
(6,078 questions, 3,168 of them unanswerable; CC BY-SA 4.0), SelQA's development and test sets (2,375; Apache-2.0),
part of QAMR's (9,955; MIT), sentences and questions of SQuAD 1.1 as Du et al. (2017) split them (22,447; CC BY-SA
4.0), claims of Climate-FEVER and of FEVER's symmetric set (CC BY-SA 3.0) asked as questions (2,955), and 2,439
questions of these with a name or number exchanged: three quarters of an epoch in 5.5 minutes on half an H200. Climate-
FEVER is published without a licence. No text of theirs is in this project, and no question or story on which Concord
is calibrated or measured was among them.

The second course went on from there with the 288 made-up stories in `reports/` (2,600 questions: which sentences
answer, and which tell it otherwise than a statement does) and 2,180 questions of the first: 0.54 of an epoch in 47
minutes on two cores, at a rate of 4e-4, without dropout, the six lowest layers left as they were, all passages of a
question in one sequence. The stories were made up by a language model for this, in the manner of those of
`tests/gold/sides`, which none of its runs had seen.

The third course was for questions that nothing answers although a sentence is near: ten more about each story, in pairs
of the same form of which one is answered and one is not, by the same kind of author (2,880, all taken), with 1,824
examples of the second course and 1,614 questions of the first: .93 of an epoch in 46 minutes at a rate of 3e-4, else as
the second. As too few of its questions for who did something had an answer, a fourth of 15 minutes followed, at 2e-4:
724 more (436 of them for who, two of three answered), with 267 of the pairs, 977 examples of the second course and 400
of the first.

The fifth course was for other answers in words of their own, which the model hardly told from the same answer, and for
the long sentences of real papers: 1,440 sentences, 1,152 of the stories and 288 of 144 texts of GUM, have two versions
each that agree and two that contradict, and on those texts there are 1,728 questions in pairs (`versions.py`,
`texts.py`), all by the same kind of author. They were taken with 484 questions of the third and fourth course, 915
examples of the second and 390 questions of the first: 7,411 examples, the versions and the texts' questions in part
twice, in 68 minutes at a rate of 3e-4, else as the second. Of GUM only texts are used that are in the public domain or
free with attribution (news, interviews, biographies, speeches, letters, essays, court opinions, travel guides,
textbooks and papers).

The sixth course was for what stands beside the best sentence and answers nothing, which the fifth had taken too often
for another answer: 6,773 of 12,502 examples, in 72 minutes at a rate of 3e-4, else as the second. Those were all 3,104
of the stories that tell what contradicts a statement, 1,897 of the versions, 1,778 on GUM's texts, 1,232 of the third
and fourth course, 840 questions of the second and 1,603 of the first, and for the first time 1,113 claims of FEVER in
pairs with their evidence, as COVID-Fact's repository has them (CC BY-SA 3.0), 353 of HealthVer (published without a
licence), and 582 questions of COVID-QA (Apache-2.0) or with a name of such a claim exchanged.

The seventh course went on from the sixth, for paraphrase: two reports that answer a question alike or contradict each
other and share hardly a word. 201 more made-up stories were written for it (`reports/i.jsonl` to `r.jsonl`, 2,014
questions and 1,005 sentences with their versions, by the same kind of author, most of two or three reports that
dispute four things). 26 of them, every eighth of the files i, r, j, k to q, were kept from it. It took 40,662 of
43,179 examples in 8 minutes on a quarter of an H200, at a rate of 6e-4, with dropout, all layers, batches of 8,000
tokens: the questions, contradictions and versions of the first 288 stories once and of the new ones twice, those on
GUM's texts, 7,000 claims of FEVER and HealthVer with evidence and statements of CondaQA (Apache-2.0) whose negation is
kept, reworded, moved or undone, and 7,000 other questions of those sets, of SelQA, QAMR and of Du et al. Three others
trained beside it: at half the rate (it learned less), and two that began anew, one of them of rank 32 (both much worse
at contradictions). It was taken for what it does on the 26 stories and on 120 of our questions; going on with it for
two more minutes made it worse.

What trained the second to seventh course computed the same as this code by other means; a test trains a few steps
with it where the extra is installed.
"""
