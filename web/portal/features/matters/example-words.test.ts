// Which everyday words are offered to try.
// Matters and words are invented.
import { describe, expect, it } from 'vitest'
import { exampleWords } from './example-words.ts'

const matterOf = (name: string, keywords: string[]) => ({ id: name, name: { 'zh-CN': name }, summary: { 'zh-CN': '' }, keywords, services: [] })

describe('the words to try', () => {
  it('take one word of each matter in turn', () => {
    const stages = [{ matters: [matterOf('架设望远镜', ['看星星', '天文台', '星空许可'])] }, { matters: [matterOf('养金鱼', ['鱼缸许可', '买金鱼苗'])] }]
    expect(exampleWords(stages, 4)).toEqual(['看星星', '鱼缸许可', '天文台', '买金鱼苗'])
  })

  it('leave out what only repeats a name or another word, and what is too short', () => {
    const stages = [{ matters: [matterOf('架设望远镜', ['望远镜', '星空', '架设望远镜手续', '看星星', '去看星星', '天文台'])] }]
    expect(exampleWords(stages, 9)).toEqual(['看星星', '天文台'])
  })

  it('are none when there is no matter', () => {
    expect(exampleWords([{ matters: [] }], 5)).toEqual([])
  })
})
