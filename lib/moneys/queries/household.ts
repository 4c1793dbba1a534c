import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { dues, enterprises, households, members, users } from "@/db/schema";
import type { MoneyKind } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { within } from "@/lib/access/scope";
import { grantOf } from "@/lib/access/table";
import { addDays } from "@/lib/clock/clock";
import { type Sums, sumOf } from "@/lib/moneys/late";
import { type Line, listDues } from "@/lib/moneys/queries/lines";
import { type Dispute, listDisputes, listPayments, type Payment } from "@/lib/moneys/queries/payments";
import { policyFor } from "@/lib/policy/queries";
import { refuse } from "@/lib/refusal/refusal";
import { unseal } from "@/lib/sealing/sealing";

/** 明白账: what a household is owed, by whom, when; what came; whom to call. */
export type HouseholdLedger = {
  code: string;
  headName: string;
  persons: number;
  /** Late, soonest due first; fees it owes itself stand apart. */
  late: Line[];
  /** Of the next twelve months. */
  coming: Line[];
  fees: Line[];
  /** Of the calendar year of `today`: the strip. */
  year: Line[];
  payments: Payment[];
  disputes: Dispute[];
  sums: Sums;
  /** Rent, dividend and wage of the year together, a person and month, in whole fen (rounded down). */
  perPersonMonthFen: number;
  /** The income line, a person and month. */
  lineMonthFen: number;
  /** Whom to call: the enterprises that owe, and the village worker. */
  enterprises: { id: string; name: string; contactName: string; phone: string | null }[];
  village: { name: string }[];
};

const three: readonly MoneyKind[] = ["rent", "dividend", "wage"];

/** @throws Refusal not-found when there is none, or none the asker may see. */
export async function householdLedger(asker: Asker, code: string, today: string): Promise<HouseholdLedger> {
  const grant = grantOf(asker.role, "ledger", "read");
  const [household] =
    grant?.view === "full" && asker.role !== "enterprise"
      ? await db
          .select({ headName: households.headName, villageCode: households.villageCode })
          .from(households)
          .where(
            and(
              eq(households.code, code),
              within(asker, grant, { village: households.villageCode, household: households.code }),
            ),
          )
      : [];
  if (!household) return refuse("not-found");
  const year = today.slice(0, 4);
  const of = { household: code, limit: 500 };
  const [late, next, all, payments, disputes, persons, policy, firms, workers] = await Promise.all([
    listDues(asker, { ...of, show: "late" }, today),
    listDues(asker, { ...of, show: "unpaid", from: today, to: addDays(today, 366) }, today),
    listDues(asker, { ...of, from: `${year}-01-01`, to: `${year}-12-31` }, today),
    listPayments(asker, { household: code, states: ["recorded", "confirmed", "disputed"], limit: 100 }),
    listDisputes(asker, { states: ["open", "answered"] }),
    db.$count(members, and(eq(members.householdCode, code), eq(members.state, "present"))),
    policyFor(today),
    enterprisesOf(code),
    db
      .select({ name: users.name })
      .from(users)
      .where(
        and(
          eq(users.role, "village"),
          eq(users.divisionScope, household.villageCode),
          eq(users.state, "active"),
        ),
      ),
  ]);
  const isFee = (line: Line) => line.kind === "fee";
  const own = all.items.filter((line) => three.includes(line.kind));
  const earned = own.reduce((sum, line) => sum + line.amountFen, 0);
  const mine = new Set([...late.items, ...next.items, ...all.items].map((line) => line.id));
  return {
    code,
    headName: household.headName,
    persons,
    late: late.items,
    coming: next.items.filter((line) => !isFee(line)),
    fees: next.items.filter(isFee),
    year: all.items,
    payments: payments.items,
    disputes: disputes.filter((one) => mine.has(one.dueId)),
    sums: sumOf(
      all.items.filter((line) => !isFee(line)),
      today,
    ),
    perPersonMonthFen: persons === 0 ? 0 : Math.floor(earned / persons / 12),
    lineMonthFen: Math.floor(policy["need.incomeLineFen"] / 12),
    enterprises: firms,
    village: workers,
  };
}

/** The enterprises a household has lines with, and how to reach them: its own contract partners. */
async function enterprisesOf(code: string): Promise<HouseholdLedger["enterprises"]> {
  const rows = await db
    .selectDistinct({
      id: enterprises.id,
      name: enterprises.name,
      contactName: enterprises.contactName,
      sealed: enterprises.contactPhoneSealed,
    })
    .from(dues)
    .innerJoin(enterprises, eq(enterprises.id, dues.enterpriseId))
    .where(and(eq(dues.householdCode, code), eq(dues.state, "open")));
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    phone: sealed ? unseal(sealed, { table: "enterprises", row: row.id, column: "contact_phone" }) : null,
  }));
}
