import { asked, askedCount } from "@/app/asked";
import { bringsText } from "@/components/households/brings";
import { OpeningCard } from "@/components/households/opening-card";
import { ReadAloud } from "@/components/households/read-aloud";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { postingKinds } from "@/db/words";
import { isAskedFor } from "@/lib/applications/moves";
import { listApplications } from "@/lib/applications/queries";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { fittingPostings } from "@/lib/matching/queries";
import { reasonSentence } from "@/lib/matching/sentences";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ kind?: string; from?: string }> };

/** As many cards as a thumb passes without tiring. */
const atOnce = 6;

/** The openings that fit us, best first, each with why; a tap on one leads to its page with the one button. */
export default async function OpeningsPage({ searchParams }: Props) {
  const [{ kind: chosen, from }, asker, locale] = await Promise.all([
    searchParams.then(asked),
    requireAsker("household"),
    currentLocale(),
  ]);
  const [all, { items }] = await Promise.all([
    fittingPostings(asker, asker.householdCode ?? "", { today: today() }),
    listApplications(asker),
  ]);
  const t = dictionary(locale);
  const { household: h, households, frame, ui, words, ourHome } = t;
  const kind = postingKinds.find((k) => k === chosen);
  const fitting = all.filter((f) => !kind || f.posting.kind === kind);
  const first = Math.max(0, Math.min(askedCount(from), fitting.length));
  const shown = fitting.slice(first, first + atOnce);
  const address = (part: { kind?: string | undefined; from?: number }) =>
    `/household/openings?${new URLSearchParams({ ...(part.kind && { kind: part.kind }), ...(part.from && { from: String(part.from) }) })}`;
  const applied = items.filter((a) => isAskedFor(a)).map((a) => a.postingId);
  const said = shown.map(({ posting, yearlyFen, reasons }) =>
    [posting.title, bringsText(locale, posting.kind, yearlyFen), reasonSentence(t, locale, reasons)]
      .filter(Boolean)
      .join(" "),
  );
  return (
    <Page width="household">
      <PageHeader
        title={h.forUs}
        crumbs={[{ href: "/household", label: frame.go.household }]}
        crumbsLabel={ui.breadcrumb}
      />
      <div className="grid gap-4">
        <FilterChips
          label={ui.filter}
          chips={[
            { label: ui.all, href: address({}), active: !kind },
            ...postingKinds
              .filter((k) => all.some((f) => f.posting.kind === k))
              .map((k) => ({ label: words.postingKind[k], href: address({ kind: k }), active: k === kind })),
          ]}
        />
        {shown.length === 0 ? (
          <EmptyState title={households.fittingNone}>{households.fittingNoneNote}</EmptyState>
        ) : (
          <ul className="grid gap-4">
            {shown.map((item) => (
              <OpeningCard
                key={item.posting.id}
                item={item}
                locale={locale}
                href={`/household/openings/${item.posting.id}`}
                applied={applied.includes(item.posting.id)}
              />
            ))}
          </ul>
        )}
        <ReadAloud
          label={h.listen}
          stopLabel={ourHome.stop}
          lang={locale === "zh" ? "zh-CN" : "en"}
          says={said}
        />
      </div>
      <Pagination
        label={ui.pages}
        previous={first > 0 ? { href: address({ kind }), label: ui.first } : null}
        next={
          first + atOnce < fitting.length
            ? { href: address({ kind, from: first + atOnce }), label: ui.next }
            : null
        }
      />
    </Page>
  );
}
