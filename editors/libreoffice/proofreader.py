"""lintwords as a grammar checker of LibreOffice: a paragraph comes in, its findings go out.

LibreOffice loads this file at its start, so that only what it needs for that is imported; the
program beside it is loaded by a thread of its own.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import unohelper
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import Locale, XServiceDisplayName, XServiceInfo
from com.sun.star.linguistic2 import ProofreadingResult, SingleProofreadingError, XProofreader
from com.sun.star.text.TextMarkupType import PROOFREADING

NAME = "org.lintwords.Proofreader"
SERVICE = "com.sun.star.linguistic2.Proofreader"

_beside = str(Path(__file__).with_name("pythonpath"))
sys.path[:] = [_beside, *(path for path in sys.path if path != _beside)]  # not another lintwords

from lintwords_locales import LOCALES  # noqa: E402  lies there since it was built


class Proofreader(unohelper.Base, XProofreader, XServiceInfo, XServiceDisplayName):
    """Asked for one paragraph after another, from a thread of LibreOffice or from its dialog."""

    def __init__(self, context, *arguments):
        self._ignored = set()  # rules that are ignored until LibreOffice ends, with the language
        self._warmed = threading.Thread(target=_warm, daemon=True)
        self._warmed.start()

    # -- XProofreader --

    def isSpellChecker(self):
        return False

    def doProofreading(self, document, text, locale, start, end, properties):
        """The findings of the whole paragraph from `start` on: no sentence stands alone."""
        length = len(text.encode("utf-16-le", "surrogatepass")) // 2
        result = ProofreadingResult()
        result.aDocumentIdentifier, result.aText, result.aLocale = document, text, locale
        result.nStartOfSentencePosition = start
        result.nBehindEndOfSentencePosition = result.nStartOfNextSentencePosition = length
        result.aProperties, result.xProofreader = (), self
        if self.hasLocale(locale):
            self._warmed.join()
            from lintwords_paragraph import marks  # loaded by then

            found = marks(text, "-".join(filter(None, (locale.Language, locale.Country))))
            result.aErrors = tuple(
                _error(mark) for mark in found
                if mark.start >= start and (mark.rule, locale.Language) not in self._ignored
            )
        return result

    def ignoreRule(self, rule, locale):
        self._ignored.add((rule, locale.Language))

    def resetIgnoreRules(self):
        self._ignored.clear()

    # -- XSupportedLocales --

    def getLocales(self):
        return tuple(Locale(language, country, "") for language, country in LOCALES)

    def hasLocale(self, locale):
        return any(locale.Language == language for language, _ in LOCALES)

    # -- XServiceInfo, XServiceDisplayName --

    def getImplementationName(self):
        return NAME

    def supportsService(self, name):
        return name == SERVICE

    def getSupportedServiceNames(self):
        return (SERVICE,)

    def getServiceDisplayName(self, locale):
        return "lintwords"


def _warm():
    from lintwords_paragraph import warm  # late: it takes a second or two

    warm()


def _error(mark):
    error = SingleProofreadingError()
    error.nErrorStart, error.nErrorLength, error.nErrorType = mark.start, mark.length, PROOFREADING
    error.aRuleIdentifier = mark.rule
    error.aShortComment, error.aFullComment = mark.short, mark.full
    error.aSuggestions = mark.wordings
    if mark.page:
        page = PropertyValue()
        page.Name, page.Value = "FullCommentURL", mark.page
        error.aProperties = (page,)
    return error


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Proofreader, NAME, (SERVICE,))
