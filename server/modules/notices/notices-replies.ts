// How notices look over the API: to the applicant, to officials, and to whoever checks whether one is genuine.
import { Type, type Static } from 'typebox'
import { textIn, type Language } from '../../kernel/texts.ts'
import { noticeKinds, type Notice, type NoticeKind } from './notice.ts'

const nullable = Type.Union([Type.String(), Type.Null()])

export const noticeSchema = Type.Object(
  {
    id: Type.String(), caseId: Type.String(), kind: Type.Enum([...noticeKinds]), name: Type.String(), number: nullable, code: Type.String(),
    issuedAt: Type.String(), deliveredAt: nullable, openedAt: nullable,
  },
  { description: 'A numbered document with its receipt: when it could be opened, and when its applicant first did. Number and document follow seconds after it is issued.' },
)

export const toNoticeReply = (notice: Notice, language: Language): Static<typeof noticeSchema> => ({
  id: notice.id, caseId: notice.caseId, kind: notice.kind, name: textIn(notice.words.name, language), number: notice.number, code: notice.code,
  issuedAt: notice.issuedAt, deliveredAt: notice.deliveredAt, openedAt: notice.openedAt,
})

export const checkedSchema = Type.Object(
  { name: Type.String(), number: Type.String(), authority: Type.String(), issuedOn: Type.String({ description: 'Day of issue, YYYY-MM-DD.' }), to: Type.String({ description: 'The applicant, masked but for the family name.' }),
    endedBy: Type.Union([Type.Null(), Type.Object({ name: Type.String(), number: Type.Union([Type.String(), Type.Null()]), issuedOn: Type.String() })], { description: 'The later document by which what this one grants was revoked or cancelled.' }) },
  { description: 'What stands on a genuine document, as far as it is nobody’s secret.' },
)

/** 陈＊＊: enough to compare with the paper, not to find out who it is. */
const masked = (name: string): string => {
  const [first = '', ...rest] = [...name]
  return first + '＊'.repeat(Math.min(rest.length, 3))
}

/** Documents that end what an earlier one of the same case grants. */
const endings: readonly NoticeKind[] = ['revocation', 'cancellation']
const granting: readonly NoticeKind[] = ['decision', 'correction', 'deemedExtension']

const endOf = (notice: Notice, others: readonly Notice[], language: Language): Static<typeof checkedSchema>['endedBy'] => {
  const end = granting.includes(notice.kind) ? others.find(({ kind }) => endings.includes(kind)) : undefined
  return end ? { name: textIn(end.words.name, language), number: end.number, issuedOn: end.words.date } : null
}

/** @param others all documents of its case */
export const toCheckedReply = (notice: Notice & { number: string }, others: readonly Notice[], language: Language): Static<typeof checkedSchema> => ({
  name: textIn(notice.words.name, language), number: notice.number, authority: notice.words.authority, issuedOn: notice.words.date, to: masked(notice.words.to), endedBy: endOf(notice, others, language),
})
