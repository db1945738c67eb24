// Sealed rows: only with the key, only in their row, whatever the cipher; and what is altered is refused, never read wrongly.
import { createCipheriv, randomBytes } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { setTestingKeys } from '../testing/field-keys.ts'
import { ciphers, cipherNames } from './field-cipher.ts'
import { FieldFault, fieldClasses, isUnderPresentKey, keyedDigest, openRow, sealRow, setFieldKeys, type DataKey, type FieldClass } from './field-encryption.ts'
import { personDigest } from './person-digest.ts'

const table = { table: 'cases', class: 'content' } as const
const document = { content: [{ concept: 'child.name', value: '林小满' }], checks: [] }

const use = (cipher: DataKey['cipher'], before?: DataKey, onUnknown?: () => void): DataKey => {
  const keyFor = (of: FieldClass): DataKey => ({ id: randomBytes(6).toString('base64url'), class: of, cipher, secret: randomBytes(32) })
  const present = { identity: keyFor('identity'), content: keyFor('content'), history: keyFor('history') }
  setFieldKeys({ present, keys: new Map([...Object.values(present), ...(before ? [before] : [])].map((key) => [key.id, key])), index: randomBytes(32) }, onUnknown)
  return present.content
}

const faultOf = (work: () => unknown): string => {
  try {
    work()
    return 'none'
  } catch (error) {
    return error instanceof FieldFault ? error.code : 'other'
  }
}

describe.each(cipherNames)('a row sealed with %s', (cipher) => {
  afterAll(setTestingKeys)

  it('is opened again, and says nothing to who reads the table', () => {
    use(cipher)
    const sealed = sealRow(table, 'row-1', document)
    expect(openRow(table, 'row-1', sealed)).toEqual(document)
    expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').includes('林小满')).toBe(false)
    expect(sealRow(table, 'row-1', document)).not.toBe(sealed)
  })

  it('takes little room when it is long, and is opened again', () => {
    use(cipher)
    const long = { plan: Array.from({ length: 200 }, (_, at) => ({ concept: `child.field${at}`, source: { kind: 'registry', registry: '出生登记' } })) }
    const sealed = sealRow(table, 'row-1', long)
    expect(openRow(table, 'row-1', sealed)).toEqual(long)
    expect(sealed.length).toBeLessThan(JSON.stringify(long).length / 4)
  })

  it('cannot be put into another row or another table', () => {
    use(cipher)
    const sealed = sealRow(table, 'row-1', document)
    expect(faultOf(() => openRow(table, 'row-2', sealed))).toBe('FIELD_ALTERED')
    expect(faultOf(() => openRow({ table: 'results' }, 'row-1', sealed))).toBe('FIELD_ALTERED')
  })

  it('is refused wherever a bit of it was changed, and when it was cut', () => {
    use(cipher)
    const [mark, key, text = ''] = sealRow(table, 'row-1', document).split('.')
    const bytes = Buffer.from(text, 'base64url')
    for (const at of [0, 5, 13, 20, 40, bytes.length - 1]) {
      const altered = Buffer.from(bytes)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect(faultOf(() => openRow(table, 'row-1', [mark, key, altered.toString('base64url')].join('.')))).toBe('FIELD_ALTERED')
    }
    for (const length of [0, 11, 27, bytes.length - 1]) expect(faultOf(() => openRow(table, 'row-1', [mark, key, bytes.subarray(0, length).toString('base64url')].join('.')))).toBe('FIELD_ALTERED')
  })

  it('stays readable after a new key has been made, which seals from then on', () => {
    const before = use(cipher)
    const sealed = sealRow(table, 'row-1', document)
    use(cipher, before)
    expect(openRow(table, 'row-1', sealed)).toEqual(document)
    expect(isUnderPresentKey(table, sealed)).toBe(false)
    expect(isUnderPresentKey(table, sealRow(table, 'row-1', document))).toBe(true)
  })

  it('asks for its key to be looked up when this process does not know it', () => {
    use(cipher)
    const sealed = sealRow(table, 'row-1', document)
    let asked = 0
    use(cipher, undefined, () => (asked += 1))
    expect(faultOf(() => openRow(table, 'row-1', sealed))).toBe('FIELD_KEY_UNKNOWN')
    expect(asked).toBe(1)
  })
})

it('AES-256-GCM is the standard one: any other program with the key reads the same', () => {
  const [key, iv] = [randomBytes(32), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from('cases row-1'))
  const text = Buffer.concat([cipher.update('words'), cipher.final()])
  expect(ciphers['AES-256-GCM'].open(key, Buffer.from('cases row-1'), Buffer.concat([iv, cipher.getAuthTag(), text])).toString()).toBe('words')
})

it('no initialisation vector comes twice', () => {
  const seen = new Set(Array.from({ length: 3000 }, () => ciphers['AES-256-GCM'].seal(Buffer.alloc(32), Buffer.from(''), Buffer.from('x')).subarray(0, 12).toString('hex')))
  expect(seen.size).toBe(3000)
})

it('a keyed digest of a number cannot be tried by who has no key, and is the same for the same number', () => {
  setTestingKeys()
  const digest = personDigest('440305199005219994')
  expect(digest).toMatch(/^[\w-]{43}$/)
  expect(personDigest('440305199005219994')).toBe(digest)
  use('AES-256-GCM')
  expect(personDigest('440305199005219994')).not.toBe(digest)
  expect(keyedDigest('event', 'x')).not.toBe(keyedDigest('person', 'x'))
  setTestingKeys()
})

it('every class has a key of its own', () => {
  use('AES-256-GCM')
  expect(new Set(fieldClasses.map((of) => sealRow({ table: 't', class: of }, '1', {}).split('.')[1])).size).toBe(fieldClasses.length)
  setTestingKeys()
})
