// Review and release: two people, place and role, the day chosen, roll back, several processes; what is published only ever changes by it.
// It is 2099 here, so that jobs of a later day wait until they are told.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { turnable } from '../../testing/telescope.ts'
import type { TestClient } from '../../testing/app.ts'
import { lockEditions } from './editions-store.ts'
import { followEditions } from './index.ts'
import { beginPlant, designerIn, handInName, matterFile, openGrove, plainMatter, save, type DetailView, type ErrorView, type Grove, type SavedView } from './testing.ts'

let grove: Grove
let turnTo: (iso: string) => void
let author: TestClient
let reviewer: TestClient
beforeEach(async () => {
  const turning = turnable('2099-03-02T18:00:00+08:00')
  turnTo = turning.turnTo
  grove = await openGrove(turning.clock)
  author = await grove.test.as(designerIn('990000', '顾一'))
  reviewer = await grove.test.as(designerIn('990000', '向三', 'supervisor'))
})
afterEach(() => grove.close())

const publishedName = async (): Promise<string | undefined> => (await grove.test.asNobody.get<{ matters: { id: string; name: { 'zh-CN': string } }[] }>('/matters')).body.matters.find(({ id }) => id === 'plant')?.name['zh-CN']
const release = (client: TestClient, { id, revision }: { id: string; revision: number }, more: object = {}) => client.post<DetailView & ErrorView>(`/designs/${id}/release`, { revision, comment: '同意', ...more })
const editions = async () => (await reviewer.get<{ editions: { number: number; restores: number | null; madeBy: string; releasedBy: string }[] }>('/designs')).body.editions

describe('releasing', () => {
  it('takes a second person, and then what residents see changes at once and the search finds it', async () => {
    const handed = await handInName(author, '栽一棵树')
    expect(await publishedName()).toBe('种一棵树')
    expect((await release(author, handed)).body.error.code).toBe('second_person')
    const { status, body } = await release(reviewer, handed)
    expect(status).toBe(200)
    expect(body.design.state).toBe('released')
    expect(await publishedName()).toBe('栽一棵树')
    expect(await editions()).toMatchObject([{ number: 1, restores: null, madeBy: '顾一', releasedBy: '向三' }])
    await grove.test.runJobs()
    expect((await grove.test.asNobody.get<{ results: { title: string }[] }>('/search?q=栽一棵树')).body.results.map(({ title }) => title)).toContain('栽一棵树')
  })

  it('is refused to whoever changed the design later, also a second designer who did', async () => {
    const other = await grove.test.as(designerIn('990000', '池二'))
    const id = await beginPlant(author)
    await save(other, id, 1, { [matterFile]: plainMatter.replace('种一棵树', '甲') })
    const { body } = await author.post<DetailView>(`/designs/${id}/submit`, { revision: 2 })
    expect((await release(other, { id, revision: body.design.revision })).body.error.code).toBe('second_person')
    const third = await grove.test.as(designerIn('990000', '第三人'))
    expect((await release(third, { id, revision: body.design.revision })).status).toBe(200)
  })

  it('waits for another release as long as its checks may take', async () => {
    const tree = await handInName(author, '栽一棵树')
    let letGo = (): void => {}
    const holding = new Promise<void>((resolve) => { letGo = resolve })
    const patience = await new Promise<string>((resolve, reject) => {
      grove.test.app.db.transaction(async (tx) => {
        await lockEditions(tx)
        resolve((await tx<{ lock_timeout: string }[]>`show lock_timeout`)[0]?.lock_timeout ?? '')
        await holding
      }).catch(reject)
    })
    const waiting = release(reviewer, tree)
    letGo()
    expect((await waiting).status).toBe(200)
    expect(patience).toBe('1min')
    expect(await editions()).toHaveLength(1)
  })

  it('is for designers and supervisors of the place', async () => {
    const handed = await handInName(author, '栽一棵树')
    for (const [role, status] of [['clerk', 403], ['operator', 403]] as const) expect((await release(await grove.test.as(designerIn('990000', '别人', role)), handed)).status).toBe(status)
    for (const elsewhere of ['980000', '990101']) expect((await release(await grove.test.as(designerIn(elsewhere, '外地', 'supervisor')), handed)).status).toBe(404)
    expect(await publishedName()).toBe('种一棵树')
  })

  it('happens in the order of the lifecycle only, and on the revision that was looked at', async () => {
    const id = await beginPlant(author)
    expect((await author.post<ErrorView>(`/designs/${id}/submit`, { revision: 1 })).body.error.code).toBe('not_allowed_now')
    const saved = await save(author, id, 1, { [matterFile]: plainMatter.replace('种一棵树', '甲') })
    const { revision } = saved.body.detail.design
    expect((await release(reviewer, { id, revision })).body.error.code).toBe('not_allowed_now')
    expect((await author.post<ErrorView>(`/designs/${id}/submit`, { revision: revision - 1 })).body.error.code).toBe('conflict')
    await author.post(`/designs/${id}/submit`, { revision })
    expect((await save(author, id, revision + 1, { [matterFile]: plainMatter })).body.error.code).toBe('not_allowed_now')
    expect((await release(reviewer, { id, revision })).body.error.code).toBe('conflict')
  })

  it('gives back with what must change, and comments go to and fro', async () => {
    const { id, revision } = await handInName(author, '栽一棵树')
    await reviewer.post(`/designs/${id}/comments`, { comment: '名字要不要再想想？' })
    const back = await reviewer.post<DetailView>(`/designs/${id}/give-back`, { revision: revision + 1, comment: '名字请用原来的叫法' })
    expect(back.body.design.state).toBe('editing')
    expect(back.body.events.filter(({ detail }) => detail.comment).map(({ action, actorName, detail }) => [action, actorName, detail.comment])).toEqual([
      ['submit', '顾一', '请看看'], ['comment', '向三', '名字要不要再想想？'], ['giveBack', '向三', '名字请用原来的叫法'],
    ])
  })
})

describe('what somebody else released meanwhile', () => {
  it('stops a design on the same file until its author has seen it; other files do not matter', async () => {
    const [slow, quick] = [await handInName(author, '慢的'), await handInName(author, '快的')]
    await release(reviewer, quick)
    expect((await release(reviewer, slow)).body.error).toMatchObject({ code: 'conflict', details: { outdated: [matterFile] } })
    const taken = await author.post<DetailView>(`/designs/${slow.id}/take-back`, { revision: slow.revision })
    expect(taken.body.outdated.map(({ file }) => file)).toEqual([matterFile])
    const rebased = await author.put<SavedView>(`/designs/${slow.id}/files`, { revision: taken.body.design.revision, changes: [{ file: matterFile, content: plainMatter.replace('种一棵树', '慢的'), rebased: true }] })
    expect(rebased.body.detail.outdated).toEqual([])
    const again = await author.post<DetailView>(`/designs/${slow.id}/submit`, { revision: rebased.body.detail.design.revision })
    expect((await release(reviewer, { id: slow.id, revision: again.body.design.revision })).status).toBe(200)
    expect(await publishedName()).toBe('慢的')
  })
})

describe('a release on a later day', () => {
  it('waits for midnight in China and then happens by itself, in the name of whoever chose the day', async () => {
    const handed = await handInName(author, '明天的名字')
    expect((await release(reviewer, handed, { on: '2099-03-01' })).status).toBe(400)
    const { body } = await release(reviewer, handed, { on: '2099-03-03' })
    expect(body.design).toMatchObject({ state: 'scheduled', releaseOn: '2099-03-03' })
    await grove.test.runJobs()
    expect(await publishedName()).toBe('种一棵树')
    turnTo('2099-03-03T00:00:01+08:00')
    await grove.test.retryJobs()
    await grove.test.runJobs()
    expect(await publishedName()).toBe('明天的名字')
    expect(await editions()).toMatchObject([{ number: 1, releasedBy: '向三' }])
  })

  it('that no longer fits goes back to review with the reason, and nothing is released', async () => {
    const [waiting, quick] = [await handInName(author, '等着的'), await handInName(author, '快的')]
    await release(reviewer, waiting, { on: '2099-03-03' })
    await release(reviewer, quick)
    turnTo('2099-03-03T00:00:01+08:00')
    await grove.test.retryJobs()
    const { detail } = (await author.get<SavedView>(`/designs/${waiting.id}`)).body
    expect(detail.design).toMatchObject({ state: 'inReview', releaseOn: null })
    expect(detail.events.at(-1)).toMatchObject({ action: 'hold', actorName: '', detail: { because: 'conflict' } })
    expect(await publishedName()).toBe('快的')
  })

  it('stays planned when somebody says something about it', async () => {
    const handed = await handInName(author, '明天的名字')
    await release(reviewer, handed, { on: '2099-03-03' })
    const said = await author.post<DetailView>(`/designs/${handed.id}/comments`, { comment: '谢谢' })
    expect(said.body.design).toMatchObject({ state: 'scheduled', releaseOn: '2099-03-03' })
    turnTo('2099-03-03T00:00:01+08:00')
    await grove.test.retryJobs()
    expect(await publishedName()).toBe('明天的名字')
  })

  it('can be stopped', async () => {
    const handed = await handInName(author, '算了')
    const { body } = await release(reviewer, handed, { on: '2099-03-03' })
    expect((await reviewer.post<DetailView>(`/designs/${handed.id}/unschedule`, { revision: body.design.revision })).body.design.state).toBe('inReview')
    turnTo('2099-03-04T00:00:00+08:00')
    await grove.test.retryJobs()
    expect(await publishedName()).toBe('种一棵树')
  })
})

describe('taking an edition back', () => {
  const rollBack = (number: number, client = reviewer) => client.post<{ edition: number } & ErrorView>(`/editions/${number}/roll-back`, { reason: '名字引起误会' })

  it('restores its files by a new edition, byte by byte, and is written down', async () => {
    await release(reviewer, await handInName(author, '栽一棵树'))
    expect((await rollBack(1)).body).toEqual({ edition: 2, asOnDisk: [] })
    expect(await publishedName()).toBe('种一棵树')
    expect(await editions()).toMatchObject([{ number: 2, restores: 1, releasedBy: '向三' }, { number: 1, restores: null }])
    const id = await beginPlant(author)
    expect((await author.get<{ inForce: string }>(`/designs/${id}/file?file=${matterFile}`)).body.inForce).toBe(plainMatter)
  })

  it('leaves its files to the disk again: a text put there later holds', async () => {
    await release(reviewer, await handInName(author, '栽一棵树'))
    await rollBack(1)
    writeFileSync(join(grove.folder, matterFile), plainMatter.replace('种一棵树', '盘上新写的'))
    const started = { ...grove.test.app }
    await (await followEditions(started))()
    expect(started.packs.catalogueFor('990101').matters['plant']?.name['zh-CN']).toBe('盘上新写的')
  })

  it('begins with the newest: what a later edition changed again is named', async () => {
    await release(reviewer, await handInName(author, '甲'))
    const id = await beginPlant(author)
    const now = (await author.get<{ inForce: string }>(`/designs/${id}/file?file=${matterFile}`)).body.inForce
    await save(author, id, 1, { [matterFile]: now.replace('name: 甲', 'name: 乙') })
    await release(reviewer, { id, revision: (await author.post<DetailView>(`/designs/${id}/submit`, { revision: 2 })).body.design.revision })
    expect((await rollBack(1)).body.error).toMatchObject({ code: 'conflict', details: { changedSince: [matterFile] } })
    await rollBack(2)
    await rollBack(1)
    expect(await publishedName()).toBe('种一棵树')
  })

  it('is for designers and supervisors of the place', async () => {
    await release(reviewer, await handInName(author, '栽一棵树'))
    expect((await rollBack(1, await grove.test.as(designerIn('980000', '外地', 'supervisor')))).status).toBe(404)
    expect((await rollBack(1, await grove.test.as(designerIn('990000', '柜台', 'clerk')))).status).toBe(403)
    expect((await rollBack(99)).status).toBe(404)
    expect(await publishedName()).toBe('栽一棵树')
  })
})

describe('another process that follows editions', () => {
  type Told = { edition: number; checkedBefore: boolean }
  /** A second process: the same database, its own memory; `told`: what it says when the next edition is in force there. */
  const second = async () => {
    let hear = (_: Told): void => {}
    const told = new Promise<Told>((resolve) => { hear = resolve })
    const { app } = grove.test
    const log = Object.create(app.log, { info: { value: (detail: Told, text: string) => { if (text === 'edition in force') hear(detail) } } }) as typeof app.log
    const other = { ...app, log }
    const stop = await followEditions(other)
    return { other, told, stop }
  }
  const nameIn = (app: Grove['test']['app']): string | undefined => app.packs.catalogueFor('990101').matters['plant']?.name['zh-CN']

  it('puts them in force without being asked, and does not check again what was checked for the release', async () => {
    const { other, told, stop } = await second()
    await release(reviewer, await handInName(author, '栽一棵树'))
    expect(await told).toEqual({ edition: 1, checkedBefore: true })
    expect(nameIn(other)).toBe('栽一棵树')
    await stop()
    const started = { ...grove.test.app }
    await (await followEditions(started))()
    expect(nameIn(started)).toBe('栽一棵树')
  })

  it('has one released at midnight in force the same way', async () => {
    const { other, told, stop } = await second()
    await release(reviewer, await handInName(author, '栽一棵树'), { on: '2099-03-03' })
    turnTo('2099-03-03T00:00:05+08:00')
    await grove.test.retryJobs()
    expect(await told).toEqual({ edition: 1, checkedBefore: true })
    expect(nameIn(other)).toBe('栽一棵树')
    await stop()
  })

  it('checks for itself where its files or its day are others', async () => {
    await release(reviewer, await handInName(author, '栽一棵树'))
    turnTo('2099-03-04T08:00:00+08:00')
    const { told: nextDay, stop } = await second()
    expect(await nextDay).toEqual({ edition: 1, checkedBefore: false })
    await stop()
    turnTo('2099-03-02T19:00:00+08:00')
    const sameDay = await second()
    expect(await sameDay.told).toEqual({ edition: 1, checkedBefore: true })
    await sameDay.stop()
    writeFileSync(join(grove.folder, 'tiny/regions.yaml'), `${readFileSync(join(grove.folder, 'tiny/regions.yaml'), 'utf8')}# another text\n`)
    const { told: otherFiles, stop: stopLast } = await second()
    expect(await otherFiles).toEqual({ edition: 1, checkedBefore: false })
    await stopLast()
  })
})
