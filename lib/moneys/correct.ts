import { and, eq } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { deliveries, dues, enterprises, profitDeclarations } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit, within } from "@/lib/access/scope";
import { loadAgreement } from "@/lib/agreements/step";
import { record, recordAll } from "@/lib/audit/commands";
import { correctionInput, reversalInput } from "@/lib/moneys/input";
import { isLate } from "@/lib/moneys/late";
import { openDisputeOf } from "@/lib/moneys/load";
import { holdingsOf, remake } from "@/lib/moneys/make";
import { partNotes, partsOwed } from "@/lib/moneys/parts";
import { parse } from "@/lib/refusal/parse";
import { refuse } from "@/lib/refusal/refusal";

/** Mistakes in what money is worked out from, mended by entries of their own. */

/** Who may mend: the enterprise what it recorded itself, or the county. @throws Refusal forbidden. */
function mayMend(asker: Asker): void {
  permit(asker, "ledger", asker.role === "county" ? "decide" : "write");
}

/**
 * Takes a delivery back by an entry of its own; its line falls away. What was paid is taken back first; what
 * is late or disputed the enterprise does not make smaller by itself: that is the county's.
 * @throws Refusal forbidden, input (reason), not-found, not-open (taken back already), delivery-paid, delivery-stands.
 */
export async function reverseDelivery(asker: Asker, raw: unknown, today: string): Promise<void> {
  mayMend(asker);
  const { delivery: id, reason } = parse(reversalInput, raw);
  await tx(async (w) => {
    const [delivery] = await w.select().from(deliveries).where(eq(deliveries.id, id));
    if (!delivery || delivery.reversalOf !== null) return refuse("not-found");
    const agreement = await loadAgreement(w, asker, delivery.agreementId);
    const [back] = await w.select().from(deliveries).where(eq(deliveries.reversalOf, id));
    if (back) refuse("not-open", { state: "reversed" });
    await mayFallAway(w, asker, id, today);
    const stood = asker.role === "enterprise" ? await standingLines(w, agreement.id, today) : [];
    const { agreementId, deliveredOn, quantity100, priceFen } = delivery;
    await w.insert(deliveries).values({
      ...{ agreementId, deliveredOn, priceFen, reason },
      quantity100: -quantity100,
      reversalOf: id,
      recordedBy: asker.userId ?? "",
    });
    await record(w, asker, {
      action: "delivery.reverse",
      subject: "delivery",
      subjectId: id,
      householdCode: agreement.householdCode,
      before: { deliveredOn, quantity100, priceFen },
      why: reason,
    });
    await remake(w, asker, [agreementId], today);
    // Its inputs on credit are now taken off the next ones, which may be late already.
    const now = await linesOf(w, agreementId);
    if (stood.some((was) => !now.some((due) => due.id === was.id && due.amountFen >= was.amountFen)))
      refuse("delivery-stands");
  });
}

const linesOf = (w: Writer, agreementId: string) =>
  w
    .select()
    .from(dues)
    .where(and(eq(dues.agreementId, agreementId), eq(dues.state, "open")));

/** The lines of an agreement that are late or disputed. */
async function standingLines(w: Writer, agreementId: string, today: string) {
  const lines = await linesOf(w, agreementId);
  const disputed = await Promise.all(lines.map(({ id }) => openDisputeOf(w, id)));
  return lines.filter((due, i) => isLate(due, today) || disputed[i]);
}

async function mayFallAway(w: Writer, asker: Asker, deliveryId: string, today: string): Promise<void> {
  const [due] = await w
    .select()
    .from(dues)
    .where(and(eq(dues.sourceId, deliveryId), eq(dues.basis, "delivery"), eq(dues.state, "open")));
  if (!due) return;
  if (due.paidFen > 0) refuse("delivery-paid");
  const stands = isLate(due, today) || (await openDisputeOf(w, due.id)) !== null;
  if (stands && asker.role === "enterprise") refuse("delivery-stands");
}

/**
 * The county corrects a declared profit by the books, up or down, also after its day: every part of it is
 * worked out anew, none below what was paid of it. When it is due does not change. Each household that is owed
 * more or less by it is told.
 * @throws Refusal forbidden, input (profit, reason), not-found, changed.
 */
export async function correctProfit(asker: Asker, raw: unknown, today: string): Promise<void> {
  const grant = permit(asker, "ledger", "decide");
  if (asker.role !== "county") refuse("forbidden");
  const { enterprise: enterpriseId, year, profitFen, reason } = parse(correctionInput, raw);
  await tx(async (w) => {
    const ofYear = and(eq(profitDeclarations.enterpriseId, enterpriseId), eq(profitDeclarations.year, year));
    const [found] = await w
      .select({ before: profitDeclarations })
      .from(profitDeclarations)
      .innerJoin(enterprises, eq(enterprises.id, profitDeclarations.enterpriseId))
      .where(and(ofYear, within(asker, grant, { village: enterprises.villageCode })));
    if (!found) return refuse("not-found");
    const { before } = found;
    const changed = await w
      .update(profitDeclarations)
      .set({
        profitFen,
        correctedOn: today,
        correctedBy: asker.userId ?? "",
        correctedWhy: reason,
        version: before.version + 1,
      })
      .where(and(ofYear, eq(profitDeclarations.version, before.version)))
      .returning({ id: profitDeclarations.id });
    if (changed.length === 0) refuse("changed");
    await record(w, asker, {
      action: "profit.correct",
      subject: "enterprise",
      subjectId: enterpriseId,
      before: { year, profitFen: before.profitFen },
      after: { year, profitFen },
      why: reason,
    });
    const holdings = await holdingsOf(w, enterpriseId, year);
    const owed = await partsOwed(w, before.id);
    await remake(
      w,
      asker,
      holdings.map(({ agreementId }) => agreementId),
      today,
    );
    const said = { action: "profit.correct-part", year, why: reason };
    await recordAll(w, asker, partNotes(said, owed, await partsOwed(w, before.id)));
  });
}
