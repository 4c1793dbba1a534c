/** One of the processes of last-slot.slow.test.ts: takes a slot of each posting it is told, and says how it went. */
import { closeDatabase } from "@/db/client";
import { takeSlot } from "@/db/last-slot.testing";

process.on("message", async (id: string) => {
  process.send?.(await takeSlot(id, "read-then-write").catch((error: unknown) => String(error)));
});
process.on("disconnect", closeDatabase);
process.send?.("ready");
