// A document attached to a case, as bytes; only documents this authority needs can be opened through it.
import { Refusal } from '../../kernel/errors.ts'
import type { FileReply } from '../../kernel/http.ts'
import type { App } from '../../module.ts'
import type { Case, CaseFile } from './case.ts'

/** @throws Refusal not_found */
export const getCaseFile = (one: Case, id: string): CaseFile => {
  const file = one.evidence.flatMap((evidence) => evidence.files).find((each) => each.id === id)
  if (!file) throw new Refusal('not_found')
  return file
}

export const openCaseFile = (app: App, { digest, type, name }: CaseFile): FileReply => ({ stream: app.files.open(digest), type, name, inline: true })
