// The signed application over HTTP, for its applicant: as a sealed PDF, and what was signed in numbers.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { fileReply } from '../../kernel/http.ts'
import { route } from '../../module.ts'
import { getSignedCopy } from './signed-copies.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export const signedRoutes = [
  route({
    method: 'GET', path: '/applications/:id/signed-copy', operation: 'openSignedCopy', summary: 'My application as I signed it, as a sealed PDF', permission: 'applications.own',
    params, reply: fileReply, refusals: ['not_found', 'invalid', 'not_as_signed', 'seal_unusable', 'unavailable'],
    handle: async (app, { principal, params: { id }, requestId }) => {
      const { file, number } = await getSignedCopy(app, personOf(principal), id, requestId)
      return { stream: app.files.open(file), type: 'application/pdf', name: `申请表 ${number}.pdf`, inline: true }
    },
  }),
  route({
    method: 'GET', path: '/applications/:id/signature', operation: 'getApplicationSignature', summary: 'What I signed: digest, signature of the installation and timestamp', permission: 'applications.own',
    params, reply: Type.Object({ digest: Type.String({ description: 'SHA-256 of the canonical form (RFC 8785).' }), signature: Type.String({ description: 'JWS over it.' }), timestamp: Type.Union([Type.String(), Type.Null()], { description: 'Token of RFC 3161 over the SHA-256 of the signature, base64url.' }), signedAt: Type.String() }),
    refusals: ['not_found', 'invalid', 'not_as_signed', 'seal_unusable', 'unavailable'],
    handle: async (app, { principal, params: { id }, requestId }) => {
      const { digest, signature, token, signedAt } = await getSignedCopy(app, personOf(principal), id, requestId)
      return { digest, signature, timestamp: token, signedAt }
    },
  }),
]
