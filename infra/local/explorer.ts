import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A file of the explorer, ready to be sent. */
export type ExplorerFile = {
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers: Readonly<Record<string, string>>;
};

/** The file at a path, or undefined; only paths of a fixed list exist. */
export type ExplorerRoutes = (path: string) => ExplorerFile | undefined;

const script = 'text/javascript; charset=utf-8';
const sheet = 'text/css; charset=utf-8';

// GraphiQL's dialogs write <style> elements, and its fonts are inside its style sheet.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
} as const;

const page = `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Lá Chắn – thử API</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/explorer/graphiql.css">
    <link rel="stylesheet" href="/explorer/page.css">
    <script src="/explorer/react.js" defer></script>
    <script src="/explorer/react-dom.js" defer></script>
    <script src="/explorer/graphiql.js" defer></script>
    <script src="/explorer/start.js" defer></script>
  </head>
  <body>
    <header>
      <label for="token">Mã truy cập <span lang="en">(access token)</span></label>
      <input id="token" type="password" autocomplete="off" spellcheck="false"
        aria-describedby="token-note">
      <span id="token-note">Chỉ giữ trong thẻ này của trình duyệt.</span>
    </header>
    <main id="explorer"></main>
    <noscript>Trang này cần JavaScript.</noscript>
  </body>
</html>
`;

const pageStyle = `
html, body { height: 100%; margin: 0 }
body { display: flex; flex-direction: column; font: 1rem/1.5 system-ui, sans-serif }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; padding: 0.5rem 1rem }
#token { flex: 1 1 16rem; font: inherit; padding: 0.25rem 0.5rem }
#explorer { flex: 1; min-height: 0 }
`;

// Every piece of GraphiQL's state goes to sessionStorage too: nothing outlives the browser tab.
const startScript = (starterQuery: string): string => `
const token = document.getElementById('token');
token.value = sessionStorage.getItem('token') ?? '';

const authorization = () => (token.value ? { authorization: 'Bearer ' + token.value.trim() } : {});

const newFetcher = () => async (operation) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization() },
    body: JSON.stringify(operation),
  });
  return response.json();
};

const root = ReactDOM.createRoot(document.getElementById('explorer'));
const show = () =>
  root.render(
    React.createElement(GraphiQL, {
      fetcher: newFetcher(),
      defaultQuery: ${JSON.stringify(starterQuery)},
      storage: sessionStorage,
      shouldPersistHeaders: false,
    }),
  );

token.addEventListener('change', () => {
  sessionStorage.setItem('token', token.value.trim());
  show();
});
show();
`;

const { resolve } = createRequire(import.meta.url);

const packageFile = (name: string, file: string): Buffer =>
  readFileSync(join(dirname(resolve(`${name}/package.json`)), file));

type Part = { readonly type: string; readonly read: () => string | Buffer };

const parts = (starterQuery: string): ReadonlyMap<string, Part> => {
  const html: Part = { type: 'text/html; charset=utf-8', read: () => page };
  const from = (type: string, name: string, file: string): Part => {
    let content: Buffer | undefined;
    const read = () => {
      content ??= packageFile(name, file);
      return content;
    };
    return { type, read };
  };
  return new Map([
    ['/explorer', html],
    ['/explorer/', html],
    ['/explorer/page.css', { type: sheet, read: () => pageStyle }],
    ['/explorer/start.js', { type: script, read: () => startScript(starterQuery) }],
    ['/explorer/graphiql.css', from(sheet, 'graphiql', 'graphiql.min.css')],
    ['/explorer/graphiql.js', from(script, 'graphiql', 'graphiql.min.js')],
    ['/explorer/react.js', from(script, 'react', 'umd/react.production.min.js')],
    ['/explorer/react-dom.js', from(script, 'react-dom', 'umd/react-dom.production.min.js')],
  ]);
};

/** GraphiQL from the installed packages: it works without a network and talks to this origin only. */
export const explorerRoutes = (starterQuery: string): ExplorerRoutes => {
  const files = parts(starterQuery);
  return (path) => {
    const part = files.get(path);
    return part && { type: part.type, body: part.read(), headers };
  };
};
