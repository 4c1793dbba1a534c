import { CountyMap, type MapPoint } from "@/components/county/county-map";
import { type Locale, postingKinds } from "@/db/words";
import type { Overview } from "@/lib/county/overview";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";

type Drawing = {
  width: number;
  height: number;
  outline: string;
  towns: { code: string; name: string; path: string; label: [number, number] }[];
  place: (lat: number, lon: number) => [number, number];
};
type Props = { t: Dictionary; locale: Locale; overview: Overview; drawing: Drawing };

const total = (needs: Overview["needs"]) => postingKinds.reduce((sum, kind) => sum + needs[kind].postings, 0);

/** Villages by what they have: open postings large and full, a project small and full, none hollow. */
export function OverviewMap({ t, locale, overview, drawing }: Props) {
  const points: MapPoint[] = overview.villages.map((village) => {
    const [x, y] = drawing.place(village.lat, village.lon);
    const base = { key: village.code, x, y, name: village.name };
    if (village.postings > 0)
      return {
        ...base,
        radius: Math.min(15, 8 + village.postings),
        tone: "tea" as const,
        href: `/postings?village=${village.code}`,
      };
    return {
      ...base,
      radius: 5,
      tone: village.hasProject ? ("tea" as const) : ("plain" as const),
      hollow: !village.hasProject,
    };
  });
  const towns = drawing.towns.map((town) => {
    const sight = overview.towns.find(({ code }) => code === town.code);
    const note = t.home.townNote(town.name, formatNumber(locale, sight ? total(sight.needs) : 0));
    return { ...town, name: t.ui.map.shortTown(town.name), href: `/postings?town=${town.code}`, note };
  });
  const withPostings = overview.villages.filter((village) => village.postings > 0).length;
  const title = t.home.mapTitle(
    formatNumber(locale, total(overview.needs)),
    formatNumber(locale, withPostings),
  );
  return (
    <div>
      <h2 className="mb-2 text-lg">{title}</h2>
      <CountyMap
        title={title}
        width={drawing.width}
        height={drawing.height}
        outline={drawing.outline}
        towns={towns}
        points={points}
        zoom={t.ui.map.zoom}
        caution={t.ui.map.indicative}
        twin={{ href: "#towns", label: t.ui.map.table }}
      />
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
        <Sign label={t.home.mapLegend.open} radius={7} />
        <Sign label={t.home.mapLegend.project} radius={3} />
        <Sign label={t.home.mapLegend.none} radius={3} hollow />
      </ul>
    </div>
  );
}

function Sign({ label, radius, hollow }: { label: string; radius: number; hollow?: boolean }) {
  return (
    <li className="flex items-center gap-1.5">
      <svg aria-hidden viewBox="0 0 18 18" className="size-4.5">
        <circle
          cx="9"
          cy="9"
          r={radius}
          className={hollow ? "fill-surface stroke-ink-soft" : "fill-tea stroke-tea"}
        />
      </svg>
      {label}
    </li>
  );
}
