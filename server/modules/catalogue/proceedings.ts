// How the authorities of a region proceed, as its pack and those it extends have it: words of documents, days that differ from the
// national calendar, what happens to late cases. Pure.
import { asTexts, type Texts } from '../../kernel/texts.ts'
import type { PackContent } from './pack-content.ts'
import type { CrossRegionTermsFields, DataSharingTermsFields, LadderFields, NoticeFields } from './pack-proceedings.ts'

export type NoticeText = Omit<NoticeFields, 'name'> & { name: Texts }
export type Ladder = LadderFields
/** Who takes in for whom, and within how many working days files change hands. */
export type CrossRegionTerms = Omit<CrossRegionTermsFields, 'id'>
/** How quickly requests for access to data are answered, in working days; `remindDays` are calendar days. */
export type DataSharingTerms = Omit<DataSharingTermsFields, 'id'>

/** `days`: 'YYYY-MM-DD' → whether authorities work, where that differs from the national calendar. */
export type Proceedings = { notices: Readonly<Record<string, NoticeText>>; days: ReadonlyMap<string, boolean>; ladder: Ladder | undefined; crossRegion: CrossRegionTerms | undefined; dataSharing: DataSharingTerms | undefined }

export const noProceedings: Proceedings = { notices: {}, days: new Map(), ladder: undefined, crossRegion: undefined, dataSharing: undefined }

export const proceedingsOf = (content: Pick<PackContent, 'notices' | 'workingDays' | 'ladders' | 'crossRegion' | 'dataSharing'>): Proceedings => ({
  notices: Object.fromEntries([...content.notices].map(([id, { fields }]) => [id, { ...fields, name: asTexts(fields.name) }])),
  days: new Map([...content.workingDays.values()].map(({ fields }) => [fields.on, fields.working])),
  ladder: [...content.ladders.values()].map(({ fields }) => fields)[0],
  crossRegion: [...content.crossRegion.values()].map(({ fields: { id: _id, ...terms } }) => terms)[0],
  dataSharing: [...content.dataSharing.values()].map(({ fields: { id: _id, ...terms } }) => terms)[0],
})
