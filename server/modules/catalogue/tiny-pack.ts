// For tests: the smallest pack that breaks no rule, written to a temporary folder with the changes a test makes.
// Errors come back with the text of the lines they name, so that a test reads like the author's screen.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { checkPacks } from './load-packs.ts'
import type { PackError, Place } from './pack-error.ts'

export type PackFiles = Record<string, string>

const law = 'legalBasis: {title: 样例法}'

const service = (id: string, rest: string): string => `id: ${id}
name: 事项${id}
summary: 说明
kind: permit
line: trees
legalBasis: [{title: 样例法}]
limits:
  - {from: '2020-01-01', statutory: 10, promised: 5, source: {title: 样例法}}
decision: manual
result: {name: 结果, prefix: RES, shows: [person.name]}
guide: 指南
${rest}`

/** One region, one authority, one registry, two services, one matter. */
export const tinyPack: PackFiles = {
  'tiny/pack.yaml': `id: tiny\nname: 样例包\nregion: '990000'\n`,
  'tiny/regions.yaml': `regions:\n  - {code: '990000', name: 样例省}\n  - {code: '990100', name: 样例市}\n  - {code: '990101', name: 东山区}\n`,
  'tiny/authorities/all.yaml': `authorities:\n  - {line: trees, regions: ['990101'], name: '{region}林业局', shortName: 林业局}\n`,
  'tiny/registries/all.yaml': `registries:\n  - id: people\n    name: 人口库\n    line: trees\n    keys: {person: person.idNumber}\n    answers:\n      person.name: name\n    ${law}\n`,
  'tiny/concepts/all.yaml': `concepts:
  - {id: person.name, name: 姓名, type: text}
  - {id: person.idNumber, name: 身份证号, type: idNumber}
  - {id: person.kind, name: 类别, type: choice, constraint: {choices: [{value: young, name: 青年}, {value: old, name: 老年}]}}
  - {id: tree.height, name: 树高, type: integer, constraint: {minimum: 1}}
  - {id: tree.number, name: 树号, type: text}
`,
  'tiny/evidence/all.yaml': `evidence:\n  - {id: card, name: 证件, registries: [people], proves: [person.name]}\n  - {id: first-result, name: 前项结果, resultOf: first}\n`,
  'tiny/services/first.yaml': service('first', `concepts:
  - {concept: person.name}
  - {concept: person.kind}
  - {concept: tree.height, constraint: {maximum: 30}}
evidence:
  - {id: who, anyOf: [card], ${law}}
`),
  'tiny/services/second.yaml': service('second', `dependsOn: [first]
concepts:
  - {concept: person.name}
  - {concept: tree.height, constraint: {minimum: 5}}
requirements:
  - {id: tall, name: 够高, rule: tree.height > 5, ${law}}
evidence:
  - {id: before, anyOf: [first-result], ${law}}
`),
  'tiny/matters/plant.yaml': `id: plant
name: 种一棵树
summary: 说明
stage: leisure
audience: person
subjects: [{id: person, name: 您}, {id: tree, name: 树}]
scenario:
  - {concept: person.kind, ask: 您是？}
services:
  - {service: first}
  - {service: second, when: person.kind = "young"}
topics:
  - {id: all, name: 全部, concepts: [person.name, person.idNumber, tree.height]}
keywords: [种树]
whoMayApply: 所有人
delivery: 邮寄
`,
  'tiny/texts/stages.yaml': `stages:\n  - {id: leisure, audience: person, name: 闲暇, order: 1}\n`,
}

/** The files with one piece of text of one file replaced; the piece must be there. */
export const changed = (file: string, from: string, to: string, files: PackFiles = tinyPack): PackFiles => {
  const text = files[file]
  if (!text?.includes(from)) throw new Error(`${file} does not say ${from}`)
  return { ...files, [file]: text.replace(from, () => to) }
}

/** Runs with the files in a folder that is removed afterwards. */
export const inFolder = <Result>(files: PackFiles, run: (folder: string) => Result): Result => {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-packs-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    return run(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const lineAt = (files: PackFiles, { file, line }: Place): string => `${file}: ${files[file]?.split('\n')[line - 1]?.trim() ?? ''}`

/** Each error as its rule and the lines it names, the place of the error first. */
export const brokenRules = (files: PackFiles, on = '2026-03-02'): { rule: string; lines: string[] }[] =>
  inFolder(files, (folder) =>
    checkPacks(folder, { on }).errors.map((error: PackError) => ({ rule: error.rule, lines: [error, ...(error.others ?? [])].map((place) => lineAt(files, place)) })),
  )
