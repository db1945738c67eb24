// Files an earlier process has read: they say the same with the same places, and only as long as their text is the same.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readYaml, type LocatedMap } from './located.ts'
import { listReadings, readPacks, recallReadings, type Reading } from './pack-reader.ts'
import { readPackFolder } from './pack-folder.ts'
import { packMap, unpackMap, type PackedMap } from './packed-nodes.ts'
import { tinyPack } from './tiny-pack.ts'

const handed = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

const read = (text: string): LocatedMap => {
  const node = readYaml(text, 'a.yaml', (rule) => { throw new Error(rule) })
  if (node?.kind !== 'map') throw new Error('no map')
  return node
}

const throughPacking = (node: LocatedMap): LocatedMap => unpackMap(handed<PackedMap>(packMap(node)), node.at.file)

describe('what a file says, packed and unpacked', () => {
  it('is the same in values and places, whatever way it is written', () => {
    const text = `# first\nplain: 名称\nquoted: "a: b"\nsingle: 'it''s'\nempty:\nnumber: -3.5\nyes: true\nlist: [1, two, {three: 3}]\nmany:\n  - folded: >\n      one\n      two\n  - literal: |\n      一\n      二\nlong: one\n  two\n`
    expect(throughPacking(read(text))).toEqual(read(text))
  })

  it('holds for every file of the packs', () => {
    const folder = fileURLToPath(new URL('../../../packs/', import.meta.url))
    const files = [...readPackFolder(folder)].filter(([path]) => path.endsWith('.yaml') && path.split('/').length > 2)
    expect(files.length).toBeGreaterThan(100)
    for (const [path] of files.filter((_, index) => index % 7 === 0)) {
      const node = read(readFileSync(`${folder}${path}`, 'utf8'))
      expect(throughPacking(node)).toEqual(node)
    }
  })
})

describe('a reader told what another has read', () => {
  const pack = new Map(Object.entries(tinyPack))
  const file = 'tiny/texts/stages.yaml'
  const text = `${tinyPack[file]}# read by another process\n`
  const nameIn = (content: string): unknown => {
    const [tiny] = readPacks(new Map([...pack, [file, content]]), (rule) => { throw new Error(rule) })
    const name = tiny?.items.find(({ kind }) => kind === 'texts')?.node.entries.get('name')?.value
    return name?.kind === 'atom' ? name.value : undefined
  }
  /** As if the other had read something else, to tell whose reading it is. */
  const readOtherwise = (): Reading[] => {
    nameIn(text)
    const readings = JSON.parse(JSON.stringify(listReadings().filter(({ key }) => key.endsWith(file))).replace('闲暇', '消闲')) as Reading[]
    nameIn(`${text}#`) // this process remembers one text of a file
    return readings
  }

  it('believes it while the text is the same', () => {
    recallReadings(readOtherwise())
    expect(nameIn(text)).toBe('消闲')
  })

  it('reads a text that has changed since', () => {
    recallReadings(readOtherwise())
    expect(nameIn(`${text}# changed\n`)).toBe('闲暇')
    recallReadings([])
    expect(nameIn(text)).toBe('闲暇')
  })

  it('is not told of files with errors', () => {
    readPacks(new Map([...pack, [file, 'stages:\n  - {id: broken}\n']]), () => undefined)
    expect(listReadings().map(({ key }) => key)).not.toContain(`texts tiny ${file}`)
  })
})
