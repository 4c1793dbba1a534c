import { reading } from "@/lib/api/door";
import { nothingAsked } from "@/lib/api/list";
import { moneysShown } from "@/lib/api/moneys";
import { householdLedger } from "@/lib/moneys/queries/household";

export const GET = reading(async ({ asker, today, id, query }) => {
  query(nothingAsked);
  return moneysShown(await householdLedger(asker, id("code"), today));
});
