import { deliveriesQuery, deliveryShown } from "@/lib/api/corrections";
import { reading } from "@/lib/api/door";
import { listDeliveries } from "@/lib/moneys/queries/facts";

export const GET = reading(async ({ asker, query }) => {
  const { items, next } = await listDeliveries(asker, query(deliveriesQuery));
  return { items: items.map(deliveryShown), next };
});
