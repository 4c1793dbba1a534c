import { StateTag } from "@/components/ui/state-tag";
import { MoneyTag } from "@/components/ui/tag";
import type { Locale, PostingKind, PostingState } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";

type Props = { kind: PostingKind; state?: PostingState; locale: Locale };

/** 薪 用工 · 待审核. */
export function PostingTags({ kind, state, locale }: Props) {
  const { words } = dictionary(locale);
  return (
    <>
      <MoneyTag kind={kind} sign={words.moneySign[kind]} label={words.postingKind[kind]} />
      {state && <StateTag state={state} label={words.postingState[state]} />}
    </>
  );
}
