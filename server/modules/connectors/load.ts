// A file of a register that was read, and when it may take the place of the one before. Pure.

/** `line`: 0 for what concerns the whole file. */
export type LoadProblem = { line: number; text: string }

/** `inForce`: answers now; `rejected`: nothing of it is used, the one before goes on. `digest`: SHA-256 of the file, hexadecimal. */
export type Load = {
  id: string
  registry: string
  file: string
  bytes: number
  changedAt: string
  state: 'loading' | 'inForce' | 'rejected' | 'replaced'
  records: number
  digest: string | null
  problems: LoadProblem[]
  startedAt: string
  endedAt: string | null
}

/** What lies beside a file and says that it is whole: nothing, or how many rows it has and its SHA-256. */
export type Marker = { rows?: number; sha256?: string }

/** Lines `rows=12` and `sha256=…`; anything else is refused, for then it is no marker of ours. */
export const readMarker = (text: string): Marker | undefined => {
  const marker: Marker = {}
  for (const line of text.split(/\r?\n/).map((each) => each.trim()).filter((each) => each !== '')) {
    const [, rows] = /^rows=(\d{1,9})$/.exec(line) ?? []
    const [, sha256] = /^sha256=([0-9a-fA-F]{64})$/.exec(line) ?? []
    if (rows !== undefined) marker.rows = Number(rows)
    else if (sha256 !== undefined) marker.sha256 = sha256.toLowerCase()
    else return undefined
  }
  return marker
}

/** Why a file that could be read may not replace the one before; undefined when it may. */
export const doubtsAbout = ({ rows, digest }: { rows: number; digest: string }, marker: Marker, before: number | undefined): string | undefined => {
  if (marker.sha256 !== undefined && marker.sha256 !== digest) return `its SHA-256 is ${digest}, the marker says ${marker.sha256}`
  if (marker.rows !== undefined && marker.rows !== rows) return `it has ${rows} rows, the marker says ${marker.rows}`
  if (rows === 0) return 'it has no rows'
  if (before !== undefined && rows * 2 < before && marker.rows === undefined) return `it has ${rows} rows, the one before ${before}; if that is right, let the marker say rows=${rows}`
  return undefined
}

/** `road-transport-*.csv` fits `road-transport-2026-11-22.csv`. */
export const fitsName = (pattern: string, name: string): boolean => {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^]*')}$`).test(name) && !name.startsWith('.') && !name.endsWith('.done')
}
