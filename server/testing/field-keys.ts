// Keys for tests: made from a fixed word, so that every file and every database of a run can open what another has sealed.
// Loaded by vitest before each file and by whatever starts the application for a test.
import { createHash } from 'node:crypto'
import { fieldClasses, setFieldKeys, type DataKey, type FieldClass } from '../kernel/field-encryption.ts'

const secretOf = (word: string): Buffer => createHash('sha256').update(`only for tests: ${word}`).digest()

const keys = fieldClasses.map((of): DataKey => ({ id: `test-${of}`, class: of, cipher: 'AES-256-GCM', secret: secretOf(of) }))

const keyOf = (of: FieldClass): DataKey => keys.find((key) => key.class === of) ?? { id: '', class: of, cipher: 'AES-256-GCM', secret: secretOf(of) }

export const setTestingKeys = (): void => {
  setFieldKeys({ present: { identity: keyOf('identity'), content: keyOf('content'), history: keyOf('history') }, keys: new Map(keys.map((key) => [key.id, key])), index: secretOf('index') })
}

setTestingKeys()
