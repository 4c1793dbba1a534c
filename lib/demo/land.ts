/** Fields, tea gardens, woods of a household (statistics.md §5), in hundredths of a mu. */
import type { ParcelKind, ParcelUse } from "@/db/words";
import type { Village } from "@/lib/demo/places";
import type { Random } from "@/lib/demo/random";

export type Parcel = { id: string; kind: ParcelKind; use: ParcelUse; offered: boolean; areaMu100: number };

const paddyShare = { basin: 0.4, middle: 0.15, mountain: 0.15 };
/** mu of woodland, from and to. */
const woodland = { basin: [0, 8], middle: [0, 20], mountain: [10, 40] } as const;

const lognormal = (median: number, deviation: number, random: Random) =>
  median * Math.exp(deviation * random.normal());
const mu100 = (mu: number, largest: number) => Math.round(Math.min(mu, largest) * 100);

/**
 * Arable land about 1.2 mu a person (0 to 12 a household), of it paddy by terrain; tea gardens with six
 * households in ten, half of them over 2.5 mu.
 * @param hands members able to work: where there are none, more lies idle.
 */
export function parcelsOf(
  village: Village,
  persons: number,
  hands: number,
  random: Random,
): Omit<Parcel, "id">[] {
  const areas: [ParcelKind, number][] = [];
  const scale = village.isUrban ? 0.3 : 1;
  // e^(σ²/2) turns the median into the mean.
  const arable = Math.min(12, scale * persons * lognormal(1.2 / Math.exp(0.18), 0.6, random));
  const paddy = Math.min(0.9, Math.max(0, paddyShare[village.terrain] + 0.2 * random.normal()));
  areas.push(["paddy", mu100(arable * paddy, 12)], ["dry", mu100(arable * (1 - paddy), 12)]);
  if (random.chance(village.isUrban ? 0.2 : 0.62))
    areas.push(["tea", mu100(lognormal(2.5, 0.6, random), 15)]);
  const [low, high] = woodland[village.terrain];
  if (!village.isUrban && random.chance(0.85))
    areas.push(["forest", mu100(low + (high - low) * random.next() ** 1.5, 40)]);
  if (random.chance(0.12)) areas.push(["orchard", mu100(0.3 + lognormal(1, 0.5, random), 6)]);
  if (random.chance(0.025)) areas.push(["water", mu100(0.2 + lognormal(0.6, 0.5, random), 5)]);
  return areas
    .filter(([, area]) => area >= 15)
    .map(([kind, areaMu100]) => {
      const use = random.weighted<ParcelUse>([
        ["own-use", hands === 0 ? 0.5 : 0.75],
        ["idle", hands === 0 ? 0.4 : 0.17],
        ["leased-out", 0.08],
      ]);
      return { kind, areaMu100, use, offered: use === "own-use" && random.chance(0.22) };
    });
}
