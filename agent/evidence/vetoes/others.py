"""Others: sentences that tell what is asked, but of another bearer, period, time or side than the one asked about.

Or they tell nothing that is so: a condition, an order.
"""

from collections.abc import Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.question import Question
from agent.evidence.vetoes.amounts import tell_other_amounts
from agent.evidence.vetoes.bearers import bear_others
from agent.evidence.vetoes.conditions import tell_conditions
from agent.evidence.vetoes.directions import take_other_side
from agent.evidence.vetoes.groups import tell_other_groups
from agent.evidence.vetoes.orders import tell_orders
from agent.evidence.vetoes.ordinals import tell_other_ordinals
from agent.evidence.vetoes.passing import tell_of_passing
from agent.evidence.vetoes.periods import tell_other_periods
from agent.evidence.vetoes.qualifiers import tell_other_sorts
from agent.evidence.vetoes.quantities import tell_other_quantities
from agent.evidence.vetoes.rivals import tell_of_rivals
from agent.evidence.vetoes.speakers import tell_of_speakers
from agent.evidence.vetoes.studies import tell_of_other_studies


def tell_others(question: Question, candidates: Sequence[Candidate]) -> list[bool]:
    """Tell which sentences are of something else than what a question asks about."""
    told = (
        bear_others(question.text, candidates),
        tell_other_periods(question, candidates),
        tell_other_ordinals(question.text, candidates),
        tell_other_quantities(question, candidates),
        tell_of_passing(question, candidates),
        take_other_side(question, candidates),
        tell_other_groups(question, candidates),
        tell_other_sorts(question, candidates),
        tell_of_rivals(question.text, candidates),
        tell_of_other_studies(question, candidates),
        tell_of_speakers(question, candidates),
        tell_other_amounts(question, candidates),
        tell_conditions(question, candidates),
        tell_orders(question, candidates),
    )
    return [any(others) for others in zip(*told, strict=True)]
