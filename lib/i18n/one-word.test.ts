import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** One thing, one word: what these once were called, and what they are called now. */
const retired: Record<string, string> = {
  凭条: "纸条",
  一次性数字: "登录数字",
  读回: "念",
  明白账: "我们的钱",
  搁置: "暂缓",
  甲档: "很合适",
  乙档: "合适",
  订单收购: "订单回购",
  地租: "租金",
  售货款: "货款",
  交货款: "货款",
  入社分红: "盈余返还",
  工钱: "工资",
  冲回: "冲销",
  保护价: "保底价",
  欠款: "拖欠",
  公告栏: "公示栏",
  村务栏: "公示栏",
  补正: "补充",
  施行: "批准",
  排进来: "排上",
  指纹: "校验码",
  户次: "户",
  匹配确定: "对接确定",
};

it("Chinese says one thing with one word, and wide colons between Chinese words", () => {
  const lines = readdirSync("lib/i18n/zh").flatMap((file) =>
    readFileSync(`lib/i18n/zh/${file}`, "utf8")
      .split("\n")
      .map((line) => `${file}: ${line.trim()}`),
  );
  const found = Object.keys(retired).flatMap((word) => lines.filter((line) => line.includes(word)));
  expect(found).toEqual([]);
  expect(
    lines.filter((line) =>
      /[`"][^`"]*(\$\{\w+\}|[\u4e00-\u9fff]):[^`"/]*[\u4e00-\u9fff$]/.test(
        line.split(": ").slice(1).join(": "),
      ),
    ),
  ).toEqual([]);
});
