// A document attached to a case, as bytes; only documents this authority needs can be opened through it.
import { Refusal } from '../../kernel/errors.ts'
import type { FileReply } from '../../kernel/http.ts'
import type { App } from '../../module.ts'
import type { Case } from './case.ts'

export const caseFile = (app: App, one: Case, id: string): FileReply => {
  const file = one.evidence.flatMap((evidence) => evidence.files).find((each) => each.id === id)
  if (!file) throw new Refusal('not_found')
  return { stream: app.files.open(file.digest), type: file.type, name: file.name, inline: true }
}
