import type { Place } from "@/components/ui/division-picker";
import type { Asker } from "@/lib/access/asker";
import { listVillages } from "@/lib/divisions/queries";

/** The county's villages as a form offers them: nothing more of a row goes to the browser. */
export async function choosablePlaces(asker: Asker): Promise<Place[]> {
  const villages = await listVillages(asker);
  return villages.map(({ code, name, townCode, townName, pinyin }) => ({
    code,
    name,
    townCode,
    townName,
    pinyin,
  }));
}
