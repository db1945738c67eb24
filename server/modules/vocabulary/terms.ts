// The words of CPSV-AP 3.2.0 and CCCEV that a description may use: prefixes, and for each class its properties.
// Pure. What stands here survives an exchange exactly; everything else in a file is reported. Source: semiceu.github.io/CPSV-AP/releases/3.2.0
export const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  locn: 'http://www.w3.org/ns/locn#',
  org: 'http://www.w3.org/ns/org#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  time: 'http://www.w3.org/2006/time#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** A word with its prefix, `cpsv:PublicService`. */
export type Word = string

/** 'cpsv:PublicService' → its address. @throws Error for a prefix that is not in the table: a mistake of ours, never of a file */
export const iriOf = (word: Word): string => {
  const cut = word.indexOf(':')
  const base = Object.entries(prefixes).find(([prefix]) => prefix === word.slice(0, cut))?.[1]
  if (base === undefined) throw new Error(`No prefix for ${word}`)
  return base + word.slice(cut + 1)
}

/** An address as a word where a prefix fits, else the address itself. */
export const wordOf = (iri: string): Word => {
  for (const [prefix, base] of Object.entries(prefixes)) if (iri.startsWith(base) && /^\w[\w-]*$/.test(iri.slice(base.length))) return `${prefix}:${iri.slice(base.length)}`
  return iri
}

const labelled = ['dct:identifier', 'dct:title', 'dct:description', 'skos:prefLabel', 'rdfs:label', 'rdfs:seeAlso']
const event = ['dct:type', 'cv:hasRelatedService']
const hours = ['cv:openingHours', 'cv:specialOpeningHoursSpecification']
const agent = ['dct:spatial', 'locn:address', 'cv:participates', 'cv:contactPoint', 'foaf:homepage', 'skos:altLabel', 'org:subOrganizationOf']

/** Class → properties beside those every resource may have. */
export const classes: Readonly<Record<Word, readonly Word[]>> = {
  'cpsv:PublicService': [
    'cv:hasInputType', 'cv:hasChannel', 'adms:status', 'cv:hasCompetentAuthority', 'dct:language', 'cv:relatedService', 'cv:sector', 'dcat:keyword', 'cv:processingTime',
    'cpsv:produces', 'dct:isPartOf', 'cv:hasCost', 'cv:contactPoint', 'cv:isClassifiedBy', 'cpsv:hasInput', 'dct:spatial', 'dct:audience', 'dct:requires', 'cv:thematicArea',
    'cv:holdsRequirement', 'cpsv:follows', 'cv:isGroupedBy', 'dct:type', 'cv:hasParticipation', 'cv:hasLegalResource', 'foaf:page',
  ],
  'cv:PublicOrganisation': agent, 'org:Organization': agent, 'foaf:Agent': agent,
  'cv:Event': event, 'cv:LifeEvent': event, 'cv:BusinessEvent': event,
  'cv:Requirement': ['cv:fulfils', 'dct:type', 'cv:hasSupportingEvidence', 'cv:hasConcept', 'cv:hasEvidenceTypeList', 'cv:isDerivedFrom', 'cv:hasRequirement'],
  'cv:InformationRequirement': ['cv:hasConcept'], 'cv:Criterion': [], 'cv:Constraint': [],
  'cv:InformationConcept': ['dct:type', 'cv:expressionOfExpectedValue'],
  'cv:EvidenceTypeList': ['cv:specifiesEvidenceType'],
  'cv:EvidenceType': ['cv:evidenceTypeClassification', 'cv:isSpecifiedIn'],
  'cv:Evidence': ['dct:conformsTo', 'dct:type', 'dct:language', 'cv:supportsRequirement', 'dct:isPartOf', 'foaf:page'],
  'cpsv:Rule': ['dct:type', 'dct:language', 'cpsv:implements'],
  'eli:LegalResource': ['dct:relation', 'foaf:page'],
  'cv:Channel': [...hours, 'dct:type', 'cv:processingTime', 'cv:ownedBy', 'cpsv:hasInput', 'foaf:page', 'cv:hasAddress'],
  'cv:Cost': ['cv:hasValue', 'cv:currency', 'cv:ifAccessedThrough', 'cv:isDefinedBy'],
  'cv:Output': ['dct:type', 'dct:language', 'dct:isPartOf'],
  'cv:ContactPoint': [...hours, 'cv:contactPage', 'cv:telephone', 'cv:email'],
  'cv:Participation': ['cv:role', 'cv:hasParticipant'],
  'dct:Location': ['locn:geographicName'],
  'dct:LinguisticSystem': [], 'foaf:Document': [], 'skos:Concept': ['skos:notation', 'skos:inScheme', 'skos:broader'], 'skos:Collection': ['skos:member'],
  'time:TemporalEntity': ['cv:frequency'],
  'dcat:Dataset': ['dct:publisher', 'dct:hasPart', 'dcat:landingPage'],
  'locn:Address': ['locn:thoroughfare', 'locn:adminUnitL1', 'locn:adminUnitL2', 'locn:addressArea', 'locn:postName', 'locn:postCode', 'locn:locatorName', 'locn:locatorDesignator', 'locn:fullAddress', 'locn:poBox', 'locn:addressId'],
}

/** Whether a resource of these classes may say this. */
export const isKnownProperty = (types: readonly Word[], property: Word): boolean => labelled.includes(property) || types.some((type) => classes[type]?.includes(property) === true)

/** What a resource must be when one of these links to it, for files that do not say. */
export const ranges: Readonly<Record<Word, Word>> = {
  'cpsv:hasInput': 'cv:Evidence', 'cv:hasInputType': 'cv:EvidenceType', 'cv:hasCost': 'cv:Cost', 'cv:hasChannel': 'cv:Channel', 'cpsv:produces': 'cv:Output', 'cv:contactPoint': 'cv:ContactPoint',
  'cv:hasCompetentAuthority': 'cv:PublicOrganisation', 'cv:hasLegalResource': 'eli:LegalResource', 'cpsv:follows': 'cpsv:Rule', 'cv:holdsRequirement': 'cv:Requirement', 'cv:isGroupedBy': 'cv:Event',
  'cv:openingHours': 'time:TemporalEntity', 'locn:address': 'locn:Address',
}

/** Words of CPSV-AP 2.2.1 and earlier, and what 3.2.0 calls the same thing. Descriptions of both kinds are in use. */
export const formerly: Readonly<Record<Word, Word>> = {
  'schema:ContactPoint': 'cv:ContactPoint',
  'schema:OpeningHoursSpecification': 'time:TemporalEntity',
  'cv:PublicOrganization': 'cv:PublicOrganisation',
  'cv:CriterionRequirement': 'cv:Requirement',
  'cv:PublicServiceDataset': 'dcat:Dataset',
  'cv:FormalFramework': 'eli:LegalResource',
  'cpsv:FormalFramework': 'eli:LegalResource',
  'dct:Agent': 'foaf:Agent',
  'cv:hasFormalFramework': 'cv:hasLegalResource',
  'cv:hasCriterion': 'cv:holdsRequirement',
  'cv:hasContactPoint': 'cv:contactPoint',
  'cv:hasAddress': 'locn:address',
  'cv:value': 'cv:hasValue',
  'schema:telephone': 'cv:telephone',
  'schema:email': 'cv:email',
  'schema:hoursAvailable': 'cv:openingHours',
  'schema:openingHours': 'cv:openingHours',
  'schema:name': 'dct:title',
}

/** The same for addresses written with another spelling of a namespace: https, or the older eli ending. */
export const settledIri = (iri: string): string => {
  const plain = iri.startsWith('https://schema.org/') ? `http${iri.slice(5)}` : iri
  const now = formerly[wordOf(plain)]
  return now === undefined ? plain : iriOf(now)
}
