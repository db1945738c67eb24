// What is done once for the same input: nothing that is wrong is missed because it was right, or wrong in another way, before.
import { describe, expect, it } from 'vitest'
import { checkPacks } from './load-packs.ts'
import { both, type PackError } from './pack-error.ts'
import type { PackFiles } from './pack-folder.ts'
import { replayed, stampOf } from './replaying.ts'
import { tinyPack } from './tiny-pack.ts'

let editions = 0
/** The same content in files nobody has seen before, so nothing is remembered of it. */
const unseen = (of: PackFiles): PackFiles => {
  editions += 1
  return new Map([...of].map(([path, text]) => [path, `${text}\n# ${editions}\n`]))
}

const errorsOf = (of: PackFiles): PackError[] => checkPacks(of, { on: '2026-03-02' }).errors

/** A name on a line: what one item can break in another. */
const names = /[a-z][a-zA-Z.-]{3,}(?=[,\]}\s]|$)/g

describe('checks of packs', () => {
  const files = Object.entries(tinyPack).filter(([path]) => !path.endsWith('pack.yaml'))
  it.each(files)('find after any name or line of %s was changed what they find in a pack never seen before', (path, whole) => {
    const lines = whole.split('\n')
    const edits = lines.flatMap((text, at) => [lines.toSpliced(at, 1), ...Array.from(text.matchAll(names), ({ 0: name, index }) => lines.with(at, `${text.slice(0, index)}other${text.slice(index + name.length)}`))])
    const edited = edits.map((edit) => new Map(Object.entries({ ...tinyPack, [path]: edit.join('\n') })))
    const found = edited.map(errorsOf)
    expect(found).toEqual(edited.map((each) => errorsOf(unseen(each))))
  })
})

describe('work on the same input', () => {
  const place = { file: 'a.yaml', line: 1 }

  it('is done once, and what it reported is reported each time', () => {
    const [about, said] = [{}, [] as string[]]
    let times = 0
    const ask = (input: string) => replayed(about, input, 2, (rule) => said.push(rule), (report) => {
      report('key-missing', place, both('缺', 'missing'))
      return (times += 1)
    })
    expect([ask('a'), ask('a'), ask('b'), ask('a'), times]).toEqual([1, 1, 2, 1, 2])
    expect(said).toHaveLength(4)
  })

  it('is done again once so many other inputs came between', () => {
    const about = {}
    let times = 0
    const ask = (input: string) => replayed(about, input, 2, () => {}, () => (times += 1))
    for (const input of ['a', 'b', 'c', 'a']) ask(input)
    expect(times).toBe(4)
  })

  it('is told from other work by the objects it is about and by their order', () => {
    const [one, other] = [{}, {}]
    expect(stampOf([one, other])).toBe(stampOf([one, other]))
    expect(new Set([stampOf([one, other]), stampOf([other, one]), stampOf([one]), stampOf([one], 'broken')]).size).toBe(4)
  })
})
