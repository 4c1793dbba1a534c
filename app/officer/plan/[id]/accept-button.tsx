import { accept } from "@/app/officer/plan/actions";
import { ConfirmButton } from "@/components/ui/confirm-button";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";

type Props = {
  plan: string;
  label: string;
  rows: string;
  locale: Locale;
  part?: Record<string, string>;
  primary?: boolean;
};

/** Accepts a part of a plan, after saying how many invitations that makes. */
export function AcceptButton({ plan, label, rows, locale, part = {}, primary }: Props) {
  const { plans: p, ui } = dictionary(locale);
  return (
    <ConfirmButton
      label={label}
      tone={primary ? "primary" : "plain"}
      question={p.acceptQuestion(rows)}
      confirmLabel={p.accept}
      pendingLabel={ui.working}
      action={accept}
      hidden={{ id: plan, ...part }}
    />
  );
}
