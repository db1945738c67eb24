// Archives of whole packs: large ones, and a packs folder that is itself a pack.
// What goes out comes in again.
import { afterEach, describe, expect, it } from 'vitest'
import { filesInZip, zipOf } from '../../kernel/zip.ts'
import { clockAt } from '../../testing/clock.ts'
import { uploadRequest } from '../../testing/telescope.ts'
import { beginPlant, designerIn, matterFile, openGrove, plainMatter, type Grove, type SavedView } from './testing.ts'

let grove: Grove
afterEach(() => grove.close())

const begin = async (options: { inRoot?: boolean } = {}) => {
  grove = await openGrove(clockAt('2026-03-02T09:00:00+08:00'), options)
  const one = await grove.test.as(designerIn('990000'))
  const id = await beginPlant(one)
  const send = (files: ReadonlyMap<string, string>) => one.request(uploadRequest(`/designs/${id}/pack`, zipOf(files), 'tiny.zip'))
  const take = async () => filesInZip((await one.request({ method: 'GET', url: `/api/v1/designs/${id}/pack` })).rawPayload, { files: 1000, bytes: 1_000_000 })
  return { send, take }
}

describe('an archive', () => {
  it('of a pack with hundreds of files is taken over, and again after all of them changed', async () => {
    const { send } = await begin()
    for (const words of ['一', '二']) {
      const reply = await send(new Map(Array.from({ length: 320 }, (_, index) => [`tiny/texts/more-${index}.yaml`, `# ${words}\n`])))
      expect(reply.json<SavedView>().detail.files).toHaveLength(320)
    }
  })

  it('of a packs folder that is itself the pack holds its files and is taken over again', async () => {
    const { send, take } = await begin({ inRoot: true })
    const inside = matterFile.slice('tiny/'.length)
    const files = await take()
    expect(files.get(inside)).toBe(plainMatter)
    expect(files.get('pack.yaml')).toContain('id: tiny')
    expect((await send(new Map([...files, [inside, plainMatter.replace('种一棵树', '栽一棵树')]]))).json<SavedView>().detail.files.map(({ file }) => file)).toEqual([inside])
  })
})
