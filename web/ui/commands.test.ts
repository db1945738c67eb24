// How the command palette finds commands.
// Labels are of invented commands.
import { describe, expect, it } from 'vitest'
import { filterCommands, type Command } from './commands.ts'

const command = (id: string, label: string, words: string[] = []): Command => ({ id, label, words, run: () => {} })
const commands = [command('overdue', '超期办件'), command('queue', '我的办件', ['queue']), command('catalogue', '事项目录')]
const found = (typed: string) => filterCommands(commands, typed).map(({ id }) => id)

describe('the command palette', () => {
  it('offers everything until something is typed', () => {
    expect(found('  ')).toEqual(['overdue', 'queue', 'catalogue'])
  })

  it('finds by part of the label, by letters in order, and by other words', () => {
    expect(found('办件')).toEqual(['overdue', 'queue'])
    expect(found('事目')).toEqual(['catalogue'])
    expect(found('QUE')).toEqual(['queue'])
    expect(found('无此命令')).toEqual([])
  })

  it('puts what begins with the words first', () => {
    expect(found('我')).toEqual(['queue'])
    expect(filterCommands([command('b', '看我的'), command('a', '我的')], '我的').map(({ id }) => id)).toEqual(['a', 'b'])
  })
})
