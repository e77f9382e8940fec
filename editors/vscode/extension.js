// Starts `lintwords lsp` for the texts of the editor, and says how to get it where it is not there.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

const LANGUAGES = ["markdown", "mdx", "html", "plaintext", "restructuredtext", "asciidoc"];
const HOW = "uv tool install \".[lsp]\", in the folder of lintwords";

let client;

/** The program to start: the one in the settings, or the one on the path; undefined for none. */
function program() {
  const named = vscode.workspace.getConfiguration("lintwords").get("path", "").trim();
  if (named) {
    return isFile(named) ? named : undefined;
  }
  const names = process.platform === "win32" ? ["lintwords.exe", "lintwords.cmd"] : ["lintwords"];
  for (const folder of (process.env.PATH || "").split(path.delimiter)) {
    for (const name of names) {
      if (path.isAbsolute(folder) && isFile(path.join(folder, name))) {
        return path.join(folder, name);
      }
    }
  }
  return undefined;
}

function isFile(name) {
  try {
    return path.isAbsolute(name) && fs.statSync(name).isFile();
  } catch {
    return false;
  }
}

async function sayMissing() {
  const named = vscode.workspace.getConfiguration("lintwords").get("path", "").trim();
  const where = named ? `There is no program at ${named} (lintwords.path).` : "It is not on the path.";
  const choice = await vscode.window.showErrorMessage(
    `lintwords cannot check: the program was not found. ${where} Install it: ${HOW}, or name it in the settings.`,
    "Open the settings", "Try again",
  );
  if (choice === "Open the settings") {
    await vscode.commands.executeCommand("workbench.action.openSettings", "lintwords.path");
  } else if (choice === "Try again") {
    await start();
  }
}

async function start() {
  await stop();
  const command = program();
  if (!command) {
    void sayMissing();
    return;
  }
  const run = { command, args: ["lsp"], transport: TransportKind.stdio };
  client = new LanguageClient("lintwords", "lintwords", { run, debug: run }, {
    documentSelector: LANGUAGES.flatMap((language) => [
      { scheme: "file", language }, { scheme: "untitled", language },
    ]),
    synchronize: { configurationSection: "lintwords" },
  });
  try {
    await client.start();
  } catch (error) {
    void vscode.window.showErrorMessage(
      `lintwords cannot check: ${command} lsp did not start (${error.message}). `
      + `It needs its extra: ${HOW}`,
    );
  }
}

async function stop() {
  const old = client;
  client = undefined;
  if (old) {
    await old.stop().catch(() => undefined);
  }
}

exports.activate = async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("lintwords.restart", start),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("lintwords.path")) {
        await start();
      }
    }),
  );
  await start();
};

exports.deactivate = stop;
