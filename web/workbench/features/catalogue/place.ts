// What the address of the catalogue names: a region, and in it a matter, a service of a matter, or the findings of imports.
// Pure.

export interface CataloguePlace {
  /** GB/T 2260; empty: the place the site serves. */
  region: string
  matter: string
  /** Of the matter; empty: the matter itself. */
  service: string
  imports: boolean
}

export function readPlace(search: URLSearchParams): CataloguePlace {
  const region = search.get('region') ?? ''
  return {
    region: /^\d{6}(\d{3})?$/.test(region) ? region : '',
    matter: search.get('matter') ?? '',
    service: search.get('service') ?? '',
    imports: search.get('show') === 'imports',
  }
}

export function placeQuery({ region, matter, service, imports }: CataloguePlace): Record<string, string> {
  return { ...(region ? { region } : {}), ...(imports ? { show: 'imports' } : { ...(matter ? { matter } : {}), ...(matter && service ? { service } : {}) }) }
}
