// JSON and XML of the standard, and what can be wrong with a form.
import { describe, expect, it } from 'vitest'
import { nameOf, problemsOf, readForm } from './form.ts'
import { written } from './wire.ts'

const problems = (fields: Record<string, string>) => {
  const form = new URLSearchParams(fields)
  return problemsOf(readForm(form), form).map(({ description }) => description)
}

describe('a reply', () => {
  it('has the element names of the standard, with nothing in it that could be markup', () => {
    expect(written('xml', 'services', [{ service_code: 'a_b', keywords: '路灯 & <灯>', metadata: true, group: null }]))
      .toBe('<?xml version="1.0" encoding="UTF-8"?>\n<services><service><service_code>a_b</service_code><keywords>路灯 &amp; &lt;灯&gt;</keywords><metadata>true</metadata><group/></service></services>')
    expect(written('xml', 'service_definition', { service_code: 'x', attributes: [{ code: 'KIND', values: [{ key: 'report', name: '举\u0007报' }] }] }))
      .toContain('<attributes><attribute><code>KIND</code><values><value><key>report</key><name>举报</name></value></values></attribute></attributes>')
    expect(written('xml', 'discovery', { endpoints: [{ formats: ['text/xml'] }] })).toContain('<endpoints><endpoint><formats><format>text/xml</format></formats></endpoint></endpoints>')
    expect(written('json', 'errors', [{ code: 404, description: 'x' }])).toBe('[{"code":404,"description":"x"}]')
  })
})

describe('a form', () => {
  it('is read with the attributes of its service', () => {
    const posted = readForm(new URLSearchParams('service_code=a&lat=22.5&long=114.05&attribute[KIND]=report&attribute[FLOOR][]=1&attribute[FLOOR][]=2&first_name=小满&last_name=陈'))
    expect(posted).toMatchObject({ service: 'a', lat: 22.5, lng: 114.05, attributes: { KIND: ['report'], FLOOR: ['1', '2'] } })
    expect(nameOf(posted)).toBe('陈小满')
    expect(nameOf({ firstName: 'Anna', lastName: 'Bell' })).toBe('Anna Bell')
    expect(nameOf({ firstName: undefined, lastName: undefined })).toBeUndefined()
  })

  it('says everything that is wrong with it at once', () => {
    expect(problems({ description: '灯坏了', address_string: '南园路12号' })).toEqual([])
    expect(problems({ lat: '22,5', long: '200', email: 'nobody', media_url: 'javascript:alert(1)' })).toEqual([
      'lat is not a number in degrees (WGS 84)', 'long lies between -180 and 180', 'a location is required: lat and long, address_string or address_id', 'description is required', 'email is not an address', 'media_url is not a web address',
    ])
    expect(problems({ description: '灯'.repeat(4001), lat: '91', long: '0' })).toEqual(['lat lies between -90 and 90', 'description has at most 4000 characters'])
  })
})
