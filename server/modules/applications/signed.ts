// Which of an applicant's signatures still hold: those under the words the pack has today. Pure.
import { isDeepStrictEqual } from 'node:util'
import type { Catalogue } from '../catalogue/index.ts'
import type { SignedCommitment } from './commitments-store.ts'

/** Evidence for which today's words are signed. */
export const stillSigned = (catalogue: Catalogue, commitments: readonly SignedCommitment[]): string[] =>
  commitments.filter(({ evidence, statement }) => isDeepStrictEqual(catalogue.evidence[evidence]?.commitment?.statement, statement)).map(({ evidence }) => evidence)
