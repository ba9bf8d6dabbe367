/** The page that shows a study while it is written, as HTML that holds all it needs. Everything that comes from the study is escaped. */
import { escapeXml } from '../../render/text/legible.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import { codeFrame } from '../reporters/code-frame.js';
import { fautesComptees } from '../reporters/report.js';
import { PLAIN } from '../terminal/colour.js';
import type { Apercu, FichierApercu } from './etat.js';

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
body { margin: 0; display: grid; grid-template-columns: minmax(20rem, 30rem) 1fr; height: 100vh; }
main { overflow: auto; padding: 1rem 1.25rem; }
iframe { border: 0; border-left: 1px solid #8886; width: 100%; height: 100%; background: #8882; }
h1 { font-size: 1.15rem; margin: 0 0 .25rem; } h2 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
ul { padding: 0; margin: 0; list-style: none; } li { margin: .6rem 0; }
pre { margin: .25rem 0 0; padding: .4rem; overflow: auto; background: #8882; font-size: .8rem; }
p { margin: .2rem 0; } .erreur { color: #c22; font-weight: 600; } .attention { color: #a60; font-weight: 600; } code { font-size: .85em; }
@media (prefers-color-scheme: dark) { .erreur { color: #f77; } .attention { color: #fb5; } }
@media (max-width: 50rem) { body { grid-template-columns: 1fr; grid-template-rows: 1fr 1fr; } }`;

/** Takes the new page when the program has built again; the file on show is loaded again only when it has changed. */
const SCRIPT = `
const view = document.querySelector('iframe');
const fresh = () => [...document.querySelectorAll('main a')].find((link) => link.dataset.fichier === view.dataset.fichier);
const show = (link) => {
  if (!link || view.dataset.empreinte === link.dataset.empreinte) return;
  view.dataset.fichier = link.dataset.fichier;
  view.dataset.empreinte = link.dataset.empreinte;
  view.src = link.href;
};
addEventListener('click', (event) => {
  const link = event.target.closest('a[data-vue]');
  if (!link) return;
  event.preventDefault();
  show(link);
});
const events = new EventSource('/evenements');
const take = async () => {
  const text = await (await fetch('/')).text();
  const page = new DOMParser().parseFromString(text, 'text/html');
  document.querySelector('main').replaceWith(page.querySelector('main'));
  document.title = page.title;
  show(fresh() ?? document.querySelector('a[data-vue]'));
};
events.addEventListener('change', take);
events.addEventListener('open', take);
events.addEventListener('error', () => {
  document.querySelector('[role=status]').textContent = 'La commande « atelier watch » est arrêtée : relancez-la.';
});`;

const SORTES = { erreur: 'Erreur', attention: 'Attention' } as const;

function faute({ fichier, plage, gravite, chemin, message, aide }: Diagnostic, textes: Apercu['textes']): string {
  const frame = codeFrame(textes.get(fichier), plage, PLAIN);
  return [
    `<li><p><span class="${gravite}">${SORTES[gravite]}</span> <code>${escapeXml(`${fichier}:${plage.ligne}:${plage.colonne}`)}</code></p>`,
    `<p>${chemin === '' ? '' : `<code>${escapeXml(chemin)}</code> : `}${escapeXml(message)}</p>`,
    aide === undefined ? '' : `<p>${escapeXml(aide)}</p>`,
    frame === '' ? '' : `<pre>${escapeXml(frame)}</pre>`,
    '</li>',
  ].join('');
}

/** Address of a file of the release on this server. */
export const adresseDe = (fichier: string): string =>
  `/livrables/${fichier.split('/').map(encodeURIComponent).join('/')}`;

function lien({ fichier, empreinte }: FichierApercu): string {
  const view = fichier.endsWith('.pdf') ? ' data-vue' : ' download';
  const data = `data-fichier="${escapeXml(fichier)}" data-empreinte="${escapeXml(empreinte)}"`;
  return `<li><a href="${escapeXml(adresseDe(fichier))}" ${data}${view}>${escapeXml(fichier)}</a></li>`;
}

/** `nonce` is the word that lets this style and this script, and no other, run. */
export function pageDe({ titre, phrase, diagnostics, textes, fichiers }: Apercu, nonce: string): string {
  const errors = diagnostics.filter(({ gravite }) => gravite === 'erreur').length;
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>${errors > 0 ? `(${errors}) ` : ''}${escapeXml(titre)}</title>
<style nonce="${nonce}">${STYLE}</style></head><body>
<main><h1>${escapeXml(titre)}</h1><p role="status">${escapeXml(phrase)}</p>
<h2>Livrables</h2><ul>${fichiers.map(lien).join('') || '<li>Aucun pour l’instant.</li>'}</ul>
<h2>${fautesComptees(diagnostics) ?? 'Aucune faute'}</h2><ul>${diagnostics.map((one) => faute(one, textes)).join('')}</ul></main>
<iframe title="Livrable"></iframe>
<script nonce="${nonce}">${SCRIPT}</script></body></html>
`;
}
