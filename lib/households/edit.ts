import type { Writer } from "@/db/client";
import { newId } from "@/db/ids";
import type { Asker } from "@/lib/access/asker";
import { agreedOf } from "@/lib/households/bound";
import { changeHousehold } from "@/lib/households/change";
import { aboutInput, parsers } from "@/lib/households/input";
import {
  anIncomePart,
  type HouseholdPart,
  type IncomePart,
  type ParcelPart,
  type WholeRecord,
} from "@/lib/households/whole";
import { readIndustries } from "@/lib/industries/queries";
import { presentWorld } from "@/lib/numbers/world";
import { parse } from "@/lib/refusal/parse";
import { refuseFields } from "@/lib/refusal/refusal";

/** When, why and of which version: comes with every edit. */
export type RawAbout = { version: number; happenedOn: string; why: string };

/** Fields that change by an event, never by an edit. */
const byEvent = [
  "status",
  "register",
  "mergedInto",
  "liftedOn",
  "villageCode",
  "headName",
  "incomePerPersonFen",
];

/**
 * Changes fields of the household itself: its basics, production, housing, help, wishes.
 * @throws Refusal input, forbidden (a field the asker may not write), not-found, changed, not-open.
 */
export async function editHousehold(
  asker: Asker,
  code: string,
  about: RawAbout,
  raw: unknown,
  today: string,
) {
  const when = parse(aboutInput(today), about);
  const given = parse(parsers.household(presentWorld(), today), raw) as Partial<HouseholdPart>;
  for (const field of byEvent) if (field in given) refuseFields({ [field]: { code: "unknown-field" } });
  await changeHousehold(asker, code, { kind: "edited", ...when }, today, async (record, w) => {
    await refuseUnknownIndustries(w, given);
    return { ...record, household: { ...record.household, ...given } };
  });
}

async function refuseUnknownIndustries(w: Writer, given: Partial<HouseholdPart>): Promise<void> {
  const named = (["industries", "wishIndustries"] as const).filter((field) => given[field]?.length);
  if (named.length === 0) return;
  const known = new Set((await readIndustries(w)).map(({ code }) => code));
  for (const field of named)
    if (given[field]?.some((code) => !known.has(code))) refuseFields({ [field]: { code: "not-in-list" } });
}

/** Changes or adds one year's income; the household's income per person follows the latest year. */
export async function editIncome(
  asker: Asker,
  code: string,
  about: RawAbout,
  year: number,
  raw: unknown,
  today: string,
) {
  const when = parse(aboutInput(today), about);
  const given = parse(parsers.income(presentWorld(), today), raw) as Partial<IncomePart>;
  if (!Number.isInteger(year) || year < 1990 || year > Number(today.slice(0, 4)))
    refuseFields({ year: { code: "not-in-list" } });
  await changeHousehold(asker, code, { kind: "edited", ...when }, today, (record) => {
    const old = record.incomes.find((i) => i.year === year);
    const others = record.incomes.filter((i) => i.year !== year);
    const income = withSums({ ...(old ?? anIncomePart({ year })), ...given }, record);
    return { ...record, incomes: [...others, income].sort((a, b) => a.year - b.year) };
  });
}

/** Net income is receipts less expenses, per person net by those present: worked out unless somebody gave it. */
function withSums(income: IncomePart, record: WholeRecord): IncomePart {
  const receipts = [income.wagesFen, income.productionFen, income.propertyFen, income.transferFen];
  const isKnown = receipts.some((fen) => fen !== null);
  const sum = receipts.reduce<number>((total, fen) => total + (fen ?? 0), 0) - (income.costFen ?? 0);
  const netFen = income.netFen ?? (isKnown ? sum : null);
  const persons = record.members.filter((m) => m.state === "present").length;
  const each = netFen === null || persons === 0 ? null : Math.round(netFen / persons);
  return { ...income, netFen, perPersonFen: income.perPersonFen ?? each };
}

export type RawParcel = { id?: string } & Partial<
  Record<"kind" | "use" | "offered" | "areaMu100" | "state", unknown>
>;

/**
 * Changes the household's plots, adds some, takes some off the record (state gone; nothing is deleted).
 * @param raw the plots to change by id, and new ones without; plots not named stay as they are.
 * @throws Refusal input (parcel-agreed: matches in force hold more than would be left), and as editHousehold.
 */
export async function editParcels(
  asker: Asker,
  code: string,
  about: RawAbout,
  raw: readonly RawParcel[],
  today: string,
) {
  const when = parse(aboutInput(today), about);
  const given = raw.map(({ id, ...part }, i) => {
    const parsed = parse(parsers.parcel(presentWorld(), today), part) as Partial<ParcelPart>;
    if (parsed.areaMu100 !== undefined && parsed.areaMu100 < 1)
      refuseFields({ [`area-${id ?? i}`]: { code: "too-small", min: 0.01 } });
    return { id, part: parsed };
  });
  await changeHousehold(asker, code, { kind: "edited", ...when }, today, async (record, w) => {
    const agreed = await agreedOf(w, code);
    const known = record.parcels.map((plot) => {
      const change = given.find((g) => g.id === plot.id)?.part ?? {};
      const next = { ...plot, ...change };
      const held = agreed.get(plot.id) ?? 0;
      if (held > 0 && (next.areaMu100 < held || next.state === "gone"))
        refuseFields({ [`area-${plot.id}`]: { code: "parcel-agreed", min: held / 100 } });
      return next;
    });
    const fresh = given.filter((g) => g.id === undefined).map(({ part }) => newPlot(part));
    return { ...record, parcels: [...known, ...fresh] };
  });
}

function newPlot({ kind, use, areaMu100, offered }: Partial<ParcelPart>): ParcelPart {
  if (!kind || !use || !areaMu100)
    return refuseFields({
      ...(!kind && { "kind-new": { code: "missing" } }),
      ...(!use && { "use-new": { code: "missing" } }),
      ...(!areaMu100 && { "area-new": { code: "missing" } }),
    });
  return { id: newId(), kind, use, areaMu100, offered: offered ?? false, state: "present" };
}
