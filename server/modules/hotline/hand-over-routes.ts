// The assistant hands a conversation over: whoever asked leaves a number, a person calls back and has read what was said.
// For everybody; one person, or one number, may do so a few times an hour, and one network, which a whole hall may share, some dozens of times.
import { Type } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { keyedDigest } from '../../kernel/field-encryption.ts'
import { networkOf } from '../../kernel/network.ts'
import { route } from '../../module.ts'
import { admitSenders, plainText, type Sender } from '../safeguards/index.ts'
import { understand } from '../triage/index.ts'
import { assistantLine, tidyNumber } from './call.ts'
import { ring } from './serving.ts'

const mostAnHour = { caller: 6, network: 60 }

export const handOverRoutes = [
  route({
    method: 'POST', path: '/hotline/hand-overs', operation: 'handOverToAgent', summary: 'Leave a number and what was said to the assistant; a person calls back', permission: 'assistant.use', status: 202,
    body: Type.Object({
      key: Type.String({ minLength: 8, maxLength: 60 }), phone: Type.String({ pattern: '^[\\d+ -]{5,20}$' }), name: Type.Optional(Type.String({ maxLength: 60 })),
      transcript: Type.Array(Type.Object({ who: Type.Enum(['person', 'assistant']), text: Type.String({ maxLength: 2000 }) }, { additionalProperties: false }), { minItems: 1, maxItems: 40 }),
    }, { additionalProperties: false }),
    reply: Type.Object({ accepted: Type.Boolean(), front: Type.Boolean({ description: 'It is called back before the others.' }) }), refusals: ['invalid', 'too_many'],
    handle: async (app, { body, principal, requestId, raw }) => {
      const { name } = body
      const phone = tidyNumber(body.phone)
      const transcript = body.transcript.map(({ who, text }) => ({ who, text: plainText(text, 2000) }))
      const asked = transcript.filter(({ who }) => who === 'person').map(({ text }) => text).join('\n')
      if (phone.length < 5 || asked === '') throw new Refusal('invalid', { transcript: 'nobody asked anything' })
      const front = understand(asked, {}).emergency !== undefined
      const senders: Sender[] = principal.kind === 'person'
        ? [{ kind: 'person', value: principal.id, limit: mostAnHour.caller }]
        : [{ kind: 'phone', value: phone, limit: mostAnHour.caller }, { kind: 'address', value: networkOf(raw.ip), limit: mostAnHour.network }]
      await app.db.transaction((tx) => admitSenders(tx, senders, { at: app.clock.now(), urgent: front }))
      await ring({ app, principal, requestId }, { key: `assistant ${keyedDigest('hand-over', `${phone} ${body.key}`)}`, line: assistantLine, phone, transcript, front, ...(name ? { name: plainText(name, 60) } : {}) })
      return { accepted: true, front }
    },
  }),
]
