/** Made by `src/compiler/vite-plugin.ts`. */
declare module 'virtual:packs' {
  /** Every pack of this build. */
  export const packs: readonly import('../core/shipped-pack.ts').ShippedPack[]
}

/** Made by `src/compiler/spelling-plugin.ts`. */
declare module 'virtual:spelling' {
  /** What the search knows of the script. */
  export const spelling: import('../core/text/spelling.ts').Spelling
}
