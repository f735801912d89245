/** @jsxRuntime automatic */
import { Link } from '@react-email/link';
import { style } from './style.ts';

/** Words with a link, or alone where there is no web page to link to. */
export function MaybeLink({ href, children }: { readonly href: string | null; readonly children: string }) {
  if (href === null) return <>{children}</>;
  return (
    <Link href={href} style={style.link}>
      {children}
    </Link>
  );
}
