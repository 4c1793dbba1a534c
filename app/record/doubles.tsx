import { Done } from "@/app/done";
import { DoubleForm } from "@/app/record/double-form";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { type Crumb, PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { DuplicatePair } from "@/lib/households/duplicates";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear } from "@/lib/i18n/format";

type Props = {
  pairs: readonly DuplicatePair[];
  locale: Locale;
  crumbs: readonly Crumb[];
  householdHref: (code: string) => string;
  done: string | undefined;
};

/** Pairs to decide, each side beside the other; the same page for the village and for officers. */
export function Doubles({ pairs, locale, crumbs, householdHref, done }: Props) {
  const { record: r, ui, words } = dictionary(locale);
  const d = r.doubles;
  const side = (one: DuplicatePair["a"]) => (
    <div className="grid content-start gap-1 rounded border border-line p-3">
      <p>
        <span translate="no" className="font-semibold">
          {one.name}
        </span>{" "}
        {words.sex[one.sex]} · {formatDayWithYear(locale, one.birth)}
      </p>
      <p>{one.idNumber}</p>
      <p className="text-ink-soft">
        <span translate="no">
          {one.village} {r.doubles.keepOf(one.head, one.household)}
        </span>{" "}
        · {d.inHousehold(words.relation[one.relation])}
      </p>
      <TextLink href={householdHref(one.household)} className="target">
        {d.openHousehold}
      </TextLink>
    </div>
  );
  return (
    <Page>
      <PageHeader title={d.title} lead={d.lead} crumbs={crumbs} crumbsLabel={ui.breadcrumb} />
      <Done done={done} locale={locale} />
      {pairs.length === 0 && <EmptyState title={d.none}>{d.noneNote}</EmptyState>}
      <div className="grid gap-4">
        {pairs.map((pair) => (
          <Card key={pair.id}>
            <p className="mb-3 flex flex-wrap gap-2">
              <Tag>{pair.a.sex === pair.b.sex ? d.sameSex : d.otherSex}</Tag>
              {pair.samePhone && <Tag>{d.samePhone}</Tag>}
            </p>
            <div className="grid gap-3 sm:grid-cols-2">
              {side(pair.a)}
              {side(pair.b)}
            </div>
            <DoubleForm
              pair={pair.id}
              sides={[pair.a, pair.b].map((one) => ({
                value: one.id,
                label: d.keepOf(one.head, one.household),
              }))}
              words={{
                same: d.same,
                different: d.different,
                keep: d.keep,
                why: d.why,
                question: d.question,
                differentQuestion: d.differentQuestion,
                working: ui.working,
                errorsTitle: ui.errorsTitle,
              }}
            />
          </Card>
        ))}
      </div>
    </Page>
  );
}
