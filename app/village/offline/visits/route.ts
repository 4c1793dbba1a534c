import { writing } from "@/lib/api/door";
import { keepVisit } from "@/lib/households/visit";

/** For the village worker's own phone: what was noted at a door, sent later. */
export const POST = writing(async ({ asker, body, today }) => ({
  status: 200,
  body: await keepVisit(asker, body, today),
}));
