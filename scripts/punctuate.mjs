/**
 * Writes Chinese punctuation in the Chinese dictionaries where a keyboard left the ASCII one: a comma, colon,
 * semicolon, question or exclamation mark or parenthesis that touches a Chinese character. Comments stay.
 * Run: node scripts/punctuate.mjs [file …]
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const full = {
  ",": "\uff0c",
  ":": "\uff1a",
  ";": "\uff1b",
  "?": "\uff1f",
  "!": "\uff01",
  "(": "\uff08",
  ")": "\uff09",
};
const han = "[\u3400-\u9fff\u3001\u3002\u201c\u201d\u2026\u300a\u300b\uff08\uff09\uff0c\uff1a\uff1b]";
const touching = new RegExp(`(?<=${han})[,:;?!()]|[,:;?!()](?=${han})`, "g");

function punctuated(line) {
  let text = line;
  for (let before = ""; before !== text; ) {
    before = text;
    text = text
      .replace(touching, (mark) => full[mark])
      // The other half of a pair, when only one of the two touches a Chinese character.
      .replace(/\uff08([^\uff08\uff09()\n]*)\)/g, "\uff08$1\uff09")
      .replace(/\(([^\uff08\uff09()\n]*)\uff09/g, "\uff08$1\uff09");
  }
  return text;
}

const folder = join("lib", "i18n", "zh");
const named = process.argv.slice(2);
const files = named.length > 0 ? named : readdirSync(folder).map((name) => join(folder, name));
for (const file of files) {
  const before = readFileSync(file, "utf8");
  const lines = before
    .split("\n")
    .map((line) => (/^\s*(\/\*\*|\*|\/\/)/.test(line) ? line : punctuated(line)));
  const after = lines.join("\n");
  if (after !== before) {
    writeFileSync(file, after);
    console.log(file);
  }
}
