// Another system's tree beside ours: each class finds the one of ours that says the same, and a broken line is named.
import { expect, it } from 'vitest'
import { readTree } from './other-tree.ts'
import { list } from './testing.ts'

it('finds the class of ours that says the same, and none where nothing does', () => {
  const text = ['{"l1": "城乡建设", "l2": "城市路灯", "l3": "路灯不亮"}', '', '{"l1": "城乡建设", "l2": "城市路灯", "l3": "灯杆漏电伤人"}', '{"l1": "纪检监察", "l2": "其他", "l3": "其他"}', '{"l1": "只有大类"}'].join('\n')
  const { classes, rejected } = readTree(text, [...list.leaves.values()])
  expect(classes.map(({ path, ours }) => [path, ours])).toEqual([
    ['城乡建设 / 城市路灯 / 路灯不亮', 'city/lamps/out'], ['城乡建设 / 城市路灯 / 灯杆漏电伤人', 'city/lamps/live'], ['纪检监察 / 其他 / 其他', null], ['只有大类', null],
  ])
  expect(rejected).toEqual([])
})

it('names each line it cannot read, and takes the same class once', () => {
  const { classes, rejected } = readTree('{"l1": "甲"}\n{"l1": "甲"}\n坏的\n{"l1": 3}', [])
  expect([classes.length, rejected.map(({ line }) => line)]).toEqual([1, [3, 4]])
})
