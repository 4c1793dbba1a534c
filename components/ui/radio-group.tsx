import { Choice } from "@/components/ui/choice";
import type { FieldBasics } from "@/components/ui/control";
import { FieldGroup } from "@/components/ui/field";

export type ChoiceOption = { value: string; label: string; hint?: string };
type Props = FieldBasics & {
  options: readonly ChoiceOption[];
  defaultValue?: string | undefined;
  required?: boolean;
};

/** One of a few, all in sight. */
export function RadioGroup({ options, defaultValue, required, ...basics }: Props) {
  return (
    <FieldGroup {...basics}>
      {options.map((option) => (
        <Choice
          key={option.value}
          type="radio"
          name={basics.name}
          required={required}
          defaultChecked={option.value === defaultValue}
          {...option}
        />
      ))}
    </FieldGroup>
  );
}
