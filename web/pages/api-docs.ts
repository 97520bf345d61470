import SwaggerUi from 'swagger-ui-dist/swagger-ui-es-bundle.js'

/** Only the routes and where to paste a token: the page around it says the rest, and has a `main` of its own. */
const Viewer: Parameters<typeof SwaggerUi>[0]['plugins'][number] = ({ React: { createElement } }) => ({
  components: {
    Viewer: ({ getComponent }) =>
      createElement(
        'div',
        { className: 'swagger-ui' },
        ...['SvgAssets', 'errors', 'AuthorizeBtnContainer', 'operations'].map((name) =>
          createElement(getComponent(name, true), { key: name }),
        ),
      ),
    // A link within a button is neither.
    DeepLink: ({ text }) => createElement('span', null, text),
  },
})

const dark = matchMedia('(prefers-color-scheme: dark)')
const paint = () => document.documentElement.classList.toggle('dark-mode', dark.matches)
dark.addEventListener('change', paint)
paint()

/** The viewer gives its lists of choices no name. */
const nameSelects = (viewer: Element) => {
  for (const row of viewer.querySelectorAll<HTMLElement>('tr[data-param-name]')) {
    row.querySelector('select')?.setAttribute('aria-label', row.dataset.paramName ?? '')
  }
}

const domNode = document.querySelector('#viewer')
if (domNode) {
  new MutationObserver(() => nameSelects(domNode)).observe(domNode, { childList: true, subtree: true })
  SwaggerUi({
    url: '/api/openapi.json',
    domNode,
    deepLinking: true,
    layout: 'Viewer',
    syntaxHighlight: { activated: false },
    plugins: [Viewer],
    validatorUrl: null,
  })
}
