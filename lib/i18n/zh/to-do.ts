/** What waits for whom, on the first page of each. */
export const toDo = {
  enterprise: {
    disputes: (n: string) => `${n} 户说钱没收到`,
    disputesNote: "等您答复，县里也看得到",
    late: (money: string) => `${money}晚了没付`,
    lateNote: "先付晚了的，付了记一笔",
    soon: (money: string) => `一个月内要付 ${money}`,
    soonNote: "到日子以前付清",
    sign: (n: string) => `${n} 份协议等您签字`,
    signNote: "双方都签了，协议才生效",
    answer: (n: string) => `${n} 份协议，农户想改，等您答复`,
    answerNote: "同意或不同意，都请答复",
    verbs: { disputes: "去答复", late: "去付", soon: "去看", sign: "去签", answer: "去答复" },
    stats: { owed: "还没付清的", unsigned: "没签完的协议", live: "履行中的协议" },
  },
  /** On the officer's desk, only while one waits. */
  officer: {
    disputes: "农户说没收到",
    broken: "配股带动断了太久",
    unsigned: "协议到期没签好",
    notSigned: (who: readonly string[]) => `${who.join("、")}还没签`,
    undeclared: "利润一直没报",
    undeclaredSays: (year: number, n: string) => `${year}年利润没报，${n} 户的二次分红或盈余返还算不出来`,
    rounds: "配股批次等另一位打开",
    exports: "完整导出等另一位同意",
    imports: "表格等另一位入库",
    doubles: "可能重复的人",
    since: (day: string) => `${day}起`,
    bothIn: (one: string, other: string) => (one === other ? one : `${one}、${other}`),
  },
  household: {
    title: "现在要办的",
    lines: {
      invited: (title: string) => `${title}：县里邀请我们家，愿意就去申请`,
      returned: (title: string) => `${title}：退回来了，补充后再申请`,
      sign: (title: string) => `${title}：协议等我们家签字`,
      answer: (enterprise: string, title: string) => `${title}：${enterprise}想改协议，等我们家答复`,
      came: (enterprise: string, money: string) => `${enterprise}说付了${money}，收到没有？`,
      cameMany: (n: number) => `有 ${n} 笔钱说是付了，收到没有？`,
    },
    /** The button that answers an invitation, or mends what came back. */
    apply: { invited: "我们愿意，去申请", returned: "补充后再申请" },
    asks: {
      invited: "县里邀请我们家申请这一条。愿意的话，点下面的按钮。",
      returned: "这一条退回来了，补充后可以再申请。",
    },
  },
};
