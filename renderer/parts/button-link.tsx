import type { ReactNode } from 'react';
import { hrefOf, type Route } from '../route.ts';
import { buttonStyle, type ButtonKind } from './button-style.ts';

interface ButtonLinkProps {
  readonly to: Route;
  readonly kind?: ButtonKind;
  readonly className?: string;
  readonly children: ReactNode;
}

export function ButtonLink({ to, kind = 'plain', className = '', children }: ButtonLinkProps) {
  return (
    <a href={hrefOf(to)} className={buttonStyle(kind, className)}>
      {children}
    </a>
  );
}
