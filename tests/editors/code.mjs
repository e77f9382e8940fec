// The VS Code extension in code-server, in headless Chromium: findings, a quick fix, all safe fixes, an ignore
// comment, and what it says where the program is not there. What is saved is compared with what `lintwords fix` writes.
// Called by .ci/run-code: code.mjs CHECKOUT CODE-SERVER EXTENSION [SCREENSHOTS]
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [checkout, server, extension, shots] = process.argv.slice(2);
const lintwords = join(checkout, ".venv/bin/lintwords");
const folder = mkdtempSync(join(tmpdir(), "code-"));
const texts = join(folder, "texts");
const faults = [];
let done = 0;
const must = (holds, what) => { done += 1; if (!holds) faults.push(what); };

const TEXT = "# Notes 🙂\n\n🙂 新疆: China jailed five poets. The choir sang.\n\nWe condemn China for the raids.\n";
mkdirSync(texts);
writeFileSync(join(texts, "letter.md"), TEXT);
writeFileSync(join(texts, "kept.md"), "One day China jailed five poets.\n");
writeFileSync(join(folder, "letter.md"), TEXT);
execFileSync(lintwords, ["fix", "--isolated", "letter.md"], { cwd: folder, stdio: "ignore" });
const fixed = readFileSync(join(folder, "letter.md"), "utf8");
must(fixed !== TEXT, "fix changes nothing");
must(statSync(extension).size < 300_000, `the extension holds ${statSync(extension).size} bytes`);

const data = join(folder, "data");
const options = ["--user-data-dir", data, "--extensions-dir", join(folder, "extensions"), "--config", join(folder, "config.yaml")];
const entry = join(server, "out/node/entry.js");
const env = { ...process.env, HOME: folder, PATH: "/usr/bin:/bin" }; // no lintwords on it
writeFileSync(join(folder, "config.yaml"), "");
function settings(named) {
  for (const [place, values] of [
    ["User", { "security.workspace.trust.enabled": false, "workbench.startupEditor": "none", "telemetry.telemetryLevel": "off",
      "workbench.enableExperiments": false, "extensions.autoCheckUpdates": false, "files.autoSave": "off" }],
    ["Machine", named ? { "lintwords.path": named } : {}],
  ]) {
    mkdirSync(join(data, place), { recursive: true });
    writeFileSync(join(data, place, "settings.json"), JSON.stringify(values));
  }
}
settings("");
execFileSync(process.execPath, [entry, ...options, "--install-extension", extension], { env, stdio: "inherit" });

const port = await new Promise((found) => {
  const one = createServer().listen(0, "127.0.0.1", () => { const { port } = one.address(); one.close(() => found(port)); });
});
const running = spawn(process.execPath, [
  entry, ...options, "--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check",
], { env, stdio: ["ignore", "pipe", "inherit"] });
await new Promise((found) => running.stdout.on("data", (said) => { if (String(said).includes("listening on")) found(); }));
const browser = await chromium.launch({
  executablePath: ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
const PATIENCE = 30_000;

let page;
async function opened(name) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
  page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const open = encodeURIComponent(JSON.stringify([["openFile", `vscode-remote://127.0.0.1:${port}${join(texts, name)}`]]));
  await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(texts)}&payload=${open}`);
  await page.locator(".monaco-editor .view-line").first().waitFor();
}
const look = (name) => (shots ? page.screenshot({ path: join(shots, `${name}.png`) }) : undefined);
async function command(words) {
  await page.keyboard.press("F1");
  await page.keyboard.type(words);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: words }).first().waitFor();
  await page.keyboard.press("Enter");
}
async function saved(name) {
  await page.locator(".tab.active.dirty").waitFor();
  await page.keyboard.press("Control+s");
  await page.locator(".tab.active:not(.dirty)").waitFor();
  return readFileSync(join(texts, name), "utf8");
}
async function action(words) {
  const { x, y, width, height } = await page.locator(".squiggly-error").first().boundingBox();
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.keyboard.press("Control+.");
  await page.locator(".action-widget .monaco-list-row", { hasText: words }).first().waitFor();
  await look(`actions-${words.replace(/\W+/g, "-")}`);
  const chosen = page.locator(".action-widget .monaco-list-row.focused");
  for (let steps = 0; steps < 9 && !(await chosen.innerText()).includes(words); steps += 1) {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
}

try {
  // the program is not there
  await opened("letter.md");
  const told = page.locator(".notification-list-item", { hasText: "the program was not found" });
  await told.waitFor();
  const words = await told.innerText();
  must(/not on the path/.test(words) && words.includes("uv tool install"), `it says: ${words}`);
  await look("missing");
  await page.context().close();

  // the program is there: findings, and all safe fixes at once
  settings(lintwords);
  await opened("letter.md");
  await page.locator(".squiggly-error").nth(1).waitFor();
  must(await page.locator(".squiggly-error").count() === 2, "not each finding is underlined");
  await command("Problems: Focus on Problems View");
  const rows = page.locator(".markers-panel .monaco-list-row", { hasText: "country-" });
  await rows.first().waitFor();
  must((await rows.allInnerTexts()).some((row) => row.includes("country-as-abuser")), "no finding has its id");
  await look("findings");
  await action("Write “the Chinese government”");
  await page.locator(".squiggly-error").nth(1).waitFor({ state: "detached" });
  await command("Fix All");
  await page.locator(".squiggly-error").first().waitFor({ state: "detached" });
  const changed = await saved("letter.md");
  must(changed === fixed, `it saved ${JSON.stringify(changed)}, and fix writes ${JSON.stringify(fixed)}`);
  await look("fixed");
  await page.context().close();

  // one finding is left be, with a reason
  await opened("kept.md");
  await page.locator(".squiggly-error").first().waitFor();
  await action("a name or a title");
  await page.locator(".squiggly-error").first().waitFor({ state: "detached" });
  const kept = await saved("kept.md");
  must(kept === "<!-- lintwords: ignore country-as-abuser: a name or a title -->\nOne day China jailed five poets.\n", `it saved ${JSON.stringify(kept)}`);
  await page.context().close();
} catch (error) {
  await look("stopped");
  faults.push(error.message);
} finally {
  await browser.close();
  running.kill();
  await new Promise((ended) => running.once("exit", ended));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
faults.forEach((one) => console.log(one));
console.log(faults.length ? `${faults.length} of ${done} do not hold` : `all ${done} hold`);
process.exit(faults.length ? 1 : 0);
