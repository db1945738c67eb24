// What a window is told: where one may sit, who sits there, who is served, what is handed on. Nothing of a person beyond what they stand there for.
import { Type, type Static } from 'typebox'
import { textsSchema } from '../catalogue/index.ts'
import { standings } from '../cases/index.ts'
import { maskIdNumber, maskPhone, type Person } from '../people/index.ts'
import { checkedSchema } from '../presentations/index.ts'
import { idleAt, mandateOf, type WindowSession } from './window.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])

export const hallSchema = Type.Object(
  { id: text, name: textsSchema, region: text, windows: Type.Array(Type.Object({ number: text, name: textsSchema, taken: textOrNull }, { description: 'A window; `taken`: who sits there now.' })) },
  { description: 'A hall one may sit in.' },
)

export const shiftSchema = Type.Object({ id: text, outlet: text, hall: textsSchema, counter: text, counterName: textsSchema, openedAt: text, served: Type.Integer() }, { description: 'The seat one has taken.' })

export const servedSchema = Type.Object(
  {
    id: text, mandate: Type.String({ description: 'For the header x-acting-for.' }), name: text, idNumberMasked: text, phoneMasked: textOrNull, came: Type.Union([text, Type.Null()], { description: 'Who came, when it is for somebody else.' }),
    standsInFor: Type.Array(Type.Object({ delegation: text, name: text }), { description: 'Whom the person who came may act for, by a delegation in force.' }),
    identifiedBy: Type.Enum(['card', 'code']), openedAt: text,
    shown: Type.Optional(Type.Object({ checked: checkedSchema, values: Type.Record(text, Type.Union([text, Type.Number(), Type.Boolean(), Type.Null()]), { description: 'Of the shown claims, by concept: what may be filled in.' }) }, { description: 'The e-licence by which they were identified; told once.' })), endsAt: Type.String({ description: 'When it is over unless somebody works in it.' }),
  },
  { description: 'Who is served now.' },
)

const lineSchema = Type.Object({ id: text, name: textsSchema, number: textOrNull, person: text, at: text }, { description: 'One line of a list; the name of the person is shortened.' })

export const listSchema = Type.Object(
  { drafts: Type.Array(lineSchema), handedIn: Type.Array(lineSchema), waiting: Type.Array(lineSchema), handedOut: Type.Array(lineSchema), served: Type.Integer({ description: 'People served.' }) },
  { description: 'What a shift hands on.' },
)

export const handOverSchema = Type.Object({ list: listSchema, digest: text, by: text, remark: text, signedAt: text }, { description: 'A list as it was signed.' })

export const collectableSchema = Type.Object(
  {
    id: text, number: text, name: textsSchema, person: text, issuedAt: text, standing: Type.Enum([...standings], { description: 'How it stands today; what no longer holds is handed to nobody.' }),
    mayHandOut: Type.Boolean({ description: 'Its owner is identified here, it holds, and it was not collected yet.' }),
    handedOut: Type.Union([Type.Object({ at: text, by: text }), Type.Null()]),
  },
  { description: 'A result somebody may collect.' },
)

export const toServed = (session: WindowSession, person: Person, came: Person, standsInFor: Static<typeof servedSchema>['standsInFor']): Static<typeof servedSchema> => ({
  id: session.id, mandate: mandateOf(session.id), name: person.name, idNumberMasked: maskIdNumber(person.idNumber), phoneMasked: person.phone && maskPhone(person.phone),
  came: came.id === person.id ? null : came.name, standsInFor, identifiedBy: session.identifiedBy, openedAt: session.openedAt, endsAt: idleAt(session).toISOString(),
})
