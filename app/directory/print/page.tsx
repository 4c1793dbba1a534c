import type { Metadata } from "next";
import { asked } from "@/app/asked";
import { hereOf } from "@/app/here";
import { BoardSheet } from "@/components/directory/board-sheet";
import { addressOf } from "@/components/ui/address";
import { buttonLook } from "@/components/ui/button-look";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { Select } from "@/components/ui/select";
import { publicAsker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { listTowns, listVillages } from "@/lib/divisions/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { listPostings } from "@/lib/postings/queries";
import { listProjects } from "@/lib/projects/queries";

type Props = { searchParams: Promise<{ place?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).directory.printSheet };
}

/** What fits a sheet or two on a board; the code on it leads to the rest. */
const mostProjects = 30;
const mostNeeds = 40;

/** A town's or village's projects and open needs on paper, for the board at the village office. */
export default async function PrintSheet({ searchParams }: Props) {
  const { place: code } = asked(await searchParams);
  const [locale, towns, villages] = await Promise.all([
    currentLocale(),
    listTowns(publicAsker),
    listVillages(publicAsker),
  ]);
  const t = dictionary(locale);
  const { directory: d, frame, ui } = t;
  const village = villages.find((v) => v.code === code);
  const town = towns.find((one) => one.code === (village?.townCode ?? code));
  return (
    <Page>
      <div className="no-print">
        <PageHeader
          title={d.printSheet}
          crumbsLabel={ui.breadcrumb}
          crumbs={[{ href: "/directory", label: frame.go.directory }]}
          lead={d.sheet.lead}
          actions={town && <PrintButton label={d.sheet.print} />}
        />
        <form action="/directory/print" className="mb-6 flex max-w-measure flex-wrap items-end gap-x-3">
          <div className="min-w-[min(15rem,100%)] grow">
            <Select
              name="place"
              label={d.sheet.place}
              placeholder={d.sheet.choose}
              defaultValue={village?.code ?? town?.code}
              groups={towns.map((one) => ({
                label: one.name,
                options: [
                  { value: one.code, label: one.name },
                  ...villages
                    .filter((v) => v.townCode === one.code)
                    .map((v) => ({ value: v.code, label: `– ${v.name}` })),
                ],
              }))}
            />
          </div>
          <button type="submit" className={`${buttonLook("plain")} mb-5`}>
            {d.sheet.show}
          </button>
        </form>
      </div>
      {town && <Sheet town={town} village={village} />}
    </Page>
  );
}

type Place = { code: string; name: string };

async function Sheet({ town, village }: { town: Place; village: Place | undefined }) {
  const link = addressOf("/directory", { town: town.code });
  const [locale, here, { items: projects, total }, { items: open }] = await Promise.all([
    currentLocale(),
    hereOf(link),
    listProjects(publicAsker, today(), {
      ...(village ? { village: village.code } : { town: town.code }),
      size: mostProjects,
    }),
    listPostings(publicAsker, { town: town.code, openOn: today(), limit: 200 }),
  ]);
  // A village's board also shows what its own projects look for elsewhere in the town.
  const own = new Set(projects.map(({ id }) => id));
  const needs = village
    ? open.filter((posting) => posting.villageCode === village.code || own.has(posting.projectId))
    : open;
  return (
    <BoardSheet
      t={dictionary(locale)}
      locale={locale}
      place={village ? `${town.name}${village.name}` : town.name}
      today={today()}
      address={here}
      projects={projects}
      total={total}
      needs={needs.slice(0, mostNeeds)}
      allNeeds={needs.length}
    />
  );
}
