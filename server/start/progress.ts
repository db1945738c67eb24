// How a start tells what it is doing: a step begins, may say something while it lasts, and is called with what came of it.
// Steps may overlap.

/** One step under way: called once with what came of it; `note` tells at once what somebody waiting should know meanwhile. */
export type Step = ((outcome?: string) => void) & { note: (line: string) => void }

export type Progress = (zh: string, en: string) => Step

/** For commands whose output is their result. */
export const quietly: Progress = () => Object.assign(() => {}, { note: () => {} })
