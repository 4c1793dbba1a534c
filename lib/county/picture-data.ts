import { and, countDistinct, eq, gte, inArray, lte, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { agreements, divisions, dues, enterprises, households } from "@/db/schema";
import { threeMoneys } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { permit, within } from "@/lib/access/scope";
import { addDays } from "@/lib/clock/clock";
import { coveredByMonth, linksOf, monthsUpTo } from "@/lib/county/pictures";

/** The numbers behind the pictures, within the asker's division. Sums and counts alone: no household is named. */

const reach = (asker: Asker) =>
  within(asker, permit(asker, "agreement", "read"), { village: households.villageCode });

export type CoveragePicture = { months: string[]; covered: number[]; all: number };

/** Households with a live agreement at the end of each of the last `count` months, and all there are now. */
export async function coveragePicture(asker: Asker, today: string, count = 24): Promise<CoveragePicture> {
  const months = monthsUpTo(today, count);
  const [spans, all] = await Promise.all([
    db
      .select({
        household: agreements.householdCode,
        from: agreements.startsOn,
        to: agreements.endedOn,
        binding: agreements.bindingState,
        bindingSince: agreements.bindingSince,
      })
      .from(agreements)
      .innerJoin(households, eq(households.code, agreements.householdCode))
      .where(reach(asker)),
    db.$count(households, and(reach(asker), eq(households.register, "listed"))),
  ]);
  const covering = spans.map(({ binding, bindingSince, ...span }) =>
    // Red shares have covered nobody since they turned red.
    binding === "red" && bindingSince !== null && span.to === null
      ? { ...span, to: addDays(bindingSince, -1) }
      : span,
  );
  return { months, covered: coveredByMonth(covering, months, today), all };
}

type Money = (typeof threeMoneys)[number];
export type MoneyPicture = { month: string; due: Record<Money, number>; paid: Record<Money, number> }[];

/** What was due in each month of a year and how much of it was paid, in fen, by money. */
export async function moneyPicture(asker: Asker, year: number): Promise<MoneyPicture> {
  const month = sql<string>`substr(cast(${dues.dueOn} as text), 1, 7)`;
  const rows = await db
    .select({
      month,
      kind: dues.kind,
      due: sql<number>`sum(${dues.amountFen})`.mapWith(Number),
      paid: sql<number>`sum(${dues.paidFen})`.mapWith(Number),
    })
    .from(dues)
    .innerJoin(households, eq(households.code, dues.householdCode))
    .where(
      and(
        reach(asker),
        eq(dues.state, "open"),
        gte(dues.dueOn, `${year}-01-01`),
        lte(dues.dueOn, `${year}-12-31`),
        inArray(dues.kind, [...threeMoneys]),
      ),
    )
    .groupBy(month, dues.kind);
  const none = () => ({ rent: 0, dividend: 0, wage: 0 });
  return monthsUpTo(`${year}-12-31`, 12).map((name) => {
    const parts = { month: name, due: none(), paid: none() };
    for (const row of rows) {
      const kind = threeMoneys.find((money) => money === row.kind);
      if (row.month !== name || !kind) continue;
      parts.due[kind] = row.due;
      parts.paid[kind] = row.paid;
    }
    return parts;
  });
}

export type LinkPicture = {
  towns: { code: string; name: string }[];
  rows: { id: string; name: string; counts: number[]; all: number }[];
  enterprises: number;
};

/** Which enterprises reach households of which towns (of which villages, for a town), most households first. */
export async function linkPicture(asker: Asker, most = 20): Promise<LinkPicture> {
  // A town officer sees villages: the part of the code below their own.
  const digits = (asker.divisionScope?.length ?? 6) >= 9 ? 12 : 9;
  const place = sql<string>`substr(${households.villageCode}, 1, ${sql.raw(String(digits))})`;
  const counts = await db
    .select({
      enterpriseId: enterprises.id,
      name: enterprises.name,
      town: place,
      households: countDistinct(agreements.householdCode),
    })
    .from(agreements)
    .innerJoin(households, eq(households.code, agreements.householdCode))
    .innerJoin(enterprises, eq(enterprises.id, agreements.enterpriseId))
    .where(and(reach(asker), ne(agreements.state, "ended")))
    .groupBy(enterprises.id, enterprises.name, place);
  const codes = [...new Set(counts.map((row) => row.town))].sort();
  const names = await db
    .select({ code: divisions.code, name: divisions.name })
    .from(divisions)
    .where(
      inArray(
        divisions.code,
        codes.map((code) => code.padEnd(12, "0")),
      ),
    );
  const nameOf = new Map(names.map((row) => [row.code.slice(0, digits), row.name]));
  return {
    towns: codes.map((code) => ({ code, name: nameOf.get(code) ?? code })),
    rows: linksOf(counts, codes, most),
    enterprises: new Set(counts.map((row) => row.enterpriseId)).size,
  };
}
