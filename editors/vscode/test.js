// What the extension does where the program is there and where it is not; without VS Code.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const Module = require("node:module");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lintwords-"));
const there = path.join(folder, process.platform === "win32" ? "lintwords.exe" : "lintwords");
fs.writeFileSync(there, "");
test.after(() => fs.rmSync(folder, { recursive: true }));

/** The extension with an editor that remembers what it was told. */
function extension(named, failing = false) {
  const seen = { messages: [], started: [], stopped: 0, commands: [], onChange: undefined };
  const vscode = {
    workspace: {
      getConfiguration: () => ({ get: (name, other) => (name === "path" ? named : other) }),
      onDidChangeConfiguration: (call) => { seen.onChange = call; return {}; },
    },
    window: { showErrorMessage: async (message) => { seen.messages.push(message); } },
    commands: { registerCommand: (name) => { seen.commands.push(name); return {}; } },
  };
  class LanguageClient {
    constructor(id, name, server, client) { Object.assign(this, { server, client }); }
    async start() {
      if (failing) { throw new Error("it ended"); }
      seen.started.push(this);
    }
    async stop() { seen.stopped += 1; }
  }
  const load = Module._load;
  Module._load = (name, ...rest) => {
    if (name === "vscode") { return vscode; }
    if (name === "vscode-languageclient/node") { return { LanguageClient, TransportKind: { stdio: 0 } }; }
    return load(name, ...rest);
  };
  try {
    const file = path.join(__dirname, "extension.js");
    delete require.cache[file];
    return [require(file), seen];
  } finally {
    Module._load = load;
  }
}

test("the program on the path is started for texts on disk and unsaved ones", async () => {
  process.env.PATH = folder;
  const [one, seen] = extension("");
  await one.activate({ subscriptions: [] });
  assert.deepEqual(seen.messages, []);
  assert.equal(seen.started[0].server.run.command, there);
  assert.deepEqual(seen.started[0].server.run.args, ["lsp"]);
  const schemes = new Set(seen.started[0].client.documentSelector.map((row) => row.scheme));
  assert.deepEqual([...schemes], ["file", "untitled"]);
  await one.deactivate();
  assert.equal(seen.stopped, 1);
});

test("a program that is not on the path is told with the way out", async () => {
  process.env.PATH = path.join(folder, "nothing");
  const [one, seen] = extension("");
  await one.activate({ subscriptions: [] });
  assert.equal(seen.started.length, 0);
  assert.match(seen.messages[0], /not found.*not on the path.*uv tool install "\.\[lsp\]"/);
});

test("a path that leads nowhere, or is not a whole one, is told", async () => {
  process.env.PATH = folder;
  for (const named of [path.join(folder, "gone"), "lintwords", folder]) {
    const [one, seen] = extension(named);
    await one.activate({ subscriptions: [] });
    assert.equal(seen.started.length, 0, named);
    assert.ok(seen.messages[0].includes(`There is no program at ${named}`));
  }
});

test("a program without its extra is told", async () => {
  const [one, seen] = extension(there, true);
  await one.activate({ subscriptions: [] });
  assert.match(seen.messages[0], /did not start \(it ended\).*needs its extra/);
});

test("another path starts the server again", async () => {
  const [one, seen] = extension(there);
  await one.activate({ subscriptions: [] });
  await seen.onChange({ affectsConfiguration: (name) => name === "lintwords.path" });
  await seen.onChange({ affectsConfiguration: () => false });
  assert.equal(seen.started.length, 2);
  assert.equal(seen.stopped, 1);
});
