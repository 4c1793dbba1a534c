import { reading } from "@/lib/api/door";
import { householdRowShown, householdsQuery } from "@/lib/api/households";
import { listHouseholds } from "@/lib/households/queries";

export const GET = reading(async ({ asker, query }) => {
  const { covered, ...filter } = query(householdsQuery);
  const { items, next } = await listHouseholds(asker, {
    ...filter,
    covered: covered === undefined ? undefined : covered === "true",
  });
  return { items: items.map(householdRowShown), next };
});
