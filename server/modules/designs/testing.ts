// For tests: the smallest pack, written to a folder of its own, and a product that serves it.
// What a test releases is in the database only; the folder stays as it was.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { plainDate, type Clock } from '../../kernel/clock.ts'
import { startTestApp, type TestApp, type TestClient, type TestReply } from '../../testing/app.ts'
import { loadPacks, packsAsOf } from '../catalogue/index.ts'
import { tinyPack } from '../catalogue/tiny-pack.ts'

export type Grove = { test: TestApp; folder: string; close: () => Promise<void> }

const writePacks = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-grove-'))
  for (const [name, text] of Object.entries(tinyPack)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** A province where trees are planted, with one matter; `inRoot` when the packs folder is itself the pack. */
export const openGrove = async (clock: Clock, { inRoot = false } = {}): Promise<Grove> => {
  const written = writePacks()
  const folder = inRoot ? join(written, 'tiny') : written
  const today = () => plainDate(clock.now())
  const test = await startTestApp({ clock, packs: packsAsOf(loadPacks(folder, { on: today() }), today), environment: { REGION: '990000', PACKS_DIR: folder } })
  return { test, folder, close: async () => { await test.close(); rmSync(written, { recursive: true }) } }
}

/** The parts of replies tests look at. */
export type DesignView = { id: string; state: string; revision: number; mine: boolean; releaseOn: string | null; actions: { action: string; obstacle: string | null }[] }
export type DetailView = { design: DesignView; files: { file: string; content: string | null; base: string | null; savedBy: string }[]; outdated: { file: string }[]; events: { action: string; actorName: string; detail: { comment?: string; edition?: number } }[] }
export type SavedView = { detail: DetailView; examination: { findings: { file: string; line: number; rule: string }[]; tests: { name: string; differences: string[] }[]; item: { file: string | null; inherited: unknown; fields: unknown }; catalogue: { matters: Record<string, { services: { service: string }[] }> } | null } }
export type ErrorView = { error: { code: string; details?: { revision?: number; files?: { file: string; content: string | null; savedBy: string }[]; outdated?: string[]; changedSince?: string[]; file?: string; archive?: string } & { rule?: string; file?: string; line?: number }[] } }

export const matterFile = 'tiny/matters/plant.yaml'
export const plainMatter = tinyPack[matterFile] ?? ''

export const designerIn = (region: string, name = '设计员', role: 'designer' | 'supervisor' | 'clerk' | 'operator' = 'designer', line: string | null = null) => ({ staff: [{ role, region, line }], name })

/** Begins a change of the matter and returns its id. */
export const beginPlant = async (designer: TestClient, about = 'matters/plant'): Promise<string> => (await designer.post<DesignView>('/designs', { pack: 'tiny', title: '改一改种树', about })).body.id

export const save = (designer: TestClient, id: string, revision: number, changes: Record<string, string | null>): Promise<TestReply<SavedView & ErrorView>> =>
  designer.put<SavedView & ErrorView>(`/designs/${id}/files`, { revision, changes: Object.entries(changes).map(([file, content]) => ({ file, content })) })

/** A change of the matter's name, handed in. */
export const handInName = async (designer: TestClient, name: string): Promise<{ id: string; revision: number }> => {
  const id = await beginPlant(designer)
  const saved = await save(designer, id, 1, { [matterFile]: plainMatter.replace('name: 种一棵树', `name: ${name}`) })
  const submitted = await designer.post<DetailView>(`/designs/${id}/submit`, { revision: saved.body.detail.design.revision, comment: '请看看' })
  return { id, revision: submitted.body.design.revision }
}
