// Tests of bank accounts as people give them, and of what is shown of accounts and names.
import { expect, it } from 'vitest'
import { accountProblem, maskAccount, maskName } from './account.ts'

const account = { bank: '示例银行深圳分行', number: '6219 9900 0000 0038 028', holder: '穆兰心' }

it('an account in the person\'s own name can be paid to, blanks or not', () => {
  expect(accountProblem(account, '穆兰心')).toBeUndefined()
  expect(accountProblem({ ...account, number: '755012345678901' }, ' 穆 兰心')).toBeUndefined()
})

it('says which of its parts cannot be right', () => {
  expect(accountProblem({ ...account, number: '12345678' }, '穆兰心')).toBe('number')
  expect(accountProblem({ ...account, number: '6219990000000038029' }, '穆兰心')).toBe('check')
  expect(accountProblem({ ...account, bank: '银行' }, '穆兰心')).toBe('bank')
  expect(accountProblem(account, '常青山')).toBe('holder')
})

it('names and accounts are masked for publication', () => {
  expect([maskName('穆兰心'), maskName('王五'), maskName('阿依努尔·艾山')]).toEqual(['穆*心', '王*', '阿*****山'])
  expect(maskAccount('6219990000000038028')).toBe('6219 **** **** 8028')
})
