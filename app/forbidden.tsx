import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { currentAsker } from "@/lib/users/session";
import { homeOf } from "@/lib/users/users";

/** 403: signed in, but the page is another role's. */
export default async function Forbidden() {
  const [locale, asker] = await Promise.all([currentLocale(), currentAsker()]);
  const { forbidden } = dictionary(locale).users;
  return (
    <Page width="text">
      <PageHeader title={forbidden.title} lead={forbidden.body} />
      <div className="flex flex-wrap gap-3">
        <LinkButton href={homeOf(asker)}>{forbidden.home}</LinkButton>
        <LinkButton href="/sign-in" tone="plain">
          {forbidden.other}
        </LinkButton>
      </div>
    </Page>
  );
}
