import { reading } from "@/lib/api/door";
import { nothingAsked } from "@/lib/api/list";
import { objectionShown } from "@/lib/api/notices";
import { listOpenObjections } from "@/lib/notices/queries";

export const GET = reading(async ({ asker, query }) => {
  query(nothingAsked);
  return { items: (await listOpenObjections(asker)).map(objectionShown), next: null };
});
