// Invented households and companies, one SQL expression a fact, drawn like people (invented-people.ts). Pure.
import { chance, date, either, pick } from './invented-draws.ts'

const fen = (name: string, most: number): string => `CAST(floor(pow(${chance(name)}, 3) * ${most}) AS BIGINT)`
const count = (name: string, most: number): string => `CAST(floor(pow(${chance(name)}, 4) * ${most}) AS BIGINT)`
const since = (name: string, share: number): string => `CASE WHEN ${chance(`${name}/is`)} < ${share} THEN ${date(name, 2000)} END`

/** Columns a row has to draw from: i, size, day. */
export const inventedHouseholds: Readonly<Record<string, string>> = {
  'household.number': "'H' || lpad(CAST(i AS VARCHAR), 9, '0')",
  'household.size': 'size',
  'household.monthlyIncome': either('household.monthlyIncome', 0.1, 'NULL', `CAST(floor(pow(${chance('household.monthlyIncome')}, 2) * 4000000 * size / 2) AS BIGINT)`),
  'household.minimumStandard': pick('household.minimumStandard', { 146800: 0.6, 120800: 0.4 }, 'BIGINT'),
  'household.savings': either('household.savings', 0.2, 'NULL', fen('household.savings', 200_000_000)),
}

/** Columns a row has to draw from: i, code, region, day. */
export const inventedCompanies: Readonly<Record<string, string>> = {
  'company.creditCode': 'code',
  'company.name': `'示例' || substr('晨海山云河星林泉禾竹', CAST(i % 10 AS INTEGER) + 1, 1) || '第' || CAST(i AS VARCHAR) || '有限公司'`,
  'company.region': 'region',
  'company.status': pick('company.status', { active: 0.9, revoked: 0.04, cancelled: 0.06 }),
  'company.foundedOn': date('company.foundedOn', 7300),
  'company.capital': fen('company.capital', 10_000_000_000),
  'company.inAbnormalList': `${chance('company.inAbnormalList')} < 0.06`,
  'company.inDishonestyList': `${chance('company.inDishonestyList')} < 0.01`,
  'company.insuredStaff': count('company.insuredStaff', 600),
  'company.hasInsuranceArrears': `${chance('company.hasInsuranceArrears')} < 0.03`,
  'company.hasTaxArrears': `${chance('company.hasTaxArrears')} < 0.03`,
  'company.taxGrade': pick('company.taxGrade', { A: 0.15, B: 0.4, M: 0.3, C: 0.05, D: 0.02, '': 0.08 }),
  'company.industryCode': `lpad(CAST(CAST(floor(${chance('company.industryCode')} * 97) + 1 AS INTEGER) AS VARCHAR), 2, '0') || lpad(CAST(CAST(floor(${chance('company.industryClass')} * 90) + 10 AS INTEGER) AS VARCHAR), 2, '0')`,
  'company.revenue': either('company.revenue', 0.1, 'NULL', fen('company.revenue', 100_000_000_000)),
  'company.revenueGrowth': `round(${chance('company.revenueGrowth')} * 60 - 25, 1)`,
  'company.rdExpense': `CASE WHEN ${chance('company.rd')} < 0.2 THEN ${fen('company.rdExpense', 4_000_000_000)} ELSE 0 END`,
  'company.layoffRate': `round(pow(${chance('company.layoffRate')}, 3) * 40, 1)`,
  'company.unemploymentPremiums': fen('company.unemploymentPremiums', 30_000_000),
  'company.highTechSince': since('company.highTechSince', 0.04),
  'company.specialisedLevel': pick('company.specialisedLevel', { none: 0.97, innovative: 0.015, specialised: 0.012, 'little-giant': 0.003 }),
  'company.specialisedSince': since('company.specialisedSince', 0.04),
  'company.patents': count('company.patents', 60),
  'company.patentsThisYear': count('company.patentsThisYear', 8),
  'company.graduatesHired': count('company.graduatesHired', 12),
  'company.unemployedHired': count('company.unemployedHired', 6),
  'company.povertyHired': count('company.povertyHired', 5),
  'company.disabledStaff': count('company.disabledStaff', 8),
  'company.trainees': count('company.trainees', 6),
  'company.hotelStars': pick('company.hotelStars', { '': 0.995, 3: 0.002, 4: 0.002, 5: 0.001 }, 'BIGINT'),
  'company.hotelRatedOn': since('company.hotelRatedOn', 0.005),
  'company.exportCreditPremium': `CASE WHEN ${chance('company.exports')} < 0.05 THEN ${fen('company.exportCreditPremium', 50_000_000)} ELSE 0 END`,
  'company.greenFactory': pick('company.greenFactory', { none: 0.995, provincial: 0.003, national: 0.002 }),
  'company.creditGrade': pick('company.creditGrade', { good: 0.985, limited: 0.015 }),
  'company.founderGraduatedOn': since('company.founderGraduatedOn', 0.3),
}
