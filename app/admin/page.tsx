import type { Metadata } from "next";
import { retry } from "@/app/admin/actions";
import { chipsOf, type ListAddress, listHref } from "@/app/admin/address";
import { asked } from "@/app/asked";
import { Welcome } from "@/app/welcome";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { SearchBox } from "@/components/ui/search-box";
import { StateTag } from "@/components/ui/state-tag";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { roles, userStates } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { deliveryCounts } from "@/lib/messages/queries";
import { waitingProposals } from "@/lib/policy/queries";
import { type UserRow, usersFor } from "@/lib/users/queries";
import { requireAsker } from "@/lib/users/session";
import { placeOf } from "@/lib/users/users";

type Props = { searchParams: Promise<ListAddress> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).users.admin.title };
}

/** The accounts within the administrator's area; each opens to be suspended, restored or given another role. */
export default async function AdminPage({ searchParams }: Props) {
  const asker = await requireAsker("admin");
  const [address, locale] = await Promise.all([searchParams.then(asked), currentLocale()]);
  const { messages, policy, ui, users, words } = dictionary(locale);
  const a = users.admin;
  const role = roles.find((r) => r === address.role);
  const state = userStates.find((s) => s === address.state);
  const { items, next, total } = await usersFor(asker, { q: address.q, role, state, cursor: address.cursor });
  const [proposals, deliveries] = await Promise.all([waitingProposals(asker), deliveryCounts(asker)]);
  return (
    <Page>
      <PageHeader
        title={a.title}
        lead={a.lead}
        actions={
          <LinkButton tone="primary" href="/admin/new">
            {a.create}
          </LinkButton>
        }
      />
      <Welcome asker={asker} locale={locale} />
      {proposals > 0 && (
        <Banner tone="waiting">
          <TextLink href="/policy">{policy.waiting}</TextLink>{" "}
          {policy.proposedCount(formatNumber(locale, proposals))}
        </Banner>
      )}
      <div className="mb-6 grid gap-4">
        <SearchBox
          action="/admin"
          label={a.find}
          buttonLabel={ui.search}
          value={address.q ?? ""}
          keep={{ role, state }}
        />
        <FilterChips label={a.filterRole} chips={chipsOf(address, "role", ui.all, words.role)} />
        <FilterChips label={a.filterState} chips={chipsOf(address, "state", ui.all, words.userState)} />
      </div>
      {items.length === 0 ? (
        <EmptyState title={a.none}>{a.noneHint}</EmptyState>
      ) : (
        <ResponsiveTable<UserRow>
          caption={a.title}
          rows={items}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "who",
              label: a.who,
              look: "lead",
              cell: (row) => (
                <>
                  <TextLink
                    href={`/admin/${row.id}`}
                    translate="no"
                    className="target"
                    aria-label={a.open(row.username)}
                  >
                    {row.username}
                  </TextLink>{" "}
                  <span className="text-ink-soft">{row.name ?? a.householdAccount}</span>
                </>
              ),
            },
            { key: "role", label: a.role, cell: (row) => words.role[row.role] },
            {
              key: "scope",
              label: a.scope,
              cell: (row) => <span translate="no">{placeOf(row)}</span>,
            },
            {
              key: "state",
              label: a.state,
              cell: (row) => <StateTag state={row.state} label={words.userState[row.state]} />,
            },
          ]}
        />
      )}
      <Pagination
        label={ui.pages}
        previous={address.cursor ? { href: listHref(address, { cursor: undefined }), label: ui.first } : null}
        next={next ? { href: listHref(address, { cursor: next }), label: ui.next } : null}
        note={ui.results(total)}
      />
      {deliveries.length > 0 && (
        <Card title={messages.delivery} className="mt-8">
          <ul>
            {deliveries.map(({ channel, state, count }) => (
              <li key={channel + state}>
                {words.messageChannel[channel]} · {words.sendState[state]} {formatNumber(locale, count)}
              </li>
            ))}
          </ul>
          {deliveries.some(({ state }) => state === "failed") && (
            <form action={retry} className="mt-3">
              <SubmitButton tone="plain" pendingLabel={ui.working}>
                {messages.retry}
              </SubmitButton>
            </form>
          )}
        </Card>
      )}
      <div className="mt-8">
        <Banner tone="info">
          <h2 className="text-lg">{a.passwordTitle}</h2>
          <p className="max-w-measure">{a.passwordHint}</p>
        </Banner>
      </div>
    </Page>
  );
}
