import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { roles } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";

type Props = { params: Promise<{ role: string }> };

const roleOf = async ({ params }: Props) => {
  const { role } = await params;
  return roles.find((known) => known === role) ?? notFound();
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).help.guides[await roleOf(props)].title };
}

/** A role's guide: each step with a picture of the screen it speaks of; two pages of paper. */
export default async function GuidePage(props: Props) {
  const [role, locale] = await Promise.all([roleOf(props), currentLocale()]);
  const { help: t, ui } = dictionary(locale);
  const { title, steps } = t.guides[role];
  return (
    <Page>
      <PageHeader
        title={title}
        crumbs={[{ href: "/help", label: t.title }]}
        crumbsLabel={ui.breadcrumb}
        actions={<PrintButton label={t.print} />}
      />
      <ol className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-3 print:gap-4">
        {steps.map((step, i) => (
          <li key={step.title} className="break-inside-avoid rounded border border-line bg-surface p-4">
            <h2 className="text-lg">
              {i + 1} {step.title}
            </h2>
            <p className="mt-1">{step.text}</p>
            {/* biome-ignore lint/performance/noImgElement: a file of ours, small as it is */}
            <img
              src={`/guides/${locale}/${role}-${i + 1}.jpg`}
              alt={t.picture(step.title)}
              width={360}
              height={560}
              loading="lazy"
              className="mt-3 h-auto w-full max-w-72 rounded border border-line"
            />
          </li>
        ))}
      </ol>
    </Page>
  );
}
