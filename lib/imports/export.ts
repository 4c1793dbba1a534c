import { aliasedTable, and, asc, eq, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { divisions, households } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { inDivision } from "@/lib/access/scope";
import { grantOf } from "@/lib/access/table";
import { resourceOf, type Subject } from "@/lib/households/changes";
import { loadWhole } from "@/lib/households/load";
import { shownChange } from "@/lib/households/masking";
import { readableHouseholds } from "@/lib/households/queries";
import type { WholeRecord } from "@/lib/households/whole";
import { type FormColumn, formColumns, formGroups, formTitle } from "@/lib/imports/form";
import { industryNames } from "@/lib/imports/industry-names";
import { choicesOf, printed } from "@/lib/imports/print";
import { columnName } from "@/lib/spreadsheets/cells";
import { type SheetToWrite, type Written, writeXlsx } from "@/lib/spreadsheets/write";

/** Whose eyes a sheet is for: what the asker reads anyway, ID numbers and phones masked; or everything. */
export type ExportView = "masked" | "full";
export type ExportQuestion = {
  view: ExportView;
  /** A division's code, of any level. */
  division: string;
  /** The lines above the head: what this is, who took it, when, why. */
  title: string;
};

const town = aliasedTable(divisions, "town");
type Place = { townName: string; villageName: string };

const partOf = (field: string) => field.split(".") as [string, string];

/** The columns a view has: what its reader may not read is not there, rather than empty. */
function columnsOf(asker: Asker, view: ExportView): readonly FormColumn[] {
  if (view === "full") return formColumns;
  return formColumns.filter(({ field }) => {
    const [subject, name] = partOf(field);
    if (!["household", "member", "income"].includes(subject)) return true;
    const resource = resourceOf({ subject: subject as Subject, field: name });
    // The county reads health, cause and income only inside a case, which a sheet is not.
    if (resource === "health" && asker.role === "county") return false;
    const granted = grantOf(asker.role, resource, "read")?.view;
    return granted === "full" || granted === "masked";
  });
}

/**
 * The form filled, streaming: a row a person, the household's own columns in the row of its head.
 * What the asker may see is decided here; that it may have a full one, by whoever calls.
 */
export function exportHouseholds(
  asker: Asker,
  { view, division, title }: ExportQuestion,
): AsyncGenerator<Uint8Array> {
  return writeXlsx([sheetOf(columnsOf(asker, view), filledRows(asker, view, division), title)]);
}

/** The form empty, with the choices of its columns. */
export const formTemplate = (): AsyncGenerator<Uint8Array> => writeXlsx([sheetOf(formColumns, [])]);

/** A sheet with the form's two rows of head, groups above columns, below a title if there is one. */
export function sheetOf(
  columns: readonly FormColumn[],
  rows: SheetToWrite["rows"],
  title?: string,
): SheetToWrite {
  const groups = formGroups.flatMap(({ name, columns: own }) =>
    own.map((column) => [column.field, name] as const),
  );
  const groupOf = new Map(groups);
  const names = columns.map((column) => groupOf.get(column.field) ?? "");
  const top = title === undefined ? [] : [[title]];
  const head = [
    ...top,
    names.map((name, i) => (name === names[i - 1] ? "" : name)),
    columns.map((c) => c.heads[0] ?? ""),
  ];
  const line = top.length + 1;
  const merged = spans(names).map(
    ([from, to]) => `${columnName(from + 1)}${line}:${columnName(to + 1)}${line}`,
  );
  const last = columnName(columns.length);
  return {
    name: formTitle,
    head,
    merged: [...(title === undefined ? [] : [`A1:${last}1`]), ...merged],
    widths: columns.map((column) => (column.kind.as === "id-number" ? 22 : 14)),
    choices: new Map(
      columns
        .flatMap((column, i) => [[i, choicesOf(column.kind) ?? []] as const])
        .filter(([, l]) => l.length > 0),
    ),
    rows,
  };
}

/** Runs of equal names longer than one. */
function spans(names: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  for (let from = 0; from < names.length; ) {
    let to = from;
    while (names[to + 1] === names[from]) to++;
    if (to > from) found.push([from, to]);
    from = to + 1;
  }
  return found;
}

const atOnce = 200;

/** The form's rows for a division, one household after another. */
export async function* filledRows(
  asker: Asker,
  view: ExportView,
  division: string,
): AsyncGenerator<Written[]> {
  const columns = columnsOf(asker, view);
  const industries = await industryNames();
  for (let after = ""; ; ) {
    const some = await db
      .select({ code: households.code, villageName: divisions.name, townName: town.name })
      .from(households)
      .innerJoin(divisions, eq(divisions.code, households.villageCode))
      .innerJoin(town, eq(town.code, divisions.parentCode))
      .where(
        and(
          eq(households.register, "listed"),
          readableHouseholds(asker),
          inDivision(households.villageCode, division),
          gt(households.code, after),
        ),
      )
      .orderBy(asc(households.code))
      .limit(atOnce);
    const records = await loadWhole(
      db,
      some.map((one) => one.code),
    );
    for (const { code, ...place } of some) {
      const stored = records.get(code);
      if (stored) yield* householdRows(asker, { view, columns, industries }, stored.record, place);
    }
    after = some.at(-1)?.code ?? "";
    if (some.length < atOnce) return;
  }
}

type Look = { view: ExportView; columns: readonly FormColumn[]; industries: ReadonlyMap<string, string> };

/** The head first; everybody else in the order they came. */
function* householdRows(
  asker: Asker,
  look: Look,
  { code, household, members, incomes }: WholeRecord,
  { townName, villageName }: Place,
): Generator<Written[]> {
  const present = members.filter((m) => m.state === "present");
  const people = [...present].sort((a, b) => Number(b.relation === "head") - Number(a.relation === "head"));
  const latest = incomes.at(-1);
  const places: Record<string, string> = {
    code,
    "place.town": townName,
    "place.village": villageName,
    "place.code": household.villageCode,
  };
  for (const [i, person] of people.entries())
    yield look.columns.map(({ field }) => {
      if (places[field] !== undefined) return places[field];
      const [subject, name] = partOf(field);
      if (subject === "member") return shown(asker, look, field, Reflect.get(person, name));
      // What is the household's stands once.
      if (i > 0) return null;
      const part: object | undefined = subject === "income" ? latest : household;
      return part ? shown(asker, look, field, Reflect.get(part, name)) : null;
    });
}

function shown(asker: Asker, { view, industries }: Look, field: string, value: unknown): Written {
  if (view === "full") return printed(field, value, industries);
  const [subject, name] = partOf(field);
  const change = { subject: subject as Subject, field: name, before: null, after: value };
  const seen = shownChange(change, (resource) => grantOf(asker.role, resource, "read")?.view ?? null);
  return printed(field, seen.after, industries);
}
