"""The server: which text is open at which version, what is judged, what the editor is told.

Texts are judged in one thread of their own, the newest version of each only; what was asked of an
older one is dropped. Nothing is written to standard output but the protocol.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import sys
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls import uris
from pygls.exceptions import JsonRpcContentModified, JsonRpcException

from lintwords import __version__, interface
from lintwords.api import BASELINE, NAME, SHARED
from lintwords.errors import LintwordsError
from lintwords.lsp.client import Client, client_of
from lintwords.lsp.editor_settings import SECTION, EditorSettings, merged, read_settings
from lintwords.lsp.editor_text import Judged, Text, fixed, looked_at, passed_over, warm
from lintwords.lsp.open_texts import Folders, OpenText
from lintwords.lsp.rule_files import Pages
from lintwords.lsp.show import ACTIONS, Shown
from lintwords.lsp.wire import Input, Rpc

PAUSE = 0.15  # seconds without a keystroke before a text is judged
PATIENCE = 5.0  # seconds that an editor has to say what its settings are
OFTEN = 50  # texts that are judged before what they left in cycles is looked for
SETTINGS_FILES = (NAME, SHARED, BASELINE)
_T = TypeVar("_T")


class Server:
    """One server for one editor."""

    def __init__(self) -> None:
        self.rpc = Rpc(
            SECTION, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self._client = Client()
        self._open: dict[str, OpenText] = {}
        self._folders = Folders()
        self._raw: object = None  # settings that came without being asked for
        self._said: set[str] = set()
        self._judged = 0
        self._is_settled = asyncio.Event()
        self._thread = ThreadPoolExecutor(1, "lintwords")
        self._tasks: set[asyncio.Task[None]] = set()
        self._pages = Pages()
        self._register()

    def _register(self) -> None:
        rows: Sequence[tuple[str, Callable[[Any], Any], Any]] = (
            (types.INITIALIZE, self._initialize, None),
            (types.INITIALIZED, self._initialized, None),
            (types.SHUTDOWN, self._shutdown, None),
            (types.TEXT_DOCUMENT_DID_SAVE, self._did_save, None),
            (types.WORKSPACE_DID_CHANGE_CONFIGURATION, self._did_change_settings, None),
            (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, self._did_change_files, None),
            (types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, self._did_change_folders, None),
            (types.TEXT_DOCUMENT_DIAGNOSTIC, self._diagnostic, types.DiagnosticOptions(
                inter_file_dependencies=False, workspace_diagnostics=False, identifier=SECTION)),
            (types.TEXT_DOCUMENT_CODE_ACTION, self._code_action, types.CodeActionOptions(
                code_action_kinds=list(ACTIONS), resolve_provider=True)),
            (types.CODE_ACTION_RESOLVE, self._resolve, None),
            (types.TEXT_DOCUMENT_HOVER, self._hover, None),
        )
        for name, handler, options in rows:  # partial: what is registered gets attributes
            self.rpc.feature(name, options)(partial(handler))
        # in place of pygls's own, which keep each text again, and something of each change
        self.rpc.protocol.fm.builtin_features.update({
            types.TEXT_DOCUMENT_DID_OPEN: self._did_open,
            types.TEXT_DOCUMENT_DID_CHANGE: self._did_change,
            types.TEXT_DOCUMENT_DID_CLOSE: self._did_close,
        })

    # -- begin and end -------------------------------------------------------------------------

    def _initialize(self, params: types.InitializeParams) -> None:
        self._client = client_of(params.capabilities)
        if params.locale:  # after --ui-lang and its variable, and before the system
            told = {**os.environ, "LC_ALL": params.locale}
            interface.use(interface.wanted_language(sys.argv[1:], told))
        self._raw = params.initialization_options
        self._thread.submit(warm)
        self._thread.submit(_keep)

    async def _initialized(self, _: types.InitializedParams) -> None:
        wanted = []
        if self._client.tells_settings:
            wanted.append(types.Registration(
                "lintwords-settings", types.WORKSPACE_DID_CHANGE_CONFIGURATION,
                {"section": SECTION},
            ))
        if self._client.watches:
            files = [types.FileSystemWatcher(f"**/{name}") for name in SETTINGS_FILES]
            wanted.append(types.Registration(
                "lintwords-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                types.DidChangeWatchedFilesRegistrationOptions(files),
            ))
        if wanted:
            self.rpc.client_register_capability(types.RegistrationParams(wanted))
        await self._settle()

    def _shutdown(self, _: None) -> None:
        for one in self._open.values():
            one.forget()
        self._thread.shutdown(wait=False, cancel_futures=True)

    # -- settings ------------------------------------------------------------------------------

    async def _settle(self) -> None:
        """Find out what the editor asks for each folder, and look at all texts anew."""
        folders = [Path(path) for uri in self.rpc.workspace.folders
                   if (path := uris.to_fs_path(uri))]
        root = self.rpc.workspace.root_path
        if not folders and root:
            folders = [Path(root)]
        raw: dict[Path | None, object] = dict.fromkeys((None, *folders), self._raw)
        if self._client.has_settings:
            for folder, answer in zip(raw, await self._answers(list(raw)), strict=False):
                raw[folder] = merged(self._raw, answer)
        rows = {folder: read_settings(one, folder or Path.cwd()) for folder, one in raw.items()}
        self._folders = Folders({folder: what for folder, (what, _) in rows.items()})
        self._said.clear()
        for sentence in dict.fromkeys(one for _, wrong in rows.values() for one in wrong):
            self._say(sentence)
        self._is_settled.set()
        self._look_again()

    async def _answers(self, folders: Sequence[Path | None]) -> Sequence[object]:
        items = [
            types.ConfigurationItem(folder.as_uri() if folder else None, SECTION)
            for folder in folders
        ]
        asking = self.rpc.workspace_configuration_async(types.ConfigurationParams(items))
        try:
            return await asyncio.wait_for(asking, PATIENCE)
        except (asyncio.TimeoutError, JsonRpcException):  # it says that it answers, and does not
            return ()

    def _say(self, sentence: str) -> None:
        """Tell a person something once."""
        if sentence not in self._said:
            self._said.add(sentence)
            self.rpc.window_show_message(
                types.ShowMessageParams(types.MessageType.Warning, sentence)
            )

    async def _did_change_settings(self, params: types.DidChangeConfigurationParams) -> None:
        if isinstance(params.settings, dict) and params.settings:
            self._raw = params.settings.get(SECTION, params.settings)
        await self._settle()

    async def _did_change_folders(self, _: types.DidChangeWorkspaceFoldersParams) -> None:
        await self._settle()

    def _did_change_files(self, _: types.DidChangeWatchedFilesParams) -> None:
        self._look_again()

    # -- texts ---------------------------------------------------------------------------------

    def _did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        one = params.text_document
        if before := self._open.get(one.uri):
            before.forget()
        self._open[one.uri] = OpenText(one.uri, one.language_id, one.version, one.text)
        self._tell(self._open[one.uri], 0)

    def _did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        one = self._open.get(params.text_document.uri)
        if one is None or not params.content_changes:
            return
        one.change(params.content_changes[-1].text, params.text_document.version)  # all of it
        self._tell(one, PAUSE)

    def _did_save(self, params: types.DidSaveTextDocumentParams) -> None:
        if params.text_document.uri.rsplit("/", 1)[-1] in SETTINGS_FILES:
            self._look_again()

    def _did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        one = self._open.pop(params.text_document.uri, None)
        if one is None:
            return
        one.change("", None)
        if not self._client.pulls:
            self._publish(one.uri, None, [])

    def _look_again(self) -> None:
        """Settings or a baseline may have changed."""
        for one in self._open.values():
            one.forget()
            self._tell(one, 0)
        if self._client.pulls and self._client.refreshes:
            self._spawn(self._refresh())

    async def _refresh(self) -> None:
        await self.rpc.workspace_diagnostic_refresh_async(None)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    # -- judging -------------------------------------------------------------------------------

    def _judging(self, one: OpenText) -> asyncio.Task[tuple[Judged, Shown]]:
        """The judging of a text as it is now, which all who ask share."""
        if one.judging is None:
            one.judging = asyncio.get_running_loop().create_task(self._judge(one))
        return one.judging

    async def _judge(self, one: OpenText) -> tuple[Judged, Shown]:
        await self._is_settled.wait()
        text = self._folders.text_of(one)
        version, unit = one.version, str(_value(self.rpc.workspace.position_encoding))
        judged = await self._in_thread(partial(looked_at, text)) if text else _passed_over(one)
        self._judged += 1
        if self._judged % OFTEN == 0:
            self._thread.submit(gc.collect)
        return judged, Shown(judged, one.uri, version, unit, self._client)

    async def _in_thread(self, work: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def _current(self, uri: str) -> tuple[Judged, Shown] | None:
        """What is found in a text as it was when this was asked; None if it is not open.

        Raises JsonRpcContentModified if it has changed meanwhile.
        """
        one = self._open.get(uri)
        if one is None:
            return None
        changes = one.changes
        while True:
            judging = self._judging(one)
            try:
                return await asyncio.shield(judging)
            except asyncio.CancelledError:
                if one.changes != changes:
                    raise JsonRpcContentModified("the text has changed") from None
                if not judging.cancelled():  # whoever asked does not want to know any more
                    raise  # else settings have changed, and it is judged again

    # -- telling -------------------------------------------------------------------------------

    def _tell(self, one: OpenText, pause: float) -> None:
        """Push what is found in a text, unless the editor asks for it."""
        if not self._client.pulls:
            one.telling = self._spawn(self._push(one, pause))

    async def _push(self, one: OpenText, pause: float) -> None:
        await asyncio.sleep(pause)
        _, shown = await asyncio.shield(self._judging(one))
        rows = await self._in_thread(partial(shown.diagnostics, self._pages))
        self._publish(one.uri, one.version, rows)  # a change of the text would have ended this

    def _publish(self, uri: str, version: int | None, rows: list[types.Diagnostic]) -> None:
        self.rpc.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, rows, version)
        )

    async def _diagnostic(
        self, params: types.DocumentDiagnosticParams
    ) -> types.RelatedFullDocumentDiagnosticReport:
        found = await self._current(params.text_document.uri)
        rows: list[types.Diagnostic] = []
        if found:
            rows = await self._in_thread(partial(found[1].diagnostics, self._pages))
        return types.RelatedFullDocumentDiagnosticReport(items=rows)

    # -- asked for -----------------------------------------------------------------------------

    async def _code_action(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        found = await self._current(params.text_document.uri)
        if found is None:
            return []
        judged, shown = found
        only = params.context.only
        names = None if only is None else [str(_value(kind)) for kind in only]
        actions = await self._in_thread(partial(shown.actions, params.range, names))
        if not self._client.resolves:
            for action in actions:
                if action.data is not None:
                    action.data = None
                    action.edit = await self._all_fixed(judged, shown)
        return actions

    async def _resolve(self, action: types.CodeAction) -> types.CodeAction:
        data = action.data
        one = self._open.get(data.get("uri", "")) if isinstance(data, dict) else None
        if one is None or not isinstance(data, dict) or data.get("version") != one.version:
            raise JsonRpcContentModified("the text has changed")
        found = await self._current(one.uri)
        assert found is not None  # it is open
        action.edit = await self._all_fixed(*found)
        return action

    async def _all_fixed(self, judged: Judged, shown: Shown) -> types.WorkspaceEdit | None:
        try:
            text = await self._in_thread(partial(fixed, judged.text))
        except LintwordsError as error:
            self._say(f"lintwords: {error.problem}")
            return None
        return shown.all_fixed(text)

    async def _hover(self, params: types.HoverParams) -> types.Hover | None:
        found = await self._current(params.text_document.uri)
        if found is None:
            return None
        return await self._in_thread(partial(found[1].hover, params.position))


def _keep() -> None:
    """What is loaded stays: no search for cycles looks at it again."""
    gc.collect()
    gc.freeze()


def _passed_over(one: OpenText) -> Judged:
    path = Path(uris.to_fs_path(one.uri) or one.uri.rsplit("/", 1)[-1])
    return passed_over(Text(path, one.text, Path(), EditorSettings()))


def _value(name: object) -> object:
    """The word of an enumeration, or what stands for one."""
    return getattr(name, "value", name)


def serve() -> None:
    """Serve one editor on standard input and output until it goes."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # it would log words of texts
    data_in, data_out = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever prints, prints to the log
    sys.stdout = sys.stderr
    rpc = Server().rpc
    rpc.input = Input(data_in)
    rpc.start_io(rpc.input, data_out)  # type: ignore[arg-type]  # no more is asked of it
