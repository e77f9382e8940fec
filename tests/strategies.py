"""Random documents that surely hold a known phrase in difficult surroundings.

Each strategy gives a source and the phrase as a person reads it. `SECRET` stands in places that
nobody reads: code, targets of links, attributes, comments.
"""

from __future__ import annotations

from hypothesis import strategies as st

SECRET = "ZZMARK"
PHRASES = ("China", "the Chinese government", "Beijing said on Monday")
FILLERS = (
    "word",
    "Ürümqi",
    "新疆",
    "😀",
    "e\u0301te\u0301",
    "soft\u00adhyphen",
    "1,000",
    "“so”",
    "AT&T",
)
EOLS = ("\n", "\r\n", "\r")


def _in_markdown(word: str) -> st.SearchStrategy[str]:
    return st.sampled_from(
        [
            word,
            f"**{word}**",
            f"*{word}*",
            f"[{word}](http://{SECRET}.org/{SECRET})",
            f'[{word}](<{SECRET} b> "alt")',
            f"<b>{word}</b>",
            f'<span class="{SECRET}">{word}</span>',
            f"&#{ord(word[0])};{word[1:]}",
            f"{word[0]}**{word[1:]}**" if len(word) > 1 else word,
            f"{word}<!-- {SECRET} -->",
        ]
    )


def _in_html(word: str) -> st.SearchStrategy[str]:
    return st.sampled_from(
        [
            word,
            f"<b>{word}</b>",
            f"<a href=\"{SECRET}\" data-x='{SECRET}'>{word}</a>",
            f"<EM class={SECRET}>{word}</EM\n>",
            f"&#x{ord(word[0]):x};{word[1:]}",
            f"{word[0]}<i>{word[1:]}</i>",
            f"{word}<!-- {SECRET} > -->",
            f"<script>{SECRET} < '</b>'</script>{word}",
            f"<span hidden>{SECRET}</span>{word}",
        ]
    )


_MARKDOWN_SECRETS = (
    f"`{SECRET}`",
    f"``{SECRET} ` {SECRET}``",
    f"<http://{SECRET}.org/>",
    f"https://www.{SECRET}.org/a_b_c?d=1&amp;e={SECRET}",
    f"{SECRET}@mail.example.org",
    f"<code>{SECRET}</code>",
    f"![alt](http://{SECRET})",
)
_HTML_SECRETS = (
    f"<code>{SECRET}</code>",
    f"<kbd>{SECRET} <b>{SECRET}</b></kbd>",
    f"<svg><metadata>{SECRET}</metadata><path d='{SECRET}'/></svg>",
    f"<style>{SECRET}</style>",
    f"<template><p>{SECRET}</p></template>",
    f"<img src={SECRET} alt=alt>",
)


def _joined(draw: st.DrawFn, words: list[str], gaps: list[str]) -> str:
    text = words[0]
    for word in words[1:]:
        text += draw(st.sampled_from(gaps)) + word
    return text


def _around(draw: st.DrawFn, secrets: tuple[str, ...]) -> list[str]:
    return draw(st.lists(st.sampled_from(FILLERS + secrets), min_size=1, max_size=4))


@st.composite
def plain_documents(draw: st.DrawFn) -> tuple[str, str]:
    phrase, eol = draw(st.sampled_from(PHRASES)), draw(st.sampled_from(EOLS))
    mark = draw(st.sampled_from(["", "> ", ">> ", ">", "   "]))
    item = draw(st.sampled_from(["", "- ", "1. ", "• "])) if not mark else ""
    gaps = [" ", f"{eol}{mark}", f" {eol}{mark}", f"{eol}{mark}  "]
    before, after = _around(draw, ()), _around(draw, ())
    words = [*before, *phrase.split(), *after]
    paragraph = mark + item + _joined(draw, words, gaps)
    return f"First line{eol}{eol}{paragraph}{eol}{eol}Last.{eol}", phrase


@st.composite
def markdown_documents(draw: st.DrawFn) -> tuple[str, str]:
    phrase, eol = draw(st.sampled_from(PHRASES)), draw(st.sampled_from(EOLS))
    first, more = draw(
        st.sampled_from(
            [
                ("", ""),
                ("> ", "> "),
                ("> > ", "> "),
                ("- ", "  "),
                ("1. > ", "   > "),
                ("[^note]: ", "    "),
                ("# ", None),
                ("| cell | ", None),
            ]
        )
    )
    gaps = [" "] if more is None else [" ", eol + more, f"  {eol}{more}", f"\\{eol}{more}"]
    middle = _joined(draw, [draw(_in_markdown(word)) for word in phrase.split()], gaps)
    if draw(st.booleans()) and "*" not in middle:
        middle = f"**{middle}**"
    words = [*_around(draw, _MARKDOWN_SECRETS), middle, *_around(draw, _MARKDOWN_SECRETS)]
    block = first + _joined(draw, words, gaps)
    if first.startswith("|"):
        block = f"| a | b |{eol}|---|---|{eol}{block} |"
    head = draw(st.sampled_from(["", f"---{eol}title: A{eol}id: {SECRET}{eol}---{eol}"]))
    return (
        f"{head}Text.{eol}{eol}{block}{eol}{eol}```{eol}{SECRET}{eol}```{eol}{eol}"
        f"[ref]: http://{SECRET}{eol}{eol}<!-- {SECRET} -->{eol}"
    ), phrase


@st.composite
def html_documents(draw: st.DrawFn) -> tuple[str, str]:
    phrase, eol = draw(st.sampled_from(PHRASES)), draw(st.sampled_from(EOLS))
    gaps = [" ", eol, f"{eol}    ", "\t ", " <b> </b>", "&#32;"]
    middle = _joined(draw, [draw(_in_html(word)) for word in phrase.split()], gaps)
    words = [*_around(draw, _HTML_SECRETS), middle, *_around(draw, _HTML_SECRETS)]
    name = draw(st.sampled_from(["p", "div", "li", "td", "h2", "blockquote", "figcaption", "DIV"]))
    block = f"<{name} id={SECRET}>{_joined(draw, words, gaps)}</{name}>"
    return (
        f"<!doctype html {SECRET}>{eol}<html><head><title>T</title><script>{SECRET}</script>"
        f"</head><body>{eol}{block}{eol}<pre><code>{SECRET}</code></pre><p>end</body></html>"
    ), phrase


_MARKUP = """
< > <b> </b> <p> </p> <li> <code> </code> <pre> </pre> <q> </q> <!-- --> <a x=" ' " = &amp;
&am & &#65; &notit; <br> <script> </script> <title> </title> </div> <sup> </sup> <blockquote> <td>
* ** _ ` `` [ ] ( ) ![ ](u) | |-|-| - 1. > # ~~ $ $$ --- +++ title: : \\ http://a.b @ a@b.c [^1]
[^1]: <table> <svg/> <img alt=" é 新 😀 a China . , 'x' \u00ad \u200b
"""
_WHITE = [" ", "  ", "    ", "\n", "\n\n", "\r\n", "\r", "\t", "\f", "\u00a0", "\u2028", "\x85"]
_SCRAPS = [*_MARKUP.split(), "<div hidden>", "\n> ", "\n- ", *_WHITE]
# Text that is no document but has what readers stumble over.
SCRAPS = st.lists(st.sampled_from(_SCRAPS), max_size=30).map("".join)
