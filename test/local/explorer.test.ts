import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { explorerRoutes } from '../../infra/local/explorer.ts';

const starter = `query Chào { viewer { id } } # </script> \`\${x}\` "y"`;
const file = explorerRoutes(starter);
const text = (path: string): string => String(file(path)?.body ?? '');

describe('the explorer', () => {
  it('loads nothing but its own files, and each of them exists', () => {
    const page = text('/explorer');
    const loaded = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((found) => found[1] ?? '');
    const own = loaded.filter((address) => address !== 'data:,');
    expect(own).toHaveLength(6);
    for (const path of own) expect(file(path)?.body.length).toBeGreaterThan(100);
    expect(page).not.toMatch(/https?:/);
  });

  it('brings style sheets that load nothing from elsewhere', () => {
    for (const path of ['/explorer/graphiql.css', '/explorer/page.css']) {
      expect(text(path)).not.toMatch(/@import|url\((?!data:)/);
    }
  });

  it('allows no script but its own and no connection but to this origin', () => {
    const policy = file('/explorer')?.headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
    expect(text('/explorer')).not.toMatch(/<script>|onload=/);
  });

  it('starts GraphiQL with the starter query as it is', () => {
    const shown: { defaultQuery?: string; storage?: unknown }[] = [];
    const sessionStorage = { getItem: () => null, setItem: () => {} };
    const field = { value: '', addEventListener: () => {} };
    new Script(text('/explorer/start.js')).runInNewContext({
      document: { getElementById: () => field },
      sessionStorage,
      GraphiQL: {},
      React: { createElement: (_: unknown, props: object) => props },
      ReactDOM: { createRoot: () => ({ render: (props: object) => shown.push(props) }) },
    });
    expect(shown).toMatchObject([{ defaultQuery: starter, storage: sessionStorage }]);
  });

  it('keeps the token for the browser tab only', () => {
    expect(text('/explorer/start.js')).not.toMatch(/localStorage|document\.cookie|indexedDB/);
  });

  it.each([
    '/',
    '/explorer/../package.json',
    '/explorer/%2e%2e/package.json',
    '/explorer/..%2f..%2fpackage.json',
    '/explorer//etc/passwd',
    '/explorer/graphiql.js/../../package.json',
    '/explorer/constructor',
    '/EXPLORER',
  ])('has no file at %s', (path) => {
    expect(file(path)).toBeUndefined();
  });
});
