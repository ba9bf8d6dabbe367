/** Priorities by domain and public, and the perimeters side by side. */

import { CRITERES_PRIORITE, LIBELLES_PRIORITE } from '../../analysis/priorites/priorites.js';
import { compte } from '../../texte/accords.js';
import { euros, nombreFr } from '../../texte/nombres.js';
import { cle, figureVide, lignes, table } from '../cells.js';
import { heatMatrix } from '../charts/matrices.js';
import { col, tableDe } from '../colonnes.js';
import type { Exhibit, TableExhibit } from '../types.js';
import type { ContexteScenarios, FabriqueScenarios } from './contexte.js';

const CLASSES = { prioritaire: 'Prioritaire', secondaire: 'Secondaire', autre: 'Autre' } as const;

function croisements({ priorites }: ContexteScenarios): TableExhibit {
  const scored = priorites.croisements.filter(({ score }) => score !== null);
  return table({
    name: 'priorites-croisements',
    title: 'Points de chaque domaine et public, du plus au moins prioritaire',
    sheet: 'Priorités',
    headerColumns: 2,
    columns: [
      { key: 'domaine', header: 'Domaine', format: 'texte', width: 1.6 },
      { key: 'public', header: 'Public', format: 'texte', width: 1.3 },
      { key: 'besoins', header: 'Besoins', format: 'entier', width: 0.7 },
      ...CRITERES_PRIORITE.map((critere) => ({
        key: critere,
        header: LIBELLES_PRIORITE[critere],
        format: 'entier' as const,
        width: 0.9,
      })),
      { key: 'ajustement', header: 'Ajustement', format: 'entier', width: 0.9 },
      { key: 'score', header: 'Points sur 100', format: 'entier', width: 0.8 },
      { key: 'classe', header: 'Classe', format: 'texte', width: 1 },
    ],
    rows: scored.map((c) => ({
      domaine: c.domaine.libelle,
      public: c.public.libelle,
      besoins: c.besoins,
      ...c.mesures,
      ajustement: c.ajustement?.points ?? null,
      score: c.score,
      classe: CLASSES[c.classe],
    })),
    source: `Source : inventaires de l’étude et notes du consultant ; ${compte(scored.length, 'croisement a', 'croisements ont')} au moins un besoin.`,
    empty: 'Aucun besoin n’est recensé : rien ne peut être classé.',
  });
}

function matrice(contexte: ContexteScenarios): Exhibit {
  const { priorites, etude, theme } = contexte;
  const { domaines, publics } = etude.etude;
  const score = (d: string, p: string): number | null =>
    priorites.croisements.find((c) => c.domaine.id === d && c.public.id === p)?.score ?? null;
  const data = table({
    name: 'priorites-matrice-donnees',
    title: 'Points par domaine et par public',
    sheet: 'Priorités',
    columns: [
      { key: 'domaine', header: 'Domaine', format: 'texte', width: 1.6 },
      ...publics.map(({ id, libelle }) => ({ key: cle('p', id), header: libelle, format: 'entier' as const })),
    ],
    rows: domaines.map((d) => ({
      domaine: d.libelle,
      ...Object.fromEntries(publics.map((p) => [cle('p', p.id), score(d.id, p.id)])),
    })),
    empty: 'Aucun besoin n’est recensé : rien ne peut être classé.',
  });
  const best = priorites.croisements[0];
  const title = best?.score
    ? `En tête : ${best.domaine.libelle} pour ${best.public.libelle}, ${nombreFr(Math.round(best.score))} points sur 100`
    : 'Priorités par domaine et par public';
  const source = 'Source : inventaires de l’étude, poids et notes du consultant.';
  if (!best || best.score === null) return figureVide({ name: 'priorites-matrice', title, source, data });
  const drawn = heatMatrix(
    {
      rows: domaines.map(({ libelle }) => libelle),
      columns: publics.map(({ libelle }) => libelle),
      values: domaines.map((d) => publics.map((p) => score(d.id, p.id))),
      legend: `Points sur 100 ; prioritaire à partir de ${priorites.seuils.prioritaire}, secondaire à partir de ${priorites.seuils.secondaire} ; un tiret : aucun besoin recensé.`,
      format: (value) => nombreFr(Math.round(value)),
    },
    theme,
  );
  return {
    kind: 'figure',
    name: 'priorites-matrice',
    title,
    ...drawn,
    alt: `Points de priorité par domaine et par public. ${priorites.croisements
      .filter((c) => c.classe === 'prioritaire')
      .map((c) => `${c.domaine.libelle} et ${c.public.libelle} : ${nombreFr(Math.round(c.score ?? 0))}`)
      .join(' ; ')}.`,
    source,
    data,
  };
}

function ajustements({ priorites }: ContexteScenarios): TableExhibit {
  return table({
    name: 'priorites-ajustements',
    title: 'Ajustements du consultant',
    sheet: 'Priorités',
    headerColumns: 2,
    columns: [
      { key: 'domaine', header: 'Domaine', format: 'texte', width: 1.2 },
      { key: 'public', header: 'Public', format: 'texte', width: 1 },
      { key: 'base', header: 'Points calculés', format: 'entier', width: 0.8 },
      { key: 'points', header: 'Ajustement', format: 'entier', width: 0.8 },
      { key: 'motif', header: 'Raison', format: 'texte', width: 3 },
    ],
    rows: priorites.croisements.flatMap((c) =>
      c.ajustement ? [{ domaine: c.domaine.libelle, public: c.public.libelle, base: c.base, ...c.ajustement }] : [],
    ),
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
  const columns = liste.map(({ id, libelle }) => ({
    key: cle('p', id),
    header: libelle,
    format: 'texte' as const,
    width: 1.6,
  }));
  type One = (typeof liste)[number];
  const row = (mesure: string, value: (p: One) => string | null) => ({
    mesure,
    ...Object.fromEntries(liste.map((p) => [cle('p', p.id), value(p)])),
  });
  const n = (value: number | null, unit = ''): string | null => (value === null ? null : `${nombreFr(value)}${unit}`);
  return [
    table({
      name: 'perimetres-comparaison',
      title: 'Les périmètres côte à côte',
      sheet: 'Périmètres',
      columns: [{ key: 'mesure', header: 'Mesure', format: 'texte', width: 1.5 }, ...columns],
      rows: [
        row('Communes', (p) => n(p.communes)),
        row('Habitants', (p) => n(p.population)),
        row('Densité', (p) => n(p.densite === null ? null : Math.round(p.densite), ' hab./km²')),
        row('Acteurs situés dans ce périmètre', (p) =>
          p.acteursNonSitues > 0
            ? `${nombreFr(p.acteurs)} (${nombreFr(p.acteursNonSitues)} ne sont pas situés)`
            : n(p.acteurs),
        ),
        row('Actions conduites localisées', (p) => n(p.actions)),
        row('Actions pour 10 000 habitants', (p) => n(p.actionsPour10000)),
        row('Habitants vivant aussi dans le périmètre des scénarios', (p) =>
          p.partCommune === null ? null : n(Math.round(p.partCommune * 100), '\u00a0%'),
        ),
        row('Pour', (p) => lignes(p.pour)),
        row('Contre', (p) => lignes(p.contre)),
      ],
      source: 'Source : territoire et actions de l’étude ; arguments du consultant.',
      empty: 'L’étude ne décrit aucun périmètre.',
    }),
    table({
      name: 'perimetres-couts',
      title: 'Le coût de chaque scénario dans chaque périmètre',
      sheet: 'Périmètres',
      groupBy: 'perimetre',
      headerColumns: 2,
      columns: [
        { key: 'perimetre', header: 'Périmètre', format: 'texte' },
        { key: 'scenario', header: 'Scénario', format: 'texte', width: 2 },
        { key: 'dimensionne', header: 'Dimensionné pour lui', format: 'oui-non', width: 0.9 },
        {
          key: 'par_habitant',
          header: 'Coût par habitant (€/an)',
          format: 'decimal',
          width: 1,
          note: 'Moyens inchangés.',
        },
        {
          key: 'demandes',
          header: 'Demandes pour 1 000 habitants',
          format: 'decimal',
          width: 1,
          note: 'Moyens inchangés.',
        },
        {
          key: 'service_egal',
          header: 'Coût annuel à service égal (€)',
          format: 'euros',
          width: 1.1,
          note: 'Coût annuel × habitants du périmètre ÷ habitants du périmètre du scénario.',
        },
        {
          key: 'aide_europeenne',
          header: 'Aide européenne comptée (€/an)',
          format: 'euros',
          width: 1,
          note: 'Aide européenne du plan de financement × part des habitants qui vivent dans le périmètre du scénario.',
        },
      ],
      rows: liste.flatMap((p) =>
        p.couts.map((c) => ({
          perimetre: p.libelle,
          scenario: c.scenario,
          dimensionne: c.dimensionne,
          par_habitant: c.coutParHabitant,
          demandes: c.demandesPourMille,
          service_egal: c.coutAServiceEgal,
          aide_europeenne: c.aideEuropeenne,
        })),
      ),
      source: `Source : chiffrage des scénarios ; le coût à service égal suit le nombre d’habitants. Exemple : ${liste[0]?.couts[0] ? `${analyse.scenarios[0]?.chiffrage.scenario.titre}, ${euros(liste[0].couts[0].coutAServiceEgal ?? 0)}` : '—'}.`,
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
