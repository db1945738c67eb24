// Which of an applicant's signatures still hold: those under the words the pack has today. Pure.
import type { Texts } from '../../kernel/texts.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { SignedCommitment } from './commitments-store.ts'

const isSame = (words: Texts | undefined, signed: Texts): boolean => words !== undefined && words['zh-CN'] === signed['zh-CN'] && words['zh-HK'] === signed['zh-HK'] && words.en === signed.en

/** Evidence for which a commitment is signed in today's words. */
export const stillSigned = (catalogue: Catalogue, commitments: readonly SignedCommitment[]): string[] =>
  commitments.filter(({ evidence, statement, dueDays }) => dueDays === null && isSame(catalogue.evidence[evidence]?.commitment?.statement, statement)).map(({ evidence }) => evidence)

/** Documents promised for later, each within the days that were shown. */
export const promisedLater = (commitments: readonly SignedCommitment[]): { evidence: string; dueDays: number }[] =>
  commitments.flatMap(({ evidence, dueDays }) => (dueDays === null ? [] : [{ evidence, dueDays }]))
