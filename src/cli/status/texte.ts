/** Where the study stands, in a terminal. */

import { resumeReponses } from '../../analysis/conformite/reponses.js';
import type { EtatEtude } from '../../analysis/etat/etat.js';
import type { Lacunes } from '../../analysis/etat/lacunes.js';
import { motDeReunion } from '../../analysis/etat/reunions.js';
import type { Modifications } from '../../documents/deliverable.js';
import { accord, compte } from '../../texte/accords.js';
import { auJour, dateCourte, dateEnLettres, duJour, leJour } from '../../texte/dates.js';
import type { Paint } from '../terminal/colour.js';
import { visible } from '../terminal/guarded.js';

const MARQUES = { complete: '●', exemple: '◑', partielle: '◐', manquante: '○', prevue: '○' } as const;
const LIVRABLE = { valide: 'validé', remis: 'remis, non validé', 'a-venir': 'à venir' } as const;
const PHASE = { terminee: 'terminée', 'en-cours': 'en cours', 'a-venir': 'à venir' } as const;

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - [...text].length));

/** A contradiction of the study as it is told here and to a script. */
export interface ContradictionLue {
  regle: string;
  chemin: string;
  contre: string[];
  message: string;
  issue: string;
  /** Why the study sets it aside; null when it stands. */
  motif: string | null;
}

/** A deliverable's state, and why the study cannot give it; null when it can. */
export type LivrableDit = EtatEtude['livrables'][number] & { manque: string | null };

export interface StatusInput {
  etat: EtatEtude & { livrables: LivrableDit[] };
  modifications: Readonly<Record<string, Modifications>>;
  /** Deliverables that a meeting validated and of which nothing was kept: what changes in them cannot be told. */
  nonGardees: readonly string[];
  contradictions: readonly ContradictionLue[];
  /** Null unless asked for. */
  lacunes: readonly Lacunes[] | null;
}

/** « 3 contradictions entre les données, 1 écartée », then how many each rule found. */
function contradictionsText(list: readonly ContradictionLue[], paint: Paint): string[] {
  const standing = list.filter(({ motif }) => motif === null);
  const aside = list.length - standing.length;
  if (list.length === 0) return [];
  const byRule = new Map<string, number>();
  for (const { regle } of standing) byRule.set(regle, (byRule.get(regle) ?? 0) + 1);
  const title = `${compte(standing.length, 'contradiction')} entre les données${aside > 0 ? `, ${compte(aside, 'écartée')}` : ''}`;
  return [
    paint.strong(title),
    ...[...byRule].map(([regle, n]) => `  ✗ ${regle}${n > 1 ? ` (${n})` : ''}`),
    ...(standing.length > 0
      ? [
          paint.faint(
            `      « atelier check » ${standing.length > 1 ? 'les' : 'la'} montre, avec ${standing.length > 1 ? 'leurs' : 'ses'} places.`,
          ),
        ]
      : []),
    '',
  ];
}

export function statusText(
  { etat, modifications, nonGardees, contradictions, lacunes }: StatusInput,
  paint: Paint,
): string {
  const lines: string[] = [`${paint.strong('État de l’étude')} ${auJour(etat.date)}`, ''];
  const section = (title: string): void => {
    lines.push(paint.strong(title));
  };
  if (etat.phases.length > 0) {
    section('Phases');
    for (const { phase, debut, fin, etat: state } of etat.phases)
      lines.push(`  ${pad(PHASE[state], 9)} ${phase} (${dateCourte(debut)}${fin ? ` – ${dateCourte(fin)}` : ''})`);
    lines.push('');
  }
  if (etat.livrables.length > 0) {
    section('Livrables');
    const width = Math.max(...etat.livrables.map(({ titre }) => [...titre].length));
    for (const l of etat.livrables) {
      const total = l.completes + l.exemples + l.partielles + l.manquantes;
      const asked =
        total > 0
          ? `${l.completes}/${total} ${accord(total, 'exigence complète', 'exigences complètes')}${l.exemples > 0 ? `, ${l.exemples} sur données d’exemple` : ''}`
          : '';
      const validated = l.reunion
        ? ` (${dateEnLettres(l.reunion.date)})${modifications[l.id] ? ', modifié depuis' : ''}`
        : '';
      // What cannot be built was not handed over, whatever its date says.
      const state =
        l.manque !== null && l.etat === 'remis'
          ? 'date passée, non remis'
          : l.renvoye
            ? `à modifier, demandé ${leJour(l.renvoye)}`
            : `${LIVRABLE[l.etat]}${validated}`;
      lines.push(`  ${pad(l.titre, width)}  ${pad(dateCourte(l.date), 10)}  ${pad(asked, 40)}  ${state}`);
      if (l.manque !== null) lines.push(paint.faint(`      ne se construit pas : ${l.manque}`));
    }
    lines.push('');
  }
  if (etat.reunions.length > 0) {
    section('Réunions');
    for (const r of etat.reunions)
      lines.push(
        `  ${pad(dateCourte(r.date), 10)}  ${pad(motDeReunion(r), 11)}  ${r.titre}${r.decisions ? `, ${compte(r.decisions, 'décision')}` : ''}${r.report?.le ? `, ${auJour(r.report.le)}` : ''}${r.motif ? ` (${r.motif})` : ''}`,
      );
    lines.push('');
  }
  const lacking = etat.exigences.filter(({ etat: state }) => state === 'partielle' || state === 'manquante');
  if (etat.exigences.length > 0) {
    section(`${etat.contrat} : ${resumeReponses(etat.exigences)}`);
    for (const e of lacking) lines.push(`  ${MARQUES[e.etat]} ${e.texte}`, paint.faint(`      ${e.motif}`));
    lines.push('');
  }
  for (const [livrable, { date, lignes }] of Object.entries(modifications)) {
    const titre = etat.livrables.find(({ id }) => id === livrable)?.titre ?? livrable;
    section(`${titre} : modifié depuis la validation ${duJour(date)}`);
    for (const { partie, objet, changement } of lignes) lines.push(visible(`  ✎ ${partie}, ${objet} : ${changement}`));
    lines.push('');
  }
  if (nonGardees.length > 0) {
    const titres = nonGardees.map((livrable) => etat.livrables.find(({ id }) => id === livrable)?.titre ?? livrable);
    section(`Empreintes à garder : ${titres.map((titre) => `« ${titre} »`).join(', ')}`);
    lines.push(
      paint.faint('      « atelier valider » les garde, pour dire ensuite ce qui a changé depuis la validation.'),
      '',
    );
  }
  lines.push(...contradictionsText(contradictions, paint));
  if (etat.prochaine) {
    const { titre, date, jours, bloque } = etat.prochaine;
    section(
      `Prochaine réunion : ${titre}, ${dateEnLettres(date)}${jours === null ? '' : jours === 0 ? ', aujourd’hui' : `, dans ${compte(jours, 'jour')}`}`,
    );
    if (bloque.length === 0) lines.push('  Rien ne la bloque.');
    for (const what of bloque) lines.push(`  ✗ ${what}`);
  } else lines.push('Aucune réunion n’est prévue.');
  for (const { libelle, liste } of lacunes ?? []) {
    lines.push('', paint.strong(`${libelle} : ${liste.length}`));
    for (const { texte, chemin } of liste) lines.push(`  · ${texte}`, paint.faint(`      ${chemin}`));
  }
  return `${lines.join('\n')}\n`;
}
