// From a ruling to a line of the duty list: an arbiter's ruling is proposed, a designer takes it over into a design, somebody else releases that.
// The same way goes a change written in the form of the duty list.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, staffOf, type Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { regionCovers, regionPrefix } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import type { DutyFields, DutyList } from '../catalogue/index.ts'
import { beginDesign, designAfter, filesInForce, listDesignFiles, listDesigns, saveFiles, type Design } from '../designs/index.ts'
import { dutyIdsIn, freeId, withDuty } from './duty-file.ts'
import { dutyScene } from './duty-lists.ts'
import { fineness } from './geography.ts'
import { rulingAfter, type Ruling, type RulingStep } from './ruling.ts'
import { getRulingForUpdate, updateRuling, upsertRuling } from './rulings-store.ts'

export type Scene = { app: App; tx: Tx; principal: Principal; requestId: string | null; at: Date }

/** Where what is written in the workbench goes in a pack. */
const ownFile = 'workbench'

/** Keeps what an arbiter ruled, in the arbiter's own transaction. @param place the finest region known and the areas it lies in */
export const learnRuling = (tx: Tx, app: Pick<App, 'clock'>, ruling: Pick<Ruling, 'region' | 'category' | 'areas' | 'line' | 'unitRegion' | 'requestId' | 'requestNumber' | 'reason' | 'ruledBy'>): Promise<void> =>
  upsertRuling(tx, { ...ruling, id: uuidv7(app.clock), ruledAt: app.clock.now().toISOString(), stage: 'proposed', decidedBy: null, decidedAt: null, note: '', designId: null })

const mayEdit = (principal: Principal, region: string): boolean => covers(principal, ['designer'], { region, line: 'government-services' })

/** The pack a line about this region belongs to: the finest that covers it and is somebody's. @throws Refusal not_found */
const packFor = ({ app, principal }: Scene, region: string): { id: string; region: string } => {
  const found = app.packs.packs.filter((pack) => regionCovers(pack.region, region) && mayEdit(principal, pack.region)).sort((a, b) => fineness(b.region) - fineness(a.region))[0]
  if (!found) throw new Refusal('not_found', { region })
  return found
}

const fileOf = ({ app }: Scene, pack: string, duty: string): string => {
  const { disk, files } = filesInForce(app)
  const folder = disk.has('pack.yaml') ? 'duties/' : `${pack}/duties/`
  const holding = [...files].find(([file, text]) => file.startsWith(folder) && dutyIdsIn(text).includes(duty))
  return holding?.[0] ?? `${folder}${ownFile}.yaml`
}

/** The design of this pack's duty list somebody is writing, or a new one. */
const designFor = async (scene: Scene, pack: { id: string; region: string }, about: string, title: string): Promise<Design> => {
  const places = [{ regionPrefix: regionPrefix(pack.region), line: null }]
  const open = (await listDesigns(scene.tx, places)).find((each) => each.pack === pack.id && each.about.startsWith('duties/') && designAfter(each.state, 'edit') !== undefined)
  return open ?? beginDesign(scene, { pack: pack.id, region: pack.region, title, about })
}

/** Writes a duty into a design of the pack of its region, next to what is being written there already. @throws Refusal not_found when the pack is not theirs */
export const writeDuty = async (scene: Scene, region: string, duty: DutyFields, title: string): Promise<Design> => {
  const pack = packFor(scene, region)
  const design = await designFor(scene, pack, `duties/${duty.id}`, title)
  const file = fileOf(scene, pack.id, duty.id)
  const begun = (await listDesignFiles(scene.tx, design.id)).find((each) => each.file === file)
  const text = begun ? begun.content : (filesInForce(scene.app).files.get(file) ?? null)
  return saveFiles(scene, design.id, design.revision, [{ file, content: withDuty(text, duty) }])
}

const decide = async (scene: Scene, id: string, step: RulingStep, change: (ruling: Ruling) => Promise<Partial<Ruling>>): Promise<Ruling> => {
  const before = await getRulingForUpdate(scene.tx, id)
  if (!mayEdit(scene.principal, before.region)) throw new Refusal('not_found')
  const stage = rulingAfter(before.stage, step)
  if (!stage) throw new Refusal('not_allowed_now', { stage: before.stage, action: step })
  const next = { ...before, stage, decidedBy: staffOf(scene.principal).name, decidedAt: scene.at.toISOString(), ...(await change(before)) }
  await updateRuling(scene.tx, next)
  await insertAudit(scene.tx, [{ at: scene.at.toISOString(), ...actorOf(scene.principal), action: `dutyRulings.${step}`, subjectType: 'dutyRuling', subjectId: id, region: next.region, requestId: scene.requestId, detail: { request: next.requestNumber, design: next.designId } }])
  return next
}

/** A road runs through several places and an outline is the region itself: neither is what one ruling was about. */
const learntAbout = ['facility', 'grid', 'community'] as const

/** The line a ruling becomes: for its class, in the finest area its place lies in or else its region, from today. */
export const dutyOfRuling = (list: Pick<DutyList, 'areas'>, ruling: Ruling, id: string, today: string): DutyFields => {
  const areas = learntAbout.flatMap((kind) => ruling.areas.filter((area) => list.areas.get(area)?.kind === kind))
  return {
    id, categories: [ruling.category], ...(areas[0] === undefined ? { regions: [ruling.region] } : { areas: [areas[0]] }),
    unit: { line: ruling.line, region: ruling.unitRegion }, from: today, source: { title: `诉求 ${ruling.requestNumber} 职责争议裁定` },
  }
}

export const takeRuling = (scene: Scene, id: string): Promise<Ruling> =>
  decide(scene, id, 'take', async (ruling) => {
    const pack = packFor(scene, ruling.region)
    const { files } = filesInForce(scene.app)
    const taken = new Set([...files].filter(([file]) => file.includes('duties/')).flatMap(([, text]) => dutyIdsIn(text)))
    const writing = (await listDesigns(scene.tx, [{ regionPrefix: '', line: null }])).filter((each) => each.pack === pack.id && designAfter(each.state, 'edit') !== undefined)
    for (const design of writing) for (const { content } of await listDesignFiles(scene.tx, design.id)) for (const used of dutyIdsIn(content ?? '')) taken.add(used)
    const duty = dutyOfRuling(dutyScene(scene.app, ruling.region).list, ruling, freeId(`ruling-${ruling.region}`, (each) => taken.has(each)), plainDate(scene.at))
    return { designId: (await writeDuty(scene, ruling.region, duty, '职责清单：记入裁定')).id }
  })

export const dropRuling = (scene: Scene, id: string, note: string): Promise<Ruling> => decide(scene, id, 'drop', async () => ({ note }))
