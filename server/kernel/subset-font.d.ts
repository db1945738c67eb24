// Types of the package subset-font (HarfBuzz in WebAssembly), which brings none: a font with only the letters of `text`,
// at fixed places on its axes.
declare module 'subset-font' {
  const subsetFont: (font: Buffer, text: string, options: { targetFormat: 'sfnt'; variationAxes: Record<string, number>; noHinting?: boolean }) => Promise<Buffer>
  export default subsetFont
}
