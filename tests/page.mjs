// Opens a page in headless Chromium, wide, narrow and dark: it must fit, run nothing, satisfy axe,
// and its filters must hide findings, also in print. Called by .ci/run-outputs.
import { readFileSync, existsSync } from "node:fs";
import { chromium } from "playwright-core";

const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const faults = [];
const must = (holds, what) => holds || faults.push(what);
const browser = await chromium.launch({
  executablePath: ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
for (const [width, colorScheme] of [[1280, "light"], [320, "light"], [1280, "dark"]]) {
  const where = `${width} px, ${colorScheme}`;
  // the page's own policy forbids every script, also that of axe
  const context = await browser.newContext({
    viewport: { width, height: 900 }, colorScheme, bypassCSP: true,
  });
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("dialog", (dialog) => { faults.push(`${where}: a dialog`); dialog.dismiss(); });
  await page.goto(`file://${process.argv[2]}`);
  must(asked.length === 1, `${where}: asks for ${asked.slice(1)}`);
  must(await page.evaluate(() => window.planted === undefined), `${where}: a script ran`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  must(wide <= width, `${where}: the page is ${wide} px wide`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  violations.forEach((found) => faults.push(`${where}: ${found.id}: ${found.help}`));

  const findings = page.locator("li.finding:visible");
  const before = await findings.count();
  const box = page.locator("nav input").first();
  const named = await box.getAttribute("id");
  await box.uncheck();
  must(before > 0 && await page.locator(`li.${named}:visible`).count() === 0, `${where}: filter`);
  const left = await findings.count();
  await page.emulateMedia({ media: "print" });
  must(await findings.count() === left, `${where}: the filter does not hold in print`);
  await context.close();
}
await browser.close();
faults.forEach((fault) => console.error(fault));
console.log(`${process.argv[2]}: ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
