import type { ParcelKind, SecondBase, WageUnit } from "@/db/words";

/**
 * The terms of an agreement, frozen into `agreements.terms` when its match becomes final and, changed, into an
 * annex. Whole fen, hundredths of a mu, rates in basis points (500 = 5 %), months as bits (January = 1,
 * December = 2048), `payMonthDay` as MM-DD. Who, which enterprise, from when to when stand in the agreement
 * itself. What is due is worked out from these and nothing else (lib/moneys).
 */
export type AgreementTerms =
  | JobTerms
  | LandTerms
  | EquityTerms
  | OrderTerms
  | MembershipTerms
  | ContractTerms;

/** 用工: each named month that begins or lies within the agreement is paid by `payDay` of the month after. */
export type JobTerms = {
  kind: "job";
  memberId: string;
  months: number;
  /** Of a month, or of a day. */
  wageFen: number;
  wageUnit: WageUnit;
  /** Days planned a month under a day wage; null under a month's wage. */
  daysPerMonth: number | null;
  /** 1 to 28, of the following month. */
  payDay: number;
  lodging: boolean;
};

/** 土地流转: for each year counted from the first day, `mu100` / 100 × rent, by the `payMonthDay` within that year. */
export type LandTerms = {
  kind: "land";
  parcels: { parcelId: string; kind: ParcelKind; mu100: number }[];
  /** The sum of the parcels. */
  mu100: number;
  rentFenPerMuYear: number;
  years: number;
  payMonthDay: string;
};

/**
 * 配股分红: `persons` × `fenPerPerson` is the allotment. By each `payMonthDay` the guaranteed share of it is due;
 * the second dividend once a year's profit is declared, of the base that policy named when it was made.
 */
export type EquityTerms = {
  kind: "equity";
  persons: number;
  memberIds: string[];
  fenPerPerson: number;
  guaranteedBp: number;
  secondBp: number;
  secondBase: SecondBase;
  payMonthDay: string;
};

/** 订单回购: `quantity` units a year at no less than the floor price, each delivery paid within so many days. */
export type OrderTerms = {
  kind: "order";
  product: string;
  /** Empty when any will do. */
  grade: string;
  unit: "jin" | "head";
  quantity: number;
  /** Of one unit. */
  floorPriceFen: number;
  /** Months of delivery as bits. */
  deliveryMonths: number;
  payWithinDays: number;
  years: number;
};

/** 入社: what is paid in (may be 0), and what share of the distributable surplus returns by `payMonthDay`. */
export type MembershipTerms = {
  kind: "membership";
  shareFen: number;
  returnBp: number;
  services: string[];
  payMonthDay: string;
};

/** 入园承包: plots tended for oneself for a fee a year, inputs on credit, the product bought back at a floor price. */
export type ContractTerms = {
  kind: "contract";
  memberId: string | null;
  plots: number;
  plotMu100: number;
  product: string;
  unit: "jin" | "head";
  /** Months in which a plot wants its worker, as bits. */
  months: number;
  feeFenPerPlotYear: number;
  /** Taken off what is paid for the product. */
  inputsFenPerPlotYear: number;
  floorPriceFen: number;
  payWithinDays: number;
  years: number;
  /** When the fee of a year is due. */
  payMonthDay: string;
};
