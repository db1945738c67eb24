// How Chinese words sound: pinyin without tones, as people type it and as their accents blur it.
// Pure. Readings come from pinyin-pro, which knows that 银行 is yin hang and 行驶证 xing shi zheng.
import { pinyin } from 'pinyin-pro'

/** One syllable per character, ü written v: 社保卡 → ['she', 'bao', 'ka']. What is not Chinese stays as it is. */
export const syllablesOf = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', v: true })

/** 'shebaoka': one string of letters, so that spaces typed or left out make no difference. */
export const soundOf = (syllables: readonly string[]): string => syllables.join('')

/**
 * One form for sounds that many speakers do not tell apart, whole words at a time: zh z, ch c, sh s, -ng -n, l n, ü u.
 * Meant for comparing, not for reading: 'shengyu' → 'senyu'.
 */
export const blurred = (sound: string): string => sound.replaceAll(/([zcs])h/g, '$1').replaceAll('ng', 'n').replaceAll('l', 'n').replaceAll('v', 'u')

/** 社保卡 → 'sbk'. */
export const initialsOf = (syllables: readonly string[]): string => syllables.map((each) => each.charAt(0)).join('')
