/** The agreement itself: what a farmer reads and signs. Chinese is the binding text; English is its gloss. */
export const agreementText = {
  titles: {
    job: "用工协议",
    land: "土地流转协议",
    equity: "配股分红协议",
    order: "订单回购协议",
    membership: "入社协议",
    contract: "入园承包协议",
  },
  number: (number: string) => `编号：${number}`,
  renewed: (number: string) => `由协议 ${number} 续签`,
  partyA: "甲方（市场主体）",
  partyB: "乙方（农户）",
  party: {
    creditCode: (code: string) => `统一社会信用代码：${code}`,
    legalPerson: (name: string) => `法定代表人：${name}`,
    phone: (phone: string) => `电话：${phone}`,
    head: (name: string) => `户主：${name}`,
    idNumber: (number: string) => `身份证号：${number}`,
    place: (place: string) => `住址：${place}`,
  },
  lead: "双方自愿，经公示没有异议，商量好以下几条，都照着办。",
  clause: (n: number, heading: string) => `${"一二三四五六七八九十"[n - 1] ?? n}、${heading}`,
  headings: {
    what: "做什么",
    pay: "给多少钱，什么时候给",
    duty: "双方要做到的",
    term: "从哪天到哪天",
    late: "钱没有按时到怎么办",
    end: "怎样提前结束",
    change: "怎样改约定",
    complain: "有事找谁",
    changed: "已经商量好的改动",
  },
  and: "，",
  job: {
    worker: (name: string, idNumber: string) => `${name}（身份证号：${idNumber}）`,
    what: (name: string, title: string, months: string) =>
      `乙方家里的${name}到甲方务工，干“${title}”的活。每年干活的月份：${months}。`,
    lodging: "甲方管住宿。",
    byMonth: (wage: string, day: string) =>
      `每月工资 ${wage}。当月的工资，甲方在下个月 ${day} 日前付清。不满一个月的，按天折算。`,
    byDay: (wage: string, days: string, day: string) =>
      `每天工资 ${wage}，每月大约安排 ${days} 天，做一天算一天。当月的工资，甲方在下个月 ${day} 日前付清。`,
    duty: "甲方教会怎么做，保证干活安全；干活受了伤，甲方依法负责。乙方按约定的时间来，听从安排；来不了要提前说。",
  },
  land: {
    what: (parcels: string, total: string) => `乙方把${parcels}，一共 ${total}，租给甲方种养。`,
    parcel: (kind: string, mu: string) => `${kind} ${mu}`,
    pay: (perMu: string, perYear: string, day: string) =>
      `租金每亩每年 ${perMu}，合计每年 ${perYear}。从起租那天算起，每满一年为一期；每期的租金，甲方在当期的 ${day} 前付清。`,
    duty: "地的承包权还是乙方的。甲方不能在地上盖房、挖塘，不能丢荒，不能转给别人；到期交还时，地要能照常耕种。",
  },
  equity: {
    what: (persons: string, names: string, perPerson: string, total: string) =>
      `县里按每人 ${perPerson}的标准，给乙方 ${persons} 人（${names}）配股，一共 ${total}，投到甲方。乙方只分红，不承担亏损。`,
    guaranteed: (rate: string, amount: string, day: string) =>
      `保底分红：每年按配股额的 ${rate}，就是 ${amount}，甲方在每年 ${day} 前付清，赚不赚钱都要付。`,
    secondProfit: (rate: string) =>
      `二次分红：甲方当年有利润的，再拿出不少于利润的 ${rate}，按各户配股多少分。`,
    secondPrincipal: (rate: string, amount: string) =>
      `二次分红：甲方公布当年利润后，再按配股额的 ${rate} 分，就是 ${amount}。`,
    duty: "甲方要一直带着乙方：租乙方的地、收乙方的产品、请乙方务工，三样里至少有一样。断了的，甲方要尽快补上。",
  },
  order: {
    what: (product: string, grade: string, quantity: string, months: string) =>
      `乙方种养${product}，每年卖给甲方 ${quantity}，交货的月份：${months}。${grade ? `要求：${grade}。` : ""}`,
    pay: (price: string, unit: string, days: string) =>
      `甲方按不低于每${unit} ${price} 的保底价收；市场价高的，按市场价。每次交货过秤记数，甲方在 ${days} 天内付清。`,
    duty: "甲方教技术，够标准的不能拒收、不能压级压价。乙方按要求种养，不用禁用的农药和饲料。",
  },
  membership: {
    what: (share: string) => `乙方加入甲方的合作社，成为社员。${share}`,
    paysIn: (amount: string) => `乙方出资 ${amount}，退社时退还。`,
    noShare: "乙方不用出资。",
    services: (list: string) => `甲方给社员提供：${list}。`,
    pay: (rate: string, day: string) =>
      `每年的可分配盈余，甲方拿出 ${rate}，按社员和合作社的交易多少返还，在第二年 ${day} 前付清。`,
    duty: "乙方有权参加社员大会，看账目。甲方每年公布一次账目。",
  },
  contract: {
    what: (plots: string, each: string, product: string) =>
      `乙方在甲方园区承包 ${plots} 块（每块 ${each}），自己管、自己收，种养${product}。`,
    fee: (fee: string, day: string) => `承包费每年 ${fee}，乙方在每年 ${day} 前交给甲方。`,
    noFee: "不收承包费。",
    inputs: (amount: string) => `种苗农资由甲方先赊给，每年 ${amount}，从货款里扣。`,
    buyback: (price: string, unit: string, days: string) =>
      `产品由甲方按不低于每${unit} ${price} 收购，交货后 ${days} 天内付清。`,
    duty: "甲方供水供电、教技术。乙方按技术要求管护，不转包给别人。",
  },
  term: {
    fixed: (from: string, to: string) => `从 ${from} 起，到 ${to} 止。到期前，双方可以商量续签。`,
    open: (from: string) => `从 ${from} 起，一直有效，直到按下面的办法结束。`,
  },
  late: "过了日子还没到的，乙方可以在平台上按“没收到”，也可以请村干部代办。甲方必须答复；一直不付的，算拖欠，由县里督办。",
  lateDividend: "分红拖欠的，付清以前，甲方不能再发新的需求。",
  lateOther: "乙方也可以依法追讨。",
  end: (days: string) =>
    `双方商量好，随时可以结束。乙方要结束，说明原因就行。甲方要结束，须提前 ${days} 天说明原因。结束以前该付的钱，一分不少。`,
  change: "改工资、租金、分红或日子，要双方都签字，写成补充协议，从写明的那天起算。",
  complain: (place: string) => `先找${place}的村干部；说不通的，找县里的经办人员，也可以依法申请仲裁或起诉。`,
  changed: (number: string, from: string, what: string) => `补充协议 ${number}：从 ${from} 起，${what}。`,
  changes: {
    wageFen: (v: string) => `工资改为 ${v}`,
    payDay: (v: string) => `工资改在次月 ${v} 日前付清`,
    rentFenPerMuYear: (v: string) => `租金改为每亩每年 ${v}`,
    payMonthDay: (v: string) => `改在每年 ${v} 前付清`,
    guaranteedBp: (v: string) => `保底分红改为 ${v}`,
    secondBp: (v: string) => `二次分红改为不少于 ${v}`,
    floorPriceFen: (v: string) => `保底价改为 ${v}`,
    quantity: (v: string) => `每年的数量改为 ${v}`,
    payWithinDays: (v: string) => `改在交货后 ${v} 天内付清`,
    returnBp: (v: string) => `返还改为 ${v}`,
    feeFenPerPlotYear: (v: string) => `承包费改为每块每年 ${v}`,
  },
  units: { jin: "斤", head: "头（只）" },
  signA: "甲方签字（盖章）",
  signB: "乙方签字（按手印）",
  signedScreen: (name: string, at: string) => `${name} 已在平台签字，${at}`,
  signedSlip: (name: string, at: string, by: string) => `${name} 已在平台签字，${at}（用${by}发的登录纸条）`,
  signedPaper: (at: string) => `已在纸上签字，${at} 存档`,
  signedBlank: "日期：",
  foot: "本协议一式两份，甲乙双方各拿一份，内容以平台上编号相同的协议为准。扫码可以查看。",
  gloss: "以下是英文大意，供参考；以中文为准。",
  ended: (day: string, cause: string) => `本协议已于 ${day} 结束：${cause}。`,
};
