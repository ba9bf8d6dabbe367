/** Priorities by domain and public, and the perimeters side by side. */

import { arrondiSelon } from '../../analysis/montants.js';
import type { CoutPerimetre, PerimetreAnalyse } from '../../analysis/priorites/perimetres.js';
import { CRITERES_PRIORITE, LIBELLES_PRIORITE, type PrioritesAnalysis } from '../../analysis/priorites/priorites.js';
import { compte, majuscule, minuscule } from '../../texte/accords.js';
import { decimalesDeColonne, euros, nombreA, nombreFr } from '../../texte/nombres.js';
import { alternative } from '../alternative.js';
import { cle, figureVide, lignes } from '../cells.js';
import { heatMatrix } from '../charts/matrices.js';
import { col, tableDe } from '../colonnes.js';
import type { Exhibit, TableExhibit } from '../types.js';
import type { ContexteScenarios, FabriqueScenarios } from './contexte.js';

const CLASSES = { prioritaire: 'Prioritaire', secondaire: 'Secondaire', autre: 'Autre' } as const;

/** A cost in a perimeter, and its amounts with no more digits than the interval of the cost allows. */
interface CoutLu {
  p: PerimetreAnalyse;
  c: CoutPerimetre;
  arrondi: (amount: number | null) => number | null;
}

/** The sum of a cell of the table, for a scenario that was sized for another perimeter; nothing where each was sized for its own. */
function exemple(couts: readonly CoutLu[]): string {
  const moved = couts.find(({ c }) => !c.dimensionne && c.coutParHabitant && c.coutAServiceEgal);
  const own = couts.find(({ c }) => c.dimensionne && c.scenario === moved?.c.scenario)?.c;
  const annual = own?.coutAServiceEgal;
  if (!moved?.c.coutParHabitant || !own?.coutParHabitant || !annual) return '';
  const people = (each: number): string => nombreFr(Math.round(annual / each));
  const equal = moved.c.coutAServiceEgal ?? annual;
  const shown = euros(moved.arrondi(equal) ?? equal);
  // To the euro: a sum of rounded amounts is one that its reader cannot find again.
  const exact = euros(Math.round(equal));
  return ` Exemple : « ${moved.c.scenario} », ${euros(Math.round(annual))} × ${people(moved.c.coutParHabitant)} ÷ ${people(own.coutParHabitant)} habitants, soit ${exact}${shown === exact ? '' : `, arrondi à ${shown}`}. Montants arrondis à ce que l’incertitude des coûts permet.`;
}

function croisements({ priorites }: ContexteScenarios): TableExhibit {
  const scored = priorites.croisements.filter(({ score }) => score !== null);
  return tableDe(scored, {
    name: 'priorites-croisements',
    title: 'Points de chaque domaine et public, du plus au moins prioritaire',
    sheet: 'Priorités',
    headerColumns: 2,
    columns: [
      col('domaine', 'Domaine', ({ domaine }) => domaine.libelle, 'texte', 1.6),
      col('public', 'Public', (c) => c.public.libelle, 'texte', 1.3),
      col('besoins', 'Besoins', ({ besoins }) => besoins, 'entier', 0.7),
      CRITERES_PRIORITE.map((critere) =>
        col(critere, LIBELLES_PRIORITE[critere], ({ mesures }) => mesures[critere], 'entier', 0.9),
      ),
      col('ajustement', 'Ajustement', ({ ajustement }) => ajustement?.points ?? null, 'entier', 0.9),
      col('score', 'Points sur 100', ({ score }) => score, 'entier', 0.8),
      col('classe', 'Classe', ({ classe }) => CLASSES[classe], 'texte', 1),
    ],
    source: `Source : inventaires de l’étude et notes du consultant ; ${compte(scored.length, 'croisement a', 'croisements ont')} au moins un besoin.`,
    empty: 'Aucun besoin n’est recensé : rien ne peut être classé.',
  });
}

/** « les habitants », where the study says it. */
const publicEnPhrase = (
  { etude }: ContexteScenarios['etude'],
  { id, libelle }: { id: string; libelle: string },
): string => etude.publics.find((entry) => entry.id === id)?.en_phrase ?? `le public « ${libelle} »`;

/** « biodiversité pour les habitants »: what a crossing is named in a sentence. */
export const croisementEnPhrase = (
  etude: ContexteScenarios['etude'],
  { domaine, public: groupe }: Pick<PrioritesAnalysis['croisements'][number], 'domaine' | 'public'>,
): string => `${minuscule(domaine.libelle)} pour ${publicEnPhrase(etude, groupe)}`;

function matrice(contexte: ContexteScenarios): Exhibit {
  const { priorites, etude, theme } = contexte;
  const { domaines, publics } = etude.etude;
  const score = (d: string, p: string): number | null =>
    priorites.croisements.find((c) => c.domaine.id === d && c.public.id === p)?.score ?? null;
  const data = tableDe(domaines, {
    name: 'priorites-matrice-donnees',
    title: 'Points par domaine et par public',
    sheet: 'Priorités',
    columns: [
      col('domaine', 'Domaine', ({ libelle }) => libelle, 'texte', 1.6),
      publics.map((p) => col(cle('p', p.id), p.libelle_court ?? p.libelle, ({ id }) => score(id, p.id), 'entier')),
    ],
    empty: 'Aucun besoin n’est recensé : rien ne peut être classé.',
  });
  const best = priorites.croisements[0];
  const title = best?.score
    ? `En tête : ${majuscule(croisementEnPhrase(etude, best))}, ${compte(Math.round(best.score), 'point')} sur 100`
    : 'Priorités par domaine et par public';
  const source = 'Source : inventaires de l’étude, poids et notes du consultant.';
  if (!best || best.score === null) return figureVide({ name: 'priorites-matrice', title, source, data });
  const drawn = heatMatrix(
    {
      rows: domaines.map(({ libelle }) => libelle),
      columns: publics.map(({ libelle, libelle_court: court }) => court ?? libelle),
      values: domaines.map((d) => publics.map((p) => score(d.id, p.id))),
      legend: `Points sur 100. Foncé : prioritaire, à partir de ${priorites.seuils.prioritaire} ; clair : secondaire, à partir de ${priorites.seuils.secondaire} ; blanc : autre ; un tiret : aucun besoin recensé.`,
      format: (value) => nombreFr(Math.round(value)),
      classes: [priorites.seuils.prioritaire, priorites.seuils.secondaire],
    },
    theme,
  );
  const enPoints = (value: number | null): string => (value === null ? 'sans besoin' : nombreFr(Math.round(value)));
  return {
    kind: 'figure',
    name: 'priorites-matrice',
    title,
    ...drawn,
    alt: alternative(
      title,
      'Grille teintée : les points de priorité de chaque domaine pour chaque public, plus foncés quand ils sont plus hauts',
      domaines.map(
        (d) => `${d.libelle} : ${publics.map((p) => `${p.libelle} ${enPoints(score(d.id, p.id))}`).join(', ')}`,
      ),
    ),
    source,
    data,
  };
}

function ajustements({ priorites }: ContexteScenarios): TableExhibit {
  const ajustes = priorites.croisements.flatMap((c) => (c.ajustement ? [{ c, ajustement: c.ajustement }] : []));
  return tableDe(ajustes, {
    name: 'priorites-ajustements',
    title: 'Ajustements du consultant',
    sheet: 'Priorités',
    headerColumns: 2,
    columns: [
      col('domaine', 'Domaine', ({ c }) => c.domaine.libelle, 'texte', 1.2),
      col('public', 'Public', ({ c }) => c.public.libelle, 'texte', 1),
      col('base', 'Points calculés', ({ c }) => c.base, 'entier', 0.8),
      col('points', 'Ajustement', ({ ajustement }) => ajustement.points, 'entier', 0.8),
      col('motif', 'Raison', ({ ajustement }) => ajustement.motif, 'texte', 3),
    ],
    empty: 'Le consultant n’a ajusté aucun score.',
  });
}

function motifs({ etude }: ContexteScenarios): TableExhibit {
  const nom = (id: string): string => etude.etude.domaines.find((d) => d.id === id)?.libelle ?? id;
  const cible = (id: string | undefined): string => etude.etude.publics.find((p) => p.id === id)?.libelle ?? 'Tous';
  const { cadre = [], eligibilite = [] } = etude.priorites ?? {};
  const rows = [
    ...cadre.map((entry) => ({ nature: LIBELLES_PRIORITE.cadre, entry })),
    ...eligibilite.map((entry) => ({ nature: LIBELLES_PRIORITE.eligibilite, entry })),
  ];
  return tableDe(rows, {
    name: 'priorites-motifs',
    title: 'Notes du consultant et leurs raisons',
    sheet: 'Priorités',
    groupBy: 'nature',
    headerColumns: 2,
    columns: [
      col('nature', 'Nature', ({ nature }) => nature),
      col('domaine', 'Domaine', ({ entry }) => nom(entry.domaine), 'texte', 1.4),
      col('public', 'Public', ({ entry }) => cible(entry.public), 'texte', 1),
      col('note', 'Note sur 5', ({ entry }) => entry.note, 'entier', 0.7),
      col('motif', 'Raison', ({ entry }) => entry.motif, 'texte', 3),
    ],
    source: 'Source : modèle de priorités de l’étude.',
    empty: 'Le consultant n’a noté ni l’accord avec le cadre ni l’éligibilité.',
  });
}

function perimetres({ perimetres: { liste }, analyse }: ContexteScenarios): Exhibit[] {
  type One = (typeof liste)[number];
  const n = (value: number | null, unit = ''): string | null => (value === null ? null : `${nombreFr(value)}${unit}`);
  /** The official total first, with the part of it that the study describes. */
  const officiel = (described: number, total: number | null | undefined, of: string): string =>
    typeof total === 'number' && total > described
      ? `${nombreFr(total)} (dont ${nombreFr(described)} ${of})`
      : nombreFr(described);
  const mesure = (libelle: string, de: (p: One) => string | null) => ({ libelle, de });
  const mesures = [
    mesure('Communes', (p) => officiel(p.communes, p.officiel?.communes, 'décrites')),
    mesure('Habitants', (p) => officiel(p.population, p.officiel?.population, 'dans les communes décrites')),
    mesure('Densité des communes décrites', (p) => n(p.densite === null ? null : Math.round(p.densite), ' hab./km²')),
    mesure('Acteurs dont le territoire y est compris', (p) =>
      p.acteursNonSitues > 0
        ? `${nombreFr(p.acteurs)} (${nombreFr(p.acteursNonSitues)} ne sont pas situés)`
        : n(p.acteurs),
    ),
    mesure('Actions conduites localisées', (p) => n(p.actions)),
    mesure('Actions pour 10 000 habitants des communes décrites', (p) =>
      p.actionsPour10000 === null
        ? null
        : nombreA(
            p.actionsPour10000,
            decimalesDeColonne(liste.flatMap(({ actionsPour10000: rate }) => rate ?? [])),
            true,
          ),
    ),
    // Where two perimeters have as many scenarios, there is no « the » perimeter of the scenarios.
    ...(liste.some(({ partCommune }) => partCommune !== null)
      ? [
          mesure('Habitants vivant aussi dans le périmètre des scénarios', (p) =>
            p.partCommune === null ? null : n(Math.round(p.partCommune * 100), '\u00a0%'),
          ),
        ]
      : []),
    ...(liste.some(({ pour }) => pour.length > 0) ? [mesure('Pour', (p) => lignes(p.pour))] : []),
    ...(liste.some(({ contre }) => contre.length > 0) ? [mesure('Contre', (p) => lignes(p.contre))] : []),
  ];
  const couts = liste.flatMap((p) =>
    p.couts.map((c, i): CoutLu => {
      const drawn = analyse.scenarios[i]?.simulation.coutAnnuel;
      return {
        p,
        c,
        arrondi: (amount) => (amount === null || !drawn ? amount : arrondiSelon(amount, drawn.p10, drawn.p90)),
      };
    }),
  );
  return [
    tableDe(mesures, {
      name: 'perimetres-comparaison',
      title: 'Les périmètres côte à côte',
      sheet: 'Périmètres',
      columns: [
        col('mesure', 'Mesure', ({ libelle }) => libelle, 'texte', 1.5),
        liste.map((p) => col(cle('p', p.id), p.libelle, ({ de }) => de(p), 'texte', 1.6)),
      ],
      source: 'Source : territoire et actions de l’étude ; arguments du consultant.',
      empty: 'L’étude ne décrit aucun périmètre.',
    }),
    tableDe(couts, {
      name: 'perimetres-couts',
      title: 'Le coût de chaque scénario dans chaque périmètre',
      sheet: 'Périmètres',
      groupBy: 'perimetre',
      headerColumns: 2,
      columns: [
        col('perimetre', 'Périmètre', ({ p }) => p.libelle),
        col('scenario', 'Scénario', ({ c }) => c.scenario, 'texte', 2),
        col('dimensionne', 'Dimensionné pour lui', ({ c }) => c.dimensionne, 'oui-non', 0.9),
        col('par_habitant', 'Coût par habitant (€/an)', ({ c }) => c.coutParHabitant, 'decimal', {
          width: 1,
          note: 'Moyens inchangés.',
        }),
        col('demandes', 'Demandes pour 1 000 habitants', ({ c }) => c.demandesPourMille, 'decimal', {
          width: 1,
          note: 'Moyens inchangés.',
        }),
        col(
          'service_egal',
          'Coût annuel à service égal (€)',
          ({ c, arrondi }) => arrondi(c.coutAServiceEgal),
          'euros',
          {
            width: 1.1,
            note: 'Coût annuel × habitants du périmètre ÷ habitants du périmètre du scénario.',
          },
        ),
        // A study without European receipts has no column of noughts.
        couts.some(({ c }) => c.aideEuropeenne !== null && c.aideEuropeenne > 0)
          ? col(
              'aide_europeenne',
              'Aide européenne, à service égal (€/an)',
              ({ c, arrondi }) => arrondi(c.aideEuropeenne),
              'euros',
              {
                width: 1,
                note: 'Dépense à service égal des habitants qui vivent aussi dans le périmètre du scénario, au taux et sous le plafond de l’aide.',
              },
            )
          : [],
      ],
      source: `Source : chiffrage des scénarios ; le coût à service égal suit le nombre d’habitants.${exemple(couts)}${couts.some(({ c }) => c.aideEuropeenne) ? ' L’aide ne suit que les habitants qui vivent aussi dans le périmètre du scénario.' : ''}`,
      empty: 'Aucun scénario à chiffrer.',
    }),
  ];
}

export const prioritesExhibits: FabriqueScenarios = (contexte) => [
  matrice(contexte),
  croisements(contexte),
  ajustements(contexte),
  motifs(contexte),
  ...perimetres(contexte),
];
