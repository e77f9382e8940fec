"""Letters of other scripts, and rare ones, with the letter of ASCII that each looks like.

Those of Unicode's list of confusable characters (UTS 39) that stand in fonts for one letter, and
of Cyrillic those that in print are its small capitals.
"""

from __future__ import annotations

_ROWS = (
    ("АВЕЅІЈКМНОРСТУХҮҺԚԜԌ", "ABESIJKMHOPCTYXYhQWG"),
    ("аеѕіјкорсухһӏԁԛԝѵүгпнтмв", "aesijkopcyxhldqwvyrnhtmb"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγηικνορσυχ", "ABEZHIKMNOPTYXaynikvopoux"),
    ("ϹϲϳͿϺ", "CcjJM"),  # Greek too, of old prints
    ("ՏՍՕԼհոսօցզա", "SUOLhnuogqw"),  # Armenian
    ("ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᏃᏂᎩ", "ABCDEGHiJKLMPRSTVWZhy"),  # Cherokee
    ("ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ", "BPDTGKJCZFMNLSRVHWXYAEIOU"),  # Lisu
    ("ⲤⲎⲒⲚⲀⲞⲢⲦⲔⲘⲓⲟⲣⲥ", "CHINAOPTKMiopc"),  # Coptic
    ("ſɑɡɩ", "sagi"),
)
TWINS = {sign: letter for signs, letters in _ROWS
         for sign, letter in zip(signs, letters, strict=True)}
