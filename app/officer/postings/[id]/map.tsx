import { CountyMap, type MapPoint } from "@/components/county/county-map";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { countyDrawing } from "@/lib/county/drawing";
import { listVillages } from "@/lib/divisions/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";
import type { Ranking } from "@/lib/matching/answers";

type Props = { asker: Asker; ranking: Ranking; locale: Locale };

/** Where the listed households live and where the posting is; the list beside it is its twin. */
export async function RankingMap({ asker, ranking, locale }: Props) {
  const { officer: o, ui } = dictionary(locale);
  const drawing = countyDrawing();
  const counts = new Map<string, number>();
  for (const { village } of ranking.rows) counts.set(village, (counts.get(village) ?? 0) + 1);
  const villages = await listVillages(asker);
  const n = (count: number) => formatNumber(locale, count);
  const points = villages.flatMap(({ code, name, lat, lon }): MapPoint[] => {
    const [x, y] = drawing.place(lat, lon);
    const count = counts.get(code) ?? 0;
    const own = { key: code, x, y, name };
    const listed: MapPoint[] =
      count > 0 ? [{ ...own, radius: Math.min(22, 7 + 2 * count), hollow: true }] : [];
    const here = code === ranking.posting.village;
    return here ? [...listed, { ...own, key: `${code}-posting`, radius: 10, tone: "wage" }] : listed;
  });
  const title = o.ranking.mapTitle(n(ranking.rows.length), n(counts.size));
  return (
    <div>
      <h3 className="mb-2 text-base">{title}</h3>
      <CountyMap
        title={title}
        width={drawing.width}
        height={drawing.height}
        outline={drawing.outline}
        towns={drawing.towns.map((town) => ({ ...town, name: ui.map.shortTown(town.name) }))}
        points={points}
        zoom={ui.map.zoom}
        caution={ui.map.indicative}
      />
      <p className="mt-1 text-sm text-ink-soft">
        ● {o.ranking.mapPosting} · ○ {o.ranking.mapHouseholds}
      </p>
    </div>
  );
}
