// Photos and recordings from whoever has the progress link: a report without login brings its own, as long as it is worked on.
// They can be added and never read by the link: whoever found it sees no picture.
import { Type } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { route } from '../../module.ts'
import { requestBehind } from './progress-link.ts'
import { requestAfter } from './request.ts'
import type { CitizenRequest } from './request-record.ts'
import { fileReplyOf, fileSchema } from './request-replies.ts'
import { addRequestFile } from './request-uploads.ts'
import { findRequest } from './requests-store.ts'

const addable = ({ state }: CitizenRequest): void => {
  if (requestAfter(state, 'add') === undefined) throw new Refusal('not_allowed_now', { state, action: 'add' })
}

export const linkFileRoutes = [
  route({
    method: 'POST', path: '/request-progress/:token/files', operation: 'addFileByLink', summary: 'Add a photo, recording or document by the progress link (multipart field "file")', permission: 'requests.follow',
    params: Type.Object({ token: Type.String({ maxLength: 60 }) }), upload: true, status: 201, reply: fileSchema, refusals: ['not_found', 'too_many', 'invalid', 'not_allowed_now', 'file_empty', 'file_type', 'too_large', 'too_many_files'],
    handle: async (app, { principal, params: { token }, raw, requestId }) => {
      const one = await findRequest(app.db.read, requestBehind(app, token, raw.ip))
      if (!one) throw new Refusal('not_found')
      addable(one)
      return fileReplyOf(await addRequestFile(app, { principal, requestId, part: await raw.file(), id: one.id, addedBy: one.contact.name ?? '', allowed: addable }))
    },
  }),
]
