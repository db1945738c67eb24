// What somebody chose after a question, counted only when the search finds it for these words: nobody makes up words or results for others.
import type { App } from '../../module.ts'
import { noteClick, type Noting } from '../searches/index.ts'
import type { DocumentType } from './document.ts'
import { find } from './finding.ts'
import type { Following } from './live-index.ts'

/** From this share of the question on, its words may be shown to others: what is chosen has nearly all of them. */
const tellingShare = 0.9

/** `searched`: it is proven that these words were searched a moment before, as a whole. `visitor`: kept only as a digest of the day. */
export type Choice = { q: string; type: DocumentType; id: string; region: string | undefined; visitor: { person: string } | { ip: string }; searched: boolean }

/** False: the search does not find this for these words, nothing is counted. */
export const noteChosen = async (app: Following & Noting & Pick<App, 'packs'>, { q, type, id, region, visitor, searched }: Choice): Promise<boolean> => {
  const { found } = await find(app, q, { type, region })
  const chosen = found.find((each) => each.type === type && each.id === id)
  if (!chosen) return false
  noteClick(app, { text: q, document: `${type}/${id}`, region, visitor, telling: searched && chosen.share >= tellingShare })
  return true
}
