import { reading, writing } from "@/lib/api/door";
import { nothingAsked } from "@/lib/api/list";
import { postingChange, postingShown } from "@/lib/api/postings";
import { changePosting } from "@/lib/postings/commands";
import { getPosting } from "@/lib/postings/queries";

export const GET = reading(
  async ({ asker, id, query }) => {
    query(nothingAsked);
    return postingShown(asker, await getPosting(asker, id("id")));
  },
  { publicToo: true },
);

export const PUT = writing(async ({ asker, today, id, body }) => {
  const { version, ...input } = postingChange(body);
  await changePosting(asker, id("id"), input, version, today);
  return { status: 200, body: postingShown(asker, await getPosting(asker, id("id"))) };
});
