import type { brings as zhBrings } from "@/lib/i18n/zh/brings";

export const brings: typeof zhBrings = {
  money: (money) => `about ${money} a year`,
  order: (money) => `sells for about ${money} a year in all, before costs (estimate)`,
  contract: (money) => `a plot leaves about ${money} a year (estimate)`,
  membership: "surplus returns by trade: the more delivered, the more returned",
  jin: "How much to deliver a year",
  jinHint: (least, most) => `At least ${least}; by the household’s land and labor at most about ${most}.`,
  plots: "How many plots",
  plotsHint: (most) => `At most ${most} per household.`,
};
