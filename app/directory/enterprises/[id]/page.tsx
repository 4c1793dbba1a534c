import type { Metadata } from "next";
import { cache } from "react";
import { found } from "@/app/found";
import { hereOf } from "@/app/here";
import { EnterpriseFacts } from "@/components/directory/enterprise-facts";
import { ProjectTable } from "@/components/directory/project-table";
import { ScanHere } from "@/components/directory/scan-here";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { publicAsker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { getPublicEnterprise, placesOf } from "@/lib/enterprises/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { industryLabel } from "@/lib/industries/industries";
import { listIndustries } from "@/lib/industries/queries";
import { listProjects } from "@/lib/projects/queries";

type Props = { params: Promise<{ id: string }> };

const read = cache(async (id: string) => found(getPublicEnterprise(publicAsker, id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read((await params).id)).name };
}

/** A verified enterprise: who it is, where it works, its projects. */
export default async function EnterprisePage({ params }: Props) {
  const { id } = await params;
  const enterprise = await read(id);
  const [locale, industries, here, places, { items }] = await Promise.all([
    currentLocale(),
    listIndustries(),
    hereOf(`/directory/enterprises/${id}`),
    placesOf(publicAsker, id),
    listProjects(publicAsker, today(), { enterpriseId: id, size: 100 }),
  ]);
  const t = dictionary(locale);
  const { directory: d, frame, ui, words } = t;
  const p = d.enterprisePage;
  return (
    <Page>
      <PageHeader
        title={enterprise.name}
        crumbsLabel={ui.breadcrumb}
        crumbs={[
          { href: "/", label: frame.go.start },
          { href: "/directory", label: frame.go.directory },
        ]}
        tags={<Tag>{words.enterpriseKind[enterprise.kind]}</Tag>}
        lead={<span className="whitespace-pre-line">{enterprise.summary}</span>}
      />
      <div className="grid items-start gap-6 lg:grid-cols-5">
        <Card title={p.projectsOf} className="lg:col-span-3">
          {items.length === 0 ? (
            <EmptyState title={p.noProjects} />
          ) : (
            <ProjectTable t={t} locale={locale} caption={p.projectsOf} projects={items} ofOne />
          )}
        </Card>
        <div className="grid gap-6 lg:col-span-2">
          <Card title={p.facts}>
            <EnterpriseFacts
              t={t}
              locale={locale}
              enterprise={enterprise}
              industry={industryLabel(industries, locale, enterprise.industry)}
            />
          </Card>
          {places.length > 0 && (
            <Card title={p.places}>
              <ul className="divide-y divide-line">
                {places.map((place) => (
                  <li key={place.id} className="py-2">
                    <span className="font-semibold">{place.name}</span>{" "}
                    <Tag>{words.placeKind[place.kind]}</Tag>
                    <span className="block text-ink-soft">
                      {[place.townName, place.villageName, place.address].filter(Boolean).join(" ")}
                    </span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <ScanHere address={here} label={d.qr} large={{ open: d.qrLarge, close: ui.close }} />
        </div>
      </div>
    </Page>
  );
}
