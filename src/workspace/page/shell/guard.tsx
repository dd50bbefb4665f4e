// Keeps a part that cannot be drawn from taking the whole page with it.
import { Component, type ReactNode } from 'react';

export interface GuardProps {
  /** Stands in for the part that failed. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

interface GuardState {
  readonly failed: boolean;
}

export class Guard extends Component<GuardProps, GuardState> {
  override state: GuardState = { failed: false };

  static getDerivedStateFromError(): GuardState {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
