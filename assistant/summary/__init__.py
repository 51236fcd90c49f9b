"""From the answers of a worksheet to one sentence that the member would have written.

`draft` offers sentences, `shorter`, `about` and `not_that` change the offer, `check` compares any
sentence with what was said, `one_problem` asks gently whether it is one problem. Importing this
package loads no parser; the first call does.
"""

from __future__ import annotations

from assistant.summary.check import Check, Problem, check
from assistant.summary.concerns import Concern, one_problem
from assistant.summary.drafting import Candidate, Draft, about, draft, not_that, shorter
from assistant.summary.language import ParserMissing, load

__all__ = [
    "Candidate",
    "Check",
    "Concern",
    "Draft",
    "ParserMissing",
    "Problem",
    "about",
    "check",
    "draft",
    "load",
    "not_that",
    "one_problem",
    "shorter",
]
