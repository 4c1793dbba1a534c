import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { countAgreements } from "@/lib/agreements/queries";
import { waitingAgreements } from "@/lib/agreements/waiting";
import { addDays, today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMoney, formatMoneyRounded, formatNumber } from "@/lib/i18n/format";
import { sumDues } from "@/lib/moneys/queries/lines";
import { listDisputes } from "@/lib/moneys/queries/payments";

/** A line of the enterprise's list: what waits, and the way to do it; the lowest order comes first. */
export type WaitingLine = {
  key: string;
  order: string;
  title: string;
  says: string;
  to: string;
  verb: string;
};
export type WaitingStat = { label: string; value: string; href: string };

/** What waits for the enterprise besides its postings: money, households' questions, signatures, changes. */
export async function waitingFor(
  asker: Asker,
  locale: Locale,
): Promise<{ lines: WaitingLine[]; stats: WaitingStat[] }> {
  const [all, soon, disputes, { toSign, toAnswer }, counts] = await Promise.all([
    sumDues(asker, { show: "unpaid" }, today()),
    sumDues(asker, { show: "unpaid", from: today(), to: addDays(today(), 31) }, today()),
    listDisputes(asker, { states: ["open"], limit: 500 }),
    waitingAgreements(asker),
    countAgreements(asker, today()),
  ]);
  const { enterprise: t } = dictionary(locale).toDo;
  const n = (value: number) => formatNumber(locale, value);
  const direct = (list: readonly { id: string }[], show: string, end = "") =>
    list.length === 1 && list[0] ? `/agreements/${list[0].id}${end}` : `/agreements?show=${show}`;
  const line = (
    key: keyof typeof t.verbs,
    order: string,
    is: boolean,
    title: string,
    to: string,
  ): WaitingLine[] => (is ? [{ key, order, title, says: t[`${key}Note`], to, verb: t.verbs[key] }] : []);
  return {
    lines: [
      // Before the answers to households who applied, which are ordered by their last day.
      ...line(
        "disputes",
        "0 0",
        disputes.length > 0,
        t.disputes(n(disputes.length)),
        "/enterprise/obligations#disputes",
      ),
      ...line(
        "late",
        "0 1",
        all.lateFen > 0,
        t.late(formatMoney(locale, all.lateFen)),
        "/enterprise/obligations?show=late",
      ),
      ...line(
        "sign",
        "1 0",
        toSign.length > 0,
        t.sign(n(toSign.length)),
        direct(toSign, "unsigned", "/sign"),
      ),
      ...line(
        "answer",
        "1 1",
        toAnswer.length > 0,
        t.answer(n(toAnswer.length)),
        direct(toAnswer, "proposed"),
      ),
      ...line(
        "soon",
        "1 2",
        soon.openFen > 0,
        t.soon(formatMoney(locale, soon.openFen)),
        "/enterprise/obligations?show=soon",
      ),
    ],
    stats: [
      {
        label: t.stats.owed,
        value: formatMoneyRounded(locale, all.lateFen + all.openFen),
        href: "/enterprise/obligations?show=unpaid",
      },
      { label: t.stats.unsigned, value: n(counts.unsigned), href: "/agreements?show=unsigned" },
      { label: t.stats.live, value: n(counts.live), href: "/agreements?show=live" },
    ],
  };
}
