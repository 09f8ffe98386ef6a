import type { ComponentProps } from 'react';
import { buttonStyle, type ButtonKind } from './button-style.ts';

interface ButtonProps extends ComponentProps<'button'> {
  readonly kind?: ButtonKind;
}

/** A button of at least 48 px. It submits a form only when `type` says so. */
export function Button({ kind = 'plain', className = '', type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={buttonStyle(kind, className)} {...rest} />;
}
