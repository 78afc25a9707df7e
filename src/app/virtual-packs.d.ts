/** Made by `src/compiler/vite-plugin.ts`. */
declare module 'virtual:packs' {
  /** Every pack of this build. */
  export const packs: readonly import('../core/shipped-pack.ts').ShippedPack[]
}
