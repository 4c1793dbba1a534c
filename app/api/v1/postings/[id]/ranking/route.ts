import { reading } from "@/lib/api/door";
import { rankingPage, rankingQuery } from "@/lib/api/rankings";

export const GET = reading(({ asker, today, id, query }) =>
  rankingPage(asker, id("id"), today, query(rankingQuery)),
);
