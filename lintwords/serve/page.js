"use strict";
// The page: a text goes to the server, its findings come back, a person decides, and the server makes
// the changed file. What was decided lives here alone, and is gone with the page.
(() => {
const el = (id) => document.getElementById(id);
const WORDS = JSON.parse(el("words").textContent);
const PLURAL = new Intl.PluralRules(document.documentElement.lang);
const RULE = document.body.dataset.rule;
const ROUND = 90; // signs of text on each side of found words on their card
const MOST = 3000; // lines or paragraphs shown at once
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A sentence of the table with its fields filled in; of two that for the number n. */
function say(name, values = {}) {
  const entry = WORDS[name];
  const text = Array.isArray(entry) ? entry[PLURAL.select(values.n) === "one" ? 0 : 1] : entry;
  return text.replace(/\{(\w+)\}/g, (field, key) => values[key] ?? field);
}

/** The only way to the program; a page without a server may bring another. */
const ask = window.lintwordsAsk || (async (path, body) => {
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
    });
  } catch {
    throw new Error(say("no-server"));
  }
  const told = await answer.json();
  if (!answer.ok) throw new Error(say("cannot", { what: told.cannot, hint: told.hint }).trim());
  return told;
});

// -- state ---------------------------------------------------------------------------------------

let sent = null; // what was asked: name, text or data
let file = null; // how it was read
let findings = [];
let labels = {}; // language of a finding → what stands beside it
let decisions = new Map(); // number of a finding → { fix }, { words } with or without it, { reason } or { note }
let past = [];
let future = [];
let current = -1;
let isKept = true; // nothing is decided that is not copied or downloaded
const foundAgain = new Map(); // a decision with own words → the rules that find something in them
const parts = new Map(); // number of a part → its text by code points

/** A text by code points: slices of it, and its length. */
function byPoints(text) {
  if (!/[\ud800-\udbff]/.test(text)) return { cut: (a, b) => text.slice(a, b), length: text.length };
  const points = Array.from(text);
  return { cut: (a, b) => points.slice(a, b).join(""), length: points.length };
}

/** A stretch of a text as a person reads it: of a web page without its tags. */
function readable(part, start, end) {
  const text = parts.get(part);
  if (!file.read) return text.cut(start, end);
  let made = "";
  for (const [low, high, words] of runs) {
    if (low >= end) break;
    if (words === null) made += high > start ? text.cut(Math.max(low, start), Math.min(high, end)) : "";
    else if (low >= start) made += words;
  }
  return made;
}
let runs = []; // the stretches of a web page that a person reads

/** The edits that a decision makes; none where it leaves the words as they are. */
function editsOf(number, decision = decisions.get(number)) {
  const one = findings[number];
  if (!decision || decision.reason !== undefined || decision.note !== undefined) return [];
  if (decision.words === undefined) {
    return one.fixes[decision.fix].edits.map((edit) => ({ part: one.part, ...edit }));
  }
  return [{ part: one.part, ...stretch(one, decision.fix), text: decision.words }];
}

/** Where own words stand: as far as a fix and the found words reach, else where those stand. */
function stretch(one, fix) {
  const all = [one, ...(one.fixes[fix]?.edits ?? [])];
  return { start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)) };
}

const overlap = (a, b) => a.part === b.part && ((a.start < b.end && b.start < a.end) || a.start === b.start);

let taken = []; // the edits of all decisions, with the numbers of their findings
let states = []; // of each finding: open, accepted, ignored, covered

/** Whether edits meet those of another decision. */
const clashes = (number, edits) => taken.some((a) => a.number !== number
  && edits.some((b) => overlap(a, b)));

/** Find out anew what the decisions change, and what became of each finding. */
function survey() {
  taken = [...decisions.keys()].flatMap((number) => editsOf(number).map((edit) => ({ ...edit, number })));
  states = findings.map((one, number) => {
    const decision = decisions.get(number);
    if (decision?.reason !== undefined) return "ignored";
    if (decision && decision.note === undefined) return "accepted";
    return clashes(number, [one]) ? "covered" : "open";
  });
}

const open = () => [...states.keys()].filter((number) => states[number] === "open");

function decide(rows) {
  past.push(decisions);
  future = [];
  decisions = new Map(decisions);
  rows.forEach(([number, decision]) => (decision ? decisions.set(number, decision) : decisions.delete(number)));
  isKept = false;
  show();
}

/** Go one step back or forth; gives the number of a finding that it changed. */
function step(from, to) {
  const before = decisions;
  if (!from.length) return -1;
  to.push(decisions);
  decisions = from.pop();
  isKept = false;
  show();
  return findings.findIndex((_, number) => before.get(number) !== decisions.get(number));
}

// -- small helps ---------------------------------------------------------------------------------

/** An element with attributes and content; texts are data. */
function make(tag, attributes = {}, ...content) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...content.filter((one) => one !== "" && one !== null && one !== undefined));
  return made;
}

/** Signs that a reader would not see, or that turn words round, as what they are. */
const visible = (text) => text.replace(HIDDEN, (sign) =>
  `<U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}>`);

const tell = (text) => { el("status").textContent = text; };

function left(said) {
  const n = open().length;
  tell(n ? say("left", { said, n }) : say("left-none", { said }));
}

function trouble(error) {
  el("trouble").textContent = error.message || String(error);
  el("trouble").hidden = false;
}

async function during(button, work) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  el("trouble").hidden = true;
  try {
    await work();
  } catch (error) {
    tell("");
    trouble(error);
  } finally {
    button.removeAttribute("aria-busy");
  }
}

// -- a text comes in -----------------------------------------------------------------------------

async function check(asked, shownName) {
  tell(say("checking", { name: shownName }));
  const { report, document: read, labels: given } = await ask("/api/check", asked);
  if (!read.parts) {
    const why = report.cannot[0] || { message: "" };
    throw new Error(why.message);
  }
  sent = asked;
  file = read;
  findings = report.findings;
  labels = given;
  const before = Object.entries(read.before).map(([number, told]) => [Number(number), told]);
  [decisions, past, future, current, isKept] = [new Map(before), [], [], -1, true];
  parts.clear();
  runs = (read.read ?? []).flat();
  read.parts.forEach((part) => parts.set(part.part, byPoints(part.text)));
  const [about] = report.files;
  el("name").textContent = visible(shownName);
  el("text").lang = about.lang === "und" ? "" : about.lang;
  el("unread").replaceChildren(
    ...about.unread.map((one) => make("li", {}, visible(say("unread", { what: one.what })))),
    ...report.cannot.map((one) => make("li", {}, visible(one.message))),
    ...(read.known ? [make("li", {}, read.known)] : []),
    ...(before.length ? [make("li", {}, say("taken-over", { n: before.length }))] : []),
    ...(read.why_not ? [make("li", {}, say("only-read", { why: read.why_not.replace(/\.$/, "") }))] : []),
    ...(read.why_not || read.tracked || asked.text !== undefined || !findings.length ? []
      : [make("li", {}, say("no-comments"))]),
  );
  el("download").hidden = Boolean(read.why_not) || asked.text !== undefined;
  el("download").textContent = say(read.tracked ? "download-tracked" : "download");
  el("said").hidden = !read.comments || asked.text !== undefined;
  el("safe").hidden = el("next").hidden = el("undo").hidden = el("redo").hidden = !findings.length;
  el("copy").hidden = !findings.length;
  el("begin").hidden = true;
  el("work").hidden = false;
  el("cards").replaceChildren(...findings.map(() => make("li")));
  nothing = findings.length ? "" : about.judged ? say("none", { words: about.words })
    : say("not-judged", { langs: about.unjudged.join(", ") });
  shown.length = 0;
  show();
  el("name").focus();
  tell(el("sum").textContent);
}
let nothing = ""; // what is said where there is no finding

async function take(given) {
  const data = await new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(given);
  });
  await check({ name: given.name, data }, given.name);
}

function mayLeave() {
  return isKept || confirm(say("leave"));
}

function again() {
  if (!mayLeave()) return;
  isKept = true;
  el("work").hidden = el("near").hidden = true;
  el("begin").hidden = false;
  el("file").value = "";
  tell("");
  el("paste").focus();
}

// -- the text ------------------------------------------------------------------------------------

/** What stands in a text: changed words first, then findings that meet none of them, by place. */
function marks() {
  const found = [...taken];
  const free = (mark) => !found.some((other) => overlap(other, mark));
  findings.forEach(({ part, start, end }, number) => {
    const mark = { part, start, end, number };
    if (states[number] !== "accepted" && free(mark)) found.push(mark);
  });
  return found.sort((a, b) => a.part - b.part || a.start - b.start);
}

function* blocks() {
  if (file.read) {
    for (const passage of file.read) {
      yield { part: file.parts[0].part, place: "", start: passage[0][0], end: passage.at(-1)[1] };
    }
    return;
  }
  for (const { part, place, text } of file.parts) {
    if (!file.lines) {
      yield { part, place, start: 0, end: parts.get(part).length };
      continue;
    }
    let start = 0;
    for (const line of text.split(/(?<=\r\n|\r(?!\n)|\n)/)) {
      const end = start + (/[\ud800-\udbff]/.test(line) ? Array.from(line).length : line.length);
      yield { part, place: "", start, end };
      start = end;
    }
  }
}

function showText() {
  const pane = el("text");
  const top = pane.scrollTop;
  const waiting = marks();
  const rows = [];
  let skipped = false;
  const all = [...blocks()];
  const isLong = all.length > MOST;
  let at = 0;
  for (const block of all) {
    const own = [];
    while (at < waiting.length && (waiting[at].part < block.part
      || (waiting[at].part === block.part && waiting[at].end <= block.start && waiting[at].start < block.start))) at += 1;
    for (let next = at; next < waiting.length && waiting[next].part === block.part && waiting[next].start < Math.max(block.end, block.start + 1); next += 1) own.push(waiting[next]);
    if (isLong && !own.length) { skipped = true; continue; }
    if (skipped) rows.push(make("p", { class: "left", "aria-hidden": "true" }, "…"));
    skipped = false;
    rows.push(paragraph(block, own));
  }
  if (isLong) rows.unshift(make("p", { class: "left" }, say("shortened")));
  pane.classList.toggle("lines", file.lines && !file.read);
  pane.replaceChildren(...rows);
  pane.scrollTop = top;
}

function paragraph(block, own) {
  const cut = (a, b) => visible(readable(block.part, a, b).replace(/[\r\n]+$/, ""));
  const row = make("p", { dir: "auto" }, block.place ? make("span", { class: "place" }, block.place) : "");
  let at = block.start;
  for (const mark of own) {
    const start = Math.max(mark.start, block.start, at);
    const end = Math.min(mark.end, block.end);
    row.append(cut(at, start));
    const words = cut(start, Math.max(start, end));
    const state = states[mark.number];
    if (mark.text !== undefined) {
      if (words) row.append(make("del", {}, words));
      if (mark.start >= block.start) row.append(make("ins", { "data-number": mark.number }, visible(mark.text)));
    } else {
      const { severity } = findings[mark.number];
      row.append(make("a", {
        href: `#f${mark.number}`, class: `found ${severity} ${state}`, "data-number": mark.number,
        "aria-describedby": `h${mark.number}`,
        click: (event) => { event.preventDefault(); go(mark.number); },
      }, words));
    }
    at = Math.max(at, end);
  }
  row.append(cut(at, block.end));
  return row;
}

// -- the findings --------------------------------------------------------------------------------

const shown = []; // what each card was drawn from

function show() {
  survey();
  showText();
  findings.forEach((_, number) => {
    const now = [states[number], decisions.get(number)];
    const was = shown[number];
    if (was && was[0] === now[0] && was[1] === now[1]) return;
    shown[number] = now;
    el("cards").children[number].replaceWith(card(number));
  });
  const n = findings.length;
  el("sum").textContent = n ? say("found", { n, open: open().length }) : nothing;
  const goal = el("download").hidden ? "copy" : "download";
  const isDone = n > 0 && !open().length;
  el("next").classList.toggle("main", !isDone);
  for (const id of ["copy", "download"]) el(id).classList.toggle("main", isDone && id === goal);
  el("take-near").textContent = el(goal).textContent;
  el("near").hidden = !past.length && !decisions.size;
  el("undo").setAttribute("aria-disabled", String(!past.length));
  el("redo").setAttribute("aria-disabled", String(!future.length));
  mark(current);
}

/** The language that a finding is explained in: that of the page, which in English is its own. */
const spoken = (one) => document.documentElement.lang === "en" ? one.lang : document.documentElement.lang;

function card(number) {
  const one = findings[number];
  const state = states[number];
  const decision = decisions.get(number);
  const made = make("li", {
    class: `finding ${one.severity} ${state === "open" ? "" : "done"}`, id: `f${number}`,
    focusin: () => mark(number),
    // a decision has drawn the card anew, and gone on to the next
    click: ({ currentTarget }) => { if (currentTarget.isConnected) mark(number); },
  },
  make("h3", { id: `h${number}`, tabindex: "-1", lang: spoken(one) }, one.message),
  make("p", { class: "meta" }, `${say(one.severity)} · ${visible(file.places[number])}`),
  make("p", { class: "quote", lang: one.lang, dir: "auto" },
    ...(state === "accepted" ? changed(one, editsOf(number)) : sentence(one))));
  if (state === "accepted") {
    const words = decision.words ?? one.fixes[decision.fix].label;
    const rules = foundAgain.get(decision);
    made.append(make("p", {}, say(file.why_not ? "taken" : "accepted", { words: visible(words) })),
      rules ? make("p", { class: "needs" }, say("again-found", { rules: rules.join(", ") })) : "",
      undoThis(number));
  } else if (state === "ignored") {
    made.append(make("p", {}, say("ignored", { reason: visible(decision.reason) })), undoThis(number));
  } else if (state === "covered") {
    made.append(make("p", { class: "meta" }, say("covered")));
  } else {
    if (decision) made.append(make("p", {}, say("noted", { note: visible(decision.note) })), undoThis(number));
    made.append(...offers(number));
  }
  return made;
}

/** Some text on each side of a stretch, of its line or paragraph. */
function round({ part, start, end }) {
  const here = file.read?.find((passage) => passage[0][0] <= start && start < passage.at(-1)[1]);
  const [low, high] = here ? [here[0][0], here.at(-1)[1]]
    : [Math.max(start - ROUND, 0), end + ROUND];
  const [before] = readable(part, low, start).slice(-ROUND).match(/[^\r\n]*$/);
  const [after] = readable(part, end, high).slice(0, ROUND).match(/^[^\r\n]*/);
  return [
    before.length < ROUND ? before : before.replace(/^\S*\s/, "… "),
    after.length < ROUND ? after : after.replace(/\s\S*$/, " …"),
  ].map(visible);
}

/** The found words in their line or paragraph. */
function sentence(one) {
  const [before, after] = round(one);
  const words = readable(one.part, one.start, one.end) || parts.get(one.part).cut(one.start, one.end);
  return [before, make("mark", {}, visible(words)), after];
}

/** The same with edits made: what goes, and what comes instead. */
function changed(one, edits) {
  const cut = (a, b) => visible(readable(one.part, a, b));
  const own = edits.filter((edit) => edit.part === one.part).sort((a, b) => a.start - b.start);
  const all = {
    part: one.part, start: Math.min(one.start, ...own.map(({ start }) => start)),
    end: Math.max(one.end, ...own.map(({ end }) => end)),
  };
  const [before, after] = round(all);
  const made = [before];
  let at = all.start;
  for (const edit of own) {
    made.push(cut(at, edit.start));
    if (edit.end > edit.start) made.push(make("del", {}, cut(edit.start, edit.end)));
    if (edit.text) made.push(make("ins", {}, visible(edit.text)));
    at = edit.end;
  }
  return [...made, cut(at, all.end), after];
}

function undoThis(number) {
  return make("button", { type: "button", click: () => {
    decide([[number, null]]);
    left(say("undone"));
    go(number);
  } }, say("undo-this"));
}

function* offers(number) {
  const one = findings[number];
  const stays = file.stays[number];
  let place = one.fixes.length ? { fix: 0 } : {}; // own words stand where the first wording would
  const replaced = () => {
    const { start, end } = stretch(one, place.fix);
    return parts.get(one.part).cut(start, end).replace(/\s*[\r\n]+\s*/g, " ");
  };
  const preview = make("p", { class: "quote", id: `p${number}`, lang: one.lang, dir: "auto", hidden: true });
  const preshow = () => {
    const words = own.value.trim();
    preview.hidden = !words || words === replaced();
    if (!preview.hidden) preview.replaceChildren(...changed(one, editsOf(number, { words, ...place })));
  };
  const own = make("input", { type: "text", id: `w${number}`, value: replaced(), lang: one.lang, input: preshow });
  const ownWords = make("details", { toggle: () => ownWords.open && own.focus() }, make("summary", {}, say("own")), form(own,
    say("own-label", { words: visible(replaced()) }), say("take"), say("needs-words"),
    (words) => accept(number, { words, ...place }), preview));
  if (stays) {
    yield make("p", {}, say(stays));
  } else if (one.fixes.length || one.instead.length) {
    const fixes = new Set(one.fixes.map((fix) => fix.label));
    yield make("p", { class: "meta", id: `o${number}`, lang: spoken(one) }, label(one, "instead"));
    yield make("ul", { class: "words", "aria-labelledby": `o${number}` },
      ...one.fixes.map((fix, at) => make("li", {}, make("button", {
        type: "button", lang: one.lang, click: () => accept(number, { fix: at }),
      }, visible(fix.label)), fix.why_not && fix.why_not !== file.why_not ? make("span", { class: "meta" }, fix.why_not) : "")),
      ...one.instead.filter((words) => !fixes.has(words)).map((words) => make("li", {}, make("button", {
        type: "button", lang: one.lang, click: () => {
          place = {};
          ownWords.querySelector("label").textContent = say("own-label", { words: visible(replaced()) });
          ownWords.open = true;
          own.value = words;
          preshow();
          own.focus();
          tell(say("fit"));
        },
      }, visible(words), " …"))));
  } else {
    yield make("p", {}, say("no-wording"));
  }
  if (!stays) yield ownWords;
  const reason = make("input", { type: "text", id: `r${number}`, "aria-describedby": `rr${number}` });
  const leave = make("details", { toggle: () => leave.open && reason.focus() }, make("summary", {}, say("ignore")), form(reason, say("reason"),
    say("ignore-it"), say("needs-reason"), (words) => {
      decide([[number, { reason: words }]]);
      left(say("ignored", { reason: visible(words) }));
      onward(number);
    }, make("p", { class: "meta", id: `rr${number}` }, say(file.tracked ? "reason-goes-copy" : "reason-goes-report"))));
  yield leave;
  const noted = make("input", { type: "text", id: `n${number}`, value: decisions.get(number)?.note, "aria-describedby": `nn${number}` });
  const remark = make("details", { toggle: () => remark.open && noted.focus() }, make("summary", {}, say("note")), form(noted, say("note-label"),
    say("note-it"), say("needs-note"), (words) => {
      decide([[number, { note: words }]]);
      left(say("noted", { note: visible(words) }));
      onward(number);
    }, make("p", { class: "meta", id: `nn${number}` }, say(file.tracked ? "note-goes-copy" : "note-goes-report"))));
  yield remark;
  const why = make("span", { lang: spoken(one) }, make("span", { class: "meta" }, `${label(one, "why")} `), one.why);
  yield make("p", { class: "quote" }, why, " ", make("a", { href: RULE.replace("{rule}", encodeURIComponent(one.rule)), target: "_blank", rel: "noopener" },
      say("rule")));
  if (one.sources.length) {
    yield make("details", {}, make("summary", { lang: spoken(one) }, label(one, "sources", one.sources.length)),
      make("ul", {}, ...one.sources.map(source)));
  }
}

/** What stands beside a finding: in its language, as in the reports. */
function label(one, name, n) {
  if (one.lang === document.documentElement.lang) return say(name, { n });
  return n === undefined ? labels[one.lang][name] : `${labels[one.lang][name]} : ${n}`;
}

function form(input, label, button, missing, take, note = "") {
  const need = make("p", { class: "needs", hidden: true }, missing);
  return make("form", {
    novalidate: true,
    submit: (event) => {
      event.preventDefault();
      const words = input.value.trim();
      need.hidden = Boolean(words);
      if (words) return take(words);
      tell(missing);
      return input.focus();
    },
  }, make("label", { for: input.id }, label), input, note, need,
  make("div", { class: "row" }, make("button", { type: "submit" }, button)));
}

function source({ title, publisher, date, url }) {
  const named = [title, publisher, date].filter(Boolean).join(", ");
  const isLink = /^(?:https?|mailto):/.test(url);
  return make("li", {}, isLink
    ? make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, named) : named);
}

function accept(number, decision) {
  if (clashes(number, editsOf(number, decision))) {
    tell(say("covered"));
    return;
  }
  decide([[number, decision]]);
  const words = decision.words ?? findings[number].fixes[decision.fix].label;
  left(say(file.why_not ? "taken" : "accepted", { words: visible(words) }));
  onward(number);
  if (decision.words !== undefined) tellFound(number, decision).catch(trouble);
}

/** Say so where own words are a finding again. */
async function tellFound(number, decision) {
  const of = sent;
  const { found } = await ask("/api/words", { ...sent, choices: choices() });
  if (sent !== of || !found[number] || decisions.get(number) !== decision) return;
  foundAgain.set(decision, found[number]);
  shown[number] = undefined;
  const isHere = el(`f${number}`).contains(document.activeElement);
  show();
  if (isHere) go(number);
  left(say("again-found", { rules: found[number].join(", ") }));
}

function acceptSafe() {
  const rows = [];
  const chosen = [];
  for (const number of open()) {
    // in a file that is only read no fix is safe to be written; here a person copies the words
    const fix = findings[number].fixes.findIndex((one) => one.safe || (file.why_not && one.why_not === file.why_not));
    if (fix < 0 || file.stays[number]) continue;
    const edits = editsOf(number, { fix });
    if (clashes(number, edits) || edits.some((a) => chosen.some((b) => overlap(a, b)))) continue;
    chosen.push(...edits);
    rows.push([number, { fix }]);
  }
  if (!rows.length) {
    tell(say("no-safe"));
    return;
  }
  decide(rows);
  left(say("accepted-safe", { n: rows.length }));
}

// -- where a person is ---------------------------------------------------------------------------

/** Show which finding is current, in the list and in the text. */
function mark(number) {
  current = number;
  document.querySelectorAll(".now").forEach((one) => one.classList.remove("now"));
  if (number < 0) return;
  el(`f${number}`)?.classList.add("now");
  const words = el("text").querySelector(`[data-number="${number}"]`);
  if (!words) return;
  words.classList.add("now");
  const pane = el("text").getBoundingClientRect();
  const at = words.getBoundingClientRect();
  if (at.top < pane.top || at.bottom > pane.bottom) el("text").scrollTop += at.top - pane.top - pane.height / 3;
}

/** Go to a finding: its card comes into view and has the focus. */
function go(number) {
  mark(number);
  el(`f${number}`).scrollIntoView({ block: "nearest" });
  el(`h${number}`).focus({ preventScroll: true });
}

/** Go to the next open finding after one, or to the first. */
function onward(number) {
  const rest = open();
  const next = rest.find((one) => one > number) ?? rest[0];
  if (next !== undefined) go(next);
  else if (number >= 0) go(number);
  return next !== undefined;
}

// -- a text goes out -----------------------------------------------------------------------------

function choices() {
  return [...decisions].map(([finding, decision]) => (
    { finding, fingerprint: findings[finding].fingerprint, ...decision }
  ));
}

const fixed = () => ask("/api/fix", {
  ...sent, choices: choices(), comments: !el("said").hidden && el("comments").checked,
});

/** The text of a file that has no lines, with the decisions made: its sections below their names,
 * paragraphs of mail and the like with a blank line between them. */
function composed() {
  const sections = [];
  for (const one of file.parts) {
    if (sections.at(-1)?.name !== one.section) sections.push({ name: one.section, rows: [] });
    sections.at(-1).rows.push(changedPart(one.part));
  }
  return sections.map(({ name, rows }) => (name && sections.length > 1 ? `[${name}]\n` : "")
    + rows.join(file.why_not ? "\n\n" : "\n")).join("\n\n");
}

/** The text of a part with the decisions made. */
function changedPart(part) {
  const text = parts.get(part);
  let at = 0;
  let made = "";
  for (const edit of marks().filter((mark) => mark.text !== undefined && mark.part === part)) {
    made += text.cut(at, edit.start) + edit.text;
    at = edit.end;
  }
  return made + text.cut(at, text.length);
}

async function copy() {
  const text = file.lines && !file.why_not ? (await fixed()).text : composed();
  isKept = true;
  try {
    await navigator.clipboard.writeText(text);
    left(say("copied"));
  } catch {
    el("aside").value = text;
    el("aside").hidden = false;
    el("aside").select();
    tell(say("copy-not"));
  }
}

function save(name, content) {
  const address = URL.createObjectURL(new Blob([content]));
  const link = make("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function download() {
  const made = await fixed();
  save(made.name, Uint8Array.from(atob(made.data), (sign) => sign.charCodeAt(0)));
  isKept = true;
  left(say(file.tracked ? "downloaded-tracked" : "downloaded", { name: made.name }));
}

async function report() {
  const { rendered } = await ask("/api/check", {
    ...sent, report: "html", choices: choices(),
  });
  const name = `${sent.name || "text"}.findings.html`; // with the suffix: each file has a report of its own
  save(name, rendered);
  tell(say("downloaded", { name }));
}

// -- what a person does --------------------------------------------------------------------------

const press = (id, work) => el(id).addEventListener("click", work);

function undo() {
  const number = step(past, future);
  if (number < 0) return tell(say("nothing-undone"));
  left(say("undone"));
  return go(number);
}

function redo() {
  const number = step(future, past);
  if (number < 0) return tell(say("nothing-undone"));
  left(say("redone"));
  return go(number);
}

el("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = el("paste").value;
  during(el("ask"), async () => {
    if (!text.trim()) throw new Error(say("empty"));
    await check({ name: "text.txt", text }, say("pasted"));
  });
});
el("paste").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) el("ask").requestSubmit();
});
press("choose", () => el("file").click());
el("file").addEventListener("change", () => {
  const [given] = el("file").files;
  if (given) during(el("choose"), () => take(given));
});
press("next", () => { if (!onward(current)) tell(say("no-open")); });
press("safe", acceptSafe);
press("undo", undo);
press("redo", redo);
press("copy", () => during(el("copy"), copy));
press("download", () => during(el("download"), download));
press("undo-near", undo);
press("take-near", () => el(el("download").hidden ? "copy" : "download").click());
press("report", () => during(el("report"), report));
press("again", again);

document.addEventListener("keydown", (event) => {
  const isTyped = /^(?:INPUT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
  if (isTyped || el("work").hidden || !(event.ctrlKey || event.metaKey)) return;
  const key = event.key.toLowerCase();
  if (key === "z" || key === "y") {
    event.preventDefault();
    if (key === "y" || event.shiftKey) redo();
    else undo();
  }
});

let depth = 0; // how many elements a dragged file is over
const hasFile = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
document.addEventListener("dragenter", (event) => {
  if (!hasFile(event)) return;
  depth += 1;
  el("over").hidden = false;
});
document.addEventListener("dragleave", (event) => {
  if (!hasFile(event)) return;
  depth = Math.max(depth - 1, 0);
  el("over").hidden = depth > 0 ? el("over").hidden : true;
});
document.addEventListener("dragover", (event) => { if (hasFile(event)) event.preventDefault(); });
document.addEventListener("drop", (event) => {
  if (!hasFile(event)) return;
  event.preventDefault();
  depth = 0;
  el("over").hidden = true;
  const [given] = event.dataTransfer.files;
  if (given && mayLeave()) during(el("choose"), () => take(given));
});
window.addEventListener("beforeunload", (event) => { if (!isKept) event.preventDefault(); });
})();
