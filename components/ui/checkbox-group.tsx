import { Choice } from "@/components/ui/choice";
import type { FieldBasics } from "@/components/ui/control";
import { FieldGroup } from "@/components/ui/field";
import type { ChoiceOption } from "@/components/ui/radio-group";

type Props = FieldBasics & { options: readonly ChoiceOption[]; defaultValues?: readonly string[] };

/** Any number of a few; read with formData.getAll(name). */
export function CheckboxGroup({ options, defaultValues = [], ...basics }: Props) {
  return (
    <FieldGroup {...basics}>
      <div className="grid sm:grid-cols-2">
        {options.map((option) => (
          <Choice
            key={option.value}
            type="checkbox"
            name={basics.name}
            defaultChecked={defaultValues.includes(option.value)}
            {...option}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
