/** What each scenario does, with whom and with what, side by side: the same rows for all, so that what one lacks is seen. */
import { partenairesEtPayeurs } from '../../analysis/scenarios/financement/payeurs.js';
import { nombreFr } from '../../texte/nombres.js';
import { col, tableDe } from '../colonnes.js';
import type { TableExhibit } from '../types.js';
import { acteur, type ContexteScenarios, colonnesScenarios, type FabriqueScenarios, ROLES } from './contexte.js';
import { quantite } from './organisation.js';

interface Ligne {
  groupe: string;
  libelle: string;
  /** What a scenario makes of it; null where it has none. */
  valeur: (rang: number) => string | null;
}

/** The ids that scenarios name, each once, in the order in which they are met. */
const tous = <T>(lists: readonly (readonly T[])[], id: (one: T) => string): string[] => [
  ...new Set(lists.flatMap((list) => list.map(id))),
];

function lignes({ etude, analyse }: ContexteScenarios): Ligne[] {
  const scenarios = analyse.scenarios.map(({ chiffrage }) => chiffrage.scenario);
  const modalites = scenarios.map((one) => one.modalites);
  const partenaires = scenarios.map((one) => partenairesEtPayeurs(one));
  const outils = scenarios.map((one) => one.outils ?? []);
  return [
    ...tous(modalites, ({ modalite }) => modalite).map((id) => ({
      groupe: 'Modalités, et volume par an (probable)',
      libelle: etude.etude.modalites.find((one) => one.id === id)?.libelle ?? id,
      valeur: (rang: number) =>
        (modalites[rang] ?? [])
          .filter(({ modalite }) => modalite === id)
          .map(({ volume_annuel: volume, unite }) => quantite(volume, unite))
          .join(' ; ') || null,
    })),
    ...tous(partenaires, (one) => one.acteur).map((id) => ({
      groupe: 'Partenaires, leur rôle et leurs jours par an',
      libelle: acteur(etude, id),
      valeur: (rang: number) => {
        const own = (partenaires[rang] ?? []).find((one) => one.acteur === id);
        if (!own) return null;
        const days = own.jours_an === undefined ? '' : `, ${quantite(own.jours_an, 'j')}`;
        return `${ROLES[own.role]}${own.essentiel ? ' essentiel' : ''}${days}`;
      },
    })),
    ...tous(outils, ({ outil }) => outil).map((id) => ({
      groupe: 'Outils, et leur nombre',
      libelle: etude.outils.find((one) => one.id === id)?.nom ?? id,
      valeur: (rang: number) => {
        const own = (outils[rang] ?? []).find(({ outil }) => outil === id);
        return own ? nombreFr(own.quantite) : null;
      },
    })),
  ];
}

export const moyensCompares: FabriqueScenarios = (contexte): TableExhibit[] => [
  tableDe(lignes(contexte), {
    name: 'moyens-compares',
    title: 'Modalités, partenaires et outils, scénario par scénario',
    sheet: 'Moyens côte à côte',
    groupBy: 'groupe',
    headerColumns: 2,
    columns: [
      col('groupe', 'Ce que l’on compare', ({ groupe }) => groupe),
      col('libelle', 'Modalité, partenaire ou outil', ({ libelle }) => libelle, 'texte', 2),
      colonnesScenarios(contexte, (_, rang, { valeur }) => valeur(rang)),
    ],
    source: 'Source : fiches des scénarios.',
    tiret: { sens: 'le scénario n’en a pas' },
    empty: 'L’étude ne décrit aucun scénario.',
  }),
];
