/** The demo's places: the real divisions, with the lot that makes 117 villages poor and a weight for each. */

import type { Random } from "@/lib/demo/random";
import { poorVillages } from "@/lib/demo/totals";
import type { DivisionRow } from "@/lib/divisions/divisions";
import { townCodeOf } from "@/lib/divisions/divisions";

export type Village = DivisionRow & {
  townName: string;
  poor: boolean;
  terrain: "basin" | "middle" | "mountain";
  isUrban: boolean;
  /** Of its share of households (statistics.md §2). */
  weight: number;
};

/** The villages of the demo accounts: two towns, one with a surveyed seat, one far up the Muma river. */
export const demoVillages = { village: "610724105207", village2: "610724116201" } as const;

const basin = ["001", "002", "101", "102", "103", "106", "108", "109"];
const mountain = ["104", "111", "112", "114", "116", "117", "118"];

/** Inhabitants of a town where a gazetteer states them (lib/divisions/data/SOURCES.md lists the pages). */
const populations: Record<string, number> = {
  "102": 27_500,
  "103": 30_867,
  "104": 10_279,
  "105": 10_810,
  "108": 15_000,
  "109": 32_000,
  "110": 7_646,
  "116": 9_788,
};

export function villagesOf(rows: readonly DivisionRow[], random: Random): Village[] {
  const names = new Map(rows.map((row) => [row.code, row.name]));
  const places = rows.filter((row) => row.kind === "village" || row.kind === "community");
  const inTown = (code: string) => places.filter((row) => townCodeOf(row.code) === townCodeOf(code)).length;
  const asked = Object.values(demoVillages) as string[];
  const candidates = places.filter((row) => row.kind === "village" && !asked.includes(row.code));
  const drawn = random.shuffle(candidates).slice(0, poorVillages - asked.length);
  const poor = new Set([...asked, ...drawn.map((row) => row.code)]);
  return places.map((row) => {
    const town = row.code.slice(6, 9);
    const isMountain = mountain.includes(town);
    const isUrban = town.startsWith("00");
    const perVillage = (populations[town] ?? 1_900 * inTown(row.code)) / inTown(row.code);
    const factor = (poor.has(row.code) ? 2 : 1) * (isMountain ? 1.5 : 1) * (isUrban ? 0.2 : 1);
    return {
      ...row,
      townName: names.get(townCodeOf(row.code)) ?? "",
      poor: poor.has(row.code),
      terrain: isMountain ? "mountain" : basin.includes(town) ? "basin" : "middle",
      isUrban,
      weight: perVillage * factor * (0.7 + 0.6 * random.next()),
    };
  });
}
