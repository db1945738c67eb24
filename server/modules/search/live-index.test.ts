// The index of a process follows the documents in the database, whoever writes them; it outlives the database and comes back from its file.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../kernel/db.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { answerDocument } from './document.ts'
import { findFor } from './finding.ts'
import { indexAnswers } from './indexing.ts'
import { indexKept, liveIndex, wordsLearnt, type Following } from './live-index.ts'

let testing: TestApp
const opened: Database[] = []
beforeAll(async () => {
  testing = await startTestApp({ environment: { REGION: '990100' } })
})
afterAll(async () => {
  for (const db of opened) await db.close()
  await testing.close()
})

/** What another process over the same database would work with. */
const another = (): Following & { warnings: string[] } => {
  const db = openDatabase({ url: testing.databaseUrl, connections: 2 })
  opened.push(db)
  const warnings: string[] = []
  const log = Object.assign(Object.create(testing.app.log), { warn: (_: unknown, said: string) => warnings.push(said) })
  return { ...testing.app, db, log, warnings }
}

const document = (id: string, ask: string) => answerDocument({ id, ask: { 'zh-CN': ask }, answer: { 'zh-CN': '可以。' }, services: [] }, '990100')
const publish = (id: string, ask: string) => testing.app.db.transaction((tx) => indexAnswers(tx, [document(id, ask)]))
const drop = (id: string) => testing.app.db.transaction((tx) => indexAnswers(tx, [], [{ region: '990100', id }]))
const ids = async (app: Following, q: string) => (await findFor(app, q)).map(({ id }) => id)

describe('every process', () => {
  test('finds what another has just published, changed or taken back', async () => {
    const [one, two] = [another(), another()]
    expect([await ids(one, '风筝'), await ids(two, '风筝')]).toEqual([[], []])
    await publish('kite', '风筝可以放多高')
    expect([await ids(one, '风筝'), await ids(two, '风筝')]).toEqual([['kite'], ['kite']])
    await publish('kite', '滑翔伞可以飞多高')
    expect([await ids(one, '风筝'), await ids(two, '滑翔伞')]).toEqual([[], ['kite']])
    await drop('kite')
    expect([await ids(one, '滑翔伞'), await ids(two, '滑翔伞')]).toEqual([[], []])
    await publish('kite', '风筝可以放多高')
    expect(await ids(two, '风筝')).toEqual(['kite'])
    await drop('kite')
  })

  test('learns what something is called newly, so that its sound finds it too', async () => {
    const app = another()
    await publish('kite', '风筝可以放多高')
    expect(await ids(app, 'zhi yuan qi fei')).toEqual([])
    await testing.app.db.transaction((tx) => indexAnswers(tx, [{ ...document('kite', '风筝可以放多高'), aliases: ['纸鸢起飞'] }]))
    expect(await ids(app, 'zhi yuan qi fei')).toEqual(['kite'])
    await testing.app.db.transaction((tx) => indexAnswers(tx, [{ ...document('kite', '滑翔伞可以飞多高'), aliases: ['纸鸢起飞'] }]))
    await ids(app, '滑翔伞')
    expect((await liveIndex(app)).lexicon.resemblance?.senseOf('纸鸢起飞')?.near[0]?.meant).toContain('滑翔伞可以飞多高')
    await drop('kite')
  })

  test('learns the words of a new edition where it has others, and keeps what it learnt where it has the same', async () => {
    const app = another()
    await publish('kite', '风筝可以放多高')
    const { lexicon } = await liveIndex(app)
    const words = app.packs.thesaurusFor('990100')
    const edition = (thesaurus: typeof words) => Object.assign(app, { packs: { ...app.packs, thesaurusFor: () => thesaurus } })
    edition(structuredClone(words))
    await liveIndex(app)
    await wordsLearnt(app)
    expect((await liveIndex(app)).lexicon).toBe(lexicon)
    edition([...words, { said: '飘飘', meant: ['风筝'], minor: false }])
    expect(await ids(app, '风筝')).toEqual(['kite'])
    await publish('gull', '海鸥可以喂吗')
    await ids(app, '海鸥')
    await wordsLearnt(app)
    expect([await ids(app, '飘飘'), await ids(app, 'hai ou')]).toEqual([['kite'], ['gull']])
    expect((await liveIndex(app)).lexicon).not.toBe(lexicon)
    await drop('kite')
    await drop('gull')
  })

  test('finds nothing of what was not committed', async () => {
    const other = another()
    await expect(testing.app.db.transaction(async (tx) => {
      await indexAnswers(tx, [document('ghost', '幽灵船可以停哪')])
      expect(await ids(other, '幽灵船')).toEqual([])
      throw new Error('taken back')
    })).rejects.toThrow('taken back')
    expect(await ids(other, '幽灵船')).toEqual([])
  })

  test('answers many questions at once while it is being filled', async () => {
    await publish('moon', '月亮船几点开')
    const other = another()
    expect(await Promise.all(Array.from({ length: 20 }, () => ids(other, '月亮船')))).toEqual(Array.from({ length: 20 }, () => ['moon']))
    await drop('moon')
  })

  test('goes on answering from memory while the database is away', async () => {
    await publish('tide', '潮汐表在哪里看')
    const other = another()
    expect(await ids(other, '潮汐表')).toEqual(['tide'])
    await other.db.close()
    expect(await ids(other, '潮汐表')).toEqual(['tide'])
    expect(other.warnings).toContain('the search index cannot ask what changed; it answers from memory')
    await drop('tide')
  })
})

describe('an index kept in a file', () => {
  const file = () => join(testing.app.config.dataDir, 'search', 'index.bin')
  const filled = async () => {
    const app = another()
    await liveIndex(app, { keptFrom: 1 })
    await indexKept(app)
    return app
  }

  beforeEach(async () => {
    await publish('lamp', '灯塔几点亮')
    await filled()
  })

  test('is taken by the next start, which follows what changed since', async () => {
    await publish('lamp', '灯塔几点灭')
    await publish('bell', '雾钟什么时候敲')
    const app = another()
    expect([await ids(app, '灯塔'), await ids(app, '雾钟')]).toEqual([['lamp'], ['bell']])
    expect(app.warnings).toEqual([])
    await drop('bell')
  })

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut off', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ['altered', (bytes) => bytes.fill(7, bytes.length - 200, bytes.length - 150)],
    ['of another database', (bytes) => Buffer.from(bytes.toString('latin1').replace(/"origin":"[0-9a-f]{8}/, '"origin":"00000000'), 'latin1')],
  ])('that was %s is noticed, and the index is made anew and kept again', async (_, spoil) => {
    await writeFile(file(), spoil(await readFile(file())))
    const app = await filled()
    expect(await ids(app, '灯塔')).toEqual(['lamp'])
    expect(app.warnings).toEqual(['the file of the search index cannot be used; the index is made anew'])
    expect((await filled()).warnings).toEqual([])
  })
})
