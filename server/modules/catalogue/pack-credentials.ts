// Pack files on e-licences: what each type says, where it comes from, how its card looks.
// Every property is described here and nowhere else.
import { Type, type Static } from 'typebox'
import { ConceptId, Id, LegalBasis, Line, Rule, described, optional, strict, text } from './pack-file-parts.ts'

const ClaimId = Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,39}$', description: 'Name of what it says, as it stands in copies, for example birthDate.' })
const Colour = Type.String({ pattern: '^#[0-9a-f]{6}$', description: 'Colour, #rrggbb.' })

const ClaimPart = strict(
  {
    id: ClaimId,
    name: text('What people read.'),
    from: Type.Array(ConceptId, { minItems: 1, description: 'Data elements that can give it; the first that is known counts.' }),
    always: optional(Type.Boolean({ description: 'Whether every copy shows it; only when its holder chooses, when absent.' })),
    masked: optional(Type.Boolean({ description: 'Whether the card shows it in part until its holder taps it; false when absent.' })),
  },
  'Something the e-licence says.',
)

const DerivedPart = strict(
  {
    id: ClaimId,
    name: text('What people read, for example 年满60周岁.'),
    rule: described(Rule, 'FEEL: yes or no, over the data elements of the claims. With time it may only turn from no to yes, because copies are kept.'),
  },
  'What may be proven instead of telling a value.',
)

const LayoutPart = strict(
  {
    ink: described(Colour, 'Colour of what is written, #rrggbb.'),
    from: described(Colour, 'Colour of the ground, upper left.'),
    to: described(Colour, 'Colour of the ground, lower right.'),
    pattern: Type.Enum(['waves', 'grid', 'rays', 'plain'], { description: 'What is drawn on the ground.' }),
    fields: Type.Array(strict(
      { claim: ClaimId, at: Type.Enum(['title', 'main', 'side', 'foot'], { description: 'title: large, such as the name; main: the body; side: on the right; foot: small print.' }) },
      'A claim on the card.',
    ), { minItems: 1, maxItems: 12, description: 'What stands on the card, in order.' }),
  },
  'How the card looks. No emblem of the state stands on it (National Emblem Law).',
)

export const CredentialTypeEntry = strict(
  {
    id: Id,
    name: text('Name of the e-licence.'),
    prefix: Type.String({ pattern: '^[A-Z]{2,4}$', description: 'Letters in its numbers.' }),
    line: described(Line, 'Line of the authority that answers for it.'),
    level: optional(Type.Enum(['province', 'city', 'district'], { description: 'Level of that authority, where it comes from a registry; city when absent. Where it comes from a result it is the authority that decided.' })),
    services: optional(Type.Array(Id, { minItems: 1, description: 'Services whose results become this e-licence.' })),
    registries: optional(Type.Array(Id, { minItems: 1, description: 'Registries it is made from when its holder asks for it.' })),
    requires: optional(Type.Array(ConceptId, { minItems: 1, description: 'Data elements the registries must know; without them the person has no such document, and gets none.' })),
    holder: optional(described(ConceptId, 'Data element with the ID number of whom it is about, where that is not whom the account belongs to.')),
    until: optional(described(ConceptId, 'Data element with the last day on which it holds; as long as the result holds when absent.')),
    claims: Type.Array(ClaimPart, { minItems: 1, maxItems: 30, description: 'What it says.' }),
    derived: optional(Type.Array(DerivedPart, { minItems: 1, maxItems: 8, description: 'What may be proven instead.' })),
    layout: LayoutPart,
    legalBasis: LegalBasis,
  },
  'A type of e-licence (电子证照).',
)

export type CredentialTypeFields = Static<typeof CredentialTypeEntry>
