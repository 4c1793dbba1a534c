import { and, asc, eq } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { newId } from "@/db/ids";
import {
  agreementAnnexes,
  agreements,
  deliveries,
  dues,
  enterprises,
  profitDeclarations,
  workDays,
} from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { termsOn } from "@/lib/agreements/terms";
import { record, recordAll } from "@/lib/audit/commands";
import { takesPart } from "@/lib/moneys/declared";
import { deliveryInput, profitInput, workDaysInput } from "@/lib/moneys/input";
import { isLate } from "@/lib/moneys/late";
import { loadDue, openDisputeOf } from "@/lib/moneys/load";
import { holdingsOf, remake } from "@/lib/moneys/make";
import { partNotes, partsOwed } from "@/lib/moneys/parts";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

/**
 * A delivery under an order or a plot's contract; its line is made at once, and the household is told of it.
 * @throws Refusal forbidden, input (a price under the floor, a day to come or after its end), not-found, not-open.
 */
export async function recordDelivery(asker: Asker, raw: unknown, today: string): Promise<void> {
  permit(asker, "ledger", "write");
  const input = parse(deliveryInput, raw);
  await tx(async (w) => {
    const [agreement] = await w
      .select()
      .from(agreements)
      .where(and(eq(agreements.id, input.agreement), eq(agreements.enterpriseId, asker.enterpriseId ?? "")));
    if (!agreement) return refuse("not-found");
    const { endedOn } = agreement;
    // What came while it ran is paid, also when it is written down after the end.
    const ran = agreement.enterpriseSignedHow !== null && agreement.householdSignedHow !== null;
    if (!ran) refuse("not-open", { state: agreement.state });
    const annexes = await w
      .select()
      .from(agreementAnnexes)
      .where(eq(agreementAnnexes.agreementId, agreement.id))
      .orderBy(asc(agreementAnnexes.number));
    const terms = termsOn(agreement, annexes, input.deliveredOn);
    if (terms.kind !== "order" && terms.kind !== "contract") return refuse("not-found");
    const last = endedOn !== null && endedOn < today ? endedOn : today;
    if (input.deliveredOn > last || input.deliveredOn < agreement.startsOn)
      refuseFields({ deliveredOn: { code: "bad-date" } });
    if (input.priceFen < terms.floorPriceFen)
      refuseFields({ priceFen: { code: "too-small", min: terms.floorPriceFen / 100 } });
    const id = newId();
    await w.insert(deliveries).values({
      id,
      agreementId: agreement.id,
      deliveredOn: input.deliveredOn,
      quantity100: Math.round(input.quantity * 100),
      priceFen: input.priceFen,
      recordedBy: asker.userId ?? "",
    });
    await remake(w, asker, [agreement.id], today);
    const [due] = await w
      .select({ amountFen: dues.amountFen })
      .from(dues)
      .where(and(eq(dues.sourceId, id), eq(dues.basis, "delivery")));
    await record(w, asker, {
      action: "delivery.record",
      subject: "delivery",
      subjectId: id,
      householdCode: agreement.householdCode,
      after: {
        ...input,
        product: terms.product,
        unit: terms.unit,
        enterprise: await nameOf(w, agreement.enterpriseId),
        // Inputs on credit may take all of it: then no line is made.
        amountFen: due?.amountFen ?? 0,
      },
    });
  });
}

/** The enterprise as the household reads it in its message. */
async function nameOf(w: Writer, enterpriseId: string): Promise<string> {
  const [row] = await w
    .select({ name: enterprises.name })
    .from(enterprises)
    .where(eq(enterprises.id, enterpriseId));
  return row?.name ?? "";
}

/**
 * The days really worked in a month of a day wage replace what was planned. A month that was paid already
 * keeps at least what was paid; once its day is past, or the household disputes it, days only go up.
 * @throws Refusal forbidden, input, not-found, days-stand.
 */
export async function recordWorkDays(asker: Asker, raw: unknown, today: string): Promise<void> {
  permit(asker, "ledger", "write");
  const { due: id, days } = parse(workDaysInput, raw);
  await tx(async (w) => {
    const { due } = await loadDue(w, asker, id);
    if (due.basis !== "wage-days" || due.state !== "open") return refuse("not-found");
    if (due.periodFrom > today) refuseFields({ days: { code: "bad-date" } });
    const monthOn = `${due.periodFrom.slice(0, 7)}-01`;
    const halfDays = days * 2;
    await w
      .insert(workDays)
      .values({ agreementId: due.agreementId, monthOn, halfDays, recordedBy: asker.userId ?? "" })
      .onConflictDoUpdate({
        target: [workDays.agreementId, workDays.monthOn],
        set: { halfDays, recordedBy: asker.userId ?? "" },
      });
    await record(w, asker, {
      action: "work-days.record",
      subject: "agreement",
      subjectId: due.agreementId,
      householdCode: due.householdCode,
      before: { amountFen: due.amountFen },
      after: { monthOn, days },
    });
    await remake(w, asker, [due.agreementId], today);
    // What is late or disputed is not made smaller by the one who owes it.
    const stands = isLate(due, today) || (await openDisputeOf(w, due.id)) !== null;
    const { due: now } = await loadDue(w, asker, id);
    if (stands && (now.state !== "open" || now.amountFen < due.amountFen)) refuse("days-stand");
  });
}

/**
 * The enterprise declares the profit of a past year: every share agreement gets its second dividend, every
 * co-op member its return. Declared again, it replaces the figure of before as long as nothing was paid on it
 * and its day is not past, downwards only on the day it was first declared; that day keeps deciding when it is due.
 * Everyone who takes part in the year is told what it brings them, also when that is nothing.
 * @throws Refusal forbidden, input, changed, profit-due, profit-lower.
 */
export async function declareProfit(asker: Asker, raw: unknown, today: string): Promise<void> {
  permit(asker, "ledger", "write");
  const { year, profitFen, document } = parse(profitInput, raw);
  if (year >= Number(today.slice(0, 4)))
    refuseFields({ year: { code: "too-big", max: Number(today.slice(0, 4)) - 1 } });
  const enterpriseId = asker.enterpriseId ?? "";
  await tx(async (w) => {
    const [before] = await w
      .select()
      .from(profitDeclarations)
      .where(and(eq(profitDeclarations.enterpriseId, enterpriseId), eq(profitDeclarations.year, year)));
    if (before) await mayRedeclare(w, before, profitFen, today);
    const id = before?.id ?? newId();
    const values = { profitFen, document, declaredBy: asker.userId ?? "" };
    await w
      .insert(profitDeclarations)
      .values({ id, enterpriseId, year, declaredOn: today, ...values })
      .onConflictDoUpdate({
        target: [profitDeclarations.enterpriseId, profitDeclarations.year],
        set: { ...values, version: (before?.version ?? 0) + 1 },
      });
    await record(w, asker, {
      action: "profit.declare",
      subject: "enterprise",
      subjectId: enterpriseId,
      before: before ? { profitFen: before.profitFen } : null,
      after: { year, profitFen },
      why: document,
    });
    const holdings = await holdingsOf(w, enterpriseId, year);
    const owed = await partsOwed(w, id);
    await remake(
      w,
      asker,
      holdings.map(({ agreementId }) => agreementId),
      today,
    );
    const nothing = before
      ? []
      : holdings.filter((one) => takesPart(one, year)).map((one) => ({ ...one, amountFen: 0 }));
    const enterprise = await nameOf(w, enterpriseId);
    const said = { action: "profit.declare-part", year, enterprise, why: document };
    await recordAll(w, asker, partNotes(said, owed, [...nothing, ...(await partsOwed(w, id))]));
  });
}

/** A slip of the pen is mended the same day; after that, or once the county corrected it, none lowers it. */
async function mayRedeclare(
  w: Writer,
  before: typeof profitDeclarations.$inferSelect,
  profitFen: number,
  today: string,
): Promise<void> {
  const made = await w.select().from(dues).where(eq(dues.sourceId, before.id));
  if (made.some(({ paidFen }) => paidFen > 0)) refuse("changed");
  if (made.some((due) => due.state === "open" && due.dueOn < today)) refuse("profit-due");
  const stands = today > before.declaredOn || before.correctedOn !== null;
  if (profitFen < before.profitFen && stands) refuse("profit-lower", { min: before.profitFen / 100 });
}
