import { writing } from "@/lib/api/door";
import { addressOf } from "@/lib/api/who";
import { allowOrRefuse } from "@/lib/notices/limit";
import { objectTo } from "@/lib/notices/object";

export const POST = writing(
  async ({ asker, today, id, body, request }) => {
    const notice = id("id");
    allowOrRefuse(addressOf(request), Date.now());
    const objection = await objectTo(asker, notice, body, today);
    return { status: 201, body: { id: objection.id, state: "open" } };
  },
  { publicToo: true },
);
