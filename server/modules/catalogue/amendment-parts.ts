// How long a result holds, and which service changes or extends the results of another (Administrative Licensing Law Art. 49, 50), as pack
// files state it. What is left out is as the law has it: an extension is asked for thirty days before the end, and goes on from it.
import { Type, type Static } from 'typebox'
import { both, type Report } from './pack-error.ts'
import { AnswerId, ConceptId, Id, LegalBasis, described, optional, record, strict } from './pack-file-parts.ts'
import type { Amends, Term } from './definitions.ts'
import { placeAt } from './located.ts'
import type { PackContent } from './pack-content.ts'

export const ValidForPart = strict(
  { years: optional(Type.Integer({ minimum: 1, maximum: 99, description: 'Whole years, counted together with months.' })), months: optional(Type.Integer({ minimum: 1, maximum: 999, description: 'Whole months, counted together with years.' })), legalBasis: LegalBasis },
  'How long the result holds (有效期), from the day of the decision; for good when absent.',
)

export const AmendsPart = strict(
  {
    service: described(Id, 'Service whose results it changes or extends.'),
    way: Type.Enum(['change', 'extend'], { description: 'change 变更: what the result states; extend 延续: how long it holds.' }),
    matter: described(Id, 'Matter in which the holder applies for it.'),
    answers: optional(record(AnswerId, Type.Union([Type.String(), Type.Number(), Type.Boolean()]), 'Answers to scenario questions that lead to it.')),
    opens: optional(Type.Integer({ minimum: 1, maximum: 999, description: 'Extensions: from so many days before the end of validity it may be asked for; at any time when absent.' })),
    closes: optional(Type.Integer({ minimum: 0, maximum: 999, description: 'Extensions: until so many days before the end; 30 when absent (Art. 50).' })),
    days: optional(Type.Enum(['calendar', 'working'], { description: 'Which days `opens` and `closes` count; calendar when absent.' })),
    late: optional(Type.Boolean({ description: 'Extensions: whether it may still be asked for after that and before the end; it does then not count as extended when nobody decides in time. false when absent.' })),
    counts: optional(Type.Enum(['end', 'decision'], { description: 'Extensions: from when the new validity counts, the end of the old one or the decision; end when absent.' })),
    number: optional(Type.Enum(['kept', 'new'], { description: 'Number of the new edition; kept when absent.' })),
    anew: optional(Type.Array(ConceptId, { minItems: 1, description: 'What may be different now: looked up again, or shown with its present value for the holder to change. All else of the result is taken over.' })),
    legalBasis: LegalBasis,
  },
  'The service changes or extends the result of another.',
)

export const termOf = (part: Static<typeof ValidForPart> | undefined): Term | undefined => part && { months: (part.years ?? 0) * 12 + (part.months ?? 0), legalBasis: part.legalBasis }

export const amendsOf = (part: Static<typeof AmendsPart> | undefined): Amends | undefined => part

/** A service that amends another names one that exists, in a matter that has it, and is decided by a person; an extension has an end to extend. */
export const checkAmendments = ({ services, matters }: PackContent, report: Report): void => {
  for (const { fields, node } of services.values()) {
    const { amends, result: { validFor } } = fields
    if (validFor && validFor.years === undefined && validFor.months === undefined) report('value-wrong', placeAt(node, ['result', 'validFor']), both('有效期要写 years 或 months', 'state years or months'))
    if (!amends) continue
    const at = (...path: string[]) => placeAt(node, ['amends', ...path])
    const amended = services.get(amends.service)?.fields
    if (!amended) report('service-unknown', at('service'), both(`没有事项 ${amends.service}`, `there is no service ${amends.service}`))
    else if (amends.way === 'extend' && !amended.result.validFor) report('value-wrong', at('way'), both(`${amends.service} 的结果没有有效期，不用延续`, `results of ${amends.service} hold for good, so there is nothing to extend`))
    const matter = matters.get(amends.matter)?.fields
    if (!matter) report('matter-unknown', at('matter'), both(`没有一件事 ${amends.matter}`, `there is no matter ${amends.matter}`))
    else if (!matter.services.some(({ service }) => service === fields.id)) report('value-wrong', at('matter'), both(`${amends.matter} 里没有这个事项`, `${amends.matter} does not include this service`))
    if (fields.decision === 'automatic') report('value-wrong', placeAt(node, ['decision']), both('变更、延续要由人决定，写 manual', 'a change or extension is decided by a person: manual'))
    const own = new Set(fields.concepts.map(({ concept }) => concept))
    amends.anew?.forEach((concept, index) => {
      if (!own.has(concept)) report('concept-unknown', placeAt(node, ['amends', 'anew', index]), both(`这个事项没有 ${concept}`, `the service does not have ${concept}`))
    })
  }
}
