// What a chart shows, as numbers and names: the table beside it is made of the same. Pure.

/** Names of tokens. */
export type Tint = 'azure' | 'success' | 'warning' | 'danger' | 'ink-3'

/** null: too few to tell. */
export interface Series {
  name: string
  data: readonly (number | null)[]
  tint: Tint
}

/** Every day or first of a month from `from` to before `before`, also those on which nothing happened. */
export function datesOf({ grain, from, before }: { grain: 'day' | 'month'; from: string; before: string }): string[] {
  const dates: string[] = []
  for (let on = new Date(`${from}T00:00:00Z`); on.toISOString().slice(0, 10) < before; ) {
    dates.push(on.toISOString().slice(0, 10))
    on = grain === 'day' ? new Date(on.getTime() + 86_400_000) : new Date(Date.UTC(on.getUTCFullYear(), on.getUTCMonth() + 1, 1))
  }
  return dates
}

/** 0.9231 as 92.3%, other numbers with their thousands. */
export function cellOf(value: number, share = false): string {
  return share ? `${(value * 100).toFixed(1).replace(/\.0$/, '')}%` : value.toLocaleString('en-US', { maximumFractionDigits: 1 })
}
