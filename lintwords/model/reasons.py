"""Why a fix is not safe, and what a person is asked then: every reason by its key, in one table.

The words that people read stand in `rules/<language>/messages.toml`, in the language of the
finding: a clause that goes on after "by hand:". A fix holds those words, and no key. What a rule
itself says of its fixes stands in the pack (`by-hand`). Who asks for which reason, and in which
order: `fixes.safety`; what a sentence of a language gives reason to doubt: the grammar of that
language.
"""

from __future__ import annotations

# -- whose words they are
ANOTHERS = "fix-anothers"
SPOKEN = "fix-spoken"

# -- what the new words would be
STILL_FOUND = "fix-still-found"
AGAIN = "fix-again"
ONE_OF_TWO = "fix-one-of-two"
CROWDED = "fix-crowded"
KNOWS_BODY = "fix-knows-body"
SAYS_ELSE = "fix-says-else"
WORD_BEFORE = "fix-word-before"
PLURAL = "fix-plural"
WHOSE = "fix-whose"
TWO_POSSESSIVES = "fix-two-possessives"
POINTED_AT = "fix-pointed-at"
WHO_IS_MEANT = "fix-who-is-meant"
SAME_WORD = "fix-same-word"
AGREES = "fix-agrees"
ORDER = "fix-order"
AFTER_A_STOP = "fix-after-a-stop"

# -- what the file is
LINK_TITLE = "fix-link-title"
TITLE = "fix-title"
NAME = "fix-name"
DRAWN = "fix-drawn"
TABLE = "fix-table"

# -- what the sentence leaves open: who acted
UNSURE = "fix-unsure"
UNKNOWN = "fix-unknown"
LISTED = "fix-listed"
OTHER_GOVERNMENT = "fix-other-government"
NAMED_ALREADY = "fix-named-already"
COMPANY = "fix-company"
FIRMS = "fix-firms"
UNSEEN = "fix-unseen"
TEAM = "fix-team"
BANK = "fix-bank"
AT_SEA = "fix-at-sea"
IN_COURT = "fix-in-court"
SERVICE = "fix-service"
WHOM = "fix-whom"

# -- what the sentence leaves open: whether it is the state, the land or its people
COUNTRY_MEANT = "fix-country-meant"
ALL_OF_IT = "fix-all-of-it"
PEOPLE_MEANT = "fix-people-meant"
STATE_MEANT = "fix-state-meant"
STATE_BOUND = "fix-state-bound"
STATE_OR_ARMY = "fix-state-or-army"
STATE_ELECTED = "fix-state-elected"
WHOLE_COUNTRY = "fix-whole-country"
WORD_FOR_COUNTRY = "fix-word-for-country"
MEASURED = "fix-measured"
TRADE = "fix-trade"
ADDRESSED = "fix-addressed"
TOLD_APART = "fix-told-apart"
COMPARED = "fix-compared"
NAMED_ALIKE = "fix-named-alike"
ONE_OF_SEVERAL = "fix-one-of-several"
COUNTED = "fix-counted"

# -- what is no fix, but a wording of the rule that a person fits in
CHOOSE = "fix-choose"

# -- what a person is asked where no wording is sure, or none fits
ASK_ACTOR = "ask-actor"
ASK_WHOSE = "ask-whose"
ASK_GOVERNMENT = "ask-government"
ASK_AGREEMENT = "ask-agreement"
ASK_AGREEMENT_OF_PEOPLE = "ask-agreement-of-people"

# -- how the mention is written
LONGER_NAME = "fix-longer-name"
CONTRACTED = "fix-contracted"
MAY_BE_VERB = "fix-may-be-verb"
MAY_BE_NOUN = "fix-may-be-noun"
EXPLAINED = "fix-explained"
DESCRIBED = "fix-described"
ANNOUNCED = "fix-announced"
