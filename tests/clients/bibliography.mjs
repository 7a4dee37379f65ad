// Read bibliographies with the libraries that importers are made of: node bibliography.mjs CLIENT FORMAT FILE
import { readFileSync } from "node:fs";
import { parse } from "@retorquere/bibtex-parser";
import { BibLatexParser } from "biblatex-csl-converter";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

const TYPES = { bibtex: "@bibtex/text", biblatex: "@biblatex/text", ris: "@ris/file", "csl-json": "@csl/list+object" };

const CLIENTS = {
  "better-bibtex": (text) => parse(text, { sentenceCase: { langids: false } }).entries,
  fidus: (text) => Object.values(new BibLatexParser(text, { processUnexpected: true, processUnknown: true }).parse().entries),
  "citation-js": (text, format) =>
    new Cite(format === "csl-json" ? JSON.parse(text) : text, { forceType: TYPES[format], generateGraph: false }).data,
};

const [client, format, path] = process.argv.slice(2);
console.log(JSON.stringify(CLIENTS[client](readFileSync(path, "utf8"), format)));
