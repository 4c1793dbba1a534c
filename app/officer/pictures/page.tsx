import type { Metadata } from "next";
import { asked } from "@/app/asked";
import { coverageNumbers, inWan, linkNumbers, moneyNumbers } from "@/app/officer/pictures/numbers";
import { Sections } from "@/app/officer/sections";
import { Figure } from "@/components/charts/figure";
import { LineChart } from "@/components/charts/line-chart";
import { LinkMatrix } from "@/components/charts/link-matrix";
import { MoneyBars } from "@/components/charts/money-bars";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { threeMoneys } from "@/db/words";
import { today } from "@/lib/clock/clock";
import { coveragePicture, linkPicture, moneyPicture } from "@/lib/county/picture-data";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMoneyRounded, formatNumber, formatShare } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ year?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).pictures.title };
}

/** How we are doing, for those who would rather look than read. */
export default async function PicturesPage({ searchParams }: Props) {
  const asker = await requireAsker("county", "town");
  const [search, locale] = await Promise.all([searchParams.then(asked), currentLocale()]);
  const day = today();
  const thisYear = Number(day.slice(0, 4));
  const year = /^20\d\d$/.test(search.year ?? "") ? Number(search.year) : thisYear;
  const [coverage, moneys, links] = await Promise.all([
    coveragePicture(asker, day),
    moneyPicture(asker, year),
    linkPicture(asker),
  ]);
  const { pack, pictures: t, ui, words } = dictionary(locale);
  const n = (value: number) => formatNumber(locale, value);
  const now = coverage.covered.at(-1) ?? 0;
  const more = now - (coverage.covered.at(-13) ?? 0);
  const total = (part: "due" | "paid") =>
    moneys.reduce((sum, month) => sum + threeMoneys.reduce((all, money) => all + month[part][money], 0), 0);
  const most = links.rows[0];
  const common = { words: { table: t.table, csv: t.csv, svg: t.svg } };
  const coverageTitle =
    t.coverage(n(now), formatShare(locale, coverage.all === 0 ? 0 : now / coverage.all, 1)) +
    (more > 0 ? t.coverageMore(n(more)) : more < 0 ? t.coverageLess(n(-more)) : "");
  const moneysTitle =
    total("due") === 0
      ? t.moneysNone(String(year))
      : t.moneys(
          String(year),
          formatMoneyRounded(locale, total("due")),
          formatShare(locale, total("paid") / total("due"), 1),
        );
  const linksTitle = most ? t.links(n(links.enterprises), most.name, n(most.all)) : t.linksNone;
  return (
    <Page>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          <LinkButton tone="plain" href="/officer/pack">
            {pack.title}
          </LinkButton>
        }
      />
      <Sections current="pictures" locale={locale} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card>
          <Figure
            {...common}
            title={coverageTitle}
            unit={t.coverageUnit}
            numbers={coverageNumbers(locale, coverage)}
            csvHref="/officer/pictures/coverage"
            name="coverage"
          >
            <LineChart
              title={coverageTitle}
              say={n}
              points={coverage.months.map((month, i) => ({
                label: month,
                value: coverage.covered[i] ?? 0,
              }))}
            />
          </Figure>
        </Card>
        <Card>
          <Figure
            {...common}
            title={moneysTitle}
            unit={t.moneysUnit}
            numbers={moneyNumbers(locale, moneys)}
            csvHref={`/officer/pictures/moneys?year=${year}`}
            name="moneys"
          >
            <MoneyBars
              title={moneysTitle}
              say={(fen) => inWan(locale, fen)}
              signs={{
                rent: words.moneySign.land,
                dividend: words.moneySign.equity,
                wage: words.moneySign.job,
              }}
              names={words.moneyKind}
              months={moneys.map(({ month, due, paid }) => ({
                label: String(Number(month.slice(5))),
                due,
                paid,
              }))}
            />
          </Figure>
          <p className="flex gap-5">
            <TextLink href={`/officer/pictures?year=${year - 1}`} className="target">
              {t.lastYear}
            </TextLink>
            {year < thisYear && (
              <TextLink href={`/officer/pictures?year=${year + 1}`} className="target">
                {t.nextYear}
              </TextLink>
            )}
          </p>
        </Card>
        <Card className="lg:col-span-2">
          <Figure
            {...common}
            title={linksTitle}
            unit={t.linksUnit}
            numbers={linkNumbers(locale, links, false)}
            csvHref="/officer/pictures/links"
            name="links"
          >
            <LinkMatrix
              title={linksTitle}
              columns={links.towns.map((town) => ui.map.shortTown(town.name))}
              rows={links.rows}
              say={(count) => t.number(n(count))}
            />
          </Figure>
        </Card>
      </div>
    </Page>
  );
}
