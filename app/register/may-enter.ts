import { forbidden } from "next/navigation";
import type { Asker } from "@/lib/access/asker";
import { grantOf } from "@/lib/access/table";
import { currentAsker } from "@/lib/users/session";

/** Whoever may register an enterprise: a stranger, or a county officer for somebody. Answers 403 to others. */
export async function mayEnter(): Promise<Asker> {
  const asker = await currentAsker();
  return grantOf(asker.role, "registration", "write") ? asker : forbidden();
}
