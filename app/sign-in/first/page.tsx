import type { Metadata } from "next";
import { asked } from "@/app/asked";
import { StartForm } from "@/app/sign-in/first/form";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";

type Props = { searchParams: Promise<{ user?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).users.start.title };
}

/** The owner of a new account sets its password with the starting code. */
export default async function FirstSignInPage({ searchParams }: Props) {
  const [{ user }, locale] = await Promise.all([searchParams.then(asked), currentLocale()]);
  const { ui, users } = dictionary(locale);
  const { account: a, start: s } = users;
  return (
    <Page width="text">
      <PageHeader
        title={s.title}
        lead={s.lead}
        crumbs={[{ href: "/sign-in", label: users.signIn.title }]}
        crumbsLabel={ui.breadcrumb}
      />
      <StartForm
        username={(user ?? "").slice(0, 64)}
        words={{
          ...{ username: a.username, fresh: a.fresh, freshHint: a.freshHint, again: a.again },
          ...{ code: s.code, codeHint: s.codeHint, submit: s.submit },
          ...{ working: ui.working, errorsTitle: ui.errorsTitle },
        }}
      />
    </Page>
  );
}
