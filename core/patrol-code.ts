import { bindingCode, type Token } from './ids.ts';

/**
 * The four characters by which words in place of a button name a request, a find or a shift: `同意 7K3Q`. Drawn from its token, so
 * nothing needs to be stored; whoever reads them compares with those that are open.
 */
export function patrolCode({ token }: { token: Token }): string {
  return bindingCode(token);
}
