import { QrCode } from "lucide-react";
import type { Metadata } from "next";
import { asked } from "@/app/asked";
import { type DemoAccount, SignInForm } from "@/app/sign-in/form";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { demoAccounts } from "@/lib/users/queries";
import { currentAsker } from "@/lib/users/session";
import { demoPassword, ownPath } from "@/lib/users/users";

type Props = { searchParams: Promise<{ next?: string; beside?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).users.signIn.title };
}

/** By name and password; in the demonstration also by one tap. */
export default async function SignInPage({ searchParams }: Props) {
  const [{ next, beside }, locale, asker] = await Promise.all([
    searchParams.then(asked),
    currentLocale(),
    currentAsker(),
  ]);
  const { enterprises, slips, ui, users, words } = dictionary(locale);
  const s = users.signIn;
  const adds = beside === "1" && asker.role === "household";
  const demo: DemoAccount[] = (await demoAccounts()).map(({ username, role, place }) => {
    const title = place ? `${words.role[role]} · ${place}` : words.role[role];
    return { username, title, does: s.does[role], label: s.demoAs(username) };
  });
  return (
    <Page width={demo.length > 0 ? "page" : "text"}>
      <PageHeader title={s.title} lead={s.lead} />
      {asker.userId && <Banner tone="info">{adds ? slips.in.beside : s.already(asker.name)}</Banner>}
      <p className="mb-6">
        <LinkButton tone="plain" href={adds ? "/s?beside=1" : "/s"}>
          <QrCode aria-hidden className="size-5" />
          {slips.in.link}
        </LinkButton>
      </p>
      <p className="mb-6 flex flex-wrap gap-x-6">
        <TextLink href="/sign-in/first" className="target">
          {users.start.link}
        </TextLink>
      </p>
      <p className="mb-6">
        {enterprises.register.invite}{" "}
        <TextLink href="/register" className="target">
          {enterprises.register.go}
        </TextLink>
      </p>
      <SignInForm
        next={ownPath(next) ?? ""}
        beside={adds}
        demo={demo}
        words={{
          errorsTitle: ui.errorsTitle,
          username: s.username,
          password: s.password,
          submit: s.submit,
          working: s.working,
          forgotten: s.forgotten,
          demoTitle: s.demoTitle,
          demoLead: s.demoLead(demoPassword),
        }}
      />
    </Page>
  );
}
