// How the authorities of a region proceed, as its pack and those it extends have it: words of documents, days that differ from the
// national calendar, what happens to late cases. Pure.
import { asTexts, type Texts } from '../../kernel/texts.ts'
import type { CreditTermsFields } from './pack-credit.ts'
import type { PackContent } from './pack-content.ts'
import type { CrossRegionTermsFields, DataSharingTermsFields, LadderFields, NoticeFields, RequestTermsFields } from './pack-proceedings.ts'

export type NoticeText = Omit<NoticeFields, 'name'> & { name: Texts }
export type Ladder = LadderFields
/** Who takes in for whom, and within how many working days files change hands. */
export type CrossRegionTerms = Omit<CrossRegionTermsFields, 'id'>
/** How quickly requests for access to data are answered, in working days; `remindDays` are calendar days. */
export type DataSharingTerms = Omit<DataSharingTermsFields, 'id'>
/** How quickly requests are answered, sent back, done again and closed. */
export type RequestTerms = Omit<RequestTermsFields, 'id'>

/** Grades of credit from the best down, and the terms of paying for care afterwards; amounts in fen, days are working days. */
export type CreditGrade = Omit<CreditTermsFields['grades'][number], 'name' | 'means'> & { name: Texts; means: Texts }
export type CreditTerms = Omit<CreditTermsFields, 'id' | 'grades' | 'companyGrades'> & { grades: readonly CreditGrade[]; companyGrades: readonly CreditGrade[] }

/** `days`: 'YYYY-MM-DD' → whether authorities work, where that differs from the national calendar. */
export type Proceedings = { notices: Readonly<Record<string, NoticeText>>; days: ReadonlyMap<string, boolean>; ladder: Ladder | undefined; crossRegion: CrossRegionTerms | undefined; dataSharing: DataSharingTerms | undefined; requestTerms: RequestTerms | undefined; creditTerms: CreditTerms | undefined }

export const noProceedings: Proceedings = { notices: {}, days: new Map(), ladder: undefined, crossRegion: undefined, dataSharing: undefined, requestTerms: undefined, creditTerms: undefined }

const gradeOf = (grade: CreditTermsFields['grades'][number]): CreditGrade => ({ ...grade, name: asTexts(grade.name), means: asTexts(grade.means) })

export const proceedingsOf = (content: Pick<PackContent, 'notices' | 'workingDays' | 'ladders' | 'crossRegion' | 'dataSharing' | 'requestTerms' | 'creditTerms'>): Proceedings => ({
  notices: Object.fromEntries([...content.notices].map(([id, { fields }]) => [id, { ...fields, name: asTexts(fields.name) }])),
  days: new Map([...content.workingDays.values()].map(({ fields }) => [fields.on, fields.working])),
  ladder: [...content.ladders.values()].map(({ fields }) => fields)[0],
  crossRegion: [...content.crossRegion.values()].map(({ fields: { id: _id, ...terms } }) => terms)[0],
  dataSharing: [...content.dataSharing.values()].map(({ fields: { id: _id, ...terms } }) => terms)[0],
  requestTerms: [...content.requestTerms.values()].map(({ fields: { id: _id, ...terms } }) => terms)[0],
  creditTerms: [...content.creditTerms.values()].map(({ fields: { id: _id, grades, companyGrades = [], ...terms } }) => ({ ...terms, grades: grades.map(gradeOf), companyGrades: companyGrades.map(gradeOf) }))[0],
})
