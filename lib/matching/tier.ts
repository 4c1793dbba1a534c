import type { Policy } from "@/lib/policy/policy";

export const tiers = ["A", "B", "C"] as const;
/** All that a household sees of its place, and an enterprise of its score. */
export type Tier = (typeof tiers)[number];

export function tierOf(score: number, policy: Policy): Tier {
  if (score >= policy["tiers.a"]) return "A";
  return score >= policy["tiers.b"] ? "B" : "C";
}
