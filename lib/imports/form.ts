import { type FieldKind, householdKinds, incomeKinds, memberKinds } from "@/lib/households/field-kinds";

/**
 * The official form 贫困户登记表, a row a person, in the order of its parts; what is the household's stands in the
 * row of its head. Each column with the heads it goes by: the form's own first, then those of 2014, 2017 and
 * later exports; `group/head` where the head alone is not enough.
 */
export type FormColumn = {
  /** part.field of the record, or what only the sheet has: code, place.… */
  field: string;
  kind: FieldKind;
  heads: readonly string[];
};
export type FormGroup = { name: string; columns: readonly FormColumn[] };

const line = (max: number): FieldKind => ({ as: "line", max });
const own = (field: string, kind: FieldKind, ...heads: string[]): FormColumn => ({ field, kind, heads });
const ofHousehold = (field: keyof typeof householdKinds, ...heads: string[]) =>
  own(`household.${field}`, householdKinds[field], ...heads);
const ofMember = (field: keyof typeof memberKinds, ...heads: string[]) =>
  own(`member.${field}`, memberKinds[field], ...heads);
const ofIncome = (field: keyof typeof incomeKinds, ...heads: string[]) =>
  own(`income.${field}`, incomeKinds[field], ...heads);

export const formTitle = "贫困户登记表";

export const formGroups: readonly FormGroup[] = [
  {
    name: "家庭住址",
    columns: [
      own("code", { as: "household" }, "户编号", "家庭编号", "户编码", "户号"),
      own("place.town", line(40), "镇办", "乡镇", "乡（镇）", "镇", "乡（镇、街道）", "所在镇"),
      own("place.village", line(40), "村（社区）", "行政村", "村", "村居", "所在村"),
      own("place.code", line(12), "行政区划代码", "区划代码", "村代码", "行政村代码", "村编码"),
      ofHousehold("address", "住址", "家庭住址", "详细地址", "村民小组", "组", "自然村"),
      ofHousehold("phone", "联系电话", "电话", "手机号", "户主联系电话", "户联系电话"),
    ],
  },
  {
    name: "户情况",
    columns: [
      ofHousehold("standard", "识别标准"),
      ofHousehold("type", "贫困户属性", "户类型", "农户属性", "户属性"),
      ofHousehold("status", "脱贫状态", "脱贫属性", "是否脱贫", "监测对象类别"),
      ofHousehold("martyrFamily", "是否军烈属"),
      ofHousehold("onlyChild", "是否独生子女户"),
      ofHousehold("twoDaughters", "是否双女户"),
      ofHousehold("cause", "主要致贫原因", "致贫原因"),
      ofHousehold("otherCauses", "其他致贫原因", "其它致贫原因", "次要致贫原因"),
    ],
  },
  {
    name: "家庭成员",
    columns: [
      ofMember("personCode", "人口编号", "个人编号", "成员编号"),
      ofMember("name", "姓名", "家庭成员/姓名", "成员姓名"),
      ofMember("sex", "性别"),
      ofMember("idNumber", "证件号码", "身份证号", "身份证号码", "身份证号码或残疾证号码", "公民身份号码"),
      ofMember("relation", "与户主关系", "家庭关系", "与户主的关系"),
      ofMember("ethnicity", "民族"),
      ofMember("politics", "政治面貌"),
      ofMember("education", "文化程度", "学历"),
      ofMember("schooling", "在校生状况", "在校生情况", "是否在校生"),
      ofMember("health", "健康状况"),
      ofMember("disabilityCard", "残疾证号", "残疾人证号"),
      ofMember("laborClass", "劳动技能", "劳动能力", "劳动力", "劳动能力状况"),
      ofMember("skills", "会的技能", "技能特长"),
      ofMember("workPlace", "务工所在地", "务工状况", "务工地点", "务工区域"),
      ofMember("workMonths", "务工时间（月）", "务工时间", "务工月数"),
      ofMember("employer", "务工企业名称", "务工单位", "务工企业"),
      ofMember("soldier", "是否现役军人"),
      ofMember(
        "illnessInsurance",
        "是否参加大病保险",
        "是否参加大病医疗",
        "是否参加大病医疗保险",
        "大病保险",
      ),
      ofMember(
        "residentMedical",
        "是否参加城乡居民医保",
        "是否参加新农合",
        "是否参加城乡居民基本医疗保险",
        "新农合",
      ),
      ofMember("employeeMedical", "是否参加城镇职工医保", "是否参加城镇职工基本医疗保险", "职工医保"),
      ofMember("residentPension", "是否参加城乡居民养老保险", "是否参加城乡居民基本养老保险"),
      ofMember("employeePension", "是否参加城镇职工养老保险", "是否参加城镇职工基本养老保险"),
      ofMember("lowIncome", "是否享受低保", "是否低保", "是否享受农村居民最低生活保障"),
      ofMember("destitute", "是否特困供养", "是否享受特困供养", "是否五保"),
      ofMember("speaksMandarin", "是否会讲普通话", "是否会说普通话"),
    ],
  },
  {
    name: "上年度收入（元）",
    columns: [
      own("income.year", { as: "whole", max: 2100, unit: "months" }, "收入年度", "年度"),
      ofIncome("wagesFen", "工资性收入", "工资性"),
      ofIncome("productionFen", "生产经营性收入", "生产经营性"),
      ofIncome("propertyFen", "财产性收入", "财产性"),
      ofIncome("transferFen", "转移性收入", "转移性"),
      ofIncome("lowIncomeFen", "低保金", "领取最低生活保障金"),
      ofIncome("destituteFen", "五保金", "特困供养金", "领取五保金"),
      ofIncome("pensionFen", "养老保险金", "养老金", "领取养老保险金"),
      ofIncome("familyPlanningFen", "计生金", "领取计划生育金", "计划生育金"),
      ofIncome("ecologyFen", "生态补偿金"),
      ofIncome("costFen", "生产经营性支出"),
      ofIncome("netFen", "家庭纯收入", "家庭年纯收入", "年纯收入"),
      ofIncome("perPersonFen", "人均纯收入", "家庭人均纯收入", "年人均纯收入"),
      ofIncome("industryFen", "从产业中收益", "产业收益"),
    ],
  },
  {
    name: "生产条件",
    columns: [
      ofHousehold("arableMu100", "耕地面积（亩）", "耕地面积", "实际耕地面积", "耕地面积/实际"),
      ofHousehold("certifiedMu100", "确权耕地面积（亩）", "确权面积", "耕地面积/确权"),
      ofHousehold("irrigatedMu100", "有效灌溉面积（亩）", "有效灌溉面积"),
      ofHousehold("dryMu100", "旱田（亩）", "旱田", "旱地", "旱田面积", "旱地面积"),
      ofHousehold("paddyMu100", "水田（亩）", "水田", "水田面积"),
      ofHousehold("forestMu100", "林地面积（亩）", "林地面积"),
      ofHousehold("returnedForestMu100", "退耕还林面积（亩）", "退耕还林面积", "退耕还林"),
      ofHousehold("orchardMu100", "林果面积（亩）", "林果面积"),
      ofHousehold("pastureMu100", "牧草地面积（亩）", "牧草地面积"),
      ofHousehold("waterMu100", "水面面积（亩）", "水面面积", "水域面积"),
      ofHousehold("industries", "产业类型", "产业分类"),
      ofHousehold("producerGroup", "产业组织"),
      ofHousehold("inCooperative", "是否加入农民专业合作社", "是否加入合作社"),
      ofHousehold("ledByEnterprise", "是否有龙头企业带动"),
      ofHousehold("ledByLeader", "是否有创业致富带头人带动"),
      ofHousehold("inMutualFund", "是否参加互助资金组织", "互助资金组织/是否参加", "互助资金组织参加"),
      ofHousehold("mutualFundFen", "互助资金金额（元）", "互助资金金额", "互助资金组织/金额"),
    ],
  },
  {
    name: "生活条件",
    columns: [
      ofHousehold("housingM2", "住房面积（㎡）", "住房面积", "住房面积（平方米）"),
      ofHousehold("housingStructure", "住房结构", "房屋结构", "主要住房结构", "结构"),
      ofHousehold("housingDanger", "是否危房", "危房级别", "危房等级"),
      ofHousehold("relocated", "是否易地搬迁户", "是否搬迁户", "是否易地扶贫搬迁户"),
      ofHousehold("mainRoadKm", "与村主干路距离（公里）", "与村主干路距离", "与村主干路距离（km）"),
      ofHousehold("roadKind", "入户路类型"),
      ofHousehold("hasElectricity", "是否通电", "通电", "是否通生活用电"),
      ofHousehold("hasSafeWater", "饮水是否安全", "是否饮水安全", "是否解决安全饮用水", "饮水"),
      ofHousehold("fuel", "主要燃料类型", "燃料", "主要燃料"),
      ofHousehold("hasToilet", "有无卫生厕所", "是否有卫生厕所", "厕所"),
      ofHousehold("hasBroadcast", "是否通广播电视", "通广播电视"),
    ],
  },
  {
    name: "帮扶情况",
    columns: [
      ofHousehold("helperName", "帮扶责任人姓名", "帮扶责任人/姓名", "帮扶责任人", "帮扶人姓名", "帮扶干部"),
      ofHousehold("helperUnit", "帮扶责任人单位", "帮扶责任人/单位", "帮扶单位", "帮扶责任人/单位名称"),
      ofHousehold("helperPost", "帮扶责任人职务", "帮扶责任人/职务"),
      ofHousehold("helperPhone", "帮扶责任人电话", "帮扶责任人/电话", "帮扶责任人/联系电话", "帮扶人电话"),
      ofHousehold("helpNeeds", "帮扶需求", "帮扶措施", "帮扶计划"),
      ofHousehold("liftedOn", "脱贫时间", "脱贫年度", "脱贫年份"),
    ],
  },
];

export const formColumns: readonly FormColumn[] = formGroups.flatMap((group) => group.columns);

/** Without these a sheet says nothing of a household. */
export const formNeeds: readonly string[] = ["code", "member.name", "member.idNumber", "member.relation"];

/** The form's own head of a field. */
export const headOf = (field: string): string =>
  formColumns.find((column) => column.field === field)?.heads[0] ?? field;
