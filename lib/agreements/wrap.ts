/** What may not stand at the start, or the end, of a line of Chinese (标点挤压 left aside: lines only break elsewhere). */
const notFirst = /^[。，、；：？！）》”’」』〕…%％,.;:!?)\]]/;
const notLast = /[（《“‘「『〔([]$/;

/** Latin words, numbers and codes stay whole; every other character may stand alone. */
const pieces = /[A-Za-z0-9][A-Za-z0-9.,:%+*/-]*|\s+|[\s\S]/gu;

/**
 * Breaks a text into lines no wider than `width`. A piece wider than a line is broken where it must be.
 * @param measure width of a text in the same unit as `width`
 */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  const push = () => {
    // What may not end a line goes down with the next one.
    const [open = ""] = notLast.exec(line) ?? [];
    lines.push(line.slice(0, line.length - open.length).trimEnd());
    line = open;
  };
  for (const piece of text.match(pieces) ?? []) {
    if (line === "" && /^\s+$/.test(piece)) continue;
    if (measure(line + piece) <= width || line === "") {
      line += piece;
      while (measure(line) > width && [...line].length > 1) {
        const characters = [...line];
        let n = characters.length - 1;
        while (n > 1 && measure(characters.slice(0, n).join("")) > width) n -= 1;
        lines.push(characters.slice(0, n).join(""));
        line = characters.slice(n).join("");
      }
      continue;
    }
    if (notFirst.test(piece)) {
      // The last character comes down with it, so that no line begins with a stop.
      const characters = [...line];
      const last = characters.pop() ?? "";
      line = characters.join("");
      push();
      line += last + piece;
      continue;
    }
    push();
    if (!/^\s+$/.test(piece)) line += piece;
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}
