// Turns a page file into a route: loaded when first visited, together with its texts; title and errors handled once.
// A page file exports, in this order: its query, loader, title, columns, Component.
import type { ComponentType } from 'react'
import type { LoaderFunction, RouteObject } from 'react-router'
import { loadTexts } from './i18n/store.ts'
import type { Area } from './i18n/areas.ts'
import { Loading } from '../ui/States.tsx'
import { RouteError } from './RouteError.tsx'

export interface PageModule {
  Component: ComponentType
  /** Puts what the page needs into the query cache before it is drawn. */
  loader?: LoaderFunction
  /** Title of the document without the brand; gets what the loader returned. Called again when the language changes. */
  title: (data: never) => string
}

/** What a route carries for the frame around it. */
export interface PageHandle {
  title: (data: unknown) => string
}

/** A route for `path` (from paths.ts); `areas` are the text areas the page uses besides the core ones. */
export function page(path: string, load: () => Promise<PageModule>, ...areas: Area[]): RouteObject {
  return {
    path,
    HydrateFallback: Loading,
    ErrorBoundary: RouteError,
    lazy: async () => {
      const [{ Component, loader, title }] = await Promise.all([load(), loadTexts(areas)])
      // The title function is only ever called with the data of its own loader; a page that failed to load has none.
      const titleOf = title as PageHandle['title']
      const handle: PageHandle = { title: (data) => (loader && data === undefined ? '' : titleOf(data)) }
      return { Component, handle, ...(loader ? { loader } : {}) }
    },
  }
}
