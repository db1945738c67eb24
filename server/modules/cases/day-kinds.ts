// Under which names the days of a case are awaited while they cannot be counted, and how one of several things of a case is named. Pure.
export const dayKinds = { opinion: 'cases.opinion', proposal: 'cases.proposal', correction: 'cases.correction', check: 'cases.check' } as const

/** One of several things of a case: an opinion, a proposal. */
export const partOf = (caseId: string, nth: number): string => `${caseId} ${nth}`

export const partIn = (subject: string): { caseId: string; nth: number } => {
  const [caseId = '', nth = ''] = subject.split(' ')
  return { caseId, nth: Number(nth) }
}
