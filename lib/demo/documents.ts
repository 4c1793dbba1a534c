/** What the demo says each policy value rests on. Numbers without a source in the county are said to be so. */
import type { PolicyKey } from "@/lib/policy/policy";

const rules = "演示办法(非正式文件):企业与农户对接规则";
const report = "县政协经科委调研报告(2017),经验三:每名贫困人口配股一万元,保底分红不低于 5%,二次分红不低于 2%";

/** From this day on the values hold: before anything the demo remembers. */
export const policyStartsOn = "2017-01-01";

export const policyDocuments: Record<PolicyKey, string> = {
  "weights.job": rules,
  "weights.land": rules,
  "weights.equity": rules,
  "distance.detour": "县内公路里程与直线距离之比 1.1 至 2.2,取 1.4",
  "distance.halfKm.job": rules,
  "distance.halfKm.jobWithLodging": rules,
  "distance.halfKm.land": rules,
  "distance.halfKm.equity": rules,
  "labor.workingAge": "《中华人民共和国劳动法》:用人单位不得招用未满十六周岁的未成年人",
  "labor.weakCapacity": rules,
  "labor.jobParts": rules,
  "land.fullTimesMin": rules,
  "land.equityMuPerPerson": rules,
  "need.parts": rules,
  "need.incomeLineFen": "2017 年省定标准约每人每年 3070 元,待县里确认",
  "plan.coverageBonus": rules,
  "plan.projectsPerHousehold": "县政协经科委调研报告(2017):每户一至两个产业,长短结合",
  "tiers.a": rules,
  "tiers.b": rules,
  "wage.floorMonthFen": "演示值:月工资不低于 1800 元,待县里确认",
  "wage.floorDayFen": "演示值:日工资不低于 60 元,待县里确认",
  "equity.fenPerPerson": report,
  "equity.guaranteedBp": report,
  "equity.secondBp": report,
  "notice.calendarDays": rules,
  "notice.workingDays": rules,
};
