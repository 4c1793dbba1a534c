import { reading } from "@/lib/api/door";
import { noticeShown, noticesQuery } from "@/lib/api/notices";
import { listNotices } from "@/lib/notices/queries";

export const GET = reading(
  async ({ asker, today, query }) => {
    const { past, ...filter } = query(noticesQuery);
    const { items, next } = await listNotices(asker, { ...filter, today, upOnly: past !== "true" });
    return { items: items.map(noticeShown), next };
  },
  { publicToo: true },
);
