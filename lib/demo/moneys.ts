/**
 * What the demo's agreements made due and what was paid of it: the lines by the same rule as real ones, the
 * payments as a county would have made them. Most enterprises pay on time and most payments are confirmed;
 * some are slow, a few do not pay, and some households have said that it did not come.
 */
import type { Writer } from "@/db/client";
import { insertAll } from "@/db/insert-all";
import { agreements, disputes, dueRuns, dues, payments } from "@/db/schema";
import { systemAsker } from "@/lib/access/asker";
import { recordAll } from "@/lib/audit/commands";
import { addDays } from "@/lib/clock/clock";
import type { DemoCounty } from "@/lib/demo/county";
import { demoId, officeHour } from "@/lib/demo/ids";
import { type Random, randomOf } from "@/lib/demo/random";
import { dueLines } from "@/lib/moneys/due-lines";
import { horizonOf } from "@/lib/moneys/make";

type Due = typeof dues.$inferInsert & { id: string; paidFen: number; confirmedFen: number };
type Payment = typeof payments.$inferInsert & { id: string; createdAt: Date };
type Dispute = typeof disputes.$inferInsert;

/** How an enterprise pays: on the day, late, or hardly. */
type Manner = "prompt" | "slow" | "bad";

/** Days after which even a slow enterprise has paid, and a bad one. */
const paidAfter: Record<Manner, number> = { prompt: 0, slow: 45, bad: 150 };

export async function writeMoneys(w: Writer, county: DemoCounty, seed: number, today: string): Promise<void> {
  const books = new Books(county, randomOf(seed, "moneys"), today);
  const rows = await w.select().from(agreements);
  for (const agreement of rows) books.write(agreement);
  await insertAll(w, dues, books.dues);
  await insertAll(
    w,
    dueRuns,
    rows.map(({ id, version }) => ({ agreementId: id, agreementVersion: version, throughOn: books.horizon })),
  );
  await insertAll(w, payments, books.payments);
  await insertAll(w, disputes, books.disputes);
  await recordAll(w, systemAsker, [
    {
      action: "dues.make",
      subject: "county",
      subjectId: "610724",
      after: { lines: books.dues.length, payments: books.payments.length, disputes: books.disputes.length },
    },
  ]);
}

class Books {
  readonly dues: Due[] = [];
  readonly payments: Payment[] = [];
  readonly disputes: Dispute[] = [];
  readonly horizon: string;
  private readonly firms: Map<string, { userId: string; manner: Manner }>;
  private readonly workers: Map<string, string>;
  private readonly shown: Set<string>;
  /** The household that can be signed in to and has money: something late, something to confirm. */
  private readonly earner: string;

  constructor(
    county: DemoCounty,
    private readonly random: Random,
    private readonly today: string,
  ) {
    this.horizon = horizonOf(today);
    const shown = county.accounts.flatMap((a) =>
      /^enterprise2?$/.test(a.username) ? [a.enterpriseId ?? ""] : [],
    );
    this.shown = new Set(shown);
    this.earner = county.accounts.find((a) => a.username === "household3")?.householdCode ?? "";
    this.firms = new Map(
      county.enterprises.map(({ id, userId }) => {
        const manner = random.weighted<Manner>([
          ["prompt", 0.86],
          ["slow", 0.1],
          ["bad", 0.04],
        ]);
        // The two that can be signed in to have something to do.
        return [id, { userId, manner: this.shown.has(id) ? "slow" : manner }];
      }),
    );
    this.workers = new Map(county.households.map((h) => [h.code, county.staff.workerOf(h.village.code)]));
  }

  write(agreement: typeof agreements.$inferSelect): void {
    const { startsOn, endsOn, terms, enterpriseId, householdCode, createdAt } = agreement;
    const agreed = { startsOn, endsOn, periods: [{ from: startsOn, terms }] };
    const lines = dueLines(agreed, this.horizon);
    const past = lines.filter((line) => line.dueOn < this.today).length;
    for (const [i, line] of lines.entries()) {
      const { from, to, ...rest } = line;
      const due: Due = {
        id: demoId("D", this.dues.length + 1, createdAt),
        ...{ agreementId: agreement.id, enterpriseId, householdCode },
        ...rest,
        // Days worked in a month that is over have been recorded.
        estimated: rest.estimated && to >= this.today,
        ...{ periodFrom: from, periodTo: to },
        ...{ paidFen: 0, confirmedFen: 0, createdAt },
      };
      this.dues.push(due);
      const own = householdCode === this.earner && !(due.kind === "dividend" && this.shown.has(enterpriseId));
      if (own) this.payEarner(due, past - i);
      else this.pay(due);
    }
  }

  private pay(due: Due): void {
    const { random, today } = this;
    const firm = this.firms.get(due.enterpriseId);
    if (!firm) return;
    const { manner } = firm;
    // A dividend that is late freezes its enterprise: the two that can be signed in to could post nothing after
    // 30 November. They are late with wages and rents, and have paid each dividend by its day.
    if (due.kind === "dividend" && due.dueOn < today && this.shown.has(due.enterpriseId)) {
      this.paid(due, due.amountFen, addDays(due.dueOn, -random.int(1, 6)));
      return;
    }
    if (due.dueOn >= today) {
      // Dividends are paid through November, so that the clock has something to count.
      const early = due.kind === "dividend" && due.dueOn <= addDays(today, 40) && manner === "prompt";
      if (early && random.chance(0.6)) this.paid(due, due.amountFen, addDays(today, -random.int(1, 20)));
      return;
    }
    const late = due.dueOn < addDays(today, -paidAfter[manner]);
    if (manner === "prompt") this.paid(due, due.amountFen, addDays(due.dueOn, -random.int(0, 6)));
    else if (late) this.paid(due, due.amountFen, this.notAfterToday(addDays(due.dueOn, random.int(0, 30))));
    else if (random.chance(manner === "slow" ? 0.5 : 0.2))
      this.paid(due, due.amountFen, addDays(due.dueOn, -random.int(0, 3)));
    else if (random.chance(0.2))
      this.paid(due, Math.floor(due.amountFen / 200) * 100, addDays(due.dueOn, -random.int(0, 3)));
    if (due.paidFen < due.amountFen) this.missed(due, firm.userId);
  }

  /** @param left how many of the agreement's past lines there are from this one on: the last is late. */
  private payEarner(due: Due, left: number): void {
    if (left > 1) this.paid(due, due.amountFen, addDays(due.dueOn, -2), left > 2);
  }

  private notAfterToday(day: string): string {
    return day < this.today ? day : addDays(this.today, -1);
  }

  private paid(due: Due, amountFen: number, paidOn: string, told?: boolean): void {
    if (amountFen <= 0) return;
    const { random, today } = this;
    const worker = this.workers.get(due.householdCode) ?? "";
    const long = paidOn < addDays(today, -21);
    const confirmed = worker !== "" && (told ?? random.chance(long ? 0.97 : 0.4));
    const createdAt = officeHour(paidOn, random.int(0, 420));
    const payment: Payment = {
      id: demoId("Y", this.payments.length + 1, createdAt),
      ...{ dueId: due.id, enterpriseId: due.enterpriseId, householdCode: due.householdCode },
      ...{ amountFen, paidOn },
      method: random.chance(0.7) ? "card" : random.chance(0.5) ? "transfer" : "cash",
      reference: `第${random.int(1, 60)}页`,
      state: confirmed ? "confirmed" : "recorded",
      recordedBy: this.firms.get(due.enterpriseId)?.userId ?? "",
      confirmedBy: confirmed ? worker : null,
      confirmedAt: confirmed ? officeHour(this.notAfterToday(addDays(paidOn, random.int(1, 7))), 300) : null,
      confirmedNote: confirmed ? "入户核实，本人说收到了" : null,
      createdAt,
    };
    this.payments.push(payment);
    due.paidFen += amountFen;
    due.confirmedFen += confirmed ? amountFen : 0;
  }

  /** Some say that it did not come; of the shown enterprises' lines, more. */
  private missed(due: Due, firmUser: string): void {
    const { random } = this;
    const worker = this.workers.get(due.householdCode) ?? "";
    if (worker === "" || !random.chance(this.shown.has(due.enterpriseId) ? 0.3 : 0.04)) return;
    const openedOn = this.notAfterToday(addDays(due.dueOn, random.int(2, 12)));
    const answered = random.chance(0.5);
    const answeredAt = officeHour(this.notAfterToday(addDays(openedOn, 2)), 200);
    this.disputes.push({
      id: demoId("X", this.disputes.length + 1, officeHour(openedOn, 120)),
      dueId: due.id,
      ...{ enterpriseId: due.enterpriseId, householdCode: due.householdCode },
      reason: due.paidFen > 0 ? "not-all" : "did-not-come",
      note: due.paidFen > 0 ? "只来了一半。" : "卡上没有，问过两次。",
      state: answered ? "answered" : "open",
      openedBy: worker,
      answer: answered ? "货款未到账，最迟下月 10 日补齐。" : null,
      answeredBy: answered ? firmUser : null,
      answeredAt: answered ? answeredAt : null,
      createdAt: officeHour(openedOn, 120),
    });
  }
}
