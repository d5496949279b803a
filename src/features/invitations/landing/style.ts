import { createHash } from 'node:crypto';

/** The page's only style sheet; its hash is what the browser is allowed to apply. */
export const style = `
*{box-sizing:border-box}
html{color-scheme:light dark}
body{margin:0;min-height:100vh;display:flex;align-items:center;justify-content:center;padding:24px 16px;font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;background:#f3f4f6;color:#1f2328}
main{width:100%;max-width:440px;background:#fff;border-radius:16px;padding:28px 24px;box-shadow:0 1px 3px rgba(0,0,0,.12)}
h1{font-size:1.35rem;line-height:1.3;margin:0 0 12px;overflow-wrap:anywhere}
p{margin:0 0 16px;overflow-wrap:anywhere}
.open{display:block;text-align:center;text-decoration:none;font-weight:600;padding:14px 16px;margin:0 0 12px;border-radius:10px;background:#1f6feb;color:#fff}
.open:focus-visible{outline:3px solid #9ec5ff}
.note{font-size:.9rem;color:#59636e}
.code{margin:20px auto 0;text-align:center}
main>:last-child,.code .note{margin-bottom:0}
.code svg{width:176px;height:176px;border-radius:8px;background:#fff}
@media (max-width:599px){.code{display:none}}
@media (prefers-color-scheme:dark){body{background:#0d1117;color:#e6edf3}main{background:#161b22}.note{color:#9198a1}}
`;

/** What the page may load and do: apply its style, and nothing else. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
