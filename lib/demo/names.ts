/** Invented Chinese names: common surnames by rough frequency, given names by sex and the fashion of the year. */
import type { Sex } from "@/db/words";
import type { Random } from "@/lib/demo/random";

const common = "李王张刘陈杨赵周吴徐孙马胡朱郭何罗高";
const frequent =
  "林郑梁谢唐许冯宋韩邓彭曹曾田萧潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛段郝顾龚邵万覃武钱戴严莫孔向常";
const rare = ["仇", "单", "解", "区", "查", "盖", "宓", "缪", "欧阳", "司马", "上官", "诸葛"];

const era = {
  old: {
    male: "福贵财富德明志义国全永祥长发荣华正安和平有仁才喜生旺金玉宝山成林茂春元文武忠孝",
    female: "秀英桂兰玉珍翠花凤菊香莲芳素贞淑华月娥梅春秋英琴桃云彩芝珠银",
  },
  middle: {
    male: "建军伟强勇军斌涛波辉鹏飞刚平杰峰磊超明亮志海龙俊国庆东林华文红卫",
    female: "丽娟艳敏静霞燕红芳玲萍慧娜莉琴梅英秀晓雪芬琼蓉小翠",
  },
  young: {
    male: "浩宇轩子涵博文俊杰天佑宇航嘉豪一鸣梓睿泽明思远晨阳家乐",
    female: "欣怡子涵雨萱梓诗琪思雨佳怡梦瑶可馨一诺语桐雅婷晨曦若溪",
  },
} as const;

/**
 * Given names with characters outside the Basic Multilingual Plane or seldom in fonts. Screens, files and
 * searches must hand them back whole.
 */
export const rareGivenNames = ["𫖯", "䶮", "㛃", "𬱖", "𬭎", "𫘧", "建𬍛", "文𣲗", "𬒈", "长𫟷"];

export function surname(random: Random): string {
  const draw = random.next();
  if (draw < 0.58) return random.pick([...common]);
  return draw < 0.985 ? random.pick([...frequent]) : random.pick(rare);
}

/** @param birthYear decides the fashion. */
export function givenName(random: Random, sex: Sex, birthYear: number): string {
  const fashion = birthYear < 1968 ? era.old : birthYear < 1998 ? era.middle : era.young;
  const characters = [...fashion[sex]];
  const first = random.pick(characters);
  if (random.chance(0.22)) return first;
  const second = random.pick(characters);
  return second === first ? first : first + second;
}
