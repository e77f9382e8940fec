// Makes Word files with the npm package "docx": node make.mjs SAMPLES.json FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  Document, FootnoteReferenceRun, Footer, Header, HeadingLevel, Packer, Paragraph, Table,
  TableCell, TableRow, TextRun,
} from "docx";

const [file, folder] = process.argv.slice(2);
for (const sample of JSON.parse(readFileSync(file, "utf8"))) {
  const footnotes = {};
  const make = {
    heading: (text) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 }),
    text: (runs) => new Paragraph({
      children: runs.map(([text, format]) =>
        new TextRun({ text, bold: format === "bold", italics: format === "italic" })),
    }),
    item: (text) => new Paragraph({ text, bullet: { level: 0 } }),
    table: (rows) => new Table({
      rows: rows.map((cells) => new TableRow({
        children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
      })),
    }),
    note: ([text, note]) => {
      const id = Object.keys(footnotes).length + 1;
      footnotes[id] = { children: [new Paragraph(note)] };
      return new Paragraph({ children: [new TextRun(text), new FootnoteReferenceRun(id)] });
    },
  };
  const children = sample.blocks.map(([kind, content]) => make[kind](content));
  const section = { children };
  if (sample.header)
    section.headers = { default: new Header({ children: [new Paragraph(sample.header)] }) };
  if (sample.footer)
    section.footers = { default: new Footer({ children: [new Paragraph(sample.footer)] }) };
  const document = new Document({ footnotes, sections: [section] });
  writeFileSync(join(folder, `${sample.name}.docx`), await Packer.toBuffer(document));
}
