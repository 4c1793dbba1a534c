import { TextField } from "@/components/ui/text-field";

type Props = { words: Record<"fresh" | "freshHint" | "again", string>; errors: Record<string, string> };

/** A password of one's own, chosen and typed once more; never sent back. */
export function NewPassword({ words, errors }: Props) {
  return (
    <>
      <TextField
        name="fresh"
        type="password"
        label={words.fresh}
        hint={words.freshHint}
        error={errors.fresh}
        autoComplete="new-password"
        maxLength={200}
      />
      <TextField
        name="again"
        type="password"
        label={words.again}
        error={errors.again}
        autoComplete="new-password"
        maxLength={200}
      />
    </>
  );
}
