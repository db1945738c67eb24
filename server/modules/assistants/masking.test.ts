// What is personal does not leave: numbers however they are written, addresses, names; questions about services stay as they are.
import { expect, test } from 'vitest'
import { masked } from './masking.ts'

test.for([
  ['我的身份证号是440305199005219994，怎么换', '440305199005219994'], ['身份证 440305 19900521 999X 丢了', '999X'], ['身份证４４０３０５１９９００５２１９９９４', '4403'], ['打 154 0000 0101 找我', '0101'], ['电话0755-88001234', '88001234'],
  ['银行卡 6222 0000 1111 2222 333 能用吗', '2222'], ['邮箱 some.one@example.com', 'some.one'], ['护照 E12345678 能登记吗', 'E12345678'], ['车牌粤B12345过户', 'B12345'],
  ['我住在南山区科技路88号3栋502室', '科技路88号'], ['我叫罗雨，想换身份证', '罗雨'], ['我儿子叫陈小满，几岁上学', '陈小满'],
])('%s', ([text, secret]) => {
  expect(masked(text ?? '')).not.toContain(secret)
})

test('what is known of whoever is logged in is hidden wherever it stands', () => {
  expect(masked('陈小满的公司湾区试验有限公司要变更', ['陈小满', '湾区试验有限公司'])).toBe('〔已隐去〕的公司〔已隐去〕要变更')
})

test.for(['换身份证要多少钱', '2026年的退休年龄是多少', '办 30 天还没好怎么办', '结婚登记要满22岁吗', '12345 是什么电话'])('a question about a service stays as it is: %s', (text) => {
  expect(masked(text)).toBe(text)
})
