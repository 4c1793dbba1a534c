/**
 * The command line: the server's own code and rules, without the server. Exit 0 done; 1 refused, one line on
 * stderr that says why; 2 wrong usage.
 */
import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { isDay } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { isRefusal } from "@/lib/refusal/refusal";
import { problemSentences, refusalSentence } from "@/lib/refusal/words";
import { accountCommand } from "@/scripts/sanjin/account";
import { auditCommand } from "@/scripts/sanjin/audit";
import { type Command, Declined, WrongUsage } from "@/scripts/sanjin/command";
import { importCommand } from "@/scripts/sanjin/import";
import { keysCommand } from "@/scripts/sanjin/keys";
import { planCommand } from "@/scripts/sanjin/plan";
import { matchCommand, rankAllCommand, rankCommand } from "@/scripts/sanjin/rank";
import { demoCommand, migrateCommand } from "@/scripts/sanjin/setup";
import { solveCommand } from "@/scripts/sanjin/solve";
import { tokenCommand } from "@/scripts/sanjin/token";

const commands: Record<string, Command> = {
  migrate: migrateCommand,
  demo: demoCommand,
  rank: rankCommand,
  "rank-all": rankAllCommand,
  match: matchCommand,
  plan: planCommand,
  import: importCommand,
  solve: solveCommand,
  token: tokenCommand,
  account: accountCommand,
  audit: auditCommand,
  keys: keysCommand,
};

const usage = (): string => {
  const width = Math.max(...Object.values(commands).map((c) => c.usage.length));
  const lines = Object.values(commands).map((c) => `  ${c.usage.padEnd(width)}  ${c.summary}`);
  return ["usage: npm run --silent sanjin -- COMMAND", ...lines].join("\n");
};

/** @throws WrongUsage for an unknown command or option, or the wrong number of words. */
function typed([name = "", ...rest]: string[]) {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new WrongUsage(name ? `there is no command ${JSON.stringify(name)}` : "which command?");
  const options = { json: { type: "boolean" }, today: { type: "string" }, ...command.options } as const;
  try {
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true });
    if (positionals.length !== command.words) throw new WrongUsage(`usage: ${command.usage}`);
    return { command, words: positionals, options: values as Record<string, string | boolean | undefined> };
  } catch (error) {
    if (error instanceof WrongUsage) throw error;
    throw new WrongUsage(error instanceof Error ? (error.message.split(/[.\n]/)[0] ?? "") : "");
  }
}

async function main(args: string[]): Promise<void> {
  const { command, ...given } = typed(args);
  const { today } = given.options;
  if (today !== undefined) {
    if (!isDay(String(today))) throw new WrongUsage("--today takes a date like 2026-11-23");
    process.env.SANJIN_TODAY = String(today);
  }
  const { json, lines } = await command.run(given);
  const text = given.options.json === true ? JSON.stringify(json) : lines.join("\n");
  await new Promise((done) => process.stdout.write(`${text}\n`, done));
}

/** Why something was refused, in one line; never a driver's message, which may hold the values of a query. */
function reasonOf(error: unknown): string {
  if (isRefusal(error)) {
    const t = dictionary("en");
    const fields = Object.entries(problemSentences(t, error.fields)).map(
      ([name, text]) => `${name}: ${text}`,
    );
    return [`${error.code}: ${refusalSentence(t, error)}`, ...fields].join(" ");
  }
  if (!(error instanceof Error)) return "failed";
  const isDriver = error.cause !== undefined || ("code" in error && /^SQLITE_/.test(String(error.code)));
  return isDriver ? "the database refused a query; is it migrated?" : error.message.replaceAll("\n", " ");
}

// A reader that closes early (| head) is no error.
process.stdout.on("error", () => process.exit(0));
try {
  await main(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof WrongUsage;
  console.error(isUsage ? `sanjin: ${error.message}\n${usage()}` : `sanjin: ${reasonOf(error)}`);
  process.exitCode = isUsage ? 2 : 1;
  if (!isUsage && !isRefusal(error) && !(error instanceof Declined) && process.env.SANJIN_DEBUG)
    console.error(error instanceof Error ? error.stack : error);
} finally {
  await closeDatabase();
}
