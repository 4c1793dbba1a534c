import type { ReactNode } from "react";
import { type ButtonTone, buttonLook } from "@/components/ui/button-look";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";

type Props = {
  /** The verb on the closed button: 批准, 退回. */
  label: string;
  tone?: ButtonTone;
  /** What will happen, as a sentence or question. */
  question: string;
  confirmLabel: string;
  pendingLabel: string;
  /** A server action, or an address for a plain POST. */
  action: ((form: FormData) => void | Promise<void>) | string;
  /** Hidden fields: the id, the version that was seen. */
  hidden: Record<string, string | number>;
  /** Ask why. The field's name must be unlike any other on the page. */
  reason?: { name: string; label: string; hint?: string; required?: boolean; error?: string };
  /** Further fields, for instance the reason code of a decline. */
  children?: ReactNode;
  /** Open at once, after a refused try. */
  open?: boolean;
};

/**
 * A decision in two taps: the button opens the question (and the reason) in place, the second button decides.
 * A details element, so it works without script, keeps its place on a phone and covers nothing.
 */
export function ConfirmButton({
  label,
  tone,
  question,
  action,
  hidden,
  reason,
  children,
  open,
  ...rest
}: Props) {
  return (
    <details
      open={open}
      className="group open:w-full open:rounded open:border open:border-line open:bg-surface open:p-4"
    >
      <summary className={`${buttonLook(tone)} list-none group-open:mb-3`}>{label}</summary>
      <form
        action={action}
        {...(typeof action === "string" ? { method: "post" } : {})}
        className="max-w-measure"
      >
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="mb-4">{question}</p>
        {children}
        {reason && <TextArea rows={3} maxLength={500} {...reason} />}
        <SubmitButton tone={tone === "danger" ? "danger" : "primary"} pendingLabel={rest.pendingLabel}>
          {rest.confirmLabel}
        </SubmitButton>
      </form>
    </details>
  );
}
