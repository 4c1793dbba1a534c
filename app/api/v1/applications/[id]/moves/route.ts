import { writing } from "@/lib/api/door";
import { moveInput } from "@/lib/applications/input";
import { moves } from "@/lib/applications/moves";
import { moveApplication } from "@/lib/approvals/move";
import { parse } from "@/lib/refusal/parse";

export const POST = writing(async ({ asker, today, id, body }) => {
  const application = id("id");
  const { move } = parse(moveInput, body);
  await moveApplication(asker, application, body, today);
  return { status: 200, body: { id: application, state: moves[move].to } };
});
