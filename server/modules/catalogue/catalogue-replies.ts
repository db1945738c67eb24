// Shapes the catalogue's API answers with, shared by its routes and by other modules' replies.
import { Type, type Static } from 'typebox'
import type { Texts } from '../../kernel/texts.ts'
import type { Authority, Catalogue, LegalBasis, Matter } from './definitions.ts'
import type { Stage } from './load-packs.ts'

export const text = (description: string) => Type.String({ description })
export const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])

export const textsSchema = Type.Object(
  { 'zh-CN': text('Simplified Chinese, always there.'), 'zh-HK': Type.Optional(text('Traditional Chinese.')), en: Type.Optional(text('English.')) },
  { description: 'Text by language; the first stands in for the others.' },
)

export const legalBasisSchema = Type.Object(
  { title: text('Law or rule.'), article: Type.Optional(text('Article of it.')), url: Type.Optional(text('Where it is published.')) },
  { description: 'A citation: what the statement rests on.' },
)

export const regionCode = Type.String({ pattern: '^\\d{6}(\\d{3})?$', description: 'GB/T 2260 code of a place in the served region; the served region when absent.' })
export const regionQuery = Type.Object({ region: Type.Optional(regionCode) })

export const regionsSchema = Type.Object(
  {
    region: text('Code of the region this server serves.'),
    regions: Type.Array(
      Type.Object({
        code: text('GB/T 2260 code.'),
        name: textsSchema,
        level: Type.Union([Type.Literal('province'), Type.Literal('city'), Type.Literal('district'), Type.Literal('street')]),
        parent: orNull(text('Code of the region above; null at the top.')),
      }),
      { description: 'The served region, what lies in it and what is above it, by code.' },
    ),
  },
  { description: 'Region tree.' },
)

export const audienceSchema = Type.Union([Type.Literal('person'), Type.Literal('organisation')], { description: 'Who applies.' })

const named = Type.Object({ id: text('Id.'), name: textsSchema })

export const stagesSchema = Type.Object(
  {
    stages: Type.Array(
      Type.Object({
        id: text('Stage id.'),
        audience: audienceSchema,
        name: textsSchema,
        count: Type.Integer({ description: 'Number of matters.' }),
        matters: Type.Array(
          Type.Object({ id: text('Matter id.'), name: textsSchema, summary: textsSchema, keywords: Type.Array(Type.String(), { description: 'Everyday words for it, in Chinese.' }), services: Type.Array(named, { description: 'Services it bundles.' }) }),
        ),
        themes: Type.Array(Type.String(), { description: 'Themes of imported services that belong to the stage.' }),
      }),
      { description: 'In the order they are shown, also those without matters yet.' },
    ),
  },
  { description: 'Stages of life and of business with their matters.' },
)

const namedServices = ({ services }: Catalogue, matter: Matter): Static<typeof named>[] =>
  matter.services.map(({ service: id }) => ({ id, name: services[id]?.name ?? { 'zh-CN': id } }))

export const toStages = (stages: readonly Stage[], catalogue: Catalogue): Static<typeof stagesSchema> => ({
  stages: stages.map(({ id, audience, name, themes }) => {
    const own = Object.values(catalogue.matters).filter((matter) => matter.stage === id)
    return { id, audience, name, count: own.length, themes, matters: own.map((matter) => ({ id: matter.id, name: matter.name, summary: matter.summary, keywords: matter.keywords, services: namedServices(catalogue, matter) })) }
  }),
})

export const authoritySchema = Type.Object(
  {
    line: text('Line, for example health.'),
    region: text('Region it is responsible for.'),
    name: textsSchema,
    shortName: textsSchema,
    phone: orNull(text('Enquiry number.')),
    address: orNull(textsSchema),
  },
  { description: 'An authority and how to reach it.' },
)

export const toAuthority = ({ line, region, name, shortName, phone, address }: Authority): Static<typeof authoritySchema> => ({
  line, region, name, shortName, phone: phone ?? null, address: address ?? null,
})

export const toLegalBasis = ({ title, article, url }: LegalBasis): Static<typeof legalBasisSchema> => ({ title, ...(article ? { article } : {}), ...(url ? { url } : {}) })

/** Simplified Chinese with an English reading. */
export const texts = (zh: string, en?: string): Texts => ({ 'zh-CN': zh, ...(en === undefined ? {} : { en }) })
