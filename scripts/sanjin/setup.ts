import { db, refreshStatistics } from "@/db/client";
import { migrate } from "@/db/migrate";
import { divisions } from "@/db/schema";
import { today } from "@/lib/clock/clock";
import { mode } from "@/lib/sealing/keys";
import { type Command, Declined, numberOf } from "@/scripts/sanjin/command";

export const migrateCommand: Command = {
  usage: "migrate [--json]",
  summary: "bring the database up to this build",
  words: 0,
  run: async () => {
    const applied = await migrate();
    return { json: { applied }, lines: applied.length > 0 ? applied : ["up to date"] };
  },
};

export const demoCommand: Command = {
  usage: "demo [--scale 0.001–1] [--seed N] [--today DAY] [--json]",
  summary: "fill an empty database with the demo county",
  words: 0,
  options: { scale: { type: "string" }, seed: { type: "string" } },
  run: async (typed) => {
    const scale = numberOf(typed, "scale", 1, { min: 0.001, max: 1, whole: false });
    const seed = numberOf(typed, "seed", 1, { min: 0, max: 2 ** 31 - 1 });
    if (mode() === "live") throw new Declined("there is no demo in live mode");
    await migrate();
    if ((await db.$count(divisions)) > 0) throw new Declined("the database is not empty");
    const { seedDemo } = await import("@/lib/demo/seed");
    const started = performance.now();
    await seedDemo({ scale, seed, today: today() });
    await refreshStatistics();
    const seconds = (performance.now() - started) / 1000;
    return {
      json: { scale, seed, today: today(), seconds },
      lines: [`demo county made in ${seconds.toFixed(1)} s`],
    };
  },
};
