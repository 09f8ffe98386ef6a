import type { ReactNode } from 'react';

interface CardProps {
  readonly className?: string;
  readonly children: ReactNode;
}

/** A quiet surface that holds one thing. */
export function Card({ className = '', children }: CardProps) {
  return <div className={`rounded-card border border-line bg-card ${className}`}>{children}</div>;
}
