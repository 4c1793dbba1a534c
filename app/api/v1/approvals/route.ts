import { assessmentShown, batchShown } from "@/lib/api/approvals";
import { reading, writing } from "@/lib/api/door";
import { nothingAsked } from "@/lib/api/list";
import { assessWaiting } from "@/lib/approvals/assess";
import { approveMany } from "@/lib/approvals/batch";

export const GET = reading(async ({ asker, today, query }) => {
  query(nothingAsked);
  return { items: (await assessWaiting(asker, today)).map(assessmentShown), next: null };
});

export const POST = writing(async ({ asker, today, body }) => ({
  status: 200,
  body: batchShown(await approveMany(asker, body, today)),
}));
