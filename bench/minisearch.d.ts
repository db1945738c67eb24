// The part of the peer's interface the benchmark uses: types must check on a machine where the peers are not installed.
// Source: the documentation of minisearch 7.

declare module 'minisearch' {
  type SearchOptions = { boost?: Record<string, number>; prefix?: boolean; fuzzy?: boolean; combineWith?: 'AND' | 'OR'; boostTerm?: (term: string) => number }
  export default class MiniSearch<Entry> {
    constructor(options: {
      fields: string[]; idField?: string; processTerm?: (term: string) => string; tokenize?: (text: string) => string[]
      extractField?: (entry: Entry, field: string) => string; searchOptions?: SearchOptions
    })
    addAll(entries: readonly Entry[]): void
    search(question: string, options?: SearchOptions): { id: unknown; score: number }[]
  }
}
