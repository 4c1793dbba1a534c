import type { Metadata } from "next";
import { leaveEverywhere } from "@/app/account/actions";
import { PasswordForm } from "@/app/account/form";
import { leave } from "@/app/leave";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatInstant } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { profileOf } from "@/lib/users/queries";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).users.account.title };
}

/** One's own account: who one is to the system, the password, and where one is signed in. */
export default async function AccountPage({ searchParams }: Props) {
  const asker = await requireAsker();
  const [{ done }, locale, me] = await Promise.all([searchParams, currentLocale(), profileOf(asker)]);
  const t = dictionary(locale);
  const { account: a } = t.users;
  const since = me.sessions[0] ? a.since(formatInstant(locale, me.sessions.at(-1) ?? me.sessions[0])) : "";
  return (
    <Page width="text">
      <PageHeader title={a.title} />
      {done === "password-changed" && <Banner>{a.changed}</Banner>}
      <div className="grid gap-6">
        <Card>
          <DefinitionList
            items={[
              { term: a.username, value: me.username },
              { term: a.name, value: me.name },
              { term: a.role, value: t.words.role[me.role] },
              { term: a.place, value: me.place },
            ]}
          />
          <form action={leave} className="mt-4">
            <SubmitButton tone="plain" pendingLabel={t.ui.working}>
              {a.signOut}
            </SubmitButton>
          </form>
        </Card>
        <Card title={a.passwordTitle}>
          <PasswordForm
            username={me.username}
            words={{
              errorsTitle: t.ui.errorsTitle,
              old: a.old,
              fresh: a.fresh,
              freshHint: a.freshHint,
              again: a.again,
              change: a.change,
              working: t.ui.working,
            }}
          />
        </Card>
        <Card title={a.signedIn(me.sessions.length)} aside={<span className="text-ink-soft">{since}</span>}>
          {me.tokens > 0 && <p className="mb-3">{a.tokens(me.tokens)}</p>}
          <ConfirmButton
            label={a.everywhere}
            tone="danger"
            question={a.everywhereAsk}
            confirmLabel={a.everywhereDo}
            pendingLabel={t.ui.working}
            action={leaveEverywhere}
            hidden={{}}
          />
        </Card>
      </div>
    </Page>
  );
}
