import type { FieldBasics } from "@/components/ui/control";
import { FieldGroup } from "@/components/ui/field";
import type { Option } from "@/components/ui/select";

type Props = FieldBasics & { options: readonly Option[]; defaultValue?: string | undefined };

/** One of two to five short words, all in sight: radio buttons that look like one control. For links see FilterChips. */
export function Segmented({ options, defaultValue, ...basics }: Props) {
  return (
    <FieldGroup {...basics}>
      <div className="flex max-w-full flex-wrap gap-y-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative -ml-px inline-flex min-h-11 items-center justify-center border border-edge bg-surface px-4 text-center first:ml-0 first:rounded-l last:rounded-r has-checked:z-10 has-checked:border-tea has-checked:bg-tea has-checked:font-semibold has-checked:text-on-tea has-focus-visible:z-10 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-tea"
          >
            <input
              type="radio"
              name={basics.name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
            {option.label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
