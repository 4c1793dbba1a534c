import { KindTag, LightTag } from "@/components/moneys/kind-tag";
import { missingFen, whatFor } from "@/components/moneys/words";
import { type Column, ResponsiveTable } from "@/components/ui/responsive-table";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import { daysBetween } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear, formatNumber, formatYuan } from "@/lib/i18n/format";
import type { Arrears, EnterpriseArrears, VillageArrears } from "@/lib/moneys/queries/arrears";
import type { Line } from "@/lib/moneys/queries/lines";

/** As many as an officer reads at a time; the rest unfolds. */
const few = 10;

function figures<Row extends Arrears>(locale: Locale): Column<Row>[] {
  const { officer: t } = dictionary(locale).moneys;
  return [
    { key: "late", label: t.lateFen, look: "number", cell: (row) => formatYuan(locale, row.lateFen) },
    {
      key: "households",
      label: t.households,
      look: "number",
      cell: (row) => formatNumber(locale, row.households),
    },
    { key: "lines", label: t.lines, look: "number", cell: (row) => formatNumber(locale, row.lines) },
    { key: "oldest", label: t.oldest, cell: (row) => formatDayWithYear(locale, row.oldestOn) },
  ];
}

type ListProps<Row> = { rows: readonly Row[]; locale: Locale; chosen: string | undefined };

/** Who is behind, the most first; a name opens its lines below. */
export function ByEnterprise({ rows, locale, chosen }: ListProps<EnterpriseArrears>) {
  const { officer: t } = dictionary(locale).moneys;
  return (
    <By
      by="enterprise"
      words={{ caption: t.byEnterprise, who: t.enterprise }}
      rows={rows}
      idOf={(row) => row.id}
      nameOf={(row) => row.name}
      {...{ locale, chosen }}
    />
  );
}

/** Where households wait, the most first. */
export function ByVillage({ rows, locale, chosen }: ListProps<VillageArrears>) {
  const { officer: t } = dictionary(locale).moneys;
  return (
    <By
      by="village"
      words={{ caption: t.byVillage, who: t.village }}
      rows={rows}
      idOf={(row) => row.code}
      nameOf={(row) => `${row.townName} ${row.name}`}
      {...{ locale, chosen }}
    />
  );
}

type ByProps<Row> = ListProps<Row> & {
  /** What the address calls the one that is opened. */
  by: "enterprise" | "village";
  words: { caption: string; who: string };
  idOf: (row: Row) => string;
  nameOf: (row: Row) => string;
};

/** The first few, the rest folded; each name leads to its lines on the same page. */
function By<Row extends Arrears>({ by, words, rows, idOf, nameOf, locale, chosen }: ByProps<Row>) {
  const { officer: t } = dictionary(locale).moneys;
  const name: Column<Row> = {
    key: by,
    label: words.who,
    look: "lead",
    cell: (row) => (
      <TextLink
        href={`/officer/arrears?${by}=${idOf(row)}#names`}
        className="target"
        aria-current={idOf(row) === chosen ? "true" : undefined}
      >
        {nameOf(row)}
      </TextLink>
    ),
  };
  const columns = [name, ...figures<Row>(locale)];
  const table = (part: readonly Row[]) => (
    <ResponsiveTable caption={words.caption} dense rows={part} rowKey={idOf} columns={columns} />
  );
  const rest = rows.slice(few);
  return (
    <>
      {table(rows.slice(0, few))}
      {rest.length > 0 && (
        <details>
          <summary className="target text-tea underline underline-offset-4">
            {t.more} ({formatNumber(locale, rest.length)})
          </summary>
          {table(rest)}
        </details>
      )}
    </>
  );
}

type NameProps = { lines: readonly Line[]; locale: Locale; today: string };

/** Each line that is late: whose, from whom, since when. */
export function ByName({ lines, locale, today }: NameProps) {
  const { moneys } = dictionary(locale);
  const { officer: t, enterprise: e } = moneys;
  const columns: Column<Line>[] = [
    {
      key: "household",
      label: e.household,
      look: "lead",
      cell: (line) => (
        <TextLink href={`/officer/households/${line.householdCode}`} className="target">
          {line.headName} · {line.townName} {line.villageName}
        </TextLink>
      ),
    },
    {
      key: "what",
      label: e.what,
      cell: (line) => (
        <>
          <KindTag kind={line.kind} locale={locale} />
          <span className="block text-ink-soft">{whatFor(locale, line)}</span>
        </>
      ),
    },
    { key: "enterprise", label: t.enterprise, cell: (line) => line.enterpriseName },
    { key: "late", label: t.lateFen, look: "number", cell: (line) => formatYuan(locale, missingFen(line)) },
    {
      key: "day",
      label: e.day,
      cell: (line) => (
        <>
          {formatDayWithYear(locale, line.dueOn)}
          <span className="block text-ink-soft">{moneys.daysLate(daysBetween(line.dueOn, today))}</span>
        </>
      ),
    },
    { key: "state", label: e.state, cell: (line) => <LightTag light={line.light} locale={locale} /> },
  ];
  return (
    <ResponsiveTable caption={t.byName} dense rows={lines} rowKey={(line) => line.id} columns={columns} />
  );
}
