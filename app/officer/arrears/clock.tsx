import { toneOfLight } from "@/components/moneys/words";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear, formatMoney, formatNumber } from "@/lib/i18n/format";
import type { DividendClock } from "@/lib/moneys/queries/arrears";

/** 分红倒计时: how many days to 30 November, how much is still missing, and for how many households. */
export function DividendClockCard({ clock, locale }: { clock: DividendClock; locale: Locale }) {
  const { moneys } = dictionary(locale);
  const t = moneys.officer;
  const day = formatDayWithYear(locale, clock.dueOn);
  const { daysLeft, dueFen, paidFen, households, enterprises } = clock;
  const counts =
    daysLeft > 0
      ? t.clockLeft(daysLeft, day)
      : daysLeft === 0
        ? t.clockToday(day)
        : t.clockPast(-daysLeft, day);
  const done = dueFen > 0 && paidFen >= dueFen;
  return (
    <Card
      title={t.clock}
      aside={dueFen > 0 && !done && <Tag tone={toneOfLight[clock.light]}>{moneys.light[clock.light]}</Tag>}
    >
      <p className="text-xl font-semibold">{counts}</p>
      {dueFen === 0 ? (
        <p className="text-ink-soft">{t.clockNone}</p>
      ) : (
        <>
          <p className="mt-2">{t.clockSays(formatMoney(locale, paidFen), formatMoney(locale, dueFen))}</p>
          <Bar paidFen={paidFen} dueFen={dueFen} late={daysLeft < 0} />
          <p className="mt-2 font-semibold">
            {done
              ? t.clockAll
              : t.clockMissing(formatNumber(locale, households), formatNumber(locale, enterprises))}
          </p>
        </>
      )}
    </Card>
  );
}

/** Paid of due, filled; what is missing outlined, hatched once it is late. The sentence above says the same. */
function Bar({ paidFen, dueFen, late }: { paidFen: number; dueFen: number; late: boolean }) {
  const share = `${Math.round((paidFen / dueFen) * 1000) / 10}%`;
  return (
    <div
      aria-hidden
      className={`mt-2 h-4 rounded-sm border border-dividend ${late ? "late-hatch" : "bg-surface"}`}
    >
      <div className="h-full bg-dividend" style={{ width: share }} />
    </div>
  );
}
