// Region arithmetic on GB/T 2260 codes: two digits province, four city, six district, nine street.
// A region covers another when its significant digits begin the other's code.

/** '440300' → '4403'; '440305' → '440305'; '440305007' stays. */
export const regionPrefix = (code: string): string => (code.length !== 6 || !code.endsWith('00') ? code : code.slice(0, code.endsWith('0000') ? 2 : 4))

export const isRegionCode = (code: string): boolean => /^\d{6}(\d{3})?$/.test(code)

/** Whether `outer` is `inner` or contains it. */
export const regionCovers = (outer: string, inner: string): boolean => inner.startsWith(regionPrefix(outer))

/** The same for one region and very many others. */
export const coveredBy = (outer: string): ((inner: string) => boolean) => {
  const prefix = regionPrefix(outer)
  return (inner) => inner.startsWith(prefix)
}

/** The code itself and everything above it, nearest first: 440305007 → 440305, 440300, 440000. */
export const regionAndAbove = (code: string): string[] => {
  const all = [code, code.slice(0, 6), `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]
  return all.filter((each, index) => all.indexOf(each) === index)
}

/** The city a region is in; a province is its own. */
export const cityOf = (code: string): string => (code.slice(2, 4) === '00' ? code : `${code.slice(0, 4)}00`)

/** What the official name of a region ends in, beside the name of the place. */
export const placeSuffixes = { 'zh-CN': /(?:街道|特别行政区|自治[区州县]|[省市区县])$/, 'zh-HK': /(?:街道|特別行政區|自治[區州縣]|[省市區縣])$/, en: / (?:Province|City|District|County|Subdistrict)$/ } as const
