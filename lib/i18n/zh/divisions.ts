/** Places: what a map or a list of villages must say about where its points come from. */
export const divisions = {
  indicative: "乡镇界线和村点位为示意，不能用于导航、入户或公布。",
  poorDrawn: "没有找到真实的贫困村名单，演示中的 117 个贫困村为随机抽取。",
  accuracy: (km: number) => `误差约 ${km} 公里`,
  townAndVillage: (town: string, village: string) => `${town} ${village}`,
};
