"""A wish to pass something on to the set, or more of it.

Read by its form: outside the release it is short and names the set, or it says nothing else.
"""

from __future__ import annotations

import re

from assistant.nlu.wording import plain, words

FEW_WORDS = 16

_BEFORE = (
    r"^(?:(?:um|er|oh|ok|okay|yes|yeah|no|so|and|actually|please|sorry|on second thoughts|"
    r"i've changed my mind)[, ]+)*"
    r"(?:(?:can|could|may|shall) (?:i|we|you)(?: please)? |"
    r"i(?:'d| would)? (?:want|like|love|wish) to |"
    r"i(?:'ll| will) |i forgot to |how (?:do|can) i |let me |let's |please )?"
)
_SHARE = r"(?:share|release|pass(?: \w+){0,6} on|pass on|give(?! me)|send(?! me)|let|show(?! me))\b"
_BARE = re.compile(
    rf"{_BEFORE}(?:share|release)(?: (?:more|it|that|this|something(?: (?:else|more))?|one more|"
    r"anything else|another(?: one)?|my (?:sentence|bid|(?:next |first |last )?step)))?"
    r"(?: (?:too|as well|again|anew|after all|now|then|please))*[.!?]*$"
)
_WITH_THE_SET = re.compile(
    rf"{_BEFORE}{_SHARE}.*\b(?:my|the|our) (?:learning |action learning )?set\b"
    r"(?:'s (?:meeting )?record)?(?: (?:see|have|know|read)\b.*)?(?:,? \w+){0,2}[.!?]*$|"
    r"^(?:\w+[, ]+){0,3}i(?:'d| would)? (?:want|like) (?:my|the|our) set to "
    r"(?:see|have|know|read)\b"
)
_AT_THE_CLOSE = re.compile(
    rf"{_BEFORE}(?:{_SHARE}|(?:i(?:'d| would)? (?:want|like) )?"
    r"(?:them|the (?:set|others|group)|my set) "
    r"(?:to |can |could |may )(?:see|have|know|read)\b)"
)


def asks_to_share(text: str, *, nothing_open: bool) -> bool:
    """Tell whether a short message asks to pass something on; in more words where none is open."""
    said = plain(text)
    if not 0 < len(words(said)) <= FEW_WORDS:
        return False
    wider = nothing_open and _AT_THE_CLOSE.search(said)
    return bool(_BARE.search(said) or _WITH_THE_SET.search(said) or wider)
