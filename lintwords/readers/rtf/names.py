"""The control words of RTF that its reader knows, by what they do."""

from __future__ import annotations

SIGNS = {
    "line": "\n", "softline": "\n", "lbr": "\n", "tab": "\t", "~": "\N{NO-BREAK SPACE}",
    "_": "\N{NON-BREAKING HYPHEN}", "-": "\N{SOFT HYPHEN}", "emdash": "—", "endash": "–",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": " ", "enspace": " ", "qmspace": " ", "zwj": "\u200d", "zwnj": "\u200c",
    "zwbo": "\u200b", "chpgn": "", "column": "\n",
}
ENDS = frozenset(("par", "sect", "page", "\n", "\r"))
EDGES = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "header"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "footer"),
}
# words that say how a text looks
_FORMATS = frozenset(
    "cell nestcell row pard plain f v caps scaps deleted lang deflang intbl s ls outlinelevel b i "
    "ul ulnone strike fs cf cb highlight super sub nosupersub cs rtlch ltrch af loch hich dbch "
    "qc ql qr qj li ri fi sa sb insrsid charrsid".split()
)
# groups without words of the document, where `\*` does not say so
SKIPPED = frozenset(
    "fonttbl colortbl stylesheet info pict objdata objclass objname fldinst listtable listtext "
    "pntext pntxta pntxtb title annotation atnid atnauthor xe tc tcn rxe template nonshppict "
    "private listoverridetable revtbl rsidtbl filetbl themedata datastore generator sn sv "
    "bkmkstart bkmkend shprslt nonesttables mmath objalias objsect keywords subject author "
    "operator company manager category comment doccomm creatim revtim printim buptim ftnsep "
    "ftnsepc ftncn aftnsep aftnsepc aftncn".split()
)
# what is read behind `\*`: words that the reader knows mean there what they mean elsewhere
READ = frozenset((
    "shpinst", "ud", "upr", "nesttableprops", "picprop", "sp", "do", "background", "shp", "shpgrp",
    "shptxt", "dptxbx", "dptxbxtext", "footnote", "field", "fldrslt", "object", "result", *EDGES,
    *SIGNS, *ENDS, *_FORMATS,
))
