import { and, eq, inArray, lt } from "drizzle-orm";
import { db } from "@/db/client";
import { dues } from "@/db/schema";
import { freezeDefaulting } from "@/lib/allotments/freeze";
import { lightDays } from "@/lib/moneys/late";
import { policyFor } from "@/lib/policy/queries";

/** Enterprises in default on a day: a dividend that is due them is red (lib/moneys/late.ts). */
export async function enterprisesInDefault(today: string): Promise<Set<string>> {
  const policy = await policyFor(today);
  const unpaid = await db
    .selectDistinct({ enterpriseId: dues.enterpriseId, basis: dues.basis, dueOn: dues.dueOn })
    .from(dues)
    .where(
      and(
        eq(dues.state, "open"),
        lt(dues.paidFen, dues.amountFen),
        lt(dues.dueOn, today),
        inArray(dues.basis, ["guaranteed", "second"]),
      ),
    );
  return new Set(
    unpaid.filter((line) => today >= lightDays(line, policy).redOn).map(({ enterpriseId }) => enterpriseId),
  );
}

/** Freezes who is in default and releases who no longer is. @returns how many changed. */
export const freezeWhoDefaults = async (today: string): Promise<number> =>
  freezeDefaulting(today, await enterprisesInDefault(today));
