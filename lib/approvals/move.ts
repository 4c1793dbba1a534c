import type { Asker } from "@/lib/access/asker";
import { acceptApplication, declineApplication, withdrawApplication } from "@/lib/applications/answer";
import { moveInput } from "@/lib/applications/input";
import { approveApplication, turnDown } from "@/lib/approvals/decide";
import { parse } from "@/lib/refusal/parse";

/**
 * The one door for every move that is asked by name; screens and API both come through here.
 * @throws Refusal as the move table (applications/moves.ts) says.
 */
export async function moveApplication(asker: Asker, id: string, raw: unknown, today: string): Promise<void> {
  const { move, reason } = parse(moveInput, raw);
  switch (move) {
    case "accept":
      return acceptApplication(asker, id);
    case "decline":
      return declineApplication(asker, id, reason);
    case "withdraw":
      return withdrawApplication(asker, id, reason);
    case "approve":
      return approveApplication(asker, id, today);
    default:
      return turnDown(asker, id, move, reason ?? "");
  }
}
