import { Component, type ReactNode } from 'react'

export interface FaultBoundaryProps {
  /** What is shown in place of a screen that broke. */
  readonly instead: ReactNode
  readonly children: ReactNode
}

/** Keeps a fault in a screen, or a part of the app that could not be fetched, from leaving an empty window. */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false }

  // React knows no other way to catch what is thrown while it renders.
  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? this.props.instead : this.props.children
  }
}
