import { writing } from "@/lib/api/door";
import { reversePayment } from "@/lib/moneys/pay";

export const POST = writing(async ({ asker, today, id, body }) => {
  const payment = id("id");
  await reversePayment(asker, payment, body, today);
  return { status: 200, body: { id: payment, state: "reversed" } };
});
