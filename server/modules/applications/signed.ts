// Which of an applicant's signatures still hold: those under the words the pack has today. Pure.
import type { Texts } from '../../kernel/texts.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { SignedCommitment } from './commitments-store.ts'

const isSame = (words: Texts | undefined, signed: Texts): boolean => words !== undefined && words['zh-CN'] === signed['zh-CN'] && words['zh-HK'] === signed['zh-HK'] && words.en === signed.en

/** Evidence for which today's words are signed. */
export const stillSigned = (catalogue: Catalogue, commitments: readonly SignedCommitment[]): string[] =>
  commitments.filter(({ evidence, statement }) => isSame(catalogue.evidence[evidence]?.commitment?.statement, statement)).map(({ evidence }) => evidence)
