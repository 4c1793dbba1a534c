import { reading, writing } from "@/lib/api/door";
import { postingShown, postingsQuery } from "@/lib/api/postings";
import { createPosting } from "@/lib/postings/commands";
import { listPostings } from "@/lib/postings/queries";

export const GET = reading(
  async ({ asker, today, query }) => {
    const { open, project, ...filter } = query(postingsQuery);
    const openOn = open === "true" ? today : undefined;
    const { items, next } = await listPostings(asker, { ...filter, projectId: project, openOn });
    return { items: items.map((posting) => postingShown(asker, posting)), next };
  },
  { publicToo: true },
);

export const POST = writing(async ({ asker, today, body }) => {
  const { id } = await createPosting(asker, body, today);
  return { status: 201, location: `/api/v1/postings/${id}`, body: { id, state: "draft" } };
});
