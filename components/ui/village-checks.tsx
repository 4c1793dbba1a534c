import type { FieldBasics } from "@/components/ui/control";
import type { Place } from "@/components/ui/division-picker";
import { FieldGroup } from "@/components/ui/field";

type Props = FieldBasics & {
  places: readonly Place[];
  defaultValues?: readonly string[];
  /** Before the number of those already ticked in a town: 已选. */
  chosen: string;
};

/** Several villages, ticked under their towns; a town with a tick stands open. Read with formData.getAll(name). */
export function VillageChecks({ places, defaultValues = [], chosen, ...basics }: Props) {
  const towns = [...new Map(places.map((place) => [place.townCode, place.townName]))];
  return (
    <FieldGroup {...basics}>
      <div className="divide-y divide-line rounded border border-line bg-surface">
        {towns.map(([code, town]) => {
          const villages = places.filter((place) => place.townCode === code);
          const ticked = villages.filter((place) => defaultValues.includes(place.code)).length;
          return (
            <details key={code} open={ticked > 0}>
              <summary className="flex min-h-11 items-center gap-3 px-3">
                <span>{town}</span>
                {ticked > 0 && (
                  <span className="text-sm text-ink-soft">
                    {chosen} {ticked}
                  </span>
                )}
              </summary>
              <div className="grid grid-cols-2 gap-x-3 px-3 pb-2 sm:grid-cols-3">
                {villages.map((place) => (
                  <label key={place.code} className="flex min-h-11 items-center gap-2">
                    <input
                      type="checkbox"
                      name={basics.name}
                      value={place.code}
                      defaultChecked={defaultValues.includes(place.code)}
                      className="size-5 shrink-0 accent-tea"
                    />
                    {place.name}
                  </label>
                ))}
              </div>
            </details>
          );
        })}
      </div>
    </FieldGroup>
  );
}
