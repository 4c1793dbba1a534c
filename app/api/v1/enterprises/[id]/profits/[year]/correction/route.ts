import { profitCorrectionBody } from "@/lib/api/corrections";
import { writing } from "@/lib/api/door";
import { correctProfit } from "@/lib/moneys/correct";
import { parse } from "@/lib/refusal/parse";
import { refuse } from "@/lib/refusal/refusal";

export const POST = writing(async ({ asker, today, id, body }) => {
  const enterprise = id("id");
  const year = Number(id("year"));
  // Where nothing can have been declared there is nothing to correct.
  if (!(year >= 2000 && year <= 2100 && Number.isInteger(year))) refuse("not-found");
  const { profitFen, reason } = parse(profitCorrectionBody, body);
  await correctProfit(asker, { enterprise, year, profitFen, reason }, today);
  return { status: 200, body: { id: enterprise, year, profitFen } };
});
