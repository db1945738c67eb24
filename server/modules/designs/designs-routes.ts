// Writing designs over HTTP: what there is, one design with everything around it, saving, looking at it, taking it along as an archive.
// Out of one's region a design does not exist.
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { insertAudit } from '../../kernel/audit-store.ts'
import { jurisdictionFilter, staffOf, type Principal } from '../../kernel/authz.ts'
import { regionCovers } from '../../kernel/regions.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply } from '../../kernel/http.ts'
import { route, type App } from '../../module.ts'
import { filesInForce } from './adopting.ts'
import { importPack } from './archive.ts'
import { fileChanges } from './changes.ts'
import { designLimits, type Design } from './design.ts'
import { designDetailSchema, designSchema, editionSchema, examinationSchema, itemSchema, packSchema, partsSchema, toDesignReply, toDetailReply, toEditionReply } from './designs-replies.ts'
import { listDesignActions, listDesignFiles, listDesigns } from './designs-store.ts'
import { beginDesign, outdatedFiles, saveFiles } from './editing.ts'
import { listEditions } from './editions-store.ts'
import { examine, filesOf, itemReply, packReply, partsReply } from './examining.ts'
import { getDesignWithin, mayRead, readers, rolesOver } from './scene.ts'
import { nameOr } from '../../kernel/texts.ts'
import { zipOf } from '../../kernel/zip.ts'

const uuid = Type.String({ format: 'uuid' })
const params = Type.Object({ id: uuid })
const title = Type.String({ minLength: 2, maxLength: 100, description: 'What the change is called.' })
const file = Type.String({ minLength: 1, maxLength: 200, description: 'Path below the packs folder.' })
const saved = Type.Object({ detail: designDetailSchema, examination: examinationSchema })
const largestArchive = 4 * 1024 * 1024

const reply = (principal: Principal, design: Design) => toDesignReply(design, staffOf(principal).id, rolesOver(principal, design.region))

export const detailReply = async (app: App, principal: Principal, design: Design) => {
  const [files, events] = await Promise.all([listDesignFiles(app.db.read, design.id), listDesignActions(app.db.read, design.id)])
  const pack = app.packs.packs.find(({ id }) => id === design.pack)
  return toDetailReply(reply(principal, design), nameOr(pack, design.pack), files, outdatedFiles(filesInForce(app).files, files), events)
}

const savedReply = async (app: App, principal: Principal, design: Design) => ({
  detail: await detailReply(app, principal, design),
  examination: await examine(app, app.db.read, design),
})

export const designRoutes = [
  route({
    method: 'GET', path: '/designs', operation: 'listDesigns', summary: 'Packs I look after, designs and editions of them', permission: 'designs.read',
    reply: Type.Object({ packs: Type.Array(packSchema), designs: Type.Array(designSchema), editions: Type.Array(editionSchema) }), refusals: [],
    handle: async (app, { principal }) => {
      const places = jurisdictionFilter(principal, readers)
      const [designs, editions] = await Promise.all([listDesigns(app.db.read, places), listEditions(app.db.read, places)])
      const packs = app.packs.packs.filter(({ region }) => mayRead(principal, region) && (regionCovers(app.config.region, region) || regionCovers(region, app.config.region)))
      return {
        packs: packs.map((pack) => packReply(app, pack, rolesOver(principal, pack.region).includes('designer'))),
        designs: designs.filter(({ region }) => mayRead(principal, region)).map((design) => reply(principal, design)),
        editions: editions.filter(({ region }) => mayRead(principal, region)).map(toEditionReply),
      }
    },
  }),
  route({
    method: 'POST', path: '/designs', operation: 'beginDesign', summary: 'Begin to change a matter, a service or a policy, or a new one', permission: 'designs.edit', status: 201,
    body: Type.Object({ pack: Type.String({ maxLength: 100 }), title, about: Type.String({ pattern: '^(matters|services|benefits)/[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 120, description: 'matters/<id>, services/<id> or benefits/<id>; need not exist.' }) }, { additionalProperties: false }),
    reply: designSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, body, requestId }) => {
      const pack = app.packs.packs.find(({ id }) => id === body.pack)
      if (!pack || !mayRead(principal, pack.region)) throw new Refusal('not_found', { pack: body.pack })
      if (!rolesOver(principal, pack.region).includes('designer')) throw new Refusal('forbidden')
      const design = await app.db.transaction((tx) => beginDesign({ app, tx, principal, requestId, at: app.clock.now() }, { pack: pack.id, region: pack.region, title: body.title, about: body.about }))
      return reply(principal, design)
    },
  }),
  route({
    method: 'GET', path: '/designs/:id', operation: 'getDesign', summary: 'A design with the files it changes, its history and what checking finds', permission: 'designs.read',
    params, reply: saved, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params: { id } }) => savedReply(app, principal, await getDesignWithin(app.db.read, principal, id)),
  }),
  route({
    method: 'PUT', path: '/designs/:id/files', operation: 'saveDesign', summary: 'Save files of a design; of a file somebody else saved meanwhile, theirs is sent back', permission: 'designs.edit',
    params,
    body: Type.Object(
      {
        revision: Type.Integer({ minimum: 1, description: 'Revision the author wrote on.' }),
        title: Type.Optional(title),
        changes: Type.Array(
          Type.Object(
            { file, content: Type.Union([Type.String({ maxLength: designLimits.characters }), Type.Null()], { description: 'Its text; null takes it away.' }), rebased: Type.Optional(Type.Boolean({ description: 'The author has seen what is in force now.' })) },
            { additionalProperties: false },
          ),
          { maxItems: designLimits.files },
        ),
      },
      { additionalProperties: false },
    ),
    reply: saved, refusals: ['invalid', 'not_found', 'conflict', 'not_allowed_now', 'too_large'],
    handle: async (app, { principal, params: { id }, body, requestId }) => {
      await getDesignWithin(app.db.read, principal, id)
      const design = await app.db.transaction((tx) => saveFiles({ app, tx, principal, requestId, at: app.clock.now() }, id, body.revision, body.changes, body.title))
      return savedReply(app, principal, design)
    },
  }),
  route({
    method: 'GET', path: '/designs/:id/parts', operation: 'listDesignParts', summary: 'Everything to pick from: services, concepts, documents, stages, files', permission: 'designs.read',
    params, reply: partsSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params: { id } }) => partsReply(app, app.db.read, await getDesignWithin(app.db.read, principal, id)),
  }),
  route({
    method: 'GET', path: '/designs/:id/items/:kind/:item', operation: 'getDesignItem', summary: 'One item as the design has it: its file, what it inherits, what holds', permission: 'designs.read',
    params: Type.Object({ id: uuid, kind: Type.String({ maxLength: 40 }), item: Type.String({ maxLength: 120 }) }), reply: itemSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params: { id, kind, item } }) => itemReply(app, app.db.read, await getDesignWithin(app.db.read, principal, id), `${kind}/${item}`),
  }),
  route({
    method: 'GET', path: '/designs/:id/file', operation: 'getDesignFile', summary: 'The text of a file of the pack as the design has it, and as it is in force', permission: 'designs.read',
    params, query: Type.Object({ file }), reply: Type.Object({ content: Type.Union([Type.String(), Type.Null()]), inForce: Type.Union([Type.String(), Type.Null()]) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params: { id }, query }) => {
      const design = await getDesignWithin(app.db.read, principal, id)
      const files = await filesOf(app, app.db.read, design)
      return { content: files.get(query.file) ?? null, inForce: filesInForce(app).files.get(query.file) ?? null }
    },
  }),
  route({
    method: 'GET', path: '/designs/:id/changes', operation: 'listDesignChanges', summary: 'What a design changes, item by item', permission: 'designs.read',
    params,
    reply: Type.Object({ files: Type.Array(Type.Object({ file, change: Type.String(), readable: Type.Boolean(), items: Type.Array(Type.Object({ kind: Type.String(), id: Type.String(), name: Type.Unknown(), change: Type.String(), parts: Type.Array(Type.Object({ path: Type.Array(Type.String()), before: Type.Optional(Type.Unknown()), after: Type.Optional(Type.Unknown()) })) })) })) }),
    refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params: { id } }) => {
      const design = await getDesignWithin(app.db.read, principal, id)
      const files = await listDesignFiles(app.db.read, design.id)
      return { files: files.flatMap(({ file: path, base, content }) => fileChanges(path, base, content) ?? []).map((each) => ({ ...each, items: each.items.map((item) => ({ ...item, name: item.name ?? null })) })) }
    },
  }),
  route({
    method: 'GET', path: '/designs/:id/pack', operation: 'exportDesign', summary: 'The pack as the design has it, as a zip archive of its files', permission: 'designs.read',
    params, reply: fileReply, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params: { id } }) => {
      const design = await getDesignWithin(app.db.read, principal, id)
      const files = await filesOf(app, app.db.read, design)
      const inRoot = files.has('pack.yaml') // The packs folder is itself the pack.
      const own = new Map([...files].filter(([path]) => (inRoot || path.startsWith(`${design.pack}/`)) && path.endsWith('.yaml')))
      return { stream: Readable.from([zipOf(own)]), type: 'application/zip', name: `${design.pack}.zip` }
    },
  }),
  route({
    method: 'POST', path: '/designs/:id/pack', operation: 'importDesign', summary: 'Take over the files of an archive (multipart field "file") that differ', permission: 'designs.edit',
    params, upload: true, reply: saved, refusals: ['invalid', 'not_found', 'conflict', 'not_allowed_now', 'too_large'],
    handle: async (app, { principal, params: { id }, raw, requestId }) => {
      const design = await getDesignWithin(app.db.read, principal, id)
      const part = await raw.file({ limits: { fileSize: largestArchive } })
      if (!part) throw new Refusal('invalid', { file: 'missing' })
      const archive = await part.toBuffer()
      const changed = await app.db.transaction(async (tx) => {
        const scene = { app, tx, principal, requestId, at: app.clock.now() }
        const next = await importPack(scene, design, archive)
        await insertAudit(tx, [{ at: scene.at.toISOString(), actorKind: principal.kind, actorId: staffOf(principal).id, action: 'design.import', subjectType: 'design', subjectId: id, region: design.region, requestId, detail: { bytes: archive.length } }])
        return next
      })
      return savedReply(app, principal, changed)
    },
  }),
]
