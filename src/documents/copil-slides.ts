/** The deck of a meeting: what the document says, on slides that can be presented as they are. */

import type { CopilAnalysis } from '../analysis/copil/copil.js';
import { resumeExigences } from '../analysis/etat/etat.js';
import type { ChartTheme } from '../exhibits/charts/theme.js';
import { court } from '../exhibits/scenarios/contexte.js';
import type { Study } from '../study/study.js';
import { dateEnLettres } from '../texte/dates.js';
import { nombreFr } from '../texte/nombres.js';
import type { DeliverableOptions } from './deliverable.js';
import type { Slide, SlideChart, SlideDeck } from './slides.js';

const LIVRABLE = { valide: 'validé', remis: 'remis, non validé', 'a-venir': 'à venir' } as const;

const round = (value: number): number => Math.round(value * 10) / 10;

/** The chart that goes with a decision, if the data gives one. */
function chartOf(livrable: string | null, { scenarios, bilan }: CopilAnalysis): SlideChart[] {
  if (livrable === 'scenarios' && scenarios?.evaluation) {
    const { evaluation } = scenarios;
    const names = scenarios.scenarios.map(court);
    const costs = scenarios.scenarios.map(
      ({ chiffrage }) => Math.round((chiffrage.indicateurs.get('cout_annuel')?.valeur ?? 0) / 100) / 10,
    );
    return [
      {
        title: 'Points de chaque critère',
        categories: names,
        series: evaluation.criteres.map(({ libelle }, j) => ({
          name: libelle,
          values: evaluation.contributions.map((row) => round(row[j] ?? 0)),
        })),
        stacked: true,
        axis: 'Points sur 100',
        alt: names.map((name, i) => `${name} : ${nombreFr(evaluation.scores[i] ?? 0)} points`).join(' ; '),
      },
      {
        title: 'Coût annuel',
        categories: names,
        series: [{ name: 'Coût annuel', values: costs }],
        stacked: false,
        axis: 'Milliers d’euros par an',
        alt: names.map((name, i) => `${name} : ${nombreFr(costs[i] ?? 0)} milliers d’euros`).join(' ; '),
      },
    ];
  }
  if ((livrable === 'bilan' || livrable === 'fiches-projets') && bilan) {
    const noted = bilan.criteres.filter(({ notes }) => notes.length > 0);
    if (noted.length === 0) return [];
    const good = noted.map(({ notes }) => notes.filter(({ note }) => note >= 4).length);
    return [
      {
        title: 'Projets notés 4 ou 5, par critère',
        categories: noted.map(({ libelle }) => libelle),
        series: [{ name: 'Projets notés 4 ou 5', values: good }],
        stacked: false,
        axis: 'Nombre de projets',
        alt: noted.map(({ libelle, notes }, i) => `${libelle} : ${good[i]} sur ${notes.length}`).join(' ; '),
      },
    ];
  }
  return [];
}

export function copilSlides(
  study: Study,
  copil: CopilAnalysis,
  theme: ChartTheme,
  options: DeliverableOptions,
): SlideDeck {
  const { reunion, etat, precedente } = copil;
  const changes = Object.values(options.modifications ?? {});
  const agenda: Slide = {
    title: 'Ordre du jour',
    bullets: [],
    table: [
      ['Point', 'Minutes', 'Décision attendue'],
      ...reunion.ordre_du_jour.map(({ point, minutes, decision_attendue: d }) => [
        point,
        minutes ? String(minutes) : '',
        d ?? '',
      ]),
    ],
    notes: reunion.lieu ? `Lieu : ${reunion.lieu}.` : '',
  };
  const state: Slide = {
    title: `Où en est l’étude : ${resumeExigences(etat.exigences)}`,
    bullets: [],
    table: [
      ['Livrable', 'Date', 'Exigences complètes', 'État'],
      ...etat.livrables.map((l) => [
        l.titre,
        dateEnLettres(l.date),
        `${l.completes} sur ${l.completes + l.partielles + l.manquantes}`,
        LIVRABLE[l.etat],
      ]),
    ],
  };
  const since: Slide[] = [
    ...(precedente
      ? [
          {
            title: `Décidé le ${dateEnLettres(precedente.date)}`,
            bullets:
              precedente.decisions.length > 0
                ? precedente.decisions.map(({ objet, texte }) => `${objet} : ${texte}`)
                : ['Aucune décision n’est écrite.'],
          },
        ]
      : []),
    ...changes.map(({ date, lignes }) => ({
      title: `Modifié depuis la validation du ${dateEnLettres(date)}`,
      bullets: [],
      table: [
        ['Partie', 'Objet', 'Changement'],
        ...lignes.map(({ partie, objet, changement }) => [partie, objet, changement]),
      ],
    })),
    ...(options.depuis
      ? [
          {
            title: `Ce qui a changé depuis la version ${options.depuis.version}`,
            bullets: options.depuis.lignes.length > 0 ? [] : ['Rien n’a changé.'],
            ...(options.depuis.lignes.length > 0
              ? {
                  table: [
                    ['Partie', 'Objet', 'Changement'],
                    ...options.depuis.lignes.map(({ partie, objet, changement }) => [partie, objet, changement]),
                  ],
                }
              : {}),
          },
        ]
      : []),
  ];
  const toDecide = copil.decisionsAPrendre.flatMap((d): Slide[] => {
    const [first, ...others] = chartOf(d.livrable, copil);
    return [
      {
        title: d.point,
        bullets: d.faits,
        ...(first ? { chart: first } : {}),
        notes: `Décision attendue : ${d.attendue}`,
      },
      ...others.map((chart) => ({ title: `${d.point} (suite)`, bullets: [], chart })),
      { title: `Décision attendue : ${d.point}`, bullets: [d.attendue] },
    ];
  });
  const taken: Slide[] = copil.tenue
    ? [
        {
          title: 'Relevé de décisions',
          bullets: [],
          table: [
            ['Objet', 'Décision', 'Réserves'],
            ...(reunion.decisions ?? []).map(({ objet, texte, reserves }) => [
              objet,
              texte,
              (reserves ?? []).join(' ; '),
            ]),
          ],
        },
      ]
    : [];
  const blocked: Slide[] =
    !copil.tenue && etat.prochaine?.id === reunion.id && etat.prochaine.bloque.length > 0
      ? [{ title: 'Ce qui reste à régler', bullets: etat.prochaine.bloque }]
      : [];
  return {
    title: study.etude.titre,
    subtitle: copil.titre,
    lines: [
      `${dateEnLettres(reunion.date)}${reunion.lieu ? `, ${reunion.lieu}` : ''}`,
      ...(reunion.fiabilite === 'illustratif' ? ['Réunion illustrative, donnée pour l’exemple'] : []),
      study.etude.maitre_ouvrage.nom,
    ],
    author: study.etude.prestataire.nom,
    colours: theme.series,
    accent: theme.accent,
    slides: [agenda, state, ...since, ...blocked, ...(copil.tenue ? taken : toDecide)],
  };
}
