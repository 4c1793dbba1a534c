import type { ReactNode } from "react";
import { valueText } from "@/app/policy/value-text";
import { Card } from "@/components/ui/card";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { coverageByPlace, type PlaceCoverage } from "@/lib/households/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay, formatDayWithYear, formatNumber, formatShare, formatYuan } from "@/lib/i18n/format";
import { arrearsByEnterprise, type EnterpriseArrears } from "@/lib/moneys/queries/arrears";
import { listNotices, listOpenObjections } from "@/lib/notices/queries";
import { policyRegister } from "@/lib/policy/queries";

type Props = { asker: Asker; locale: Locale };

/** As many notices as a meeting reads; the rest stand on their own page. */
const mostNotices = 50;

export async function CoverageTable({ asker, locale }: Props) {
  const rows = await coverageByPlace(asker);
  const { pack: t } = dictionary(locale);
  const n = (value: number) => formatNumber(locale, value);
  return (
    <Card title={t.coverage}>
      <ResponsiveTable<PlaceCoverage>
        caption={t.coverage}
        dense
        rows={rows}
        rowKey={(row) => row.code}
        columns={[
          { key: "place", label: t.place, look: "lead", cell: (row) => row.name },
          { key: "all", label: t.all, look: "number", cell: (row) => n(row.all) },
          { key: "covered", label: t.covered, look: "number", cell: (row) => n(row.covered) },
          { key: "without", label: t.without, look: "number", cell: (row) => n(row.all - row.covered) },
          {
            key: "share",
            label: t.share,
            look: "number",
            cell: (row) => formatShare(locale, row.all === 0 ? 0 : row.covered / row.all, 1),
          },
        ]}
      />
    </Card>
  );
}

export async function ArrearsTable({ asker, locale }: Props) {
  const rows = await arrearsByEnterprise(asker, today());
  const { moneys, pack: t } = dictionary(locale);
  const w = moneys.officer;
  return (
    <Card title={t.arrears}>
      {rows.length === 0 ? (
        <p>{t.arrearsNone}</p>
      ) : (
        <ResponsiveTable<EnterpriseArrears>
          caption={t.arrears}
          dense
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "enterprise", label: w.enterprise, look: "lead", cell: (row) => row.name },
            { key: "late", label: w.lateFen, look: "number", cell: (row) => formatYuan(locale, row.lateFen) },
            {
              key: "households",
              label: w.households,
              look: "number",
              cell: (row) => formatNumber(locale, row.households),
            },
            { key: "oldest", label: w.oldest, cell: (row) => formatDayWithYear(locale, row.oldestOn) },
          ]}
        />
      )}
    </Card>
  );
}

/** One thing and what is to be known of it, as a line on paper. */
const Line = ({ name, children }: { name: ReactNode; children?: ReactNode }) => (
  <li className="break-inside-avoid py-2">
    <p className="font-semibold">{name}</p>
    {children}
  </li>
);

export async function Objections({ asker, locale }: Props) {
  const rows = await listOpenObjections(asker);
  const { officer, pack: t } = dictionary(locale);
  return (
    <Card title={t.objections(formatNumber(locale, rows.length))}>
      {rows.length === 0 && <p>{t.objectionsNone}</p>}
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <Line key={row.id} name={`${officer.objections.notice(row.noticeNumber)} · ${row.postingTitle}`}>
            <p>{row.body}</p>
            {row.answerDueOn && (
              <p className="text-ink-soft">{t.answerBy(formatDay(locale, row.answerDueOn))}</p>
            )}
          </Line>
        ))}
      </ul>
    </Card>
  );
}

export async function Notices({ asker, locale }: Props) {
  const { items, next } = await listNotices(asker, {
    today: today(),
    upOnly: true,
    limit: mostNotices,
    ...(asker.divisionScope && { village: asker.divisionScope }),
  });
  const { notices, pack: t } = dictionary(locale);
  const shown = formatNumber(locale, items.length);
  return (
    <Card title={t.notices(next ? `${shown}+` : shown)}>
      {items.length === 0 && <p>{t.noticesNone}</p>}
      <ul className="divide-y divide-line">
        {items.map((row) => (
          <Line key={row.id} name={`${row.number} · ${row.maskedName} · ${row.postingTitle}`}>
            <p className="text-ink-soft">
              {row.townName}
              {row.villageName} · {row.enterpriseName} · {notices.upTo(formatDay(locale, row.endsOn))}
            </p>
          </Line>
        ))}
      </ul>
      {next && <p className="mt-1 text-ink-soft">{t.moreNotices(shown)}</p>}
    </Card>
  );
}

export async function Proposals({ asker, locale }: Props) {
  const waiting = (await policyRegister(asker, today())).flatMap(({ key, proposed }) =>
    proposed.map((row) => ({ key, row })),
  );
  const { pack: t, policy } = dictionary(locale);
  return (
    <Card title={t.policy(formatNumber(locale, waiting.length))}>
      {waiting.length === 0 && <p>{t.policyNone}</p>}
      <ul className="divide-y divide-line">
        {waiting.map(({ key, row }) => (
          <Line key={row.id} name={policy.labels[key]}>
            <p>
              {policy.waitingLine(
                valueText(locale, policy, key, row.value),
                formatDayWithYear(locale, row.startsOn),
              )}
            </p>
            <p className="text-ink-soft">{row.document}</p>
          </Line>
        ))}
      </ul>
    </Card>
  );
}
