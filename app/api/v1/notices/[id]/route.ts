import { reading } from "@/lib/api/door";
import { nothingAsked } from "@/lib/api/list";
import { noticeShown } from "@/lib/api/notices";
import { getNotice } from "@/lib/notices/queries";

export const GET = reading(
  async ({ asker, today, id, query }) => {
    query(nothingAsked);
    return noticeShown(await getNotice(asker, id("id"), today));
  },
  { publicToo: true },
);
