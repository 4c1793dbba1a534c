import { reading } from "@/lib/api/door";
import { offlineList } from "@/lib/desk/offline";

/** For the village worker's own phone: what it keeps for a day. */
export const GET = reading(({ asker, today }) => offlineList(asker, today));
