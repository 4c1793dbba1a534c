import type { Metadata } from "next";
import { valueText } from "@/app/policy/value-text";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear, formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { groups } from "@/lib/policy/kinds";
import { policyRegister } from "@/lib/policy/queries";
import type { RegisterEntry } from "@/lib/policy/register";
import { currentAsker } from "@/lib/users/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).policy.title };
}

/** Every number the rules use, since when, and by which document: for everybody to read. */
export default async function PolicyPage() {
  const [asker, locale] = await Promise.all([currentAsker(), currentLocale()]);
  const { policy: t } = dictionary(locale);
  const entries = await policyRegister(asker, today());
  const text = (entry: RegisterEntry, value: unknown) => valueText(locale, t, entry.key, value);
  return (
    <Page>
      <PageHeader title={t.title} lead={t.lead} />
      <div className="grid gap-8">
        {groups.map(({ group, keys }) => (
          <section key={group} aria-labelledby={group}>
            <h2 id={group} className="mb-2 text-lg font-semibold">
              {t.groups[group] ?? group}
            </h2>
            <ResponsiveTable<RegisterEntry>
              caption={t.groups[group] ?? group}
              rows={entries.filter((entry) => keys.includes(entry.key))}
              rowKey={(entry) => entry.key}
              columns={[
                {
                  key: "parameter",
                  label: t.parameter,
                  look: "lead",
                  cell: (entry) => <TextLink href={`/policy/${entry.key}`}>{t.labels[entry.key]}</TextLink>,
                },
                {
                  key: "value",
                  label: t.value,
                  cell: (entry) => (
                    <>
                      {text(entry, entry.value)}
                      {entry.coming.map((row) => (
                        <span key={row.id} className="block text-sm text-ink-soft">
                          {t.coming(formatDayWithYear(locale, row.startsOn), text(entry, row.value))}
                        </span>
                      ))}
                      {entry.proposed.length > 0 && (
                        <span className="block">
                          <Tag tone="waiting">
                            {t.proposedCount(formatNumber(locale, entry.proposed.length))}
                          </Tag>
                        </span>
                      )}
                    </>
                  ),
                },
                {
                  key: "since",
                  label: t.since,
                  cell: (entry) => entry.holding && formatDayWithYear(locale, entry.holding.startsOn),
                },
                {
                  key: "document",
                  label: t.document,
                  cell: (entry) => entry.holding?.document ?? t.builtIn,
                },
              ]}
            />
          </section>
        ))}
      </div>
    </Page>
  );
}
