// Which entries have a term in their head, and in which place of it: for each term one growing list of numbers, in the order the entries came.
// Pure. A number is the entry's own number times four plus the place, so a list is sorted and four bytes long for each entry.

/** Places of a head, the one that counts most first. */
export const headPlaces = ['title', 'alias', 'context'] as const
export type HeadPlace = (typeof headPlaces)[number]

export type PostingLists = {
  /** of one term; sorted; empty when nobody has it */
  listOf: (term: string) => Uint32Array
  /** entries are added in the order of their numbers, and each term of an entry once */
  add: (term: string, entry: number, place: number) => void
  /** all terms with their lists */
  all: () => Iterable<[string, Uint32Array]>
  /** takes a list as it is; for what was kept in a file */
  take: (term: string, list: Uint32Array) => void
}

const none = new Uint32Array(0)

export const postingOf = (entry: number, place: number): number => entry * 4 + place
export const entryIn = (posting: number): number => posting >>> 2
export const placeOfPosting = (posting: number): number => posting & 3

export const createPostingLists = (): PostingLists => {
  const numbers = new Map<string, number>()
  const lists: Uint32Array[] = []
  const lengths: number[] = []
  const at = (number: number): Uint32Array => (lists[number] ?? none).subarray(0, lengths[number])
  return {
    listOf: (term) => {
      const number = numbers.get(term)
      return number === undefined ? none : at(number)
    },
    add: (term, entry, place) => {
      let number = numbers.get(term)
      if (number === undefined) {
        number = lists.length
        numbers.set(term, number)
        lists.push(new Uint32Array(2))
        lengths.push(0)
      }
      const length = lengths[number] ?? 0
      let list = lists[number] ?? none
      if (length === list.length) {
        const longer = new Uint32Array(Math.ceil(length * 1.5) + 2)
        longer.set(list)
        lists[number] = list = longer
      }
      list[length] = postingOf(entry, place)
      lengths[number] = length + 1
    },
    * all() {
      for (const [term, number] of numbers) yield [term, at(number)]
    },
    take: (term, list) => {
      numbers.set(term, lists.length)
      lists.push(list)
      lengths.push(list.length)
    },
  }
}

/** Where an entry stands in a list, as place (0 title, 1 alias, 2 context); -1 when it does not. */
export const findPlace = (list: Uint32Array, entry: number): number => {
  const least = postingOf(entry, 0)
  let from = 0
  let to = list.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((list[middle] ?? 0) < least) from = middle + 1
    else to = middle
  }
  const posting = list[from]
  return posting !== undefined && entryIn(posting) === entry ? placeOfPosting(posting) : -1
}
