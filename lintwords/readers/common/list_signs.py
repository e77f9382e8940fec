"""The signs of an item in a list that was written by hand: "•", "(a)", "b)"."""

BULLETS = "•‣▪–◦·■→✓"
LETTERED = r"\((?:\d{1,2}|[a-z]|[ivx]{2,4})\)|[a-z]\)"
