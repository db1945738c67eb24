// The signature is the published one: the two examples of the contract come out to the last digit, and the sandbox's own check believes it.
import { describe, expect, it } from 'vitest'
import { doubtOf } from '../../../sandbox/text-messages/signature.ts'
import { canonicalQuery, signedHeaders, type Call } from './acs-signature.ts'

const key = { id: 'YourAccessKeyId', secret: 'YourAccessKeySecret' }
const published: Call = {
  host: 'ecs.cn-shanghai.aliyuncs.com', action: 'RunInstances', version: '2014-05-26', query: { RegionId: 'cn-shanghai', ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd' },
  nonce: '3156853299f313e23d1673dc12e1703d', at: new Date('2023-10-26T10:22:32Z'),
}
const signatureOf = (call: Call) => signedHeaders(call, key)['authorization']?.split('Signature=')[1]

describe('the signature', () => {
  it('is that of the published examples', () => {
    expect(signatureOf(published)).toBe('06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0')
    expect(signatureOf({ ...published, nonce: 'd410180a5abf7fe235dd9b74aca91fc0', at: new Date('2023-10-26T09:01:01Z') })).toBe('e521358f7776c97df52e6b2891a8bc73026794a071b50c3323388c4e0df64804')
  })

  it('orders and escapes what it is made over', () => {
    expect(canonicalQuery({ b: 'a b+c', a: '通办*', 'a.b': "~'()" })).toBe("a.b=~%27%28%29&a=%E9%80%9A%E5%8A%9E%2A&b=a%20b%2Bc")
  })

  it('is believed once, within fifteen minutes, as it was made', () => {
    const { authorization = '', ...headers } = signedHeaders(published, key)
    const request = { method: 'POST', url: `/?${canonicalQuery(published.query)}`, headers: { ...headers, authorization } }
    const seen = new Set<string>()
    expect(doubtOf(request, '', key, published.at, seen)).toBeUndefined()
    expect(doubtOf(request, '', key, published.at, seen)).toBe('SignatureNonceUsed')
    const doubt = (changed: object, now = published.at, body = '') => doubtOf({ ...request, ...changed }, body, key, now, new Set())
    expect(doubt({}, new Date(published.at.getTime() + 16 * 60_000))).toBe('InvalidTimeStamp.Expired')
    expect(doubt({ url: '/?RegionId=cn-beijing' })).toBe('SignatureDoesNotMatch')
    expect(doubt({}, published.at, 'more')).toBe('IncompleteSignature')
    expect(doubt({ headers: { ...request.headers, authorization: authorization.replace('YourAccessKeyId', 'Another') } })).toBe('InvalidAccessKeyId.NotFound')
    expect(doubt({ headers: {} })).toBe('MissingAuthorization')
  })
})
