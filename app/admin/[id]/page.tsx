import { notFound } from "next/navigation";
import { GrantForm, StandingForm } from "@/app/admin/[id]/form";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { StateTag } from "@/components/ui/state-tag";
import { roles } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { isRefusal } from "@/lib/refusal/refusal";
import { userFor } from "@/lib/users/queries";
import { requireAsker } from "@/lib/users/session";
import { placeOf } from "@/lib/users/users";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> };

/** One account: what it is, and what an administrator may change of it. */
export default async function UserPage({ params, searchParams }: Props) {
  const asker = await requireAsker("admin");
  const [{ id }, { done }, locale] = await Promise.all([params, searchParams, currentLocale()]);
  const user = await userFor(asker, id).catch((error: unknown) => {
    if (isRefusal(error)) notFound();
    throw error;
  });
  const { ui, users, words } = dictionary(locale);
  const a = users.admin;
  const common = { id, errorsTitle: ui.errorsTitle, working: ui.working, why: a.why, whyHint: a.whyHint };
  const said = { suspended: a.suspended, restored: a.restored, granted: a.granted }[done ?? ""];
  const active = user.state === "active";
  return (
    <Page width="text">
      <PageHeader
        title={user.username}
        named
        crumbs={[{ href: "/admin", label: a.back }]}
        crumbsLabel={ui.breadcrumb}
        tags={<StateTag state={user.state} label={words.userState[user.state]} />}
      />
      {said && <Banner>{said}</Banner>}
      <div className="grid gap-6">
        <Card>
          <DefinitionList
            items={[
              { term: a.who, value: user.name ?? a.householdAccount },
              { term: a.role, value: words.role[user.role] },
              { term: a.scope, value: <span translate="no">{placeOf(user)}</span> },
            ]}
          />
        </Card>
        {user.id === asker.userId ? (
          <Banner tone="info">{a.self}</Banner>
        ) : (
          <>
            <Card title={a.grantTitle}>
              <p className="mb-4 max-w-measure text-ink-soft">{a.grantLead}</p>
              <GrantForm
                {...common}
                version={user.version}
                roles={roles.map((role) => ({ value: role, label: words.role[role] }))}
                words={{
                  role: a.grantRole,
                  scope: a.grantScope,
                  scopeHint: a.grantScopeHint,
                  choose: ui.choose,
                  submit: a.grantDo,
                }}
              />
            </Card>
            <Card title={active ? a.suspend : a.restore}>
              <StandingForm
                {...common}
                to={active ? "suspended" : "active"}
                ask={active ? a.suspendAsk : a.restoreAsk}
                submit={active ? a.suspendDo : a.restoreDo}
              />
            </Card>
          </>
        )}
      </div>
    </Page>
  );
}
