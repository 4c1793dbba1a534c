import { FileField } from "@/components/ui/file-field";
import { TextArea } from "@/components/ui/text-area";

type Props = {
  /** A village shows the paper the household signed. */
  withPaper: boolean;
  words: Record<"reason" | "paper" | "paperHint", string>;
  errors: Record<string, string>;
  values: Record<string, string[]>;
};

/** The last questions of every form that changes an agreement: why, and the household's signed paper. */
export function WhyFields({ withPaper, words, errors, values }: Props) {
  return (
    <>
      <TextArea
        name="reason"
        label={words.reason}
        defaultValue={values.reason?.[0]}
        error={errors.reason}
        maxLength={500}
        required
      />
      {withPaper && (
        <FileField
          name="paper"
          label={words.paper}
          hint={words.paperHint}
          error={errors.paper}
          camera
          required
        />
      )}
    </>
  );
}
