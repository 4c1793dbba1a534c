import { readFile } from "node:fs/promises";
import { answerOf, Malformed, parseInstance } from "@/lib/matching/plan/exchange";
import { InfeasiblePin } from "@/lib/matching/plan/rules";
import { solve } from "@/lib/matching/plan/solve";
import { type Command, Declined } from "@/scripts/sanjin/command";

/** @throws Declined when the file cannot be read or is not JSON. */
async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Declined(`cannot read ${path} (${error.code ?? error.name})`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new Declined(`${path} is not JSON`);
  }
}

export const solveCommand: Command = {
  usage: "solve FILE [--json]",
  summary: "the plan's solver on an instance file (matching.md, 5)",
  words: 1,
  run: async ({ words: [path = ""] }) => {
    const json = await readJson(path);
    try {
      const instance = parseInstance(json);
      const started = performance.now();
      const plan = solve(instance);
      const answer = answerOf(instance, plan, (performance.now() - started) / 1000);
      const { value, bound, gap, seconds, assigned } = answer;
      const line = `value ${value}, bound ${bound}, gap ${gap}, ${seconds.toFixed(3)} s, ${assigned.length} placed`;
      return { json: answer, lines: [line] };
    } catch (error) {
      if (error instanceof Malformed) throw new Declined(error.message.replaceAll("\n", "; "));
      if (error instanceof InfeasiblePin) throw new Declined(error.message);
      throw error;
    }
  },
};
