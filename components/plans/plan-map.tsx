import { CountyMap } from "@/components/county/county-map";
import type { Locale } from "@/db/words";
import type { Drawing } from "@/lib/county/drawing";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatShare } from "@/lib/i18n/format";
import type { PlanSummary } from "@/lib/plans/queries";

type Props = { summary: PlanSummary; drawing: Drawing; locale: Locale };

/** Coverage town by town as the plan would leave it; its table twin stands beside it. */
export function PlanMap({ summary, drawing, locale }: Props) {
  const t = dictionary(locale);
  const shareOf = (code: string) => {
    const town = summary.towns.find((row) => code.startsWith(row.code));
    return town && town.all > 0 ? town.after / town.all : null;
  };
  const known = drawing.towns.flatMap((town) => {
    const share = shareOf(town.code);
    return share === null ? [] : [{ ...town, share }];
  });
  const least = [...known].sort((a, b) => a.share - b.share)[0];
  const title = least ? t.plans.mapTitle(least.name, formatShare(locale, least.share, 1)) : t.ui.map.region;
  const towns = drawing.towns.map((town) => {
    const share = shareOf(town.code);
    const said = share === null ? "" : formatShare(locale, share, 0);
    // Short enough that neighbours do not cover each other: the name, and the figure without its sign.
    const label = `${t.ui.map.shortTown(town.name)}${said.replace("%", "")}`;
    return { ...town, name: label, note: `${town.name} ${said}` };
  });
  return (
    <div>
      <h2 className="mb-2 text-lg">{title}</h2>
      <CountyMap
        title={title}
        width={drawing.width}
        height={drawing.height}
        outline={drawing.outline}
        towns={towns}
        points={[]}
        zoom={t.ui.map.zoom}
        caution={t.ui.map.indicative}
        twin={{ href: "#coverage", label: t.ui.map.table }}
      />
    </div>
  );
}
