import { roles } from "@/db/words";
import { systemAsker } from "@/lib/access/asker";
import { countyCode } from "@/lib/divisions/divisions";
import { openUser } from "@/lib/users/open";
import { startCodeInGroups } from "@/lib/users/users";
import type { Command } from "@/scripts/sanjin/command";

/** A county that is not a demonstration begins here: nobody is there yet who could open the first account. */
export const accountCommand: Command = {
  usage: "account ROLE SCOPE USER NAME [--json]",
  summary: `an account (${roles.join(", ")}) and its starting code, printed this once`,
  words: 4,
  run: async ({ words: [role, scope, username, name] }) => {
    const asker = { ...systemAsker, divisionScope: countyCode.slice(0, 6) };
    const input = { role, scope, username, name, why: "opened at the command line" };
    const { code, until } = await openUser(asker, input);
    const json = { user: username, code: startCodeInGroups(code), until: until.toISOString() };
    return { json, lines: [json.code] };
  },
};
