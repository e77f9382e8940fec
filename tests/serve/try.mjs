// The page as a folder of files, with the program inside, in headless Chromium from a plain server of
// files: paste, a web page and a Word file; what comes out is what `lintwords fix` writes. Called by
// .ci/run-try: try.mjs CHECKOUT FOLDER
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [checkout, folder] = process.argv.slice(2);
const lintwords = join(checkout, ".venv/bin/lintwords");
const work = mkdtempSync(join(tmpdir(), "try-"));
const faults = [];
let done = 0;
const must = (holds, what) => { done += 1; if (!holds) faults.push(what); };
const run = (...args) => {
  try {
    return execFileSync(lintwords, args, { cwd: work, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    return error.stdout; // findings end with 1
  }
};

const TEXT = "China has jailed two poets 😀. The choir sang.\n\nWe condemn China for the raids.\n";
const HTML = "<!doctype html><title>Calm</title><p>China jailed <b>two</b> poets.</p>";
const release = readFileSync(join(checkout, "examples/foundation.docx"));
writeFileSync(join(work, "text.txt"), TEXT);
writeFileSync(join(work, "text.html"), HTML);
writeFileSync(join(work, "release.docx"), release);
for (const name of ["text.txt", "text.html", "release.docx"]) run("fix", "--isolated", name);

const files = spawn("python3", ["-u", "-m", "http.server", "--bind", "127.0.0.1", "--directory", folder, "0"]);
const address = await new Promise((found) => files.stdout.on("data", (data) => {
  const at = /http:[^\s)]+/.exec(String(data));
  if (at) found(at[0]);
}));
const browser = await chromium.launch({
  executablePath: ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
const page = await context.newPage();
page.setDefaultTimeout(120_000);
context.on("request", (one) => {
  if (!one.url().replace(/^blob:/, "").startsWith(address)) faults.push(`asks for ${one.url()}`);
});
page.on("pageerror", (error) => faults.push(error.stack));
page.on("console", (one) => { if (one.type() === "error") faults.push(one.text()); });
await page.goto(address);

const give = (name, buffer) => page.locator("#file").setInputFiles({ name, mimeType: "application/x", buffer });
const opened = (name) => page.locator("#name").filter({ hasText: name }).waitFor();
async function download() {
  const coming = page.waitForEvent("download");
  await page.locator("#download").click();
  const came = await coming;
  return readFileSync(await came.path());
}

const began = Date.now();
await page.locator("#paste").fill(TEXT);
await page.locator("#ask button[type=submit]").click();
await page.locator("#work").waitFor();
console.log(`the first text after ${Date.now() - began} ms`);
await page.locator("#safe").click();
await page.locator("#copy").click();
await page.locator("#status").filter({ hasText: "Copied" }).waitFor();
const copied = await page.evaluate(() => navigator.clipboard.readText());
must(copied === readFileSync(join(work, "text.txt"), "utf8"), "paste: not what fix writes");
const link = await page.locator("#cards a").first().getAttribute("href").catch(() => null);
await page.locator("#undo").click();
const rule = await context.newPage();
await rule.goto(new URL(await page.locator("#cards a").first().getAttribute("href") ?? link, address).href);
must(await rule.locator("h1").count() === 1, "there is no page of the rule");
await rule.close();
page.once("dialog", (dialog) => dialog.accept());
await page.locator("#again").click();

await give("text.html", Buffer.from(HTML));
await opened("text.html");
await page.locator("#safe").click();
must((await download()).equals(readFileSync(join(work, "text.html"))), "HTML: not what fix writes");
await page.locator("#again").click();

await give("release.docx", release);
await opened("release.docx");
await page.locator("#safe").click();
writeFileSync(join(work, "browser.docx"), await download());
const left = (name) => JSON.parse(run("check", "--isolated", "--format", "json", name)).findings
  .map((one) => [one.rule, one.part, one.start, one.end]);
must(JSON.stringify(left("browser.docx")) === JSON.stringify(left("release.lintwords.docx")),
  "Word: another copy than fix writes");
await page.locator("#again").click();

await give("text.md", Buffer.from("China jailed two poets."));
await page.locator("#trouble").waitFor();
must((await page.locator("#trouble").textContent()).includes("cannot read text.md in this page"), "Markdown is not refused");

await browser.close();
files.kill();
faults.forEach((fault) => console.error(fault));
console.log(`the page of files: ${done} tried, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
