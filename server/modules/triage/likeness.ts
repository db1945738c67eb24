// How alike two requests are: pieces of two and three characters, weighed by how rare they are, those of the title twice; 0 nothing in common,
// 1 the same words. Pure.

export type Worded = { title?: string | undefined; text: string }

/** Pieces with their weight, the heaviest first; its length is 1. */
export type Profile = ReadonlyMap<string, number>

/** How many of the last words of a long letter are looked at; what it is about is said first. */
const longest = 400
const mostPieces = 110
const titleCounts = 2.5
/** Phrases letters begin and end with, which say nothing of what they are about. */
const courtesy = /尊敬的|领导|您好|你好|请问|谢谢|感谢|希望|相关部门|有关部门|政府|投诉|举报|反映|咨询|建议|请求|关于|问题|我是|我们|本人|居民|业主|市民|群众|老百姓|书记|市长|为什么|什么时候|能否|是否|怎么|解决|尽快|严重|强烈|要求|一个|可以|现在|已经|没有|不能|进行|情况|以及|因为|所以|但是|如果|这个|那个/gu

const tidy = (text: string): string => text.slice(0, longest).normalize('NFKC').toLowerCase().replace(courtesy, ' ')

const countInto = (counts: Map<string, number>, text: string, by: number): void => {
  for (const run of tidy(text).match(/[\p{L}\p{N}]+/gu) ?? []) {
    const characters = [...run]
    for (let at = 0; at + 1 < characters.length; at += 1) {
      const [one = '', other = '', third] = characters.slice(at, at + 3)
      counts.set(one + other, (counts.get(one + other) ?? 0) + by)
      if (third !== undefined) counts.set(one + other + third, (counts.get(one + other + third) ?? 0) + by)
    }
  }
}

/** Pieces of a request and how often each counts. */
export const countPieces = ({ title, text }: Worded): Map<string, number> => {
  const counts = new Map<string, number>()
  if (title) countInto(counts, title, titleCounts)
  countInto(counts, text, 1)
  return counts
}

/** @param rarity of a piece: the higher, the more two requests have in common that both have it; 0 leaves it out */
export const profileOf = (worded: Worded, rarity: (piece: string) => number): Profile => {
  const weighed = [...countPieces(worded)].map(([piece, count]) => [piece, (1 + Math.log(count + 0.5)) * rarity(piece)] as const)
    .filter(([, weight]) => weight > 0).sort((a, b) => b[1] - a[1]).slice(0, mostPieces)
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
  return new Map(weighed.map(([piece, weight]) => [piece, weight / length]))
}

export const likeness = (one: Profile, other: Profile): number => {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [piece, weight] of small) sum += weight * (large.get(piece) ?? 0)
  return sum
}
