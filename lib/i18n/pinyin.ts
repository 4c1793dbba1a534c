import { pinyin } from "pinyin-pro";

/**
 * What a name is sorted and searched by: its pinyin without tones or spaces, a space, its initials
 * ("张长福" → "zhangchangfu zcf"). Latin letters and digits stay, small; characters pinyin does not know
 * stay as they are.
 * @param reads `person`: surnames are read as surnames are (单 shan, 仇 qiu).
 */
export function pinyinKey(name: string, reads: "person" | "place" = "place"): string {
  const syllables = pinyin(name.normalize("NFKC").replace(/\s+/g, ""), {
    toneType: "none",
    type: "array",
    nonZh: "consecutive",
    v: true,
    ...(reads === "person" && { surname: "head" as const }),
  }).map((syllable) => syllable.toLowerCase());
  const initials = syllables.map((syllable) => [...syllable][0] ?? "");
  return `${syllables.join("")} ${initials.join("")}`;
}
