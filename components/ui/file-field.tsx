import { controlId, controlLook, describedBy, type FieldBasics } from "@/components/ui/control";
import { Field } from "@/components/ui/field";

type Props = FieldBasics & {
  /** What may be chosen, as the browser asks for it: ".xlsx,.csv". Left out: a picture or a PDF. */
  accept?: string;
  /** On a phone, go straight to the camera; without it the phone offers camera and gallery. */
  camera?: boolean;
  multiple?: boolean;
  required?: boolean;
};

/** A file to hand in: the browser's own control. The form needs no more than this field's name. */
export function FileField({ name, label, hint, error, optional, accept, camera, ...rest }: Props) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <input
        {...rest}
        id={controlId(name)}
        name={name}
        type="file"
        accept={accept ?? (camera ? "image/*" : "image/jpeg,image/png,image/webp,application/pdf")}
        capture={camera ? "environment" : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        className={controlLook(
          Boolean(error),
          "file:mr-3 file:min-h-8 file:cursor-pointer file:rounded-sm file:border file:border-edge file:bg-paper file:px-3",
        )}
      />
    </Field>
  );
}
