import type { Asker } from "@/lib/access/asker";
import { acceptApplication, declineApplication, withdrawApplication } from "@/lib/applications/answer";
import { moveInput } from "@/lib/applications/input";
import { approveApplication, turnDown } from "@/lib/approvals/decide";
import type { AcceptedFile } from "@/lib/files/files";
import { parse } from "@/lib/refusal/parse";

/**
 * The one door for every move that is asked by name; screens and API both come through here.
 * @param photo of the slip a household signed, when its village takes back for it.
 * @throws Refusal as the move table (applications/moves.ts) says.
 */
export async function moveApplication(
  asker: Asker,
  id: string,
  raw: unknown,
  today: string,
  photo: AcceptedFile | null = null,
): Promise<void> {
  const input = parse(moveInput, raw);
  const { move, version } = input;
  switch (move) {
    case "accept":
      return acceptApplication(asker, id, today, version);
    case "decline":
      return declineApplication(asker, id, input);
    case "withdraw":
      return withdrawApplication(asker, id, input, photo);
    case "approve":
      return approveApplication(asker, id, today, version);
    default:
      return turnDown(asker, id, { ...input, move });
  }
}
