"""The quick way to cut a sentence into words gives what the long way gives."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lintwords.text.spelling import en
from lintwords.text.spelling.fr import text as fr

LANGUAGES = [pytest.param(en, id="English"), pytest.param(fr, id="French")]
SIGNS = "aeslnquTdÉœé123  ..,-–'’·•@#/«»“(…!w\u00ad\u0301\u202f\n"


def cuts(language, text):
    """The matches of both expressions, by kind and place."""
    rows = ([(found.lastgroup, found.span()) for found in expression.finditer(text)]
            for expression in (language._TOKEN, language._PLAIN_TOKEN))
    return tuple(rows)


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(SIGNS, max_size=30))
@example("l’armée et l'État n'ont pas 12 000 hommes, dit-il : «\u00a0non\u00a0» -- 3,5")
@example("China's 1,200 towns don’t; they're re-arrested ... it says")
@example("qu'«on» l'a vu·e·s, les député-es, www.a-b.fr #mot U.S.")
def test_a_sentence_is_cut_the_same_by_both(language, text):
    if not language._NOT_PLAIN.search(text):
        whole, plain = cuts(language, text)
        assert plain == whole


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("les citoyen·ne·s", id="an inclusive ending"),
        pytest.param("les étudiant-es", id="one behind a hyphen"),
        pytest.param("les élu.es", id="one behind a stop"),
        pytest.param("Voir gouv.fr ou #mot", id="an address"),
        pytest.param("l'e\u0301tat", id="an accent typed by itself"),
    ],
)
def test_what_only_the_long_way_knows_goes_the_long_way(text):
    assert fr._NOT_PLAIN.search(text)
