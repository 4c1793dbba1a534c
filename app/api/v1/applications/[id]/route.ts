import { applicationShown } from "@/lib/api/applications";
import { reading } from "@/lib/api/door";
import { nothingAsked } from "@/lib/api/list";
import { getApplication } from "@/lib/applications/queries";

export const GET = reading(async ({ asker, id, query }) => {
  query(nothingAsked);
  return applicationShown(asker, await getApplication(asker, id("id")));
});
