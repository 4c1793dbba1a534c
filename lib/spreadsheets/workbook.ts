import type { Archive } from "@/lib/spreadsheets/archive";
import { refuseFile } from "@/lib/spreadsheets/problems";
import { attribute, parsePart } from "@/lib/spreadsheets/xml";

export type SheetPart = { name: string; part: string; hidden: boolean };
export type Workbook = {
  sheets: SheetPart[];
  since1904: boolean;
  sharedStrings: string | null;
  styles: string | null;
};

/** The path of a part that another names, relative to it. */
function resolved(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}

type Relation = { id: string; type: string; target: string };

async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const folder = part.includes("/") ? part.slice(0, part.lastIndexOf("/") + 1) : "";
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  if (!archive.has(name)) return [];
  const found: Relation[] = [];
  await parsePart(archive.chunks(name), {
    open: (tag, { Id = "", Type = "", Target = "", TargetMode }) => {
      if (tag === "Relationship" && TargetMode !== "External")
        found.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), target: resolved(part, Target) });
    },
  });
  return found;
}

/**
 * What a workbook consists of.
 * @throws Refusal file macros, other-format (a zip that is something else), broken, locked, inflates
 */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  if (!archive.has("[Content_Types].xml"))
    return refuseFile(archive.has("mimetype") ? "other-format" : "not-a-table");
  let macros = archive.names.some((name) => /vbaProject\.bin$|\/macrosheets\//i.test(name));
  await parsePart(archive.chunks("[Content_Types].xml"), {
    open: (_, { ContentType = "" }) => {
      if (/macroEnabled|vbaProject/i.test(ContentType)) macros = true;
    },
  });
  if (macros) return refuseFile("macros");
  const [main] = (await relationsOf(archive, "")).filter((r) => r.type === "officeDocument");
  const part = main?.target ?? "xl/workbook.xml";
  if (!archive.has(part) || !part.endsWith(".xml")) return refuseFile("other-format");
  const relations = await relationsOf(archive, part);
  const sheets: SheetPart[] = [];
  let since1904 = false;
  let isWorkbook = false;
  await parsePart(archive.chunks(part), {
    open: (tag, attributes) => {
      if (tag === "workbook") isWorkbook = true;
      if (tag === "workbookPr") since1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (tag !== "sheet") return;
      const relation = relations.find((r) => r.id === attribute(attributes, "id"));
      // A chart's own sheet has no rows.
      if (relation?.type !== "worksheet") return;
      const hidden = attributes.state === "hidden" || attributes.state === "veryHidden";
      sheets.push({ name: attributes.name ?? "", part: relation.target, hidden });
    },
  });
  if (!isWorkbook) return refuseFile("other-format");
  const partOf = (type: string) => relations.find((r) => r.type === type && archive.has(r.target))?.target;
  return {
    sheets,
    since1904,
    sharedStrings: partOf("sharedStrings") ?? null,
    styles: partOf("styles") ?? null,
  };
}

/** All shared strings, in their order; the reading of a word (rPh) is not part of it. */
export async function readSharedStrings(archive: Archive, part: string | null): Promise<string[]> {
  const strings: string[] = [];
  if (!part) return strings;
  let text = "";
  let inText = false;
  let phonetic = 0;
  await parsePart(archive.chunks(part), {
    open: (tag) => {
      if (tag === "si") text = "";
      if (tag === "rPh") phonetic++;
      inText = tag === "t" && phonetic === 0;
    },
    text: (t) => {
      if (inText) text += t;
    },
    close: (tag) => {
      if (tag === "rPh") phonetic--;
      if (tag === "t") inText = false;
      if (tag === "si") strings.push(text);
    },
  });
  return strings;
}

/** Formats of days that need no entry of their own (ECMA-376, 18.8.30, with the Chinese ones). */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** A format shows a day when, colours, conditions and quoted words aside, it holds y, d, or 年. */
const showsDay = (code: string) =>
  /[yd\u5e74]/i.test(code.replace(/\[[^\]]*\]|"[^"]*"|\\./g, "").replace(/general|red|standard/gi, ""));

/** For each cell style whether it shows numbers as days. */
export async function readDateStyles(archive: Archive, part: string | null): Promise<boolean[]> {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  if (!part) return styles;
  let inCells = false;
  await parsePart(archive.chunks(part), {
    open: (tag, { numFmtId = "0", formatCode = "" }) => {
      const id = Number(numFmtId);
      if (tag === "numFmt") formats.set(id, formatCode);
      if (tag === "cellXfs") inCells = true;
      if (tag === "xf" && inCells)
        styles.push(formats.has(id) ? showsDay(formats.get(id)!) : builtInDates.has(id));
    },
    close: (tag) => {
      if (tag === "cellXfs") inCells = false;
    },
  });
  return styles;
}
