/** The part of Swagger UI that we use; its package has no types. */
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  type Component = (props: Props) => unknown
  type Props = { text?: string; getComponent(name: string, connected?: true): Component }
  type CreateElement = (component: Component | string, props: object | null, ...children: unknown[]) => unknown
  type System = { React: { createElement: CreateElement } }

  export default function SwaggerUIBundle(settings: {
    url: string
    domNode: Element
    deepLinking: boolean
    layout: string
    syntaxHighlight: { activated: boolean }
    plugins: ((system: System) => { components: Record<string, Component> })[]
    validatorUrl: null
  }): void
}
