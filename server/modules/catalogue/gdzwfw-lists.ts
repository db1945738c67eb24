// Reads the fields that hold several things: audience, themes, materials, other names, places, jointly handling authorities.
// Pure. What is joined is split only where the separator can mean nothing else; repeated entries become one.
import {
  audienceKinds, authorityLevels, handlingSteps,
  type AudienceKind, type AuthorityLevel, type HandlingStep, type ImportedService, type JointAuthority,
} from './imported-service.ts'
import { meansNone, oneLine, plainText, splitOutsideBrackets, withoutTail, type Warn } from './gdzwfw-text.ts'

/** The key of a closed set by the name it has in the source. */
export const keyOf = <Key extends string>(names: Record<Key, string>, name: string): Key | undefined => {
  for (const key in names) if (names[key] === name) return key
  return undefined
}

const inOrderOf = <Key extends string>(names: Record<Key, string>, wanted: ReadonlySet<string>): Key[] => {
  const keys: Key[] = []
  for (const key in names) if (wanted.has(key)) keys.push(key)
  return keys
}

const unique = (values: readonly string[]): string[] => [...new Set(values)]

/** A list, whatever it came as: a list, one text, a JSON list in a text, or things that are not texts. */
const entriesOf = (value: unknown, warn: Warn): string[] => {
  if (value === null || value === undefined) return []
  if (typeof value === 'string') {
    if (!/^\s*\[.*\]\s*$/s.test(value)) return [value]
    try {
      return entriesOf(JSON.parse(value), warn)
    } catch {
      return [value]
    }
  }
  if (!Array.isArray(value)) {
    warn('field_type')
    return typeof value === 'number' ? [String(value)] : []
  }
  return value.flatMap((each: unknown) => {
    if (typeof each === 'string') return [each]
    if (each === null) return []
    warn('field_type')
    const named = typeof each === 'object' && 'name' in each ? each.name : each
    return typeof named === 'string' || typeof named === 'number' ? [String(named)] : []
  })
}

const cleanEntries = (value: unknown, separators: RegExp, warn: Warn): string[] =>
  entriesOf(value, warn).flatMap((entry) => splitOutsideBrackets(plainText(entry, warn), separators)).map(oneLine).filter((entry) => !meansNone(entry))

const audienceSpellings: Record<string, AudienceKind> = {
  个人: 'person', 公民: 'person', 企业: 'enterprise', 事业单位: 'public-institution', 事业单位法人: 'public-institution',
  社会组织: 'social-organisation', 社团法人: 'social-organisation', 机关: 'government-body', 机关法人: 'government-body', 其他: 'other-organisation',
}

export const readAudience = (value: unknown, warn: Warn): AudienceKind[] => {
  const found = new Set<AudienceKind>()
  const legalPersons: AudienceKind[] = ['enterprise', 'public-institution', 'social-organisation']
  for (const name of cleanEntries(value, /[,，、;；|\s]/, warn)) {
    const kind = keyOf(audienceKinds, name) ?? audienceSpellings[name]
    if (name === '法人') for (const each of legalPersons) found.add(each)
    else if (kind === undefined) warn('audience_unknown')
    else found.add(kind)
  }
  if (found.size === 0) warn('audience_missing')
  return inOrderOf(audienceKinds, found)
}

/** Theme names as published; 其他 says nothing beside another theme and is left out there. */
export const readThemes = (value: unknown, warn: Warn): string[] => {
  const themes = unique(cleanEntries(value, /[,，、;；|\n]/, warn)).filter((theme) => {
    if (theme.length > 40) warn('theme_dropped')
    return theme.length <= 40
  })
  return themes.length > 1 ? themes.filter((theme) => theme !== '其他') : themes
}

const numbered = /(?:^|[\s；;。])(?:\d{1,2}(?:、|[．.](?!\d))|[（(]\d{1,2}[）)])/g
const nothingToSubmit = /^(?:无需|不需|无须|不用|免)(?:提供|提交|任何|申请)*(?:材料|资料)?$|(?:，|,|^)(?:无需|不需要?|无须)(?:提供|提交)(?:任何)?(?:申请)?(?:材料|资料)$/

/** The documents to bring. A line break, a semicolon or running numbers separate two; a 、 may be part of one name, so it does not. */
export const readMaterials = (value: unknown, warn: Warn): string[] => {
  const entries = entriesOf(value, warn)
  const pieces = entries.flatMap((entry) => {
    const text = plainText(entry, warn)
    const marked = (text.match(numbered) ?? []).length > 1 ? text.replace(numbered, '\n') : text
    const parts = splitOutsideBrackets(marked, /[\n；;]/).map((part) => withoutTail(oneLine(part), '。；，、：.')).filter((part) => !meansNone(part))
    if (parts.length > 1) warn('list_split')
    return parts
  })
  const kept = new Map<string, string>()
  for (const piece of pieces) {
    if (nothingToSubmit.test(piece)) continue
    const key = piece.replace(/^《([^《》]*)》$/, '$1').replace(/\s/g, '')
    if (kept.has(key)) warn('materials_repeated')
    else kept.set(key, piece)
  }
  return [...kept.values()]
}

/**
 * Other names people search by, from the short name and the everyday words. The name itself is not repeated, nor single
 * words of it such as 变更 or 香港: who searches for those finds the name.
 */
export const readAliases = (fields: readonly string[], names: readonly string[], warn: Warn): string[] => {
  const pieces = fields.filter((field) => !meansNone(field)).flatMap((field) => {
    const text = plainText(field, warn).replace(/[\s\u3000]+/g, ' ')
    if (names.includes(oneLine(text))) return []
    const words = splitOutsideBrackets(text, /[,，;；。|\n “”"]/).flatMap((word) => splitOutsideBrackets(word, /[.．]/))
    // 会见、探访 are two names, 初审、复审 the two ends of one: only longer pieces stand alone.
    return words.flatMap((word) => {
      const parts = splitOutsideBrackets(word, /、/)
      return parts.length > 1 && parts.every((part) => part.trim().length >= 3) ? parts : [word]
    })
  })
  return unique(pieces.map((piece) => withoutTail(oneLine(piece), '、').replace(/^、+/, ''))).filter((alias) => {
    if (meansNone(alias) || names.includes(alias) || (alias.length < 4 && names.some((name) => name.includes(alias)))) return false
    if (alias.length >= 2 && alias.length <= 60) return true
    warn('alias_dropped')
    return false
  })
}

/** Counters to go to; [] when there is none. */
export const readLocations = (raw: string, warn: Warn): string[] => {
  const text = oneLine(plainText(raw, warn))
  if (/^无(?:线下)?(?:办理)?窗口/.test(text)) return []
  const places = splitOutsideBrackets(text, /；/).flatMap((place) => place.split(/(?<=[室房楼号口厅])\/(?=[^/]{0,12}[市区县])/))
  return unique(places.map((place) => place.replace(/^(?:办理|受理|窗口)?(?:地点|地址)[：:]/, '').replace(/。$/, '').trim()).filter((place) => !meansNone(place)))
}

const jointPattern = /^(国家|省|市|县|区|区县|县区|镇|乡镇|街道|村)级?(.+?)（(.+)）$/
const jointLevels: Record<string, AuthorityLevel> = { 国家: 'national', 省: 'province', 市: 'city', 县: 'district', 区: 'district', 区县: 'district', 县区: 'district', 镇: 'street', 乡镇: 'street', 街道: 'street', 村: 'village' }

/** 省级司法（审核,决定与公开）、市级司法（受理） → level, authority and steps of each; all or nothing, else the text is kept. */
export const readJointAuthorities = (raw: string, warn: Warn): Pick<ImportedService, 'jointAuthorities' | 'jointAuthoritiesText'> => {
  const text = oneLine(plainText(raw, warn))
  if (meansNone(text)) return { jointAuthorities: [], jointAuthoritiesText: null }
  const jointAuthorities: JointAuthority[] = []
  for (const part of splitOutsideBrackets(text, /[、；;，,]/).filter((each) => each.trim() !== '')) {
    const match = part.length > 200 ? null : jointPattern.exec(part.trim())
    const level = jointLevels[match?.[1] ?? '']
    const steps = (match?.[3] ?? '').split(/[,，、]/).map((step) => keyOf(handlingSteps, step.trim()))
    if (match?.[2] === undefined || level === undefined || steps.includes(undefined)) {
      warn('joint_authorities_unread')
      return { jointAuthorities: [], jointAuthoritiesText: text }
    }
    jointAuthorities.push({ level, authority: match[2], steps: steps.filter((step): step is HandlingStep => step !== undefined) })
  }
  return { jointAuthorities, jointAuthoritiesText: null }
}

export const readLevel = (text: string): AuthorityLevel | undefined =>
  keyOf(authorityLevels, text) ?? jointLevels[text.replace(/级$/, '').replace(/^省部$/, '省')]
