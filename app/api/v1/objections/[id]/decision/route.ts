import { writing } from "@/lib/api/door";
import { decisionBody } from "@/lib/api/notices";
import { decideObjection } from "@/lib/approvals/objections";
import { parse } from "@/lib/refusal/parse";

export const POST = writing(async ({ asker, id, body }) => {
  const objection = id("id");
  const { verdict, reason } = parse(decisionBody, body);
  await decideObjection(asker, objection, verdict, reason);
  return { status: 200, body: { id: objection, state: verdict === "uphold" ? "upheld" : "dismissed" } };
});
