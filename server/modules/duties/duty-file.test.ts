// Lines of the duty list written into files: everything else stays byte for byte; and what two releases differ in.
import { describe, expect, it } from 'vitest'
import { dutyIdsIn, freeId, withDuty } from './duty-file.ts'
import { releaseChanges } from './releases.ts'

const text = `# 说明
duties:
  # 甲
  - id: first
    categories: [city]
    regions: ['990101']
    unit: {line: lamps}
    from: '2020-01-01'
    source: {title: 样例法}

  # 乙
  - {id: second, categories: [city/lamps], regions: ['990101'], unit: {line: lamps}, from: '2020-01-01', source: {title: 样例法}}
`

const duty = (id: string) => ({ id, categories: ['city/lamps'], regions: ['990102'], unit: { line: 'street', level: 'street' as const }, from: '2026-01-01', source: { title: '裁定' } })

describe('a line of the duty list', () => {
  it('is added behind the others', () => {
    const next = withDuty(text, duty('third'))
    expect(next.startsWith(text)).toBe(true)
    expect(dutyIdsIn(next)).toEqual(['first', 'second', 'third'])
    expect(next.slice(text.length)).toBe("  - id: third\n    categories: [city/lamps]\n    regions: ['990102']\n    unit: {line: street, level: street}\n    from: 2026-01-01\n    source: {title: 裁定}\n")
  })

  it('replaces the one of its id where it stands, with the comments around it kept', () => {
    const next = withDuty(text, duty('first'))
    expect(next).toContain("  # 甲\n  - id: first\n    categories: [city/lamps]\n    regions: ['990102']")
    expect(next).toContain('    source: {title: 裁定}\n\n  # 乙\n  - {id: second')
    expect(dutyIdsIn(withDuty(next, duty('second')))).toEqual(['first', 'second'])
  })

  it('begins a file that is not there yet', () => {
    expect(dutyIdsIn(withDuty(null, duty('only')))).toEqual(['only'])
  })

  it('gets the first free id of its kind', () => {
    expect(freeId('ruling', (id) => ['ruling-1', 'ruling-2'].includes(id))).toBe('ruling-3')
  })
})

describe('two releases of the list', () => {
  it('differ in the lines added, changed and taken away between them, and in nothing of other folders', () => {
    const [second, third] = [withDuty(text, duty('first')), withDuty(withDuty(text, duty('first')), duty('third'))]
    const changes = releaseChanges([[{ file: 'city/duties/all.yaml', before: text, content: second }, { file: 'city/help/all.yaml', before: 'a', content: 'b' }], [{ file: 'city/duties/all.yaml', before: second, content: third }]], ['duties'])
    expect(changes.map(({ id, change }) => [id, change])).toEqual([['first', 'changed'], ['third', 'added']])
    expect(changes[0]?.parts.map(({ path }) => path.join('.'))).toContain('unit.line')
  })
})
