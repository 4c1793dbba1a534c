import { asked, divisionIn, oneOf } from "@/app/asked";
import { Done } from "@/app/done";
import { EnterpriseSections } from "@/app/enterprise/sections";
import { Sections } from "@/app/officer/sections";
import { AgreementTable } from "@/components/agreements/agreement-table";
import { addressOf } from "@/components/ui/address";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { postingKinds } from "@/db/words";
import { openAgreementMoves } from "@/lib/agreements/moves";
import { agreementFilters, countAgreements, listAgreements } from "@/lib/agreements/queries";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { policyFor } from "@/lib/policy/queries";
import { requireAsker } from "@/lib/users/session";
import { homeOf } from "@/lib/users/users";

type Search = { show?: string; kind?: string; division?: string; cursor?: string; done?: string };
type Props = { searchParams: Promise<Search> };

/** Agreements of whoever reads: a household's own, a village's, an enterprise's, all of an officer's county. */
export default async function AgreementsPage({ searchParams }: Props) {
  const asker = await requireAsker("household", "village", "town", "county", "enterprise", "auditor");
  const [search, locale] = await Promise.all([searchParams.then(asked), currentLocale()]);
  const [show, kind] = [oneOf(search.show, agreementFilters), oneOf(search.kind, postingKinds)];
  const division = divisionIn(search.division);
  const { cursor } = search;
  const own = asker.role === "household";
  const officer = asker.role === "county" || asker.role === "town" || asker.role === "auditor";
  const filter = {
    ...(show && { filter: show }),
    ...(kind && { kind }),
    ...(division && { division: division.replace(/000$/, "") }),
    ...(cursor && { cursor }),
  };
  const [{ items, next }, counts, policy] = await Promise.all([
    listAgreements(asker, today(), filter),
    countAgreements(asker, today()),
    policyFor(today()),
  ]);
  const { agreements: t, frame, ui, words } = dictionary(locale);
  const keep = { show, kind, division };
  const chip = (
    label: string,
    query: Record<string, string | undefined>,
    active: boolean,
    count?: number,
  ) => ({
    label,
    href: addressOf("/agreements", { ...keep, ...query }),
    active,
    ...(count !== undefined && { count: formatNumber(locale, count) }),
  });
  const shown = agreementFilters.filter((f) => f === show || counts[f] > 0);
  const place = frame.go[own ? "household" : asker.role === "enterprise" ? "enterprise" : "village"];
  return (
    <Page width={own ? "household" : "page"}>
      <PageHeader
        title={own ? t.ours : t.title}
        lead={t.lead[officer ? "officer" : (asker.role as keyof typeof t.lead)]}
        {...(!officer && { crumbs: [{ href: homeOf(asker), label: place }] })}
        crumbsLabel={ui.breadcrumb}
      />
      {(asker.role === "county" || asker.role === "town") && (
        <Sections current="agreements" locale={locale} />
      )}
      {asker.role === "enterprise" && <EnterpriseSections current="agreements" locale={locale} />}
      <Done done={search.done} locale={locale} />
      <div className="mb-4 grid gap-3">
        <FilterChips
          label={t.filterLabel}
          chips={[
            chip(t.all, { show: undefined }, !show),
            ...shown.map((f) => chip(t.filters[f], { show: f }, f === show, counts[f])),
          ]}
        />
        {!own && (
          <FilterChips
            label={t.kindLabel}
            chips={[
              chip(t.all, { kind: undefined }, !kind),
              ...postingKinds.map((k) => chip(words.postingKind[k], { kind: k }, k === kind)),
            ]}
          />
        )}
      </div>
      {items.length === 0 ? (
        <EmptyState title={t.none}>{t.noneNote}</EmptyState>
      ) : (
        <AgreementTable
          rows={items}
          locale={locale}
          today={today()}
          reminderDays={policy["agreement.reminderDays"]}
          signWithinDays={policy["agreement.signWithinDays"]}
          lead={own ? "enterprise" : "household"}
          alone={own || asker.role === "enterprise"}
          signs={(a) => openAgreementMoves(asker.role, a.state, a).some((move) => move.startsWith("sign-"))}
          signLabel={asker.role === "village" ? t.sign.buttonVillage : t.sign.button}
        />
      )}
      <Pagination
        label={ui.pages}
        previous={cursor ? { href: addressOf("/agreements", keep), label: ui.first } : null}
        next={next ? { href: addressOf("/agreements", { ...keep, cursor: next }), label: ui.next } : null}
      />
    </Page>
  );
}
