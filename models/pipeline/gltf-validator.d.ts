// The one call of gltf-validator that the pipeline makes; the package brings no types.
declare module 'gltf-validator' {
  interface Options {
    /** Its answer's whole buffer is read: views into a larger one are misread. */
    readonly externalResourceFunction: (uri: string) => Promise<Uint8Array>
    readonly maxIssues: number
    readonly writeTimestamp: boolean
  }
  interface Report {
    readonly issues: {
      readonly numErrors: number
      /** Severity 0 is an error. */
      readonly messages: readonly { readonly code: string; readonly severity: number }[]
    }
  }
  export function validateString(json: string, options: Options): Promise<Report>
}
