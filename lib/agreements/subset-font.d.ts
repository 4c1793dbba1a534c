/** The package brings no types; this is what of it is used. */
declare module "subset-font" {
  /** Cuts a font down to the glyphs a text needs. `sfnt` keeps a TrueType font as one. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: "sfnt" },
  ): Promise<Buffer>;
}
