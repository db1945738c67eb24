// The text of a guide taken apart.
// Only paragraphs and lists exist.
import { expect, it } from 'vitest'
import { guideBlocks } from './guide-text.ts'

it('has paragraphs and lists', () => {
  expect(guideBlocks('先预约。\n\n- 带身份证\n- 带户口簿\n\n办好后寄到家。')).toEqual([
    { kind: 'paragraph', text: '先预约。' }, { kind: 'list', items: ['带身份证', '带户口簿'] }, { kind: 'paragraph', text: '办好后寄到家。' },
  ])
})

it('keeps line breaks inside a paragraph and parts lists at a blank line', () => {
  expect(guideBlocks('一\n二\n- 三\n\n- 四\n')).toEqual([{ kind: 'paragraph', text: '一\n二' }, { kind: 'list', items: ['三'] }, { kind: 'list', items: ['四'] }])
})

it('knows no other marks, and nothing of nothing', () => {
  expect(guideBlocks('<b>重要</b> **加粗** -不是列表')).toEqual([{ kind: 'paragraph', text: '<b>重要</b> **加粗** -不是列表' }])
  expect(guideBlocks(' \n\n')).toEqual([])
})
