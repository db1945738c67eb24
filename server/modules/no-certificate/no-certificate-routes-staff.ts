// The table of documents nobody has to bring, for those who design services and those who oversee them.
import { Type } from 'typebox'
import { plainDate } from '../../kernel/clock.ts'
import { route } from '../../module.ts'
import { textsSchema } from '../catalogue/index.ts'
import { reportNoCertificate } from './no-certificate.ts'

const text = Type.String()
const count = (description: string) => Type.Integer({ description })
const tally = {
  services: count('Services with at least one such document.'), documents: count('Documents nobody has to bring, each once.'), byCredential: count('Of those: an e-licence says the same.'),
  bySharing: count('Of those: a registry answers.'), byCommitment: count('Of those: a signed commitment stands in.'), asked: count('All documents the services ask for.'),
}

const report = Type.Object({
  authorities: Type.Array(Type.Object({ id: Type.String({ description: 'Line of authority.' }), name: textsSchema, ...tally })),
  total: Type.Object(tally),
  list: Type.Array(Type.Object({
    line: text, service: Type.Object({ id: text, name: textsSchema }), need: text, document: textsSchema,
    credential: Type.Union([text, Type.Null()], { description: 'Type of the e-licence.' }), registry: Type.Union([text, Type.Null()]), commitment: Type.Boolean(),
  })),
})

/** Everything in the province is counted, wherever the installation serves. */
export const provinceOf = (region: string): string => `${region.slice(0, 2)}0000`

export const noCertificateRoutes = [
  route({
    method: 'GET', path: '/no-certificate', operation: 'getNoCertificateReport', summary: 'Documents nobody has to bring, by authority and service', permission: 'guides.inspect',
    reply: report, refusals: [],
    handle: async (app) => reportNoCertificate(app.packs, provinceOf(app.config.region), plainDate(app.clock.now())),
  }),
]
