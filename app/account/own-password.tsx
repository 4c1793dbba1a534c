import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";

type Props = { household: string; locale: Locale };

/**
 * For an account only slips let in: why it has no password and how its household gets one. Set here, by whoever
 * holds the slip's number, it would hide that the giver of the slip may have been the one who set it.
 */
export function OwnPassword({ household, locale }: Props) {
  const { account, start } = dictionary(locale).users;
  return (
    <Card title={account.own.title}>
      <div className="grid max-w-measure gap-3">
        <p>{account.own.why}</p>
        <p className="wrap-anywhere">{account.own.how(household)}</p>
        <p>{account.own.next}</p>
        <p>
          <TextLink href="/sign-in/first" className="target">
            {start.link}
          </TextLink>
        </p>
      </div>
    </Card>
  );
}
