import type { FieldBasics } from "@/components/ui/control";
import { FieldGroup } from "@/components/ui/field";
import type { Option } from "@/components/ui/select";

type Props = FieldBasics & { options: readonly Option[]; defaultValues?: readonly string[] };

/** Any number of many short words, as toggles that fill a line: quick under a thumb. formData.getAll(name) reads them. */
export function ChipGroup({ options, defaultValues = [], ...basics }: Props) {
  return (
    <FieldGroup {...basics}>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative inline-flex min-h-11 items-center justify-center rounded-full border border-edge bg-surface px-4 text-center has-checked:border-tea has-checked:bg-tea has-checked:font-semibold has-checked:text-on-tea has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-tea"
          >
            <input
              type="checkbox"
              name={basics.name}
              value={option.value}
              defaultChecked={defaultValues.includes(option.value)}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
            {option.label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
