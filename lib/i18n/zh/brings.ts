/** What an opening would bring a household in a year, and how much of it the household takes. */
export const brings = {
  money: (money: string) => `一年约 ${money}`,
  order: (money: string) => `全交一年约卖 ${money}，没扣成本（估算）`,
  contract: (money: string) => `一块一年约剩 ${money}（估算）`,
  membership: "盈余按交易量返还，多交多得",
  jin: "一年交多少",
  jinHint: (least: string, most: string) => `最少 ${least}，按您家的地和劳动力最多约 ${most}。`,
  plots: "包几块",
  plotsHint: (most: string) => `每户最多 ${most}。`,
};
