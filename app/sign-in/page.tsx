import type { Metadata } from "next";
import { type DemoAccount, SignInForm } from "@/app/sign-in/form";
import { Banner } from "@/components/ui/banner";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { demoAccounts } from "@/lib/users/queries";
import { currentAsker } from "@/lib/users/session";
import { demoPassword, ownPath } from "@/lib/users/users";

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).users.signIn.title };
}

/** By name and password; in the demonstration also by one tap. */
export default async function SignInPage({ searchParams }: Props) {
  const [{ next }, locale, asker] = await Promise.all([searchParams, currentLocale(), currentAsker()]);
  const { ui, users, words } = dictionary(locale);
  const s = users.signIn;
  const demo: DemoAccount[] = (await demoAccounts()).map(({ username, role, place }) => {
    const title = place ? `${words.role[role]} · ${place}` : words.role[role];
    return { username, title, does: s.does[role], label: s.demoAs(username) };
  });
  return (
    <Page width={demo.length > 0 ? "page" : "text"}>
      <PageHeader title={s.title} lead={s.lead} />
      {asker.userId && <Banner tone="info">{s.already(asker.name)}</Banner>}
      <SignInForm
        next={ownPath([next].flat()[0]) ?? ""}
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
