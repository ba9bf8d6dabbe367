/** One project's sheet on two pages, the same thing at the same place in each; here its identity, its rules and its means. */

import type { ProjetAnalyse } from '../../analysis/projets/projets.js';
import { versionAu } from '../../analysis/references.js';
import { etiquette } from '../../analysis/vocabulaire.js';
import { compte, minuscule } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import { table } from '../cells.js';
import { acteur } from '../scenarios/contexte.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { type ContexteProjets, ETATS_PROJET, feuilleDe } from './contexte.js';
import { resultatsProjet } from './fiche-resultats.js';
import { suiviProjet } from './fiche-suivi.js';

/** What a sheet says first, as headings and their contents. */
export function identite({ etude }: ContexteProjets, one: ProjetAnalyse): [string, string][] {
  const { projet } = one;
  const noms = (list: readonly { id: string; libelle: string }[], ids: readonly string[] | undefined): string =>
    (ids ?? []).map((id, i) => (i === 0 ? String : minuscule)(etiquette(list, id).libelle)).join(', ');
  const commune = etude.territoire.communes.find(({ code }) => code === projet.commune)?.nom;
  const rows: [string, string][] = [
    ['Porteur', `${projet.porteur.designation} (${projet.porteur.statut === 'public' ? 'public' : 'privé'})`],
    ['Lieu', commune ?? projet.lieu ?? ''],
    ['Domaines', noms(etude.etude.domaines, projet.domaines)],
    ['Publics', noms(etude.etude.publics, projet.publics)],
    ['Action de la commande', noms(etude.etude.actions_indicatives ?? [], projet.actions_indicatives)],
    [
      'Besoin servi',
      (projet.besoins ?? []).map((id) => etude.besoins.find((b) => b.id === id)?.libelle ?? id).join(' ; '),
    ],
    [
      'État',
      `${ETATS_PROJET[projet.etat ?? 'pressenti']}${one.avancement === null ? '' : `, avancement ${nombreFr(one.avancement * 100)}\u00a0%`}`,
    ],
  ];
  return rows.filter(([, value]) => value !== '');
}

function regles({ etude, references, date }: ContexteProjets, one: ProjetAnalyse): TableExhibit {
  const { projet } = one;
  return table({
    name: `projet-${projet.id}-regles`,
    title: 'Règles à respecter',
    sheet: feuilleDe(one, 'règles'),
    columns: [
      { key: 'regle', header: 'Règle, et ce qu’elle demande ici', format: 'texte', width: 2.4 },
      { key: 'texte', header: 'Texte en vigueur', format: 'texte', width: 2.2 },
    ],
    rows: (projet.analyse?.reglementation ?? []).map(({ regle, reference }) => {
      const found = reference
        ? (versionAu(references, reference, date) ?? etude.references.find(({ id }) => id === reference))
        : undefined;
      return { regle, texte: found ? (found.reference_texte ?? found.titre) : null };
    }),
    empty: 'Aucune règle n’a été relevée : à vérifier avant de conclure qu’il n’y en a pas.',
  });
}

/** Partners and tools in one table: who and what the project used, and what was changed on the way. */
function moyens({ etude }: ContexteProjets, one: ProjetAnalyse): TableExhibit {
  const { projet } = one;
  return table({
    name: `projet-${projet.id}-moyens`,
    title: 'Partenaires et outils mobilisés',
    sheet: feuilleDe(one, 'moyens'),
    columns: [
      { key: 'moyen', header: 'Partenaire ou outil', format: 'texte', width: 1.6 },
      { key: 'emploi', header: 'Apport', format: 'texte', width: 1.9 },
      { key: 'prevu', header: 'Jours prévus', format: 'entier', width: 0.6 },
      { key: 'realise', header: 'Jours faits', format: 'entier', width: 0.6 },
      { key: 'ajustement', header: 'Ajustement', format: 'texte', width: 1.8 },
    ],
    rows: [
      {
        moyen: 'Agent du dispositif',
        emploi: `${one.seances.realise === null ? 'Rencontres non comptées' : compte(one.seances.realise, 'rencontre', 'rencontres', 'aucune rencontre')}, ${compte(one.seances.prevu, 'prévue', 'prévues', 'aucune prévue')}`,
        prevu: one.jours.prevu,
        realise: one.jours.realise,
        ajustement: null,
      },
      ...(projet.partenaires ?? []).map((p) => ({
        moyen: acteur(etude, p.acteur),
        emploi: p.apport,
        prevu: p.jours_prevus ?? null,
        realise: p.jours_realises ?? null,
        ajustement: null,
      })),
      ...(projet.outils ?? []).map((o) => ({
        moyen: etude.outils.find(({ id }) => id === o.outil)?.nom ?? o.outil,
        emploi: o.usage ?? null,
        prevu: null,
        realise: null,
        ajustement: o.ajustement ?? null,
      })),
    ],
    empty: 'Aucun moyen n’est écrit.',
  });
}

export const ficheExhibits = (contexte: ContexteProjets, one: ProjetAnalyse): Exhibit[] => [
  regles(contexte, one),
  moyens(contexte, one),
  ...suiviProjet(contexte, one),
  ...resultatsProjet(contexte, one),
];
