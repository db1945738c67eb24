// Help with the product itself, for everybody: the list by heading, and one text.
import { Type } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { route } from '../../module.ts'
import { text, textsSchema } from './catalogue-replies.ts'
import { helpGroups } from './pack-help.ts'

const headSchema = { id: text('Id of the text.'), group: Type.Enum(helpGroups, { description: 'Heading it stands under.' }), title: textsSchema }

const topicSchema = Type.Object(
  {
    ...headSchema,
    body: Type.Array(textsSchema, { description: 'Paragraphs; the first answers by itself.' }),
    steps: Type.Array(textsSchema, { description: 'What to do, in order; may be empty.' }),
    links: Type.Array(Type.Object({ label: textsSchema, href: text('Page of the portal, or tel: and a number.') }), { description: 'The first is the main one.' }),
  },
  { description: 'A help text.' },
)

export const helpRoutes = [
  route({
    method: 'GET', path: '/help', operation: 'listHelp', summary: 'Help texts, by heading', permission: 'catalogue.read',
    reply: Type.Object({ topics: Type.Array(Type.Object(headSchema), { description: 'In the order they are written.' }) }), refusals: [],
    handle: async ({ packs, config }) => ({ topics: packs.helpFor(config.region).map(({ id, group, title }) => ({ id, group, title })) }),
  }),
  route({
    method: 'GET', path: '/help/:topic', operation: 'getHelpTopic', summary: 'One help text', permission: 'catalogue.read',
    params: Type.Object({ topic: Type.String({ maxLength: 100 }) }), reply: topicSchema, refusals: ['invalid', 'not_found'],
    handle: async ({ packs, config }, { params }) => {
      const topic = packs.helpFor(config.region).find(({ id }) => id === params.topic)
      if (!topic) throw new Refusal('not_found', { topic: params.topic })
      const { id, group, title, body, steps, links } = topic
      return { id, group, title, body, steps, links }
    },
  }),
]
