// Photos of a request: whether one was taken far from the place stated, noted for whoever dispatches; and without what the camera wrote into
// them for everybody but the reporter, because that tells where somebody lives and what device they have.
import { Readable } from 'node:stream'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { FileReply } from '../../kernel/http.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { barePhoto, contradiction, placeOfPhoto } from '../safeguards/index.ts'
import { auditRequest, system } from './recording.ts'
import type { CitizenRequest, RequestFile } from './request-record.ts'
import { listRequestFiles } from './request-files-store.ts'
import { findRequest, getRequestForUpdate, updateRequest } from './requests-store.ts'

export const photoTask = 'requests.photos'

const isPhoto = ({ type }: Pick<RequestFile, 'type'>): boolean => ['image/jpeg', 'image/png', 'image/webp'].includes(type)

/** Only where a point was stated there is something to compare. */
export const planPhotoLook = async (tx: Tx, { id, place }: Pick<CitizenRequest, 'id' | 'place'>, files: readonly Pick<RequestFile, 'type'>[]): Promise<void> => {
  if (place.lat !== undefined && files.some(isPhoto)) await planJobs(tx, [{ task: photoTask, payload: { requestId: id }, key: `${photoTask} ${id}` }])
}

const bytesOf = async (app: App, { digest }: Pick<RequestFile, 'digest'>): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of app.files.open(digest) as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const beginning = '照片拍摄地'

/** Notes once how far the farthest photo was taken from the place stated. A hint: photos are forwarded and kept. */
export const lookAtPhotos = async (app: App, requestId: string): Promise<void> => {
  const one = await findRequest(app.db.read, requestId)
  if (one?.place.lat === undefined || one.place.lng === undefined) return
  const stated = { lat: one.place.lat, lng: one.place.lng }
  const photos = (await listRequestFiles(app.db.read, requestId)).filter((file) => isPhoto(file) && file.answerId === null)
  let farthest = 0
  for (const file of photos) {
    const taken = await placeOfPhoto(await bytesOf(app, file))
    farthest = Math.max(farthest, (taken && contradiction(taken, stated)) ?? 0)
  }
  if (farthest === 0) return
  await app.db.transaction(async (tx) => {
    const held = await getRequestForUpdate(tx, requestId)
    const notes = held.understood.notes ?? []
    if (notes.some((note) => note.startsWith(beginning))) return
    await updateRequest(tx, { ...held, understood: { ...held.understood, notes: [...notes, `${beginning}和填的地点相差约 ${(farthest / 1000).toFixed(1)} 公里，请核实在哪里。`] } })
    await insertAudit(tx, [auditRequest({ app, tx, principal: system, requestId: null, at: app.clock.now() }, held, 'photoElsewhere', { metres: farthest })])
  })
}

/** As officials see it. @throws Refusal not_found for a photo that cannot be made bare */
export const openBareFile = async (app: App, file: RequestFile | undefined): Promise<FileReply> => {
  if (!file) throw new Refusal('not_found')
  const bare = isPhoto(file) ? barePhoto(await bytesOf(app, file)) : undefined
  if (isPhoto(file) && !bare) throw new Refusal('not_found')
  return { stream: bare ? Readable.from([bare]) : app.files.open(file.digest), type: file.type, name: file.name, inline: true }
}
