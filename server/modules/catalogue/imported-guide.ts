// The guide page of an imported service: its content in our words, what was repaired while reading it, and where it came from.
// Pure. The line as it came is kept in the database and not shown.
import { Type, type Static } from 'typebox'
import { plainDate } from '../../kernel/clock.ts'
import { orNull, text, textsSchema } from './catalogue-replies.ts'
import { authorityLevels, handlingSteps, importWarnings, type ImportedService, type ImportWarning } from './imported-service.ts'
import { nameOfAudience, nameOfKind } from './service-browse.ts'

const yesNo = orNull(Type.Boolean({ description: 'null: not stated.' }))
const link = Type.Object({ available: yesNo, url: orNull(text('Where.')) })
const limit = orNull(
  Type.Object(
    { days: Type.Integer({ minimum: 0, description: '0 is on the spot.' }), unit: Type.Union([Type.Literal('working'), Type.Literal('calendar')]) },
    { description: 'Time limit as published.' },
  ),
)
const contact = Type.Object(
  {
    phones: Type.Array(Type.Object({ number: text('Dialled as written.'), extension: orNull(text('What to dial or ask for next.')), label: orNull(text('Whose.')) })),
    unreadable: Type.Array(Type.String(), { description: 'Written where a phone belongs and none.' }),
  },
  { description: 'Telephone.' },
)

export const importedGuideSchema = Type.Object(
  {
    code: text('Implementing code (实施编码).'),
    basicCode: orNull(text('Code of the item in the province\'s list (基本编码); null: not stated.')),
    name: text('Name, with its sub-item in brackets.'),
    authority: Type.Object({ code: text('Code of the authority.'), codeValid: Type.Boolean({ description: 'It is a unified social credit code.' }), name: text('Name.') }),
    region: Type.Object({ code: text('GB/T 2260.'), name: text('Name.') }),
    level: Type.Object({ value: text('Level of the authority.'), name: text('In Chinese.') }),
    kind: Type.Object({ value: text('Kind of act.'), name: textsSchema }),
    audience: Type.Array(Type.Object({ value: text('Who may apply.'), name: textsSchema })),
    themes: Type.Array(Type.String()),
    statutoryLimit: limit,
    promisedLimit: limit,
    visits: orNull(Type.Integer({ minimum: 0, description: 'Visits in person; null: not stated.' })),
    online: link,
    booking: link,
    courier: yesNo,
    locations: Type.Array(Type.String(), { description: 'Where, in person.' }),
    consult: contact,
    complaint: contact,
    conditions: Type.Array(Type.String(), { description: 'Paragraphs of plain text.' }),
    materials: Type.Array(Type.String()),
    jointAuthorities: Type.Array(Type.Object({ authority: text('Name.'), level: text('Level, in Chinese.'), steps: Type.Array(Type.String(), { description: 'What it does, in Chinese.' }) })),
    jointAuthoritiesText: orNull(text('As published, where it could not be read.')),
    aliases: Type.Array(Type.String(), { description: 'Everyday names.' }),
    platform: orNull(Type.Object({ name: text('Platform it is handled on.'), url: orNull(text('Address.')) })),
    sourceUrl: text('The page it was published on; empty when nobody outside could open it.'),
    warnings: Type.Array(Type.Object({ code: text('Warning code.'), message: text('In Chinese.') }), { description: 'What was repaired or does not fit together.' }),
    takenOn: orNull(Type.String({ format: 'date', description: 'Day on which the page was taken from the platform; null: not known.' })),
    importedAt: Type.String({ format: 'date-time', description: 'First imported.' }),
    updatedAt: Type.String({ format: 'date-time', description: 'Content last changed.' }),
  },
  { description: 'Guide page of a service imported from another platform.' },
)

/** The first eight digits of the scraper's record number are the second it was written (MongoDB ObjectId), so the line says how old it is. */
const takenOn = (raw: string): string | null => {
  const [, seconds] = /"\$oid"\s*:\s*"([0-9a-f]{8})[0-9a-f]{16}"/.exec(raw) ?? []
  return seconds === undefined ? null : plainDate(new Date(Number.parseInt(seconds, 16) * 1000))
}

export const importedGuide = (service: ImportedService, source: { raw: string; warnings: readonly ImportWarning[]; importedAt: Date; updatedAt: Date }): Static<typeof importedGuideSchema> => {
  const { authority, level, kind, audience, jointAuthorities, itemName: _item, subName: _sub, catalogue, nationalCode: _national, ...rest } = service
  return {
    ...rest,
    basicCode: catalogue.code,
    authority: { code: authority.code, codeValid: authority.codeValid, name: authority.name },
    level: { value: level, name: authorityLevels[level] },
    kind: { value: kind, name: nameOfKind(kind) },
    audience: audience.map((value) => ({ value, name: nameOfAudience(value) })),
    jointAuthorities: jointAuthorities.map((each) => ({ authority: each.authority, level: authorityLevels[each.level], steps: each.steps.map((step) => handlingSteps[step]) })),
    warnings: source.warnings.map((code) => ({ code, message: importWarnings[code] })),
    takenOn: takenOn(source.raw),
    importedAt: source.importedAt.toISOString(),
    updatedAt: source.updatedAt.toISOString(),
  }
}
