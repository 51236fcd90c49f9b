"""The closed lists of words that the sentence and its check rest on."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """Return the words of a list that is written with spaces."""
    return frozenset(words.split())


PRONOUNS = listed(
    """
    i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his
    himself she her hers herself it its itself they them their theirs themselves this that
    these those who whom whose which what whatever whoever someone somebody something anyone
    anybody anything everyone everybody everything one ones each other another both such there
    here
    """
)
DETERMINERS = listed("a an the this that these those my our your his her its their own")
PREPOSITIONS = listed(
    """
    of in on at by for from to with without about into onto over under up down off out through
    between among against across along around behind before after during since until till
    within upon towards toward like as than per via near beside besides beyond despite except
    instead rather because together wi o
    """
)
CONJUNCTIONS = frozenset(
    [
        "and",
        "or",
        "but",
        "so",
        "if",
        "when",
        "while",
        "where",
        "whether",
        "why",
        "how",
        "because",
        "since",
        "although",
        "though",
        "unless",
        "than",
        "then",
        "yet",
        "plus",
        "nor",
        "once",
        "until",
    ]
)
AUXILIARIES = listed(
    """
    be am is are was were been being have has had having do does did doing done 's 're 've 'm
    'd ca wo sha ai get gets got
    """
)

# Joining words that a sentence may use without the member having said them.
FREE = listed("want try keep need matter stop stops")

# Words that carry no content of their own. Negations, modals and quantities stand apart below.
FUNCTION = PRONOUNS | DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES

NEGATIONS = listed(
    """
    not n't never no nobody none nothing nowhere neither nor without cannot nowt hardly barely
    scarcely
    """
)
MODALS = {
    "can": "can", "ca": "can", "could": "can", "cannot": "can",
    "may": "may", "might": "may",
    "must": "must", "should": "should", "ought": "should", "shall": "should",
    "will": "will", "wo": "will", "would": "will", "'ll": "will", "'d": "will",
}  # fmt: skip
# How much or how many: a sentence that drops one of these no longer says what was said.
PROPORTIONS = listed("half most some few many several almost nearly hardly mostly quarter third")
# How many people, things and times are meant, each with the words that are as good. What denies
# them all may be said with another denial: "nobody has asked" of "I haven't asked anybody".
_EVERYBODY = listed("everybody everyone all every")
_SOMEBODY = listed("somebody someone")
INDEFINITES = {
    **dict.fromkeys(_EVERYBODY, _EVERYBODY),
    **dict.fromkeys(_SOMEBODY, _SOMEBODY),
    "everything": listed("everything all"),
    "something": listed("something"),
    "always": listed("always all every"),
    **dict.fromkeys(listed("nobody none nothing never nowt no"), NEGATIONS),
}
_TO_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip
NUMBERS = {
    word: str(value)
    for value, word in enumerate(_TO_TWENTY)
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70",
     "eighty": "80", "ninety": "90"}  # fmt: skip

# Words of blame; said of oneself they are candour, said of others they are judgement.
BLAME = listed(
    """
    lazy useless incompetent stupid idiot idiots hopeless pathetic moron morons clueless bully
    bullies liar liars toxic rubbish crap dim thick cowardly selfish jobsworth waster wasters
    dinosaur dinosaurs nightmare evil vile crazy mad
    """
)

# Written for speed, and read aloud as the full word.
ABBREVIATIONS = {
    "mgr": "manager", "mgrs": "managers", "yr": "year", "yrs": "years", "wk": "week",
    "wks": "weeks", "mth": "month", "mths": "months", "hrs": "hours", "mins": "minutes",
    "secs": "seconds", "dept": "department", "appt": "appointment", "appts": "appointments",
    "mtg": "meeting", "mtgs": "meetings", "approx": "approximately", "mgmt": "management",
    "fri": "Friday", "tues": "Tuesday", "weds": "Wednesday", "thurs": "Thursday",
    "feb": "February", "aug": "August", "sept": "September", "oct": "October",
    "nov": "November", "dec": "December",
    "ppl": "people", "bldg": "building", "pts": "patients",
}  # fmt: skip
# These can be short for several words: written out only where the member says the full word too.
AMBIGUOUS = {
    "pt": "patient", "hr": "hour", "min": "minute", "govs": "governors", "sec": "secretary",
    "docs": "doctors", "vols": "volunteers", "info": "information", "dr": "doctor",
}  # fmt: skip
# Short forms of words that carry no content: these are always written out.
SHORT_FUNCTION = {
    "&": "and", "w/o": "without", "b/c": "because", "bc": "because", "cos": "because",
    "coz": "because", "cuz": "because", "bcos": "because", "w/": "with",
    "em": "them", "'em": "them", "u": "you", "ur": "your", "tho": "though",
    "thru": "through", "w": "with", "wd": "would", "cld": "could", "shd": "should",
}  # fmt: skip

# Nouns that stand for a group and take "they".
GROUPS = listed(
    """
    committee team staff group family council board management ward parish department public
    police union class school church trust crew shift pair couple congregation company office
    production maintenance finance payroll dispatch security catering procurement timetabling
    reception housing leadership slt gang
    """
)
PERSONS = listed(
    """
    person people man men woman women boy girl lad lass lassie child children kid kids wean
    baby mum dad mother father brother sister son daughter wife husband partner friend mate
    neighbour colleague boss chief head deputy lead nurse doctor gp consultant surgeon midwife
    carer patient pt client resident tenant parent pupil student apprentice intern volunteer
    trustee governor vicar priest bishop curate clerk secretary receptionist assistant
    technician engineer fitter operator chef cook cleaner porter driver officer constable
    sergeant guard governor chair chairman chairwoman treasurer member guest customer user
    supplier staff team colleague registrar director ceo head nobody somebody everyone
    everybody folk adult prisoner candidate applicant learner graduate teenager elder stranger
    agent witness judge lady gentleman guy bloke specialist expert leader manager teacher
    worker coordinator coach supervisor adviser advisor doctor tutor editor author owner
    employer employee trainer trainee planner designer developer farmer player minister pastor
    vet cook rep aide host scout medic paramedic physio captain warden churchwarden bursar
    principal landlord landlady temp steward judge mayor monk nun dean trainee employee referee
    sister matron counsellor councillor practitioner senior junior
    """
)
# Given names that are words as well.
NAMES_AND_WORDS = listed(
    """
    amber april art basil bill bob carol chase cliff daisy dawn dean drew duke earl faith frank
    glen grace grant guy harry heather holly hope iris ivy jack jade jay joy ken kim kit lance
    lily mark max may miles nick olive pat pearl penny poppy ray rich rob robin rose roy ruby
    sandy sue victor violet ward warren will
    """
)
# In no dictionary of ours, or with a capital, and no names of people.
NO_NAMES = listed(
    """
    def nan nana gran granny grandma grandad grandpa papa mama mam mummy daddy nonno nonna god jesus
    christ allah lord teams zoom excel outlook facebook whatsapp google slack trello ofsted
    estyn unison healthwatch mon tue tues wed weds thu thur thurs fri sat sun jan feb mar apr
    jun jul aug sep sept oct nov dec nowt owt summat aye lass lassie wean bairn yin feart frit
    agm uni uber covid gonna wanna gotta dunno innit etc app admin onboarding rollout everyone
    anyone odp hca sencos icb nhs
    """
)
# What people do, and things do not.
DONE_BY_PEOPLE = listed(
    """
    eat drink tell agree talk listen know ask say sit ring use learn read write think speak decide
    see meet turn come believe understand care want try trust answer sign join teach
    """
)
# Nouns that say nothing about what a problem is about.
VAGUE = listed(
    """
    thing way time day week month year lot bit people person something anything nothing
    everything one other kind sort problem end point place part moment case year half number
    loads everyone everybody nobody somebody someone anyone fact reason rest minute hour
    morning evening night today tomorrow yesterday monday tuesday wednesday thursday friday
    saturday sunday
    """
)
DAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = listed("january february april june july august september october november december")

# Of these a person who names them as what stops them has too little.
RESOURCES = listed(
    "time money staff energy confidence support courage help cash funding resources space"
)
CLEARED = listed(
    """
    dunno unknown none nothing no yes maybe na n/a pass skip same idk unsure nope everything
    dno
    """
)
# Things of work of which there is one or more, so that they take an article.
COUNTED = listed(
    """
    rota list form system budget building template timetable computer contract phone room roof
    van bus boiler diary process policy website server printer shop depot office kitchen line
    machine waitlist spreadsheet inbox deadline agenda
    """
)
