/**
 * The local page of `atelier watch --voir`. It answers this machine alone (loopback, and the names of loopback: a site that gives its own name to
 * 127.0.0.1 is refused), reads only, and serves no file but those that the release says it holds.
 */
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Apercu } from './etat.js';
import { adresseDe, pageDe } from './page.js';

export interface ServeurApercu {
  url: string;
  /** Shows a new state; pages that are open take it at once. */
  publier(apercu: Apercu): void;
  /** Ends every connection; no page is answered any more. */
  fermer(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

const TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

const COMMON = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
};

function refuser(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { ...COMMON, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${sentence}\n`);
}

/** Why a request is not answered: another name than loopback's, another site, or a method that writes. */
function refusDe({ headers, method }: IncomingMessage, port: number): [number, string] | null {
  const names = [LOOPBACK, 'localhost', '[::1]'].map((name) => `${name}:${port}`);
  if (!names.includes(headers.host ?? '')) return [403, 'Cette page ne répond qu’à cette machine.'];
  if (headers['sec-fetch-site'] === 'cross-site') return [403, 'Cette page ne répond à aucun autre site.'];
  return method === 'GET' || method === 'HEAD' ? null : [405, 'Cette page se lit seulement.'];
}

async function envoyer(
  response: ServerResponse,
  { dossier, fichiers }: Apercu,
  path: string,
  head: boolean,
): Promise<void> {
  const found = fichiers.find(({ fichier }) => adresseDe(fichier) === path);
  const file = found ? join(dossier, found.fichier) : null;
  const size =
    file === null
      ? null
      : await stat(file).then(
          ({ size: octets }) => octets,
          () => null,
        );
  if (file === null || size === null) return refuser(response, 404, 'Ce livrable n’est pas dans la version en cours.');
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { ...COMMON, 'Content-Type': type, 'Content-Length': size });
  // A browser that goes away in the middle is no fault.
  await (head ? response.end() : pipeline(createReadStream(file), response).catch(() => response.destroy()));
}

function page(response: ServerResponse, apercu: Apercu): void {
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'`;
  response.writeHead(200, { ...COMMON, 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy });
  response.end(pageDe(apercu, nonce));
}

/** Listens on a free port of loopback. */
export async function servirApercu(premier: Apercu): Promise<ServeurApercu> {
  let apercu = premier;
  let port = 0;
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const refused = refusDe(request, port);
    if (refused) return refuser(response, ...refused);
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path === '/') return page(response, apercu);
    if (path === '/evenements') {
      response.writeHead(200, { ...COMMON, 'Content-Type': 'text/event-stream' });
      response.write('retry: 1000\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
      return;
    }
    if (path.startsWith('/livrables/')) return void envoyer(response, apercu, path, request.method === 'HEAD');
    refuser(response, 404, 'Il n’y a rien à cette adresse.');
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(0, LOOPBACK, done);
  });
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://${LOOPBACK}:${port}/`,
    publier: (next) => {
      apercu = next;
      for (const response of open) response.write('event: change\ndata: 1\n\n');
    },
    fermer: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
