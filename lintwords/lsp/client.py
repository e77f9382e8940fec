"""What the editor at the other end can do, of what matters here."""

from __future__ import annotations

from lsprotocol import types

from lintwords.values import dataclass


@dataclass(frozen=True, slots=True)
class Client:
    """One flag a capability; all are off in an editor that says nothing."""

    pulls: bool = False  # asks for diagnostics itself
    refreshes: bool = False  # asks again when it is told to
    links: bool = False  # shows the link of a diagnostic's code
    versions: bool = False  # takes edits of one version of a document
    resolves: bool = False  # asks for the edit of an action when it is chosen
    markdown: bool = False  # shows Markdown when the pointer rests
    has_settings: bool = False  # answers what its settings are
    tells_settings: bool = False  # can be asked to tell of a change in them
    watches: bool = False  # can be asked to watch files


def client_of(can: types.ClientCapabilities) -> Client:
    """What `can` says."""
    text = can.text_document or types.TextDocumentClientCapabilities()
    space = can.workspace or types.WorkspaceClientCapabilities()
    shows = text.publish_diagnostics
    action = text.code_action
    resolve = action.resolve_support if action else None
    hover = text.hover.content_format if text.hover else None
    return Client(
        pulls=text.diagnostic is not None,
        refreshes=bool(space.diagnostics and space.diagnostics.refresh_support),
        links=bool(shows and shows.code_description_support),
        versions=bool(space.workspace_edit and space.workspace_edit.document_changes),
        resolves=bool(resolve and "edit" in resolve.properties),
        markdown=types.MarkupKind.Markdown in (hover or ()),
        has_settings=bool(space.configuration),
        tells_settings=bool(space.did_change_configuration
                            and space.did_change_configuration.dynamic_registration),
        watches=bool(space.did_change_watched_files
                     and space.did_change_watched_files.dynamic_registration),
    )
