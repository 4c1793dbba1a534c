import { tx } from "@/db/client";
import type { Asker } from "@/lib/access/asker";
import { isDeclineReason } from "@/lib/applications/input";
import { guard, loadApplication, takeStep } from "@/lib/applications/step";
import { refuseFields } from "@/lib/refusal/refusal";

/** The enterprise takes the household. @throws Refusal as the move table says. */
export const acceptApplication = (asker: Asker, id: string): Promise<void> =>
  tx(async (w) => {
    const loaded = await loadApplication(w, asker, id);
    guard(asker, loaded, "accept", "");
    await takeStep(w, asker, loaded, "accept", { answeredBy: asker.userId });
  });

/** The enterprise declines, with a coded reason that the household is shown in plain words. */
export const declineApplication = (asker: Asker, id: string, reason: string | undefined): Promise<void> =>
  tx(async (w) => {
    const loaded = await loadApplication(w, asker, id);
    guard(asker, loaded, "decline", reason ?? "");
    if (!isDeclineReason(reason))
      return refuseFields({ reason: { code: reason ? "not-in-list" : "missing" } });
    await takeStep(w, asker, loaded, "decline", { answeredBy: asker.userId, declineReason: reason });
  });

/** The household, or its village for it, takes the application back; a place it held is free again. */
export const withdrawApplication = (asker: Asker, id: string, reason = ""): Promise<void> =>
  tx(async (w) => {
    const loaded = await loadApplication(w, asker, id);
    guard(asker, loaded, "withdraw", reason);
    await takeStep(w, asker, loaded, "withdraw", { stateReason: reason.trim() || null });
  });
