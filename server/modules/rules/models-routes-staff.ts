// Whole DMN models over HTTP: an official hands one in, sees what it decides and needs, and tries it. Nothing is kept.
// What cannot be read is refused with the place and the reason.
import { Type } from 'typebox'
import { DmnRefused } from '../../kernel/dmn/model.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route } from '../../module.ts'
import { lookAtModel, partKinds } from './whole-model.ts'

const text = Type.String()

export const modelRoutes = [
  route({
    method: 'POST', path: '/rules/models/try', operation: 'tryDecisionModel', summary: 'What a DMN model of several decisions decides and needs, and what comes of typed inputs; nothing is kept', permission: 'rules.read',
    body: Type.Object(
      {
        xml: Type.String({ minLength: 1, maxLength: 900_000, description: 'The model as DMN 1.2 to 1.5 XML.' }),
        inputs: Type.Optional(Type.Record(Type.String({ maxLength: 200 }), Type.String({ maxLength: 2000 }), { maxProperties: 200, description: 'Typed values by the name of the input; absent: only looked at.' })),
      },
      { additionalProperties: false },
    ),
    reply: Type.Object({
      name: text,
      parts: Type.Array(Type.Object({ id: text, name: text, kind: Type.Enum([...partKinds]), type: Type.Optional(text), needs: Type.Array(text, { description: 'Names of what it looks at.' }) })),
      values: Type.Optional(Type.Array(Type.Object({ name: text, value: Type.String({ description: 'As JSON.' }) }), { description: 'What each decision comes to.' })),
    }),
    refusals: ['invalid'],
    handle: async (_app, { body: { xml, inputs } }) => {
      try {
        const { name, parts, values } = lookAtModel(xml, inputs)
        return { name, parts, ...(values ? { values } : {}) }
      } catch (error) {
        if (error instanceof DmnRefused) throw new Refusal('invalid', { model: error.message, place: error.place })
        throw error
      }
    },
  }),
]
