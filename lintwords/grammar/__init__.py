"""Grammar: one folder a language, with no word list in it.

A grammar module offers `slots(sentence) -> list[Slot]`: for each mention of the country the place
it has in its sentence, with all its governors. What words mean stands in the lexicon.
"""
