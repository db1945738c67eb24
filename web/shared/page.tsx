// Turns a page file into a route: loaded when first visited, together with its texts; title and errors handled once.
// A page file exports, in this order: its query, loader, title, columns, Component.
import type { ComponentType } from 'react'
import { useLoaderData, type LoaderFunction, type RouteObject } from 'react-router'
import { Loading } from '../ui/States.tsx'
import type { Area } from './i18n/areas.ts'
import { loadTexts, t, useT } from './i18n/store.ts'
import { PageTitle } from './Navigation.tsx'
import { NotFound, RouteError } from './RouteError.tsx'

export interface PageModule {
  Component: ComponentType
  /** Puts what the page needs into the query cache before it is drawn. */
  loader?: LoaderFunction
  /** Title of the document without the brand; gets what the loader returned. Called again when the language changes. */
  title: (data: never) => string
}

/** A route for `path` (from paths.ts); `areas` are the text areas the page uses besides the core ones. */
export function page(path: string, load: () => Promise<PageModule>, ...areas: Area[]): RouteObject {
  return {
    path,
    HydrateFallback: Loading,
    ErrorBoundary: RouteError,
    lazy: async () => {
      const [{ Component, loader, title }] = await Promise.all([load(), loadTexts(areas)])
      return { Component: titled(Component, title), ...(loader ? { loader } : {}) }
    },
  }
}

/** For addresses that no other route knows. */
export const unknownAddress: RouteObject = { path: '*', Component: titled(NotFound, () => t('shell.notFound.title')) }

/** The title function is only ever called with the data of its own loader: a page whose loader failed is not drawn. */
function titled(Component: ComponentType, title: PageModule['title']): ComponentType {
  return function Page() {
    useT()
    const data = useLoaderData() as never
    return (
      <>
        <PageTitle title={title(data)} />
        <Component />
      </>
    )
  }
}
