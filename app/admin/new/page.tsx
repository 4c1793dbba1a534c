import type { Metadata } from "next";
import { OpenForm } from "@/app/admin/new/form";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { roles } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).users.admin.create };
}

/** Opening an account for somebody of the administrator's area. */
export default async function NewAccountPage() {
  const [, locale] = await Promise.all([requireAsker("admin"), currentLocale()]);
  const { ui, users, words } = dictionary(locale);
  const a = users.admin;
  return (
    <Page width="text">
      <PageHeader
        title={a.create}
        lead={a.createLead}
        crumbs={[{ href: "/admin", label: a.back }]}
        crumbsLabel={ui.breadcrumb}
      />
      <OpenForm
        roles={roles.map((role) => ({ value: role, label: words.role[role] }))}
        words={{
          ...{ username: users.account.username, usernameHint: a.usernameHint, name: a.name },
          ...{ role: a.role, scope: a.scope, scopeHint: a.grantScopeHint, why: a.why, whyHint: a.whyHint },
          ...{ choose: ui.choose, submit: a.createDo, working: ui.working, errorsTitle: ui.errorsTitle },
          code: a.startCode,
        }}
      />
    </Page>
  );
}
