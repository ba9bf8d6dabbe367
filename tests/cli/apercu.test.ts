/** The page of `atelier watch --voir`: what it shows is escaped, what it serves is the release, and only this machine reads it. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Apercu, apercuVide } from '../../src/cli/apercu/etat.js';
import { pageDe } from '../../src/cli/apercu/page.js';
import { type ServeurApercu, servirApercu } from '../../src/cli/apercu/serveur.js';
import { temporaryFolder } from '../support/temporary.js';

let cwd: string;
let serveur: ServeurApercu;
let apercu: Apercu;

beforeEach(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, 'out/à # %'), { recursive: true });
  await writeFile(join(cwd, 'out/secret.txt'), 'secret');
  await writeFile(join(cwd, 'out/à # %/l’état "1".pdf'), '%PDF-1');
  await writeFile(join(cwd, 'out/à # %/notes.pdf'), '%PDF-2');
  apercu = {
    ...apercuVide('data'),
    titre: 'Étude « <script>alert(1)</script> »',
    dossier: join(cwd, 'out/à # %'),
    fichiers: [{ fichier: 'l’état "1".pdf', empreinte: 'a"b' }],
    textes: new Map([['a.yaml', '- id: <b>&amp;']]),
    diagnostics: [
      {
        code: 'x',
        gravite: 'erreur',
        fichier: 'a.yaml',
        plage: { ligne: 1, colonne: 7, longueur: 3 },
        chemin: '<i>',
        message: '<img src=x onerror=alert(1)>',
        aide: '" onclick="',
      },
    ],
  };
  serveur = await servirApercu(apercu);
});
afterEach(() => serveur.fermer());

/** A request as any program may send it: `fetch` forbids some headers. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number | undefined; body: string; headers: IncomingMessage['headers'] }>((done, failed) => {
    const { hostname, port } = new URL(serveur.url);
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => done({ status: response.statusCode, body, headers: response.headers }));
    });
    sent.on('error', failed);
    sent.end();
  });

describe('the page of a study', () => {
  it('escapes all that comes from it, and lets no other script run', async () => {
    const { body, headers } = await ask('/');
    expect(body).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(body).toContain('- id: &lt;b&gt;&amp;amp;');
    expect(body.match(/<script/g)).toHaveLength(1);
    expect(body).not.toMatch(/<img|<b>|<i>|" onclick/);
    expect(body).not.toMatch(/(src|href)="(https?:)?\/\//);
    const nonce = /script nonce="([^"]+)"/.exec(body)?.[1];
    expect(headers['content-security-policy']).toContain(`script-src 'nonce-${nonce}'`);
    expect(pageDe(apercuVide('data'), 'n')).toContain('Aucune faute');
  });

  it('counts what there is, and nothing that there is not', () => {
    const [error] = apercu.diagnostics;
    if (!error) throw new Error('no diagnostic');
    const heading = (diagnostics: Apercu['diagnostics']) =>
      /<h2>([^<]*)<\/h2><ul>(<li><p><span|<\/ul>)/.exec(pageDe({ ...apercu, diagnostics }, 'n'))?.[1];
    const warning = { ...error, gravite: 'attention' as const };
    expect(heading([error])).toMatch(/^1.erreur$/);
    expect(heading([warning])).toMatch(/^1.avertissement$/);
    expect(heading([error, error, warning])).toMatch(/^2.erreurs, 1.avertissement$/);
    expect(heading([])).toBe('Aucune faute');
  });

  it('leads to the files of the release, and to nothing else', async () => {
    const { body } = await ask('/');
    const address = /href="(\/livrables\/[^"]+)"/.exec(body)?.[1] ?? '';
    expect(await ask(address)).toMatchObject({
      status: 200,
      body: '%PDF-1',
      headers: { 'content-type': 'application/pdf' },
    });
    expect(await ask(address, {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
    for (const path of [
      '/livrables/notes.pdf',
      '/livrables/../secret.txt',
      '/livrables/..%2Fsecret.txt',
      '/secret.txt',
    ])
      expect((await ask(path)).status, path).toBe(404);
    await rm(join(apercu.dossier, 'l’état "1".pdf'));
    expect((await ask(address)).status).toBe(404);
  });

  it('answers this machine alone, under its own name, and reads only', async () => {
    const { hostname, port } = new URL(serveur.url);
    expect(hostname).toBe('127.0.0.1');
    expect((await ask('/', { host: `localhost:${port}` })).status).toBe(200);
    for (const host of ['exemple.fr', `exemple.fr:${port}`, '127.0.0.1', `127.0.0.1:${port}.exemple.fr`])
      expect((await ask('/', { host })).status, host).toBe(403);
    expect((await ask('/', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask('/', {}, 'POST')).status).toBe(405);
  });

  it('is told of each build, and ends with the command', async () => {
    const heard: string[] = [];
    const ended = new Promise<void>((done) => {
      get(`${serveur.url}evenements`, (response) => {
        response.on('data', (chunk: Buffer) => {
          heard.push(chunk.toString());
          if (heard.length === 1) serveur.publier({ ...apercu, titre: 'Neuf', diagnostics: [] });
          else void serveur.fermer();
        });
        response.on('error', () => undefined);
        response.on('close', done);
      });
    });
    await ended;
    expect(heard.join('')).toContain('event: change');
    await expect(ask('/')).rejects.toThrow();
    serveur = await servirApercu(apercu);
  });
});
