import { writing } from "@/lib/api/door";
import { keepPace, objectionPace } from "@/lib/api/pace";
import { addressOf } from "@/lib/api/who";
import { objectTo } from "@/lib/notices/object";

export const POST = writing(
  async ({ asker, today, id, body, request }) => {
    const notice = id("id");
    keepPace(`objection from ${addressOf(request)}`, objectionPace.address);
    keepPace(`objection to ${notice}`, objectionPace.notice);
    const objection = await objectTo(asker, notice, body, today);
    return { status: 201, body: { id: objection.id, state: "open" } };
  },
  { publicToo: true },
);
