import { newId } from "@/db/ids";
import type { ParcelKind } from "@/db/words";
import { saidOver } from "@/lib/households/returned";
import {
  aHouseholdPart,
  aMemberPart,
  anIncomePart,
  type HouseholdPart,
  type IncomePart,
  type MemberPart,
  type ParcelPart,
  type WholeRecord,
} from "@/lib/households/whole";
import { settled } from "@/lib/households/write";
import type { ReadRow, Values } from "@/lib/imports/kind";
import { parseIdNumber } from "@/lib/numbers/id-number";
import type { NumberWorld } from "@/lib/numbers/world";

/** A household as a file would have it: what it has, with what the rows say put over it. */
export type Proposed = {
  record: WholeRecord;
  /** Row by row whom it is about; null when it does not say so. */
  members: (MemberPart | null)[];
};

type Context = { today: string; world: NumberWorld };

const splits = new Map<string, readonly [part: string, name: string]>();
/** "member.name" → member, name; there are a hundred of them, asked for again and again. */
function splitOf(field: string): readonly [string, string] {
  const known = splits.get(field);
  if (known) return known;
  const dot = field.indexOf(".");
  const split = [field.slice(0, Math.max(dot, 0)), field.slice(dot + 1)] as const;
  splits.set(field, split);
  return split;
}

/** The fields of a part that a row gives: "member.name" → name. */
function given<Part>(values: Values, part: string): Partial<Part> {
  const found: Values = {};
  for (const field in values) {
    const [own, name] = splitOf(field);
    if (own === part) found[name] = values[field];
  }
  return found as Partial<Part>;
}

/**
 * @param before null for a household that is new. @param village where the rows say it lives.
 */
export function propose(
  code: string,
  rows: readonly ReadRow[],
  before: WholeRecord | null,
  village: string | null,
  context: Context,
): Proposed {
  const values = ofHousehold(rows);
  const household = {
    ...(before?.household ?? aHouseholdPart({ status: "poor" } as HouseholdPart)),
    ...given<HouseholdPart>(values, "household"),
    ...(village && { villageCode: village }),
  };
  const members = new Map((before?.members ?? []).map((m) => [m.id, m]));
  // Who moved out and came back may stand there twice: the present one counts.
  const isOut = (m: MemberPart) => Number(m.state === "moved-out");
  const byNumber = new Map(
    [...(before?.members ?? [])].sort((a, b) => isOut(b) - isOut(a)).map((m) => [m.idNumber, m.id]),
  );
  // People are shown in the order of their ids: the file's.
  const ids = rows.map(() => newId()).sort();
  const named = rows.map((row, i) => {
    // Who stands in the file already is not made over by coming again.
    if (row.problems.some((p) => p.code === "twice-in-file")) return null;
    const proposed = memberOf(row.values, ids[i] ?? newId(), members, byNumber, context);
    if (proposed) members.set(proposed.id, proposed);
    if (proposed) byNumber.set(proposed.idNumber, proposed.id);
    return proposed;
  });
  const record: WholeRecord = {
    code,
    household,
    members: [...members.values()],
    parcels: before?.parcels ?? parcelsOf(household),
    incomes: incomesOf(before?.incomes ?? [], values, context.today),
  };
  return { record: settled(record), members: named };
}

/** What the rows say of the household as such; where two say something, the first. */
function ofHousehold(rows: readonly ReadRow[]): Values {
  const found: Values = {};
  for (const row of rows)
    for (const field in row.values)
      if (splitOf(field)[0] !== "member" && !(field in found)) found[field] = row.values[field];
  return found;
}

function memberOf(
  values: Values,
  id: string,
  members: ReadonlyMap<string, MemberPart>,
  byNumber: ReadonlyMap<string, string>,
  { world, today }: Context,
): MemberPart | null {
  const number = values["member.idNumber"];
  if (typeof number !== "string") return null;
  const read = parseIdNumber(number, world, today);
  if (!read.ok) return null;
  const { idNumber, birth, sex } = read.value;
  const before = members.get(byNumber.get(idNumber) ?? "");
  const said = given<MemberPart>(values, "member");
  const card = number.length > 18 ? { disabilityCard: number } : {};
  const known = { ...said, ...card, idNumber };
  const after: MemberPart = before
    ? { ...saidOver(before, known), state: before.state === "moved-out" ? "present" : before.state }
    : aMemberPart({ ...({ health: [] } as unknown as MemberPart), sex, birth, ...known, id });
  if (said.workMonths === 0 && !after.workPlace) after.workMonths = null;
  return after;
}

/** The form asks of last year unless it says which. */
function incomesOf(before: readonly IncomePart[], values: Values, today: string): IncomePart[] {
  const { year: said, ...fields } = given<IncomePart>(values, "income");
  if (Object.keys(fields).length === 0) return [...before];
  const year = said ?? Number(today.slice(0, 4)) - 1;
  const old = before.find((income) => income.year === year);
  const next = { ...(old ?? anIncomePart({ year })), ...fields };
  return [...before.filter((income) => income.year !== year), next].sort((a, b) => a.year - b.year);
}

/** The form's areas by the kind of parcel they are. */
const parcelAreas: [keyof HouseholdPart, ParcelKind][] = [
  ["paddyMu100", "paddy"],
  ["dryMu100", "dry"],
  ["orchardMu100", "orchard"],
  ["forestMu100", "forest"],
  ["waterMu100", "water"],
];

/** A new household's land, tilled by itself until its village says otherwise. */
const parcelsOf = (household: HouseholdPart): ParcelPart[] =>
  parcelAreas.flatMap(([field, kind]) => {
    const areaMu100 = household[field];
    return typeof areaMu100 === "number" && areaMu100 > 0
      ? [{ id: newId(), kind, use: "own-use" as const, offered: false, areaMu100, state: "present" as const }]
      : [];
  });
