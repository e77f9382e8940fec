// The program in the browser: Python, lintwords and its rules, all from beside this file.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const beside = (name) => new URL(name, import.meta.url);
const ready = (async () => {
  const python = await loadPyodide({ indexURL: beside("pyodide/").href });
  for (const name of ["lintwords.zip", "compiled.zip"]) {
    const found = await fetch(beside(name));
    python.unpackArchive(await found.arrayBuffer(), "zip", { extractDir: "/lintwords" });
  }
  python.runPython("import sys; sys.path.insert(0, '/lintwords')");
  return python.pyimport("answer");
})();

self.onmessage = async ({ data: { number, path, body } }) => {
  try {
    const told = (await ready).answer(path, JSON.stringify(body));
    self.postMessage({ number, told: JSON.parse(told) });
  } catch (error) {
    self.postMessage({ number, trouble: String(error.message ?? error).trim().split("\n").pop() });
  }
};
