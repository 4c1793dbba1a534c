/** Draws public/icons/*.png and app/apple-icon.png from the mark in app/icon.svg. Run after a change of the mark. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { chromiumFlags, findChromium } from "./chromium.mjs";

process.chdir(join(import.meta.dirname, ".."));
mkdirSync("public/icons", { recursive: true });
const mark = readFileSync("app/icon.svg", "utf8");
const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });
const page = await browser.newPage();

/** The mark on paper, as large a part of the square as is given. */
async function draw(path, size, part) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh;background:#fbfaf6"><style>svg{width:${part * 100}vw}</style>${mark}</body>`,
  );
  await page.screenshot({ path });
}

await draw("public/icons/any-192.png", 192, 0.8);
await draw("public/icons/any-512.png", 512, 0.8);
// A phone cuts a maskable icon to its own shape: what matters stays within the middle.
await draw("public/icons/maskable-512.png", 512, 0.6);
await draw("app/apple-icon.png", 180, 0.75);
await browser.close();
