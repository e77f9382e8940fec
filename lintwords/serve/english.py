"""What the page says, in English; a table of another language has the same keys.

An entry is a whole sentence with {fields}, or two of them: for one and for another number `n`. The
script of the page has the same table.
"""

from __future__ import annotations

from collections.abc import Mapping

from lintwords.interface import Entry

EN: Mapping[str, Entry] = {
    # the page before a text is checked
    "title": "lintwords: who acts?",
    "head": "Who acts?",
    "lead": "Paste a text or drop a file. lintwords marks each place where a country or a people "
    "stands for a government, says why, and offers words. The text stays on this machine.",
    "try-lead": "Paste a text or drop a file. lintwords marks each place where a country or a "
    "people stands for a government, says why, and offers words. All of it happens in this page: "
    "the text stays on this machine. The first text takes some seconds.",
    "skip": "To the text",
    "paste": "Your text",
    "check": "Check the text",
    "choose": "Choose a file",
    "drop": "or drop it here: Word, OpenDocument, mail, PDF, web page, Markdown, plain text",
    "try-drop": "or drop it here: Word, OpenDocument, mail, web page, plain text; Markdown and PDF "
    "files need the program itself",
    "dropping": "Let go to check the file",
    # while it is checked, and trouble
    "checking": "Reading {name} …",
    "cannot": "{what}. {hint}",
    "no-server": "cannot reach lintwords: it may have been stopped. To start it: lintwords serve",
    "empty": "There is no text yet.",
    "pasted": "Pasted text",
    # the text and its findings
    "part-begin": "Begin",
    "part-bar": "File and what to do with it",
    "part-text": "Text",
    "part-findings": "Findings",
    "again": "Another text",
    "leave": "Decisions that are not downloaded or copied are lost.",
    "found": ("1 finding, {open} open", "{n} findings, {open} open"),
    "none": "No findings ({words} words read).",
    "not-judged": "Not checked: there are no rules for {langs}.",
    "unread": "Not read: {what}.",
    "shortened": "Only passages with findings are shown: the text is long.",
    "error": "error",
    "warning": "warning",
    "suggestion": "suggestion",
    # a finding
    "instead": "Write instead",
    "why": "Why",
    "rule": "About this rule",
    "sources": ("1 source", "{n} sources"),
    "own": "Your own words",
    "own-label": "Words in place of “{words}”",
    "take": "Take these words",
    "fit": "Fit the wording into the sentence, then take it.",
    "ignore": "Leave as it is",
    "reason": "Reason",
    "reason-goes-copy": "A colleague will ask: the comment in the copy says it, and the report.",
    "reason-goes-report": "A colleague will ask: the report says it.",
    "ignore-it": "Leave it, with this reason",
    "needs-reason": "Say why it stays.",
    "note": "Note for a colleague; it stays open",
    "note-label": "Your note",
    "note-it": "Keep the note",
    "needs-note": "Write the note.",
    "noted": "Open, with the note “{note}”.",
    "note-goes-copy": "The comment in the copy says it, and the report. To change other places, "
    "use Word, with Track Changes on.",
    "note-goes-report": "The report says it.",
    "needs-words": "Write the words that are to stand there.",
    "no-wording": "No ready wording: say it in your own words.",
    "quoted": "These are the speaker's words, so they stay. Context around the quotation may help.",
    "locked": "These words are in somebody's tracked change, a field, a title or a description. "
    "Change them in the program that made the file: accept the tracked change there; the title of "
    "the document is in Word under File, Info, Title.",
    "comment": "This is about an ignore comment. Change it where it stands.",
    "covered": "Another decision changes these words.",
    # decisions
    "accepted": "Changed to “{words}”.",
    "taken": "“{words}” taken for the copied text; in the file it is to be changed by hand.",
    "again-found": "These words are a finding again: {rules}.",
    "ignored": "Left as it is, with the reason “{reason}”.",
    "undo": "Undo",
    "undo-this": "Undo this",
    "redo": "Redo",
    "undone": "Undone.",
    "redone": "Taken again.",
    "nothing-undone": "There is nothing to undo or to take again here.",
    "left": ("{said} 1 finding is open.", "{said} {n} findings are open."),
    "left-none": "{said} No finding is open.",
    "accept-safe": "Accept all safe wordings",
    "accepted-safe": ("1 safe wording accepted.", "{n} safe wordings accepted."),
    "no-safe": "No open finding has a safe wording.",
    "next": "Next open finding",
    "no-open": "No finding is open.",
    # what goes out
    "copy": "Copy the text",
    "copied": "Copied.",
    "copy-not": "cannot copy: the browser does not allow it. The text is selected: press Ctrl+C.",
    "download": "Download",
    "download-tracked": "Download with tracked changes",
    "downloaded": "{name} is in your downloads.",
    "downloaded-tracked": "{name} is in your downloads. Open it in Word: Review, then Next.",
    "report": "Download the report",
    "comments": "Write my reasons into the copy, as comments in its source: lintwords then leaves "
    "these places be",
    "only-read": "Nothing is written into this file: {why}. Take words, then copy the text to "
    "where you write. The report names each place to be changed by hand.",
    "no-comments": "The download is a copy with your changes, and your file stays as it is. It has "
    "no comments: what is open, and your notes, stand in the report, for whoever goes on.",
    "taken-over": (
        "A comment in this file has 1 reason or note of a colleague. It is taken over; "
        "tracked changes stay.",
        "Comments in this file have {n} reasons and notes of colleagues. They are taken over; "
        "tracked changes stay.",
    ),
    # pages of rules
    "rule-back": "lintwords",
    # categories
    "category-conflation": "A country or a people in place of its government",
    "category-propaganda-line": "Official lines, repeated as fact",
    "category-euphemism": "Official labels that hide what was done",
    "category-speaks-for-people": "A whole people made to speak",
    "category-territorial-name": "Names that take a side in a dispute",
    "category-ethnic-harm": "Wording that harms people for their origin",
    "category-erasure": "Wording that dissolves a minority",
    "category-comment": "Ignore comments",
    "footer": "A finding is about words on a page, not about a person.",
}
