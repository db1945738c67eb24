// Looks at a design as it stands: what is wrong with it, how its tests go, and the definitions its matter needs, for planning in the browser.
// Reads only; nothing of it reaches what is in force. The looking is done in a thread of its own.
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Static } from 'typebox'
import type { App } from '../../module.ts'
import { kindNames, plainServices, type PackFiles, type PackKind } from '../catalogue/index.ts'
import { filesInForce } from './adopting.ts'
import type { Design } from './design.ts'
import type { packSchema, partsSchema } from './designs-replies.ts'
import { listDesignFiles } from './designs-store.ts'
import { filesWith } from './editing.ts'
import type { Answers, Question } from './inspecting.ts'
import { inspect } from './inspecting-client.ts'

/** The files of a design's pack with its changes. */
export const filesOf = async (app: App, read: Read, design: Design): Promise<PackFiles> => filesWith(filesInForce(app).files, await listDesignFiles(read, design.id))

const ask = async <Ask extends keyof Answers>(app: App, read: Read, design: Design, question: Question<Ask>): Promise<Answers[Ask]> => {
  const on = plainDate(app.clock.now())
  const key = [app.config.packs, design.id, design.revision, filesInForce(app).edition, on].join(' ')
  const answer = await inspect({ key, files: await filesOf(app, read, design), pack: design.pack, on }, question)
  if (answer === undefined) throw new Refusal('not_found', { pack: design.pack })
  return answer
}

const isKind = (kind: string): kind is PackKind => kindNames.some((each) => each === kind)

export const splitAbout = (about: string): { kind: PackKind; id: string } => {
  const [kind = '', id = ''] = about.split('/')
  if (!isKind(kind)) throw new Refusal('invalid', { about })
  return { kind, id }
}

export const examine = (app: App, read: Read, design: Design): Promise<Answers['examination']> => ask(app, read, design, { ask: 'examination', item: splitAbout(design.about) })

export const itemReply = (app: App, read: Read, design: Design, about: string): Promise<Answers['item']> => ask(app, read, design, { ask: 'item', item: splitAbout(about) })

/** Everything a designer picks from: services, concepts, documents, stages. */
export const partsReply = async (app: App, read: Read, design: Design): Promise<Static<typeof partsSchema>> => ({
  ...(await ask(app, read, design, { ask: 'parts', item: splitAbout(design.about) })),
  stages: app.packs.stagesFor(app.packs.packs.find(({ id }) => id === design.pack)?.region ?? '').map(({ id, name, audience }) => ({ id, name, audience })),
})

/** A pack in force with its matters, services and policies; what it states itself has a file in its folder, a policy has tests there. */
export const packReply = (app: App, { id: pack, name, region }: App['packs']['packs'][number], mayEdit: boolean): Static<typeof packSchema> => {
  const catalogue = app.packs.catalogueFor(region)
  const { files } = filesInForce(app)
  const own = (kind: 'matters' | 'services', id: string): boolean => files.has(`${pack}/${kind}/${id}.yaml`) || files.has(`${kind}/${id}.yaml`)
  return {
    id: pack, name, region, mayEdit,
    matters: Object.values(catalogue.matters).map(({ id, name: title, summary, stage, services }) => ({ id, name: title, own: own('matters', id), summary, stage, services: services.length })),
    policies: Object.values(app.packs.benefitsFor(region)).map(({ id, name: title, for: audience, summary }) => ({ id, name: title, own: app.packs.benefitTests.some((test) => test.benefit === id && test.region === region), for: audience, summary })),
    services: plainServices(catalogue).map(({ id, name: title, line, limits }) => ({ id, name: title, own: own('services', id), line, promised: limits.promised, statutory: limits.statutory })),
  }
}
