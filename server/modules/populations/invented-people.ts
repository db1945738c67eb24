// Invented people, one SQL expression a fact: drawn from a hash of the person's number and the seed, so the same for the same seed.
// Shares are plausible, not statistics. What else a policy reads is drawn by its type (invented.ts). Pure.
import { chance, date, either, pick } from './invented-draws.ts'

const isAdult = 'age >= 18'
const isWorking = 'age >= 18 AND age < 60'
const isInsured = `${isWorking} AND ${chance('person.employer')} < 0.62`
const isDisabled = `${chance('person.disability')} < CASE WHEN age >= 70 THEN 0.12 ELSE 0.03 END`
const isJobless = `${isWorking} AND NOT (${isInsured}) AND ${chance('person.jobless')} < 0.2`

/** Columns a row has to draw from: i, h, place, age, born, sex, region, home, died, spouse, employer, founded, day (that of the snapshot). */
export const inventedPeople: Readonly<Record<string, string>> = {
  'person.idNumber': 'number',
  'person.name': `substr('陈林黄张李王吴刘梁郑', CAST(floor(${chance('person.surname')} * 10) AS INTEGER) + 1, 1) || '某' || substr('安宁康平和顺明清远达', CAST(floor(${chance('person.given')} * 10) AS INTEGER) + 1, 1)`,
  'person.sex': 'sex',
  'person.birthDate': 'born',
  'person.deceasedOn': 'died',
  'person.householdRegion': 'region',
  'person.residenceRegion': either('person.residenceRegion', 0.01, 'NULL', 'home'),
  'person.householdNumber': "'H' || lpad(CAST(h AS VARCHAR), 9, '0')",
  'person.phone': either('person.phone', 0.08, 'NULL', `'199' || lpad(CAST(i % 100000000 AS VARCHAR), 8, '0')`),
  'person.maritalStatus': `CASE WHEN NOT (${isAdult}) THEN 'unmarried' WHEN spouse IS NOT NULL THEN CASE WHEN spouseDied IS NULL THEN 'married' ELSE 'widowed' END ELSE ${pick('person.maritalStatus', { unmarried: 0.5, divorced: 0.2, widowed: 0.3 })} END`,
  'person.spouseIdNumber': 'spouse',
  'person.spouseDeceasedOn': 'spouseDied',
  'person.spousePensionMonths': `CASE WHEN spouse IS NOT NULL AND age >= 55 THEN CAST(floor(${chance('person.spousePensionMonths')} * 420) AS BIGINT) END`,
  'person.disabilityKind': `CASE WHEN ${isDisabled} THEN ${pick('person.disabilityKind', { visual: 0.15, hearing: 0.25, speech: 0.02, physical: 0.3, intellectual: 0.07, mental: 0.08, multiple: 0.13 })} ELSE 'none' END`,
  'person.disabilityGrade': `CASE WHEN ${isDisabled} THEN ${pick('person.disabilityGrade', { 1: 0.15, 2: 0.2, 3: 0.25, 4: 0.4 })} ELSE 'none' END`,
  'person.assistanceKind': pick('person.assistanceKind', { none: 0.968, minimum: 0.012, 'extreme-poverty': 0.004, marginal: 0.006, '': 0.01 }),
  'person.childWelfareKind': `CASE WHEN age < 18 THEN ${pick('person.childWelfareKind', { none: 0.996, orphan: 0.002, unattended: 0.002 })} ELSE 'none' END`,
  'person.pensionKind': `CASE WHEN age >= 60 THEN ${pick('person.pensionKind', { none: 0.2, employee: 0.5, resident: 0.3 })} ELSE 'none' END`,
  'person.pensionMonths': `CASE WHEN ${isAdult} THEN CAST(floor(${chance('person.pensionMonths')} * least(age - 17, 40) * 12) AS BIGINT) ELSE 0 END`,
  'person.employer': `CASE WHEN ${isInsured} THEN employer END`,
  'person.hiredOn': `CASE WHEN ${isInsured} THEN ${date('person.hiredOn', 3650)} END`,
  'person.unemployedSince': `CASE WHEN ${isJobless} THEN ${date('person.unemployedSince', 720)} END`,
  'person.leftWork': `CASE WHEN ${isJobless} THEN ${chance('person.leftWork')} < 0.5 END`,
  'person.unemploymentMonths': `CASE WHEN ${isWorking} THEN CAST(floor(${chance('person.unemploymentMonths')} * 120) AS BIGINT) ELSE 0 END`,
  'person.maternityMonths': `CASE WHEN ${isInsured} THEN CAST(floor(${chance('person.maternityMonths')} * 60) AS BIGINT) ELSE 0 END`,
  'person.lastBirthOn': `CASE WHEN sex = 'female' AND age BETWEEN 20 AND 45 AND ${chance('person.gaveBirth')} < 0.4 THEN ${date('person.lastBirthOn', 3650)} END`,
  'person.lastBirthLeaveDays': `CASE WHEN sex = 'female' AND age BETWEEN 20 AND 45 THEN ${pick('person.lastBirthLeaveDays', { 98: 0.2, 128: 0.3, 178: 0.5 }, 'BIGINT')} END`,
  'person.onlyChild': `age >= 45 AND ${chance('person.onlyChild')} < 0.4`,
  'person.onlyChildLost': `age >= 45 AND ${chance('person.onlyChildLost')} < 0.003`,
  'person.studentStage': `CASE WHEN age < 3 OR age > 22 THEN 'none' WHEN age < 6 THEN 'kindergarten' WHEN age < 15 THEN 'compulsory' WHEN age < 18 THEN ${pick('person.studentStage', { senior: 0.6, vocational: 0.4 })} ELSE ${pick('person.university', { university: 0.55, none: 0.45 })} END`,
  'person.degree': `CASE WHEN age < 20 THEN 'none' ELSE ${pick('person.degree', { none: 0.62, college: 0.16, bachelor: 0.17, master: 0.04, doctor: 0.01 })} END`,
  'person.graduatedOn': `CASE WHEN age >= 20 THEN CAST(born + INTERVAL 22 YEAR AS DATE) END`,
  'person.skillLevel': `CASE WHEN ${isWorking} THEN ${pick('person.skillLevel', { none: 0.85, junior: 0.05, middle: 0.05, senior: 0.03, technician: 0.02 })} ELSE 'none' END`,
  'person.skillIssuedOn': `CASE WHEN ${isWorking} THEN ${date('person.skillIssuedOn', 3650)} END`,
  'person.talentCategory': `${isWorking} AND ${chance('person.talentCategory')} < 0.002`,
  'person.homes': either('person.homes', 0.03, 'NULL', pick('person.homesOwned', { 0: 0.6, 1: 0.33, 2: 0.07 }, 'BIGINT')),
  'person.veteranKind': `CASE WHEN age >= 60 THEN ${pick('person.veteranKind', { none: 0.98, 'elderly-soldier': 0.012, 'disabled-soldier': 0.003, 'martyr-family': 0.005 })} ELSE ${pick('person.veteranKindYoung', { none: 0.997, 'conscript-family': 0.003 })} END`,
  'person.companyFounded': `CASE WHEN ${isWorking} AND ${chance('person.companyFounded')} < 0.03 THEN founded END`,
  'person.companyFoundedOn': `CASE WHEN ${isWorking} AND ${chance('person.companyFounded')} < 0.03 THEN ${date('person.companyFoundedOn', 3650)} END`,
  'person.medicalInsuranceKind': `CASE WHEN ${isInsured} THEN 'employee' ELSE ${pick('person.medicalInsuranceKind', { resident: 0.9, none: 0.1 })} END`,
}
