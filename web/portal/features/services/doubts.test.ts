// Findings of an import parted into what a reader must know and what was only tidied up.
// Every doubt is a code the importer knows and has words of its own.
import { expect, it } from 'vitest'
import { importWarnings } from '../../../../server/modules/catalogue/imported-service.ts'
import texts from '../../../shared/i18n/zh-CN/services.ts'
import { doubtCodes, partFindings } from './doubts.ts'

it('parts doubts from repairs', () => {
  const findings = ['name_repaired', 'no_phone', 'conditions_cut_off'].map((code) => ({ code, message: code }))
  expect(partFindings(findings)).toEqual({ doubts: ['conditions_cut_off', 'no_phone'], repairs: [{ code: 'name_repaired', message: 'name_repaired' }] })
})

it('knows every doubt by the importer’s codes and has words for it', () => {
  expect(doubtCodes.filter((code) => !(code in importWarnings))).toEqual([])
  expect(Object.keys(texts.doubt).sort()).toEqual([...doubtCodes].sort())
})

it('keeps a code of a newer importer among the repairs', () => {
  expect(partFindings([{ code: 'something_new', message: '新情况' }])).toEqual({ doubts: [], repairs: [{ code: 'something_new', message: '新情况' }] })
})
