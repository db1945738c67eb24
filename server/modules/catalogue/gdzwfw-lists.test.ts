// Fields that hold several things: what is split, what stays whole, what is joined again.
import { describe, expect, test } from 'vitest'
import { readAliases, readAudience, readJointAuthorities, readLevel, readLocations, readMaterials, readThemes } from './gdzwfw-lists.ts'
import { readConditions } from './gdzwfw-paragraphs.ts'

const noting = <Result>(read: (warn: (warning: string) => void) => Result): [Result, ...string[]] => {
  const warnings: string[] = []
  return [read((warning) => warnings.push(warning)), ...warnings]
}

describe('the audience', () => {
  const audience = (value: unknown) => noting((warn) => readAudience(value, warn))
  test('is a closed set in a fixed order, without repeats', () => expect(audience(['企业法人', '自然人', '自然人', ' 行政机关'])).toEqual([['person', 'enterprise', 'government-body']]))
  test('may come as one text, as a JSON list in a text, or by everyday names', () => {
    expect(audience('自然人,企业法人、其他组织')).toEqual([['person', 'enterprise', 'other-organisation']])
    expect(audience('["自然人"]')).toEqual([['person']])
    expect(audience(['个人', '法人'])).toEqual([['person', 'enterprise', 'public-institution', 'social-organisation']])
  })
  test('that is unknown or missing is warned of', () => {
    expect(audience(['自然人', '外星人'])).toEqual([['person'], 'audience_unknown'])
    expect(audience('无')).toEqual([[], 'audience_missing'])
  })
})

describe('themes', () => {
  const themes = (value: unknown) => noting((warn) => readThemes(value, warn))
  test('are not split inside brackets', () => expect(themes(['社会保障（社会保险、社会救助）', '纳税、创业'])).toEqual([['社会保障（社会保险、社会救助）', '纳税', '创业']]))
  test('other beside another theme says nothing', () => {
    expect(themes(['其他', '农民'])).toEqual([['农民']])
    expect(themes(['其他'])).toEqual([['其他']])
  })
  test('as long as a sentence are none', () => expect(themes(['题'.repeat(41)])).toEqual([[], 'theme_dropped']))
})

describe('materials', () => {
  const materials = (value: unknown) => noting((warn) => readMaterials(value, warn))
  test.each([['无'], [''], [null], [[]], [['无', ' ']], [['无需提供材料']], [['非依申请事项，无需提供申请材料']]])('%j are none', (value) => expect(materials(value)).toEqual([[]]))
  test('lose marks at their end and repeat once, also with title marks', () => {
    expect(materials(['申请表；', '居民身份证。', '《居民身份证》', '申请表'])).toEqual([['申请表', '居民身份证'], 'materials_repeated', 'materials_repeated'])
  })
  test('joined by a semicolon, a line break or running numbers are split', () => {
    expect(materials(['界至图；承包经营合同'])).toEqual([['界至图', '承包经营合同'], 'list_split'])
    expect(materials('1.申请表 2.身份证 3、2寸照片')).toEqual([['申请表', '身份证', '2寸照片'], 'list_split'])
    expect(materials('<p>申请表</p><p>身份证</p>')).toEqual([['申请表', '身份证'], 'html_removed', 'list_split'])
  })
  test.each(['合同、章程', '证明材料（一；二）', '绘制在1/500现状地形图上的总平面图', '近6个月2寸白底照片', '社保清单、审计报告等材料', '如为法人，提供营业执照'])('%s is one document', (name) => expect(materials([name])).toEqual([[name]]))
  test('may be objects with a name, numbers or a list in a text', () => {
    expect(materials([{ name: '申请表' }, 5, { x: 1 }])[0]).toEqual(['申请表', '5'])
    expect(materials('["申请表","身份证"]')[0]).toEqual(['申请表', '身份证'])
  })
})

describe('other names', () => {
  const aliases = (fields: string[], name = '离婚协议公证指引') => readAliases(fields, [name], () => {})
  test.each([
    [['法考,准考证'], ['法考', '准考证']], [['学士学位证，学士学位'], ['学士学位证', '学士学位']], [['“投诉““举报”'], ['投诉', '举报']], [['专职  律师 执业'], ['专职', '律师', '执业']],
    [['团聚签证.探亲签证'], ['团聚签证', '探亲签证']], [['养老金、退休金'], ['养老金', '退休金']], [['申诉、再申诉'], ['申诉、再申诉']], [['声明（出生、死亡）公证'], ['声明（出生、死亡）公证']],
    [['无', 'null'], []], [['离婚协议公证指引', '离婚'], []], [['分', '长'.repeat(61)], []], [['工作站,，,'], ['工作站']],
  ])('in %j are %j', (fields, expected) => expect(aliases(fields)).toEqual(expected))
})

describe('places', () => {
  test.each([
    ['办理地点：示范路1号3号窗口。', ['示范路1号3号窗口']], ['无线下办理窗口', []], ['办理地点：无', []], ['', []],
    ['办理地点：甲路1号（一楼；二楼）；乙路2号', ['甲路1号（一楼；二楼）', '乙路2号']], ['甲市一路5号803房/甲市二路51号1312房', ['甲市一路5号803房', '甲市二路51号1312房']],
    ['甲路1号2/3楼', ['甲路1号2/3楼']],
  ])('%j', (text, places) => expect(readLocations(text, () => {})).toEqual(places))
})

describe('authorities that handle together', () => {
  const joint = (text: string) => noting((warn) => readJointAuthorities(text, warn))
  test('are read with level and steps, also with other commas and brackets', () => {
    expect(joint('省级司法（审核,决定与公开）、市级文化和旅游(受理，审核)')).toEqual([
      { jointAuthorities: [{ level: 'province', authority: '司法', steps: ['review', 'decide'] }, { level: 'city', authority: '文化和旅游', steps: ['accept', 'review'] }], jointAuthoritiesText: null },
    ])
    expect(joint('国家级公安（决定与公开,证件制定与送达）')[0].jointAuthorities).toEqual([{ level: 'national', authority: '公安', steps: ['decide', 'deliver'] }])
  })
  test.each(['省级司法', '司法（审核）', '省级司法（盖章）', '由省司法厅会同有关部门办理'])('%s is kept as text with a warning', (text) => {
    expect(joint(text)).toEqual([{ jointAuthorities: [], jointAuthoritiesText: text }, 'joint_authorities_unread'])
  })
  test('无 means none', () => expect(joint('无')).toEqual([{ jointAuthorities: [], jointAuthoritiesText: null }]))
  test('levels have several spellings', () => expect(['国家级', '省级', '市级', '县级', '区级', '乡镇级', '街道', '村级', '宇宙级'].map(readLevel)).toEqual(['national', 'province', 'city', 'district', 'district', 'street', 'street', 'village', undefined]))
})

describe('conditions', () => {
  const conditions = (text: string) => noting((warn) => readConditions(text, warn))
  test('come apart at their numbers, whatever the numbers look like', () => {
    expect(conditions('应当符合下列条件： （一）甲；（二）乙； 1、丙；2．丁。')[0]).toEqual(['应当符合下列条件：', '（一）甲；', '（二）乙；', '1、丙；', '2.丁。'])
    expect(conditions('下列情形：1）甲；2）乙。 ——丙。 第十五条 丁')[0]).toEqual(['下列情形：', '1）甲；', '2）乙。', '——丙。', '第十五条 丁'])
  })
  test('are not cut inside brackets, at figures or at citations', () => {
    const text = '依据《办法（一）》（国发〔2001〕21号）第三点第22条，面积为：3.5平方米（下列之一：1、甲；2、乙）的，可以申请。'
    expect(conditions(text)).toEqual([[text]])
  })
  test('in HTML keep their paragraphs', () => expect(conditions('<p>甲</p><p>&nbsp;</p><p>乙</p>')[0]).toEqual(['甲', '乙']))
  test.each(['无', '无。', '<p>无</p>', ''])('%j are none', (text) => expect(conditions(text)[0]).toEqual([]))
  test.each(['应当符合下列条件：', '有下列情形之一的： 1、甲；', '下列条件： （一）甲。 （二）', '《示范办法》第十五条'])('that break off are warned of: %s', (text) => expect(conditions(text).slice(1)).toEqual(['conditions_cut_off']))
  test('a number at the end with nothing behind it is left out', () => expect(conditions('满足以下条件。 a) 甲； b)')[0]).toEqual(['满足以下条件。', 'a）甲；']))
})
