"""Why a fix is not safe: every reason with the words that people read, in one table.

A reason is a clause that goes on after "by hand:". What a rule itself says of its fixes stands in
the pack (`by-hand`). Who asks for which reason, and in which order: `fixes.safety`; what a sentence
of a language gives reason to doubt: the grammar of that language.
"""

from __future__ import annotations

# -- whose words they are
ANOTHERS = "these may be another's words"
SPOKEN = "a record of speech keeps the words of who spoke"

# -- what the new words would be
STILL_FOUND = "the new words would be a finding"
AGAIN = "the same name stands again beside it"
ONE_OF_TWO = "the name stands again in the sentence, and is not changed there"
CROWDED = "the sentence holds more names than lintwords judges wordings for"
KNOWS_BODY = "only if it is known that this body acted"
SAYS_ELSE = "it says something else; choose it if it is meant"
WORD_BEFORE = "a word before the name would not fit"
PLURAL = "a plural does not fit this article"
WHOSE = "only if it stays clear whose"
TWO_POSSESSIVES = "two possessives would follow each other"
POINTED_AT = "a pronoun points back to the country"
AFTER_A_STOP = "a sentence may begin here"

# -- what the file is
ONLY_READ = "files of this type are only read"
LINK_TITLE = "the link may be the title of a work"
TITLE = "it may be a title"

# -- what the sentence leaves open: who acted
UNSURE = "it may be another than the government that is meant"
UNKNOWN = "the sentence does not tell what was done"
LISTED = "it stands beside another actor"
OTHER_GOVERNMENT = "another government stands in the sentence"
NAMED_ALREADY = "the word before it names the state"
COMPANY = "a company may have done it"
TEAM = "a federation or a team may have done it"
BANK = "the central bank may have done it"
AT_SEA = "say which ship, aircraft or troops did it"
WHOM = "say whom: officials, ministers, leaders"

# -- what the sentence leaves open: whether it is the state, the land or its people
COUNTRY_MEANT = "it may be the country that is meant"
ALL_OF_IT = "it may be said of all the country"
PEOPLE_MEANT = "it may be the people who are meant"
STATE_MEANT = "the state is meant, whoever governs"
STATE_BOUND = "the state is bound, whoever governs"
STATE_OR_ARMY = "the state or its army may be meant"
STATE_ELECTED = "a state is elected, and no government"
WHOLE_COUNTRY = "one of the verbs is said of the whole country"
WORD_FOR_COUNTRY = "the word stands for the country"
MEASURED = "say what the measure falls on"
TRADE = "trade with the country may be meant"
ADDRESSED = "the country is spoken to"
TOLD_APART = "the sentence tells the country from its government"
COMPARED = "the sentence compares countries or says what a country is"
NAMED_ALIKE = "another country is named in the same way"
ONE_OF_SEVERAL = "it is one of several countries"
COUNTED = "the sentence counts countries"

# -- how the mention is written
LONGER_NAME = "the name says more than the country"
CONTRACTED = "the verb is drawn together with the name"
MAY_BE_VERB = "the word after the name may be a verb"
EXPLAINED = "what follows explains the country"
DESCRIBED = "what follows describes the country"
ANNOUNCED = "what goes before describes the country"
