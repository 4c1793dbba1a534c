/** Why a whole file is not read (lib/spreadsheets/problems.ts), and what to do about it. */
export const fileProblem = "这个文件读不了，请另存后再试。";
export const fileProblems: Record<string, string> = {
  "too-large": "文件超过 30 兆，请分成几个文件。",
  inflates: "文件展开后太大（超过 200 兆，或是压缩得不合常理），没有读。请分成几个文件。",
  broken: "文件已损坏，读不下去。请用表格软件打开，另存一份再上传。",
  "old-excel": "这是旧版格式的表格。请用表格软件打开，另存为新版工作簿再上传。",
  macros: "文件里有宏，不能收。请另存为不带宏的工作簿再上传。",
  locked: "文件加了密码。请取消密码、另存后再上传。",
  "other-format": "这是别的软件的格式。请另存为新版工作簿或逗号分隔的文本再上传。",
  "not-a-table": "这不是表格文件。请上传工作簿或逗号分隔的文本。",
  "no-head":
    "表里没有表头，第一行就是人的资料，没有读。请在上面加一行表头（例如：户编号、姓名、证件号码）再上传。",
  encoding: "文本的编码认不出来，乱码太多。请另存为新版工作簿再上传。",
  "no-sheet": "文件里没有可见的工作表。",
  "no-rows": "文件里没有内容。",
  "too-many-rows": "超过 200,000 行，请分成几个文件。",
};
