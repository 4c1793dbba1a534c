import { applicationShown, applicationsQuery } from "@/lib/api/applications";
import { reading, writing } from "@/lib/api/door";
import { applyTo } from "@/lib/applications/apply";
import { listApplications } from "@/lib/applications/queries";

export const GET = reading(async ({ asker, query }) => {
  const { items, next } = await listApplications(asker, query(applicationsQuery));
  return { items: items.map((row) => applicationShown(asker, row)), next };
});

export const POST = writing(async ({ asker, today, body }) => {
  const { id } = await applyTo(asker, body, today);
  return { status: 201, location: `/api/v1/applications/${id}`, body: { id, state: "applied" } };
});
