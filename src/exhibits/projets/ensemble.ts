/** The projects side by side: what they are, how they were chosen, foreseen against what happened. */

import { CAS_POUR_UN_TAUX } from '../../analysis/preuves.js';
import { noteDe, notePonderee } from '../../analysis/projets/grille.js';
import type { PrevuRealise, ProjetAnalyse } from '../../analysis/projets/projets.js';
import { etiquette } from '../../analysis/vocabulaire.js';
import { juxtaposer } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import { cle } from '../cells.js';
import { col, tableDe } from '../colonnes.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { type ContexteProjets, ETATS_PROJET, sansPourcent, sourceProjets } from './contexte.js';
import { resultatsDesProjets } from './resultats.js';

export const labels = (list: readonly { id: string; libelle: string }[], ids: readonly string[]): string =>
  juxtaposer(ids.map((id) => etiquette(list, id).libelle));

function ensemble(contexte: ContexteProjets): TableExhibit {
  const { etude, bilan } = contexte;
  return tableDe(bilan.projets, {
    name: 'projets-ensemble',
    title: `Les projets : ${bilan.publics || 'aucun'} de porteur public, ${bilan.prives || 'aucun'} de porteur privé`,
    sheet: 'Projets',
    columns: [
      col('titre', 'Projet', ({ projet }) => projet.titre, 'texte', 2),
      col('porteur', 'Porteur', ({ projet }) => projet.porteur.designation, 'texte', 1.5),
      col('statut', 'Statut', ({ projet }) => (projet.porteur.statut === 'public' ? 'Public' : 'Privé'), 'texte', 0.6),
      col('domaines', 'Domaines', ({ projet }) => labels(etude.etude.domaines, projet.domaines), 'texte', 1.4),
      col('publics', 'Publics', ({ projet }) => labels(etude.etude.publics, projet.publics), 'texte', 1.2),
      col('etat', 'État', ({ projet }) => ETATS_PROJET[projet.etat ?? 'pressenti'], 'texte', 0.8),
      col('avancement', 'Avancement', ({ avancement }) => avancement, 'pourcent', 0.7),
    ],
    source: sourceProjets(contexte),
    empty: 'Aucun projet n’est décrit.',
  });
}

/** What is compared project by project, under the codes of the whole. */
const POSTES: readonly {
  code: string;
  libelle: string;
  format: 'nombre' | 'euros';
  de: (one: ProjetAnalyse) => PrevuRealise;
}[] = [
  { code: 'jours-agent', libelle: 'Jours d’agent', format: 'nombre', de: ({ jours }) => jours },
  {
    code: 'jours-partenaires',
    libelle: 'Jours de partenaires',
    format: 'nombre',
    de: ({ joursPartenaires }) => joursPartenaires,
  },
  { code: 'rencontres', libelle: 'Rencontres', format: 'nombre', de: ({ seances }) => seances },
  { code: 'budget', libelle: 'Budget', format: 'euros', de: ({ budget }) => budget },
  { code: 'financements', libelle: 'Financements', format: 'euros', de: ({ financement }) => financement },
];

const unites = (format: 'nombre' | 'euros'): string => (format === 'euros' ? ' (€)' : '');

function prevuRealise(contexte: ContexteProjets): TableExhibit[] {
  const { bilan } = contexte;
  const laissees = bilan.ecarts.some(({ laisses }) => laisses > 0);
  return [
    tableDe(bilan.ecarts, {
      name: 'prevu-realise',
      part: 'Dispositif',
      title: 'Prévu et réalisé, tous projets ensemble',
      sheet: 'Prévu et réalisé',
      columns: [
        col('poste', 'Poste', ({ libelle }) => libelle, 'texte', 2),
        col('unite', 'Unité', ({ unite }) => unite, 'texte', 0.8),
        // Projects that tell nothing have nothing foreseen that could be compared.
        col('prevu', 'Prévu', ({ prevu, realise }) => (realise === null ? null : prevu), 'nombre'),
        col('realise', 'Réalisé', ({ realise }) => realise, 'nombre'),
        col(
          'ecart',
          'Écart',
          ({ ecart, unite, prevu }) => (unite !== '€' && prevu !== null && prevu < CAS_POUR_UN_TAUX ? null : ecart),
          'pourcent',
          { calcul: { type: 'ecart', de: ['realise', 'prevu'] } },
        ),
        col(
          'inconnus',
          'Projets non renseignés',
          ({ laisses }) => laisses,
          'entier',
          laissees ? {} : { workbookOnly: true },
        ),
      ],
      source: `${sourceProjets(contexte)}${laissees ? ' Les projets non renseignés sont laissés des deux côtés.' : ''}${sansPourcent(
        bilan.ecarts.map(({ unite, prevu, realise }) => (unite === '€' || realise === null ? null : prevu)),
        '',
      )}`,
      empty: 'Rien à comparer.',
    }),
    tableDe(bilan.projets, {
      name: 'prevu-realise-projets',
      part: 'Dispositif',
      title: 'Prévu et réalisé, projet par projet',
      sheet: 'Prévu et réalisé',
      columns: [
        col('projet', 'Projet', (one) => one.projet.titre, 'texte', 2),
        POSTES.flatMap(({ code, libelle, format, de }) => [
          col(
            cle(code, 'prevu'),
            `${libelle}, prévu${unites(format)}`,
            (one: ProjetAnalyse) => de(one).prevu,
            format,
            0.8,
          ),
          col(
            cle(code, 'realise'),
            `${libelle}, réalisé${unites(format)}`,
            (one: ProjetAnalyse) => de(one).realise,
            format,
            0.8,
          ),
        ]),
        col('reponse', 'Première réponse (jours ouvrés)', (one) => one.delaiReponse, 'entier'),
        col('retard', 'Retard (mois)', (one) => one.retardMois, 'entier', 0.7),
      ],
      totals: {
        projet: 'Ensemble',
        ...Object.fromEntries(
          bilan.ecarts.flatMap(({ code, prevu, realise }) => [
            [cle(code, 'prevu'), realise === null ? null : prevu],
            [cle(code, 'realise'), realise],
          ]),
        ),
      },
      source: `${sourceProjets(contexte)}${laissees ? ' L’ensemble laisse des deux côtés, poste par poste, les projets non renseignés.' : ''} Retard : le plus long des étapes, celles qui sont ouvertes comptées jusqu’à la date de ce document.`,
      empty: 'Aucun projet.',
    }),
  ];
}

/** The projects noted on the study's own selection grid, in their order of choice. */
function grille(contexte: ContexteProjets): TableExhibit {
  const { etude, bilan } = contexte;
  const items = etude.mode_operatoire?.experimentation?.grille ?? [];
  return tableDe(items.length === 0 ? [] : bilan.projets, {
    name: 'projets-choix',
    title: 'Comment les projets ont été choisis',
    sheet: 'Projets',
    columns: [
      col('projet', 'Projet', ({ projet }) => projet.titre, 'texte', 2),
      col('demande', 'Demande reçue', ({ projet }) => projet.accompagnement?.demande_recue ?? null, 'date', 0.9),
      col('retenu', 'Retenu le', ({ projet }) => projet.retenu_le ?? null, 'date', 0.9),
      items.map(({ id, libelle, poids = 1 }) =>
        col(cle('g', id), `${libelle} (× ${nombreFr(poids)})`, ({ projet }) => noteDe(projet, id), 'entier', 0.8),
      ),
      col('total', 'Note pondérée sur 5', ({ projet }) => notePonderee(projet, items), 'decimal', {
        width: 0.8,
        calcul: {
          type: 'moyenne',
          de: items.map(({ id }) => cle('g', id)),
          poids: items.map(({ poids = 1 }) => poids),
        },
      }),
    ],
    source: sourceProjets(contexte),
    empty: 'La grille de choix n’est pas écrite.',
  });
}

export const ensembleProjets = (contexte: ContexteProjets): Exhibit[] => [
  ensemble(contexte),
  resultatsDesProjets(contexte),
  grille(contexte),
  ...prevuRealise(contexte),
];
