import type { divisions as zh } from "@/lib/i18n/zh/divisions";

export const divisions: typeof zh = {
  indicative:
    "Town boundaries and village points are indicative: not for navigation, field visits or publication.",
  poorDrawn: "No list of the real poor villages was found; the demo’s 117 are drawn by lot.",
  accuracy: (km) => `within about ${km} km`,
  townAndVillage: (town, village) => `${village}, ${town}`,
};
