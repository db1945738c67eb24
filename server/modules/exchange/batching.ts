// Work that comes one at a time and is done many at a time: whatever came while the last batch was under way is the next one, so that
// nobody waits for more than two, however many there are.
type Waiting<Item, Result> = { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }

/** @param work does a batch, with a result for each item in its order; when it fails, each item is tried alone, so that one that cannot be done keeps no other from it */
export const inBatches = <Item, Result>(most: number, work: (items: readonly Item[]) => Promise<readonly Result[]>): ((item: Item) => Promise<Result>) => {
  let waiting: Waiting<Item, Result>[] = []
  let working = false

  const doBatch = async (batch: readonly Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await work(batch.map(({ item }) => item))
      batch.forEach(({ resolve, reject }, at) => {
        const result = results[at]
        if (result === undefined) reject(new Error('a batch gave fewer results than it had items'))
        else resolve(result)
      })
    } catch (error) {
      if (batch.length > 1) for (const each of batch) await doBatch([each])
      else batch[0]?.reject(error)
    }
  }

  const run = async (): Promise<void> => {
    working = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most)
      waiting = waiting.slice(most)
      await doBatch(batch)
    }
    working = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!working) void run()
    })
}
