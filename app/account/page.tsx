import type { Metadata } from "next";
import { leaveEverywhere } from "@/app/account/actions";
import { ContactForm } from "@/app/account/contact-form";
import { PasswordForm } from "@/app/account/form";
import { OwnPassword } from "@/app/account/own-password";
import { leave } from "@/app/leave";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { messageChannels } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatInstant } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { configuredChannels } from "@/lib/messages/channels";
import { contactOf } from "@/lib/messages/queries";
import { profileOf } from "@/lib/users/queries";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).users.account.title };
}

/** One's own account: who one is to the system, the password, and where one is signed in. */
export default async function AccountPage({ searchParams }: Props) {
  const asker = await requireAsker();
  const [{ done }, locale, me, contact] = await Promise.all([
    searchParams,
    currentLocale(),
    profileOf(asker),
    contactOf(asker),
  ]);
  const t = dictionary(locale);
  const { account: a } = t.users;
  const m = t.messages;
  const { householdCode } = asker;
  const withoutPassword = me.hasPassword ? null : householdCode;
  const since = me.sessions[0] ? a.since(formatInstant(locale, me.sessions.at(-1) ?? me.sessions[0])) : "";
  return (
    <Page width="text">
      <PageHeader title={a.title} />
      {done === "password-changed" && <Banner>{a.changed}</Banner>}
      {done === "contact-saved" && <Banner>{m.saved}</Banner>}
      <div className="grid gap-6">
        <Card>
          <DefinitionList
            items={[
              { term: a.username, value: !withoutPassword && <span translate="no">{me.username}</span> },
              { term: a.name, value: me.name },
              { term: a.role, value: t.words.role[me.role] },
              { term: householdCode ? a.household : a.place, value: <span translate="no">{me.place}</span> },
            ].filter(({ value }) => value)}
          />
          <form action={leave} data-leaves className="mt-4">
            <SubmitButton tone="plain" pendingLabel={t.ui.working}>
              {a.signOut}
            </SubmitButton>
          </form>
        </Card>
        <Card title={m.contact}>
          <p className="mb-4 max-w-measure">
            {configuredChannels().length > 0 ? m.contactLead : m.contactOff}
          </p>
          <ContactForm
            channels={messageChannels.map((channel) => ({
              value: channel,
              label: t.words.messageChannel[channel],
            }))}
            chosen={contact.channels}
            words={{
              errorsTitle: t.ui.errorsTitle,
              email: m.email,
              phone: m.phone,
              phoneHint: asker.role === "household" ? m.phoneHousehold : "",
              keepBlank: m.keepBlank,
              wanted: m.wanted,
              save: m.save,
              forget: m.forget,
              working: t.ui.working,
            }}
          />
        </Card>
        {withoutPassword ? (
          <OwnPassword household={withoutPassword} locale={locale} />
        ) : (
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
        )}
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
