import { join } from "@/components/ui/join";

export type ScorePart = {
  key: "labor" | "land" | "distance" | "need";
  label: string;
  /** Share of the whole bar, 0…100: weight × factor × 100. */
  points: number;
  /** As they are printed in the sums. */
  factorText: string;
  weightText: string;
  pointsText: string;
};
export type ScoreBarProps = {
  /** Whole number, 0…100. */
  total: number;
  /** In the order labor, land, distance, need. */
  parts: readonly ScorePart[];
  /** The whole bar as a sentence, for who cannot see it. */
  says: string;
  /** Labels of the sums; without them the bar does not open. */
  sums?: { open: string; factor: string; weight: string; points: string; total: string };
};

const textures = {
  labor: "part-labor",
  land: "part-land",
  distance: "part-distance",
  need: "part-need",
} as const;

/** One bar, four parts told apart by texture as well as tone, the total at the end. A tap opens the sums. */
export function ScoreBar(props: ScoreBarProps) {
  if (!props.sums) return <Bar {...props} />;
  return (
    <details className="group">
      <summary className="flex min-h-11 list-none flex-wrap items-center rounded sm:flex-nowrap">
        <Bar {...props} />
        <span className="text-sm whitespace-nowrap text-tea sm:ml-2 underline underline-offset-4 group-open:no-underline">
          {props.sums.open}
        </span>
      </summary>
      <Sums parts={props.parts} total={props.total} words={props.sums} />
    </details>
  );
}

function Bar({ total, parts, says }: ScoreBarProps) {
  return (
    <span className="flex w-full min-w-40 items-center gap-2">
      <span
        role="img"
        aria-label={says}
        className="flex h-4 min-w-0 grow rounded-sm border border-line bg-paper"
      >
        {parts.map(
          (part) =>
            part.points > 0 && (
              <span
                key={part.key}
                className={join(textures[part.key], "h-full border-r border-surface last:border-r-0")}
                style={{ width: `${part.points}%` }}
              />
            ),
        )}
      </span>
      <span aria-hidden className="w-8 text-right text-base font-semibold">
        {total}
      </span>
    </span>
  );
}

type SumsProps = { parts: readonly ScorePart[]; total: number; words: NonNullable<ScoreBarProps["sums"]> };

/** Each part as the sum it is, a line each: a table in every row of a long list weighs more than the list. */
function Sums({ parts, total, words }: SumsProps) {
  return (
    <ul className="mt-1 mb-2 grid gap-1 text-sm">
      <li className="text-ink-soft">{`${words.factor} × ${words.weight} = ${words.points}`}</li>
      {parts.map((part) => (
        <li key={part.key}>
          <span
            aria-hidden
            className={`${textures[part.key]} mr-2 inline-block size-3 rounded-sm border border-line`}
          />
          {`${part.label} ${part.factorText} × ${part.weightText} = ${part.pointsText}`}
        </li>
      ))}
      <li className="font-semibold">{`${words.total} ${total}`}</li>
    </ul>
  );
}
