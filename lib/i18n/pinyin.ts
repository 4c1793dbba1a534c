import { pinyin } from "pinyin-pro";

/**
 * What a name is sorted and searched by: its pinyin without tones or spaces, a space, its initials
 * ("张长福" → "zhangchangfu zcf"). Latin letters and digits stay, small; characters pinyin does not know
 * stay as they are.
 * @param reads `person`: surnames are read as surnames are (单 shan, 仇 qiu).
 */
export function pinyinKey(name: string, reads: "person" | "place" = "place"): string {
  const syllables = syllablesOf(name, reads);
  const initials = syllables.map((syllable) => [...syllable][0] ?? "");
  return `${syllables.join("")} ${initials.join("")}`;
}

/** Readings of names as they were read before: the same few thousand are asked again and again. */
const known = new Map<string, string[]>();
const mostKnown = 20_000;

/** How a name of a place or an enterprise is read, remembered. */
function knownSyllables(name: string): string[] {
  let syllables = known.get(name);
  if (!syllables) {
    if (known.size >= mostKnown) known.clear();
    syllables = syllablesOf(name, "place");
    known.set(name, syllables);
  }
  return syllables;
}

function syllablesOf(name: string, reads: "person" | "place"): string[] {
  return pinyin(name.normalize("NFKC").replace(/\s+/g, ""), {
    toneType: "none",
    type: "array",
    nonZh: "consecutive",
    v: true,
    ...(reads === "person" && { surname: "head" as const }),
  }).map((syllable) => syllable.toLowerCase());
}

/**
 * How well what was typed reads as part of a name. 2: Chinese or initials anywhere, or whole syllables ("cha"
 * in chaye). 1: pinyin that breaks off within a syllable ("cha" in shuichan, "chay" in chaye). 0: not at all
 * ("an" in chan). The keys alone cannot tell where syllables begin.
 * @param key small letters without spaces
 */
export function readsAs(name: string, key: string): 0 | 1 | 2 {
  const plain = name.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
  if (plain.includes(key)) return 2;
  const syllables = knownSyllables(name);
  if (
    syllables
      .map((syllable) => [...syllable][0] ?? "")
      .join("")
      .includes(key)
  )
    return 2;
  let best: 0 | 1 = 0;
  for (let start = 0; start < syllables.length; start++) {
    let read = "";
    for (let end = start; end < syllables.length && read.length < key.length; end++) read += syllables[end];
    if (read === key) return 2;
    if (read.startsWith(key)) best = 1;
  }
  return best;
}
