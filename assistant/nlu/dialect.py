"""Words of Scots, and of the north of England, as the lists of signs spell them."""

from __future__ import annotations

import re

_WORDS = {
    "ah": "i",
    "ah'm": "i'm",
    "ah've": "i've",
    "ah'd": "i'd",
    "ah'll": "i'll",
    "masel": "myself",
    "mysel": "myself",
    "masell": "myself",
    "meself": "myself",
    "missen": "myself",
    "mesen": "myself",
    "himsel": "himself",
    "hersel": "herself",
    "naebody": "nobody",
    "deid": "dead",
    "greetin": "crying",
    "wid": "would",
    "widnae": "wouldn't",
    "wouldnae": "wouldn't",
    "cannae": "can't",
    "couldnae": "couldn't",
    "dinnae": "don't",
    "didnae": "didn't",
    "disnae": "doesn't",
    "havenae": "haven't",
    "isnae": "isn't",
    "wisnae": "wasn't",
    "nae": "no",
    "tae": "to",
    "intae": "into",
    "wi": "with",
    "oot": "out",
    "mair": "more",
    "bairn": "child",
    "bairns": "children",
    "wean": "child",
    "weans": "children",
}
_WORDS |= {
    f"{stem}in": f"{stem}ing"
    for stem in ("think", "topp", "end", "liv", "kill", "hang", "cutt", "feel", "go", "do", "cry")
}
_ANY = re.compile(
    rf"(?<![\w'])(?:{'|'.join(map(re.escape, sorted(_WORDS, key=len)[::-1]))})(?![\w'])"
)


def standard(low: str) -> str:
    """Return a text in lower case with these words in the spelling of the lists."""
    return _ANY.sub(lambda found: _WORDS[found[0]], low)
