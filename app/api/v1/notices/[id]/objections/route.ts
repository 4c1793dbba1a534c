import { writing } from "@/lib/api/door";
import { addressOf } from "@/lib/api/who";
import { allowOrRefuse } from "@/lib/notices/limit";
import { objectTo } from "@/lib/notices/object";

export const POST = writing(
  async ({ asker, today, id, body, request }) => {
    const notice = id("id");
    allowOrRefuse(addressOf(request), Date.now());
    const { id: objection, receipt } = await objectTo(asker, notice, body, today);
    return { status: 201, body: { id: objection, state: "open", receipt } };
  },
  { publicToo: true },
);
