// Writing designs over HTTP: who may, where; findings at their place; two authors at once; archives there and back; hostile input.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clockAt } from '../../testing/clock.ts'
import { uploadRequest } from '../../testing/telescope.ts'
import { beginPlant, designerIn, matterFile, openGrove, plainMatter, save, type DesignView, type DetailView, type ErrorView, type Grove, type SavedView } from './testing.ts'
import { filesInZip, zipOf } from '../../kernel/zip.ts'

let grove: Grove
beforeAll(async () => {
  grove = await openGrove(clockAt('2026-03-02T09:00:00+08:00'))
})
afterAll(() => grove.close())

const designer = (name?: string) => grove.test.as(designerIn('990000', name))

describe('who may write', () => {
  it('a designer of the pack’s region or above sees the pack, its matters and services, and may begin', async () => {
    const one = await designer()
    const { body } = await one.get<{ packs: { id: string; mayEdit: boolean; matters: { id: string; own: boolean }[]; services: { id: string }[] }[]; designs: DesignView[] }>('/designs')
    expect(body.packs).toMatchObject([{ id: 'tiny', mayEdit: true, matters: [{ id: 'plant', own: true }] }])
    const begun = await one.post<DesignView>('/designs', { pack: 'tiny', title: '改一改种树', about: 'matters/plant' })
    expect(begun.status).toBe(201)
    expect(begun.body).toMatchObject({ state: 'editing', revision: 1, mine: true })
  })

  it('a supervisor looks but does not write, others do neither, and nobody reaches another place', async () => {
    const id = await beginPlant(await designer())
    const supervisor = await grove.test.as(designerIn('990000', '督查员', 'supervisor'))
    expect((await supervisor.get<SavedView>(`/designs/${id}`)).status).toBe(200)
    expect((await save(supervisor, id, 1, {})).status).toBe(403)
    expect((await supervisor.post('/designs', { pack: 'tiny', title: '试试', about: 'matters/plant' })).status).toBe(403)
    for (const role of ['clerk', 'operator'] as const) expect((await (await grove.test.as(designerIn('990000', '别人', role))).get(`/designs/${id}`)).status).toBe(403)
    expect((await grove.test.asNobody.get('/designs')).status).toBe(401)
    expect((await (await grove.test.as({ person: {} })).get('/designs')).status).toBe(403)
    const elsewhere = await grove.test.as(designerIn('980000'))
    const below = await grove.test.as(designerIn('990101'))
    const ofOneLine = await grove.test.as(designerIn('990000', '条线设计员', 'designer', 'trees'))
    for (const other of [elsewhere, below, ofOneLine]) {
      expect((await other.get(`/designs/${id}`)).status).toBe(404)
      expect((await save(other, id, 1, {})).status).toBe(404)
      expect((await other.post('/designs', { pack: 'tiny', title: '试试', about: 'matters/plant' })).status).toBe(404)
      expect((await other.get<{ packs: unknown[]; designs: unknown[] }>('/designs')).body).toMatchObject({ packs: [], designs: [] })
    }
  })
})

describe('saving', () => {
  it('keeps the text as typed, says at once what is wrong and where, and leaves what is in force alone', async () => {
    const one = await designer('顾一')
    const id = await beginPlant(one)
    const wrong = plainMatter.replace('{service: second,', '{service: third,').replace('person.kind = "young"', 'person.kind = "baby"')
    const { status, body } = await save(one, id, 1, { [matterFile]: wrong })
    expect(status).toBe(200)
    expect(body.detail.files).toMatchObject([{ file: matterFile, content: wrong, base: plainMatter, savedBy: '顾一' }])
    const line = wrong.split('\n').findIndex((each) => each.includes('third')) + 1
    expect(body.examination.findings.map((each) => [each.file, each.line, each.rule])).toEqual(expect.arrayContaining([[matterFile, line, 'service-unknown'], [matterFile, line, 'rule-choice-unknown']]))
    expect((await grove.test.asNobody.get<{ catalogue: { matters: { plant: { services: unknown[] } } } }>('/matters/plant')).body.catalogue.matters.plant.services).toHaveLength(2)
  })

  it('gives back the definitions to plan with, and runs the tests of the matter', async () => {
    const one = await designer()
    const id = await beginPlant(one)
    const tests = `tests:\n  - name: 年轻人要办两项，老年人不必\n    matter: plant\n    region: '990101'\n    on: '2026-03-02'\n    answers: {person.kind: young}\n    expect: {services: [first]}\n`
    const { body } = await save(one, id, 1, { 'tiny/tests/plant.yaml': tests })
    expect(body.examination.tests).toEqual([{ name: '年轻人要办两项，老年人不必', file: 'tiny/tests/plant.yaml', line: 2, differences: [{ 'zh-CN': '事项：缺 无；多 second', en: 'services: missing none; not expected second' }] }])
    expect(body.examination.catalogue?.matters['plant']?.services.map(({ service }) => service)).toEqual(['first', 'second'])
  })

  it('of two authors of one file tells the second what the first wrote; of different files both are kept', async () => {
    const [one, two] = [await designer('顾一'), await designer('池二')]
    const id = await beginPlant(one)
    const first = plainMatter.replace('种一棵树', '种一棵松树')
    expect((await save(one, id, 1, { [matterFile]: first })).status).toBe(200)
    const late = await save(two, id, 1, { [matterFile]: plainMatter.replace('种一棵树', '种一棵柏树') })
    expect(late.status).toBe(409)
    expect(late.body.error).toMatchObject({ code: 'conflict', details: { revision: 2, files: [{ file: matterFile, content: first, savedBy: '顾一' }] } })
    const apart = await save(two, id, 1, { 'tiny/texts/stages.yaml': `stages:\n  - {id: leisure, audience: person, name: 闲时, order: 1}\n` })
    expect(apart.body.detail.files.map(({ file }) => file)).toEqual([matterFile, 'tiny/texts/stages.yaml'])
    expect(apart.body.detail.files[0]?.content).toBe(first)
  })

  it('of one of two saves at the same moment refuses exactly one', async () => {
    const [one, two] = [await designer('顾一'), await designer('池二')]
    const id = await beginPlant(one)
    const replies = await Promise.all([save(one, id, 1, { [matterFile]: plainMatter.replace('种一棵树', '甲') }), save(two, id, 1, { [matterFile]: plainMatter.replace('种一棵树', '乙') })])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('forgets a file that is as in force again', async () => {
    const one = await designer()
    const id = await beginPlant(one)
    await save(one, id, 1, { [matterFile]: plainMatter.replace('种一棵树', '种树') })
    expect((await save(one, id, 2, { [matterFile]: plainMatter })).body.detail.files).toEqual([])
  })

  it('refuses files no design may change, and keeps none of the others sent with them', async () => {
    const one = await designer()
    const id = await beginPlant(one)
    for (const file of ['tiny/pack.yaml', 'tiny/regions.yaml', 'other/matters/x.yaml', '../matters/x.yaml', 'tiny/matters/../pack.yaml', 'tiny/matters/X.yaml', 'tiny/matters/a/b.yaml', 'matters/plant.yaml']) {
      expect((await save(one, id, 1, { [matterFile]: 'x: 1\n', [file]: 'id: x\n' })).body.error, file).toMatchObject({ code: 'invalid', details: { file } })
    }
    expect((await one.get<SavedView>(`/designs/${id}`)).body.detail.files).toEqual([])
  })
})

describe('what is hostile', () => {
  it('bodies of many megabytes are refused before they are read', async () => {
    const one = await designer()
    const id = await beginPlant(one)
    expect((await save(one, id, 1, { [matterFile]: '# '.padEnd(50_000_000, 'x') })).body.error.code).toBe('too_large')
    expect((await save(one, id, 1, { [matterFile]: '# '.padEnd(300_000, 'x') })).status).toBe(400)
  })

  it('aliases that would unfold without end, deep nesting and broken YAML are findings at their line', async () => {
    const one = await designer()
    const id = await beginPlant(one)
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(',')}]`)].join('\n')
    const bombed = await save(one, id, 1, { 'tiny/concepts/more.yaml': `${bomb}\n` })
    expect(bombed.body.examination.findings.map(({ rule }) => rule)).toContain('yaml-alias')
    const deep = await save(one, id, 2, { 'tiny/concepts/more.yaml': `concepts: ${'['.repeat(20_000)}` })
    expect(deep.status).toBe(200)
    expect(deep.body.examination.findings).toContainEqual(expect.objectContaining({ file: 'tiny/concepts/more.yaml', rule: 'yaml-syntax' }))
    const broken = await save(one, id, 3, { 'tiny/concepts/more.yaml': 'concepts:\n  - {id: person.x, name: [\n' })
    expect(broken.body.examination.findings[0]).toMatchObject({ file: 'tiny/concepts/more.yaml', rule: 'yaml-syntax' })
    expect((await grove.test.asNobody.get('/matters/plant')).status).toBe(200)
  })

  it('services that wait for one another are named', async () => {
    const one = await designer()
    const id = await beginPlant(one)
    const { files } = (await one.get<{ files: string[] }>(`/designs/${id}/parts`)).body
    expect(files).toContain('tiny/services/first.yaml')
    const first = (await one.get<{ content: string }>(`/designs/${id}/file?file=tiny/services/first.yaml`)).body.content
    const { body } = await save(one, id, 1, { 'tiny/services/first.yaml': `${first}dependsOn: [second]\n` })
    expect(body.examination.findings.map(({ rule }) => rule)).toContain('service-cycle')
    expect((await one.post<ErrorView>(`/designs/${id}/submit`, { revision: 2 })).body.error.code).toBe('findings')
  })
})

describe('an archive', () => {
  it('holds every file of the pack as the design has it, and taken over by another design loses nothing', async () => {
    const one = await designer()
    const id = await beginPlant(one)
    const written = `# 我的注释\n${plainMatter.replace('种一棵树', '种一片林')}`
    await save(one, id, 1, { [matterFile]: written, 'tiny/tests/plant.yaml': `tests: []\n` })
    const archive = await one.request({ method: 'GET', url: `/api/v1/designs/${id}/pack` })
    expect(archive.headers['content-type']).toBe('application/zip')
    const files = filesInZip(archive.rawPayload, { files: 100, bytes: 1_000_000 })
    expect(files.get(matterFile)).toBe(written)
    const other = await beginPlant(one)
    const taken = await one.request(uploadRequest(`/designs/${other}/pack`, archive.rawPayload, 'tiny.zip'))
    expect(taken.json<SavedView>().detail.files.map(({ file, content }) => [file, content])).toEqual([[matterFile, written], ['tiny/tests/plant.yaml', 'tests: []\n']])
  })

  it('that is none, is damaged or brings strange files is refused with the name, and changes nothing', async () => {
    const one = await designer()
    const id = await beginPlant(one)
    const send = async (content: Buffer) => (await one.request(uploadRequest(`/designs/${id}/pack`, content, 'x.zip'))).json<ErrorView>().error
    expect(await send(Buffer.from('no zip at all'))).toMatchObject({ code: 'invalid', details: { archive: 'notZip' } })
    expect(await send(zipOf(new Map([['tiny/../../etc/passwd', 'x']])))).toMatchObject({ code: 'invalid', details: { archive: 'badName' } })
    expect(await send(zipOf(new Map([[matterFile, plainMatter], ['tiny/run.sh', 'x']])))).toMatchObject({ code: 'invalid', details: { archive: 'strangeFile', file: 'tiny/run.sh' } })
    expect(await send(zipOf(new Map([[matterFile, 'x'.repeat(30_000_000)]])))).toMatchObject({ code: 'too_large' })
    expect((await one.get<SavedView>(`/designs/${id}`)).body.detail.files).toEqual([])
  })

  it('is not opened to other places', async () => {
    const id = await beginPlant(await designer())
    expect((await (await grove.test.as(designerIn('980000'))).get(`/designs/${id}/pack`)).status).toBe(404)
  })
})

it('what changed is told item by item', async () => {
  const one = await designer()
  const id = await beginPlant(one)
  await save(one, id, 1, { [matterFile]: plainMatter.replace('{service: second, when: person.kind = "young"}', '{service: second, optional: true}') })
  const { body } = await one.get<{ files: { file: string; items: { kind: string; id: string; parts: { path: string[]; before?: unknown; after?: unknown }[] }[] }[] }>(`/designs/${id}/changes`)
  expect(body.files).toMatchObject([{ file: matterFile, items: [{ kind: 'matters', id: 'plant', parts: [{ path: ['services', 'second', 'when'], before: 'person.kind = "young"' }, { path: ['services', 'second', 'optional'], after: true }] }] }])
})

it('history names who began and who wrote, each row once', async () => {
  const [one, two] = [await designer('顾一'), await designer('池二')]
  const id = await beginPlant(one)
  for (const [index, name] of ['甲', '乙', '丙'].entries()) await save(one, id, index + 1, { [matterFile]: plainMatter.replace('种一棵树', name) })
  await save(two, id, 4, { [matterFile]: plainMatter.replace('种一棵树', '丁') })
  const { events } = (await one.get<{ detail: DetailView }>(`/designs/${id}`)).body.detail
  expect(events.map(({ action, actorName }) => [action, actorName])).toEqual([['begin', '顾一'], ['edit', '顾一'], ['edit', '池二']])
})
