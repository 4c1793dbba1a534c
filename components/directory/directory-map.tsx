import { CountyMap, type MapPoint } from "@/components/county/county-map";
import { addressOf } from "@/components/ui/address";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import type { DirectoryQuestion } from "@/lib/projects/filter";

type Drawing = {
  width: number;
  height: number;
  outline: string;
  towns: { code: string; name: string; path: string; label: [number, number] }[];
  place: (lat: number, lon: number) => [number, number];
};
type Spot = { code: string; name: string; townName: string; lat: number; lon: number; projects: number };
type Props = {
  t: Dictionary;
  locale: Locale;
  drawing: Drawing;
  question: DirectoryQuestion;
  total: number;
  /** Villages with what was found there. */
  spots: readonly Spot[];
  towns: readonly { code: string; name: string; projects: number }[];
};

/** Where the found projects are, as points and, below, as a table that says the same. */
export function DirectoryMap({ t, locale, drawing, question, total, spots, towns }: Props) {
  const { directory: d, ui } = t;
  const number = (n: number) => formatNumber(locale, n);
  const at = (town: string) =>
    addressOf("/directory", {
      ...question,
      ...{ page: undefined, town, village: undefined },
      view: question.town ? undefined : "map",
    });
  const inVillage = (village: string) =>
    addressOf("/directory", { ...question, page: undefined, town: undefined, village });
  const points: MapPoint[] = spots.map((spot) => {
    const [x, y] = drawing.place(spot.lat, spot.lon);
    const name = `${spot.townName} ${spot.name} · ${number(spot.projects)}`;
    const radius = Math.min(22, 6 + 2 * Math.sqrt(spot.projects));
    return { key: spot.code, x, y, name, radius, href: inVillage(spot.code) };
  });
  const areas = drawing.towns.map((area) => {
    const n = towns.find(({ code }) => code === area.code)?.projects ?? 0;
    const note = d.mapTown(area.name, number(n));
    return { ...area, name: ui.map.shortTown(area.name), note, ...(n > 0 && { href: at(area.code) }) };
  });
  const present = towns.find(({ code }) => code === question.town);
  const rows = present
    ? spots.filter(({ code }) => code.startsWith(present.code.slice(0, 9)))
    : towns.filter(({ projects }) => projects > 0);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
      <div>
        <h2 className="mb-2 text-lg">{d.mapTitle(number(total), number(spots.length))}</h2>
        <CountyMap
          title={d.mapTitle(number(total), number(spots.length))}
          width={drawing.width}
          height={drawing.height}
          outline={drawing.outline}
          towns={areas}
          points={points}
          caution={ui.map.indicative}
          twin={{ href: "#places", label: ui.map.table }}
          zoom={ui.map.zoom}
        />
      </div>
      <section id="places">
        <h2 className="mb-2 text-lg">{present ? d.byVillage(present.name) : d.byTown}</h2>
        <table className="w-full">
          <caption className="sr-only">{d.byTown}</caption>
          <thead>
            <tr className="border-b border-edge text-left text-ink-soft">
              <th scope="col" className="py-2">
                {present ? d.village : d.filters.town}
              </th>
              <th scope="col" className="py-2 text-right">
                {d.projects}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, name, projects }) => (
              <tr key={code} className="border-b border-line">
                <th scope="row" className="py-1 text-left font-normal">
                  <TextLink href={present ? inVillage(code) : at(code)} className="target">
                    {name}
                  </TextLink>
                </th>
                <td className="py-1 text-right">{number(projects)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
