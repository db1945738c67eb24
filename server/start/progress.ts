// How a start tells what it is doing: a step begins, and what is returned is called with what came of it.
// Steps may overlap.

export type Progress = (zh: string, en: string) => (outcome?: string) => void

/** For commands whose output is their result. */
export const quietly: Progress = () => () => {}
