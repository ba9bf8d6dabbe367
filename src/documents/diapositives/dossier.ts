/** The deck of a meeting: what is asked, what became of the former reserves, what bears on the decision, the draft resolutions. */
import { type Decision, type Portee, porteeDe } from '../../analysis/comite.js';
import type { CopilAnalysis } from '../../analysis/copil/copil.js';
import { notePonderee } from '../../analysis/projets/grille.js';
import { seuilsDe } from '../../analysis/scenarios/hypotheses.js';
import { scenarioRetenu } from '../../analysis/scenarios/retenu.js';
import { SUITES, titreProjets } from '../../exhibits/copil/copil.js';
import { labels } from '../../exhibits/projets/ensemble.js';
import type { Study } from '../../study/study.js';
import { compte, compteEnLettres, compteSur, enumerer, majuscule, minuscule, sansPoint } from '../../texte/accords.js';
import { dateEnLettres, leJour } from '../../texte/dates.js';
import { nombreA } from '../../texte/nombres.js';
import type { DeliverableOptions } from '../deliverable.js';
import type { Slide, SlideDeck } from '../slides.js';
import { diapositivesDiagnostic } from './diagnostic.js';
import { diapositivesBilan, diapositivesModeOperatoire } from './experimentation.js';
import { argent, bascule, comparaison, priorites, territoire, unScenario } from './scenarios.js';

/** The one decision that a meeting asks for, or asked for; none where it informs. */
function titreDemande(attendue: string | undefined, tenue: boolean): string {
  if (attendue === undefined)
    return tenue ? 'Aucune décision n’était demandée' : 'Aucune décision n’est demandée : la réunion informe';
  return tenue ? 'Une décision était demandée' : sansPoint(attendue);
}

function demande(copil: CopilAnalysis): Slide {
  const { reunion, decisionsAPrendre } = copil;
  const [first] = decisionsAPrendre;
  return {
    theme: copil.tenue ? 'Réunion tenue' : 'Ordre du jour',
    title:
      decisionsAPrendre.length > 1
        ? `${compteEnLettres(decisionsAPrendre.length, 'décision', 'décisions')} ${copil.tenue ? 'étaient demandées' : 'sont demandées'}`
        : titreDemande(first?.attendue, copil.tenue),
    bullets: [],
    table: [
      ['Point', 'Durée', 'Décision attendue'],
      ...reunion.ordre_du_jour.map(({ point, minutes, decision_attendue: d }) => [
        point,
        minutes ? `${minutes} min` : '—',
        d ?? '—',
      ]),
    ],
    notes: [
      reunion.lieu ? `Lieu : ${reunion.lieu}.` : '',
      copil.minutes > 0 ? `Durée prévue : ${compte(copil.minutes, 'minute', 'minutes')}.` : '',
      first && !copil.tenue ? 'Annoncer la décision dès le début, puis y revenir à la fin.' : '',
    ]
      .filter(Boolean)
      .join(' '),
  };
}

const note = (value: number | null): string => (value === null ? '—' : nombreA(value, 1));

/** The projects by name: who bears each, what it is about, what the grid made of it. */
function projetsNommes(study: Study, { projets, tenue }: CopilAnalysis): Slide[] {
  if (projets.length === 0) return [];
  const grille = study.mode_operatoire?.experimentation?.grille ?? [];
  return [
    {
      theme: 'Projets',
      title: titreProjets(projets.length, tenue),
      bullets: [],
      table: [
        ['Projet', 'Porteur', 'Domaines', ...(grille.length > 0 ? ['Note sur 5'] : [])],
        ...projets.map((projet) => [
          projet.titre,
          projet.porteur.designation,
          labels(study.etude.domaines, projet.domaines),
          ...(grille.length > 0 ? [note(notePonderee(projet, grille))] : []),
        ]),
      ],
      notes: tenue ? '' : 'Présenter chaque projet par ce qu’il changerait, puis dire ce que la grille ne voit pas.',
    },
  ];
}

function reserves({ reserves: all, tenue }: CopilAnalysis): Slide[] {
  if (all.length === 0) return [];
  const done = all.filter(({ etat }) => etat === 'levee').length;
  return [
    {
      theme: 'Depuis la dernière fois',
      title: compteSur(done, all.length, 'réserve levée', 'réserves levées', 'Aucune réserve levée'),
      bullets: [],
      table: [
        ['Réserve', 'Émise le', 'Ce qu’elle est devenue'],
        ...all.map(({ reserve, le, etat, texte }) => [
          reserve,
          dateEnLettres(le),
          etat === null ? (texte ?? 'Rien n’est écrit') : `${SUITES[etat]} : ${minuscule(texte ?? '')}`,
        ]),
      ],
      notes:
        all.some(({ etat }) => etat === null) && !tenue
          ? 'Une réserve sans suite est à reprendre à cette réunion.'
          : '',
    },
  ];
}

function changements(options: DeliverableOptions): Slide[] {
  const since = options.depuis;
  if (!since || since.lignes.length === 0) return [];
  return [
    {
      theme: 'Depuis la dernière version',
      title: `${compteEnLettres(since.lignes.length, 'changement', 'changements')} depuis la version ${since.version}`,
      bullets: [],
      table: [
        ['Partie', 'Objet', 'Changement'],
        ...since.lignes.map(({ partie, objet, changement }) => [partie, objet, changement]),
      ],
      notes: 'S’arrêter sur ce qui change une décision.',
    },
  ];
}

/** What the meeting that examines its conditions has retained: what it costs, who does what. */
function retenu(study: Study, { scenarios }: CopilAnalysis): Slide[] {
  const found = scenarioRetenu(study);
  const one = scenarios?.scenarios.find(({ chiffrage }) => chiffrage.scenario.id === found?.scenario.id);
  return one ? [{ ...unScenario(study, one, 1, 1), theme: 'Scénario retenu' }] : [];
}

function sujets(study: Study, copil: CopilAnalysis): Slide[] {
  const wanted = new Set(copil.reunion.ordre_du_jour.flatMap(({ livrable }) => livrable ?? []));
  const { scenarios, bilan, priorites: classes, perimetres, diagnostic } = copil;
  return [
    ...(wanted.has('diagnostic') ? diapositivesDiagnostic(study, diagnostic) : []),
    ...(wanted.has('scenarios') && scenarios
      ? [
          ...priorites(study, classes),
          ...(perimetres ? territoire(perimetres) : []),
          ...scenarios.scenarios.map((one, i) => unScenario(study, one, i + 1, scenarios.scenarios.length)),
          ...comparaison(scenarios, seuilsDe(study).ecart),
          ...argent(scenarios),
          ...bascule(study, scenarios),
        ]
      : []),
    ...(wanted.has('mode-operatoire') ? [...retenu(study, copil), ...diapositivesModeOperatoire(study)] : []),
    ...((wanted.has('bilan') || wanted.has('fiches-projets')) && bilan ? diapositivesBilan(study, bilan) : []),
  ];
}

/** « Deux décisions prises et une proposition » : what is only proposed or noted is told apart. */
function titreReleve(list: readonly Decision[]): string {
  const of = (portee: Portee): number => list.filter((one) => porteeDe(one) === portee).length;
  const parts = [
    of('decide') > 0 ? compteEnLettres(of('decide'), 'décision prise', 'décisions prises') : '',
    of('propose') > 0 ? compteEnLettres(of('propose'), 'proposition', 'propositions') : '',
    of('prend-acte') > 0 ? 'prise d’acte' : '',
  ];
  return majuscule(enumerer(parts.filter(Boolean).map(minuscule))) || 'Aucune décision n’est écrite';
}

function fin(copil: CopilAnalysis): Slide[] {
  const { reunion, resolutions } = copil;
  // A record without a decision is no slide: its title would stand above an empty table.
  if (copil.tenue && (reunion.decisions ?? []).length === 0) return [];
  if (copil.tenue)
    return [
      {
        theme: 'Relevé de décisions',
        title: titreReleve(reunion.decisions ?? []),
        bullets: [],
        table: [
          ['Objet', 'Décision', 'Réserves'],
          ...(reunion.decisions ?? []).map(({ objet, texte, reserves: list }) => [
            objet,
            texte,
            (list ?? []).join(' ; ') || '—',
          ]),
        ],
        notes: 'Relevé à joindre au compte rendu.',
      },
    ];
  return resolutions.map(({ point, projets }) => ({
    theme: 'Décider',
    title: `${point} : ${minuscule(compteEnLettres(projets.length, 'résolution'))} au choix, à amender en séance`,
    bullets: [],
    resolutions: projets.map(({ lettre, titre, texte }) => ({ letter: lettre, title: titre, text: texte })),
    notes: 'Lire les résolutions, recueillir les amendements, puis faire voter celle qui reste.',
  }));
}

interface Etape {
  /** Whether it is a meeting, whose day is known. */
  reunion: boolean;
  date: string;
  quoi: string;
}

function etapes({ etat }: CopilAnalysis): Etape[] {
  const next = etat.reunions.filter(({ etat: state, jourConnu }) => state === 'prevue' && jourConnu);
  const due = etat.livrables.filter(({ etat: state }) => state === 'a-venir');
  return [
    ...next.map(({ titre, date }) => ({ reunion: true, date, quoi: titre })),
    ...due.map(({ titre, date }) => ({ reunion: false, date, quoi: `remise de « ${titre} »` })),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
}

const calendrier = (rows: readonly Etape[]): Slide => ({
  theme: 'Calendrier',
  title: `Prochaine étape : ${rows[0]?.quoi ?? ''}`,
  bullets: [],
  table: [['Date', 'Étape'], ...rows.map(({ date, quoi }) => [majuscule(dateEnLettres(date)), majuscule(quoi)])],
  notes: rows.some(({ reunion }) => reunion) ? '' : 'Arrêter ici la date de la prochaine réunion.',
});

/** Slides that a meeting bears, the first one among them. */
const MOST = 12;

/** The next steps, on a slide of their own, or in a line of the last one where the deck is long already. */
function avecSuite(slides: readonly Slide[], rows: readonly Etape[]): Slide[] {
  const [last, next] = [slides.at(-1), rows[0]];
  if (!last || !next || rows.length < 2) return [...slides];
  if (slides.length + 2 <= MOST) return [...slides, calendrier(rows)];
  const line = `Prochaine étape, ${leJour(next.date)} : ${minuscule(next.quoi)}.`;
  return [...slides.slice(0, -1), { ...last, bullets: [...last.bullets, line] }];
}

export function dossierDiapositives(study: Study, copil: CopilAnalysis, options: DeliverableOptions): SlideDeck {
  const { reunion } = copil;
  return {
    title: study.etude.titre,
    subtitle: copil.titre,
    lines: [
      `${majuscule(dateEnLettres(reunion.date))}${reunion.lieu ? `, ${reunion.lieu}` : ''}`,
      ...(reunion.fiabilite === 'illustratif' ? ['Réunion illustrative, donnée pour l’exemple'] : []),
      study.etude.maitre_ouvrage.nom,
    ],
    author: study.etude.prestataire.nom,
    slides: avecSuite(
      [
        demande(copil),
        ...projetsNommes(study, copil),
        ...reserves(copil),
        ...changements(options),
        ...sujets(study, copil),
        ...fin(copil),
      ],
      etapes(copil),
    ),
  };
}
