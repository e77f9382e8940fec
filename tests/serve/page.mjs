// The page of `lintwords serve` in headless Chromium: paste, drop a Word file, accept two, download,
// open again; by keyboard alone; at three widths, light and dark, with axe. What comes out is
// compared with what `lintwords fix` writes. Called by .ci/run-page: page.mjs CHECKOUT [SCREENSHOTS]
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [checkout, shots] = process.argv.slice(2);
const lintwords = join(checkout, ".venv/bin/lintwords");
const folder = mkdtempSync(join(tmpdir(), "page-"));
const env = { ...process.env, SOURCE_DATE_EPOCH: "1700000000" };
const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const faults = [];
let done = 0;
const must = (holds, what) => { done += 1; if (!holds) faults.push(what); };
const run = (...args) => {
  try {
    return execFileSync(lintwords, args, { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    return error.stdout; // findings end with 1
  }
};

const TEXT = "China has jailed two poets 😀. The choir sang.\n\n\"China took him,\" her son said.\n\n"
  + "We condemn China for its raids. China tortured a monk <img src=x onerror='window.planted = 1'>.\n";
writeFileSync(join(folder, "text.txt"), TEXT);
const release = readFileSync(join(checkout, "examples/foundation.docx"));
writeFileSync(join(folder, "release.docx"), release);
run("fix", "--isolated", "text.txt");
run("fix", "--isolated", "release.docx");

const server = spawn(lintwords, ["serve", "--port", "0", "--isolated"], { cwd: folder, env });
const address = await new Promise((found) => server.stdout.on("data", (data) => {
  const at = /http:\S+/.exec(String(data));
  if (at) found(at[0]);
}));
const browser = await chromium.launch({
  executablePath: ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});

async function opened(width, colorScheme) {
  const context = await browser.newContext({
    viewport: { width, height: 900 }, colorScheme, acceptDownloads: true,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  const where = `${width} px, ${colorScheme}`;
  page.on("request", (one) => {
    if (!/^(?:blob:)?http/.test(one.url()) || !one.url().includes(new URL(address).host)) faults.push(`${where}: asks for ${one.url()}`);
  });
  page.on("pageerror", (error) => faults.push(`${where}: ${error.stack}`));
  page.on("console", (one) => { if (one.type() === "error") faults.push(`${where}: ${one.text()}`); });
  await page.goto(address);
  return { page, context, where };
}

async function looks(page, where, name) {
  const width = page.viewportSize().width;
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  must(wide <= width, `${where}, ${name}: the page is ${wide} px wide`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  must(true, "");
  violations.forEach((one) => faults.push(`${where}, ${name}: ${one.id}: ${one.help}: ${one.nodes[0].html}`));
  if (shots) await page.screenshot({ path: join(shots, `${name}-${where.replace(/\W+/g, "-")}.png`), fullPage: true });
}

async function drop(page, name, data) {
  const file = await page.evaluateHandle(([called, signs]) => {
    const bytes = Uint8Array.from(atob(signs), (sign) => sign.charCodeAt(0));
    const carried = new DataTransfer();
    carried.items.add(new File([bytes], called));
    return carried;
  }, [name, data.toString("base64")]);
  await page.dispatchEvent("body", "dragenter", { dataTransfer: file });
  must(await page.locator("#over").isVisible(), "a dragged file is not told where to go");
  await page.dispatchEvent("body", "drop", { dataTransfer: file });
  await page.locator("#name").filter({ hasText: name }).waitFor();
}

async function download(page, button) {
  const coming = page.waitForEvent("download");
  await page.locator(button).click();
  const came = await coming;
  return [came.suggestedFilename(), readFileSync(await came.path())];
}

const paste = async (page, text) => {
  await page.locator("#paste").fill(text);
  await page.locator("#ask button[type=submit]").click();
  await page.locator("#work").waitFor();
};
const copied = async (page) => {
  await page.locator("#copy").click();
  await page.locator("#status").filter({ hasText: "Copied" }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
};

// -- looks ---------------------------------------------------------------------------------------

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 800, 1600]) {
    const { page, context, where } = await opened(width, colorScheme);
    await looks(page, where, "begin");
    await paste(page, TEXT);
    const cards = page.locator("#cards > li");
    must(await cards.count() >= 3, `${where}: ${await cards.count()} findings`);
    await page.locator("details summary").evaluateAll((all) => all.forEach((one) => { one.parentElement.open = true; }));
    await looks(page, where, "open");
    await page.locator("details").evaluateAll((all) => all.forEach((one) => { one.open = false; }));
    await cards.first().locator(".words button").first().click();
    await cards.nth(1).locator("summary", { hasText: "Leave" }).click();
    await cards.nth(1).locator("input:visible").fill("his words");
    await cards.nth(1).locator("button:visible").click();
    await looks(page, where, "decided");
    must(await page.evaluate(() => window.planted === undefined), `${where}: a script ran`);
    const link = await page.locator("#cards a").first().getAttribute("href");
    await page.evaluate(() => { window.onbeforeunload = null; });
    const rule = await context.newPage();
    await rule.goto(new URL(link, address).href);
    await looks(rule, where, "rule");
    await context.close();
  }
}

// -- a French text: what stands beside a finding is in its language ------------------------------

{
  const { page, context } = await opened(800, "light");
  await paste(page, "La Chine a emprisonné deux poètes dans la ville.");
  const card = page.locator("#cards > li").first();
  await card.waitFor();
  const said = await card.innerText();
  must(said.includes("Écrire plutôt") && said.includes("Pourquoi"), `French: it says ${said}`);
  must(!said.includes("Write instead"), "French: a label is English");
  must(await card.locator("h3[lang=fr]").count() === 1, "French: nobody is told that the message is French");
  await card.locator("summary", { hasText: "own words" }).click();
  const own = card.locator("details[open] input");
  must(await own.inputValue() === "La Chine", `French: own words begin as ${await own.inputValue()}`);
  await looks(page, "800 px, light", "french");
  await own.fill("La police de Harbin");
  await card.locator("button", { hasText: "Take" }).click();
  must(await copied(page) === "La police de Harbin a emprisonné deux poètes dans la ville.", `French: own words give ${await copied(page)}`);
  await page.evaluate(() => { window.onbeforeunload = null; });
  await context.close();
}

// -- a pasted text -------------------------------------------------------------------------------

{
  const { page, context } = await opened(1280, "light");
  await paste(page, TEXT);
  await page.locator("#safe").click();
  must(await copied(page) === readFileSync(join(folder, "text.txt"), "utf8"), "paste: not what fix writes");
  await page.locator("#undo").click();
  must(await copied(page) === TEXT, "paste: undo does not give the text back");
  await page.locator("#redo").click();
  must(await copied(page) === readFileSync(join(folder, "text.txt"), "utf8"), "paste: redo");
  await page.locator("#undo").click();
  const first = page.locator("#cards > li").first();
  await first.locator("summary", { hasText: "own words" }).click();
  await first.locator("input:visible").fill("A court in the south");
  must((await first.locator("form .quote").textContent()).startsWith("ChinaA court in the south has"), "paste: own words are not shown in their sentence");
  await first.locator("button", { hasText: "Take" }).click();
  must(await first.locator(".quote del").textContent() === "China", "paste: a card does not say what was there before");
  must((await copied(page)).startsWith("A court in the south has jailed two poets 😀."), "paste: own words");
  must(await page.locator("#text ins").first().textContent() === "A court in the south", "paste: not shown");
  await page.locator("#undo").click();
  await first.locator("summary", { hasText: "own words" }).click();
  await first.locator("input:visible").fill("Brave China");
  await first.locator("button", { hasText: "Take" }).click();
  await first.locator(".needs", { hasText: "country-as-abuser" }).waitFor();
  must((await page.locator("#status").textContent()).startsWith("These words are a finding again"), "paste: own words that are a finding again are not told");
  await context.close();
}

// -- on a narrow screen, to the last decision -----------------------------------------------------

{
  const { page, context } = await opened(390, "light");
  await paste(page, "China jailed two poets. China tortured a monk.");
  must(!await page.locator("#near").isVisible(), "narrow: undo is offered before a decision");
  const first = page.locator("#cards > li").first();
  await first.locator("summary", { hasText: "Leave" }).click();
  await first.locator("button", { hasText: "Leave it" }).click();
  must(await page.locator("#status").textContent() === "Say why it stays.", "narrow: a reason is not asked for");
  await first.locator(".words button").first().click();
  const inView = (id) => page.locator(id).evaluate((one) => {
    const { top, bottom, height } = one.getBoundingClientRect();
    return height > 0 && top >= 0 && bottom <= innerHeight;
  });
  must(await inView("#undo-near") && await inView("#take-near"), "narrow: undo and the text are out of sight");
  must(await page.locator("#next.main").count() === 1, "narrow: the next finding is not the main button");
  await page.locator("#cards > li:not(.done) .words button").first().click();
  must(await page.locator("#bar .main").getAttribute("id") === "copy", "narrow: nothing is open, but Copy is not the main button");
  await page.locator("#undo-near").click();
  must((await page.locator("#status").textContent()).includes("1 finding is open"), "narrow: no undo");
  await page.locator("#take-near").click();
  await page.locator("#status").filter({ hasText: "Copied" }).waitFor();
  await looks(page, "390 px, light", "near");
  await context.close();
}

// -- by keyboard alone ---------------------------------------------------------------------------

{
  const { page, context } = await opened(1280, "light");
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
  const focused = () => page.evaluate(() => document.activeElement.outerHTML);
  await press("Tab", "Tab");
  await page.keyboard.type("China jailed two poets. China tortured a monk.");
  await press("Control+Enter");
  await page.locator("#work").waitFor();
  must((await focused()).includes('id="name"'), `keyboard: after the check the focus is on ${await focused()}`);
  await press("Tab", "Enter"); // the next open finding
  must((await focused()).includes('id="h0"'), `keyboard: the next finding is ${await focused()}`);
  await press("Tab", "Enter"); // its first wording
  must((await page.locator("#status").textContent()).includes("1 finding is open"), "keyboard: no wording is taken");
  must((await focused()).includes('id="h1"'), `keyboard: then the focus is on ${await focused()}`);
  await press("Control+z");
  must((await page.locator("#status").textContent()).includes("2 findings are open"), "keyboard: no undo");
  await context.close();
}

// -- a Word file ---------------------------------------------------------------------------------

{
  const { page, context } = await opened(1280, "light");
  await drop(page, "release.docx", release);
  await page.locator("#safe").click();
  const [name, data] = await download(page, "#download");
  must(name === "release.lintwords.docx", `Word: the copy is called ${name}`);
  must(data.equals(readFileSync(join(folder, name))), "Word: not what fix writes");
  await page.locator("#again").click();

  await drop(page, "release.docx", release);
  const before = await page.locator("#cards > li").count();
  const current = () => page.locator("#cards > .now").getAttribute("id");
  for (let taken = 0; taken < 2; taken += 1) {
    await page.locator("#cards > li:not(.done) .words button").first().click();
    must(await current() === `f${taken + 1}`, `Word: after a decision ${await current()} is current`);
  }
  const [, two] = await download(page, "#download");
  writeFileSync(join(folder, "two.docx"), two);
  const left = JSON.parse(run("check", "--isolated", "--format", "json", "two.docx")).findings.length;
  must(left < before && left >= before - 2, `Word: ${before} findings, ${left} after two decisions`);
  await page.locator("#again").click();
  await drop(page, "two.docx", two);
  must(await page.locator("#cards > li").count() === left, "Word: the copy opens with other findings");
  await page.locator("#cards > li").last().locator("summary", { hasText: "Note" }).click();
  const noted = page.locator("#cards > li").last().locator("input[id^=n]");
  await noted.fill("ask Mira for another quote");
  await noted.press("Enter");
  const card = await page.locator("#cards > li").last().textContent();
  must(card.includes("ask Mira"), `Word: no note on its card: ${card}`);
  await page.locator("#cards > li").nth(0).locator("summary", { hasText: "Leave" }).click();
  const reason = page.locator("#cards > li").nth(0).locator("input[id^=r]");
  await reason.fill("a name of theirs");
  await reason.press("Enter");
  const [copied, three] = await download(page, "#download");
  await page.locator("#again").click();
  await drop(page, copied, three);
  must((await page.locator("#cards > li").nth(0).textContent()).includes("a name of theirs"), "Word: a reason is lost on the way");
  const [reported, html] = await download(page, "#report");
  must(reported === `${copied}.findings.html` && html.includes("<!doctype html>"), "Word: no report");
  writeFileSync(join(folder, reported), html);
  const report = await (await browser.newContext()).newPage();
  for (const width of [320, 1280, 1366]) {
    await report.setViewportSize({ width, height: 900 });
    await report.goto(`file://${join(folder, reported)}`);
    await report.locator("details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
    await looks(report, `${width} px, report`, "report");
  }
  await page.locator("#again").click();

  const site = "<!doctype html><html><body><h1>News &amp; more</h1><p>Last year China <b>jailed</b> two &ldquo;poets&rdquo;.</p></body></html>";
  await drop(page, "a.html", Buffer.from(site));
  const seen = await page.locator("#text").innerText();
  must(seen.includes("Last year China jailed two “poets”.") && !seen.includes("<"), `web page: shown as ${seen}`);
  must((await page.locator("#cards .quote").first().textContent()).startsWith("Last year China jailed"), "web page: its source on a card");
  await page.locator("#cards > li .words button").first().click();
  const [, changedSite] = await download(page, "#download");
  must(String(changedSite) === site.replace("China", "the Chinese government"), `web page: ${changedSite}`);
  await page.locator("#again").click();

  const mail = "Subject: China must free him\n\nDear all,\n\nChina jailed two poets.\n";
  await drop(page, "a.eml", Buffer.from(mail));
  must(await page.locator("#download").isHidden(), "mail: a download of what is only read");
  must(!(await page.locator("#cards").textContent()).includes("only read"), "mail: a reason at each button that says nothing");
  await page.locator("#safe").click();
  await page.locator("#copy").click();
  const pasted = await page.evaluate(() => navigator.clipboard.readText());
  must(pasted === "[subject]\nThe Chinese government must free him\n\n[text]\nDear all,\n\nThe Chinese government jailed two poets."
    || pasted.startsWith("[subject]\nChinese government must"), `mail: copied ${JSON.stringify(pasted)}`);
  await page.locator("#again").click();

  const planted = "<img src=x onerror='window.planted=1'>.zip";
  const file = Buffer.from("no text");
  await page.locator("#file").setInputFiles({ name: planted, mimeType: "application/zip", buffer: file });
  await page.locator("#trouble").waitFor();
  must((await page.locator("#trouble").textContent()).includes("cannot read"), "a file of another type");
  must(await page.evaluate(() => window.planted === undefined), "a file's name ran");
  await context.close();
}

await browser.close();
server.kill("SIGINT");
const code = await new Promise((ended) => server.on("exit", ended));
must(code === 0, `the server ended with ${code}`);
faults.forEach((fault) => console.error(fault));
console.log(`the page: ${done} tried, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
