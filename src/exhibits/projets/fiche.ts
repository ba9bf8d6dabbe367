/** One project's sheet on two pages, the same thing at the same place in each; here its identity, its rules and its means. */

import type { ProjetAnalyse } from '../../analysis/projets/projets.js';
import { versionAu } from '../../analysis/references.js';
import { etiquette, natureEcrite } from '../../analysis/vocabulaire.js';
import type { Projet } from '../../study/types.gen.js';
import { accord, compte, juxtaposer, minuscule, minusculeSiCommun } from '../../texte/accords.js';
import { nu } from '../../texte/identifiant.js';
import { nombreFr } from '../../texte/nombres.js';
import { col, tableDe } from '../colonnes.js';
import { risquesExhibits } from '../risques.js';
import { acteur } from '../scenarios/contexte.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { type ContexteProjets, ETATS_PROJET } from './contexte.js';
import { resultatsProjet } from './fiche-resultats.js';
import { suiviProjet } from './fiche-suivi.js';

/** « public », « privé, groupement »: the type is told where the name does not say it. */
function natureDuPorteur({ statut, type, designation }: Projet['porteur']): string {
  const side = statut === 'public' ? 'public' : 'privé';
  const nature = type === undefined ? '' : natureEcrite(type);
  return nature === '' || nu(designation).includes(nu(nature)) ? side : `${side}, ${nature}`;
}

/** What a sheet says first, as headings and their contents. */
export function identite({ etude }: ContexteProjets, one: ProjetAnalyse): [string, string][] {
  const { projet } = one;
  const noms = (list: readonly { id: string; libelle: string }[], ids: readonly string[] | undefined): string =>
    juxtaposer((ids ?? []).map((id) => minuscule(etiquette(list, id).libelle)));
  const commune = etude.territoire.communes.find(({ code }) => code === projet.commune)?.nom;
  const rows: [string, string][] = [
    ['Porteur', `${minusculeSiCommun(projet.porteur.designation)} (${natureDuPorteur(projet.porteur)})`],
    ['Lieu', commune ?? minusculeSiCommun(projet.lieu ?? '')],
    [accord(projet.domaines.length, 'Domaine', 'Domaines'), noms(etude.etude.domaines, projet.domaines)],
    [accord(projet.publics.length, 'Public', 'Publics'), noms(etude.etude.publics, projet.publics)],
    [
      accord(projet.actions_indicatives?.length ?? 0, 'Action de la commande', 'Actions de la commande'),
      noms(etude.etude.actions_indicatives ?? [], projet.actions_indicatives),
    ],
    [
      accord(projet.besoins?.length ?? 0, 'Besoin servi', 'Besoins servis'),
      (projet.besoins ?? []).map((id) => minuscule(etude.besoins.find((b) => b.id === id)?.libelle ?? id)).join(' ; '),
    ],
    [
      'État',
      `${minuscule(ETATS_PROJET[projet.etat ?? 'pressenti'])}${one.avancement === null ? '' : `, avancement ${nombreFr(one.avancement * 100)}\u00a0%`}`,
    ],
  ];
  return rows.filter(([, value]) => value !== '');
}

function regles({ etude, references, date }: ContexteProjets, one: ProjetAnalyse): TableExhibit {
  const { projet } = one;
  const texte = (reference: string | undefined): string | null => {
    const found = reference
      ? (versionAu(references, reference, date) ?? etude.references.find(({ id }) => id === reference))
      : undefined;
    return found ? (found.reference_texte ?? found.titre) : null;
  };
  return tableDe(projet.analyse?.reglementation ?? [], {
    name: `projet-${projet.id}-regles`,
    title: 'Règles à respecter',
    columns: [
      col('regle', 'Règle, et ce qu’elle demande ici', ({ regle }) => regle, 'texte', 2.4),
      col('texte', 'Texte en vigueur', ({ reference }) => texte(reference), 'texte', 2.2),
    ],
    empty: 'Aucune règle n’a été relevée : à vérifier avant de conclure qu’il n’y en a pas.',
  });
}

interface Moyen {
  moyen: string;
  emploi: string | null;
  prevu: number | null;
  realise: number | null;
  ajustement: string | null;
}

/** Partners and tools in one table: who and what the project used, and what was changed on the way. */
function moyens({ etude }: ContexteProjets, one: ProjetAnalyse): TableExhibit {
  const { projet } = one;
  const known = [...Object.values(one.seances), ...Object.values(one.jours)].some((n) => n !== null);
  const rows: Moyen[] = [
    // An agent of whom neither meetings nor days are known is said to do nothing.
    ...(known
      ? [
          {
            moyen: 'Agent du dispositif',
            emploi: `${one.seances.realise === null ? 'Rencontres non comptées' : compte(one.seances.realise, 'rencontre', 'rencontres', 'aucune rencontre')}${one.seances.prevu === null ? '' : `, ${compte(one.seances.prevu, 'prévue', 'prévues', 'aucune prévue')}`}`,
            ...one.jours,
            ajustement: null,
          },
        ]
      : []),
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
  ];
  return tableDe(rows, {
    name: `projet-${projet.id}-moyens`,
    title: 'Partenaires et outils mobilisés',
    columns: [
      col('moyen', 'Partenaire ou outil', ({ moyen }) => moyen, 'texte', 1.6),
      col('emploi', 'Apport', ({ emploi }) => emploi, 'texte', 1.9),
      col('prevu', 'Jours prévus', ({ prevu }) => prevu, 'nombre', 0.6),
      col('realise', 'Jours faits', ({ realise }) => realise, 'nombre', 0.6),
      col('ajustement', 'Ajustement', ({ ajustement }) => ajustement, 'texte', 1.8),
    ],
    empty: 'Aucun moyen n’est écrit.',
  });
}

/** The matrix is for longer lists; the sheet keeps to its two pages. */
const risques = ({ theme }: ContexteProjets, one: ProjetAnalyse): Exhibit[] => {
  const { projet } = one;
  return risquesExhibits(
    {
      name: `projet-${projet.id}-risques`,
      figure: `projet-${projet.id}-matrice-risques`,
      title: 'Risques et parades',
      figureTitle: 'Où se placent les risques',
      risques: projet.risques ?? [],
      source: 'Source : fiche du projet.',
      empty: 'Aucun risque n’est écrit.',
    },
    theme,
  ).filter(({ kind }) => kind === 'table');
};

export const ficheExhibits = (contexte: ContexteProjets, one: ProjetAnalyse): Exhibit[] => [
  regles(contexte, one),
  moyens(contexte, one),
  ...((one.projet.risques ?? []).length > 0 ? risques(contexte, one) : []),
  ...suiviProjet(contexte, one),
  ...resultatsProjet(contexte, one),
];
