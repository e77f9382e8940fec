// Makes the rules ready in the very Python that the page runs, so that nobody waits for it there.
//
//     node docs/try/compile.mjs FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const folder = resolve(process.argv[2]);
const { loadPyodide } = await import(`${folder}/pyodide/pyodide.mjs`);
const python = await loadPyodide({ indexURL: `${folder}/pyodide/` });
python.unpackArchive(new Uint8Array(readFileSync(`${folder}/lintwords.zip`)), "zip", { extractDir: "/lintwords" });
python.runPython(`
import os, sys, zipfile
sys.path.insert(0, "/lintwords")
os.environ["LINTWORDS_CACHE"] = "/cache"
import lintwords
from lintwords.files.cachefiles import BROUGHT
lintwords.lint("A calm text of a few words, so that all rules are read.")
with zipfile.ZipFile("/compiled.zip", "w", zipfile.ZIP_DEFLATED) as made:
    for name in sorted(os.listdir("/cache")):
        if name.partition("-")[0] in BROUGHT:
            made.write(f"/cache/{name}", f"lintwords/rules/compiled/{name}")
    assert made.namelist(), "nothing was kept"
`);
writeFileSync(`${folder}/compiled.zip`, python.FS.readFile("/compiled.zip"));
