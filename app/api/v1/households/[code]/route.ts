import { reading } from "@/lib/api/door";
import { householdShown } from "@/lib/api/households";
import { nothingAsked } from "@/lib/api/list";
import { getHousehold } from "@/lib/households/record";

export const GET = reading(async ({ asker, id, query }) => {
  query(nothingAsked);
  return householdShown(await getHousehold(asker, id("code")));
});
