// The spreadsheet template of CPSV-AP: what each sheet and each of its columns means in the vocabulary.
// Pure. A sheet is known by the heading of its first column; columns without a meaning here are reported as unmapped.
import type { Word } from './terms.ts'

/** `many` columns hold several values separated by semicolons; `link` columns hold keys of other sheets or addresses. */
type Column = { property: Word; link?: boolean; many?: boolean }

const text = (property: Word): Column => ({ property })
const texts = (property: Word): Column => ({ property, many: true })
const links = (property: Word): Column => ({ property, link: true, many: true })

const common: Readonly<Record<string, Column>> = {
  Identifier: text('dct:identifier'), Name: text('dct:title'), Title: text('dct:title'), Description: text('dct:description'), 'Preferred Label': text('skos:prefLabel'),
  Type: links('dct:type'), Language: links('dct:language'), Spatial: links('dct:spatial'), 'Related service': links('cv:hasRelatedService'),
}

const service: Readonly<Record<string, Column>> = {
  'Has Competent Authority': links('cv:hasCompetentAuthority'), Keyword: texts('dcat:keyword'), Sector: links('cv:sector'), 'Thematic Area': links('cv:thematicArea'), Status: links('adms:status'),
  'Is Grouped By': links('cv:isGroupedBy'), Requires: links('dct:requires'), Related: links('cv:relatedService'), 'Has Criterion': links('cv:holdsRequirement'), 'Has Participation': links('cv:hasParticipation'),
  'Has Input': links('cpsv:hasInput'), 'Has Legal Resource': links('cv:hasLegalResource'), Produces: links('cpsv:produces'), Follows: links('cpsv:follows'), 'Has Contact Point': links('cv:contactPoint'),
  'Has Channel': links('cv:hasChannel'), 'Processing Time': text('cv:processingTime'), 'Has Cost': links('cv:hasCost'), 'Is Described At': links('dct:isPartOf'), 'Is Classified By': links('cv:isClassifiedBy'),
}

/** Heading of the first column → class and columns. */
export const sheets: Readonly<Record<string, { type: Word; columns: Readonly<Record<string, Column>> }>> = {
  PSURI: { type: 'cpsv:PublicService', columns: service },
  PublicOrganisationURI: { type: 'cv:PublicOrganisation', columns: {} },
  LOURI: { type: 'dct:Location', columns: {} },
  COURI: { type: 'skos:Concept', columns: {} },
  LAURI: { type: 'dct:LinguisticSystem', columns: {} },
  BEURI: { type: 'cv:BusinessEvent', columns: {} },
  LEURI: { type: 'cv:LifeEvent', columns: {} },
  CriterionURI: { type: 'cv:Requirement', columns: {} },
  ParticipationURI: { type: 'cv:Participation', columns: { Role: links('cv:role') } },
  EvidenceURI: { type: 'cv:Evidence', columns: { 'Related Documentation': links('foaf:page') } },
  LegalResourceURI: { type: 'eli:LegalResource', columns: { Related: links('dct:relation') } },
  OutputURI: { type: 'cv:Output', columns: {} },
  RuleURI: { type: 'cpsv:Rule', columns: { Implements: links('cpsv:implements') } },
  ContactURI: { type: 'cv:ContactPoint', columns: { email: texts('cv:email'), Telephone: texts('cv:telephone'), 'Hours Available': links('cv:openingHours') } },
  OpeningHoursURI: { type: 'time:TemporalEntity', columns: {} },
  ChannelURI: { type: 'cv:Channel', columns: { 'Owned By': links('cv:ownedBy'), 'Has Input': links('cpsv:hasInput'), 'Opening Hours': links('cv:openingHours') } },
  CostURI: { type: 'cv:Cost', columns: { Value: text('cv:hasValue'), Currency: links('cv:currency'), 'Is Defined by': links('cv:isDefinedBy'), 'if Accessed Through': links('cv:ifAccessedThrough') } },
  PSDURI: { type: 'dcat:Dataset', columns: { Publisher: links('dct:publisher'), 'Landing Page': links('dcat:landingPage') } },
  AgentURI: { type: 'foaf:Agent', columns: { 'Plays Role': links('cv:participates'), 'Has Address': links('locn:address') } },
}

export const columnOf = (sheet: { columns: Readonly<Record<string, Column>> }, heading: string): Column | undefined => sheet.columns[heading] ?? common[heading]
