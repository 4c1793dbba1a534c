/** Mistakes in what money is worked out from: deliveries taken back, profits corrected. */
export const corrections = {
  delivered: {
    title: "交货记录",
    takeBack: "冲销",
    question: "这次交货记错了？冲销以后，这一笔货款就不算了，记录还在。",
    reason: "为什么冲销（双方都看得到）",
    takenBack: (why: string) => `已冲销：${why}`,
  },
  /** What an enterprise declared, on the officer's page of it. */
  profits: {
    title: "报出的利润",
    none: "还没有报过。",
    corrected: (day: string, why: string) => `${day}县里更正：${why}`,
    correct: "更正利润",
    correctNote: "账目与报的不一样时，由县里更正。各户应得的重新算，已付的不退，应付日不变。",
    profit: "账上的利润",
    reason: "依据和原因",
    save: "更正",
  },
};
