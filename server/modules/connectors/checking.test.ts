// Connector files and the registries of the packs: what does not fit is said with file and line, or field by field.
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../kernel/db.ts'
import { testingPacks } from '../../testing/packs.ts'
import { packErrorText } from '../catalogue/index.ts'
import { tryConnector } from './checking.ts'
import { openConnectors } from './connectors.ts'
import { readDefinitions } from './definition-files.ts'
import { dropConnector, folderWith, question } from './testing.ts'

/** Asked by nothing here. */
const nowhere = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none', connections: 2 })
afterAll(() => nowhere.close())
const catalogue = testingPacks('2026-03-02').catalogueFor('990100')
const clock = { now: () => new Date('2026-03-02T02:00:00Z') }

const opened = async (files: Readonly<Record<string, string>>) =>
  openConnectors({ folder: await folderWith(files), environment: {}, networks: [], db: nowhere, clock, log: pino({ level: 'silent' }) })

const problemsOf = async (registry: string, content: string): Promise<string[]> => {
  const [entry] = (await opened({ [`${registry}.yaml`]: content })).list()
  if (!entry) throw new Error(registry)
  return (await tryConnector({ clock }, entry, catalogue)).problems
}

describe('a connector file', () => {
  const wrong: readonly [string, string, RegExp][] = [
    ['with a secret in it', 'registry: x\nkind: rest\ndescription: d.openapi.yaml\noperation: find\nauth: {kind: bearer, token: abc}\nkeys: {}\nfields: {}\n', /^x\.yaml:5:.* value-wrong: auth\.token/],
    ['with a key nobody knows', `${dropConnector('x', '{}')}colour: red\n`, /^x\.yaml:8:1 key-unknown: .*colour/],
    ['of a kind there is not', 'registry: x\nkind: ftp\n', /^x\.yaml:2:1 value-wrong: .*rest, postgres, csv/],
    ['whose rule is no FEEL', dropConnector('x', '{name: "= upper case(姓名"}'), /^x\.yaml:7:\d+ rule-syntax/],
    ['named otherwise than its registry', dropConnector('y', '{}'), /^x\.yaml:1:1 value-wrong: .*y\.yaml/],
    ['that is no YAML', 'registry: [x\n', /^x\.yaml:\d+:\d+ yaml-syntax/],
    ['with a view that is more than a name', 'registry: x\nkind: postgres\nconnection: {env: X}\nview: "a; drop table b"\nkeys: {idNumber: n}\nfields: {}\n', /^x\.yaml:4:1 value-wrong/],
  ]
  it.each(wrong)('%s is told so, with file and line', async (_, content, fault) => {
    const [read] = await readDefinitions(await folderWith({ 'x.yaml': content }))
    expect(read?.definition).toBeUndefined()
    expect(read?.errors.map(packErrorText)).toContainEqual(expect.stringMatching(fault))
  })

  it('whose fields the registry of the pack has not is told which those are', async () => {
    expect(await problemsOf('residents', dropConnector('residents', '{residenceAddress: 住址, shoeSize: 鞋码}'))).toContainEqual(expect.stringMatching(/^the registry residents of the pack has no field shoeSize; it has residenceAddress/))
    expect((await problemsOf('nobody', dropConnector('nobody', '{name: 姓名}')))[0]).toBe('no pack has a registry “nobody”')
  })

  it('that is wrong keeps its registry from being asked, also elsewhere', async () => {
    const connectors = await opened({ 'broken.yaml': dropConnector('broken', '{}', 'password: secret\n') })
    expect(await connectors.find('broken')?.ask(question({ idNumber: '1' }, 'name'), { signal: AbortSignal.timeout(1000), callId: '' })).toEqual({ kind: 'unavailable', why: 'the connector file is wrong' })
    expect(connectors.find('another')).toBeUndefined()
  })

  it('in a folder that is not there keeps the program from starting', async () => {
    await expect(openConnectors({ folder: '/nowhere/connectors', environment: {}, networks: [], db: nowhere, clock, log: pino({ level: 'silent' }) })).rejects.toThrow('there is no folder /nowhere/connectors')
  })
})
