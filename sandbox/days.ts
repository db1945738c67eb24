// Days of the sandbox: what day it is in China, and dates written relative to it, so that newborns stay newborn whatever the year.
// Pure; the day is a parameter.

/** 'YYYY-MM-DD' in China (UTC+8, no daylight saving since 1991). */
export const dayInChina = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/** @param day 'YYYY-MM-DD' @param days negative: earlier */
export const addDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Whole days from one day to a later one. */
export const daysBetween = (from: string, until: string): number => Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** `today-5` becomes a date, `<today-5>` the eight digits of one, as in a record number. */
export const datedFrom = (text: string, today: string): string =>
  text
    .replaceAll(/<today([+-]\d+)>/g, (_, days: string) => addDays(today, Number(days)).replaceAll('-', ''))
    .replaceAll(/\btoday([+-]\d+)\b/g, (_, days: string) => addDays(today, Number(days)))
