import { SheetForm } from "@/app/enterprise/payments/sheet/form";
import { buttonLook } from "@/components/ui/button-look";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

/** Payments by sheet: download, fill in, try, record. */
export default async function SheetPage() {
  const [, locale] = await Promise.all([requireAsker("enterprise"), currentLocale()]);
  const { moneys, enterprise: e, ui } = dictionary(locale);
  const t = moneys.sheet;
  return (
    <Page width="text">
      <PageHeader
        title={t.title}
        lead={t.lead}
        crumbs={[
          { href: "/enterprise", label: e.title },
          { href: "/enterprise/obligations", label: moneys.enterprise.title },
          { href: "/enterprise/payments", label: moneys.enterprise.payments },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      <p className="mb-6">
        <a href="/enterprise/payments/sheet/template" download className={buttonLook("plain")}>
          {t.download}
        </a>
      </p>
      <SheetForm
        words={{
          file: t.file,
          fileHint: t.fileHint,
          tryIt: t.tryIt,
          working: ui.working,
          errorsTitle: ui.errorsTitle,
        }}
      />
    </Page>
  );
}
