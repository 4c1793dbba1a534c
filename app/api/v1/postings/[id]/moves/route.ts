import { writing } from "@/lib/api/door";
import { postingMoveBody } from "@/lib/api/postings";
import { reachOf } from "@/lib/matching/queries";
import { movePosting } from "@/lib/postings/commands";
import { parse } from "@/lib/refusal/parse";

export const POST = writing(async ({ asker, today, id, body }) => {
  const posting = id("id");
  const { state } = await movePosting(asker, posting, parse(postingMoveBody, body), ({ id }) =>
    reachOf(id, today),
  );
  return { status: 200, body: { id: posting, state } };
});
