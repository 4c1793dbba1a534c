import { Phone } from "lucide-react";
import type { OpenRecord } from "@/app/record/open";
import { buttonLook } from "@/components/ui/button-look";
import { LinkButton } from "@/components/ui/link-button";

/** What is to be done for a household now, the first thing first: mend, apply, note its wishes, call. */
export function NextSteps({ record: { said, form }, fits }: { record: OpenRecord; fits: number }) {
  const { record: r } = said.t;
  const g = r.glance;
  const here = `/village/households/${form.code}`;
  const errors = form.problems.filter((p) => p.level === "error").length;
  const warnings = form.problems.length - errors;
  const { phone, wishKinds, wishNote } = form.household;
  const hasWish = Boolean(wishKinds?.length || wishNote);
  return (
    <>
      {errors > 0 && <LinkButton href="#problems">{g.mend(errors)}</LinkButton>}
      {fits > 0 && (
        <LinkButton tone={errors > 0 ? "plain" : "primary"} href="#fitting">
          {g.apply(fits)}
        </LinkButton>
      )}
      {fits === 0 && <p>{g.noFit}</p>}
      {!hasWish && (
        <LinkButton tone="plain" href={`${here}/edit/wishes`}>
          {g.wish}
        </LinkButton>
      )}
      {errors === 0 && warnings > 0 && (
        <LinkButton tone="plain" href="#problems">
          {g.look(warnings)}
        </LinkButton>
      )}
      {phone ? (
        <a href={`tel:${phone}`} className={buttonLook("plain")}>
          <Phone aria-hidden className="size-5" />
          {g.call}
        </a>
      ) : (
        <p className="self-center text-ink-soft">{g.noPhone}</p>
      )}
    </>
  );
}
