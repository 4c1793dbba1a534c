import type { Metadata } from "next";
import { chipsOf, type ListAddress, listHref } from "@/app/admin/address";
import { asked } from "@/app/asked";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { SearchBox } from "@/components/ui/search-box";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import { roles, userStates } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
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
  const { ui, users, words } = dictionary(locale);
  const a = users.admin;
  const role = roles.find((r) => r === address.role);
  const state = userStates.find((s) => s === address.state);
  const { items, next, total } = await usersFor(asker, { q: address.q, role, state, cursor: address.cursor });
  return (
    <Page>
      <PageHeader title={a.title} lead={a.lead} />
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
                  <TextLink href={`/admin/${row.id}`} aria-label={a.open(row.username)}>
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
              cell: (row) => placeOf(row),
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
      <div className="mt-8">
        <Banner tone="info">
          <h2 className="text-lg">{a.passwordTitle}</h2>
          <p className="max-w-measure">{a.passwordHint}</p>
        </Banner>
      </div>
    </Page>
  );
}
