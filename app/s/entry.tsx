import { SlipForm } from "@/app/s/form";
import { Banner } from "@/components/ui/banner";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { currentAsker } from "@/lib/users/session";

/** Signing in with a slip: by scanning it, or by typing its number. */
export async function SlipEntry({ number, beside }: { number: string; beside: boolean }) {
  const [locale, asker] = await Promise.all([currentLocale(), currentAsker()]);
  const { slips, ui } = dictionary(locale);
  const { title, lead, ...words } = slips.in;
  // A household that scans another's slip adds it; anybody else is replaced, as with any sign-in.
  const adds = asker.role === "household" && (beside || number !== "");
  return (
    <Page width="household">
      <PageHeader title={title} lead={lead} />
      {adds && <Banner tone="info">{words.beside}</Banner>}
      <SlipForm number={number} beside={adds} words={{ ...words, errorsTitle: ui.errorsTitle }} />
      <p className="mt-6">
        <TextLink href={`/sign-in${adds ? "?beside=1" : ""}`} className="target">
          {words.password}
        </TextLink>
      </p>
    </Page>
  );
}
