// Every type of answer a pack may use: it has a labelled input that shows its value, and an output that reads it.
// Drawn to text without a browser; typing is tried in the journeys.
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Concept } from '../../../server/modules/catalogue/definitions.ts'
import type { Answer } from '../../../server/modules/planning/index.ts'
import { concept } from '../../../server/modules/planning/testing/telescope-catalogue.ts'
import { loadTexts, t } from '../i18n/store.ts'
import { ConceptField, ConceptValue, fieldId } from './ConceptField.tsx'
import type { FieldContext } from './field-type.ts'
import { fieldTypes } from './field-types.tsx'

const context: FieldContext = { t, language: 'zh-CN', textIn: (texts) => texts['zh-CN'], regions: { 990101: { name: { 'zh-CN': '东山区' }, level: 'district', parent: '990100' } } }
const choices = [{ value: 'lens', name: { 'zh-CN': '透镜' } }, { value: 'mirror', name: { 'zh-CN': '反射镜' } }]

/** For each type an answer, and what of it must be seen in the input and when it is read. */
const samples: Record<Concept['type'], readonly [value: Answer, input: string, output: string]> = {
  text: ['远望', 'value="远望"', '远望'], longText: ['一台', '>一台</textarea>', '一台'], integer: [80, 'value="80"', '80'], decimal: [0.5, 'value="0.5"', '0.5'],
  money: [1863240, 'value="18632.40"', '18,632.40 元'], boolean: [true, 'checked="" value="true"', '是'], date: ['2026-11-16', 'value="2026-11-16"', '2026年11月16日'],
  time: ['06:42', 'value="06:42"', '06:42'], dateTime: ['2026-11-16T06:42', 'value="06:42"', '2026年11月16日 06:42'], choice: ['mirror', 'checked="" value="mirror"', '反射镜'],
  idNumber: ['440305199005219994', '1990年5月21日出生，男', '440305199005219994'], uscc: ['91440300MA5EXAMPLE', 'value="91440300MA5EXAMPLE"', '91440300MA5EXAMPLE'],
  phone: ['15400000101', 'type="tel"', '15400000101'], address: ['样例市东山区', 'value="样例市东山区"', '样例市东山区'], region: ['990101', '<option value="990101" selected="">东山区</option>', '东山区'],
  bankAccount: ['6219990000000001018', 'inputMode="numeric"', '6219 9900 0000 0001 018'],
}
const types = Object.keys(samples) as Concept['type'][]
const of = (type: Concept['type'], more: Partial<Concept> = {}) => concept('telescope.x', type, { name: { 'zh-CN': '望远镜' }, ...(type === 'choice' ? { constraint: { choices } } : {}), ...more })
const nothing = () => {}
const field = (each: Concept, value: Answer, more: { error?: string; required?: boolean } = {}) =>
  renderToStaticMarkup(<ConceptField concept={each} constraint={each.constraint} required={more.required ?? true} value={value} error={more.error} onChange={nothing} onBlur={nothing} context={context} />)

beforeAll(() => loadTexts(['form']))

describe('a field', () => {
  it('exists for every type a pack may use', () => {
    expect(Object.keys(fieldTypes).sort()).toEqual([...types].sort())
  })

  it.each(types)('of type %s shows its name and its value', (type) => {
    const drawn = field(of(type), samples[type][0])
    expect(drawn).toContain('望远镜')
    expect(drawn).toContain(samples[type][1])
    expect(drawn).toContain(`id="${fieldId('telescope.x')}"`)
  })

  it.each(types)('of type %s is empty without a value, and keeps what cannot be understood', (type) => {
    expect(field(of(type), null)).toContain('望远镜')
    if (!['boolean', 'choice', 'region'].includes(type)) expect(field(of(type), '??')).toContain('??')
  })

  it('ties hint, example and problem to its control', () => {
    const drawn = field(of('text', { hint: { 'zh-CN': '写全称。' }, example: '远望' }), '', { error: '请填写“望远镜”。' })
    expect(drawn).toContain('写全称。 例如：远望。')
    expect(drawn).toContain('aria-invalid="true"')
    expect(drawn).toMatch(/aria-describedby="[^"]*-hint [^"]*-error/)
  })

  it('says when it may stay empty', () => {
    expect([field(of('text'), null, { required: false }).includes('选填'), field(of('text'), null).includes('选填')]).toEqual([true, false])
  })

  it('offers a long list to open instead of many cards', () => {
    const many = Array.from({ length: 9 }, (_, n) => ({ value: `v${n}`, name: { 'zh-CN': `第${n}` } }))
    expect(field(of('choice', { constraint: { choices: many } }), 'v3')).toContain('<select')
  })

  it('takes the code of a place outside the list', () => {
    const drawn = field(of('region'), '430104')
    expect(drawn).toContain('value="430104"')
    expect(drawn).toContain('六位区划代码')
  })
})

describe('a value to be read', () => {
  it.each(types)('of type %s is in words', (type) => {
    expect(renderToStaticMarkup(<ConceptValue concept={of(type)} value={samples[type][0]} context={context} />)).toContain(samples[type][2])
  })

  it('is hidden in the middle when it is sensitive, until it is asked for', () => {
    const drawn = renderToStaticMarkup(<ConceptValue concept={of('idNumber', { sensitive: true })} value="440305199005219994" context={context} />)
    expect([drawn.includes('4403**********9994'), drawn.includes('440305199005219994'), drawn.includes('显示')]).toEqual([true, false, true])
  })
})
