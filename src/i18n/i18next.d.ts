import 'i18next'
import type { InterfaceWords } from './i18n.ts'

/** Every key that code asks for must stand in Simplified. */
declare module 'i18next' {
  interface CustomTypeOptions {
    readonly defaultNS: 'translation'
    readonly resources: { readonly translation: InterfaceWords }
  }
}
