import type { MetadataRoute } from "next";
import { dictionary } from "@/lib/i18n/dictionary";

const icon = (size: number, purpose: "any" | "maskable") => ({
  src: `/icons/${purpose}-${size}.png`,
  sizes: `${size}x${size}`,
  type: "image/png",
  purpose,
});

/** What a phone needs to install the product like an app; for village staff it then works without a connection. */
export default function manifest(): MetadataRoute.Manifest {
  const { frame } = dictionary("zh");
  return {
    id: "/",
    name: `${frame.product} · ${frame.county}`,
    short_name: frame.product,
    description: frame.tagline,
    lang: "zh-CN",
    start_url: "/",
    display: "standalone",
    background_color: "#fbfaf6",
    theme_color: "#1e5b3e",
    icons: [icon(192, "any"), icon(512, "any"), icon(512, "maskable")],
  };
}
