import { reading } from "@/lib/api/door";
import { fittingPage, fittingQuery } from "@/lib/api/rankings";

export const GET = reading(({ asker, today, id, query }) =>
  fittingPage(asker, id("code"), today, query(fittingQuery)),
);
