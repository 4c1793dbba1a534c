import { expect, it } from "vitest";
import { readUpload } from "@/lib/imports/multipart";

const type = "multipart/form-data; boundary=XyZ";
const file = Buffer.from("a\r\n--Xy not the end\r\n-\r\n--XyY\u0000\r\n", "latin1");
const body = Buffer.concat([
  Buffer.from('--XyZ\r\nContent-Disposition: form-data; name="kind"\r\n\r\nhouseholds\r\n'),
  Buffer.from('--XyZ\r\nContent-Disposition: form-data; name="document"\r\n\r\n依据\r\n'),
  Buffer.from(
    '--XyZ\r\nContent-Disposition: form-data; name="file"; filename="C:\\表格.xlsx"\r\nContent-Type: x\r\n\r\n',
  ),
  file,
  Buffer.from("\r\n--XyZ--\r\n"),
]);

async function* inPieces(bytes: Buffer, size: number) {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

it("gives the fields, then the file's bytes, however the body is cut", async () => {
  for (const size of [1, 2, 3, 7, 20, 64, 10_000]) {
    const upload = await readUpload(type, inPieces(body, size), "file");
    expect(upload).toMatchObject({ fields: { kind: "households", document: "依据" }, fileName: "表格.xlsx" });
    const chunks: Uint8Array[] = [];
    for await (const chunk of upload.bytes) chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(file), String(size)).toBe(true);
  }
});

it("refuses what is cut off, no such form, or without the file", async () => {
  const read = async (bytes: Buffer, contentType: string | null = type) => {
    const upload = await readUpload(contentType, inPieces(bytes, 50), "file");
    for await (const _ of upload.bytes);
  };
  await expect(read(body, "application/json")).rejects.toMatchObject({ code: "media-type" });
  await expect(read(body, null)).rejects.toMatchObject({ code: "media-type" });
  for (const cut of [0, 3, 40, 100, 230, body.length - 12])
    await expect(read(body.subarray(0, cut)), String(cut)).rejects.toMatchObject({ code: "bad-request" });
  await expect(read(Buffer.from("--XyZ--\r\n"))).rejects.toMatchObject({ code: "bad-request" });
  await expect(read(Buffer.from("nothing of it"))).rejects.toMatchObject({ code: "bad-request" });
});
