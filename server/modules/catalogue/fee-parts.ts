// What a service costs (收费), as pack files state it: items with a unit amount that changes in law, how many units, when it is charged,
// reductions with their ground, when it is due and who bears it. A plain dated amount is a fee of one item.
import { Type, type Static } from 'typebox'
import { asTexts } from '../../kernel/texts.ts'
import type { FeeItem, LegalBasis, Rule, ServiceFee } from './definitions.ts'
import type { Path } from './located.ts'
import { Id, LegalBasis as LegalBasisPart, Rule as RulePart, dated, described, item, optional, strict, text } from './pack-file-parts.ts'

const fen = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000, description: 'Amount of one unit, in fen.' })

const ReductionPart = item(
  {
    id: Id,
    name: text('What it is called and for whom, for example 小微企业免征.'),
    when: described(RulePart, 'FEEL: it applies when this holds; who does not state the ground pays in full.'),
    pays: Type.Integer({ minimum: 0, maximum: 99, description: 'Per cent of the amount still to be paid; 0 is nothing.' }),
    legalBasis: LegalBasisPart,
  },
  'A reduction or exemption (减免). Of several that apply the one that leaves least counts.',
)

const ItemPart = item(
  {
    id: Id,
    name: text('Name of the item as in the list of charges.'),
    amount: dated({ fen }, 'Amount of one unit.'),
    quantity: optional(described(RulePart, 'FEEL: how many units, a number of 0 or more; one when absent. The amount is rounded to whole fen.')),
    when: optional(described(RulePart, 'FEEL: charged only when this holds.')),
    reductions: optional(Type.Array(ReductionPart, { minItems: 1, description: 'Reductions and exemptions.' })),
  },
  'One item of the fee.',
)

const WholeFeePart = strict(
  {
    due: optional(Type.Enum(['handling', 'result'], { description: 'handling: paid before the application is accepted and decided; result: before the result is handed out. result when absent.' })),
    bearer: optional(text('Who bears it where that is not the applicant, for example 抵押权人（银行）; the applicant is then not asked to pay.')),
    refund: optional(Type.Enum(['notGranted', 'never'], { description: 'What was paid before a decision is given back: notGranted: also after a refusal; never: not at all. When absent: after a withdrawal, or when it is not accepted or ends without a decision.' })),
    items: Type.Array(ItemPart, { minItems: 1, description: 'What is charged; the usual item first.' }),
  },
  'Items with their formulas.',
)

export const FeePart = Type.Union([dated({ fen }, 'One amount for everybody, due before the result is handed out.'), WholeFeePart], { description: 'Fee (收费); free when absent.' })

/** What is charged by whoever does it, such as a notary, by published prices that are no fixed amount. Nothing is collected here. */
export const PricedPart = strict(
  { says: text('In one sentence, who charges and by what, without a figure that is not set by law.'), legalBasis: LegalBasisPart },
  'Charged by whoever does it, by prices the price authority has set (政府定价); where it stands, the service is not called free.',
)

type FeeFields = Static<typeof FeePart>

const basisOf = ({ title, article, url }: LegalBasis | { title: string; article?: string; url?: string }): LegalBasis => ({ title, ...(article === undefined ? {} : { article }), ...(url === undefined ? {} : { url }) })

const plain = { id: 'fee', name: { 'zh-CN': '办理费', en: 'Fee' } }

const isPlain = (fields: FeeFields): fields is Extract<FeeFields, readonly unknown[]> => Array.isArray(fields)

/** The fee a service states, read with `rule`; undefined where it states none. */
export const feeOfFields = (fields: FeeFields | undefined, rule: (path: Path, text: string) => Rule): ServiceFee | undefined => {
  if (fields === undefined) return undefined
  if (isPlain(fields)) {
    const [line] = fields
    return line && line.fen > 0 ? { due: 'result', items: [{ ...plain, fen: line.fen, reductions: [], legalBasis: basisOf(line.source) }] } : undefined
  }
  const someRule = (key: 'quantity' | 'when', at: number, written: string | undefined) => (written === undefined ? {} : { [key]: rule(['fee', 'items', at, key], written) })
  const items = fields.items.map((each, at): FeeItem => ({
    id: each.id, name: asTexts(each.name), fen: each.amount[0]?.fen ?? 0, ...someRule('quantity', at, each.quantity), ...someRule('when', at, each.when),
    reductions: (each.reductions ?? []).map((one, index) => ({ id: one.id, name: asTexts(one.name), when: rule(['fee', 'items', at, 'reductions', index, 'when'], one.when), pays: one.pays, legalBasis: basisOf(one.legalBasis) })),
    legalBasis: basisOf(each.amount[0]?.source ?? { title: '' }),
  }))
  return { due: fields.due ?? 'result', ...(fields.bearer === undefined ? {} : { bearer: asTexts(fields.bearer) }), ...(fields.refund === undefined ? {} : { refund: fields.refund }), items }
}

/** What is usual, in fen: one unit of the first item, and of the others that everybody pays. For guides and exchange; what one person pays is computed. */
export const usualFee = (fee: ServiceFee | undefined): number => (fee?.items ?? []).reduce((sum, each, index) => (index > 0 && (each.when || each.quantity) ? sum : sum + each.fen), 0)
