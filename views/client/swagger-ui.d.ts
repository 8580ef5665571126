declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  /** Draws the documentation; the package itself brings no types. */
  export default function SwaggerUI(options: Record<string, unknown>): void
}
