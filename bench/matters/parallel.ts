// So many clients at the same time, each taking the next piece of work when it has finished one.

export const inParallel = async <T>(clients: number, work: readonly T[], one: (item: T) => Promise<void>): Promise<void> => {
  const queue = [...work].reverse()
  const client = async () => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await one(item)
  }
  await Promise.all(Array.from({ length: clients }, client))
}
