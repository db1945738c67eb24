// The check of answers on sentences as units write them: what blocks, what is only shown, and that good answers pass.
import { describe, expect, it } from 'vitest'
import { checkAnswer, isBlocked, pointsOf, type AnswerToCheck } from './answer-check.ts'

const hollow = ['高度重视', '正在积极协调', '将尽快处理', '请耐心等待', '感谢您的理解与支持', '加强监管', '持续跟进']
const asked = '桃园路路灯不亮三天了。请问什么时候修好？另外人行道的井盖也坏了，希望一起换掉。'

const check = (text: string, more: Partial<AnswerToCheck> = {}) => checkAnswer({ text, outcome: 'solved', promisedOn: null, files: 0, asked, hollow, today: '2026-03-02', ...more })
const codes = (text: string, more: Partial<AnswerToCheck> = {}) => check(text, more).map(({ code }) => code)

describe('the check of an answer', () => {
  it('passes one that takes up each point and says what was done', () => {
    expect(check('桃园路的路灯昨晚已经修好，是线路老化；人行道损坏的井盖今天上午换了新的。')).toEqual([])
  })

  it('blocks an answer that is nothing but courtesies and hollow phrases, however long', () => {
    for (const text of ['您好，您反映的问题收悉，我局高度重视，正在积极协调，请耐心等待。', '尊敬的市民您好！感谢您的来电。我局高度重视，将尽快处理，持续跟进，感谢您的理解与支持！', '收到，谢谢。']) {
      expect([text, isBlocked(check(text))]).toEqual([text, true])
    }
  })

  it('names a hollow phrase in an answer that says something, and lets it stand', () => {
    const findings = check('桃园路的路灯昨晚已经修好，人行道的井盖也换好了，我局将持续跟进。')
    expect(findings).toEqual([{ code: 'phrase', blocks: false, quote: '持续跟进' }])
  })

  it('shows the point nobody has answered', () => {
    const [finding] = check('桃园路的路灯昨晚已经修好，是线路老化造成的，请您今晚看看。')
    expect(finding).toEqual({ code: 'point', blocks: false, quote: '另外人行道的井盖也坏了，希望一起换掉' })
  })

  it('blocks an answer to something else', () => {
    expect(codes('您申请公租房轮候的资格已经核实，目前排在第二百三十位。')).toContain('offTopic')
  })

  it('blocks what is promised and not there: an attachment, a day, a day that has passed', () => {
    expect(codes('桃园路路灯和井盖的维修记录详见附件。')).toContain('noAttachment')
    expect(codes('桃园路路灯和井盖的维修记录详见附件。', { files: 1 })).not.toContain('noAttachment')
    expect(codes('桃园路的路灯要换电缆，井盖一起换。', { outcome: 'promised' })).toContain('noDate')
    expect(codes('桃园路的路灯要换电缆，井盖一起换。', { outcome: 'promised', promisedOn: '2026-03-02' })).toContain('pastDate')
    expect(codes('桃园路的路灯要换电缆，井盖一起换。', { outcome: 'promised', promisedOn: '2026-03-09' })).toEqual([])
  })

  it('shows a vague time without a day, and blocks a no without a reason', () => {
    expect(codes('桃园路的路灯和井盖近期安排更换。')).toEqual(['point', 'vagueDate'])
    expect(codes('桃园路的路灯和井盖不更换。', { outcome: 'impossible' })).toContain('noReason')
    expect(codes('桃园路这段路灯和井盖属于在建工程，尚未移交，按照施工合同由建设单位3月20日前更换。', { outcome: 'impossible' })).toEqual([])
  })

  it('blocks telephone and identity numbers of people', () => {
    expect(codes('桃园路的路灯和井盖已修好，有问题打张师傅电话 13800138000。')).toContain('personal')
  })

  it('takes a text without questions as one point', () => {
    expect(pointsOf('小区楼下夜里施工很吵。')).toEqual(['小区楼下夜里施工很吵。'])
    expect(pointsOf(asked)).toHaveLength(2)
  })
})
