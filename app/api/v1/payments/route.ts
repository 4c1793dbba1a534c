import { paymentShown, paymentsQuery } from "@/lib/api/corrections";
import { reading } from "@/lib/api/door";
import { listPayments } from "@/lib/moneys/queries/payments";

export const GET = reading(async ({ asker, query }) => {
  const { state, ...filter } = query(paymentsQuery);
  const { items, next } = await listPayments(asker, { ...filter, ...(state && { states: [state] }) });
  return { items: items.map(paymentShown), next };
});
