import { leaveThis, switchTo } from "@/app/switch";
import { HouseholdSwitch } from "@/components/households/household-switch";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { otherHouseholds } from "@/lib/users/session";

/** A household's pages say whose they are, wherever it reads, where several households share a phone. */
export async function Whose({ name, t }: { name: string; t: Dictionary }) {
  const others = await otherHouseholds();
  return (
    <HouseholdSwitch
      t={t}
      present={name}
      others={others.map(({ sid, name }) => ({ sid, name }))}
      switchTo={switchTo}
      leave={leaveThis}
    />
  );
}
