import type { agreementText as zhText } from "@/lib/i18n/zh/agreement-text";

export const agreementText: typeof zhText = {
  titles: {
    job: "Work agreement",
    land: "Land lease agreement",
    equity: "Share allotment agreement",
    order: "Order and buy-back agreement",
    membership: "Co-operative membership agreement",
    contract: "Agreement on plots in the park",
  },
  number: (number) => `No. ${number}`,
  renewed: (number) => `Renewed from agreement ${number}`,
  partyA: "Party A (enterprise)",
  partyB: "Party B (household)",
  party: {
    creditCode: (code) => `Unified social credit code: ${code}`,
    legalPerson: (name) => `Legal representative: ${name}`,
    phone: (phone) => `Phone: ${phone}`,
    head: (name) => `Head of the household: ${name}`,
    idNumber: (number) => `ID number: ${number}`,
    place: (place) => `Address: ${place}`,
  },
  lead: "Both parties agree of their own will, after a public notice without objection, and keep to the following.",
  clause: (n, heading) => `${n}. ${heading}`,
  headings: {
    what: "What it is about",
    pay: "How much, and when it is paid",
    duty: "What each side does",
    term: "From when to when",
    late: "If money does not come in time",
    end: "How to end it early",
    change: "How to change it",
    complain: "Whom to turn to",
    changed: "Changes agreed since",
  },
  and: ", ",
  job: {
    worker: (name, idNumber) => `${name} (ID number: ${idNumber})`,
    what: (name, title, months) =>
      `${name} of Party B works for Party A as “${title}”. Months of work each year: ${months}.`,
    lodging: "Party A provides lodging.",
    byMonth: (wage, day) =>
      `The wage is ${wage} a month. Party A pays a month’s wage by day ${day} of the following month. Part months count by days.`,
    byDay: (wage, days, day) =>
      `The wage is ${wage} a day, about ${days} days a month are planned, and each day worked counts. Party A pays a month’s wage by day ${day} of the following month.`,
    duty: "Party A teaches the work and keeps it safe, and answers by law for injuries at work. Party B comes at the agreed times, follows instructions, and says so ahead when it cannot come.",
  },
  land: {
    what: (parcels, total) => `Party B leases ${parcels}, ${total} in all, to Party A for farming.`,
    parcel: (kind, mu) => `${mu} of ${kind}`,
    pay: (perMu, perYear, day) =>
      `The rent is ${perMu} per mu per year, ${perYear} a year in all. Years count from the first day; each year’s rent is paid by ${day} within it.`,
    duty: "The contracted right to the land stays with Party B. Party A does not build, dig ponds, leave it fallow or pass it on; at the end the land is returned fit for farming.",
  },
  equity: {
    what: (persons, names, perPerson, total) =>
      `By the county’s standard of ${perPerson} a person, shares are allotted to ${persons} people of Party B (${names}), ${total} in all, invested in Party A. Party B receives dividends and bears no losses.`,
    guaranteed: (rate, amount, day) =>
      `Guaranteed dividend: ${rate} of the allotment each year, that is ${amount}, paid by ${day} of each year whether or not there is a profit.`,
    secondProfit: (rate) =>
      `Second dividend: of a year’s profit Party A gives at least another ${rate}, divided by each household’s allotment.`,
    secondPrincipal: (rate, amount) =>
      `Second dividend: once the year’s profit is declared, another ${rate} of the allotment, that is ${amount}.`,
    duty: "Party A keeps at least one link with Party B: leasing its land, buying its product, or employing it. If the last one ends, Party A makes a new one soon.",
  },
  order: {
    what: (product, grade, quantity, months) =>
      `Party B raises ${product} and sells ${quantity} a year to Party A, delivered in: ${months}.${grade ? ` Standard: ${grade}.` : ""}`,
    pay: (price, unit, days) =>
      `Party A buys at no less than the floor price of ${price} per ${unit}; at the market price where that is higher. Each delivery is weighed and written down; Party A pays within ${days} days.`,
    duty: "Party A teaches the technique and neither refuses nor downgrades what meets the standard. Party B follows the instructions and uses no banned chemicals or feeds.",
  },
  membership: {
    what: (share) => `Party B joins Party A’s co-operative as a member. ${share}`,
    paysIn: (amount) => `Party B pays in ${amount}, returned on leaving.`,
    noShare: "Party B pays nothing in.",
    services: (list) => `Party A provides its members with: ${list}.`,
    pay: (rate, day) =>
      `Of each year’s distributable surplus ${rate} is returned by each member’s trade with the co-operative, paid by ${day} of the following year.`,
    duty: "Party B may attend the members’ meeting and read the accounts. Party A publishes them once a year.",
  },
  contract: {
    what: (plots, each, product) =>
      plots === "1"
        ? `Party B takes on 1 plot (${each}) in Party A’s park, tends and harvests it itself: ${product}.`
        : `Party B takes on ${plots} plots (${each} each) in Party A’s park, tends and harvests them itself: ${product}.`,
    fee: (fee, day) => `The fee is ${fee} a year, paid by Party B by ${day} of each year.`,
    noFee: "No fee is charged.",
    inputs: (amount) => `Party A advances seedlings and supplies, ${amount} a year, taken off the sales.`,
    buyback: (price, unit, days) =>
      `Party A buys the product at no less than ${price} per ${unit} and pays within ${days} days of delivery.`,
    duty: "Party A provides water, power and technique. Party B tends by the instructions and does not pass the plots on.",
  },
  term: {
    fixed: (from, to) => `From ${from} to ${to}. Before it ends, both may agree to renew it.`,
    open: (from) => `From ${from}, until it is ended as said below.`,
  },
  late: "What has not come by its day: Party B says so on the platform, or its village does for it. Party A must answer; what stays unpaid counts as arrears and is followed up by the county.",
  lateDividend: "While dividends are in arrears, Party A may post nothing new.",
  lateOther: "Party B may also claim it by law.",
  end: (days) =>
    `By agreement of both, at any time. Party B may end it by giving its reason. Party A gives its reason ${days} days ahead. What is due until then is paid in full.`,
  change:
    "Pay, rent, dividends or days change only by an annex signed by both, from the day written in it on.",
  complain: (place) =>
    `First the village worker of ${place}; then the county’s officers; arbitration or court by law.`,
  changed: (number, from, what) => `Annex ${number}: from ${from}, ${what}.`,
  changes: {
    wageFen: (v) => `the wage is ${v}`,
    payDay: (v) => `wages are paid by day ${v} of the following month`,
    rentFenPerMuYear: (v) => `the rent is ${v} per mu per year`,
    payMonthDay: (v) => `paid by ${v} of each year`,
    guaranteedBp: (v) => `the guaranteed dividend is ${v}`,
    secondBp: (v) => `the second dividend is at least ${v}`,
    floorPriceFen: (v) => `the floor price is ${v}`,
    quantity: (v) => `the quantity is ${v} a year`,
    payWithinDays: (v) => `paid within ${v} days of delivery`,
    returnBp: (v) => `${v} of the surplus is returned`,
    feeFenPerPlotYear: (v) => `the fee is ${v} per plot per year`,
  },
  units: { jin: "jin (500 g)", head: "head" },
  signA: "Party A, signature (seal)",
  signB: "Party B, signature (fingerprint)",
  signedScreen: (name, at) => `${name} signed on the platform, ${at}`,
  signedSlip: (name, at, by) =>
    `${name} signed on the platform, ${at} (with a sign-in slip handed out by ${by})`,
  signedPaper: (at) => `Signed on paper, kept since ${at}`,
  signedBlank: "Date:",
  foot: "Made in two copies, one for each party; the agreement of this number on the platform is what counts. Scan to read it.",
  gloss: "An English gloss for orientation; the Chinese text is binding.",
  ended: (day, cause) => `This agreement ended on ${day}: ${cause}.`,
};
