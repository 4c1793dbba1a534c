import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";

/** Also for what lies outside the asker's scope: the two must not differ. */
export default async function NotFound() {
  const { notFound } = dictionary(await currentLocale()).frame;
  return (
    <Page width="text">
      <PageHeader title={notFound.title} lead={notFound.body} />
      <LinkButton href="/">{notFound.home}</LinkButton>
    </Page>
  );
}
