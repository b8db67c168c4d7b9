/** Whom to suspect when a thread hangs or goes away: code that a user brought, named with the firms that run it. */
import type { JobSetup } from '../experiment/job.js';

type Firms = Readonly<Record<string, { readonly policy?: { readonly module?: unknown } } | undefined>>;

/** `; the reason may be the policy module ./a.mjs (firms kimi, doubao)`; empty without modules. */
export function suspects({ raw, modules }: Pick<JobSetup, 'raw' | 'modules'>): string {
  const written = Object.keys(modules);
  if (written.length === 0) return '';
  const firms = Object.entries((Object(raw).firms ?? {}) as Firms);
  const named = written.map((module) => {
    const users = firms.filter(([, firm]) => firm?.policy?.module === module).map(([id]) => id);
    return `${module} (${users.length === 1 ? 'firm' : 'firms'} ${users.join(', ')})`;
  });
  return `; the reason may be the policy module${written.length === 1 ? '' : 's'} ${named.join(', ')}`;
}
