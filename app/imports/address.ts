import type { Asker } from "@/lib/access/asker";

/** Where someone's imports stand: a village worker's below its own home. */
export const importsOf = ({ role }: Pick<Asker, "role">): string =>
  role === "village" ? "/village/imports" : "/officer/imports";
