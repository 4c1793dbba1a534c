import type { FieldBasics } from "@/components/ui/control";
import { FieldGroup } from "@/components/ui/field";

type Props = FieldBasics & {
  /** Twelve names, January first. */
  monthNames: readonly string[];
  /** Bits, January = 1 … December = 2048. */
  defaultMonths?: number;
};

/** A row of twelve toggles; each is a box with value "1"…"12", read with formData.getAll(name). */
export function MonthPicker({ monthNames, defaultMonths = 0, ...basics }: Props) {
  return (
    <FieldGroup {...basics}>
      <div className="grid max-w-3xl grid-cols-4 gap-2 sm:grid-cols-6 lg:grid-cols-12">
        {monthNames.map((month, i) => (
          <label
            key={month}
            className="relative flex min-h-11 items-center justify-center rounded border border-edge bg-surface text-center has-checked:border-tea has-checked:bg-tea has-checked:font-semibold has-checked:text-on-tea has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-tea"
          >
            <input
              type="checkbox"
              name={basics.name}
              value={i + 1}
              defaultChecked={(defaultMonths & (1 << i)) !== 0}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
            {month}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
