import { applyManyShown } from "@/lib/api/approvals";
import { writing } from "@/lib/api/door";
import { applyMany } from "@/lib/applications/apply-many";

export const POST = writing(async ({ asker, today, body }) => ({
  status: 200,
  body: applyManyShown(await applyMany(asker, body, today)),
}));
