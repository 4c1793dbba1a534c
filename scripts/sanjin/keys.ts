import { rotateKeys } from "@/lib/keys/rotate";
import { type Command, WrongUsage } from "@/scripts/sanjin/command";

export const keysCommand: Command = {
  usage: "keys rotate [--json]",
  summary: "seal everything anew with the first key of SANJIN_KEYS; then the others can be taken out",
  words: 1,
  run: async ({ words: [verb] }) => {
    if (verb !== "rotate") throw new WrongUsage("keys knows one word: rotate");
    const rotation = await rotateKeys();
    return {
      json: rotation,
      lines: [
        ...rotation.columns.filter(({ rows }) => rows > 0).map(({ column, rows }) => `${rows}\t${column}`),
        `${rotation.rows} values sealed anew with the key ${rotation.keyId}`,
      ],
    };
  },
};
