// What a call of the platform's own is made for. It travels where a department writes its case number, stands in the log, and is told to
// whom it concerns: the number of a case or application where there is one, else a kind and an id, such as `draft:0199…`. Pure.
export const referenceKinds = ['draft', 'power', 'licence', 'benefits', 'dispute', 'pull', 'check', 'trial'] as const

/**
 * `draft`: an application not handed in yet; `power`: a power to act for somebody; `licence`: an e-licence made from registers; `benefits`:
 * whom policies are looked for; `dispute`: a record somebody says is wrong; `pull`: many records at once; `check`: a connector tried out;
 * `trial`: a plan tried with invented people.
 */
export type ReferenceKind = (typeof referenceKinds)[number]

/** As it travels; at most 60 characters, as a department's case number. */
export const referenceTo = (kind: ReferenceKind, id: string): string => `${kind}:${id}`.slice(0, 60)

/** Undefined for the number of a case or application, ours or a department's. */
export const kindOfReference = (reference: string): ReferenceKind | undefined => referenceKinds.find((kind) => reference.startsWith(`${kind}:`))
