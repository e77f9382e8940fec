// The way to the program where it runs in the page itself, in a thread of its own.
window.lintwordsAsk = (() => {
  const worker = new Worker("worker.mjs", { type: "module" });
  const waiting = new Map();
  let last = 0;
  const fail = (why) => {
    waiting.forEach(({ no }) => no(new Error(why)));
    waiting.clear();
  };
  worker.onmessage = ({ data: { number, told, trouble } }) => {
    const { yes, no } = waiting.get(number);
    waiting.delete(number);
    if (trouble) no(new Error(trouble));
    else if (told.cannot) no(new Error(`${told.cannot}. ${told.hint}`.trim()));
    else yes(told);
  };
  worker.onerror = (event) => fail(event.message || "cannot start the program in this browser");
  return (path, body) => new Promise((yes, no) => {
    last += 1;
    waiting.set(last, { yes, no });
    worker.postMessage({ number: last, path, body });
  });
})();
