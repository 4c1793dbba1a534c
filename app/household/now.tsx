import { ChevronRight } from "lucide-react";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { waitingAgreements } from "@/lib/agreements/waiting";
import { mayApply } from "@/lib/applications/moves";
import type { Application } from "@/lib/applications/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMoney } from "@/lib/i18n/format";
import { openPaymentMoves } from "@/lib/moneys/moves";
import { listPayments } from "@/lib/moneys/queries/payments";

export type NowLine = { key: string; href: string; says: string };

/** What waits for the household itself: to apply, to sign, to answer, to say whether money came. */
export async function nowLines(
  asker: Asker,
  applications: readonly Application[],
  locale: Locale,
): Promise<NowLine[]> {
  const [{ toSign, toAnswer }, { items: payments }] = await Promise.all([
    waitingAgreements(asker),
    listPayments(asker, { household: asker.householdCode ?? "", states: ["recorded"], limit: 50 }),
  ]);
  const { household: t } = dictionary(locale).toDo;
  const toConfirm = payments.filter(
    (p) => !p.own && openPaymentMoves(asker.role, p.state).includes("confirm"),
  );
  const [first] = toConfirm;
  return [
    ...applications
      .filter((a) => mayApply(asker.role, a.state))
      .map((a) => ({
        key: a.id,
        href: `/household/openings/${a.postingId}`,
        says: t.lines[a.state === "returned" ? "returned" : "invited"](a.postingTitle),
      })),
    ...toSign.map((a) => ({ key: a.id, href: `/agreements/${a.id}/sign`, says: t.lines.sign(a.title) })),
    ...toAnswer.map((a) => ({
      key: a.id,
      href: `/agreements/${a.id}`,
      says: t.lines.answer(a.enterpriseName, a.title),
    })),
    ...(first
      ? [
          {
            key: "money",
            href: "/household/money",
            says:
              toConfirm.length === 1
                ? t.lines.came(first.enterpriseName, formatMoney(locale, first.amountFen))
                : t.lines.cameMany(toConfirm.length),
          },
        ]
      : []),
  ];
}

/** The first thing on the household's page while something waits for it: one tap a thing. */
export function Now({ lines, title }: { lines: readonly NowLine[]; title: string }) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="now" className="mb-6 rounded border-2 border-tea bg-surface p-4">
      <h2 id="now" className="text-lg">
        {title}
      </h2>
      <ul className="divide-y divide-line">
        {lines.map(({ key, href, says }) => (
          <li key={key}>
            <a href={href} className="flex min-h-14 items-center gap-3 py-2 font-semibold">
              <span className="grow">{says}</span>
              <ChevronRight aria-hidden className="size-6 shrink-0 text-ink-soft" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
