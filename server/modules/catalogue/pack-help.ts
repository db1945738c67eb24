// What a pack says about using the product itself (帮助): short texts, one question each, found by the same search as services.
// Where the product differs between cities the city's pack overrides the text.
import { Type, type Static } from 'typebox'
import { asTexts, type Texts } from '../../kernel/texts.ts'
import { Id, optional, strict, text } from './pack-file-parts.ts'

export const helpGroups = ['start', 'apply', 'follow', 'others', 'licences', 'money', 'data', 'people'] as const
export type HelpGroup = (typeof helpGroups)[number]

/** What somebody may want whatever words they say it in, for which one help text is the answer (intents/intent.ts). */
export const wishes = ['complain', 'track', 'book', 'contact'] as const
export type Wish = (typeof wishes)[number]

export const HelpEntry = strict(
  {
    id: Id,
    group: Type.Enum(helpGroups, { description: 'Under which heading of the help page: beginning, applying, following and receiving, acting for others, licences and proofs, fees, own data, reaching a person.' }),
    title: text('The question as somebody would put it, or what they want to do.'),
    body: Type.Array(text('A paragraph.'), { minItems: 1, maxItems: 4, description: 'The answer; the first paragraph answers by itself.' }),
    steps: optional(Type.Array(text('What to do, one thing.'), { minItems: 2, maxItems: 6, description: 'How to do it, in order.' })),
    keywords: Type.Array(Type.String({ minLength: 1 }), { description: 'Other words people say for it, in Chinese.' }),
    answers: optional(Type.Enum(wishes, { description: 'The wish this text answers whatever words it is said in: to complain, to know how far something is, to have an appointment, to reach a person.' })),
    links: optional(
      Type.Array(strict({ label: text('What happens there.'), href: Type.String({ pattern: '^(/[^/]|/$|tel:)', description: 'Address of a page of the portal, or tel: and a number.' }) }, 'Where to go from here.'), {
        minItems: 1, maxItems: 3, description: 'The first is the main one.',
      }),
    ),
  },
  'A help text.',
)
export type HelpFields = Static<typeof HelpEntry>

/** A help text as people read it, in the order of the pack's files. */
export type HelpTopic = {
  id: string
  group: HelpGroup
  title: Texts
  body: Texts[]
  steps: Texts[]
  keywords: string[]
  answers?: Wish
  links: { label: Texts; href: string }[]
}

export const helpTopicOf = ({ id, group, title, body, steps = [], keywords, answers, links = [] }: HelpFields): HelpTopic => ({
  id, group, title: asTexts(title), body: body.map(asTexts), steps: steps.map(asTexts), keywords, ...(answers === undefined ? {} : { answers }), links: links.map(({ label, href }) => ({ label: asTexts(label), href })),
})
