import { type ComponentChild, render } from 'preact'

/** Fills the page's `<main id="page">`. */
export function showPage(page: ComponentChild): void {
  const main = document.getElementById('page')
  if (main) render(page, main)
}
