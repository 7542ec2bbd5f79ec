"""The process of one system: it reads a task on its input, and answers with the outcome (pickles)."""

import os
import pickle
import sys
import time
from importlib import import_module

from agent.evaluation.comparison.task import Outcome, System, Task


def run(task: Task) -> Outcome:
    """Load the system, let it build its index, and ask it every question."""
    begun = time.perf_counter()
    import_module("agent.models.native")  # what it keeps llama.cpp from holds for whoever loads it in this process
    module, _, name = task.system.partition(":")
    system: System = getattr(import_module(module), name)(task)
    loaded = time.perf_counter()
    system.index()
    indexed = time.perf_counter()
    computed, answers = time.process_time(), []
    for question in task.questions:
        asked = time.perf_counter()
        answer = system.answer(question)
        answers.append((answer, time.perf_counter() - asked))
    return Outcome(tuple(answers), time.process_time() - computed, loaded - begun, indexed - loaded)


def serve() -> None:
    """Run the task that comes in; whatever a system prints goes to standard error."""
    with os.fdopen(os.dup(1), "wb") as output:
        os.dup2(2, 1)
        outcome = run(pickle.load(sys.stdin.buffer))
        pickle.dump(outcome, output, protocol=5)


if __name__ == "__main__":
    serve()
