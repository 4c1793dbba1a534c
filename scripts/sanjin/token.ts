import { systemAsker } from "@/lib/access/asker";
import { issueToken } from "@/lib/users/tokens";
import { type Command, numberOf } from "@/scripts/sanjin/command";

export const tokenCommand: Command = {
  usage: "token USER [--days N] [--json]",
  summary: "an API token for that user, printed this once",
  words: 1,
  options: { days: { type: "string" } },
  run: async (typed) => {
    const days = numberOf(typed, "days", 30, { min: 1, max: 366 });
    const [username = ""] = typed.words;
    const token = await issueToken(systemAsker, { username, days });
    return { json: { user: username, days, token }, lines: [token] };
  },
};
