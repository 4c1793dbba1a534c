import { writing } from "@/lib/api/door";
import { reverseDelivery } from "@/lib/moneys/correct";
import { reasonInput } from "@/lib/moneys/input";
import { parse } from "@/lib/refusal/parse";

export const POST = writing(async ({ asker, today, id, body }) => {
  const delivery = id("id");
  await reverseDelivery(asker, { delivery, ...parse(reasonInput, body) }, today);
  return { status: 200, body: { id: delivery, state: "reversed" } };
});
