// Which place of a published list the next e-licence gets: all places once, in an order nobody can tell without the list's secret, so that
// a place says nothing about when or after whom it was given out (draft-ietf-oauth-status-list, privacy considerations). Pure.
import { hash } from 'node:crypto'

/** Places of one list: with two bits each, 32 KiB before compression, and a crowd to disappear in. */
export const listSize = 131_072

/** The place of the `n`th, from 0: a Feistel network walks the places, each exactly once. */
export const placeOf = (secret: string, n: number, size = listSize): number => {
  const half = Math.ceil(Math.log2(size) / 2) // the walk goes over 2^(2·half) places and skips those beyond the list
  let at = n
  do at = mix(secret, at, half)
  while (at >= size)
  return at
}

const rounds = 6

const mix = (secret: string, value: number, half: number): number => {
  const mask = 2 ** half - 1
  let [left, right] = [Math.floor(value / 2 ** half) & mask, value & mask]
  for (let round = 0; round < rounds; round += 1) {
    const digest = hash('sha256', `${secret} ${round} ${right}`, 'buffer')
    const next = left ^ (digest.readUInt32BE(0) & mask)
    left = right
    right = next
  }
  return left * 2 ** half + right
}
