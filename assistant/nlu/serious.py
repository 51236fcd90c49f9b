"""Serious signs, in three tiers: not coping, danger to oneself, others at risk.

The tiers are those of the set's coaching rules: ordinary strain, figures of speech and jokes are
none of them. A sign is noticed by plain words for it, or by the model when it is sure, or by both
together when each alone would not do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.nlu.clauses import Span, clauses
from assistant.nlu.mixed import Model
from assistant.nlu.reading import ANSWER, SERIOUS, Reading
from assistant.nlu.wording import cut, plain, words

SURE: Mapping[str, float] = {"danger": 0.75, "not_coping": 0.75, "others_at_risk": 0.8}
"""Probability from which the model alone is believed of the whole text."""
SURE_OF_A_PART = 0.97
"""Probability from which it is believed of one clause, torn from the rest."""
LIKELY: Mapping[str, float] = {"danger": 0.0, "not_coping": 0.15, "others_at_risk": 0.5}
"""Probability by the model without which plain words are not believed: they may be a quotation, or
news of others."""

_ME = r"(?:me|myself|my ?self)"
_I = r"(?:i|i'm|i've|i'd|im|ive|id|i have|i am|i keep|i just|i really)"
_LATELY = (
    r"(?:every (?:single )?(?:day|night|morning|shift)|all the time|most (?:days|"
    r"nights|mornings)|at work|lately|again)"
)

LIKELY_HINTED: Mapping[str, float] = {"danger": 0.45, "not_coping": 0.6, "others_at_risk": 0.36}
"""Probability from which the model is believed where a word such as "tablets" stands by it."""

SUSPICION = 0.1
"""Probability by the wording alone from which a part of a text is read."""
MOST_PARTS = 4
SHORTEST_PART = 4
SURE_BEFORE = 0.7

PLAIN_WORDS: Mapping[str, re.Pattern[str]] = {
    "danger": re.compile(
        r"\b(?:stop|not|without|imagine|imagining|like to|"
        r"want to) (?:not )?exist(?:ing)?\b|\bnot existing\b|"
        r"\b(?:tired|sick|had enough|done|weary) (?:of|with) (?:life|living|being alive|"
        r"being here|this world)\b|"
        r"\blife (?:isn't|is not|ain't|not) (?:worth|for me)\b|\bnot worth living\b|"
        r"\b(?:be )?rid of me\b|"
        r"\bwhat's the point (?:of|in) (?:carrying on|going on|living|me|being here)\b|"
        r"\b(?:only|one|no other) way out\b.*\b(?:dead|die|box|end|permanent|me)\b|"
        r"\bwrong side of the (?:rail|bridge|barrier)\b|"
        r"\b(?:taken|took|take|swallow\w*) (?:all |too many|a whole load|a load|"
        r"the lot of|every one of)(?: \w+){0,3} (?:tablets|pills|paracetamol|insulin)\b|"
        r"\b(?:tablets|pills|paracetamol|blade|knife|scalpel|rope|shotgun|"
        r"razor)\b.*\b(?:on purpose|to my|thinking (?:of|about|it)|think about them|"
        r"begun to think|my (?:wrists?|arms?|thighs?))\b|"
        r"\b(?:walk|walking|go|step|stepping) into the (?:sea|river|traffic|road|"
        r"water)\b|\bask god to take me\b|\btaken in the night\b|"
        r"\bthinking (?:about|of) ending\b|\b(?:i'll|i will|"
        r"i) (?:\w+ )?(?:have )?end(?:ed)? it\b|\bwant away from this world\b|"
        r"\bkill(?:ing)? (?:my ?self|me self)\b|\bkms\b|\bsuc?i[cs]id(?:e|al)$|"
        r"\bdoing my ?self in\b|\bbetter off deid\b|"
        r"\b(?:i'm|i am|im|feel(?:ing)?|been|get|getting) (?:\w+ )?(?:suicid|sucidal)\w*|"
        r"\b(?:think\w*|thought\w*|finkin\w*) (?:of|about|abt) (?:\w+ )?(?:suicide|"
        r"suiside|sucide|ending (?:it|things|my)|"
        r"killing|hanging|hurting|harming|cutting|not being here|driving into|jumping|"
        r"dying|death)\b|"
        r"\bcommit(?:ting)? suicide\b|\btake my (?:own )?life\b|\btaking my (?:own )?life\b|"
        r"\bend(?:ing)? (?:my|this) life\b|\bend(?:ing)? it all\b|\bend it (?:tonight|"
        r"today|soon|myself)\b|"
        r"\b(?:don't|dont|do not|didn't|not|no longer|stopped) want(?:ing|"
        r"ed)? to (?:live|be alive|be here any ?more|exist|wake up|"
        r"be around|carry on living|go on living|be here)\b|"
        r"\b(?:wish|wished|hope|hoping|rather|sooner) (?:that )?(?:i|i'd|i was|"
        r"i were) ?(?:just )?(?:was |were |be |"
        r"could |had |would )?(?:dead|never (?:been )?born|not wake|don't wake|"
        r"didn't wake|not woken|not waking|disappear for good|not be here|wasn't here)\b|"
        r"\bnot wak(?:e|ing) up\b|\bnever wak(?:e|ing) up\b|\b(?:better|"
        r"best) off (?:without me|dead|if i)\b|\bif i (?:was|were) (?:dead|gone|not here|"
        r"not around)\b|"
        r"\b(?:hurt|hurting|harm|harming|cut|cutting|burn|burning|starv\w+|hang|hanging|"
        r"drown|drowning|shoot|poison\w*|scratch\w*|hit\w*|punch\w*) my ?self\b|"
        r"\b(?:cut|cutting|slit\w*|burn\w*) my (?:\w+ )?(?:arms?|wrists?|legs?|thighs?|"
        r"skin)\b|\b(?:my|i|i've been|been|i'm) self[- ]?harm\w*|"
        r"\b(?:no|any|see the|much) (?:point|reason) (?:in |to |of )?(?:living|"
        r"being alive|being here|live|going on living|go on living|me being)\b|"
        r"\bnothing (?:left )?to live for\b|\b(?:overdos\w+|od on|take all (?:the|"
        r"my) (?:tablets|pills)|enough (?:tablets|pills))\b|"
        r"\b(?:saving|saved|counting|counted|stockpil\w+|hoarding|got) (?:up )?(?:my |"
        r"the |some |enough )?(?:tablets|pills|paracetamol)\b|"
        r"\b(?:i'm|i am|im|not|isn't|don't feel|"
        r"never) (?:not )?(?:really )?safe (?:in (?:it|my (?:own )?head)|with my ?self|"
        r"from my ?self|on my own|alone)\b|"
        r"\bnot safe (?:with myself|to be (?:alone|on my own|left))\b|"
        r"\bdon't trust myself (?:not to|to be|alone|on)\b|"
        r"\bdo something (?:stupid|silly|daft) to my ?self\b|\bdo (?:away with|"
        r"myself in)\b|\btop(?:ping)? my ?self\b|\bmake away with\b|"
        r"\b(?:painless|easy|quick(?:est)?) ways? to (?:go|die|do it)\b|\bways? to (?:die|kill)\b|"
        r"\b(?:written|wrote|writing) (?:\w+ ){0,4}(?:suicide |goodbye )(?:note|"
        r"letter)s?\b|\bsuicide note\b|"
        r"\bsaid? goodbye to (?:the|my) (?:kids|children|boys|girls|wife|husband|"
        r"family)\b|\bwas saying goodbye\b|"
        r"\b(?:jump(?:ing)?|throw(?:ing)? my ?self|step(?:ping)?) (?:off|in front of|"
        r"under|from)\b(?=.*\b(?:bridge|train|roof|car|lorry|bus|platform|building|"
        r"cliff)\b)|"
        r"\bdriv(?:e|ing) (?:the car |it |myself )?(?:into|off) (?:a|the) (?:wall|tree|"
        r"bridge|river|road|lorry|cliff|central)\b|"
        r"\bwrapp?(?:ed|ing)? the car (?:a)?round\b|\bnot (?:to )?(?:come|"
        r"coming) back down\b|\bbeen thinking of (?:ending|dying)\b|"
        r"\b(?:i want|i wanted|want|wanted|wanting|ready) to die\b|\bi(?:'d|"
        r" would) (?:rather|sooner) be dead\b|\bput my affairs in order\b|"
        r"\bgot a (?:plan|date|rope|method) (?:and|to|for|in)\b|"
        r"\b(?:a|the|my|got) (?:rope|noose|razor|blade) (?:in|ready|thinking|and)\b|"
        r"\bpast (?:helping|caring if i)\b|"
        r"\bwant (?:it all|everything|the pain) to (?:stop|end)\b|\bwouldn't (?:care|"
        r"mind) if i (?:died|didn't wake|never woke|got hit)\b|"
        r"\bcan't (?:stay|be) alive\b|\btried to (?:kill|end|hang|drown) (?:it|myself|"
        r"my life)\b|\bend of (?:it|me) tonight\b"
    ),
    "not_coping": re.compile(
        r"\b(?:can't|cannot|can not|cant|couldn't|not able to|unable to) (?:really |"
        r"just )?(?:cope|go on(?= like| with this| any| much|$|[.,!])|carry on like this|"
        r"keep going|"
        r"do this any ?more|take (?:any ?more|(?:it|this) (?:any|no) ?more|(?:it|"
        r"this) any longer)|stop (?:crying|cryin|shaking)|get out of bed|face (?:another|"
        r"going in|it any)|function)\b|"
        r"\b(?:not|isn't|aren't|am not|stopped) (?:really |actually )?coping\b|"
        r"\bhow much longer i can\b|"
        r"\b(?:nervous|mental|having a|had a|heading for a|near a|"
        r"a complete) breakdown\b|\bbreaking point\b|\bfalling (?:apart|to pieces)\b|"
        r"\bpanic attacks?\b|\b(?:been |me |was |got |"
        r"i'm )signed (?:me )?off?\b(?: (?:sick|twice|again|work|with|for|by)|$)|"
        r"\boff (?:work )?(?:sick )?with (?:stress|depression|anxiety)\b|"
        r"\b(?:he|she|they|boss|manager|head|colleague|deputy|chair|partner)(?:'s| is|"
        r" are|'re| has been| have been| keeps?)?(?: \w+)? (?:bull(?:y|ies|ying|ied)|"
        r"humiliat\w+|harass\w+|intimidat\w+|belittl\w+|threaten\w*|hits?|hitting|"
        r"screams? at|screaming at|scream(?:ed)? at) me\b|"
        r"\bi(?:'m| am|'ve been|m) (?:being |getting |been )?(?:\w+ly )?(?:bullied|"
        r"harassed|humiliated)\b|\b(?:being|get|getting|got) (?:\w+ly )?(?:bullied|"
        r"harassed|humiliated|picked on) (?:by|at|every|and|for)\b|"
        r"\b(?:stopped|not been|haven't been|can't|not|hardly) (?:eating|sleeping|eat|"
        r"sleep)\b(?=.*\b(?:work|shak|can't|weeks|eat|sleep|ill|weight)\b)|"
        r"\bchest (?:hurts|pains?|tight\w*|is tight)\b|\b(?:crying|cry|cried|tears|"
        r"sobbing|sob|weeping|being sick|throwing up|vomit\w*|shaking) (?:\w+ ){0,5}"
        + _LATELY
        + r"|\bcry(?:ing)? my ?self to sleep\b|\b(?:really|i'm|am|definitely|"
        r"so) not (?:fine|ok|okay|alright|all right|well)\b|\bi don't (?:know|"
        r"recognise) who i am\b|"
        r"\b(?:completely|totally|utterly|so) alone with\b|\bi'm (?:drowning|going under|"
        r"broken|at rock bottom|in bits|in pieces|a wreck|burnt out|burned out)\b|"
        r"\b(?:burn(?:t|ed)|burning) out\b(?=.*\bi\b)|\bclinically depressed\b|\b(?:i'm|"
        r"i am|been|feel|so) (?:\w+ )?(?:depressed|hopeless|worthless|desperate)\b|"
        r"\b(?:anti ?-?depressants?|diazepam|sertraline|citalopram|beta blockers)\b|"
        r"\bdrink(?:ing)? (?:\w+ ){0,4}(?:to (?:cope|sleep|get through)|every night)\b|"
        r"\blosing my mind\b|\bgoing mad\b|\bmaking me (?:ill|unwell)\b|\bmade me (?:ill|"
        r"unwell)\b|(?<!i'm )(?<!say )\bill with (?:stress|worry)\b|"
        r"\bneed help,? not with the question\b|"
        r"\bi (?:think i )?need (?:to see (?:a doctor|someone)|professional help)\b|"
        r"\bcan't breathe\b|\bafraid (?:to go|of going) (?:in|to work|home)\b|"
        r"\bscared to (?:go|come) (?:in|to work)\b"
    ),
    "others_at_risk": re.compile(
        r"\b(?:abus(?:e|es|ed|ing|ive)|neglect(?:ed|ing|s)|molest\w*|assault\w*|grooming|"
        r"groomed|inappropriately touch\w*|touch\w* (?:her|him|them|kids|children|pupils|"
        r"patients))\b|"
        r"\b(?:hit|hits|hitting|slap\w*|punch\w*|kick\w*|pinch\w*|drag\w*|beat\w*|"
        r"chok\w*|shak\w*|sedat\w*|rough with|tied|ties|tying|lock\w*|scream\w* at|"
        r"hurt(?:s|ing)?|starv\w+|"
        r"shout\w* at) (?:\w+ )?(?:a |the |an |his |her |our |my |"
        r"their )?(?:\w+ )?(?:residents?|patients?|child(?:ren)?|kids?|pupils?|boys?|"
        r"girls?|bab(?:y|ies)|bairns?|old (?:lady|man|people)|clients?|"
        r"prisoners?|service users?|year old|students?|toddlers?|them|mothers?|dad|mum)\b|"
        r"\bsafeguarding (?:concern|issue|matter|disclosure)\b|\b(?:fraud|fraudulent|"
        r"defraud\w*|embezzl\w*|brib\w+|backhanders?|money launder\w*|cooking the books|"
        r"false invoices)\b|"
        r"\b(?:falsif\w+|fiddl\w+|forg(?:ed|ing)|fak(?:ed|ing)|backdat\w+|doctor(?:ed|"
        r"ing)|chang(?:ed|ing)|alter(?:ed|ing)|shredd?\w*|re-?writ(?:e|ing|ten)|rewrote|"
        r"destroy\w*) (?:\w+ ){0,2}"
        r"(?:the |patient |her |his |their |medical |care |expenses?|books|accounts|obs|"
        r"risk )?(?:records?|notes|charts?|invoices?|assessments?|results|answers|forms|"
        r"signatures?|logs?|paperwork|timesheets?|claims|figures|data)\b|"
        r"\b(?:cover(?:ed|ing)?|hush(?:ed|ing)?) (?:it |this |that |things |them )?up\b|"
        r"\bcover-?up\b|\b(?:steal\w*|stole|stolen|nicking|pocketing|helping (?:him|her|"
        r"them)sel(?:f|ves) to|taking) (?:\w+ ){0,3}"
        r"(?:money|cash|morphine|fentanyl|drugs?|medication|meds|tablets|pills|"
        r"controlled|petty cash|funds?|from (?:the|residents|patients|clients))\b|"
        r"\bmoney'?s? (?:is |has been |been )?(?:going )?(?:missing|disappear\w+)\b|"
        r"\b(?:drunk|smell\w* of (?:drink|alcohol)|high) (?:on (?:duty|shift)|at work|"
        r"and (?:operat|driv|treat)\w*)\b|"
        r"\bsomeone(?:'s| is) going to (?:die|be killed|get killed)\b|\b(?:wrong (?:drug|"
        r"dose|blood|medication)|overdosed a)\b|\bchild (?:is )?(?:at risk|in danger|"
        r"being hurt)\b|"
        r"\b(?:bruises?|marks|burns) (?:on|all over|round|around) (?:his|her|their|a|"
        r"the)\b|\btraffick\w+\b|\bkept like (?:a )?slaves?\b|\bleft in (?:wet|soiled|"
        r"their own)\b|\bdisclosed (?:to me )?that\b"
    ),
}
"""What says it plainly, a pattern a tier."""

FIGURES = re.compile(
    r"\b(?:career|political|professional|commercial|financial|social) suicide\b|"
    r"\bsuicide (?:prevention|watch|risk|policy|training|"
    r"rates?|audit|awareness|strategy|statistics|bereave\w*)\b|\b(?:self[- ]?harm|"
    r"safeguarding|abuse|fraud|neglect) (?:policy|training|lead|team|prevention|"
    r"awareness|rates|course|checks?|audit|nurse|unit|department|officer|meetings?|"
    r"referrals?|cases?)\b|\bkilling (?:me|us|it|time|two)\b|"
    r"\bdying (?:for|to|of (?:boredom|embarrassment))\b|\b(?:could|i'd|"
    r"gonna) (?:murder|kill|strangle|throttle) (?:a|him|her|them|the|for)\b|"
    r"\b(?:can't|cannot|couldn't|can) cope with (?:that|the|this|a|"
    r"another) (?:\w+ )?(?:spreadsheet|form|system|printer|software|noise|computer|"
    r"photocopier|heat)\b|"
    r"\b(?:drug|substance|alcohol) abuse (?:service|team|clinic|worker)\b|"
    r"\bcoping (?:strateg|mechanism|skill)\w*"
)
"""What sounds like a sign and is none: taken out before the words are looked at."""

HINTS = re.compile(
    r"\b(?:die|dead|deid|death|dying|alive|exist\w*|suicid\w*|tablets|pills|"
    r"paracetamol|amitriptyline|bridge|viaduct|cliffs?|"
    r"rail(?:way)?|platform|river|canal|reservoir|kerb|roof|rope|beam|knife|knives|"
    r"blade|scalpel|shotgun|wrists?|cuts?|cutting|goodbye|be gone|"
    r"(?:not|never|don't|doubt)(?: \w+){0,4} here|take me|end(?:ed)? it|over with|without me|"
    r"rid of me|any longer|(?:no|any) more|cry\w*|cried|sob\w*|weep\w*|tears|"
    r"doctor|gp|nerves|depress\w*|breakdown|breaking|broken|medication|nurse|"
    r"health team|crisis|drinking|vodka|whisky|wine|bottle|shak\w+|"
    r"ill|unwell|poorly|sick|exhaustion|frightened|scared|afraid|terrified|in (?:a|"
    r"such a|too much of a) state|numb|managing|can't manage|"
    r"(?:haven't|don't|not|stopped) (?:eat\w*|sle\w+)|bully\w*|bullied|pathetic|"
    r"useless|names|dread|hopeless|pieces|help)\b"
)
"""Words that say nothing alone, and confirm a model that suspects."""
HARM = re.compile(
    r"\b(?:beat\w*|hit\w*|hurt\w*|attack\w*|shoot\w*|stab\w*|guns?|knife|knives|weapons?|"
    r"forg(?:ed|ing|ery)|fak(?:ed|ing)|signed|signing|inspect\w*|certificates?|unsafe|"
    r"(?:sleeping|slept|sex|relationship) with|under ?age\w*|sixth formers?|"
    r"bank (?:card|details)|pin|emptying|emptied|stealing|stole|drunk|drugs?|illegal\w*|"
    r"lied|lying|hid(?:den|ing)?|cover\w*|starved|beaten|locked|bruis\w*)\b"
)
"""The same for the tier of others at risk."""

_TOLD_OF_OTHERS = re.compile(
    r"\b(?:patients?|pupils?|clients?|residents?|staff|prisoners?|students?|tenants?|"
    r"people|families|carers?|nurses?|teachers?|he|she|they|some of (?:them|the)|"
    r"the (?:lad|girl|boy|woman|man)|officers?|colleagues?|my (?:wife|husband|deputy|"
    r"sister|brother|son|daughter|mother|father))"
    r"(?: \w+){0,3}? (?:can't|cannot|couldn't|aren't|isn't|not|were|are|is|was|been|"
    r"getting|say\w*|have|had|has|who)\b"
)
"""Somebody else is the one who is not coping: not the member's own sign."""


@dataclass(frozen=True)
class Sign:
    """A serious sign: its tier, how sure it is (0 to 1), and the plain answer said before it."""

    tier: str
    confidence: float
    before: str


def notice(text: str, whole: Reading, model: Model) -> Sign | None:
    """Return the sign that a text holds, or None; parts of it are read only if there is cause."""
    parts = _suspicious(text, whole, model)
    readings = model.read([part.text for part in parts])
    found = serious_sign(text, [whole, *readings])
    if found is None:
        return None
    return Sign(*found, before=_before(text, parts, readings, model))


def _suspicious(text: str, whole: Reading, model: Model) -> list[Span]:
    """Return the clauses that may hold a sign, at most `MOST_PARTS`."""
    parts = [part for part in clauses(cut(text)) if len(words(part.text)) >= SHORTEST_PART]
    if len(parts) < 2:
        return []
    shares = [
        sum(_of(Reading("", glance)).values())
        for glance in model.glance([part.text for part in parts])
    ]
    order = sorted(range(len(parts)), key=lambda index: -shares[index])[:MOST_PARTS]
    return [parts[index] for index in sorted(order) if shares[index] >= SUSPICION]


def _before(text: str, parts: Sequence[Span], readings: Sequence[Reading], model: Model) -> str:
    """Return what was said before the first part that holds the sign, if it is an answer."""
    signs = [
        part
        for part, reading in zip(parts, readings, strict=True)
        if serious_sign(part.text, [reading])
    ]
    head = cut(text)[: signs[0].start].strip() if signs else ""
    if not words(head):
        return ""
    (reading,) = model.read([head])
    is_answer = reading.shares.get(ANSWER, 0.0) >= SURE_BEFORE and not serious_sign(head, [reading])
    return head if is_answer else ""


def serious_sign(text: str, readings: Sequence[Reading]) -> tuple[str, float] | None:
    """Return the tier of a sign in the text and how sure it is, or None.

    `readings` are the model's, of the whole text and of parts of it.
    """
    low = FIGURES.sub(" ", plain(text))
    said = [tier for tier, pattern in PLAIN_WORDS.items() if _says(tier, pattern, low)]
    model = _strongest(readings)
    tier = max(model, key=lambda name: model[name])
    total = max((sum(_of(reading).values()) for reading in readings), default=0.0)
    plainly = next((name for name in said if _support(name, readings) >= LIKELY[name]), None)
    if plainly is not None:
        return plainly, max(total, SURE[plainly])
    hints = HARM if tier == "others_at_risk" else HINTS
    return (tier, total) if _is_believed(tier, total, readings[0], hints.search(low)) else None


def _support(tier: str, readings: Sequence[Reading]) -> float:
    """Return what the model makes of the whole, and of the parts that hold the words for a tier."""
    whole, *parts = readings
    held = [part for part in parts if _says(tier, PLAIN_WORDS[tier], plain(part.text))]
    return max(sum(_of(reading).values()) for reading in (whole, *held))


def _is_believed(tier: str, total: float, whole: Reading, hinted: object) -> bool:
    """Tell whether the model is believed where no plain words are said."""
    bar = (LIKELY_HINTED if hinted else SURE)[tier]
    return sum(_of(whole).values()) >= bar or total >= SURE_OF_A_PART


def _says(tier: str, pattern: re.Pattern[str], low: str) -> bool:
    if tier != "not_coping":
        return bool(pattern.search(low))
    return any(
        not _TOLD_OF_OTHERS.search(_sentence(low, found.start(), found.end()))
        for found in pattern.finditer(low)
    )


def _sentence(low: str, start: int, end: int) -> str:
    before = re.split(r"[.!?;]", low[:start])[-1]
    return before + low[start:end]


def _strongest(readings: Iterable[Reading]) -> dict[str, float]:
    strongest = dict.fromkeys(sorted(SERIOUS), 0.0)
    for reading in readings:
        for tier, share in _of(reading).items():
            strongest[tier] = max(strongest[tier], share)
    return strongest


def _of(reading: Reading) -> dict[str, float]:
    return {tier: reading.shares.get(tier, 0.0) for tier in SERIOUS}
